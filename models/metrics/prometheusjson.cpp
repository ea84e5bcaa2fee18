#include "models/metrics/prometheusjson.h"

#include "models/metrics/answerbuilder.h"
#include "models/metrics/answerscanner.h"
#include "models/metrics/boundedjson.h"
#include "models/metrics/samplevalue.h"

namespace Watchfloor {

namespace {

constexpr int warningLimit = 100;

/// What a value of the answer is, by where it stands.
enum class Place {
    Other,
    Root,
    Status,
    ErrorType,
    ErrorText,
    Partial,
    Warnings,
    Warning,
    Data,
    ResultType,
    Result,
    SeriesObject,
    Metric,
    Label,
    Samples,
    Sample,
    Time,
    Value,
    Histograms,
};

/// Reads an answer of any layout event by event: memory holds the samples and nothing of the text.
class AnswerHandler final : public nlohmann::json_sax<nlohmann::json>
{
public:
    bool null() override
    {
        const Place place = placeOfNext();
        return scalarAt(place, place == Place::Data || place == Place::Result || place == Place::Warnings);
    }
    bool boolean(bool value) override
    {
        const Place place = placeOfNext();
        m_partial = m_partial || (place == Place::Partial && value);
        return scalarAt(place, place == Place::Partial);
    }
    bool number_integer(number_integer_t value) override { return number(double(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(double(value)); }
    bool number_float(number_float_t value, const string_t &) override { return number(value); }
    bool string(string_t &value) override;
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(false); }
    bool key(string_t &key) override
    {
        m_key.swap(key);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse(QStringLiteral("not valid JSON at byte %1").arg(position));
    }

    Result<QueryAnswer> result();

private:
    struct Frame
    {
        Place place = Place::Other;
        bool isArray = false;
        int count = 0;
    };

    bool refuse(const QString &detail)
    {
        if (m_fault.isEmpty())
            m_fault = detail;
        return false;
    }
    bool misplaced() { return refuse(QStringLiteral("not laid out as an answer of Prometheus")); }
    Place placeOfNext() const;
    Place placeOfMember(Place parent) const;
    bool number(double value);
    bool scalarAt(Place place, bool allowed);
    bool open(bool isArray);
    bool close();
    void count()
    {
        if (!m_frames.empty())
            ++m_frames.back().count;
    }
    Result<QueryAnswer> typed(QueryAnswer answer) const;

    std::vector<Frame> m_frames;
    std::string m_key;
    AnswerBuilder m_builder;
    double m_time = 0;
    std::optional<double> m_scalarTime;
    std::optional<double> m_scalarValue;
    QString m_scalarText;
    QString m_status;
    QString m_resultType;
    QString m_errorType;
    QString m_errorText;
    QStringList m_warnings;
    QString m_fault;
    bool m_hasResult = false;
    bool m_partial = false;
    bool m_instant = false;
    bool m_range = false;
};

Place AnswerHandler::placeOfMember(Place parent) const
{
    const auto is = [this](const char *name) { return m_key == name; };
    switch (parent) {
    case Place::Root:
        return is("status")       ? Place::Status
               : is("data")       ? Place::Data
               : is("errorType")  ? Place::ErrorType
               : is("error")      ? Place::ErrorText
               : is("isPartial")  ? Place::Partial
               : is("warnings") || is("infos") ? Place::Warnings
                                  : Place::Other;
    case Place::Data:
        return is("resultType") ? Place::ResultType : is("result") ? Place::Result : Place::Other;
    case Place::SeriesObject:
        return is("metric")                          ? Place::Metric
               : is("values")                        ? Place::Samples
               : is("value")                         ? Place::Sample
               : is("histogram") || is("histograms") ? Place::Histograms
                                                     : Place::Other;
    case Place::Metric:
        return Place::Label;
    default:
        return Place::Other;
    }
}

Place AnswerHandler::placeOfNext() const
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

bool AnswerHandler::open(bool isArray)
{
    if (m_frames.size() >= size_t(jsonDepthLimit))
        return refuse(QStringLiteral("JSON nested deeper than %1").arg(jsonDepthLimit));
    const Place place = placeOfNext();
    const bool wantsArray = place == Place::Warnings || place == Place::Result || place == Place::Samples || place == Place::Sample;
    const bool wantsObject =
        place == Place::Root || place == Place::Data || place == Place::SeriesObject || place == Place::Metric;
    if (place != Place::Other && place != Place::Histograms && (isArray ? !wantsArray : !wantsObject))
        return misplaced();
    if (place == Place::Result) {
        m_builder.reset();
        m_scalarTime.reset();
        m_hasResult = true;
    } else if (place == Place::SeriesObject && m_scalarTime) {
        return misplaced();
    } else if (place == Place::Metric) {
        m_builder.clearLabels();
    } else if (place == Place::Samples || (place == Place::Sample && m_frames.back().place == Place::SeriesObject)) {
        m_builder.clearSamples();
        (place == Place::Samples ? m_range : m_instant) = true;
    } else if (place == Place::Histograms) {
        m_builder.skipHistogram();
    }
    count();
    m_frames.push_back({place, isArray, 0});
    return true;
}

bool AnswerHandler::close()
{
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    if (frame.place == Place::SeriesObject)
        m_builder.endSeries();
    return frame.place != Place::Sample || frame.count == 2 || misplaced();
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
        if (!matrix && std::any_of(answer.series.begin(), answer.series.end(), [](const Series &s) { return s.size() != 1; }))
            return malformed(QStringLiteral("a series of a vector has no value"));
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

}

Result<QueryAnswer> parseQueryAnswerGenerally(QByteArrayView body)
{
    if (body.trimmed().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("the answer is empty"), {}};
    AnswerHandler handler;
    if (body.isValidUtf8()) {
        (void)nlohmann::json::sax_parse(body.begin(), body.end(), &handler);
    } else {
        const QByteArray replaced = QString::fromUtf8(body).toUtf8();
        (void)nlohmann::json::sax_parse(replaced.begin(), replaced.end(), &handler);
    }
    return handler.result();
}

Result<QueryAnswer> parseQueryAnswer(QByteArrayView body)
{
    if (auto answer = scanQueryAnswer(body))
        return *std::move(answer);
    return parseQueryAnswerGenerally(body);
}

} // namespace Watchfloor
