#include "models/panels/dashboardwriter.h"
#include "models/panels/shortform.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

const QString file = QStringLiteral("/tmp/payment.yaml");

const QByteArray payment = "dashboard: Payment # for the wall\n"
                           "panels:\n"
                           "  - title: Errors # of all calls\n"
                           "    queries: [up] # by service\n"
                           "    thresholds:\n"
                           "      # agreed with finance\n"
                           "      - {above: 0.01, state: critical}\n"
                           "  # the second\n"
                           "  - {title: Up, kind: stat, queries: [{expr: 'a{b=\"c\"}'}]}\n";

Dashboard read(const QByteArray &text)
{
    const DashboardDocument document = readDashboard(text, file);
    return document.dashboard.value_or(Dashboard());
}

} // namespace

class TestDashboardWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedPanelChangesNothing()
    {
        const Dashboard dashboard = read(payment);
        for (size_t i = 0; i < dashboard.panels.size(); ++i) {
            const auto written = withPanelChanged(payment, file, i, dashboard.panels[i]);
            QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().detail));
            QCOMPARE(*written, payment);
        }
    }

    void changesOnlyWhatChanged()
    {
        Panel panel = read(payment).panels[0];
        panel.title = QStringLiteral("Failures");
        panel.queries[0].legend = QStringLiteral("{{service}}");
        panel.field.thresholds = thresholdsOf({{0.01, true, State::Warning}, {0.05, true, State::Critical}});
        panel.field.style.stack = StackMode::Normal;
        panel.options.legend.calculations = {QStringLiteral("mean")};
        const auto written = withPanelChanged(payment, file, 0, panel);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().detail));
        QByteArray expected = payment;
        expected.replace("Errors #", "Failures #");
        expected.replace("[up] #", "[{expr: up, legend: '{{service}}'}] #");
        expected.replace("state: critical}\n", "state: warning}\n      - {above: 0.05, state: critical}\n    style: {stack: normal}\n    legend: {values: [mean]}\n");
        QCOMPARE(*written, expected);
    }

    void everythingTheFormCanSayReadsBack()
    {
        Panel panel;
        panel.title = QStringLiteral("All: of \"it\"");
        panel.description = QStringLiteral("two\nlines");
        panel.kind = PanelKind::Table;
        panel.at = {3, 4, 5, 6};
        panel.source = QStringLiteral("main");
        panel.field.unit.id = QStringLiteral("percentunit");
        panel.field.decimals = 2;
        panel.field.minimum = 0;
        panel.field.maximum = 0.5;
        panel.field.thresholds = thresholdsOf({{1, false, State::Warning}});
        panel.field.style.draw = DrawStyle::Bars;
        panel.field.style.interpolation = LineInterpolation::StepAfter;
        panel.field.style.lineWidth = 3;
        panel.field.style.fillOpacity = 0.25;
        panel.field.style.points = PointsShown::Always;
        panel.field.style.negativeY = true;
        panel.field.style.logBase = 2;
        panel.options.legend = {LegendOptions::Mode::Table, true, {QStringLiteral("max"), QStringLiteral("sum")}, {}, true, 0};
        panel.repeat = QStringLiteral("service");
        PanelQuery query{QStringLiteral("rate(a{b=~\"c|d\"}[$__rate_interval])")};
        query.minimumStep = QStringLiteral("1m");
        query.format = PanelQuery::Format::Table;
        query.exemplars = true;
        query.hidden = true;
        query.compare = std::chrono::hours(7 * 24);
        query.source = QStringLiteral("other");
        panel.queries = {query};
        const auto written = withPanelAdded(payment, file, panel);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().detail));
        const Dashboard dashboard = read(*written);
        QCOMPARE(dashboard.panels.size(), size_t(3));
        QVERIFY(written->startsWith(payment));
        QCOMPARE(flowText(shortForm(dashboard.panels[2])), flowText(shortForm(panel)));
        QVERIFY(dashboard.panels[2].queries == panel.queries);
        QVERIFY(dashboard.panels[2].field == panel.field);
    }

    void removesAPanel()
    {
        const auto first = withPanelRemoved(payment, file, 0);
        QVERIFY(first.ok());
        QCOMPARE(*first, QByteArray("dashboard: Payment # for the wall\npanels:\n  # the second\n  - {title: Up, kind: stat, queries: [{expr: 'a{b=\"c\"}'}]}\n"));
        const auto none = withPanelRemoved(*first, file, 0);
        QVERIFY2(none.ok(), none ? "" : qPrintable(none.error().detail));
        QCOMPARE(read(*none).panels.size(), size_t(0));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("index");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("no such panel") << payment << 7 << Error::Kind::Invalid;
        QTest::newRow("a broken file") << QByteArray("dashboard: [") << 0 << Error::Kind::Invalid;
        QTest::newRow("another file") << QByteArray("a: 1") << 0 << Error::Kind::Invalid;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, index);
        QFETCH(Error::Kind, kind);
        const auto written = withPanelChanged(text, file, size_t(index), read(payment).panels[0]);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, kind);
    }

    void refusesWhatTheFormCannotSay()
    {
        Panel panel = read(payment).panels[0];
        panel.transformations.push_back({QStringLiteral("merge"), {}, false, {}});
        const auto written = withPanelChanged(payment, file, 0, panel);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, Error::Kind::Unsupported);
        QVERIFY(written.error().detail.contains(u"transformations"));
    }
};

WATCHFLOOR_TEST(TestDashboardWriter)
#include "tst_dashboardwriter.moc"
