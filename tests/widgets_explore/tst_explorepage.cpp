#include "models/core/tooltiptext.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_explore/exploreroom.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/textlabel.h"
#include "widgets/panels/panelcard.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

double wave(size_t series, double share)
{
    return 40.0 / double(series + 1) * (1 + 0.2 * std::sin(share * 40 + double(series))) + (series == 1 && share > 0.8 ? 20 : 0);
}

} // namespace

class TestExplorePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatIsTyped()
    {
        ExploreRoom room;
        auto *edit = room.visible<PromEdit>();
        QVERIFY(room.commands.watched.empty());
        QTest::keyClicks(edit, u"queue_depth"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(room.commands.watched.size(), size_t(2));
        QCOMPARE(room.commands.watched[0].expression, u"queue_depth"_s);
        QCOMPARE(room.commands.watched[0].source, u"main"_s);
        QCOMPARE(room.commands.watched[0].length, std::chrono::milliseconds(1h));
        QVERIFY(room.commands.watched[1].isInstant());
        QVERIFY(!room.page.isSettled());
        room.answer(requestLabels(), wave);
        QVERIFY(room.page.isSettled());
        QVERIFY(room.visible<TimeChart>());
        QCOMPARE(room.page.openItem(), u"main/queue_depth"_s);
    }

    void theSameAddressOpensTheSame()
    {
        const QString expression = u"sum by (service) (rate(http_requests_total{path=\"/a/b\",x=~\"ü.*%\"}[5m])) / 2"_s;
        ExploreRoom one;
        one.visible<PromEdit>()->setExpression(expression);
        QTest::mouseClick(one.button<ActionButton>(u"Run"_s), Qt::LeftButton);
        const QString address = one.page.openItem();
        ExploreRoom other;
        QVERIFY(other.page.open(address));
        QCOMPARE(other.visible<PromEdit>()->expression(), expression);
        QCOMPARE(other.page.openItem(), address);
        QCOMPARE(other.commands.watched.front().expression, expression);
        QVERIFY(!other.page.open(u"nowhere/up"_s));
        QVERIFY(!other.page.open(u"am-1/up"_s));
    }

    void aPanelLeadsHere()
    {
        ExploreRoom room;
        auto dashboard = std::make_shared<Dashboard>();
        dashboard->source = u"main"_s;
        Watchfloor::Panel panel;
        panel.queries = {PanelQuery{u"rate(http_requests_total[5m]) > 0/1"_s}};
        PanelCard card({room.session.stores(), room.commands, room.clock}, dashboard, panel);
        card.setView({});
        QSignalSpy opened(&card, &PanelCard::openRequested);
        card.explore();
        const QString path = opened.value(0).value(0).toString();
        QVERIFY(path.startsWith(u"explore/"_s));
        QVERIFY(room.page.open(path.section(u'/', 1)));
        QCOMPARE(room.visible<PromEdit>()->expression(), panel.queries[0].expression);
    }

    void metricsAreFoundAndAsked()
    {
        ExploreRoom room;
        auto *list = room.visible<QListWidget>(u"exploreList"_s);
        QCOMPARE(list->count(), 4);
        room.page.focusFilter();
        auto *search = room.visible<SearchField>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"wait"_s); // in its help
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->toolTip(), toolTipText(u"queue_depth · gauge\nOrders that <b>wait</b>."_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(room.visible<PromEdit>()->expression(), u"queue_depth"_s);
        QCOMPARE(room.commands.watched.front().expression, u"queue_depth"_s);
        search->clear();
        QTest::keyClicks(search, u"requests_total"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(room.visible<PromEdit>()->expression(), u"rate(http_requests_total[$__rate_interval])"_s);
        QVERIFY(room.commands.watched.back().expression.startsWith(u"rate(http_requests_total["_s));
        QVERIFY(!room.commands.watched.back().expression.contains(u'$'));
    }

    void whatWasAskedIsKept()
    {
        ExploreRoom room;
        for (const QString &expression : {u"up"_s, u"queue_depth"_s, u"up"_s}) {
            room.visible<PromEdit>()->setExpression(expression);
            QTest::mouseClick(room.button<ActionButton>(u"Run"_s), Qt::LeftButton);
        }
        auto *modes = room.visible<QListWidget>(u"exploreList"_s)->parentWidget()->findChild<SegmentedControl *>();
        QTest::keyClick(modes, Qt::Key_Right);
        auto *list = room.visible<QListWidget>(u"exploreList"_s);
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), u"up"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QCOMPARE(room.visible<PromEdit>()->expression(), u"queue_depth"_s);
        QVERIFY(QFile::exists(room.folder.filePath(u"queries.jsonl"_s)));
        // The oldest, which is now the second, is removed by its menu.
        Q_EMIT list->customContextMenuRequested(list->visualItemRect(list->item(1)).center());
        QVERIFY(room.choose(u"Remove"_s));
        QCOMPARE(list->count(), 1);
    }

    void anotherSourceIsAsked()
    {
        ExploreRoom room;
        auto *button = room.button<ActionButton>(u"main"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!room.choose(u"am-1"_s));
        QVERIFY(room.choose(u"orders-raw"_s));
        QVERIFY(button->text().startsWith(u"orders-raw"_s));
        QVERIFY(room.commands.listed.contains(u"orders-raw"_s));
        room.visible<PromEdit>()->setExpression(u"up"_s);
        QTest::keyClick(room.visible<PromEdit>(), Qt::Key_Return);
        QCOMPARE(room.commands.watched.back().source, u"orders-raw"_s);
    }

    void aFaultIsSaidAndTheQueryAskedAllTheSame()
    {
        ExploreRoom room;
        auto *edit = room.visible<PromEdit>();
        QTest::keyClicks(edit, u"sum by (service) (rate(http_requests_total[5m])"_s);
        QVERIFY(room.visible<TextLabel>(u"queryFault"_s));
        QTest::keyClicks(edit, u")"_s);
        QVERIFY(!room.visible<TextLabel>(u"queryFault"_s));
    }

    void aZoomIsAskedAndGivenBack()
    {
        ExploreRoom room;
        room.page.open(u"main/up"_s);
        const WallTime now = room.clock.wall();
        room.page.zoomTo({now - 30min, now - 20min});
        QCOMPARE(room.commands.watched.back().until, now - 20min);
        auto *back = room.button<ActionButton>(u"Not now"_s);
        QVERIFY(back);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(room.commands.watched.back().followsNow());
        QVERIFY(!room.button<ActionButton>(u"Not now"_s));
    }

    void oneCardFillsThePageAndGivesItBack()
    {
        ExploreRoom room;
        room.page.open(u"main/up"_s);
        const auto shown = [&room] {
            int count = 0;
            for (const PanelCard *card : room.page.findChildren<PanelCard *>())
                count += card->isVisible() ? 1 : 0;
            return count;
        };
        QCOMPARE(shown(), 2);
        Q_EMIT room.visible<PanelCard>()->fullScreenRequested();
        QCOMPARE(shown(), 1);
        Q_EMIT room.visible<PanelCard>()->fullScreenRequested();
        QCOMPARE(shown(), 2);
    }

    void aSourceThatDoesNotAnswerIsSaid()
    {
        Workspace none = exploreWorkspace();
        none.sources.clear();
        ExploreRoom room(ThemeMode::Dark, none);
        room.visible<PromEdit>()->setExpression(u"up"_s);
        QTest::keyClick(room.visible<PromEdit>(), Qt::Key_Return);
        QVERIFY(room.commands.watched.empty());
        QTest::mouseClick(room.button<ActionButton>(u"No source"_s), Qt::LeftButton);
        QVERIFY(room.visible<QMenu>());
    }

    void isDrawn_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark-small") << ThemeMode::Dark << QSize(1366 - 56, 768 - 110);
        QTest::newRow("dark-large") << ThemeMode::Dark << QSize(1920 - 56, 1080 - 110);
        QTest::newRow("light-small") << ThemeMode::Light << QSize(1366 - 56, 768 - 110);
        QTest::newRow("light-large") << ThemeMode::Light << QSize(1920 - 56, 1080 - 110);
    }
    void isDrawn()
    {
        QFETCH(ThemeMode, mode);
        QFETCH(QSize, size);
        ExploreRoom room(mode);
        room.page.resize(size);
        QVERIFY(room.keepPicture(u"explore-empty-%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
        room.visible<PromEdit>()->setExpression(u"sum by (service, code) (rate(http_requests_total{service=~\"payment|orders\"}[5m])) # by code"_s);
        QTest::keyClick(room.visible<PromEdit>(), Qt::Key_Return);
        room.answer(requestLabels(), wave);
        room.page.tick();
        QVERIFY(room.keepPicture(u"explore-%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
        const QImage image = room.page.grab().toImage();
        QCOMPARE(image.pixelColor(2, 2).lightness() < 128, mode == ThemeMode::Dark);
    }
};

WATCHFLOOR_TEST(TestExplorePage)
#include "tst_explorepage.moc"
