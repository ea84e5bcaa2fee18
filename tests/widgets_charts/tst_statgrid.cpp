#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/statgrid.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Figures, and how many of them share a room.
class TestStatGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void figuresAreColouredAsTheModeSays_data()
    {
        QTest::addColumn<StatGrid::ColorMode>("mode");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("none") << StatGrid::ColorMode::None << 0 << 0;
        QTest::newRow("value") << StatGrid::ColorMode::Value << 50 << 8000;
        QTest::newRow("ground") << StatGrid::ColorMode::BackgroundSolid << 15'000 << 24'000;
    }
    void figuresAreColouredAsTheModeSays()
    {
        QFETCH(StatGrid::ColorMode, mode);
        QFETCH(int, least);
        QFETCH(int, most);
        StatGrid grid;
        grid.resize(200, 120);
        StatGrid::Look look;
        look.colorMode = mode;
        grid.setLook(look);
        StatGrid::Stat stat;
        stat.shown = {u"88"_qs};
        stat.color = named("green");
        grid.setStats({stat});
        const int found = count(grid.grabImage(), named("green"));
        QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
    }

    void theFigureGrowsWithItsRoom()
    {
        StatGrid grid;
        StatGrid::Stat stat;
        stat.shown = {u"88"_qs};
        grid.setStats({stat});
        int before = 0;
        for (const QSize size : {QSize(40, 24), QSize(100, 60), QSize(200, 120)}) {
            grid.resize(size);
            const int now = size.width() * size.height() - count(grid.grabImage(), tokens().surface);
            QVERIFY(now > before);
            before = now;
        }
    }

    void textModesShowWhatTheySay_data()
    {
        QTest::addColumn<StatGrid::TextMode>("mode");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("value");
        QTest::newRow("auto, one alone") << StatGrid::TextMode::Auto << false << true;
        QTest::newRow("value") << StatGrid::TextMode::Value << false << true;
        QTest::newRow("both") << StatGrid::TextMode::ValueAndName << true << true;
        QTest::newRow("none") << StatGrid::TextMode::None << false << false;
    }
    void textModesShowWhatTheySay()
    {
        QFETCH(StatGrid::TextMode, mode);
        QFETCH(bool, name);
        QFETCH(bool, value);
        StatGrid grid;
        grid.resize(200, 120);
        StatGrid::Look look;
        look.textMode = mode;
        grid.setLook(look);
        StatGrid::Stat stat;
        stat.name = u"HHHH"_qs;
        stat.shown = {u"88"_qs};
        grid.setStats({stat});
        const QImage image = grid.grabImage();
        QCOMPARE(count(image, tokens().text2) > 20, name);
        QCOMPARE(count(image, tokens().text) > 20, value);
    }

    void aStatWithoutAValueIsADash()
    {
        StatGrid grid;
        grid.resize(200, 120);
        grid.setStats({{.name = u"a"_qs}, {.name = u"b"_qs, .shown = {u"1"_qs}}});
        grid.setCurrentItem(0);
        QVERIFY(grid.readOutText().contains(QChar(0x2014)));
    }

    void statsFillTheRoomAsTheyAreArranged()
    {
        StatGrid grid;
        grid.resize(400, 200);
        std::vector<StatGrid::Stat> four(4);
        for (int at = 0; at < 4; ++at)
            four[size_t(at)] = {.name = u"s%1"_qs.arg(at), .shown = {QString::number(at)}};
        grid.setStats(four);
        const auto itemUnder = [&grid](QPointF at) {
            hover(grid, at);
            return grid.currentItem();
        };
        QCOMPARE(itemUnder({390, 190}), 3);
        QCOMPARE(itemUnder({390, 10}), 1); // two by two
        StatGrid::Look look;
        look.arrangement = StatGrid::Arrangement::Row;
        grid.setLook(look);
        QCOMPARE(itemUnder({390, 10}), 3);
        look.arrangement = StatGrid::Arrangement::Column;
        grid.setLook(look);
        QCOMPARE(itemUnder({390, 10}), 0);
        QCOMPARE(itemUnder({390, 190}), 3);
    }

    void aStaleStatIsHatched()
    {
        StatGrid grid;
        grid.resize(300, 100);
        grid.setStats({{.name = u"a"_qs, .shown = {u"1"_qs}}, {.name = u"b"_qs, .shown = {u"1"_qs}}});
        const QImage before = grid.grabImage();
        grid.setStats({{.name = u"a"_qs, .shown = {u"1"_qs}}, {.name = u"b"_qs, .shown = {u"1"_qs}, .state = State::Stale}});
        const QImage after = grid.grabImage();
        QCOMPARE(after.copy(0, 0, 140, 100), before.copy(0, 0, 140, 100));
        QVERIFY(after.copy(160, 0, 140, 100) != before.copy(160, 0, 140, 100));
    }

    void gridsAreFilledWell_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<double>("aspect");
        QTest::addColumn<QSize>("grid");
        QTest::newRow("one") << 1 << QSizeF(300, 200) << 1.0 << QSize(1, 1);
        QTest::newRow("wide") << 4 << QSizeF(800, 100) << 2.0 << QSize(4, 1);
        QTest::newRow("high") << 4 << QSizeF(100, 400) << 1.0 << QSize(1, 4);
        QTest::newRow("square") << 4 << QSizeF(400, 400) << 1.0 << QSize(2, 2);
        QTest::newRow("six") << 6 << QSizeF(600, 400) << 1.0 << QSize(3, 2);
        QTest::newRow("none") << 0 << QSizeF(600, 400) << 1.0 << QSize(1, 1);
    }
    void gridsAreFilledWell()
    {
        QFETCH(int, count);
        QFETCH(QSizeF, room);
        QFETCH(double, aspect);
        QTEST(wellFilledGrid(count, room, aspect), "grid");
    }
};

WATCHFLOOR_TEST(TestStatGrid)
#include "tst_statgrid.moc"
