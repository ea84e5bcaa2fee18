#include "tests/support/testregistry.h"
#include "tests/widgets_episodes/pastmonth.h"
#include "widgets/episodes/historystrip.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestHistoryStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void tellsHowOftenAndWhenLast()
    {
        PastMonth month;
        std::erase_if(month.lives, [](const Episode &life) { return life.name() != u"HighErrorRate"; });
        month.commands.episodes = month.lives;
        HistoryStrip strip(month.commands, month.clock);
        strip.setAlert(u"f-HighErrorRate"_s);
        QCOMPARE(month.commands.searches.back().fingerprint, u"f-HighErrorRate"_s);
        QCOMPARE(strip.sentence(), u"9 time(s) before today, last on 20 Nov"_s);
        QVERIFY(strip.dayText(29).startsWith(u"Today: Critical, fired 1 time(s)"_s));
        QVERIFY(strip.dayText(27).endsWith(u"did not fire"_s));
        strip.resize(400, strip.sizeHint().height());
        strip.show();
        PastMonth::picture(strip, u"strip"_s);
    }

    void theSameAlertIsNotAskedAgainAtOnce()
    {
        PastMonth month;
        HistoryStrip strip(month.commands, month.clock);
        strip.setAlert(u"f1"_s);
        strip.setAlert(u"f1"_s);
        QCOMPARE(month.commands.searches.size(), 1u);
        month.clock.advance(61s);
        strip.setAlert(u"f1"_s);
        QCOMPARE(month.commands.searches.size(), 2u);
        strip.setAlert(u"f2"_s);
        QCOMPARE(month.commands.searches.size(), 3u);
    }

    void anUnreadableRecordIsNoQuietMonth()
    {
        PastMonth month;
        month.commands.episodes = Error{Error::Kind::DiskFull, {}, {}};
        HistoryStrip strip(month.commands, month.clock);
        strip.setAlert(u"f1"_s);
        QVERIFY(strip.sentence().contains(u"cannot be read"_s));
        QVERIFY(strip.dayText(29).isEmpty());
    }

    void keysGoFromDayToDay()
    {
        PastMonth month;
        HistoryStrip strip(month.commands, month.clock);
        strip.setAlert(u"f1"_s);
        strip.show();
        strip.setFocus();
        QTest::keyClick(&strip, Qt::Key_Left);
        QVERIFY(!strip.accessibleDescription().isEmpty());
    }
};

WATCHFLOOR_TEST(TestHistoryStrip)
#include "tst_historystrip.moc"
