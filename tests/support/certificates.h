#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace Watchfloor::Testing {

/// A throw-away authority and what it signs, made by openssl in a temporary folder.
class Certificates
{
public:
    struct Identity
    {
        QString certificateFile;
        QString keyFile;
        QList<QSslCertificate> chain() const { return QSslCertificate::fromPath(certificateFile, QSsl::Pem); }
        QSslKey key() const
        {
            QFile file(keyFile);
            return file.open(QIODevice::ReadOnly) ? QSslKey(&file, QSsl::Ec) : QSslKey();
        }
    };

    Certificates() { m_authority = selfSigned(QStringLiteral("Watchfloor Test Authority"), {}, 30); }

    const Identity &authority() const { return m_authority; }

    /// Signed by nobody else; `alternativeName` as in openssl, "IP:127.0.0.1" or "DNS:a.example".
    Identity selfSigned(const QString &commonName, const QString &alternativeName, int days)
    {
        Identity identity = named();
        QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                              QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                              QStringLiteral("-keyout"), identity.keyFile, QStringLiteral("-out"), identity.certificateFile,
                              QStringLiteral("-days"), QString::number(days), QStringLiteral("-subj"), QStringLiteral("/CN=") + commonName};
        if (!alternativeName.isEmpty())
            arguments << QStringLiteral("-addext") << QStringLiteral("subjectAltName=") + alternativeName;
        run(arguments);
        return identity;
    }

    /// Signed by the authority, valid for `days` from now; 0 is over already.
    Identity issued(const QString &commonName, const QString &alternativeName, int days)
    {
        Identity identity = named();
        const QString request = identity.certificateFile + QStringLiteral(".csr");
        const QString extensions = identity.certificateFile + QStringLiteral(".ext");
        QFile file(extensions);
        if (file.open(QIODevice::WriteOnly))
            file.write("subjectAltName=" + alternativeName.toUtf8() + "\n");
        file.close();
        run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
             QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), identity.keyFile,
             QStringLiteral("-out"), request, QStringLiteral("-subj"), QStringLiteral("/CN=") + commonName});
        run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-CA"),
             m_authority.certificateFile, QStringLiteral("-CAkey"), m_authority.keyFile, QStringLiteral("-CAcreateserial"),
             QStringLiteral("-days"), QString::number(days), QStringLiteral("-extfile"), extensions, QStringLiteral("-out"),
             identity.certificateFile});
        return identity;
    }

    QString folder() const { return m_folder.path(); }
    /// What openssl said when it failed; empty when all was made.
    QString failure() const { return m_failure; }

private:
    Identity named()
    {
        const QString base = m_folder.filePath(QStringLiteral("identity%1").arg(++m_count));
        return {base + QStringLiteral(".pem"), base + QStringLiteral(".key")};
    }
    void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0)
            m_failure += QString::fromLocal8Bit(openssl.readAllStandardError()) + openssl.errorString();
    }

    QTemporaryDir m_folder;
    Identity m_authority;
    QString m_failure;
    int m_count = 0;
};

} // namespace Watchfloor::Testing
