#include "tests/support/testregistry.h"
#include "tests/widgets_explore/exploreroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/promedit.h"
#include "widgets/explore/moversview.h"
#include "widgets/panels/panelcard.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

std::vector<Labels> paymentLabels()
{
    std::vector<Labels> labels;
    for (const QString &name : {u"queue_depth"_s, u"connections"_s, u"cache_ratio"_s, u"threads"_s})
        labels.push_back({{u"__name__"_s, name}, {u"service"_s, u"payment"_s}});
    return labels;
}

/// The first three move at the middle, less and less; the last stands still.
double step(size_t series, double share)
{
    const double unrest = 0.5 * std::sin(share * 300 + double(series));
    const double after = share > 0.5 ? 40.0 / double(1 + 3 * series) : 0;
    return series == 3 ? 8 : 20 + unrest + after;
}

struct MovedRoom : ExploreRoom
{
    explicit MovedRoom(ThemeMode mode = ThemeMode::Dark)
        : ExploreRoom(mode)
    {
        const WallTime moment = clock.wall() - 15min;
        commands.rangeAnswer = matrix(clock.wall(), 30min, paymentLabels(), step);
        page.open(u"moved/payment/%1"_s.arg(moment.time_since_epoch().count()));
    }
    DataTable *table() const { return visible<DataTable>(u"movers"_s); }
};

} // namespace

class TestMoversView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksWhatMoved()
    {
        MovedRoom room;
        QCOMPARE(room.commands.rangesAsked.size(), size_t(1));
        QCOMPARE(room.commands.rangesAsked[0].expression, u"{service=\"payment\"}"_s);
        QCOMPARE(room.commands.rangesAsked[0].range.end, room.clock.wall());
        QCOMPARE(room.commands.rangesAsked[0].range.length(), std::chrono::milliseconds(30min));
        auto *table = room.table();
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(table->model()->index(0, 0).data().toString().startsWith(u"queue_depth"_s));
        QVERIFY(table->model()->index(1, 0).data().toString().startsWith(u"connections"_s));
        QCOMPARE(room.page.openItem(), u"moved/payment"_s);
    }

    void drawsTheChosenOneAndAsksItOn()
    {
        MovedRoom room;
        QCOMPARE(room.commands.watched.back().expression, u"queue_depth{service=\"payment\"}"_s);
        QTest::mouseClick(room.table()->viewport(), Qt::LeftButton, {}, room.table()->visualRect(room.table()->model()->index(1, 0)).center());
        QCOMPARE(room.commands.watched.back().expression, u"connections{service=\"payment\"}"_s);
        QCOMPARE(room.commands.watched.back().until, room.clock.wall());
        QTest::keyClick(room.table(), Qt::Key_Return);
        QCOMPARE(room.visible<PromEdit>()->expression(), u"connections{service=\"payment\"}"_s);
        QVERIFY(!room.table());
    }

    void anotherServiceMomentAndSpanAreAsked()
    {
        MovedRoom room;
        QTest::mouseClick(room.button<ActionButton>(u"payment"_s), Qt::LeftButton);
        QVERIFY(room.choose(u"All services"_s));
        QTest::mouseClick(room.button<ActionButton>(u"around"_s), Qt::LeftButton);
        QVERIFY(room.choose(u"1 h ago"_s));
        QTest::mouseClick(room.button<ActionButton>(u"15 min before"_s), Qt::LeftButton);
        QVERIFY(room.choose(u"5 min before"_s));
        QTest::mouseClick(room.button<ActionButton>(u"Show what moved"_s), Qt::LeftButton);
        const FakeCommands::RangeAsked &asked = room.commands.rangesAsked.back();
        QCOMPARE(asked.expression, u"{service!=\"\"}"_s);
        QCOMPARE(asked.range.start, room.clock.wall() - 65min);
        QCOMPARE(asked.range.end, room.clock.wall() - 55min);
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("no series") << 0;
        QTest::newRow("nothing moved") << 1;
        QTest::newRow("no answer") << 2;
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(int, which);
        MovedRoom room;
        room.commands.rangeAnswer = QueryAnswer();
        if (which == 1)
            room.commands.rangeAnswer = matrix(room.clock.wall(), 30min, {paymentLabels().back()}, [](size_t, double) { return 8.0; });
        else if (which == 2)
            room.commands.rangeAnswer = Error{Error::Kind::Timeout, {}, u"main"_s};
        QTest::mouseClick(room.button<ActionButton>(u"Show what moved"_s), Qt::LeftButton);
        QVERIFY(!room.table());
        QStringList said;
        for (const QLabel *label : room.page.findChildren<QLabel *>())
            if (label->isVisible())
                said << label->text();
        const QStringList titles{u"No series"_s, u"Nothing moved"_s, u"The series could not be asked for"_s};
        QVERIFY(said.contains(titles[which]));
        QVERIFY(room.page.isSettled());
    }

    void isDrawn_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void isDrawn()
    {
        QFETCH(ThemeMode, mode);
        MovedRoom room(mode);
        room.answer({paymentLabels().front()}, step);
        room.page.tick();
        QVERIFY(room.keepPicture(u"moved-%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
    }
};

WATCHFLOOR_TEST(TestMoversView)
#include "tst_moversview.moc"
