#include "models/metrics/metricssource.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const ExpositionPage> pageOf(const QByteArray &text)
{
    return std::make_shared<const ExpositionPage>(*parseExposition(text, ExpositionFormat::Text));
}

}

class TestMetricsSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsAndRatesAreTakenOverMatchingSamples()
    {
        MetricsSnapshot snapshot;
        snapshot.page = pageOf("# TYPE n counter\nn{code=\"200\",a=\"1\"} 30\nn{code=\"200\",a=\"2\"} 40\nn{code=\"500\"} 5\n");
        const Labels fine{{QStringLiteral("code"), QStringLiteral("200")}};
        QCOMPARE(snapshot.sum(u"n"), 75.0);
        QCOMPARE(snapshot.sum(u"n", fine), 70.0);
        QVERIFY(std::isnan(snapshot.sum(u"m")));
        QVERIFY(std::isnan(snapshot.rate(u"n")));
        snapshot.previous = pageOf("n{code=\"200\"} 20\nn{code=\"500\"} 100\n");
        snapshot.elapsed = 5s;
        QCOMPARE(snapshot.rate(u"n", fine), 10.0);
        QCOMPARE(snapshot.rate(u"n", {{QStringLiteral("code"), QStringLiteral("500")}}), 1.0);
    }

    void pollsGiveSnapshots()
    {
        FaultServer server;
        FakeClock clock;
        server.on(QStringLiteral("/metrics"), {Answer::text("n 1\n"), Answer::text("n 3\n")});
        HttpClient http(HttpTarget{.base = server.url(QStringLiteral("/metrics"))}, clock, std::make_shared<SystemSecretResolver>());
        MetricsSource source(http);
        std::vector<MetricsSnapshot> snapshots;
        connect(&source, &MetricsSource::finished, &source, [&snapshots](const MetricsSnapshot &snapshot) { snapshots.push_back(snapshot); });
        source.poll();
        source.poll();
        QTRY_COMPARE(snapshots.size(), size_t(1));
        QCOMPARE(server.requests().size(), size_t(1));
        source.poll();
        QTRY_COMPARE(snapshots.size(), size_t(2));
        QCOMPARE(snapshots[1].sum(u"n"), 3.0);
        QCOMPARE(snapshots[1].previous, snapshots[0].page);
    }

    void largePagesAreReadToo()
    {
        FaultServer server;
        FakeClock clock;
        QByteArray page;
        for (int i = 0; i < 10'000; ++i)
            page += "n{i=\"" + QByteArray::number(i) + "\"} 1\n";
        server.otherwise(Answer::text(page));
        HttpClient http(HttpTarget{.base = server.url(QStringLiteral("/metrics"))}, clock, std::make_shared<SystemSecretResolver>());
        MetricsSource source(http);
        double sum = 0;
        connect(&source, &MetricsSource::finished, &source, [&sum](const MetricsSnapshot &snapshot) { sum = snapshot.sum(u"n"); });
        source.poll();
        QTRY_COMPARE(sum, 10'000.0);
    }

    void failuresAreNamed_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("log-in page") << Answer::html() << Error::Kind::NotExpected;
        QTest::newRow("JSON") << Answer::json("{\"a\":1}") << Error::Kind::NotExpected;
        QTest::newRow("empty page") << Answer::text("") << Error::Kind::NotExpected;
        QTest::newRow("server error") << Answer::text("no", 500) << Error::Kind::Server;
        QTest::newRow("cut body") << Answer::cut("n 1\n", 100) << Error::Kind::Truncated;
    }
    void failuresAreNamed()
    {
        QFETCH(Answer, answer);
        QFETCH(Error::Kind, kind);
        FaultServer server;
        FakeClock clock;
        server.otherwise(answer);
        HttpClient http(HttpTarget{.base = server.url(QStringLiteral("/metrics"))}, clock, std::make_shared<SystemSecretResolver>());
        MetricsSource source(http);
        std::optional<Error> error;
        connect(&source, &MetricsSource::failed, &source, [&error](const Error &failure) { error = failure; });
        source.poll();
        QTRY_VERIFY(error.has_value());
        QCOMPARE(errorKindName(error->kind), errorKindName(kind));
    }
};

WATCHFLOOR_TEST(TestMetricsSource)
#include "tst_metricssource.moc"
