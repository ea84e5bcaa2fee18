#pragma once

#include <QString>
#include <QUrl>

namespace Watchfloor {

/// The URL as it may be shown or logged: without user, password and the values of query items whose names speak of secrets.
QString redacted(const QUrl &url);

/// Text in which every URL's user and password, every secret query value, every bearer or basic credential is ***.
QString redacted(const QString &text);

} // namespace Watchfloor
