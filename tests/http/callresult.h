#pragma once

#include "tests/support/httpanswer.h"

#include <QElapsedTimer>
#include <QTest>

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

inline QString kindOf(const Result<HttpResponse> &result)
{
    return result.ok() ? QStringLiteral("ok") : errorKindName(result.error().kind);
}

} // namespace Watchfloor::Testing
