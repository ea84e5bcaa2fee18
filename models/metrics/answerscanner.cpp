#include "models/metrics/answerscanner.h"

#include "models/metrics/answerbuilder.h"
#include "models/metrics/samplevalue.h"

#include <QtEndian>

#include <cstring>
#include <string_view>

namespace Watchfloor {

namespace {

class AnswerScanner
{
public:
    AnswerScanner(QByteArrayView body, size_t limit)
        : m_at(body.data())
        , m_end(body.data() + body.size())
        , m_builder(limit)
    {
    }

    std::optional<QueryAnswer> scan()
    {
        if (!take("{\"status\":\"success\","))
            return std::nullopt;
        take("\"isPartial\":false,"); // VictoriaMetrics as a cluster
        if (!take("\"data\":{\"resultType\":\""))
            return std::nullopt;
        const bool matrix = take("matrix\"");
        if (!matrix && !take("vector\""))
            return std::nullopt;
        if (!take(",\"result\":[") || !scanSeriesList(matrix) || !take('}'))
            return std::nullopt;
        std::optional<QueryAnswer> envelope = scanTail();
        if (!envelope)
            return std::nullopt;
        QueryAnswer answer = m_builder.take();
        answer.type = matrix ? QueryAnswer::Type::Matrix : QueryAnswer::Type::Vector;
        answer.warnings = envelope->warnings + answer.warnings;
        answer.infos = envelope->infos;
        return answer;
    }

private:
    bool take(std::string_view expected)
    {
        if (size_t(m_end - m_at) < expected.size() || std::memcmp(m_at, expected.data(), expected.size()) != 0)
            return false;
        m_at += expected.size();
        return true;
    }
    bool take(char expected)
    {
        if (m_at == m_end || *m_at != expected)
            return false;
        ++m_at;
        return true;
    }

    /// What follows the data, warnings, infos and statistics, is short and goes the general way, as if the result were empty.
    std::optional<QueryAnswer> scanTail()
    {
        const QByteArrayView tail(m_at, m_end);
        if (tail == "}" || tail == "}\n")
            return QueryAnswer();
        constexpr qsizetype longest = 64 * 1024;
        if (tail.size() > longest || !tail.startsWith(',') || !tail.isValidUtf8())
            return std::nullopt;
        for (const QByteArrayView name : {"\"status\"", "\"data\"", "\"isPartial\"", "\\u"})
            if (tail.contains(name))
                return std::nullopt;
        const Result<QueryAnswer> envelope =
            parseQueryAnswerGenerally("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}" + tail.toByteArray());
        return envelope ? std::optional(*envelope) : std::nullopt;
    }

    bool scanSeriesList(bool matrix)
    {
        if (take(']'))
            return true;
        do {
            if (!take("{\"metric\":{") || !scanLabels())
                return false;
            if (!(matrix ? scanRange() : scanInstant()) || !take('}'))
                return false;
            m_builder.endSeries();
        } while (take(','));
        return take(']');
    }

    bool scanLabels()
    {
        if (take('}'))
            return true;
        do {
            QByteArrayView name;
            QByteArrayView value;
            if (!scanString(name) || !take(':') || !scanString(value))
                return false;
            m_builder.label(name, value);
        } while (take(','));
        return take('}');
    }

    bool scanString(QByteArrayView &text)
    {
        if (!take('"'))
            return false;
        const char *begin = m_at;
        bool ascii = true;
        for (; m_at != m_end && *m_at != '"'; ++m_at) {
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte < 0x20 || byte == '\\')
                return false;
            ascii = ascii && byte < 0x80;
        }
        text = QByteArrayView(begin, m_at);
        return (ascii || text.isValidUtf8()) && take('"');
    }

    bool scanInstant()
    {
        return take(",\"value\":") ? scanSample() : take(",\"histogram\":") && scanHistogramSample();
    }

    bool scanRange()
    {
        const bool numbers = take(",\"values\":[");
        if (numbers && !scanList([this] { return scanSample(); }))
            return false;
        if (take(",\"histograms\":["))
            return scanList([this] { return scanHistogramSample(); });
        return numbers;
    }

