#include "tests/session/rig.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What panels ask through the one door, and what of it stands on the Sources page.
class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsReachTheirStore();
    void pausedPanelsAskNothing();
    void limitsOfASourceAreObeyed();
};

void TestFigures::costsReachTheirStore()
{
    FakePrometheus prometheus;
    FakeAlertmanager alertmanager;
    const SystemClock clock;
    Session session(workspaceOf({sourceAt(u"main"_s, SourceKind::Prometheus, prometheus.server.url(), 30s),
                                 sourceAt(u"am"_s, SourceKind::Alertmanager, alertmanager.server.url(), 30s)}),
                    clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    session.start();
    const auto interest = session.watch({{}, u"rate(x[5m])"_s, 1h, 15s});
    const auto figures = [&session] { return session.stores().sources.find(u"main"_s)->figures.value_or(SourceFigures()); };
    QTRY_VERIFY(figures().wholes == 1 && figures().bytes > 0);
    session.refreshNow();
    QTRY_COMPARE(figures().tails + figures().wholes, 2);
    QVERIFY(!session.stores().sources.find(u"am"_s)->figures);
}

void TestFigures::pausedPanelsAskNothing()
{
    FakePrometheus prometheus;
    const SystemClock clock;
    Session session(workspaceOf({sourceAt(u"main"_s, SourceKind::Prometheus, prometheus.server.url(), 30s)}), clock,
                    {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    const auto hidden = session.watch({{}, u"hidden"_s, 1h, 15s});
    const auto shown = session.watch({{}, u"shown"_s, 1h, 15s});
    session.setPaused(hidden, true);
    session.start();
    const QString path = u"/api/v1/query_range"_s;
    QTRY_VERIFY(session.stores().series.find({u"main"_s, u"shown"_s, 1h, 15s}));
    QCOMPARE(prometheus.server.requestsTo(path).size(), size_t(1));
    session.setPaused(hidden, false);
    QTRY_VERIFY(session.stores().series.find({u"main"_s, u"hidden"_s, 1h, 15s}));
}

void TestFigures::limitsOfASourceAreObeyed()
{
    FakePrometheus prometheus;
    QByteArray list;
    for (int i = 0; i < 5; ++i)
        list += QByteArray(i > 0 ? "," : "") + "{\"metric\":{\"i\":\"" + QByteArray::number(i) + "\"},\"value\":[1795230764,\"1\"]}";
    prometheus.results[u"up"_s] = '[' + list + ']';
    SourceSpec spec = sourceAt(u"main"_s, SourceKind::Prometheus, prometheus.server.url(), 30s);
    spec.seriesLimit = 3;
    const SystemClock clock;
    Session session(workspaceOf({spec}), clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    session.start();
    const auto interest = session.watch({{}, u"up"_s, {}, {}});
    const QueryKey key{u"main"_s, u"up"_s, {}, {}};
    QTRY_VERIFY(session.stores().series.find(key) && session.stores().series.find(key)->answer);
    const QueryAnswer &answer = *session.stores().series.find(key)->answer;
    QCOMPARE(answer.series.size(), size_t(3));
    QCOMPARE(answer.totalSeries, size_t(5));
    QCOMPARE(answer.warnings, QStringList(u"cut at 3 of 5 series"_s));
}

WATCHFLOOR_TEST(TestFigures)
#include "tst_figures.moc"
