#include "models/http/tlsconfiguration.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace Watchfloor {

namespace {

Error unusable(const QString &what, const QString &path, const QString &why)
{
    return {Error::Kind::Tls, QStringLiteral("%1 %2: %3").arg(what, path, why), path};
}

Result<QByteArray> readPem(const QString &what, const QString &path)
{
    constexpr qint64 longest = 4 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(what, path, file.errorString());
    return file.read(longest);
}

Result<QSslKey> readKey(const QString &path)
{
    const Result<QByteArray> pem = readPem(QStringLiteral("key file"), path);
    if (!pem)
        return pem.error();
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(*pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return unusable(QStringLiteral("key file"), path, QStringLiteral("no unencrypted private key in PEM form"));
}

const QList<QSslCertificate> &systemAuthorities()
{
    static const QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    return authorities;
}

QString day(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

QString nameOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectDisplayName();
    return name.isEmpty() ? QStringLiteral("unnamed") : name;
}

QString namesOf(const QSslCertificate &certificate)
{
    constexpr qsizetype most = 5;
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    std::sort(names.begin(), names.end());
    const bool isMore = names.size() > most;
    return QStringList(names.mid(0, most)).join(QStringLiteral(", ")) + (isMore ? QStringLiteral(" and others") : QString());
}

bool isIssuer(const QSslCertificate &authority, const QSslCertificate &certificate)
{
    const QList<QByteArray> attributes = certificate.issuerInfoAttributes();
    return !attributes.isEmpty() && std::all_of(attributes.begin(), attributes.end(), [&](const QByteArray &attribute) {
        return authority.subjectInfo(attribute) == certificate.issuerInfo(attribute);
    });
}

QString describe(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return QStringLiteral("certificate expired on %1").arg(day(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("certificate is valid only from %1").arg(day(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return QStringLiteral("certificate is for %1, not for %2").arg(namesOf(certificate), host);
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("self-signed certificate of %1").arg(nameOf(certificate));
    case QSslError::SelfSignedCertificateInChain:
        return QStringLiteral("authority %1 is not among the trusted ones").arg(nameOf(certificate));
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
        return QStringLiteral("certificate comes from an unknown authority: %1").arg(certificate.issuerDisplayName());
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return QStringLiteral("certificate of %1 cannot be verified").arg(nameOf(certificate));
    default:
        return error.errorString();
    }
}

} // namespace

Result<QSslConfiguration> makeTlsConfiguration(const TlsOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    if (options.caFile.isEmpty()) {
        configuration.setCaCertificates(systemAuthorities());
    } else {
        const Result<QByteArray> pem = readPem(QStringLiteral("CA file"), options.caFile);
        if (!pem)
            return pem.error();
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(*pem, QSsl::Pem);
        if (authorities.isEmpty())
            return unusable(QStringLiteral("CA file"), options.caFile, QStringLiteral("no certificate in PEM form"));
        configuration.setCaCertificates(authorities);
    }
    if (options.certificateFile.isEmpty() && options.keyFile.isEmpty())
        return configuration;
    const Result<QByteArray> pem = readPem(QStringLiteral("certificate file"), options.certificateFile);
    if (!pem)
        return pem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (chain.isEmpty())
        return unusable(QStringLiteral("certificate file"), options.certificateFile, QStringLiteral("no certificate in PEM form"));
    const Result<QSslKey> key = readKey(options.keyFile.isEmpty() ? options.certificateFile : options.keyFile);
    if (!key)
        return key.error();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(*key);
    return configuration;
}

QString describeTlsErrors(const QList<QSslError> &errors, const QString &host)
{
    QStringList texts;
    for (const QSslError &error : errors) {
        const QString text = describe(error, host);
        if (!texts.contains(text))
            texts << text;
    }
    return texts.mid(0, 4).join(QStringLiteral("; "));
}

bool endsInKnownAuthority(const QSslConfiguration &established, const QSslConfiguration &configured)
{
    const QList<QSslCertificate> chain = established.peerCertificateChain();
    const QList<QSslCertificate> authorities = configured.caCertificates();
    return std::any_of(chain.begin(), chain.end(), [&authorities](const QSslCertificate &link) {
        return std::any_of(authorities.begin(), authorities.end(), [&link](const QSslCertificate &authority) {
            return authority == link || isIssuer(authority, link);
        });
    });
}

} // namespace Watchfloor
