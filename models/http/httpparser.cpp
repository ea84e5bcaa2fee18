#include "models/http/httpparser.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr qint64 mostHeadBytes = 128 << 10;
constexpr size_t mostHeaders = 300;
constexpr int mostInterim = 8;
constexpr qint64 mostReserved = 128 << 20; ///< what is announced and does not come takes no memory
constexpr qint64 large = 1 << 20;
/// The C library maps so much for itself: it grows without a copy, and takes no memory where nothing is.
constexpr qint64 roomOfLarge = 33 << 20;

QByteArray lower(QByteArrayView text)
{
    return text.toByteArray().trimmed().toLower();
}

} // namespace

HttpParser::HttpParser(bool hasNoBody, qint64 bodyLimit)
    : m_hasNoBody(hasNoBody)
    , m_limit(bodyLimit)
{
}

HttpParser::Progress HttpParser::feed(QByteArrayView bytes)
{
    m_hasBegun = m_hasBegun || !bytes.isEmpty();
    while (!bytes.isEmpty() && progress() == Progress::More) {
        if (!takesLines()) {
            bytes = bytes.sliced(takeBody(bytes));
            continue;
        }
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype taken = end < 0 ? bytes.size() : end + 1;
        m_headBytes += taken;
        m_line += bytes.first(taken);
        bytes = bytes.sliced(taken);
        if (m_headBytes > mostHeadBytes)
            failMalformed("header over 128 KiB");
        else if (end >= 0) {
            QByteArray line = std::exchange(m_line, {});
            line.chop(line.endsWith("\r\n") ? 2 : 1);
            takeLine(line);
        }
    }
    m_hasLeftOver = m_hasLeftOver || !bytes.isEmpty();
    return progress();
}

HttpParser::Progress HttpParser::end()
{
    if (m_state == State::UntilEnd)
        m_state = State::Done;
    if (progress() != Progress::More)
        return progress();
    if (!m_hasBegun)
        fail(Error::Kind::Truncated, QStringLiteral("the connection closed without an answer"));
    else
        fail(Error::Kind::Truncated, QStringLiteral("the connection closed after %1 bytes of the body").arg(m_body.size()));
    return Progress::Failed;
}

bool HttpParser::takesLines() const
{
    return m_state != State::Length && m_state != State::UntilEnd && m_state != State::Chunk;
}

void HttpParser::takeLine(QByteArrayView line)
{
    switch (m_state) {
    case State::StatusLine:
        return takeStatusLine(line);
    case State::Header:
        return line.isEmpty() ? beginBody() : takeHeader(line);
    case State::ChunkSize:
        return takeChunkSize(line);
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        m_headBytes = 0;
        if (!line.isEmpty())
            failMalformed("chunk longer than it says");
        return;
    case State::Trailer:
        if (line.isEmpty())
            m_state = State::Done;
        return;
    case State::Length:
    case State::UntilEnd:
    case State::Chunk:
    case State::Done:
    case State::Failed:
        return;
    }
}

void HttpParser::takeStatusLine(QByteArrayView line)
{
    // HTTP-version SP status-code SP [reason]
    bool isNumber = false;
    const int status = line.size() >= 12 && line[8] == ' ' ? line.sliced(9, 3).toByteArray().toInt(&isNumber) : 0;
    if (!line.startsWith("HTTP/1.") || !isNumber || status < 100 || status > 599)
        return failMalformed("not an HTTP/1 answer");
    m_isHttp11 = line[7] != '0';
    m_status = status;
    m_state = State::Header;
}

void HttpParser::takeHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    // Folded lines and blanks before the colon are how answers are smuggled (RFC 9112, 5.1 and 5.2).
    if (colon <= 0 || line[0] == ' ' || line[0] == '\t' || line[colon - 1] == ' ')
        return failMalformed("broken header");
    if (m_headers.size() >= mostHeaders)
        return failMalformed("over 300 headers");
    m_headers.emplace_back(line.first(colon).toByteArray(), line.sliced(colon + 1).toByteArray().trimmed());
}

