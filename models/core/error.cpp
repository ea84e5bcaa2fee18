#include "models/core/error.h"

namespace Watchfloor {

QString errorKindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused: return QStringLiteral("refused");
    case Error::Kind::HostNotFound: return QStringLiteral("host-not-found");
    case Error::Kind::Timeout: return QStringLiteral("timeout");
    case Error::Kind::Tls: return QStringLiteral("tls");
    case Error::Kind::Offline: return QStringLiteral("offline");
    case Error::Kind::Unauthorized: return QStringLiteral("unauthorized");
    case Error::Kind::Forbidden: return QStringLiteral("forbidden");
    case Error::Kind::NotFound: return QStringLiteral("not-found");
    case Error::Kind::Throttled: return QStringLiteral("throttled");
    case Error::Kind::Starting: return QStringLiteral("starting");
    case Error::Kind::Server: return QStringLiteral("server");
    case Error::Kind::Rejected: return QStringLiteral("rejected");
    case Error::Kind::Redirected: return QStringLiteral("redirected");
    case Error::Kind::Truncated: return QStringLiteral("truncated");
    case Error::Kind::TooLarge: return QStringLiteral("too-large");
    case Error::Kind::NotExpected: return QStringLiteral("not-expected");
    case Error::Kind::Malformed: return QStringLiteral("malformed");
    case Error::Kind::Unsupported: return QStringLiteral("unsupported");
    case Error::Kind::Cancelled: return QStringLiteral("cancelled");
    case Error::Kind::MissingTool: return QStringLiteral("missing-tool");
    case Error::Kind::MissingSecret: return QStringLiteral("missing-secret");
    case Error::Kind::ReadOnly: return QStringLiteral("read-only");
    case Error::Kind::DiskFull: return QStringLiteral("disk-full");
    case Error::Kind::Io: return QStringLiteral("io");
    case Error::Kind::Locked: return QStringLiteral("locked");
    case Error::Kind::Invalid: return QStringLiteral("invalid");
    case Error::Kind::Blind: return QStringLiteral("blind");
    }
    return {};
}

} // namespace Watchfloor
