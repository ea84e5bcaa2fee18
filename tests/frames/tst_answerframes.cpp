#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

const Labels up{{u"__name__"_s, u"up"_s}, {u"job"_s, u"api"_s}};

} // namespace

class TestAnswerFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legendsAreFilled_data();
    void legendsAreFilled();
    void seriesShareTheirValuesAndGrids();
    void tablesHaveAColumnALabel();
    void tableRowsGoByTime();
    void valueColumnsOfSeveralTablesDiffer();
    void textsAreOneCell();
    void scalarsAreCalledByTheirExpression();
    void nativeHistogramsAreCells();
    void whatIsNoNumberIsNotNothing();
    void nothingIsNoFrame();
};

void TestAnswerFrames::legendsAreFilled_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<QString>("legend");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a label") << up << u"{{job}}"_s << u"api"_s;
    QTest::newRow("spaces within braces") << up << u"{{  job }} up"_s << u"api up"_s;
    QTest::newRow("a label that is not there") << up << u"x{{zone}}y"_s << u"xy"_s;
    QTest::newRow("several") << up << u"{{job}}/{{__name__}}"_s << u"api/up"_s;
    QTest::newRow("braces that are not closed") << up << u"{{job"_s << u"{{job"_s;
    QTest::newRow("no template: the metric") << up << QString() << u"up{job=\"api\"}"_s;
    QTest::newRow("no template, a name alone") << Labels{{u"__name__"_s, u"up"_s}} << QString() << u"up"_s;
    QTest::newRow("no template, labels alone") << Labels{{u"job"_s, u"a\"b"_s}} << QString() << u"{job=\"a\\\"b\"}"_s;
    QTest::newRow("no template, nothing: the expression") << Labels() << QString() << u"sum(up)"_s;
    QTest::newRow("automatic: labels tell") << up << u"__auto"_s << QString();
    QTest::newRow("automatic without labels") << Labels() << u"__auto"_s << u"sum(up)"_s;
    QTest::newRow("plain text") << up << u"requests"_s << u"requests"_s;
}

void TestAnswerFrames::legendsAreFilled()
{
    QFETCH(Labels, labels);
    QFETCH(QString, legend);
    QFETCH(QString, expected);
    QCOMPARE(legendOf(labels, legend, u"sum(up)"_s), expected);
}

void TestAnswerFrames::seriesShareTheirValuesAndGrids()
{
    auto answer = std::make_shared<QueryAnswer>();
    answer->type = QueryAnswer::Type::Matrix;
    answer->series = {seriesOf(up, {1, 2.5}, {10, 20}), seriesOf({{u"job"_s, u"web"_s}}, {}, {30, 40})};
    answer->series[1].times = answer->series[0].times;
    const auto frames = framesOf(std::shared_ptr<const QueryAnswer>(answer), {u"A"_s, u"{{job}}"_s});
    QCOMPARE(asText(frames), u"Time api / 1000 10 / 2500 20 | Time web / 1000 30 / 2500 40"_s);
    QCOMPARE(frames[0].fields[1].numbers.get(), &answer->series[0].values);
    QCOMPARE(frames[0].fields[0].numbers, frames[1].fields[0].numbers);
    QCOMPARE(frames[0].name, u"api"_s);
    QCOMPARE(frames[0].fields[1].labels, up);
    QCOMPARE(frames[1].refId, u"A"_s);
}

void TestAnswerFrames::tablesHaveAColumnALabel()
{
    QueryAnswer answer;
    answer.series = {seriesOf(up, {5}, {1}), seriesOf({{u"job"_s, u"web"_s}, {u"zone"_s, u"b"_s}}, {5}, {noSample})};
    FrameOptions options{u"A"_s, {}};
    options.table = true;
    QCOMPARE(asText(framesOf(answer, options)), u"Time __name__ job zone Value / 5000 up api '' 1 / 5000 '' web b NaN"_s);
}

void TestAnswerFrames::tableRowsGoByTime()
{
    QueryAnswer answer;
    answer.type = QueryAnswer::Type::Matrix;
    answer.series = {seriesOf({{u"job"_s, u"a"_s}}, {1, 3}, {10, 30}), seriesOf({{u"job"_s, u"b"_s}}, {2, 3, 4}, {20, 31, noSample})};
    FrameOptions options{u"A"_s, {}};
    options.table = true;
    QCOMPARE(asText(framesOf(answer, options)), u"Time job Value / 1000 a 10 / 2000 b 20 / 3000 a 30 / 3000 b 31"_s);
}

void TestAnswerFrames::valueColumnsOfSeveralTablesDiffer()
{
    QueryAnswer answer;
    answer.series = {seriesOf({}, {5}, {1})};
    FrameOptions options{u"B"_s, {}};
    options.table = true;
    options.severalTables = true;
    QCOMPARE(asText(framesOf(answer, options)), u"Time Value_#B / 5000 1"_s);
}

void TestAnswerFrames::textsAreOneCell()
{
    QueryAnswer answer;
    answer.type = QueryAnswer::Type::String;
    answer.text = u"hello"_s;
    QCOMPARE(asText(framesOf(answer, {u"A"_s, {}})), u"Value / hello"_s);
}

void TestAnswerFrames::scalarsAreCalledByTheirExpression()
{
    QueryAnswer answer;
    answer.type = QueryAnswer::Type::Scalar;
    answer.series = {seriesOf({}, {5}, {42})};
    QCOMPARE(asText(framesOf(answer, {u"A"_s, {}, u"6*7"_s})), u"Time 6*7 / 5000 42"_s);
}

void TestAnswerFrames::nativeHistogramsAreCells()
{
    QueryAnswer answer;
    Series made = seriesOf({{u"job"_s, u"api"_s}}, {}, {});
    HistogramPoint point;
    point.time = 7;
    point.histogram.buckets = {{HistogramBucket::Boundaries::OpenLeft, 1, 2, 5}, {HistogramBucket::Boundaries::OpenLeft, 2, 4, 3}};
    made.histograms = {point};
    answer.series = {made};
    QCOMPARE(asText(framesOf(answer, {u"A"_s, {}})), u"xMax yMin yMax count / 7000 1 2 5 / 7000 2 4 3"_s);
}

void TestAnswerFrames::whatIsNoNumberIsNotNothing()
{
    QueryAnswer answer;
    answer.series = {seriesOf(up, {5}, {noSample})};
    QCOMPARE(displayed(framesOf(answer, {u"A"_s, {}})[0].fields[1], size_t(0)).text, u"NaN"_s);
    answer.type = QueryAnswer::Type::Matrix;
    QCOMPARE(displayed(framesOf(answer, {u"A"_s, {}})[0].fields[1], size_t(0)).text, QString());
}

void TestAnswerFrames::nothingIsNoFrame()
{
    FrameOptions table{u"A"_s, {}};
    table.table = true;
    QVERIFY(framesOf(QueryAnswer(), {u"A"_s, {}}).empty());
    QVERIFY(framesOf(QueryAnswer(), table).empty());
    QVERIFY(framesOf(std::shared_ptr<const QueryAnswer>(), {u"A"_s, {}}).empty());
}

WATCHFLOOR_TEST(TestAnswerFrames)
#include "tst_answerframes.moc"