QByteArray HttpParser::header(QByteArrayView name) const
{
    const auto found = std::find_if(m_headers.begin(), m_headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_headers.end() ? QByteArray() : found->second;
}

void HttpParser::beginBody()
{
    if (m_status < 200) {
        // 100 Continue and 103 Early Hints come before the answer.
        m_headers.clear();
        m_state = State::StatusLine;
        return ++m_interim > mostInterim ? failMalformed("no answer after its announcements") : void();
    }
    const QByteArray connection = lower(header("Connection"));
    m_endsWithConnection = connection == "close" || (!m_isHttp11 && connection != "keep-alive");
    if (m_hasNoBody || m_status == 204 || m_status == 304) {
        m_state = State::Done;
        return;
    }
    const QByteArray coding = lower(header("Transfer-Encoding"));
    const QByteArray length = header("Content-Length");
    if (!coding.isEmpty() && coding != "chunked")
        return fail(Error::Kind::Unsupported, QStringLiteral("transfer coding %1").arg(QString::fromLatin1(coding.left(40))));
    if (!coding.isEmpty() && !length.isNull())
        return failMalformed("both a length and chunks");
    m_headBytes = 0;
    if (!coding.isEmpty())
        m_state = State::ChunkSize;
    else if (!length.isNull())
        beginLength(length);
    else {
        m_state = State::UntilEnd;
        m_endsWithConnection = true;
    }
}

void HttpParser::beginLength(QByteArrayView value)
{
    for (const auto &[name, other] : m_headers)
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0 && other != value)
            return failMalformed("two lengths");
    bool isNumber = false;
    const qint64 length = value.toByteArray().toLongLong(&isNumber);
    if (!isNumber || length < 0 || value[0] == '+' || value[0] == '-')
        return failMalformed("broken length");
    if (length > m_limit)
        return fail(Error::Kind::TooLarge, QStringLiteral("%1 bytes announced, %2 allowed").arg(length).arg(m_limit));
    m_missing = length;
    m_body.reserve(std::min(length, mostReserved));
    m_state = length == 0 ? State::Done : State::Length;
}

void HttpParser::takeChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArray digits = line.first(extension < 0 ? line.size() : extension).toByteArray().trimmed();
    const bool isHex = !digits.isEmpty() && digits.size() <= 15 && std::all_of(digits.begin(), digits.end(), [](char digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
    });
    if (!isHex)
        return failMalformed("broken chunk");
    m_missing = digits.toLongLong(nullptr, 16);
    m_state = m_missing == 0 ? State::Trailer : State::Chunk;
}

qsizetype HttpParser::takeBody(QByteArrayView bytes)
{
    const qsizetype taken = m_state == State::UntilEnd ? bytes.size() : std::min<qint64>(bytes.size(), m_missing);
    if (m_body.size() + taken > m_limit) {
        fail(Error::Kind::TooLarge, QStringLiteral("over %1 bytes").arg(m_limit));
        return taken;
    }
    // Appending beyond the capacity would copy all that came so far, and hold everybody up for it.
    if (const qint64 size = m_body.size() + taken; size > m_body.capacity()) {
        const qint64 roomy = std::max<qint64>(2 * size, size > large ? roomOfLarge : 0);
        m_body.reserve(std::max(size, std::min(roomy, m_limit)));
    }
    m_body += bytes.first(taken);
    if (m_state == State::UntilEnd)
        return taken;
    m_missing -= taken;
    if (m_missing == 0)
        m_state = m_state == State::Chunk ? State::ChunkEnd : State::Done;
    return taken;
}

bool HttpParser::leavesConnectionUsable() const
{
    return m_state == State::Done && !m_endsWithConnection && !m_hasLeftOver;
}

void HttpParser::fail(Error::Kind kind, const QString &detail)
{
    m_state = State::Failed;
    m_failure = kind;
    m_failureDetail = detail;
    m_body.clear();
}

void HttpParser::failMalformed(const char *what)
{
    fail(Error::Kind::Malformed, QString::fromLatin1(what));
}

HttpParser::Progress HttpParser::progress() const
{
    if (m_state == State::Done)
        return Progress::Done;
    return m_state == State::Failed ? Progress::Failed : Progress::More;
}

} // namespace Watchfloor
