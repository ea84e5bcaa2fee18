#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/http/httprequest.h"

#include <QNetworkReply>

namespace Watchfloor {

/// Whether the reply's error only repeats an HTTP status of 400 or more: the answer came whole, and its status says what it is.
bool isHttpStatusError(QNetworkReply::NetworkError error, int status);

/// The transport's failure as an Error, without the URL's secrets. `text` is the reply's errorString().
Error transportError(QNetworkReply::NetworkError error, const QString &text, const QUrl &url);

/// What an HTTP status of 300 or more means for us; `detail` has the status, the wait asked for, and the first words of a plain
/// body. The texts are from outside: the caller redacts them.
Error statusError(const HttpResponse &response, const QUrl &url, WallTime now);

} // namespace Watchfloor
