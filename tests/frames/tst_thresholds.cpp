#include "models/frames/thresholds.h"
#include "models/frames/colorscale.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestThresholds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesStandOnSteps_data();
    void valuesStandOnSteps();
    void limitsBecomeStepsAndBack_data();
    void limitsBecomeStepsAndBack();
    void seriesNamesFindTheirPlace();
    void unknownModesHaveNoColour();
};

void TestThresholds::valuesStandOnSteps_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("percentage");
    QTest::addColumn<State>("state");
    QTest::newRow("below") << 69.9 << false << State::Healthy;
    QTest::newRow("at a step") << 70. << false << State::Warning;
    QTest::newRow("beyond the last") << 1e9 << false << State::Critical;
    QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity() << false << State::Healthy;
    QTest::newRow("nothing") << std::numeric_limits<double>::quiet_NaN() << false << State::Blind;
    QTest::newRow("share of the way") << 150. << true << State::Warning;
    QTest::newRow("share beyond") << 195. << true << State::Critical;
}

void TestThresholds::valuesStandOnSteps()
{
    QFETCH(double, value);
    QFETCH(bool, percentage);
    QFETCH(State, state);
    Thresholds thresholds;
    thresholds.mode = percentage ? Thresholds::Mode::Percentage : Thresholds::Mode::Absolute;
    const double bottom = -std::numeric_limits<double>::infinity();
    const double warning = percentage ? 50 : 70;
    thresholds.steps = {{bottom, false, {}, State::Healthy}, {warning, false, {}, State::Warning}, {90, false, {}, State::Critical}};
    QCOMPARE(stateUnder(thresholds, value, 100., 200.), state);
}

void TestThresholds::limitsBecomeStepsAndBack_data()
{
    QTest::addColumn<std::vector<Limit>>("limits");
    QTest::newRow("none") << std::vector<Limit>();
    QTest::newRow("above") << std::vector<Limit>{{70, true, State::Warning}, {90, true, State::Critical}};
    QTest::newRow("below") << std::vector<Limit>{{5, false, State::Critical}, {10, false, State::Warning}};
    QTest::newRow("both") << std::vector<Limit>{{1, false, State::Critical}, {90, true, State::Critical}};
}

void TestThresholds::limitsBecomeStepsAndBack()
{
    QFETCH(std::vector<Limit>, limits);
    const Thresholds thresholds = thresholdsOf(limits);
    QCOMPARE(limitsOf(thresholds), limits);
    for (const Limit &limit : limits) {
        QCOMPARE(stateUnder(thresholds, limit.value + (limit.above ? 0.1 : -0.1)), limit.state);
        QVERIFY(stateUnder(thresholds, limit.value) != limit.state);
    }
}

void TestThresholds::seriesNamesFindTheirPlace()
{
    QCOMPARE(palettePlace(u"a"_s, 56), palettePlace(u"a"_s, 56));
    QVERIFY(palettePlace(u"api"_s, 56) != palettePlace(u"web"_s, 56));
    // hash(5381) * 33 ^ 'a'
    QCOMPARE(palettePlace(u"a"_s, 1000), ((5381 * 33) ^ 'a') % 1000);
    QCOMPARE(palettePlace(u"a"_s, 0), 0);
}

void TestThresholds::unknownModesHaveNoColour()
{
    QVERIFY(continuousColor(u"continuous-rainbow"_s, 0.5).isEmpty());
    QVERIFY(shadeOf(u"nonsense"_s, 1).isEmpty());
    QCOMPARE(shadeOf(u"#808080"_s, 0), shadeOf(u"#808080"_s, 11));
    QVERIFY(shadeOf(u"red"_s, 1) != shadeOf(u"red"_s, 2));
}

WATCHFLOOR_TEST(TestThresholds)
#include "tst_thresholds.moc"
