#pragma once

#include "models/core/result.h"
#include "models/core/secret.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace Watchfloor {

/// Turns references into secrets at the moment of use: environment, file (trailing newline removed), the system's key chain.
/// Never caches what it read from a file or a variable; a key-chain entry is read once and kept in memory.
class SecretResolver
{
public:
    using Handler = std::function<void(Result<Secret>)>;
    virtual ~SecretResolver() = default;

    /// Answers through `handler`, at once or later, on the caller's thread. A missing secret is Error::Kind::MissingSecret.
    virtual void resolve(const SecretReference &reference, Handler handler) const = 0;
    /// The named top-level secrets: of the workspace, for ${secret:NAME}.
    virtual SecretReference named(const QString &name) const = 0;
};

/// The real one, over the workspace's `secrets:` map.
class SystemSecretResolver final : public SecretResolver
{
public:
    explicit SystemSecretResolver(std::map<QString, SecretReference> named = {});
    ~SystemSecretResolver() override;
    void resolve(const SecretReference &reference, Handler handler) const override;
    SecretReference named(const QString &name) const override;

private:
    struct Keychain;
    void askKeychain(const QString &entry, Handler handler) const;

    std::map<QString, SecretReference> m_named;
    std::shared_ptr<Keychain> m_keychain;
};

} // namespace Watchfloor