    template <typename Scan>
    bool scanList(Scan scanOne)
    {
        if (take(']'))
            return true;
        do {
            if (!scanOne())
                return false;
        } while (take(','));
        return take(']');
    }

    bool scanHistogramSample()
    {
        HistogramPoint point;
        NativeHistogram &histogram = point.histogram;
        if (!take('[') || !scanTime(point.time) || !take(",{\"count\":") || !scanNumber(histogram.count) || !take(",\"sum\":")
            || !scanNumber(histogram.sum))
            return false;
        if (take(",\"buckets\":[") && !scanList([this, &histogram] { return scanBucket(histogram); }))
            return false;
        if (!take("}]"))
            return false;
        m_builder.histogram(std::move(point));
        return true;
    }

    bool scanBucket(NativeHistogram &histogram)
    {
        HistogramBucket bucket;
        if (!take('[') || m_at == m_end || *m_at < '0' || *m_at > '3')
            return false;
        bucket.boundaries = HistogramBucket::Boundaries(*m_at++ - '0');
        if (!take(',') || !scanNumber(bucket.lower) || !take(',') || !scanNumber(bucket.upper) || !take(',') || !scanNumber(bucket.count)
            || !take(']'))
            return false;
        histogram.buckets.push_back(bucket);
        return true;
    }

    /// A number in quotes.
    bool scanNumber(double &value)
    {
        if (!take('"'))
            return false;
        const char *rest = scanSampleValue(m_at, m_end, value);
        if (!rest)
            return false;
        m_at = rest;
        return take('"');
    }

    bool scanSample()
    {
        double time = 0;
        double value = 0;
        if (!take('[') || !scanTime(time) || !take(',') || !scanNumber(value) || !take(']'))
            return false;
        m_builder.sample(time, value);
        return true;
    }

    /// Ten digits and a comma, as whole seconds are from 2001 to 2286: eight of the digits are read at once.
    bool scanTenDigits(double &time)
    {
        if (m_end - m_at < 11 || m_at[10] != ',' || *m_at == '0')
            return false;
        quint64 eight = qFromLittleEndian<quint64>(m_at);
        const auto ninth = static_cast<unsigned char>(m_at[8] - '0');
        const auto tenth = static_cast<unsigned char>(m_at[9] - '0');
        // Every byte is 0x3 and something, and stays so with six more: up to 9.
        constexpr quint64 high = 0xF0F0F0F0F0F0F0F0U;
        if (((eight & high) | (((eight + 0x0606060606060606U) & high) >> 4)) != 0x3333333333333333U || ninth > 9 || tenth > 9)
            return false;
        const quint64 digits = eight - 0x3030303030303030U;
        eight = digits * 10 + (digits >> 8);
        eight = (((eight & 0x000000FF000000FFU) * 0x000F424000000064U) + (((eight >> 16) & 0x000000FF000000FFU) * 0x0000271000000001U)) >> 32;
        time = double(qint64(eight) * 100 + ninth * 10 + tenth);
        m_at += 10;
        return true;
    }

    /// Seconds with at most three decimals: whole milliseconds over 1000 is the same double as the decimal text.
    bool scanTime(double &time)
    {
        if (scanTenDigits(time))
            return true;
        const char *begin = m_at;
        qint64 count = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            if (m_at - begin >= 12)
                return false;
            count = count * 10 + (*m_at - '0');
        }
        if (m_at == begin || (*begin == '0' && m_at - begin > 1))
            return false;
        if (m_at == m_end || *m_at != '.') {
            time = double(count);
            return true;
        }
        const char *point = m_at++;
        int scale = 1;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            if (m_at - point > 3)
                return false;
            count = count * 10 + (*m_at - '0');
            scale *= 10;
        }
        time = double(count) / scale;
        return scale > 1;
    }

    const char *m_at;
    const char *m_end;
    AnswerBuilder m_builder;
};

}

std::optional<QueryAnswer> scanQueryAnswer(QByteArrayView body, size_t limit)
{
    return AnswerScanner(body, limit).scan();
}

} // namespace Watchfloor
