#include "tests/frames/transformationtest.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// Steps that make one frame out of several.
class TestJoinSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAreJoined_data();
    void framesAreJoined() { checkStep(); }
    void framesAreMerged_data();
    void framesAreMerged() { checkStep(); }
    void framesStandBelowOrBesideEachOther_data();
    void framesStandBelowOrBesideEachOther() { checkStep(); }
    void equalGridsAreShared();
    void whatGrowsTooLargeIsCut();
    void manyRowsOfOneKeyStaySeparate();
};

void TestJoinSteps::framesAreJoined_data()
{
    addStepColumns();
    const std::vector two{series(u"a"_s, {1, 2, 3}, {10, 20, 30}), series(u"b"_s, {2, 3, 4}, {21, 31, 41}, {}, u"B"_s)};
    const auto table = [](const QString &value, const QStringList &jobs, std::vector<double> values) { return frameOf({texts(u"job"_s, jobs), numbers(value, std::move(values))}); };
    const std::vector tables{table(u"x"_s, {u"a"_s, u"b"_s, u"b"_s}, {1, 2, 3}), table(u"y"_s, {u"b"_s, u"c"_s}, {7, 8})};
    addStep("outer on time", two, "joinByField", "{'byField':'Time','mode':'outer'}", u"Time a b / 1 10 - / 2 20 21 / 3 30 31 / 4 - 41"_s);
    addStep("outer where nothing is said", two, "joinByField", "{}", u"Time a b / 1 10 - / 2 20 21 / 3 30 31 / 4 - 41"_s);
    addStep("the older name", two, "seriesToColumns", "{'byField':'Time'}", u"Time a b / 1 10 - / 2 20 21 / 3 30 31 / 4 - 41"_s);
    addStep("inner on time", two, "joinByField", "{'byField':'Time','mode':'inner'}", u"Time a b / 2 20 21 / 3 30 31"_s);
    addStep("times out of order", {series(u"a"_s, {3, 1}, {30, 10}), series(u"b"_s, {2}, {20})}, "joinByField", "{'byField':'Time'}", u"Time a b / 1 10 - / 2 - 20 / 3 30 -"_s);
    addStep("outer on texts in their order", tables, "joinByField", "{'byField':'job'}", u"job x y / a 1 - / b 3 7 / c - 8"_s);
    addStep("inner on texts, every combination", tables, "joinByField", "{'byField':'job','mode':'inner'}", u"job x y / b 2 7 / b 3 7"_s);
    addStep("tabular keeps rows of equal keys", tables, "joinByField", "{'byField':'job','mode':'outerTabular'}", u"job x y / b 2 7 / b 3 7 / a 1 - / c - 8"_s);
    addStep("tabular, equal keys on both sides", {tables[0], table(u"y"_s, {u"b"_s, u"b"_s}, {7, 8})}, "joinByField", "{'byField':'job','mode':'outerTabular'}",
            u"job x y / b 2 7 / b 2 8 / b 3 7 / b 3 8 / a 1 -"_s);
    addStep("tabular goes frame by frame", {table(u"x"_s, {u"a"_s}, {1}), table(u"y"_s, {u"a"_s}, {2}), table(u"z"_s, {u"a"_s}, {3})}, "joinByField",
            "{'byField':'job','mode':'outerTabular'}", u"job x y z / a 1 2 3"_s);
    addStep("tabular on numbers that are alike", {series(u"a"_s, {1, 2}, {10, 20}), series(u"b"_s, {2}, {21})}, "joinByField", "{'byField':'Time','mode':'outerTabular'}",
            u"Time a b / 2 20 21 / 1 10 -"_s);
    addStep("equal keys of one grid stay rows", {series(u"a"_s, {2, 1, 1}, {30, 10, 11}), series(u"b"_s, {2, 1, 1}, {31, 20, 21})}, "joinByField", "{'byField':'Time'}",
            u"Time a b / 1 10 20 / 1 11 21 / 2 30 31"_s);
    addStep("a missing key is one", {frameOf({numbers(u"k"_s, {-1, noSample, 3}), numbers(u"x"_s, {1, 2, 3})}), frameOf({numbers(u"k"_s, {3, 4}), numbers(u"y"_s, {7, 8})})}, "joinByField",
            "{'byField':'k'}", u"k x y / -1 1 - / - 2 - / 3 3 7 / 4 - 8"_s);
    addStep("inner, a frame without the field", {two[0], table(u"x"_s, {u"a"_s}, {1}), two[1]}, "joinByField", "{'byField':'Time','mode':'inner'}", u"Time a b"_s);
    addStep("a frame without the field is left out", {two[0], table(u"x"_s, {u"a"_s}, {1}), two[1]}, "joinByField", "{'byField':'Time'}",
            u"Time a b / 1 10 - / 2 20 21 / 3 30 31 / 4 - 41"_s);
    addStep("second times are told apart", {frameOf({texts(u"job"_s, {u"a"_s}), times({1}), numbers(u"x"_s, {2})}), frameOf({texts(u"job"_s, {u"a"_s}), times({3}), numbers(u"y"_s, {4})})},
            "joinByField", "{'byField':'job'}", u"job Time_1 x Time_2 y / a 1 2 3 4"_s);
    addStep("one frame stays", {two[0]}, "joinByField", "{'byField':'Time'}", u"Time a / 1 10 / 2 20 / 3 30"_s);
    addStep("no common field leaves nothing", {two[0], two[1]}, "joinByField", "{'byField':'zone'}", {});
    const std::vector labelled{frameOf({times({1, 2}), numbers(u"Value"_s, {10, 200}, {{u"what"_s, u"Temp"_s}, {u"zone"_s, u"A"_s}})}),
                               frameOf({times({1, 2}), numbers(u"Value"_s, {11, 201}, {{u"what"_s, u"Temp"_s}, {u"zone"_s, u"B"_s}})}),
                               frameOf({times({22}), numbers(u"Value"_s, {77}, {{u"what"_s, u"Speed"_s}, {u"zone"_s, u"B"_s}})})};
    addStep("by labels", labelled, "joinByLabels", "{'value':'what'}", u"zone Temp Speed / A 10 - / A 200 - / B 11 77 / B 201 -"_s);
    addStep("by labels that are not there", labelled, "joinByLabels", "{'value':'colour'}", u"Error / no_series_has_the_label_colour"_s);
}

