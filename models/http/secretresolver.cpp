#include "models/http/secretresolver.h"

#include <QFile>
#include <QFileInfo>

#include <qt6keychain/keychain.h>

namespace Watchfloor {

namespace {

Result<Secret> fromEnvironment(const QString &name)
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return Error{Error::Kind::MissingSecret, QStringLiteral("environment variable %1 is not set").arg(name), name};
    return Secret(qgetenv(variable.constData()));
}

Result<Secret> fromFile(const QString &path)
{
    constexpr qint64 longest = 64 * 1024;
    const auto missing = [&path](const QString &why) {
        return Error{Error::Kind::MissingSecret, QStringLiteral("secret file %1: %2").arg(path, why), path};
    };
    // A pipe or a device would block us or never end.
    if (!QFileInfo(path).isFile())
        return missing(QStringLiteral("no such file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return missing(file.errorString());
    QByteArray value = file.read(longest + 1);
    if (value.size() > longest)
        return missing(QStringLiteral("over 64 KiB"));
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    if (value.isEmpty())
        return missing(QStringLiteral("empty"));
    return Secret(std::move(value));
}

} // namespace

/// What is known of the key chain, and who waits for it: one question an entry, since each may ask the person to unlock it.
struct SystemSecretResolver::Keychain
{
    std::map<QString, Secret> known;
    std::map<QString, std::vector<Handler>> waiting;
};

SystemSecretResolver::SystemSecretResolver(std::map<QString, SecretReference> named)
    : m_named(std::move(named))
    , m_keychain(std::make_shared<Keychain>())
{
}

SystemSecretResolver::~SystemSecretResolver() = default;

void SystemSecretResolver::resolve(const SecretReference &reference, Handler handler) const
{
    switch (reference.kind) {
    case SecretReference::Kind::None:
        return handler(Error{Error::Kind::MissingSecret, QStringLiteral("no such secret"), reference.name});
    case SecretReference::Kind::Environment:
        return handler(fromEnvironment(reference.name));
    case SecretReference::Kind::File:
        return handler(fromFile(reference.name));
    case SecretReference::Kind::Keychain:
        return askKeychain(reference.name, std::move(handler));
    }
}

SecretReference SystemSecretResolver::named(const QString &name) const
{
    const auto found = m_named.find(name);
    return found == m_named.end() ? SecretReference{} : found->second;
}

void SystemSecretResolver::askKeychain(const QString &entry, Handler handler) const
{
    if (const auto known = m_keychain->known.find(entry); known != m_keychain->known.end())
        return handler(Result<Secret>(known->second));
    auto &waiting = m_keychain->waiting[entry];
    waiting.push_back(std::move(handler));
    if (waiting.size() > 1)
        return;
    auto *job = new QKeychain::ReadPasswordJob(QStringLiteral("watchfloor"));
    job->setKey(entry);
    job->setInsecureFallback(false);
    // The job deletes itself and may outlive us; what it fills in is shared.
    QObject::connect(job, &QKeychain::Job::finished, job, [job, entry, keychain = m_keychain] {
        Result<Secret> result = Error{Error::Kind::MissingSecret,
                                      QStringLiteral("key-chain entry %1: %2").arg(entry, job->errorString()), entry};
        if (job->error() == QKeychain::NoError) {
            keychain->known[entry] = Secret(job->binaryData());
            result = keychain->known[entry];
        }
        for (const auto &waiter : std::exchange(keychain->waiting[entry], {}))
            waiter(result);
    });
    job->start();
}

} // namespace Watchfloor
