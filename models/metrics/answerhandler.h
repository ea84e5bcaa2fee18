#pragma once

#include "models/core/result.h"
#include "models/metrics/answerbuilder.h"

#include <nlohmann/json.hpp>

#include <string>

namespace Watchfloor {

/// Reads an answer of any layout event by event: memory holds the samples and nothing of the text.
class AnswerHandler final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit AnswerHandler(size_t limit)
        : m_builder(limit)
    {
    }

    bool null() override
    {
        const Place place = placeOfNext();
        return scalarAt(place, place == Place::Data || place == Place::Result || place == Place::Warnings || place == Place::Infos);
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
        Infos,
        Info,
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
        HistogramSamples,
        HistogramSample,
        Histogram,
        HistogramCount,
        HistogramSum,
        Buckets,
        Bucket,
        BucketBoundaries,
        BucketNumber,
    };

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
    static bool isArrayPlace(Place place);
    static bool isObjectPlace(Place place);
    Place placeOfNext() const;
    Place placeOfMember(Place parent) const;
    bool number(double value);
    void histogramNumber(Place place, double value);
    bool scalarAt(Place place, bool allowed);
    bool open(bool isArray);
    void begin(Place place);
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
    HistogramPoint m_histogram;
    bool m_hasCount = false;
    bool m_hasSum = false;
    std::optional<double> m_scalarTime;
    std::optional<double> m_scalarValue;
    QString m_scalarText;
    QString m_status;
    QString m_resultType;
    QString m_errorType;
    QString m_errorText;
    QStringList m_warnings;
    QStringList m_infos;
    QString m_fault;
    bool m_hasResult = false;
    bool m_partial = false;
    bool m_instant = false;
    bool m_range = false;
};

} // namespace Watchfloor
