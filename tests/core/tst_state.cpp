#include "models/core/state.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blindBeatsGreenInEveryRollUp();
    void nothingIsBlind();
    void worseIsAnOrder();
    void countsAddUp();
    void names();
};

void TestState::blindBeatsGreenInEveryRollUp()
{
    const std::array states{State::Healthy, State::Blind, State::Healthy};
    QCOMPARE(worstOf(states), State::Blind);
    const std::array worse{State::Healthy, State::Blind, State::Critical, State::Stale};
    QCOMPARE(worstOf(worse), State::Critical);
    const std::array stale{State::Warning, State::Stale};
    QCOMPARE(worstOf(stale), State::Stale);
}

void TestState::nothingIsBlind()
{
    QCOMPARE(worstOf({}), State::Blind);
    QCOMPARE(StateCounts().worst(), State::Blind);
}

void TestState::worseIsAnOrder()
{
    for (const State a : allStates)
        for (const State b : allStates) {
            QCOMPARE(worse(a, b), worse(b, a));
            QVERIFY(worse(a, b) == a || worse(a, b) == b);
            const std::array both{a, b};
            QCOMPARE(worstOf(both), worse(a, b));
        }
    QVERIFY(std::is_sorted(allStates.begin(), allStates.end()));
}

void TestState::countsAddUp()
{
    StateCounts counts;
    for (const State state : {State::Healthy, State::Healthy, State::Stale})
        counts.add(state);
    QCOMPARE(counts.of(State::Healthy), 2);
    QCOMPARE(counts.total(), 3);
    QCOMPARE(counts.worst(), State::Stale);
}

void TestState::names()
{
    QStringList list;
    for (const State state : allStates)
        list << stateName(state);
    QCOMPARE(list, QStringList({u"critical"_s, u"blind"_s, u"stale"_s, u"warning"_s, u"healthy"_s}));
}

WATCHFLOOR_TEST(TestState)
#include "tst_state.moc"
