#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/http/httprequest.h"

#include <QAbstractSocket>

namespace Watchfloor {

/// Why a socket to `host` failed; with no network at all everything elsewhere is Offline.
Error::Kind socketErrorKind(QAbstractSocket::SocketError error, const QString &host);

/// 127.0.0.0/8, ::1 or localhost.
bool isLoopback(const QString &host);

/// What an HTTP status of 300 or more means for us; `detail` has the status, the wait asked for, and the first words of a plain
/// body. The texts are from outside: the caller redacts them.
Error statusError(const HttpResponse &response, const QUrl &url, WallTime now);

} // namespace Watchfloor
