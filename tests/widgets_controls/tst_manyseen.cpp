#include "tests/support/testregistry.h"
#include "widgets/controls/manyseen.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What never answered has no age, and least of all a young one.
class TestManySeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWorstAndTheOldest_data()
    {
        using Ages = QList<std::optional<int>>;
        QTest::addColumn<QList<State>>("states");
        QTest::addColumn<Ages>("seconds");
        QTest::addColumn<State>("worst");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << QList{State::Healthy} << Ages{3} << State::Healthy << u"\u2264 3 s"_s;
        QTest::newRow("the oldest") << QList{State::Healthy, State::Stale, State::Healthy} << Ages{3, 40, 5} << State::Stale << u"\u2264 40 s"_s;
        QTest::newRow("one never") << QList{State::Healthy, State::Blind} << Ages{3, {}} << State::Blind << u"1 without an answer yet"_s;
        QTest::newRow("all never") << QList{State::Blind, State::Blind} << Ages{{}, {}} << State::Blind << u"2 without an answer yet"_s;
    }
    void tellsTheWorstAndTheOldest()
    {
        QFETCH(const QList<State>, states);
        QFETCH(const QList<std::optional<int>>, seconds);
        ManySeen seen;
        for (qsizetype at = 0; at < states.size(); ++at)
            seen.add(states[at], seconds[at] ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(*seconds[at])) : std::nullopt);
        QCOMPARE(seen.count(), int(states.size()));
        QTEST(seen.worst(), "worst");
        QTEST(seen.ageText(), "text");
    }
};

WATCHFLOOR_TEST(TestManySeen)
#include "tst_manyseen.moc"
