#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/shownpage.h"
#include "widgets/alerts/alertlist.h"
#include "widgets/alerts/filterbar.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/fonts.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// From view to view of the page by keyboard, and what it says of where one is.
class TestAlertViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theKeyboardGoesFromViewToView()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(shown.isActive);
        auto *tabs = shown.find<SegmentedControl>(u"alertTabs"_s);
        const auto where = [tabs](const QWidget *widget) { return widget->mapTo(widget->window(), QPoint()).y() - tabs->mapTo(tabs->window(), QPoint()).y(); };
        const auto next = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier); };
        // Where there are no rows yet the keyboard waits above them.
        for (const auto &[goal, head] : {std::pair(u"silenceTable"_s, u"silenceKinds"_s), std::pair(u"episodeSearch"_s, u"episodeSpan"_s), std::pair(u"noiseSpan"_s, u"noiseSpan"_s)}) {
            const QString keys = shown.page.keys().constFirst().second;
            next();
            QCOMPARE(QApplication::focusWidget()->objectName(), goal);
            auto *own = shown.find<QWidget>(head);
            QVERIFY(own->isVisible());
            QTRY_COMPARE(where(own), 0);
            QVERIFY2(shown.page.keys().constFirst().second != keys, "the keys are this view's");
            QVERIFY(!shown.find<QWidget>(u"alertFilter"_s)->isVisible());
        }
        next();
        QVERIFY(shown.table->hasFocus());
        QVERIFY(!shown.find<QWidget>(u"noiseSpan"_s)->isVisible());
        QTest::keyClick(shown.table, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown.find<QWidget>(u"noiseSpan"_s)->isVisible());
    }

    void goingToThePageGoesToItsList()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.page.focusFilter();
        QVERIFY(!shown.table->hasFocus());
        QVERIFY(shown.page.open({}));
        QVERIFY(shown.table->hasFocus());
    }

    void howManyAreChosenIsSaid()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(shown.isActive);
        auto *said = shown.find<QLabel>(u"alertsMatching"_s);
        shown.click(u"HighErrorRate"_s);
        QVERIFY(!said->isVisible());
        shown.click(u"StripeLatency"_s, Qt::ControlModifier);
        QTRY_VERIFY(said->isVisible());
        QVERIFY2(said->text().startsWith(u"2 chosen"_s), qPrintable(said->text()));
        shown.click(u"HighErrorRate"_s);
        QTRY_VERIFY(!said->isVisible());
    }

    void halfAMatcherKeepsNothingAway()
    {
        Night night;
        night.tell();
        Shown shown(night);
        auto *edit = shown.page.findChild<FilterBar *>()->field().edit();
        const int all = shown.table->model()->rowCount();
        for (const QString &typed : {u"s"_s, u"serv"_s, u"-serv"_s, u"service"_s, u"service=pay"_s, u"@"_s, u"@sta"_s}) {
            edit->setText(typed);
            QVERIFY2(shown.table->model()->rowCount() == all, qPrintable(typed));
        }
        edit->setText(u"stripe"_s);
        QCOMPARE(shown.names(), QStringList(u"StripeLatency"_s));
        edit->setText(u"serv"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY2(shown.table->model()->rowCount() < all, "asked for, it is a word");
    }

    void everyStateHasRoomForItsWord_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 1310;
        QTest::newRow("wide") << 1864;
    }
    void everyStateHasRoomForItsWord()
    {
        QFETCH(const int, width);
        Night night;
        night.tell();
        Shown shown(night, {width, 900});
        const int flat = shown.table->columnWidth(AlertTableModel::StateColumn);
        const int word = QFontMetrics(textFont(TextSize::Body, QFont::DemiBold)).horizontalAdvance(AlertCells::stateWord(AlertState::Acknowledged));
        QVERIFY(flat >= word + Size::icon + 3 * Size::gap);
        constexpr int bar = 36 + Size::gap;
        const double rest = tabularWidth(textFont(TextSize::Body, QFont::DemiBold), u"\u221259:59"_s);
        QVERIFY(shown.table->columnWidth(AlertTableModel::RespondColumn) >= rest + bar + 2 * Size::gap);
        const double age = tabularWidth(textFont(), u"23 h 59 min"_s);
        QVERIFY(shown.table->columnWidth(AlertTableModel::ActiveColumn) >= age + 2 * Size::gap);
        shown.page.findChild<FilterBar *>()->setGrouping({u"service"_s});
        QVERIFY2(shown.table->columnWidth(AlertTableModel::StateColumn) > flat, "it stands under a heading");
        shown.page.findChild<FilterBar *>()->setGrouping({});
        QCOMPARE(shown.table->columnWidth(AlertTableModel::StateColumn), flat);
    }

    void thePlaceCountsNoHeadings()
    {
        Night night;
        night.tell();
        Shown shown(night);
        const int alerts = shown.table->model()->rowCount();
        shown.page.findChild<FilterBar *>()->setGrouping({u"service"_s});
        const auto *list = shown.page.findChild<AlertList *>();
        QVERIFY(shown.table->model()->rowCount() > alerts);
        shown.click(u"HighErrorRate"_s);
        const auto [place, of] = list->placeOf(night.fingerprintOf(u"HighErrorRate"_s));
        QCOMPARE(of, alerts);
        QVERIFY(place > 0 && place <= shown.rowOf(u"HighErrorRate"_s));
        QCOMPARE(list->placeOf(u"none"_s).first, 0);
    }
};

WATCHFLOOR_TEST(TestAlertViews)
#include "tst_alertviews.moc"
