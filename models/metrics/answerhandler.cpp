#include "models/metrics/answerhandler.h"

#include "models/metrics/boundedjson.h"
#include "models/metrics/prometheusjson.h"
#include "models/metrics/samplevalue.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int warningLimit = 100;

}

bool AnswerHandler::isArrayPlace(Place place)
{
    return place == Place::Warnings || place == Place::Infos || place == Place::Result || place == Place::Samples || place == Place::Sample
           || place == Place::HistogramSamples || place == Place::HistogramSample || place == Place::Buckets || place == Place::Bucket;
}

bool AnswerHandler::isObjectPlace(Place place)
{
    return place == Place::Root || place == Place::Data || place == Place::SeriesObject || place == Place::Metric || place == Place::Histogram;
}

AnswerHandler::Place AnswerHandler::placeOfMember(Place parent) const
{
    const auto is = [this](const char *name) { return m_key == name; };
    switch (parent) {
    case Place::Root:
        return is("status")       ? Place::Status
               : is("data")       ? Place::Data
               : is("errorType")  ? Place::ErrorType
               : is("error")      ? Place::ErrorText
               : is("isPartial")  ? Place::Partial
               : is("warnings")  ? Place::Warnings
               : is("infos")     ? Place::Infos
                                 : Place::Other;
    case Place::Data:
        return is("resultType") ? Place::ResultType : is("result") ? Place::Result : Place::Other;
    case Place::SeriesObject:
        return is("metric")       ? Place::Metric
               : is("values")     ? Place::Samples
               : is("value")      ? Place::Sample
               : is("histograms") ? Place::HistogramSamples
               : is("histogram")  ? Place::HistogramSample
                                  : Place::Other;
    case Place::Histogram:
        return is("count") ? Place::HistogramCount : is("sum") ? Place::HistogramSum : is("buckets") ? Place::Buckets : Place::Other;
    case Place::Metric:
        return Place::Label;
    default:
        return Place::Other;
    }
}

AnswerHandler::Place AnswerHandler::placeOfNext() const
{
    if (m_frames.empty())
        return Place::Root;
    const Frame &parent = m_frames.back();
    if (!parent.isArray)
        return placeOfMember(parent.place);
    switch (parent.place) {
    case Place::Warnings:
        return Place::Warning;
    case Place::Samples:
        return Place::Sample;
    case Place::Sample:
        return parent.count == 0 ? Place::Time : parent.count == 1 ? Place::Value : Place::Other;
    case Place::Infos:
        return Place::Info;
    case Place::HistogramSamples:
        return Place::HistogramSample;
    case Place::HistogramSample:
        return parent.count == 0 ? Place::Time : parent.count == 1 ? Place::Histogram : Place::Other;
    case Place::Buckets:
        return Place::Bucket;
    case Place::Bucket:
        return parent.count == 0 ? Place::BucketBoundaries : parent.count < 4 ? Place::BucketNumber : Place::Other;
    case Place::Result:
        return Place::SeriesObject;
    default:
        return Place::Other;
    }
}

bool AnswerHandler::number(double value)
{
    const Place place = placeOfNext();
    if (place == Place::Time) {
        m_time = value;
        return scalarAt(place, true);
    }
    if (place == Place::BucketBoundaries) {
        if (value != 0 && value != 1 && value != 2 && value != 3)
            return refuse(QStringLiteral("the boundaries of a histogram's bucket are not 0 to 3"));
        m_histogram.histogram.buckets.push_back({.boundaries = HistogramBucket::Boundaries(int(value))});
        return scalarAt(place, true);
    }
    if (place == Place::SeriesObject && m_frames.back().count == 0) { // [time, "value"] of a scalar or string
        m_scalarTime = value;
        return scalarAt(place, true);
    }
    return scalarAt(place, false);
}

bool AnswerHandler::string(string_t &value)
{
    const Place place = placeOfNext();
    const auto text = [&value] { return QString::fromStdString(value); };
    switch (place) {
    case Place::Status:
        m_status = text();
        break;
    case Place::ErrorType:
        m_errorType = text();
        break;
    case Place::ErrorText:
        m_errorText = text();
        break;
    case Place::ResultType:
        m_resultType = text();
        break;
    case Place::Warning:
        if (m_warnings.size() < warningLimit)
            m_warnings.append(text());
        break;
    case Place::Info:
        if (m_infos.size() < warningLimit)
            m_infos.append(text());
        break;
    case Place::Label:
        m_builder.label(m_key, value);
        break;
    case Place::Value: {
        const auto number = parseSampleValue(value);
        if (!number)
            return refuse(QStringLiteral("a sample's value is not a number"));
        m_builder.sample(m_time, *number);
        break;
    }
    case Place::HistogramCount:
    case Place::HistogramSum:
    case Place::BucketNumber: {
        const auto number = parseSampleValue(value);
        if (!number)
            return refuse(QStringLiteral("a number of a histogram is not one"));
        histogramNumber(place, *number);
        break;
    }
    case Place::SeriesObject:
        if (m_frames.back().count != 1 || !m_scalarTime)
            return misplaced();
        m_scalarText = text();
        m_scalarValue = parseSampleValue(value);
        break;
    default:
        return scalarAt(place, false);
    }
    return scalarAt(place, true);
}

/// A number, word or string ends here; it may stand anywhere that is not looked at.
bool AnswerHandler::scalarAt(Place place, bool allowed)
{
    if (!allowed && place != Place::Other)
        return misplaced();
    if (m_frames.empty())
        return misplaced();
    count();
    return true;
}

