#include "models/panels/dashboard.h"
#include "models/panels/dashboardlistmodel.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace Watchfloor;

namespace {

const char *payment = R"(dashboard: Payment
source: main
variables: {service: {query: 'label_values(up, service)', multi: true}, env: {values: [a, b]}}
panels:
  - {title: Errors, kind: timeseries, unit: percentunit, at: [0, 0, 12, 8],
     queries: [{expr: 'service:error_ratio:1m', legend: '{{service}}'}], thresholds: [{above: 0.01, state: critical}]}
  - title: Up
    kind: stat
    decimals: 1
    source: other
    min: 0
    max: 1
    queries: [up]
    thresholds: [{below: 1, state: warning}]
)";

DashboardDocument read(const char *text)
{
    return readDashboard(text, QStringLiteral("/tmp/payment.yaml"));
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheShortForm()
    {
        const DashboardDocument document = read(payment);
        QVERIFY2(document.dashboard, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        const Dashboard &dashboard = *document.dashboard;
        QCOMPARE(dashboard.name, QStringLiteral("payment"));
        QCOMPARE(dashboard.title, QStringLiteral("Payment"));
        QCOMPARE(dashboard.source, QStringLiteral("main"));
        QCOMPARE(dashboard.variables.size(), size_t(2));
        QVERIFY(dashboard.variables[0].multi);
        QCOMPARE(dashboard.variables[1].values.size(), size_t(2));
        QCOMPARE(dashboard.variables[1].values[1].value, QStringLiteral("b"));
        QCOMPARE(dashboard.panels.size(), size_t(2));
        const Panel &errors = dashboard.panels[0];
        QCOMPARE(errors.kind, PanelKind::TimeSeries);
        QCOMPARE(errors.field.unit.id, QStringLiteral("percentunit"));
        QCOMPARE(errors.queries.front().legend, QStringLiteral("{{service}}"));
        QVERIFY((limitsOf(errors.field.thresholds) == std::vector<Limit>{{0.01, true, State::Critical}}));
        const Panel &up = dashboard.panels[1];
        QCOMPARE(up.kind, PanelKind::Stat);
        QCOMPARE(up.queries.front().expression, QStringLiteral("up"));
        QVERIFY((limitsOf(up.field.thresholds) == std::vector<Limit>{{1, false, State::Warning}}));
        QVERIFY((up.at == PanelPlace{12, 0, 12, 8}));
        QCOMPARE(up.field.minimum, std::optional(0.0));
        QCOMPARE(up.field.maximum, std::optional(1.0));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << 0 << "dashboard";
        QTest::newRow("not YAML") << QByteArray("dashboard: [") << 1 << "YAML";
        QTest::newRow("truncated") << QByteArray(payment, 200) << 0 << "";
        QTest::newRow("a list") << QByteArray("- a") << 1 << "map";
        QTest::newRow("no panels") << QByteArray("dashboard: A") << 1 << "panels";
        QTest::newRow("unknown key") << QByteArray("dashboard: A\npanel: []\npanels: []") << 2 << "panels";
        QTest::newRow("unknown kind") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up],\n    kind: cake}") << 4 << "cake";
        QTest::newRow("outside of the grid") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], at: [20, 0, 12, 8]}") << 3 << "24";
        QTest::newRow("place overflows") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], at: [23, 0, 2147483647, 8]}") << 3 << "24";
        QTest::newRow("three numbers") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], at: [20, 0, 12]}") << 3 << "four";
        QTest::newRow("above and below") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], thresholds: [{above: 1, below: 2}]}") << 3 << "either";
        QTest::newRow("threshold of a blind state") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], thresholds: [{above: 1, state: blind}]}") << 3 << "blind";
        QTest::newRow("variable without values") << QByteArray("dashboard: A\nvariables: {a: {multi: true}}\npanels: []") << 2 << "either";
        QTest::newRow("variable with a strange name") << QByteArray("dashboard: A\nvariables: {a-b: {query: up}}\npanels: []") << 2 << "a-b";
        QTest::newRow("min above max") << QByteArray("dashboard: A\npanels:\n - {title: A, queries: [up], min: 2, max: 1}") << 3 << "min";
        QTest::newRow("Grafana") << QByteArray("{\"title\": \"A\", \"schemaVersion\": 39, \"panels\": []}") << 1 << "Grafana";
        QTest::newRow("two documents") << QByteArray("dashboard: A\npanels: []\n---\ndashboard: B\npanels: []") << 4 << "one";
    }
    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, word);
        const DashboardDocument document = readDashboard(text, QStringLiteral("/tmp/a.yaml"));
        QVERIFY(!document.dashboard);
        QVERIFY(!document.faults.empty());
        QCOMPARE(document.faults.front().file, QStringLiteral("/tmp/a.yaml"));
        if (line > 0)
            QCOMPARE(document.faults.front().line, line);
        QVERIFY2(document.faults.front().message.contains(word), qPrintable(document.faults.front().toString()));
    }

    void tellsAllFaultsAtOnce()
    {
        const DashboardDocument document = read("dashboard: A\nbogus: 1\npanels:\n - {title: A, kind: cake, queries: [up]}\n - {title: B}\n");
        QCOMPARE(document.faults.size(), size_t(3));
    }

    void countsPanels()
    {
        QByteArray text("dashboard: A\npanels:\n");
        for (int i = 0; i < 201; ++i)
            text += " - {title: A, queries: [up]}\n";
        const DashboardDocument document = readDashboard(text, QStringLiteral("a.yaml"));
        QCOMPARE(document.faults.size(), size_t(1));
        QVERIFY(document.faults.front().message.contains(u"200"));
    }

    void judgesByTheWorstThreshold_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<State>("state");
        QTest::newRow("below all") << 0.5 << State::Healthy;
        QTest::newRow("on the limit") << 1.0 << State::Healthy;
        QTest::newRow("above the lower") << 1.5 << State::Warning;
        QTest::newRow("above both") << 3.0 << State::Critical;
        QTest::newRow("infinite") << double(INFINITY) << State::Critical;
        QTest::newRow("not a number") << double(NAN) << State::Blind;
    }
    void judgesByTheWorstThreshold()
    {
        QFETCH(double, value);
        QTEST(stateUnder(thresholdsOf({{2, true, State::Critical}, {1, true, State::Warning}}), value), "state");
    }

    void listsDashboards()
    {
        DashboardListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDashboards({*read(payment).dashboard});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.data(model.index(0), DashboardListModel::NameRole).toString(), QStringLiteral("payment"));
        QCOMPARE(model.data(model.index(0), DashboardListModel::PanelCountRole).toInt(), 2);
        QCOMPARE(model.rowOf(QStringLiteral("payment")), 0);
        QCOMPARE(model.find(QStringLiteral("other")), nullptr);
        model.setDashboards({});
        QCOMPARE(model.rowCount(), 0);
    }
};

WATCHFLOOR_TEST(TestDashboard)
#include "tst_dashboard.moc"
