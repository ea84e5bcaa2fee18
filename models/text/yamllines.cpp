#include "models/text/yamllines.h"

#include <QStringDecoder>

#include <yaml-cpp/mark.h>

namespace Watchfloor {

namespace {

constexpr int openBracketsLimit = 1'000;

/// The first byte that YAML does not allow: a control character (yaml-cpp takes 0x04 for the end of the file) or one that is not
/// UTF-8; -1 when there is none.
qsizetype firstBadByte(const QByteArray &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const uchar byte = uchar(text[at]);
        if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f)
            return at;
    }
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end + 1;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(QByteArrayView(text).sliced(start, end - start));
        if (decoder.hasError())
            return start + QStringView(decoded).left(std::max<qsizetype>(decoded.indexOf(QChar::ReplacementCharacter), 0)).toUtf8().size();
        start = end;
    }
    return -1;
}

/// yaml-cpp's scanner queues a whole flow collection before it tells of its first value, too late to stop it. What is beyond any
/// document is seen here: an estimate that knows no quotes, with limits that no honest text in quotes comes near.
std::optional<std::pair<qsizetype, QString>> flowBeyondLimits(const QByteArray &text)
{
    int depth = 0;
    qint64 commas = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '[' || byte == '{')
            ++depth;
        else if ((byte == ']' || byte == '}') && depth > 0)
            --depth;
        else if (byte == ',')
            ++commas;
        if (depth > openBracketsLimit)
            return std::pair(at, QStringLiteral("nested deeper than %1 levels").arg(yamlDepthLimit));
        if (commas > yamlNodesLimit)
            return std::pair(at, QStringLiteral("more than %1 values in one file").arg(yamlNodesLimit));
    }
    return std::nullopt;
}

} // namespace

YamlLines::YamlLines(const QByteArray &text)
    : m_text(text)
    , m_starts{0}
{
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        m_starts.push_back(at + 1);
}

YamlPlace YamlLines::place(const YAML::Mark &mark) const
{
    if (mark.line < 0 || mark.column < 0)
        return {};
    if (size_t(mark.line) >= m_starts.size())
        return {mark.line + 1, mark.column + 1};
    const qsizetype start = m_starts[size_t(mark.line)];
    const qsizetype end = std::min(m_text.size(), start + mark.column);
    // Marks come in order; going on from the last one keeps a file of one long line linear.
    if (m_counted < start || m_counted > end) {
        m_counted = start;
        m_column = 1;
    }
    for (; m_counted < end; ++m_counted)
        m_column += (uchar(m_text[m_counted]) & 0xc0) != 0x80;
    return {mark.line + 1, m_column};
}

YamlPlace YamlLines::placeOf(qsizetype offset) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    YAML::Mark mark;
    mark.line = int(next - m_starts.begin()) - 1;
    mark.column = int(offset - *(next - 1));
    return place(mark);
}

QByteArrayView YamlLines::rest(const YAML::Mark &mark) const
{
    if (mark.line < 0 || size_t(mark.line) >= m_starts.size())
        return {};
    const QByteArrayView text = line(size_t(mark.line));
    return mark.column < text.size() ? text.sliced(mark.column) : QByteArrayView();
}

bool YamlLines::endsDocumentBefore(const YAML::Mark &mark) const
{
    for (size_t at = size_t(std::max(mark.line, 0)); at-- > 0;) {
        const QByteArrayView text = line(at).trimmed();
        if (!text.isEmpty() && !text.startsWith('#'))
            return text.startsWith("...");
    }
    return false;
}

QByteArrayView YamlLines::line(size_t number) const
{
    const qsizetype start = m_starts[number];
    const qsizetype end = number + 1 < m_starts.size() ? m_starts[number + 1] : m_text.size();
    return QByteArrayView(m_text).sliced(start, end - start);
}

std::optional<Fault> yamlRefusal(const YamlLines &lines, const QString &file)
{
    const QByteArray &text = lines.text();
    if (const qsizetype bad = firstBadByte(text); bad >= 0) {
        const YamlPlace place = lines.placeOf(bad);
        return Fault{file, place.line, place.column, {}, QStringLiteral("a character that YAML does not allow (byte 0x%1)")
                                                             .arg(uint(uchar(text[bad])), 2, 16, QLatin1Char('0'))};
    }
    if (const auto beyond = flowBeyondLimits(text)) {
        const YamlPlace place = lines.placeOf(beyond->first);
        return Fault{file, place.line, place.column, {}, beyond->second};
    }
    return std::nullopt;
}

} // namespace Watchfloor
