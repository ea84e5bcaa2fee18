#include "app/demoservice/demoserver.h"
#include "tests/support/testregistry.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreServed_data();
    void pagesAreServed();
    void withoutTheCacheEveryLookUpMisses();
    void aTakenPortIsRefused();

private:
    struct Answer
    {
        int status = 0;
        QByteArray type;
        QByteArray body;
    };
    Answer get(const QString &path);
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    QNetworkAccessManager m_network;
};

void TestDemoServer::init()
{
    // Nothing listens on a port that was just given back.
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress(QHostAddress::LocalHost)));
    const quint16 dead = nobody.serverPort();
    nobody.close();
    const ServicePlan plan{.version = u"2.4.1"_s, .requestsPerSecond = 1000, .errorRatio = 0.5, .external = {u"stripe"_s}};
    m_server = std::make_unique<DemoServer>(
        DemoServer::Options{.service = u"payment"_s, .redisPort = dead, .directory = m_folder.path()}, plan);
    QVERIFY(m_server->listen());
}

void TestDemoServer::cleanup()
{
    m_server.reset();
}

TestDemoServer::Answer TestDemoServer::get(const QString &path)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server->port()).arg(path))));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    finished.wait(5'000);
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(),
            reply->readAll()};
}

void TestDemoServer::pagesAreServed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("metrics") << u"/metrics"_s << 200 << QByteArray("text/plain") << QByteArray("app_build_info{service=\"payment\"");
    QTest::newRow("system") << u"/api/health/system"_s << 200 << QByteArray("application/json") << QByteArray("\"status\":\"degraded\"");
    QTest::newRow("database, redis away") << u"/api/health/database"_s << 503 << QByteArray("application/json")
                                          << QByteArray("\"status\":\"unhealthy\"");
    QTest::newRow("external") << u"/api/health/external"_s << 200 << QByteArray("application/json") << QByteArray("\"stripe\"");
    QTest::newRow("no such page") << u"/api/health"_s << 404 << QByteArray() << QByteArray();
}

void TestDemoServer::pagesAreServed()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, word);
    const Answer answer = get(path);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.type.startsWith(type), answer.type.constData());
    QVERIFY2(answer.body.contains(word), answer.body.constData());
}

void TestDemoServer::withoutTheCacheEveryLookUpMisses()
{
    QTRY_VERIFY_WITH_TIMEOUT(!get(u"/metrics"_s).body.contains("cache_misses_total{service=\"payment\"} 0\n"), 5'000);
    QVERIFY(get(u"/metrics"_s).body.contains("cache_hits_total{service=\"payment\"} 0\n"));
}

void TestDemoServer::aTakenPortIsRefused()
{
    DemoServer second({.service = u"auth"_s, .port = m_server->port(), .directory = m_folder.path()}, {});
    QVERIFY(!second.listen());
}

WATCHFLOOR_TEST(TestDemoServer)
#include "tst_demoserver.moc"
