#pragma once

#include "models/http/httpclient.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTestEventLoop>

namespace Watchfloor::Testing {

/// Secrets of a test by name, all declared.
class FixedSecrets final : public SecretResolver
{
public:
    explicit FixedSecrets(std::map<QString, QByteArray> values = {})
        : m_values(std::move(values))
    {
    }
    void resolve(const SecretReference &reference, Handler handler) const override
    {
        const auto found = m_values.find(reference.name);
        if (found == m_values.end())
            return handler(Error{Error::Kind::MissingSecret, QStringLiteral("not there"), reference.name});
        handler(Result<Secret>(Secret(found->second)));
    }
    SecretReference named(const QString &name) const override
    {
        return m_values.contains(name) ? SecretReference{SecretReference::Kind::Environment, name} : SecretReference{};
    }

private:
    std::map<QString, QByteArray> m_values;
};

/// Sends and waits for the answer; "no answer" as Blind when none comes in 20 s, which no deadline of a test reaches.
inline Result<HttpResponse> answerTo(HttpClient &client, HttpRequest request, HttpClient::Lane lane = HttpClient::Lane::Urgent)
{
    std::optional<Result<HttpResponse>> answer;
    int answers = 0;
    QObject context;
    QTestEventLoop loop;
    client.send(std::move(request), lane, &context, [&](Result<HttpResponse> result) {
        answer = std::move(result);
        ++answers;
        loop.exitLoop();
    });
    loop.enterLoopMSecs(20'000);
    if (!answer || answers != 1)
        return Error{Error::Kind::Blind, QStringLiteral("%1 answers").arg(answers), {}};
    return *answer;
}

inline QString kindOf(const Result<HttpResponse> &result)
{
    return result.ok() ? QStringLiteral("ok") : errorKindName(result.error().kind);
}

} // namespace Watchfloor::Testing
