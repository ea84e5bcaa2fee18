#include "models/direct/pagehistory.h"
#include "tests/direct/pages.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

WallTime second(int number)
{
    return WallTime(std::chrono::seconds(1'000 + number));
}

} // namespace

class TestPageHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersEverySeriesOnTheSameTimes()
    {
        PageHistory history;
        history.append(Testing::page("a 1\nb{x=\"1\"} 2\n"), second(0));
        history.append(Testing::page("b{x=\"1\"} 3\nc 4\n"), second(1));
        QCOMPARE(history.times().size(), size_t(2));
        QCOMPARE(history.seriesCount(), size_t(3));
        const auto b = history.select({*Matcher::make(QStringLiteral("__name__"), Matcher::Operator::Equal, QStringLiteral("b"))});
        QCOMPARE(b.size(), size_t(1));
        QCOMPARE(b.front()->values[0], 2.0);
        QCOMPARE(b.front()->values[1], 3.0);
        const auto a = history.select({*Matcher::make(QStringLiteral("__name__"), Matcher::Operator::Equal, QStringLiteral("a"))});
        QVERIFY(std::isnan(a.front()->values[1]));
        const auto c = history.select({*Matcher::make(QStringLiteral("__name__"), Matcher::Operator::Equal, QStringLiteral("c"))});
        QVERIFY(std::isnan(c.front()->values[0]));
        QCOMPARE(c.front()->values[1], 4.0);
    }

    void aPollOutOfOrderIsLeftOut()
    {
        PageHistory history;
        history.append(Testing::page("a 1\n"), second(5));
        history.append(Testing::page("a 2\n"), second(5));
        history.append(Testing::page("a 3\n"), second(4));
        QCOMPARE(history.times().size(), size_t(1));
    }

    void forgetsTheOldestAndWhatIsGone()
    {
        PageHistory history;
        history.append(Testing::page("gone 1\na 1\n"), second(0));
        for (int i = 1; i <= int(PageHistory::pollLimit); ++i)
            history.append(Testing::page("a 1\n"), second(i));
        QCOMPARE(history.times().size(), PageHistory::pollLimit);
        QCOMPARE(history.times().front(), toEpochSeconds(second(1)));
        QCOMPARE(history.seriesCount(), size_t(1));
        history.append(Testing::page("a 2\nb 1\n"), second(int(PageHistory::pollLimit) + 1));
        QCOMPARE(history.seriesCount(), size_t(2));
    }

    void countsWhatDoesNotFit()
    {
        QByteArray text;
        for (size_t i = 0; i < PageHistory::seriesLimit + 3; ++i)
            text += "a{i=\"" + QByteArray::number(qint64(i)) + "\"} 1\n";
        PageHistory history;
        history.append(Testing::page(text), second(0));
        QCOMPARE(history.seriesCount(), PageHistory::seriesLimit);
        QCOMPARE(history.leftOut(), size_t(3));
    }
};

WATCHFLOOR_TEST(TestPageHistory)
#include "tst_pagehistory.moc"
