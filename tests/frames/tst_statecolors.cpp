#include "models/frames/colorscale.h"
#include "models/frames/thresholds.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

/// A red step that is taken for healthy is a false green.
class TestStateColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aColourSaysItsStateByItsHue_data()
    {
        QTest::addColumn<QString>("color");
        QTest::addColumn<State>("state");
        for (const char *red : {"red", "dark-red", "semi-dark-red", "light-red", "super-light-red", "#d44a3a", "#F2495C", "#C4162A", "#E24D42", "#bf1b00", "#890f02",
                                "rgba(245, 54, 54, 0.9)", "rgb(196,22,42)", "#f00", "darkred", "crimson"})
            QTest::newRow(red) << QString::fromLatin1(red) << State::Critical;
        for (const char *amber : {"orange", "dark-orange", "yellow", "super-light-yellow", "#EAB839", "#FF9830", "#EF843C", "rgba(237, 129, 40, 0.89)", "#fa0", "orangered?"})
            QTest::newRow(amber) << QString::fromLatin1(amber) << (QLatin1String(amber) == QLatin1String("orangered?") ? State::Critical : State::Warning);
        for (const char *calm : {"green", "dark-green", "blue", "purple", "#299c46", "#7EB26D", "rgba(50, 172, 45, 0.97)", "#9ACD32", "text", "transparent", "", "#808080",
                                 "#fff", "#000000", "rgb(1,2", "rgb(a,b,c)", "#12"})
            QTest::addRow("calm %s", calm) << QString::fromLatin1(calm) << State::Healthy;
    }
    void aColourSaysItsStateByItsHue()
    {
        QFETCH(QString, color);
        QTEST(stateOfColor(color), "state");
    }

    void huesAreFoundByName()
    {
        QCOMPARE(hueNumber(u"green"_qs), std::optional(0x73BF69U));
        QVERIFY(!hueNumber(u"text"_qs));
        QVERIFY(!hueNumber(u"ultra-green"_qs));
    }
};

WATCHFLOOR_TEST(TestStateColors)
#include "tst_statecolors.moc"
