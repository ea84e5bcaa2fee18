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

/// A panel of queries A and B, and what it asks.
std::pair<Panel, PanelQueries> twoQueries()
{
    Panel panel = panelOf(PanelKind::TimeSeries);
    panel.queries = {{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}};
    panel.queries[0].refId = QStringLiteral("A");
    panel.queries[1].refId = QStringLiteral("B");
    return {panel, queriesOf(dashboard(), panel, {})};
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
        view.variables[QStringLiteral("s")].values = {QStringLiteral("payment")};
        const PanelQueries queries = queriesOf(dashboard(), panelOf(kind), view);
        QCOMPARE(queries.asks.size(), size_t(1 + sparklines));
        const QueryKey *key = queries.first(PanelAsk::Role::Value);
        QVERIFY(key);
        QCOMPARE(key->isInstant(), !range);
        QCOMPARE(key->length, range ? std::chrono::milliseconds(6h) : 0ms);
        QCOMPARE(key->expression, QStringLiteral("rate(x{s=\"payment\"}[21600s])"));
        QCOMPARE(key->source, QStringLiteral("main"));
        const QueryKey *line = queries.first(PanelAsk::Role::Line);
        QCOMPARE(line != nullptr, sparklines > 0);
        if (line)
            QCOMPARE(line->length, std::chrono::milliseconds(6h));
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
        QVERIFY(queriesOf(dashboard(), panelOf(PanelKind::TimeSeries), view).first(PanelAsk::Role::Value)->step >= 15s);
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

    /// What Grafana asks with its own flags: a range, the value now, or both, and what is hidden or of another language not at all.
    void anImportedQueryIsAskedAsItSays_data()
    {
        QTest::addColumn<bool>("range");
        QTest::addColumn<bool>("instant");
        QTest::addColumn<bool>("hidden");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("asked");
        QTest::newRow("range") << true << false << false << "promql" << "range";
        QTest::newRow("instant") << false << true << false << "promql" << "now";
        QTest::newRow("both") << true << true << false << "promql" << "range now";
        QTest::newRow("neither") << false << false << false << "promql" << "now";
        QTest::newRow("hidden") << true << false << true << "promql" << "";
        QTest::newRow("logs") << true << false << false << "logql" << "";
    }
    void anImportedQueryIsAskedAsItSays()
    {
        QFETCH(bool, range);
        QFETCH(bool, instant);
        QFETCH(bool, hidden);
        QFETCH(QString, language);
        Dashboard one = dashboard();
        one.foreign = true;
        Panel panel = panelOf(PanelKind::Stat);
        panel.queries[0].range = range;
        panel.queries[0].instant = instant;
        panel.queries[0].hidden = hidden;
        panel.queries[0].language = language;
        QStringList asked;
        for (const PanelAsk &ask : queriesOf(one, panel, {}).asks)
            asked << (ask.key.isInstant() ? QStringLiteral("now") : QStringLiteral("range"));
        QTEST(asked.join(u' '), "asked");
    }

    void aPanelHasARangeOfItsOwnAndItsOwnPast()
    {
        Panel panel = panelOf(PanelKind::TimeSeries);
        panel.timeFrom = QStringLiteral("6h");
        panel.timeShift = QStringLiteral("1d");
        const PanelQueries queries = queriesOf(dashboard(), panel, {});
        QCOMPARE(queries.range, std::chrono::milliseconds(6h));
        QCOMPARE(queries.back, std::chrono::milliseconds(24h));
        QCOMPARE(queries.asks.front().key.length, std::chrono::milliseconds(6h));
        QCOMPARE(queries.asks.front().key.back, std::chrono::milliseconds(24h));
    }

    void aComparisonIsTheSameSoLongAgo()
    {
        Panel panel = panelOf(PanelKind::TimeSeries);
        panel.queries[0].compare = 7 * 24h;
        const PanelQueries queries = queriesOf(dashboard(), panel, {});
        QCOMPARE(queries.asks.size(), size_t(2));
        QCOMPARE(queries.asks[1].role, PanelAsk::Role::Comparison);
        QCOMPARE(queries.asks[1].key.back, std::chrono::milliseconds(7 * 24h));
        QCOMPARE(queries.asks[1].key.expression, queries.asks[0].key.expression);
    }

    void whatIsZoomedToEndsWhereItEnds()
    {
        PanelView view;
        view.until = WallTime(1'000'000s);
        QCOMPARE(queriesOf(dashboard(), panelOf(PanelKind::TimeSeries), view).asks.front().key.until, WallTime(1'000'000s));
        QVERIFY(queriesOf(dashboard(), panelOf(PanelKind::TimeSeries), {}).asks.front().key.followsNow());
    }

    void filtersReachEveryQuery()
    {
        PanelView view;
        Variable::Filter filter;
        filter.label = QStringLiteral("env");
        filter.values = {QStringLiteral("prod")};
        view.filters = {filter};
        Panel panel = panelOf(PanelKind::Stat);
        panel.queries[0].expression = QStringLiteral("sum(up)");
        for (const PanelAsk &ask : queriesOf(dashboard(), panel, view).asks)
            QCOMPARE(ask.key.expression, QStringLiteral("sum(up{env=\"prod\"})"));
    }

    void aPanelIsAsBlindAsItsWorstQuery()
    {
        Testing::FakeClock clock;
        SeriesStore series;
        const auto [panel, queries] = twoQueries();
        const auto state = [&, panel = panel, queries = queries] { return stateOf(panel, queries, series, clock.now()); };
        QCOMPARE(stateOf(panel, {}, series, clock.now()).state, State::Blind);
        QCOMPARE(state().state, State::Blind);
        QVERIFY(!state().settled);
        series.apply(answerTo(queries.asks[0].key), clock.now(), clock.wall());
        QCOMPARE(state().state, State::Blind);
        series.apply(answerTo(queries.asks[1].key), clock.now(), clock.wall());
        QCOMPARE(state().state, State::Healthy);
        QVERIFY(state().settled);
        clock.advance(31s);
        series.apply(answerTo(queries.asks[1].key), clock.now(), clock.wall());
        QCOMPARE(state().state, State::Stale);
        QCOMPARE(state().age, std::optional<std::chrono::milliseconds>(31s));
    }

    void aPanelTellsWhichQueryFailed()
    {
        Testing::FakeClock clock;
        SeriesStore series;
        const auto [panel, queries] = twoQueries();
        QuerySnapshot snapshot;
        snapshot.key = queries.asks[1].key;
        snapshot.error = Error{Error::Kind::Rejected, QStringLiteral("parse error"), {}};
        series.apply(snapshot, clock.now(), clock.wall());
        series.apply(answerTo(queries.asks[0].key), clock.now(), clock.wall());
        const PanelState state = stateOf(panel, queries, series, clock.now());
        QCOMPARE(state.state, State::Blind);
        QCOMPARE(state.failures.size(), size_t(1));
        QCOMPARE(state.failures[0].refId, QStringLiteral("B"));
        QCOMPARE(state.failures[0].error.kind, Error::Kind::Rejected);
    }

    void aCutAnswerIsCounted()
    {
        Testing::FakeClock clock;
        SeriesStore series;
        const auto [panel, queries] = twoQueries();
        QuerySnapshot cut = answerTo(queries.asks[0].key);
        auto answer = std::make_shared<QueryAnswer>();
        answer->series.resize(10, Series{{}, std::make_shared<const std::vector<double>>(), {}, {}});
        answer->totalSeries = 1'000'000;
        cut.answer = answer;
        series.apply(cut, clock.now(), clock.wall());
        const PanelState state = stateOf(panel, queries, series, clock.now());
        QCOMPARE(state.shown, size_t(10));
        QCOMPARE(state.total, size_t(1'000'000));
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
