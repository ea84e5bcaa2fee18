#include "models/metrics/answermerge.h"
#include "tests/metrics/sameanswer.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds step = 15s;

WallTime at(int index)
{
    return WallTime(1'795'230'000s + index * step);
}

double secondsAt(int index)
{
    return toEpochSeconds(at(index));
}

/// All that a server would ever say: a series has a number, a histogram or nothing at every index of the grid.
struct Truth
{
    struct Line
    {
        Labels labels;
        std::map<int, double> numbers;
        std::map<int, double> histograms; ///< their counts
    };
    std::vector<Line> lines;

    /// As the server answers over both ends, series without samples left out, times shared as the parser shares them.
    QueryAnswer answer(int first, int last) const
    {
        QueryAnswer answer;
        answer.type = QueryAnswer::Type::Matrix;
        std::shared_ptr<const std::vector<double>> shared;
        for (const Line &line : lines) {
            std::vector<double> times;
            Series series;
            series.labels = line.labels;
            for (auto number = line.numbers.lower_bound(first); number != line.numbers.end() && number->first <= last; ++number) {
                times.push_back(secondsAt(number->first));
                series.values.push_back(number->second);
            }
            for (auto point = line.histograms.lower_bound(first); point != line.histograms.end() && point->first <= last; ++point)
                series.histograms.push_back({secondsAt(point->first), {point->second, 1, {}}});
            if (times.empty() && series.histograms.empty())
                continue;
            if (!shared || *shared != times)
                shared = std::make_shared<const std::vector<double>>(times);
            series.times = shared;
            answer.series.push_back(std::move(series));
        }
        answer.totalSeries = answer.series.size();
        markGaps(answer, step);
        return answer;
    }
};

/// A line as a drawing: a digit is its number, n is NaN, h a histogram, a blank nothing.
Truth::Line line(const QString &name, const QString &drawing)
{
    Truth::Line line{{{u"name"_s, name}}, {}, {}};
    for (int i = 0; i < drawing.size(); ++i) {
        const QChar sign = drawing[i];
        if (sign == u'n')
            line.numbers[i] = noSample;
        else if (sign == u'h')
            line.histograms[i] = i;
        else if (sign != u' ')
            line.numbers[i] = sign.digitValue();
    }
    return line;
}

AnswerMerge merge(const Truth &before, const Truth &after, int start, int heldEnd, int tail, int end)
{
    return mergedAnswer(before.answer(start - 3, heldEnd), after.answer(tail, end), {at(start), at(tail), step});
}

}

class TestAnswerMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheWholeQueryGives_data();
    void isWhatTheWholeQueryGives();
    void randomSeriesMergeExactly();
    void tailThatDisagreesIsSeen_data();
    void tailThatDisagreesIsSeen();
    void lastDigitsAreNoDisagreement();
    void nothingNewIsSeen();
    void equalGridsAreShared();
    void ordersOfOtherServersAreKept();
    void namesAreOrderedAsBytes();
    void remarksAreKept();
};

void TestAnswerMerge::isWhatTheWholeQueryGives_data()
{
    QTest::addColumn<QStringList>("drawings");
    //                                    held   0 to 10: shown 3 to 13, tail from 8
    QTest::newRow("plain") << QStringList{u"11111111111111"_s, u"22222222222222"_s};
    QTest::newRow("gap before the tail") << QStringList{u"1111111   1111"_s};
    QTest::newRow("gap into the tail") << QStringList{u"11111      111"_s};
    QTest::newRow("gap at the tail's first moment") << QStringList{u"11111111 11111"_s};
    QTest::newRow("gap over the start") << QStringList{u"11    11111111"_s};
    QTest::newRow("gap from the start") << QStringList{u"111 1111111111"_s};
    QTest::newRow("NaN at the start") << QStringList{u"111n1111111111"_s};
    QTest::newRow("NaN before a gap") << QStringList{u"11111nn   1n11"_s};
    QTest::newRow("NaN at the seam") << QStringList{u"1111111nnn1111"_s};
    QTest::newRow("ends before the tail") << QStringList{u"1111111       "_s, u"11111111111111"_s};
    QTest::newRow("ends before the start") << QStringList{u"11            "_s, u"11111111111111"_s};
    QTest::newRow("begins in the tail") << QStringList{u"          1111"_s, u"11111111111111"_s};
    QTest::newRow("begins in the tail, last") << QStringList{u"11111111111111"_s, u"           111"_s};
    QTest::newRow("comes back") << QStringList{u"11111        1"_s};
    QTest::newRow("histograms") << QStringList{u"hhhhhhhhhhhhhh"_s, u"hhh hh hhh hhh"_s};
    QTest::newRow("kind changes") << QStringList{u"111111hhhhhhhh"_s, u"hhhhhhhh111111"_s};
    QTest::newRow("histograms end") << QStringList{u"hhh           "_s, u"1             "_s};
    QTest::newRow("nothing at all") << QStringList{u"              "_s};
    QTest::newRow("many grids") << QStringList{u"11111111111111"_s, u"1 1 1 1 1 1 1 "_s, u"11111111111111"_s, u" 1 1 1 1 1 1 1"_s};
}

