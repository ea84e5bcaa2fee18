#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/http/httprequest.h"

#include <QSslConfiguration>
#include <QSslError>

namespace Watchfloor {

/// TLS 1.2 or newer, HTTP/1.1, peers verified against an explicit set of authorities: those of `caFile`, else the system's.
/// A file that cannot be used is an Error that names it.
Result<QSslConfiguration> makeTlsConfiguration(const TlsOptions &options);

/// What is wrong with the peer's certificate, and until when or for whom it would have been right:
/// "certificate expired on 2026-11-20", "certificate is for a.example, not b.example", "self-signed certificate of …".
QString describeTlsErrors(const QList<QSslError> &errors, const QString &host);

/// Whether the peer's chain ends in one of the configured authorities. The library has been wrong about it once
/// (CVE-2023-34410), and the version we run on still may be.
bool endsInKnownAuthority(const QSslConfiguration &established, const QSslConfiguration &configured);

} // namespace Watchfloor
