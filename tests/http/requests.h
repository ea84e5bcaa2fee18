#pragma once

#include "tests/http/callresult.h"
#include "tests/support/faultserver.h"

namespace Watchfloor::Testing {

using namespace std::chrono_literals;

inline const QString page = QStringLiteral("/page");

/// A client of `server` with a bearer token and a header that holds a secret.
inline HttpTarget guardedTarget(const FaultServer &server)
{
    HttpTarget target;
    target.base = server.url();
    target.credentials.bearer = {SecretReference::Kind::Environment, QStringLiteral("token")};
    target.headers = {{QStringLiteral("X-Api-Key"), QStringLiteral("key-${secret:apikey}")}};
    return target;
}

inline std::shared_ptr<const SecretResolver> secrets()
{
    return std::make_shared<FixedSecrets>(std::map<QString, QByteArray>{{QStringLiteral("token"), "t0ps3cr3t"},
                                                                        {QStringLiteral("apikey"), "k3yk3yk3y"},
                                                                        {QStringLiteral("broken"), "line\r\nX-Evil: 1"}});
}

inline HttpRequest get(const QUrl &url, std::chrono::milliseconds deadline = 5s)
{
    HttpRequest request;
    request.url = url;
    request.deadline = deadline;
    return request;
}

inline HttpRequest post(const QUrl &url, const QByteArray &body, std::chrono::milliseconds deadline = 5s)
{
    HttpRequest request = get(url, deadline);
    request.method = "POST";
    request.body = body;
    request.contentType = "application/json";
    return request;
}

} // namespace Watchfloor::Testing
