#include "models/panels/paneldata.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestPanelData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seriesAreSharedAndNamed();
    void tablesOfSeveralQueriesAreMerged();
    void hiddenQueriesShowNothing();
    void bucketsBecomeRows();
    void bucketsOfSeveralSeriesStayApart();
    void queriesThatAreNotThereHaveNoFrames();
};

namespace {

std::shared_ptr<const QueryAnswer> answerOf(std::vector<Series> series, QueryAnswer::Type type = QueryAnswer::Type::Matrix)
{
    auto answer = std::make_shared<QueryAnswer>();
    answer->type = type;
    answer->series = std::move(series);
    return answer;
}

Panel panelWith(std::vector<PanelQuery> queries)
{
    Panel panel;
    panel.queries = std::move(queries);
    return panel;
}

PanelQuery queryOf(const QString &refId, const QString &legend, PanelQuery::Format format = PanelQuery::Format::TimeSeries)
{
    PanelQuery query;
    query.refId = refId;
    query.legend = legend;
    query.format = format;
    return query;
}

} // namespace

void TestPanelData::seriesAreSharedAndNamed()
{
    Panel panel = panelWith({queryOf(u"A"_s, u"{{job}} in $zone"_s)});
    panel.field.unit = {u"s"_s};
    panel.overrides = {{fieldMatcher(u"byName"_s, u"api in b"_s), {{u"displayName"_s, u"mine"_s}}}};
    const auto answer = answerOf({seriesOf({{u"job"_s, u"api"_s}}, {1, 2}, {3, 4}), seriesOf({{u"job"_s, u"web"_s}}, {1, 2}, {5, 6})});
    const PanelData data = panelData(panel, {{0, answer}}, [](const QString &text) { return QString(text).replace(u"$zone"_s, u"b"_s); });
    QCOMPARE(data.frames.size(), size_t(2));
    QCOMPARE(data.frames[0].fields[1].displayName, u"mine"_s);
    QCOMPARE(data.frames[1].fields[1].displayName, u"web in b"_s);
    QCOMPARE(data.frames[0].fields[1].numbers.get(), &answer->series[0].values);
    QCOMPARE(data.frames[1].fields[1].config.unit.id, u"s"_s);
    QVERIFY(!data.cut);
}

void TestPanelData::tablesOfSeveralQueriesAreMerged()
{
    Panel panel = panelWith({queryOf(u"A"_s, {}, PanelQuery::Format::Table), queryOf(u"B"_s, {}, PanelQuery::Format::Table)});
    panel.transformations = {{u"merge"_s, {}, false, {}},
                             {u"organize"_s, json("{'excludeByName':{'Time':true},'renameByName':{'Value #A':'Load'}}").toObject(), false, {}}};
    const auto type = QueryAnswer::Type::Vector;
    const PanelData data = panelData(panel, {{0, answerOf({seriesOf({{u"job"_s, u"api"_s}}, {7}, {1})}, type)}, {1, answerOf({seriesOf({{u"job"_s, u"api"_s}}, {7}, {2})}, type)}});
    QCOMPARE(asText(data.frames), u"job Load Value_#B / api 1 2"_s);
}

void TestPanelData::hiddenQueriesShowNothing()
{
    Panel panel = panelWith({queryOf(u"A"_s, u"a"_s), queryOf(u"B"_s, u"b"_s)});
    panel.queries[0].hidden = true;
    const auto answer = answerOf({seriesOf({}, {1}, {2})});
    QCOMPARE(asText(panelData(panel, {{0, answer}, {1, answer}}).frames), u"Time b / 1000 2"_s);
}

void TestPanelData::bucketsBecomeRows()
{
    const Panel panel = panelWith({queryOf(u"A"_s, u"{{le}}"_s, PanelQuery::Format::HeatMap)});
    const auto answer = answerOf({seriesOf({{u"le"_s, u"+Inf"_s}}, {1, 2}, {9, 12}), seriesOf({{u"le"_s, u"0.5"_s}}, {1, 2}, {2, 3}), seriesOf({{u"le"_s, u"10"_s}}, {1, 2}, {7, 2})});
    QCOMPARE(asText(panelData(panel, {{0, answer}}).frames), u"Time 0.5 10 +Inf / 1000 2 5 2 / 2000 3 0 10"_s);
}

void TestPanelData::bucketsOfSeveralSeriesStayApart()
{
    const Panel panel = panelWith({queryOf(u"A"_s, {}, PanelQuery::Format::HeatMap)});
    const auto bucket = [](const QString &le, const QString &job, double value) { return seriesOf({{u"le"_s, le}, {u"job"_s, job}}, {1}, {value}); };
    const auto answer = answerOf({bucket(u"1"_s, u"a"_s, 1), bucket(u"1"_s, u"b"_s, 2), bucket(u"2"_s, u"a"_s, 4), bucket(u"2"_s, u"b"_s, 8), seriesOf({{u"job"_s, u"c"_s}}, {1}, {5})});
    QCOMPARE(asText(panelData(panel, {{0, answer}}).frames), u"Time {job=\"c\"} / 1000 5 | Time 1 2 / 1000 1 3 | Time 1 2 / 1000 2 6"_s);
}

void TestPanelData::queriesThatAreNotThereHaveNoFrames()
{
    const Panel panel = panelWith({queryOf(u"A"_s, {})});
    QVERIFY(panelData(panel, {{7, answerOf({seriesOf({}, {1}, {2})})}, {0, nullptr}}).frames.empty());
    QVERIFY(panelData(panel, {}).frames.empty());
}

WATCHFLOOR_TEST(TestPanelData)
#include "tst_paneldata.moc"
