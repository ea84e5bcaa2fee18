#include "models/http/httpclient.h"

#include "tests/http/callresult.h"
#include "tests/support/certificates.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Watchfloor::TlsOptions)

/// What TLS refuses, and what it says of it (S10).
class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustedCertificateIsAccepted();
    void wrongCertificateIsRefusedAndNamed_data();
    void wrongCertificateIsRefusedAndNamed();
    void clientCertificateIsSent();
    void unusableFilesAreNamed_data();
    void unusableFilesAreNamed();
    void repairedAuthorityIsReadAgain();
    void cutBodyIsSeenThroughTls();
    void largeBodyPasses();
    void plainTextServerIsNoTls();

private:
    Result<HttpResponse> ask(const FaultServer &server, const TlsOptions &tls);
    void serve(FaultServer &server, const Certificates::Identity &identity) { server.useTls(identity.chain(), identity.key()); }

    std::unique_ptr<Certificates> m_certificates;
    Certificates::Identity m_good;
    SystemClock m_clock;
};

void TestHttpTls::initTestCase()
{
    m_certificates = std::make_unique<Certificates>();
    m_good = m_certificates->issued(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1"), 20);
    QCOMPARE(m_certificates->failure(), QString());
}

Result<HttpResponse> TestHttpTls::ask(const FaultServer &server, const TlsOptions &tls)
{
    HttpClient client({.base = server.url(), .tls = tls}, m_clock, std::make_shared<FixedSecrets>());
    HttpRequest request;
    request.url = server.url(QStringLiteral("/page"));
    return answerTo(client, request);
}

void TestHttpTls::trustedCertificateIsAccepted()
{
    FaultServer server;
    serve(server, m_good);
    server.on(QStringLiteral("/page"), Answer::json("{}"));
    const Result<HttpResponse> result = ask(server, {.caFile = m_certificates->authority().certificateFile});
    QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().detail));
    QVERIFY(result->certificateLeft);
    QVERIFY(*result->certificateLeft > 19 * 24h && *result->certificateLeft <= 20 * 24h);
}

void TestHttpTls::wrongCertificateIsRefusedAndNamed_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("said");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("certificate expired on 20");
    QTest::newRow("other name") << QStringLiteral("other") << QStringLiteral("certificate is for a.example, not for 127.0.0.1");
    QTest::newRow("self-signed") << QStringLiteral("self") << QStringLiteral("self-signed certificate of lonely");
    QTest::newRow("unknown authority") << QStringLiteral("system") << QStringLiteral("unknown authority: Watchfloor Test Authority");
}

void TestHttpTls::wrongCertificateIsRefusedAndNamed()
{
    QFETCH(QString, which);
    QFETCH(QString, said);
    Certificates::Identity identity = m_good;
    if (which == u"expired")
        identity = m_certificates->issued(which, QStringLiteral("IP:127.0.0.1"), 0);
    else if (which == u"other")
        identity = m_certificates->issued(which, QStringLiteral("DNS:a.example"), 20);
    else if (which == u"self")
        identity = m_certificates->selfSigned(QStringLiteral("lonely"), QStringLiteral("IP:127.0.0.1"), 20);
    QCOMPARE(m_certificates->failure(), QString());
    FaultServer server;
    serve(server, identity);
    server.on(QStringLiteral("/page"), Answer::json("{}"));
    TlsOptions tls;
    if (which != u"system")
        tls.caFile = m_certificates->authority().certificateFile;
    const Result<HttpResponse> result = ask(server, tls);
    QCOMPARE(kindOf(result), QStringLiteral("tls"));
    QVERIFY2(result.error().detail.contains(said), qPrintable(result.error().detail));
    QCOMPARE(server.requests().size(), 0u);
    if (which != u"other")
        return;
    tls.serverName = QStringLiteral("a.example");
    QCOMPARE(kindOf(ask(server, tls)), QStringLiteral("ok"));
}