void TestAnswerMerge::isWhatTheWholeQueryGives()
{
    QFETCH(QStringList, drawings);
    Truth truth;
    for (int i = 0; i < drawings.size(); ++i)
        truth.lines.push_back(line(QString::number(i), drawings[i]));
    const AnswerMerge merged = merge(truth, truth, 3, 10, 8, 13);
    QVERIFY(merged.agrees);
    QCOMPARE(differenceOf(merged.answer, truth.answer(3, 13)), QString());
}

/// Refresh after refresh on what was merged before, with whatever may begin, end, pause and be NaN.
void TestAnswerMerge::randomSeriesMergeExactly()
{
    std::mt19937 random(20261121);
    const auto below = [&random](int limit) { return int(random() % unsigned(limit)); };
    for (int round = 0; round < 300; ++round) {
        Truth truth;
        constexpr int length = 160;
        for (int number = below(6); number >= 0; --number) {
            Truth::Line made{{{u"name"_s, QString::number(100 + below(40))}}, {}, {}};
            bool isThere = below(2) == 0;
            const bool isHistogram = below(5) == 0;
            for (int i = 0; i < length; ++i) {
                if (below(12) == 0)
                    isThere = !isThere;
                if (isThere && isHistogram)
                    made.histograms[i] = below(9);
                else if (isThere)
                    made.numbers[i] = below(10) == 0 ? noSample : below(9);
            }
            if (std::none_of(truth.lines.begin(), truth.lines.end(), [&made](const Truth::Line &known) { return known.labels == made.labels; }))
                truth.lines.push_back(std::move(made));
        }
        std::sort(truth.lines.begin(), truth.lines.end(), [](const Truth::Line &a, const Truth::Line &b) { return listedBefore(a.labels, b.labels); });
        constexpr int window = 40;
        int end = window + below(5);
        QueryAnswer held = truth.answer(end - window, end);
        while (end < length - 12) {
            const int tail = end - 3 - below(3);
            end += below(9);
            const AnswerMerge merged = mergedAnswer(held, truth.answer(tail, end), {at(end - window), at(tail), step});
            QVERIFY(merged.agrees);
            const QString difference = differenceOf(merged.answer, truth.answer(end - window, end));
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("round %1 at %2: %3").arg(round).arg(end).arg(difference)));
            QVERIFY(gridCount(merged.answer) <= gridCount(truth.answer(end - window, end)));
            held = merged.answer;
        }
    }
}

void TestAnswerMerge::tailThatDisagreesIsSeen_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("another number") << u"11111111111"_s << u"11111111211111"_s << false;
    QTest::newRow("a number where there was none") << u"11111111   "_s << u"11111111111111"_s << false;
    QTest::newRow("none where there was a number") << u"11111111111"_s << u"11111111 11111"_s << false;
    QTest::newRow("NaN where there was a gap") << u"11111111  1"_s << u"11111111n11111"_s << false;
    QTest::newRow("NaN as before") << u"11111111n11"_s << u"11111111n11111"_s << true;
    QTest::newRow("a histogram instead") << u"11111111111"_s << u"11111111hhhhhh"_s << false;
    QTest::newRow("another histogram") << u"hhhhhhhh hh"_s << u"hhhhhhhhhhhhhh"_s << false;
    QTest::newRow("another number later") << u"11111111111"_s << u"11111111122222"_s << true;
    QTest::newRow("nothing later") << u"11111111111"_s << u"111111111     "_s << true;
    QTest::newRow("more later") << u"111111111  "_s << u"11111111111111"_s << true;
}

void TestAnswerMerge::tailThatDisagreesIsSeen()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, agrees);
    const Truth held{{line(u"a"_s, u"11111111111111"_s), line(u"b"_s, before)}};
    const Truth told{{line(u"a"_s, u"11111111111111"_s), line(u"b"_s, after)}};
    const AnswerMerge merged = merge(held, told, 3, 10, 8, 13);
    QCOMPARE(merged.agrees, agrees);
    if (agrees)
        QCOMPARE(differenceOf(merged.answer, told.answer(3, 13)), QString());
}

void TestAnswerMerge::lastDigitsAreNoDisagreement()
{
    const Truth held{{line(u"a"_s, u"11111111111111"_s)}};
    const auto told = [](double value) {
        Truth truth{{line(u"a"_s, u"11111111111111"_s)}};
        truth.lines[0].numbers[8] = value;
        return truth;
    };
    const AnswerMerge rounded = merge(held, told(1 + 5e-16), 3, 10, 8, 13);
    QVERIFY(rounded.agrees && !rounded.isUnchanged);
    QCOMPARE(rounded.answer.series[0].values[5], 1 + 5e-16);
    QVERIFY(!merge(held, told(1 + 1e-12), 3, 10, 8, 13).agrees);
}