void TestJoinSteps::framesAreMerged_data()
{
    addStepColumns();
    const auto table = [](const QString &refId, const QString &value, const QStringList &jobs, std::vector<double> values) {
        return frameOf({times(std::vector<double>(values.size(), 5.)), texts(u"job"_s, jobs), numbers(value, values)}, refId);
    };
    const Frame a = table(u"A"_s, u"Value #A"_s, {u"api"_s, u"web"_s}, {1, 2});
    addStep("rows of equal labels are one", {a, table(u"B"_s, u"Value #B"_s, {u"web"_s, u"api"_s}, {20, 10})}, "merge", "{}",
            u"Time job Value_#A Value_#B / 5 api 1 10 / 5 web 2 20"_s);
    addStep("rows of other labels stay alone", {a, table(u"B"_s, u"Value #B"_s, {u"db"_s}, {30})}, "merge", "{}",
            u"Time job Value_#A Value_#B / 5 api 1 - / 5 web 2 - / 5 db - 30"_s);
    addStep("a contradiction keeps both", {a, table(u"B"_s, u"Value #A"_s, {u"api"_s}, {9})}, "merge", "{}", u"Time job Value_#A / 5 api 1 / 5 web 2 / 5 api 9"_s);
    addStep("equal rows are one", {a, a}, "merge", "{}", u"Time job Value_#A / 5 api 1 / 5 web 2"_s);
    addStep("a missing value is another value where all have the field", {table(u"A"_s, u"x"_s, {u"api"_s}, {noSample}), table(u"B"_s, u"x"_s, {u"api"_s}, {4})}, "merge", "{}",
            u"Time job x / 5 api - / 5 api 4"_s);
    addStep("a missing value is filled", {table(u"A"_s, u"x"_s, {u"api"_s}, {noSample}), table(u"B"_s, u"x"_s, {u"api"_s}, {4}), table(u"C"_s, u"y"_s, {u"api"_s}, {1})}, "merge", "{}",
            u"Time job x y / 5 api 4 1"_s);
    addStep("different columns", {frameOf({texts(u"job"_s, {u"a"_s}), numbers(u"x"_s, {1})}), frameOf({texts(u"job"_s, {u"a"_s}), texts(u"zone"_s, {u"b"_s})})}, "merge", "{}",
            u"job x zone / a 1 b"_s);
    addStep("nothing in common", {frameOf({numbers(u"x"_s, {1})}), frameOf({numbers(u"y"_s, {2})})}, "merge", "{}", u"x / 1 | y / 2"_s);
    addStep("one frame stays", {a}, "merge", "{}", u"Time job Value_#A / 5 api 1 / 5 web 2"_s);
    addStep("empty frames are passed over", {frameOf({}), a}, "merge", "{}", u"Time job Value_#A / 5 api 1 / 5 web 2"_s);
    addStep("numbers are not texts", {frameOf({numbers(u"k"_s, {1}), numbers(u"x"_s, {1})}), frameOf({texts(u"k"_s, {u"1"_s}), numbers(u"y"_s, {2})})}, "merge", "{}",
            u"k x y / 1 1 - / 1 - 2"_s);
}

