#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/shownpage.h"
#include "widgets/alerts/filterbar.h"
#include "widgets/controls/emptystate.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// What is done with the chosen alerts, by keys, buttons and menus.
class TestAlertActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theKeyAcknowledgesAndLetsGo()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(shown.isActive);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_A);
        QCOMPARE(night.commands.acknowledged, QStringList(night.fingerprintOf(u"HighErrorRate"_s)));
        night.acknowledge(u"HighErrorRate"_s, 0s);
        QTRY_COMPARE(shown.find(u"acknowledge"_s)->text(), u"Let go"_s);
        QTest::mouseClick(shown.find(u"acknowledge"_s), Qt::LeftButton);
        QCOMPARE(night.commands.released, QStringList(night.fingerprintOf(u"HighErrorRate"_s)));
    }

    void manyAreTakenAtOnce()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.click(u"HighAPILatency"_s, Qt::ControlModifier);
        QTest::mouseClick(shown.find(u"acknowledge"_s), Qt::LeftButton);
        QCOMPARE(night.commands.acknowledged.size(), 2);
    }

    void aKeyIsForTheHeadingThatIsChosen()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(shown.isActive);
        shown.page.findChild<FilterBar *>()->setGrouping({u"service"_s});
        shown.click(u"HighErrorRate"_s);
        const QModelIndex heading = shown.table->model()->index(shown.rowOf(u"StripeLatency"_s) - 1, AlertTableModel::StateColumn);
        QCOMPARE(shown.detailName(), u"HighErrorRate"_s);
        shown.table->setFocus();
        shown.table->setCurrentIndex(heading);
        night.commands.released.clear();
        QTest::keyClick(shown.table, Qt::Key_A);
        QVERIFY(night.commands.acknowledged.isEmpty());
        QCOMPARE(night.commands.released, QStringList(night.fingerprintOf(u"StripeLatency"_s)));
    }

    void aButtonIsForTheAlertBesideIt()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.page.findChild<FilterBar *>()->setGrouping({u"service"_s});
        shown.click(u"HighErrorRate"_s);
        const QModelIndex heading = shown.table->model()->index(shown.rowOf(u"StripeLatency"_s) - 1, AlertTableModel::StateColumn);
        shown.table->setCurrentIndex(heading);
        QTest::mouseClick(shown.find(u"acknowledge"_s), Qt::LeftButton);
        QCOMPARE(night.commands.acknowledged, QStringList(night.fingerprintOf(u"HighErrorRate"_s)));
        QVERIFY(night.commands.released.isEmpty());
    }

    void rowsAreCopied()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.click(u"StripeLatency"_s, Qt::ControlModifier);
        QTest::keyClick(shown.table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().contains(u"HighErrorRate\tpayment\t"));
        QVERIFY(lines.last().contains(u"StripeLatency"));
    }

    void manyAreCopiedWhole()
    {
        Night night;
        std::vector<OriginAlert> alerts;
        for (int i = 0; i < 3'000; ++i)
            alerts.push_back(night.alert(u"Alert%1"_s.arg(i), u"payment"_s, u"warning"_s, u"One of many"_s, 1min));
        night.prometheus(alerts);
        Shown shown(night);
        QTest::keyClick(shown.table, Qt::Key_A, Qt::ControlModifier);
        QApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(shown.table, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text().count(u'\n'), 3'000);
    }

    void whatIsOverIsDismissed()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(!shown.find(u"dismiss"_s)->isVisible());
        shown.click(u"LowCacheHitRate"_s);
        QVERIFY(!shown.find(u"acknowledge"_s)->isVisible());
        QTest::mouseClick(shown.find(u"dismiss"_s), Qt::LeftButton);
        QCOMPARE(night.commands.dismissed, QStringList(night.fingerprintOf(u"LowCacheHitRate"_s)));
        night.apply({}, AlertDismissal{night.fingerprintOf(u"LowCacheHitRate"_s)});
        QTRY_COMPARE(shown.detailName(), u"HighErrorRate"_s);
    }

    void whatWasTakenCanBeUndone()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.click(u"HighAPILatency"_s, Qt::ControlModifier);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_A);
        QCOMPARE(night.commands.acknowledged.size(), 2);
        auto *banner = shown.page.findChild<Banner *>(u"doneBanner"_s);
        QVERIFY(banner->isVisible());
        QTest::mouseClick(banner->findChild<ActionButton *>(), Qt::LeftButton);
        QCOMPARE(night.commands.released.size(), 2);
        QVERIFY(!banner->isVisible());
    }

    void whatIsMutedIsNotTakenAndSaysSo_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("at once") << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("with a comment") << Qt::KeyboardModifiers(Qt::ShiftModifier);
    }
    void whatIsMutedIsNotTakenAndSaysSo()
    {
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"NodeHighCPU"_s);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_A, modifiers);
        QVERIFY(night.commands.acknowledged.isEmpty());
        QVERIFY(!shown.page.findChild<QDialog *>(u"acknowledgeDialog"_s));
        QVERIFY(shown.page.findChild<Banner *>(u"doneBanner"_s)->isVisible());
    }

    void acknowledgedWithACommentForATime()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_A, Qt::ShiftModifier);
        auto *dialog = shown.page.findChild<QDialog *>(u"acknowledgeDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"acknowledgeComment"_s)->setText(u"looking"_s);
        dialog->findChild<SegmentedControl *>(u"acknowledgeLength"_s)->setCurrent(2);
        QTest::mouseClick(dialog->findChild<ActionButton *>(u"acknowledgeTake"_s), Qt::LeftButton);
        QCOMPARE(night.commands.acknowledgements.size(), size_t(1));
        QCOMPARE(night.commands.acknowledgements.front().comment, u"looking"_s);
        QCOMPARE(night.commands.acknowledgements.front().length, std::optional<std::chrono::milliseconds>(1h));
        QVERIFY(!night.commands.acknowledgements.front().silence);
    }

    void severalAreTakenOnByTheMenu()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.click(u"HighAPILatency"_s, Qt::ControlModifier);
        Q_EMIT shown.table->customContextMenuRequested(shown.placeOf(u"HighAPILatency"_s));
        QVERIFY(chooseFrom(shown.page.findChild<QMenu *>(u"alertMenu"_s), u"Acknowledge with a comment"_s));
        auto *dialog = shown.page.findChild<QDialog *>(u"acknowledgeDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        const QString names = dialog->findChild<QLabel *>(u"acknowledgeNames"_s)->text();
        QVERIFY2(names.contains(u"HighErrorRate"_s) && names.contains(u"HighAPILatency"_s), qPrintable(names));
        QVERIFY(keepPicture(dialog->grab(), u"acknowledge"_s));
        auto *owner = dialog->findChild<QLineEdit *>(u"acknowledgeOwner"_s);
        QCOMPARE(owner->text(), u"mk"_s);
        owner->selectAll();
        QTest::keyClicks(owner, u"jo"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"acknowledgeComment"_s), u" with the bank "_s);
        auto *length = dialog->findChild<SegmentedControl *>(u"acknowledgeLength"_s);
        QTest::mouseClick(length, Qt::LeftButton, {}, QPoint(length->width() - 8, length->height() / 2));
        auto *silence = dialog->findChild<QCheckBox *>(u"acknowledgeSilence"_s);
        QTest::mouseClick(silence, Qt::LeftButton, {}, QPoint(8, silence->height() / 2));
        QTest::mouseClick(dialog->findChild<ActionButton *>(u"acknowledgeTake"_s), Qt::LeftButton);
        QCOMPARE(night.commands.acknowledgements.size(), size_t(1));
        const Commands::AcknowledgeRequest &asked = night.commands.acknowledgements.front();
        QCOMPARE(asked.fingerprints.size(), 2);
        QCOMPARE(asked.owner, u"jo"_s);
        QCOMPARE(asked.comment, u"with the bank"_s);
        QCOMPARE(asked.length, std::optional<std::chrono::milliseconds>(24h));
        QVERIFY(asked.silence);
        auto *banner = shown.page.findChild<Banner *>(u"doneBanner"_s);
        QVERIFY(banner->isVisible());
    }

    void theMenuBesideTheButton_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("silence");
        QTest::newRow("for a time") << u"For 1 h"_s << 1 << false;
        QTest::newRow("with a silence") << u"For 4 h, with a silence"_s << 4 << true;
        QTest::newRow("until it is over, with a silence") << u"Until it is over, with a silence"_s << 0 << true;
    }
    void theMenuBesideTheButton()
    {
        QFETCH(const QString, entry);
        QFETCH(const int, hours);
        QFETCH(const bool, silence);
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"HighErrorRate"_s);
        shown.click(u"HighAPILatency"_s, Qt::ControlModifier);
        QTest::mouseClick(shown.find<IconButton>(u"acknowledgeMore"_s), Qt::LeftButton);
        QVERIFY(chooseFrom(shown.page.findChild<QMenu *>(u"acknowledgeMenu"_s), entry));
        QCOMPARE(night.commands.acknowledgements.size(), size_t(1));
        const Commands::AcknowledgeRequest &asked = night.commands.acknowledgements.front();
        QCOMPARE(asked.fingerprints.size(), 2);
        QCOMPARE(asked.length, hours > 0 ? std::optional<std::chrono::milliseconds>(std::chrono::hours(hours)) : std::nullopt);
        QCOMPARE(asked.silence, silence);
    }

    void theLockIsForRunbooksAndNotForSilences()
    {
        Night night;
        night.tell();
        night.commands.locked = true;
        Shown shown(night);
        QTest::mouseClick(shown.find<IconButton>(u"acknowledgeMore"_s), Qt::LeftButton);
        auto *menu = shown.page.findChild<QMenu *>(u"acknowledgeMenu"_s);
        QVERIFY(chooseFrom(menu, u"For 1 h, with a silence"_s));
        QCOMPARE(night.commands.acknowledgements.size(), size_t(1));
        QVERIFY(night.commands.acknowledgements.front().silence);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_A, Qt::ShiftModifier);
        QVERIFY(shown.page.findChild<QCheckBox *>(u"acknowledgeSilence"_s)->isEnabled());
    }

    void oneThatSomebodyHasChangesHands()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"StripeLatency"_s);
        QTest::mouseClick(shown.find<IconButton>(u"acknowledgeMore"_s), Qt::LeftButton);
        QVERIFY(chooseFrom(shown.page.findChild<QMenu *>(u"acknowledgeMenu"_s), u"With a comment"_s));
        auto *owner = shown.page.findChild<QLineEdit *>(u"acknowledgeOwner"_s);
        owner->selectAll();
        QTest::keyClicks(owner, u"jo"_s);
        QTest::keyClick(owner, Qt::Key_Return);
        QCOMPARE(night.commands.acknowledgements.front().owner, u"jo"_s);
        QCOMPARE(night.commands.acknowledged, QStringList(night.fingerprintOf(u"StripeLatency"_s)));
    }

    void vanishedAndUnseenStayUntilDismissed()
    {
        Night night;
        night.tell();
        Shown shown(night);
        const QStringList kept{u"CdnPurgeLag"_s, u"TaxiDispatchSlow"_s};
        night.pass(26h);
        night.prometheus({});
        night.alertmanager(u"am-1"_s, {});
        QTRY_VERIFY(shown.rowOf(u"LowCacheHitRate"_s) < 0 && shown.rowOf(u"HighErrorRate"_s) >= 0);
        for (const QString &name : kept) {
            QVERIFY2(shown.rowOf(name) >= 0, qPrintable(name));
            shown.click(name);
            QVERIFY(shown.find(u"dismiss"_s)->isVisible());
            shown.table->setFocus();
            QTest::keyClick(shown.table, Qt::Key_Delete);
            QCOMPARE(night.commands.dismissed.last(), night.fingerprintOf(name));
            night.apply({}, AlertDismissal{night.fingerprintOf(name)});
            QTRY_COMPARE(shown.rowOf(name), -1);
        }
    }
};

WATCHFLOOR_TEST(TestAlertActions)
#include "tst_alertactions.moc"
