#include "models/rules/readforwarder.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QTcpSocket>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

Answer readAnswer(const QByteArray &body)
{
    return {.contentType = "application/x-protobuf", .headers = {{"Content-Encoding", "snappy"}}, .body = body};
}

/// A Prometheus with a password, a page, and the forwarder before both.
struct Rig
{
    SystemClock clock;
    FaultServer prometheus;
    FaultServer page;
    ReadForwarder forwarder{clock, std::make_shared<SystemSecretResolver>()};
    QTcpSocket socket;

    Rig()
    {
        qputenv("WATCHFLOOR_TEST_TOKEN", "open-sesame");
        SourceSpec main;
        main.name = u"main"_s;
        main.kind = SourceKind::Prometheus;
        main.target.base = prometheus.url();
        main.target.credentials.bearer = {SecretReference::Kind::Environment, u"WATCHFLOOR_TEST_TOKEN"_s};
        SourceSpec raw;
        raw.name = u"raw"_s;
        raw.kind = SourceKind::Metrics;
        raw.target.base = page.url(u"/metrics"_s);
        forwarder.setSources({main, raw}, std::chrono::seconds(2));
    }

    bool connect()
    {
        if (!forwarder.listen().ok())
            return false;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), forwarder.port());
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }
    QByteArray authorization() const { return "Authorization: Bearer " + forwarder.token() + "\r\n"; }
    void read(const QByteArray &body)
    {
        socket.write("POST /read/0 HTTP/1.1\r\nHost: x\r\n" + authorization() + "Content-Encoding: snappy\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    /// Waits for the end of an answer that ends so.
    QByteArray answer(const QByteArray &end)
    {
        QByteArray all;
        (void)QTest::qWaitFor([&] {
            all += socket.readAll();
            return all.endsWith(end);
        }, 5'000);
        return all;
    }
};

}

class TestReadForwarder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesAReadThereAndBack()
    {
        Rig rig;
        rig.prometheus.on(u"/api/v1/read"_s, readAnswer("SERIES"));
        QVERIFY(rig.connect());
        for (int i = 0; i < 2; ++i) { // over one connection
            rig.read("QUESTION");
            const QByteArray answer = rig.answer("\r\n\r\nSERIES");
            QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
            QVERIFY(answer.contains("Content-Encoding: snappy\r\n"));
        }
        const SeenRequest &seen = rig.prometheus.requests().back();
        QCOMPARE(seen.body, QByteArray("QUESTION"));
        QCOMPARE(seen.header("Content-Encoding"), QByteArray("snappy"));
        QCOMPARE(seen.header("X-Prometheus-Remote-Read-Version"), QByteArray("0.1.0"));
        QCOMPARE(seen.header("Authorization"), QByteArray("Bearer open-sesame"));
        QVERIFY(!rig.forwarder.failure());
    }

    void carriesAPage()
    {
        Rig rig;
        rig.page.on(u"/metrics"_s, Answer::text("orders 7\n"));
        QVERIFY(rig.connect());
        rig.socket.write("GET /scrape/1 HTTP/1.1\r\n" + rig.authorization() + "\r\n");
        const QByteArray answer = rig.answer("orders 7\n");
        QVERIFY(answer.contains("Content-Type: text/plain; version=0.0.4"));
    }

    void aPageThatDoesNotComeIsDown()
    {
        Rig rig;
        rig.page.on(u"/metrics"_s, Answer::error(500));
        QVERIFY(rig.connect());
        rig.socket.write("GET /scrape/1 HTTP/1.1\r\n" + rig.authorization() + "\r\n");
        QVERIFY(rig.answer("\r\n\r\n").startsWith("HTTP/1.1 502 "));
        QVERIFY(!rig.forwarder.failure());
    }

    /// Prometheus would take an error for an empty answer, and end every alert over it.
    void aReadThatFailsIsNotAnswered_data()
    {
        QTest::addColumn<Answer>("fault");
        QTest::newRow("server error") << Answer::error(500);
        QTest::newRow("forbidden") << Answer::error(403);
        QTest::newRow("log-in page") << Answer::html();
        QTest::newRow("JSON") << Answer::json("{}");
        QTest::newRow("cut") << Answer{.contentType = "application/x-protobuf", .headers = {{"Content-Encoding", "snappy"}}, .body = "SER", .declaredLength = 100, .end = Answer::End::Close};
        QTest::newRow("another coding") << Answer{.contentType = "application/x-protobuf", .headers = {{"Content-Encoding", "br"}}, .body = "SER"};
        QTest::newRow("none") << Answer::hang();
    }

    void aReadThatFailsIsNotAnswered()
    {
        QFETCH(Answer, fault);
        Rig rig;
        rig.prometheus.on(u"/api/v1/read"_s, {fault, readAnswer("SERIES")});
        QVERIFY(rig.connect());
        rig.read("QUESTION");
        QTRY_VERIFY_WITH_TIMEOUT(rig.forwarder.failure(), 10'000);
        QCOMPARE(rig.forwarder.failure()->where, u"main"_s);
        QCOMPARE(rig.socket.bytesAvailable(), qint64(0));
        QCOMPARE(rig.socket.state(), QAbstractSocket::ConnectedState);
        // The next one that comes is believed again.
        rig.socket.abort();
        QVERIFY(rig.connect());
        rig.read("QUESTION");
        QVERIFY(rig.answer("SERIES").startsWith("HTTP/1.1 200 "));
        QVERIFY(!rig.forwarder.failure());
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no token") << QByteArray("POST /read/0 HTTP/1.1\r\nContent-Length: 0\r\n\r\n") << QByteArray("HTTP/1.1 401 ");
        QTest::newRow("a wrong token") << QByteArray("GET /scrape/1 HTTP/1.1\r\nAuthorization: Bearer guess\r\n\r\n") << QByteArray("HTTP/1.1 401 ");
        QTest::newRow("another path") << QByteArray("GET /metrics HTTP/1.1\r\n@\r\n") << QByteArray("HTTP/1.1 404 ");
        QTest::newRow("no such source") << QByteArray("GET /scrape/9 HTTP/1.1\r\n@\r\n") << QByteArray("HTTP/1.1 404 ");
        QTest::newRow("a page is not read") << QByteArray("POST /read/1 HTTP/1.1\r\n@\r\n") << QByteArray("HTTP/1.1 404 ");
        QTest::newRow("a Prometheus is not scraped") << QByteArray("GET /scrape/0 HTTP/1.1\r\n@\r\n") << QByteArray("HTTP/1.1 404 ");
    }

    void refusesOthers()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        Rig rig;
        QVERIFY(rig.connect());
        rig.socket.write(request.replace("@", rig.authorization()));
        QVERIFY(rig.answer("\r\n\r\n").startsWith(status));
        QVERIFY(rig.prometheus.requests().empty());
    }

    void endsWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("chunked") << QByteArray("POST /read/0 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("a body without an end") << QByteArray("POST /read/0 HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n");
        QTest::newRow("a negative body") << QByteArray("POST /read/0 HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("a head without an end") << QByteArray(20'000, 'x');
    }

    void endsWhatIsNoRequest()
    {
        QFETCH(QByteArray, request);
        Rig rig;
        QVERIFY(rig.connect());
        rig.socket.write(request);
        QTRY_COMPARE(rig.socket.state(), QAbstractSocket::UnconnectedState);
    }
};

WATCHFLOOR_TEST(TestReadForwarder)
#include "tst_readforwarder.moc"