void AnswerHandler::histogramNumber(Place place, double value)
{
    NativeHistogram &histogram = m_histogram.histogram;
    if (place == Place::HistogramCount) {
        histogram.count = value;
        m_hasCount = true;
    } else if (place == Place::HistogramSum) {
        histogram.sum = value;
        m_hasSum = true;
    } else {
        HistogramBucket &bucket = histogram.buckets.back();
        const int at = m_frames.back().count;
        (at == 1 ? bucket.lower : at == 2 ? bucket.upper : bucket.count) = value;
    }
}

bool AnswerHandler::open(bool isArray)
{
    if (m_frames.size() >= size_t(jsonDepthLimit))
        return refuse(QStringLiteral("JSON nested deeper than %1").arg(jsonDepthLimit));
    const Place place = placeOfNext();
    if (place != Place::Other && !(isArray ? isArrayPlace(place) : isObjectPlace(place)))
        return misplaced();
    if (place == Place::SeriesObject && m_scalarTime)
        return misplaced();
    begin(place);
    count();
    m_frames.push_back({place, isArray, 0});
    return true;
}

/// A name that comes twice in an object counts as it came last.
void AnswerHandler::begin(Place place)
{
    const bool inSeries = !m_frames.empty() && m_frames.back().place == Place::SeriesObject;
    if (place == Place::Result) {
        m_builder.reset();
        m_scalarTime.reset();
        m_range = m_instant = false;
        m_hasResult = true;
    } else if (place == Place::Metric) {
        m_builder.clearLabels();
    } else if (place == Place::Samples || (place == Place::Sample && inSeries)) {
        m_builder.clearSamples();
        (place == Place::Samples ? m_range : m_instant) = true;
    } else if (place == Place::HistogramSamples || (place == Place::HistogramSample && inSeries)) {
        m_builder.clearHistograms();
        (place == Place::HistogramSamples ? m_range : m_instant) = true;
    } else if (place == Place::Histogram) {
        m_histogram = {.time = m_time, .histogram = {}};
        m_hasCount = m_hasSum = false;
    } else if (place == Place::Buckets) {
        m_histogram.histogram.buckets.clear();
    }
}

bool AnswerHandler::close()
{
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    switch (frame.place) {
    case Place::SeriesObject:
        m_builder.endSeries();
        return true;
    case Place::Sample:
    case Place::HistogramSample:
        return frame.count == 2 || misplaced();
    case Place::Bucket:
        return frame.count == 4 || misplaced();
    case Place::Histogram:
        if (!m_hasCount || !m_hasSum)
            return refuse(QStringLiteral("a histogram has no count or no sum"));
        m_builder.histogram(std::move(m_histogram));
        return true;
    default:
        return true;
    }
}

Result<QueryAnswer> AnswerHandler::result()
{
    const auto malformed = [](const QString &detail) { return Error{Error::Kind::Malformed, detail, {}}; };
    if (!m_fault.isEmpty())
        return malformed(m_fault);
    std::optional<Error> error;
    if (m_status == QLatin1String("error"))
        error = errorOfApi(m_errorType, m_errorText);
    else if (m_status != QLatin1String("success"))
        return malformed(QStringLiteral("the answer carries no status"));
    if (!m_hasResult && error)
        return *error;
    if (!m_hasResult && m_resultType.isEmpty())
        return malformed(QStringLiteral("the answer carries no result"));
    Result<QueryAnswer> answer = typed(m_builder.take());
    if (!answer)
        return error ? *error : answer.error();
    answer->error = error;
    if (m_partial)
        m_warnings.append(QStringLiteral("the server says that its answer is partial"));
    answer->warnings = m_warnings + answer->warnings;
    answer->infos = m_infos;
    return answer;
}

Result<QueryAnswer> AnswerHandler::typed(QueryAnswer answer) const
{
    const auto malformed = [](const QString &detail) { return Error{Error::Kind::Malformed, detail, {}}; };
    if (m_resultType == QLatin1String("matrix") || m_resultType == QLatin1String("vector")) {
        const bool matrix = m_resultType == QLatin1String("matrix");
        answer.type = matrix ? QueryAnswer::Type::Matrix : QueryAnswer::Type::Vector;
        if (m_scalarTime || (matrix ? m_instant : m_range))
            return malformed(QStringLiteral("the result is not a %1").arg(m_resultType));
        const auto isOne = [](const Series &series) { return series.size() + series.histograms.size() == 1; };
        if (!matrix && !std::all_of(answer.series.begin(), answer.series.end(), isOne))
            return malformed(QStringLiteral("a series of a vector has no value, or a number and a histogram"));
        return answer;
    }
    if (m_resultType != QLatin1String("scalar") && m_resultType != QLatin1String("string"))
        return Error{Error::Kind::Unsupported, QStringLiteral("result type \"%1\" is not supported").arg(m_resultType.left(64)), {}};
    const bool scalar = m_resultType == QLatin1String("scalar");
    if (!m_scalarTime || m_scalarText.isNull() || (scalar && !m_scalarValue))
        return malformed(QStringLiteral("the result is not a %1").arg(m_resultType));
    answer.type = scalar ? QueryAnswer::Type::Scalar : QueryAnswer::Type::String;
    if (!scalar) {
        answer.text = m_scalarText;
        return answer;
    }
    Series series;
    series.times = std::make_shared<const std::vector<double>>(1, *m_scalarTime);
    series.values = {*m_scalarValue};
    answer.series.push_back(std::move(series));
    answer.totalSeries = 1;
    return answer;
}

} // namespace Watchfloor