void TestHttpTls::clientCertificateIsSent()
{
    const auto mine = m_certificates->issued(QStringLiteral("console"), QStringLiteral("DNS:console"), 20);
    FaultServer server;
    server.useTls(m_good.chain(), m_good.key(), m_certificates->authority().chain());
    server.on(QStringLiteral("/page"), Answer::json("{}"));
    TlsOptions tls{.caFile = m_certificates->authority().certificateFile};
    QVERIFY(!ask(server, tls).ok());
    QCOMPARE(server.requests().size(), 0u);
    tls.certificateFile = mine.certificateFile;
    tls.keyFile = mine.keyFile;
    QCOMPARE(kindOf(ask(server, tls)), QStringLiteral("ok"));
}

void TestHttpTls::unusableFilesAreNamed_data()
{
    QTest::addColumn<TlsOptions>("tls");
    QTest::addColumn<QString>("named");
    const QString self = QStringLiteral("/proc/self/cmdline");
    QTest::newRow("no CA file") << TlsOptions{.caFile = QStringLiteral("/nowhere/ca.pem")} << QStringLiteral("CA file /nowhere/ca.pem");
    QTest::newRow("CA file without certificate") << TlsOptions{.caFile = self} << QStringLiteral("CA file ") + self;
    QTest::newRow("no certificate file") << TlsOptions{.certificateFile = QStringLiteral("/nowhere/c.pem")}
                                         << QStringLiteral("certificate file /nowhere/c.pem");
    QTest::newRow("key file without key") << TlsOptions{.certificateFile = m_good.certificateFile, .keyFile = self}
                                          << QStringLiteral("key file ") + self;
}

void TestHttpTls::unusableFilesAreNamed()
{
    QFETCH(TlsOptions, tls);
    QFETCH(QString, named);
    FaultServer server;
    serve(server, m_good);
    const Result<HttpResponse> result = ask(server, tls);
    QCOMPARE(kindOf(result), QStringLiteral("tls"));
    QVERIFY2(result.error().detail.contains(named), qPrintable(result.error().detail));
    QCOMPARE(server.connections(), 0);
}

void TestHttpTls::repairedAuthorityIsReadAgain()
{
    const QString caFile = m_certificates->folder() + QStringLiteral("/moving-ca.pem");
    const auto stranger = m_certificates->selfSigned(QStringLiteral("stranger"), {}, 20);
    QVERIFY(QFile::copy(stranger.certificateFile, caFile));
    FaultServer server;
    serve(server, m_good);
    server.on(QStringLiteral("/page"), Answer::json("{}"));
    HttpClient client({.base = server.url(), .tls = {.caFile = caFile}}, m_clock, std::make_shared<FixedSecrets>());
    HttpRequest request;
    request.url = server.url(QStringLiteral("/page"));
    QCOMPARE(kindOf(answerTo(client, request)), QStringLiteral("tls"));
    QVERIFY(QFile::remove(caFile) && QFile::copy(m_certificates->authority().certificateFile, caFile));
    QCOMPARE(kindOf(answerTo(client, request)), QStringLiteral("ok"));
}

void TestHttpTls::cutBodyIsSeenThroughTls()
{
    FaultServer server;
    serve(server, m_good);
    server.on(QStringLiteral("/page"), Answer::cut("{\"status\":\"UP\"}", 1000));
    QCOMPARE(kindOf(ask(server, {.caFile = m_certificates->authority().certificateFile})), QStringLiteral("truncated"));
}

void TestHttpTls::largeBodyPasses()
{
    FaultServer server;
    serve(server, m_good);
    server.on(QStringLiteral("/page"), Answer::hugeBody(20 << 20));
    const Result<HttpResponse> result = ask(server, {.caFile = m_certificates->authority().certificateFile});
    QVERIFY2(result.ok(), qPrintable(kindOf(result)));
    QCOMPARE(result->body.size(), 20 << 20);
}

void TestHttpTls::plainTextServerIsNoTls()
{
    FaultServer server;
    QUrl url = server.url(QStringLiteral("/page"));
    url.setScheme(QStringLiteral("https"));
    HttpClient client({.base = url}, m_clock, std::make_shared<FixedSecrets>());
    HttpRequest request;
    request.url = url;
    request.deadline = 1s;
    const Result<HttpResponse> result = answerTo(client, request);
    QVERIFY2(kindOf(result) == u"tls" || kindOf(result) == u"timeout", qPrintable(kindOf(result)));
}

WATCHFLOOR_TEST(TestHttpTls)
#include "tst_httptls.moc"
