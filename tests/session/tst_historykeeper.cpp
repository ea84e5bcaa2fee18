#include "models/session/historykeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;

class TestHistoryKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOverComesBackAsMarks();
    void aSourceThatGoesBlindIsAMark();

private:
    static Observation answer(const Testing::FakeClock &clock, Observation::Body body)
    {
        return {QStringLiteral("main"), clock.now(), clock.wall(), std::move(body)};
    }
    static Workspace workspace()
    {
        Workspace made;
        SourceSpec source;
        source.name = QStringLiteral("main");
        source.interval = std::chrono::seconds(1);
        made.sources = {source};
        return made;
    }
};

void TestHistoryKeeper::whatIsOverComesBackAsMarks()
{
    const QTemporaryDir folder;
    Testing::FakeClock clock;
    {
        Stores stores;
        stores.setWorkspace(workspace());
        HistoryKeeper keeper(stores, folder.path(), clock);
        ConsoleAlertsSnapshot raised;
        OriginAlert alert;
        alert.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("EndpointDown")}, {QStringLiteral("service"), QStringLiteral("payment")}};
        alert.startsAt = clock.wall();
        raised.alerts = {alert};
        stores.apply(answer(clock, raised));
        clock.advance(std::chrono::seconds(30));
        stores.apply(answer(clock, ConsoleAlertsSnapshot{}));
        QCOMPARE(stores.alerts.count(AlertState::Recovered), 1);
    }
    Stores stores;
    HistoryKeeper keeper(stores, folder.path(), clock);
    std::vector<Mark> marks;
    connect(&keeper, &HistoryKeeper::observed, this, [&marks](const QString &, const Observation::Body &body) { marks.push_back(std::get<Mark>(body)); });
    keeper.recall();
    QTRY_COMPARE(marks.size(), size_t(2));
    QCOMPARE(marks[0].kind, Mark::Kind::Alert);
    QCOMPARE(marks[1].kind, Mark::Kind::Recovered);
    QCOMPARE(marks[1].service, QStringLiteral("payment"));
    QCOMPARE(marks[1].at - marks[0].at, std::chrono::milliseconds(30'000));
}

void TestHistoryKeeper::aSourceThatGoesBlindIsAMark()
{
    const QTemporaryDir folder;
    Testing::FakeClock clock;
    Stores stores;
    stores.setWorkspace(workspace());
    HistoryKeeper keeper(stores, folder.path(), clock);
    QStringList texts;
    connect(&keeper, &HistoryKeeper::observed, this, [&texts](const QString &, const Observation::Body &body) { texts << std::get<Mark>(body).text; });
    keeper.tick();
    stores.apply(answer(clock, SourceAnswer{}));
    keeper.tick();
    QVERIFY2(texts.isEmpty(), "the first answer is where we came in");
    clock.advance(std::chrono::seconds(3));
    stores.apply(answer(clock, SourceFailure{{Error::Kind::Refused, {}, {}}}));
    keeper.tick();
    clock.advance(std::chrono::seconds(3));
    keeper.tick();
    QCOMPARE(texts.size(), 2);
    QVERIFY(texts[0].contains(QStringLiteral("stale")));
    QVERIFY(texts[1].contains(QStringLiteral("blind")));
}

WATCHFLOOR_TEST(TestHistoryKeeper)
#include "tst_historykeeper.moc"
