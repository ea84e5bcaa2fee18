#include "models/alerts/alertcells.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/controls/alertlook.h"
#include "widgets/alerts/alertorder.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using Fill = StateTimeline::Fill;

class TestAlertOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansTellTheStory_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("fills");
        const auto fills = [](std::initializer_list<Fill> list) {
            QList<int> all;
            for (const Fill fill : list)
                all << int(fill);
            return all;
        };
        QTest::newRow("pending, then firing") << u"HighErrorRate"_s << fills({Fill::Outline, Fill::Solid});
        QTest::newRow("taken on") << u"PaymentBudgetFastBurn"_s << fills({Fill::Solid, Fill::Striped});
        QTest::newRow("not seen any more") << u"CdnPurgeLag"_s << fills({Fill::Solid, Fill::Hatched});
        QTest::newRow("source") << u"am-2 (source)"_s << fills({Fill::Hatched});
    }
    void spansTellTheStory()
    {
        QFETCH(QString, name);
        QFETCH(QList<int>, fills);
        Night night;
        night.tell();
        const auto order = AlertOrder::of(night.stores(), lastUntil(night.clock.wall(), 45min), night.clock.now(), 7);
        const auto row = std::find_if(order.rows.begin(), order.rows.end(), [&name](const StateTimeline::Row &each) { return each.name == name; });
        QVERIFY(row != order.rows.end());
        QList<int> shown;
        for (const auto &span : row->spans) {
            QVERIFY(span.start < span.end);
            shown << int(span.fill);
        }
        QCOMPARE(shown, fills);
    }

    void theOldestComesFirst()
    {
        Night night;
        night.tell();
        const auto order = AlertOrder::of(night.stores(), lastUntil(night.clock.wall(), 45min), night.clock.now(), 7);
        QCOMPARE(order.rows.size(), size_t(7));
        QCOMPARE(size_t(order.fingerprints.size()), order.rows.size());
        for (size_t i = 1; i < order.rows.size(); ++i)
            QVERIFY(order.rows[i - 1].spans.front().start <= order.rows[i].spans.front().start);
        QCOMPARE(order.fingerprints.at(order.fingerprints.size() - 1), QString());
    }

    void noStateOfAnAlertLooksHealthyButRecovered_data()
    {
        QTest::addColumn<AlertState>("state");
        for (const AlertState state : {AlertState::Firing, AlertState::Pending, AlertState::Acknowledged, AlertState::Silenced, AlertState::Inhibited, AlertState::Unseen, AlertState::Vanished})
            QTest::newRow(qPrintable(alertStateName(state))) << state;
    }
    void noStateOfAnAlertLooksHealthyButRecovered()
    {
        QFETCH(AlertState, state);
        for (const Severity severity : allSeverities) {
            const AlertLook look = lookOf(state, severity);
            QVERIFY(look.glyph != State::Healthy);
            QVERIFY(look.tone != Tone::Healthy);
            QVERIFY(look.glyph.has_value() != !look.iconName.isEmpty());
        }
        QVERIFY(!AlertCells::stateWord(state).isEmpty());
    }
};

WATCHFLOOR_TEST(TestAlertOrder)
#include "tst_alertorder.moc"
