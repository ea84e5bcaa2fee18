#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace Watchfloor {

/// Reads one HTTP/1.1 answer from bytes as they come (RFC 9112), under caps, and knows whether it came whole: a body is complete
/// by its length, by its last chunk, or, with neither, by the end of the connection; nothing else is complete.
class HttpParser
{
public:
    enum class Progress { More, Done, Failed };
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    /// `hasNoBody` for an answer to HEAD.
    HttpParser(bool hasNoBody, qint64 bodyLimit);

    Progress feed(QByteArrayView bytes);
    /// The connection closed: Done only where that is how the body ends.
    Progress end();

    bool hasBegun() const { return m_hasBegun; }
    /// Done, nothing left over, and the server keeps the connection.
    bool leavesConnectionUsable() const;
    int status() const { return m_status; }
    const Headers &headers() const { return m_headers; }
    QByteArray header(QByteArrayView name) const;
    qint64 bodySize() const { return m_body.size(); }
    QByteArray takeBody() { return std::exchange(m_body, {}); }
    Error::Kind failure() const { return m_failure; }
    const QString &failureDetail() const { return m_failureDetail; }

private:
    enum class State { StatusLine, Header, Length, UntilEnd, ChunkSize, Chunk, ChunkEnd, Trailer, Done, Failed };

    bool takesLines() const;
    void takeLine(QByteArrayView line);
    void takeStatusLine(QByteArrayView line);
    void takeHeader(QByteArrayView line);
    void takeChunkSize(QByteArrayView line);
    qsizetype takeBody(QByteArrayView bytes);
    void beginBody();
    void beginLength(QByteArrayView value);
    void fail(Error::Kind kind, const QString &detail);
    void failMalformed(const char *what);
    Progress progress() const;

    State m_state = State::StatusLine;
    bool m_hasNoBody;
    bool m_hasBegun = false;
    bool m_isHttp11 = false;
    bool m_hasLeftOver = false;
    bool m_endsWithConnection = false;
    qint64 m_limit;
    qint64 m_headBytes = 0;
    qint64 m_missing = 0; ///< of the body or the chunk
    int m_status = 0;
    int m_interim = 0;
    Headers m_headers;
    QByteArray m_line;
    QByteArray m_body;
    Error::Kind m_failure = Error::Kind::Malformed;
    QString m_failureDetail;
};

} // namespace Watchfloor