void TestJoinSteps::framesStandBelowOrBesideEachOther_data()
{
    addStepColumns();
    const std::vector two{series(u"a"_s, {1, 3}, {10, 30}), series(u"b"_s, {2}, {20}, {}, u"B"_s)};
    const std::vector named{frameOf({numbers(u"x"_s, {1, 2}), numbers(u"Value"_s, {3, 4})}, u"A"_s, u"f"_s), frameOf({numbers(u"x"_s, {5})}, u"B"_s, u"g"_s)};
    addStep("series as rows, newest first", two, "seriesToRows", "{}", u"Time Metric Value / 3 a 30 / 2 b 20 / 1 a 10"_s);
    addStep("one series as rows", {two[0]}, "seriesToRows", "{}", u"Time Metric Value / 3 a 30 / 1 a 10"_s);
    addStep("what is no series stays", named, "seriesToRows", "{}", u"x f / 1 3 / 2 4 | x / 5"_s);
    addStep("beside each other with the frame's name", named, "concatenate", "{'frameNameMode':'field'}", u"f_·_x f g_·_x / 1 3 5 / 2 4 -"_s);
    addStep("without it", named, "concatenate", "{'frameNameMode':'drop'}", u"x_1 Value x_2 / 1 3 5 / 2 4 -"_s);
    addStep("as a label", named, "concatenate", "{'frameNameMode':'label','frameNameLabel':'from'}", u"x_f f x_g / 1 3 5 / 2 4 -"_s);
    addStep("columns where times have one name", two, "ensureColumns", "{}", u"Time a b / 1 10 - / 2 - 20 / 3 30 -"_s);
}

void TestJoinSteps::equalGridsAreShared()
{
    std::vector<Frame> frames{series(u"a"_s, {1, 2}, {10, 20}), series(u"b"_s, {1, 2}, {11, 21})};
    const auto joined = transformed(frames, {{u"joinByField"_s, json("{'byField':'Time'}").toObject(), false, {}}});
    QCOMPARE(joined.size(), size_t(1));
    QCOMPARE(joined[0].fields[1].numbers.get(), frames[0].fields[1].numbers.get());
    QCOMPARE(joined[0].fields[2].numbers.get(), frames[1].fields[1].numbers.get());
}

void TestJoinSteps::whatGrowsTooLargeIsCut()
{
    // Every row of the one fits every row of the other.
    const QStringList same(3'000, u"k"_s);
    const std::vector<double> values(3'000, 1.);
    const std::vector frames{frameOf({texts(u"k"_s, same), numbers(u"x"_s, values)}), frameOf({texts(u"k"_s, same), numbers(u"y"_s, values)})};
    const auto joined = transformed(frames, {{u"joinByField"_s, json("{'byField':'k','mode':'inner'}").toObject(), false, {}}});
    QVERIFY(joined[0].cut);
    QVERIFY(joined[0].rows() * joined[0].fields.size() <= mostCells);
    QVERIFY(joined[0].rows() > 1'000'000);
}

void TestJoinSteps::manyRowsOfOneKeyStaySeparate()
{
    std::vector<double> up(20'000), down(20'000);
    for (size_t i = 0; i < up.size(); ++i) {
        up[i] = double(i);
        down[i] = -1 - double(i);
    }
    const std::vector<double> same(up.size(), 5.);
    const std::vector frames{frameOf({times(same), numbers(u"x"_s, up)}), frameOf({times(same), numbers(u"x"_s, down)})};
    const auto merged = transformed(frames, {{u"merge"_s, {}, false, {}}});
    QCOMPARE(merged[0].rows(), size_t(40'000));
}

WATCHFLOOR_TEST(TestJoinSteps)
#include "tst_joinsteps.moc"
