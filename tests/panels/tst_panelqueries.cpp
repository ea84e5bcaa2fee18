#include "models/panels/panelqueries.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

Panel panelOf(PanelKind kind)
{
    Panel panel;
    panel.kind = kind;
    panel.queries = {{QStringLiteral("rate(x{s=\"$s\"}[$__range])"), {}}};
    return panel;
}

Dashboard dashboard()
{
    Dashboard one;
    one.source = QStringLiteral("main");
    return one;
}

QuerySnapshot answerTo(const QueryKey &key)
{
    QuerySnapshot snapshot;
    snapshot.key = key;
    snapshot.answer = std::make_shared<QueryAnswer>();
    return snapshot;
}

} // namespace

class TestPanelQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksByKind_data()
    {
        QTest::addColumn<PanelKind>("kind");
        QTest::addColumn<bool>("range");
        QTest::addColumn<int>("sparklines");
        QTest::newRow("time series") << PanelKind::TimeSeries << true << 0;
        QTest::newRow("state timeline") << PanelKind::StateTimeline << true << 0;
        QTest::newRow("stat") << PanelKind::Stat << false << 1;
        QTest::newRow("gauge") << PanelKind::Gauge << false << 0;
        QTest::newRow("bar") << PanelKind::BarGauge << false << 0;
        QTest::newRow("table") << PanelKind::Table << false << 0;
    }
    void asksByKind()
    {
        QFETCH(PanelKind, kind);
        QFETCH(bool, range);
        QFETCH(int, sparklines);
        PanelView view;
        view.range = 6h;
        view.variables[QStringLiteral("s")] = {QStringLiteral("payment")};
        const PanelQueries queries = queriesOf(dashboard(), panelOf(kind), view);
        QCOMPARE(queries.keys.size(), size_t(1));
        QCOMPARE(queries.keys.front().isInstant(), !range);
        QCOMPARE(queries.keys.front().length, range ? std::chrono::milliseconds(6h) : 0ms);
        QCOMPARE(queries.keys.front().expression, QStringLiteral("rate(x{s=\"payment\"}[6h])"));
        QCOMPARE(queries.keys.front().source, QStringLiteral("main"));
        QCOMPARE(int(queries.sparklines.size()), sparklines);
        for (const QueryKey &key : queries.sparklines)
            QCOMPARE(key.length, std::chrono::milliseconds(6h));
    }

    void widthsThatDifferLittleAskTheSame()
    {
        PanelView narrow;
        narrow.columns = 601;
        PanelView wide;
        wide.columns = 640;
        const Panel panel = panelOf(PanelKind::TimeSeries);
        QVERIFY(queriesOf(dashboard(), panel, narrow) == queriesOf(dashboard(), panel, wide));
    }

    void noStepIsFinerThanTheSource()
    {
        PanelView view;
        view.range = 5min;
        view.interval = 15s;
        QVERIFY(queriesOf(dashboard(), panelOf(PanelKind::TimeSeries), view).keys.front().step >= 15s);
    }

    void theNearestSourceCounts()
    {
        Dashboard any;
        Panel panel = panelOf(PanelKind::Stat);
        QCOMPARE(sourceOf(any, panel, QStringLiteral("only")), QStringLiteral("only"));
        any.source = QStringLiteral("ours");
        QCOMPARE(sourceOf(any, panel, QStringLiteral("only")), QStringLiteral("ours"));
        panel.source = QStringLiteral("mine");
        QCOMPARE(sourceOf(any, panel, QStringLiteral("only")), QStringLiteral("mine"));
    }

    void namesSeries_data()
    {
        QTest::addColumn<QString>("legend");
        QTest::addColumn<QString>("expected");
        QTest::newRow("legend") << "{{service}} now" << "payment now";
        QTest::newRow("unknown label stays") << "{{nothing}}" << "{{nothing}}";
        QTest::newRow("no legend") << "" << "up{service=\"payment\"}";
    }
    void namesSeries()
    {
        QFETCH(QString, legend);
        const Labels labels{{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("service"), QStringLiteral("payment")}};
        QTEST(seriesName({QStringLiteral("up"), legend}, labels), "expected");
    }

    void aSeriesWithoutLabelsIsNamedByItsQuery()
    {
        QCOMPARE(seriesName({QStringLiteral("sum(up)"), {}}, {}), QStringLiteral("sum(up)"));
        QCOMPARE(seriesName({QStringLiteral("up"), {}}, {{QStringLiteral("__name__"), QStringLiteral("up")}}), QStringLiteral("up"));
    }

    void aPanelIsAsBlindAsItsWorstQuery()
    {
        Testing::FakeClock clock;
        SeriesStore series;
        PanelQueries queries;
        queries.keys = {{QStringLiteral("main"), QStringLiteral("a"), {}, {}}, {QStringLiteral("main"), QStringLiteral("b"), {}, {}}};
        QCOMPARE(stateOf({}, series, clock.now()).state, State::Blind);
        QCOMPARE(stateOf(queries, series, clock.now()).state, State::Blind);
        series.apply(answerTo(queries.keys[0]), clock.now(), clock.wall());
        QCOMPARE(stateOf(queries, series, clock.now()).state, State::Blind);
        series.apply(answerTo(queries.keys[1]), clock.now(), clock.wall());
        QCOMPARE(stateOf(queries, series, clock.now()).state, State::Healthy);
        clock.advance(31s);
        series.apply(answerTo(queries.keys[1]), clock.now(), clock.wall());
        const PanelState state = stateOf(queries, series, clock.now());
        QCOMPARE(state.state, State::Stale);
        QCOMPARE(state.age, std::optional<std::chrono::milliseconds>(31s));
    }

    void aPanelTellsTheLastFailure()
    {
        Testing::FakeClock clock;
        SeriesStore series;
        PanelQueries queries;
        queries.keys = {{QStringLiteral("main"), QStringLiteral("a"), {}, {}}};
        QuerySnapshot snapshot;
        snapshot.key = queries.keys[0];
        snapshot.error = Error{Error::Kind::Rejected, QStringLiteral("parse error"), {}};
        series.apply(snapshot, clock.now(), clock.wall());
        const PanelState state = stateOf(queries, series, clock.now());
        QCOMPARE(state.state, State::Blind);
        QCOMPARE(state.error->kind, Error::Kind::Rejected);
    }

    void takesVariableQueriesApart_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("understood");
        QTest::addColumn<QString>("match");
        QTest::addColumn<QString>("label");
        QTest::newRow("metric and label") << "label_values(up, service)" << true << "up" << "service";
        QTest::newRow("label alone") << "label_values(service)" << true << "" << "service";
        QTest::newRow("selector with commas") << "label_values(up{a=\"b\",c=\"d\"}, job)" << true << "up{a=\"b\",c=\"d\"}" << "job";
        QTest::newRow("another function") << "query_result(up)" << false << "" << "";
        QTest::newRow("no end") << "label_values(up, service" << false << "" << "";
        QTest::newRow("no label") << "label_values(up, )" << false << "" << "";
        QTest::newRow("path in the label") << "label_values(up, ../x)" << false << "" << "";
        QTest::newRow("empty") << "" << false << "" << "";
    }
    void takesVariableQueriesApart()
    {
        QFETCH(QString, query);
        QFETCH(bool, understood);
        const auto parts = labelValuesQuery(query);
        QCOMPARE(parts.has_value(), understood);
        QTEST(parts.value_or(LabelValuesQuery{}).match, "match");
        QTEST(parts.value_or(LabelValuesQuery{}).label, "label");
    }

    void firstChoiceIsOneUnlessSeveralAreTaken()
    {
        const QStringList values{QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(initialChoice(Variable(), values), QStringList{QStringLiteral("a")});
        Variable several;
        several.multi = true;
        QCOMPARE(initialChoice(several, values), values);
    }
};

WATCHFLOOR_TEST(TestPanelQueries)
#include "tst_panelqueries.moc"
