#pragma once

#include <QString>

namespace Watchfloor {

/// Why something could not be had or done: a kind for the program, a detail for the log, a place for the person.
/// The sentence for the person is made at the edge, by sentence() of core/format.
struct Error
{
    enum class Kind {
        Refused,       ///< nothing listens there
        HostNotFound,  ///< the name does not resolve
        Timeout,       ///< no complete answer before the deadline
        Tls,           ///< certificate or handshake
        Offline,       ///< this machine has no network
        Unauthorized,  ///< 401
        Forbidden,     ///< 403
        NotFound,      ///< 404, or a file, or a name
        Throttled,     ///< 429 or 503 with Retry-After
        Starting,      ///< 503: the server is not ready yet
        Server,        ///< any other 5xx
        Rejected,      ///< any other 4xx: the request was understood and refused
        Redirected,    ///< the server wants to send us elsewhere
        Truncated,     ///< the connection closed before the whole answer came
        TooLarge,      ///< over the size cap
        NotExpected,   ///< another kind of content: a log-in page where JSON was expected
        Malformed,     ///< the right kind of content, unreadable
        Unsupported,   ///< readable, but of a version or type that is not supported
        Cancelled,     ///< we asked for the end
        MissingTool,   ///< a program is not on the PATH
        MissingSecret, ///< an environment variable, file or key-chain entry is not there
        ReadOnly,      ///< a folder or file cannot be written
        DiskFull,      ///< no space left
        Io,            ///< any other failure of a file
        Locked,        ///< production is locked, or the target is held by another run
        Invalid,       ///< what a person or a file asked for is not valid
        Blind,         ///< what would have to be asked cannot be seen
    };

    Kind kind = Kind::Invalid;
    QString detail; ///< technical, redacted, for the log and the tool-tip
    QString where;  ///< file:line:column, a URL without secrets, a source's or a step's name

    bool operator==(const Error &) const = default;
};

/// The kind in words for logs and JSON: "timeout", "not-expected".
QString errorKindName(Error::Kind kind);

} // namespace Watchfloor
