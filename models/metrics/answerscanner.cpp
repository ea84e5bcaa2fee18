#include "models/metrics/answerscanner.h"

#include "models/metrics/answerbuilder.h"
#include "models/metrics/samplevalue.h"

#include <cstring>
#include <string_view>

namespace Watchfloor {

namespace {

class AnswerScanner
{
public:
    explicit AnswerScanner(QByteArrayView body)
        : m_at(body.data())
        , m_end(body.data() + body.size())
    {
    }

    std::optional<QueryAnswer> scan()
    {
        if (!take("{\"status\":\"success\",\"data\":{\"resultType\":\""))
            return std::nullopt;
        const bool matrix = take("matrix\"");
        if (!matrix && !take("vector\""))
            return std::nullopt;
        if (!take(",\"result\":[") || !scanSeriesList(matrix) || !take("}}"))
            return std::nullopt;
        take("\n");
        if (m_at != m_end)
            return std::nullopt;
        QueryAnswer answer = m_builder.take();
        answer.type = matrix ? QueryAnswer::Type::Matrix : QueryAnswer::Type::Vector;
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

    bool scanSeriesList(bool matrix)
    {
        if (take(']'))
            return true;
        do {
            if (!take("{\"metric\":{") || !scanLabels())
                return false;
            if (matrix ? !(take(",\"values\":[") && scanSamples()) : !(take(",\"value\":") && scanSample()))
                return false;
            if (!take('}'))
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

    bool scanSamples()
    {
        if (take(']'))
            return true;
        do {
            if (!scanSample())
                return false;
        } while (take(','));
        return take(']');
    }

    bool scanSample()
    {
        double time = 0;
        double value = 0;
        if (!take('[') || !scanTime(time) || !take(",\""))
            return false;
        const char *rest = scanSampleValue(m_at, m_end, value);
        if (!rest)
            return false;
        m_at = rest;
        if (!take("\"]"))
            return false;
        m_builder.sample(time, value);
        return true;
    }

    /// Seconds with at most three decimals: whole milliseconds over 1000 is the same double as the decimal text.
    bool scanTime(double &time)
    {
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

std::optional<QueryAnswer> scanQueryAnswer(QByteArrayView body)
{
    return AnswerScanner(body).scan();
}

} // namespace Watchfloor
