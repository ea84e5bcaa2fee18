#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using Testing::json;

namespace {

/// A panel that asks from `source` what `targets` say.
Panel asked(const QByteArray &source, const QByteArray &targets, const QByteArray &variables = {})
{
    const QByteArray panel = json("{'id': 1, 'type': 'timeseries'") + (source.isEmpty() ? QByteArray() : ", \"datasource\": " + source) + ", \"targets\": [" + targets + "]}";
    const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText(panel, "\"templating\": {\"list\": [" + variables + "]}"));
    return dashboard.panels.empty() ? Panel() : dashboard.panels.front();
}

QString described(const Panel &panel)
{
    QStringList queries;
    for (const PanelQuery &query : panel.queries)
        queries.append(QStringLiteral("%1 %2@%3 %4%5").arg(query.refId, query.language, query.source.isEmpty() ? panel.source : query.source, query.expression, query.hidden ? QStringLiteral(" hidden") : QString()));
    return queries.join(u'|');
}

} // namespace

class TestTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("targets");
        QTest::addColumn<QString>("queries");
        QTest::addColumn<QString>("missing");
        const QByteArray up = json("{'refId': 'A', 'expr': 'up'}");
        QTest::newRow("none") << QByteArray() << up << "A promql@ up" << "";
        QTest::newRow("null") << QByteArray("null") << up << "A promql@ up" << "";
        QTest::newRow("default") << QByteArray("\"default\"") << up << "A promql@ up" << "";
        QTest::newRow("a name") << QByteArray("\"main\"") << up << "A promql@main up" << "";
        QTest::newRow("a uid") << (json("{'type': 'prometheus', 'uid': 'u1'}")) << up << "A promql@u1 up" << "";
        QTest::newRow("Amazon's") << (json("{'type': 'grafana-amazonprometheus-datasource', 'uid': 'u1'}")) << up << "A promql@u1 up" << "";
        QTest::newRow("a variable") << (json("{'type': 'prometheus', 'uid': '${ds}'}")) << up << "A promql@${ds} up" << "";
        QTest::newRow("a variable of its own") << QByteArray("\"$ds\"") << up << "A promql@${ds} up" << "";
        QTest::newRow("an old variable") << QByteArray("\"[[ds]]\"") << up << "A promql@${ds} up" << "";
        QTest::newRow("a variable of logs") << QByteArray("\"$logs\"") << up << "A logql@${logs} up" << "data source: loki";
        QTest::newRow("a variable that is not there") << QByteArray("\"${DS_PROMETHEUS}\"") << up << "A promql@ up" << "";
        QTest::newRow("each its own") << (json("{'uid': '-- Mixed --'}")) << (json("{'refId': 'A', 'expr': 'up', 'datasource': {'type': 'prometheus', 'uid': 'a'}}, "
            "{'refId': 'B', 'expr': '{a=\\'b\\'}', 'datasource': {'type': 'loki', 'uid': 'b'}}"))
                                      << "A promql@a up|B logql@b {a=\"b\"}" << "data source: loki";
        QTest::newRow("the panel's before the query's") << (json("{'type': 'prometheus', 'uid': 'a'}"))
                                                        << (json("{'refId': 'A', 'expr': 'up', 'datasource': {'type': 'prometheus', 'uid': 'b'}}")) << "A promql@a up" << "";
        QTest::newRow("the query's where the panel has none") << QByteArray() << (json("{'refId': 'A', 'expr': 'up', 'datasource': {'type': 'prometheus', 'uid': 'b'}}"))
                                                              << "A promql@b up" << "";
        QTest::newRow("an expression") << QByteArray("\"main\"") << (json("{'refId': 'A', 'expr': 'up', 'hide': true}, {'refId': 'B', 'datasource': {'type': '__expr__', 'uid': '__expr__'}, "
            "'type': 'math', 'expression': '$A * 2'}"))
                                       << "A promql@main up hidden|B expression@main $A * 2" << "expression: math";
        QTest::newRow("SQL") << (json("{'type': 'mysql', 'uid': 'm'}")) << (json("{'refId': 'A', 'expr': 'old', 'rawSql': 'SELECT 1'}")) << "A sql@m SELECT 1" << "data source: mysql";
        QTest::newRow("Graphite by its keys") << QByteArray() << (json("{'target': 'a.b.*'}")) << "A graphite@ a.b.*" << "data source: graphite";
        QTest::newRow("a builder without a text") << (json("{'type': 'cloudwatch', 'uid': 'c'}")) << (json("{'refId': 'A', 'metricName': 'CPU', 'namespace': 'AWS/EC2'}"))
                                                  << QString::fromUtf8(json("A cloudwatch@c {'metricName':'CPU','namespace':'AWS/EC2'}")) << "data source: cloudwatch";
        QTest::newRow("Grafana's own") << (json("{'type': 'datasource', 'uid': 'grafana'}")) << (json("{'refId': 'A', 'queryType': 'randomWalk'}"))
                                       << QString::fromUtf8(json("A grafana@ {'queryType':'randomWalk'}")) << "data source: grafana";
        QTest::newRow("hidden ones are not missed") << (json("{'type': 'loki', 'uid': 'l'}")) << (json("{'refId': 'A', 'expr': 'x', 'hide': true}")) << "A logql@l x hidden" << "";
        QTest::newRow("an empty one is kept and not asked") << QByteArray() << (json("{'refId': 'A', 'expr': ''}")) << "A promql@  hidden" << "";
        QTest::newRow("a source that answers unasked") << json("{'type': 'testdata'}") << json("{'refId': 'A'}") << "" << "data source: testdata";
        QTest::newRow("a name alone") << json("'gdev-opentsdb'") << json("{'refId': 'A', 'metric': 'cpu'}") << "A unknown@gdev-opentsdb {\"metric\":\"cpu\"}" << "data source: gdev-opentsdb";
        QTest::newRow("nothing but empty texts") << QByteArray() << json("{'refId': 'A', 'target': '', 'tags': []}") << "" << "";
        QTest::newRow("nothing in it") << QByteArray() << (json("{'refId': 'A'}")) << "" << "";
        QTest::newRow("no and double letters") << QByteArray() << (json("{'expr': 'a'}, {'refId': 'A', 'expr': 'b'}, {'refId': 'A', 'expr': 'c'}"))
                                               << "B promql@ a|A promql@ b|C promql@ c" << "";
        QTest::newRow("of wrong types") << QByteArray("7") << (json("7, [], 'x', {'expr': ['a']}, {'expr': 'up', 'refId': {}}")) << QString::fromUtf8(json("A unknown@ {'expr':['a']}|B promql@ up")) << "data source: unknown";
    }

    void sourcesAreReadAsTheyAreWritten()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, targets);
        const Panel panel = asked(source, targets, json("{'type': 'datasource', 'name': 'ds', 'query': 'prometheus'}, {'type': 'datasource', 'name': 'logs', 'query': 'loki'}"));
        QTEST(described(panel), "queries");
        QTEST(panel.missing.join(u'|'), "missing");
    }

    void aQueryKeepsHowItIsAsked()
    {
        const Panel panel = asked({}, json("{'expr': 'a', 'legendFormat': '{{job}}', 'interval': '30s', 'intervalFactor': 2, 'exemplar': true, 'format': 'table', 'instant': true}, "
            "{'expr': 'b', 'legendFormat': '__auto', 'range': true, 'instant': true}, {'expr': 'c', 'format': 'heatmap', 'instant': false, 'range': false}"));
        QCOMPARE(panel.queries.size(), size_t(3));
        const PanelQuery &first = panel.queries[0];
        QCOMPARE(first.legend, QStringLiteral("{{job}}"));
        QCOMPARE(first.minimumStep, QStringLiteral("30s"));
        QCOMPARE(first.intervalFactor, 2);
        QVERIFY(first.exemplars && first.instant && !first.range);
        QCOMPARE(first.format, PanelQuery::Format::Table);
        QVERIFY(panel.queries[1].legend.isEmpty());
        QVERIFY(panel.queries[1].instant && panel.queries[1].range);
        QCOMPARE(panel.queries[2].format, PanelQuery::Format::HeatMap);
        QVERIFY(panel.queries[2].range);
    }

    void whatAKindDoesNotShowIsKeptAndNotAsked()
    {
        for (const char *type : {"text", "dashlist", "alertlist"}) {
            const Panel panel = Testing::panelOf(json("{'type': '") + type + json("', 'datasource': {'type': 'loki', 'uid': 'l'}, 'targets': [{'refId': 'A', 'expr': 'x'}]}"));
            QCOMPARE(described(panel), QStringLiteral("A logql@l x hidden"));
            QVERIFY(panel.missing.isEmpty());
        }
    }

    void anotherPanelsResultsAreWhatThatOneAsks()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText(json("{'id': 1, 'type': 'table', 'datasource': {'uid': '-- Dashboard --'}, 'targets': [{'refId': 'A', 'panelId': 2, 'withTransforms': true}]}, "
            "{'id': 2, 'type': 'timeseries', 'datasource': 'main', 'interval': '1m', 'targets': [{'expr': 'up'}], 'transformations': [{'id': 'merge'}]}, "
            "{'id': 3, 'type': 'stat', 'datasource': '-- Dashboard --', 'targets': [{'panelId': 9}]}")));
        QCOMPARE(dashboard.panels.size(), size_t(3));
        QCOMPARE(described(dashboard.panels[0]), QStringLiteral("A promql@main up"));
        QCOMPARE(dashboard.panels[0].minimumStep, QStringLiteral("1m"));
        QCOMPARE(dashboard.panels[0].transformations.size(), size_t(1));
        QCOMPARE(dashboard.panels[2].missing, QStringList{QStringLiteral("results of panel 9")});
        QCOMPARE(dashboard.panels[2].support, PanelSupport::Partial);
    }
};

WATCHFLOOR_TEST(TestTargets)
#include "tst_targets.moc"
