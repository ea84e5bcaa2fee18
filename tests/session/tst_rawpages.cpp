#include "models/http/httpclient.h"
#include "tests/session/rig.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

/// A page whose counter grows by ten a poll.
class CountingPage final : public FakeServer
{
public:
    CountingPage()
    {
        serve(QStringLiteral("/metrics"), [this](const SeenRequest &) {
            m_count += 10;
            return Answer::text("# TYPE orders_total counter\n# HELP orders_total Orders taken.\norders_total{shop=\"a\"} " + QByteArray::number(m_count) + '\n');
        });
    }

private:
    int m_count = 0;
};

Workspace workspaceOf(const CountingPage &page)
{
    Workspace workspace;
    workspace.sources = {sourceAt(QStringLiteral("raw"), SourceKind::Metrics, page.server.url(QStringLiteral("/metrics")))};
    return workspace;
}

} // namespace

class TestRawPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelsAreAnsweredWithoutAPrometheus()
    {
        const CountingPage page;
        const SystemClock clock;
        Session session(workspaceOf(page), clock, {.dataFolder = {}, .actor = {}, .watchFiles = false});
        const QueryKey rate{QStringLiteral("raw"), QStringLiteral("rate(orders_total[2s])"), 1min, 100ms};
        const QueryInterest interest = session.watch(rate);
        session.start();
        const auto answered = [&]() -> const Series * {
            const SeriesStore::Entry *entry = session.stores().series.find(rate);
            return entry && entry->answer && !entry->answer->series.empty() ? &entry->answer->series.front() : nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(answered() && answered()->size() > 5, 5'000);
        const double last = answered()->last();
        QVERIFY2(last > 20 && last < 500, qPrintable(QString::number(last)));
        QCOMPARE(session.stores().series.state(rate, clock.now()), State::Healthy);
    }

    void aPageThatFailsIsNotCalledHealthy()
    {
        CountingPage page;
        const SystemClock clock;
        Session session(workspaceOf(page), clock, {.dataFolder = {}, .actor = {}, .watchFiles = false});
        const QueryKey value{QStringLiteral("raw"), QStringLiteral("orders_total"), {}, {}};
        const QueryInterest interest = session.watch(value);
        session.start();
        QTRY_VERIFY(session.stores().series.find(value) && session.stores().series.find(value)->answer);
        page.fault = Answer::text("<html>", 503);
        QTRY_VERIFY(session.stores().series.find(value)->freshness.error());
        QVERIFY(session.stores().series.find(value)->answer); // the last picture stays
        QTRY_VERIFY_WITH_TIMEOUT(session.stores().series.state(value, clock.now()) != State::Healthy, 5'000);
        page.fault.reset();
        QTRY_COMPARE_WITH_TIMEOUT(session.stores().series.state(value, clock.now()), State::Healthy, 5'000);
    }

    void tellsWhatAPageHas()
    {
        const CountingPage page;
        const SystemClock clock;
        Session session(workspaceOf(page), clock, {.dataFolder = {}, .actor = {}, .watchFiles = false});
        session.start();
        std::map<QString, MetricMetadata> metrics;
        QStringList values;
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            session.listMetrics(QStringLiteral("raw"), this, [&](const Result<std::map<QString, MetricMetadata>> &found) { metrics = found ? *found : decltype(metrics)(); });
            return metrics.size() == 1;
        })(), 5'000);
        QCOMPARE(metrics.begin()->second.type, QStringLiteral("counter"));
        QCOMPARE(metrics.begin()->second.help, QStringLiteral("Orders taken."));
        session.listLabelValues(QStringLiteral("raw"), QStringLiteral("shop"), QStringLiteral("orders_total"), this, [&](const Result<QStringList> &found) { values = found ? *found : QStringList(); });
        QCOMPARE(values, QStringList{QStringLiteral("a")});
        bool refused = false;
        session.listMetrics(QStringLiteral("nobody"), this, [&](const Result<std::map<QString, MetricMetadata>> &found) { refused = !found; });
        QVERIFY(refused);
    }
};

WATCHFLOOR_TEST(TestRawPages)
#include "tst_rawpages.moc"