void TestAnswerMerge::nothingNewIsSeen()
{
    const Truth truth{{line(u"a"_s, u"1111n111n1111"_s), line(u"b"_s, u"hhhhhhhhhhhhh"_s), line(u"c"_s, u"111          "_s)}};
    const QueryAnswer held = truth.answer(0, 10);
    QVERIFY(mergedAnswer(held, truth.answer(8, 10), {at(0), at(8), step}).isUnchanged);
    QVERIFY(!mergedAnswer(held, truth.answer(8, 11), {at(0), at(8), step}).isUnchanged);
    QVERIFY(!mergedAnswer(held, truth.answer(8, 10), {at(1), at(8), step}).isUnchanged);
    const Truth other{{line(u"a"_s, u"1111n111n2111"_s), line(u"b"_s, u"hhhhhhhhhhhhh"_s), line(u"c"_s, u"111          "_s)}};
    QVERIFY(!mergedAnswer(held, other.answer(8, 10), {at(0), at(8), step}).isUnchanged);
    const Truth more{{line(u"a"_s, u"1111n111n1111"_s), line(u"b"_s, u"hhhhhhhhhhhhh"_s), line(u"c"_s, u"111          "_s), line(u"d"_s, u"         1111"_s)}};
    QVERIFY(!mergedAnswer(held, more.answer(8, 10), {at(0), at(8), step}).isUnchanged);
}

void TestAnswerMerge::equalGridsAreShared()
{
    Truth truth;
    for (int i = 0; i < 20; ++i)
        truth.lines.push_back(line(QString::number(100 + i), u"11111111111111"_s));
    QCOMPARE(gridCount(merge(truth, truth, 3, 10, 8, 13).answer), size_t(1));
    truth.lines[7] = line(u"107"_s, u"11   111111111"_s); // its gap is out of sight by and by
    QCOMPARE(gridCount(merge(truth, truth, 3, 10, 8, 13).answer), size_t(3));
    QCOMPARE(gridCount(merge(truth, truth, 5, 10, 8, 13).answer), size_t(1));
}

void TestAnswerMerge::ordersOfOtherServersAreKept()
{
    const Truth held{{line(u"z"_s, u"11111111111111"_s), line(u"a"_s, u"22222222222222"_s)}};
    const Truth told{{line(u"m"_s, u"          3333"_s), line(u"a"_s, u"22222222222222"_s), line(u"z"_s, u"11111111111111"_s)}};
    const AnswerMerge merged = merge(held, told, 3, 10, 8, 13);
    QVERIFY(merged.agrees);
    QCOMPARE(merged.answer.series.size(), size_t(3));
    const auto name = [&merged](size_t index) { return merged.answer.series[index].labels.value(u"name"_s); };
    QCOMPARE(QStringList({name(0), name(1), name(2)}), QStringList({u"z"_s, u"a"_s, u"m"_s}));
    QCOMPARE(merged.answer.series[0].size(), size_t(11));
    QCOMPARE(merged.answer.series[2].size(), size_t(4));
}

void TestAnswerMerge::namesAreOrderedAsBytes()
{
    const auto name = [](const QString &value) { return Labels{{u"a"_s, value}}; };
    QVERIFY(listedBefore(name(u"A"_s), name(u"a"_s)));
    QVERIFY(listedBefore(name(u"a"_s), name(u"aa"_s)));
    QVERIFY(!listedBefore(name(u"a"_s), name(u"a"_s)));
    const QString beyond = QString::fromUtf8("\xF0\x9F\x94\xA5"); // U+1F525, in UTF-16 before U+FF21
    const QString wide = QString(QChar(0xFF21));
    QVERIFY(listedBefore(name(wide), name(beyond)));
    QVERIFY(!listedBefore(name(beyond), name(wide)));
    QVERIFY(listedBefore(Labels{}, name(u"a"_s)));
    QVERIFY(listedBefore(name(u"a"_s), Labels({{u"a"_s, u"a"_s}, {u"b"_s, u"1"_s}})));
    QVERIFY(listedBefore(Labels({{u"__name__"_s, u"z"_s}}), name(u"a"_s)));
}

void TestAnswerMerge::remarksAreKept()
{
    const Truth truth{{line(u"a"_s, u"11111111111111"_s)}};
    QueryAnswer held = truth.answer(0, 10);
    held.infos = {u"one"_s};
    QueryAnswer tail = truth.answer(8, 13);
    tail.infos = {u"one"_s, u"two"_s};
    QCOMPARE(mergedAnswer(held, tail, {at(3), at(8), step}).answer.infos, QStringList({u"one"_s, u"two"_s}));
}

WATCHFLOOR_TEST(TestAnswerMerge)
#include "tst_answermerge.moc"
