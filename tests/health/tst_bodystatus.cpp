#include "models/health/bodystatus.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

class TestBodyStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthBodiesAreRecognised_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<State>("state");
        QTest::newRow("Spring up") << QByteArray(R"({"status":"UP","components":{"db":{"status":"UP"}}})") << State::Healthy;
        QTest::newRow("Spring down") << QByteArray(R"({"status":"DOWN"})") << State::Critical;
        QTest::newRow("Spring out of service") << QByteArray(R"({"status":"OUT_OF_SERVICE"})") << State::Critical;
        QTest::newRow("health+json") << QByteArray(R"({"version":"1","status":"fail"})") << State::Critical;
        QTest::newRow("health+json warning") << QByteArray(R"({"status":"warn"})") << State::Warning;
        QTest::newRow("nested status") << QByteArray(R"({"status":{"status":"unhealthy"}})") << State::Critical;
        QTest::newRow("plain word") << QByteArray("Unhealthy\n") << State::Critical;
        QTest::newRow("plain ok") << QByteArray("OK") << State::Healthy;
    }
    void healthBodiesAreRecognised()
    {
        QFETCH(QByteArray, body);
        QFETCH(State, state);
        const auto status = bodyStatus(body);
        QVERIFY(status.has_value());
        QCOMPARE(status->state, state);
        QVERIFY(!status->word.isEmpty());
    }

    void otherBodiesAreNot_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "{}", "[]", R"({"status":200})", R"({"status":"shipped"})", R"({"status":)", "<html>down</html>", "Hello, all is down here and has been for a while now"})
            QTest::newRow(*body ? body : "empty") << QByteArray(body);
        QTest::newRow("deep") << QByteArray("{\"a\":").repeated(100'000);
    }
    void otherBodiesAreNot()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!bodyStatus(body));
    }
};

WATCHFLOOR_TEST(TestBodyStatus)
#include "tst_bodystatus.moc"
