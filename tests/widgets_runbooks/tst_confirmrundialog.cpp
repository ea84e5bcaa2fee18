#include "tests/support/testregistry.h"
#include "tests/widgets_runbooks/rehearsal.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/argumentview.h"
#include "widgets/runbooks/confirmrundialog.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestConfirmRunDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Rehearsal> m_rehearsal;
    std::unique_ptr<QWidget> m_window;
    QPointer<ConfirmRunDialog> m_dialog;

    void ask(const QString &book, const std::map<QString, QString> &parameters = {})
    {
        m_dialog = new ConfirmRunDialog(m_rehearsal->context(), *m_rehearsal->stores().runs.runbook(book), parameters, m_window.get());
        m_dialog->open();
    }
    template <typename T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void answerGates(Result<QueryAnswer> answer)
    {
        for (const auto &[expression, handler] : m_rehearsal->door.asked)
            handler(answer);
    }
    QString allText() const
    {
        QStringList words;
        for (const TextLabel *label : m_dialog->findChildren<TextLabel *>())
            words.append(label->text());
        for (const ArgumentView *view : m_dialog->findChildren<ArgumentView *>())
            words.append(view->accessibleName());
        return words.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void init()
    {
        m_rehearsal = std::make_unique<Rehearsal>();
        m_rehearsal->fillServices();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1400, 900);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_rehearsal.reset();
    }

    void whatItDoesAndWhereIsSaid_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("environment") << u"Flush the cache, in production?"_s;
        QTest::newRow("target") << u"On redis"_s;
        QTest::newRow("no undo") << u"There is no undo."_s;
        QTest::newRow("command") << u"kubectl exec -n production deployment/redis -- redis-cli -n 2 FLUSHDB"_s;
        QTest::newRow("time") << u"at most 1m"_s;
        QTest::newRow("machine") << QSysInfo::machineHostName();
        QTest::newRow("who") << u"mk (you)"_s;
        QTest::newRow("dependant") << u"hotel"_s;
        QTest::newRow("gate") << u"redis answers"_s;
        QTest::newRow("gate by command") << u"replica is in sync"_s;
    }
    void whatItDoesAndWhereIsSaid()
    {
        QFETCH(QString, words);
        ask(u"flush-cache"_s);
        QVERIFY2(allText().contains(words), qPrintable(allText()));
    }

    void aScriptIsCalledViaShell()
    {
        ask(u"check-stripe"_s);
        QVERIFY(allText().contains(u"via shell"_s));
        cleanup();
        init();
        ask(u"flush-cache"_s);
        QVERIFY(!allText().contains(u"via shell"_s));
    }

    void destructiveWantsTheTargetTyped()
    {
        ask(u"flush-cache"_s);
        answerGates(Rehearsal::vectorOf(1));
        auto *confirm = find<ActionButton>("confirm");
        auto *typed = find<QLineEdit>("typeTarget");
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(typed, u"redi"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(typed, u"s"_s);
        QVERIFY(confirm->isEnabled());
        QSignalSpy started(m_dialog, &ConfirmRunDialog::runStarted);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QCOMPARE(started.size(), 1);
        QCOMPARE(m_rehearsal->door.runs.size(), size_t(1));
        QVERIFY(!m_rehearsal->door.runs.front().overrideGates);
        QTRY_VERIFY(!m_dialog);
    }

    void enterInAFieldStartsNothing()
    {
        ask(u"flush-cache"_s);
        QTest::keyClicks(find<QLineEdit>("typeTarget"), u"redis"_s);
        QTest::keyClick(find<QLineEdit>("typeTarget"), Qt::Key_Return);
        QVERIFY(m_rehearsal->door.runs.empty());
        QVERIFY(m_dialog);
    }

    void disruptiveTypesNothing()
    {
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(!find<QLineEdit>("typeTarget"));
        QVERIFY(find<ActionButton>("confirm")->isEnabled());
    }

    void aGateThatDoesNotHoldWantsReasonAndTick_data()
    {
        QTest::addColumn<bool>("blind");
        QTest::newRow("nothing matches") << false;
        QTest::newRow("the source cannot be asked") << true;
    }
    void aGateThatDoesNotHoldWantsReasonAndTick()
    {
        QFETCH(bool, blind);
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(!find<QCheckBox>("overrideGates")->isVisible());
        if (blind)
            answerGates(Error{Error::Kind::Refused, {}, u"main"_s});
        else
            answerGates(QueryAnswer());
        auto *confirm = find<ActionButton>("confirm");
        QVERIFY(!confirm->isEnabled());
        QVERIFY(find<QCheckBox>("overrideGates")->isVisible());
        QTest::mouseClick(find<QCheckBox>("overrideGates"), Qt::LeftButton, {}, QPoint(8, find<QCheckBox>("overrideGates")->height() / 2));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(find<QLineEdit>("reason"), u"  "_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(find<QLineEdit>("reason"), u"agreed with ab"_s);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QCOMPARE(m_rehearsal->door.runs.size(), size_t(1));
        QVERIFY(m_rehearsal->door.runs.front().overrideGates);
        QCOMPARE(m_rehearsal->door.runs.front().reason, u"agreed with ab"_s);
    }

    void aGateThatHoldsNeedsNoReason()
    {
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        answerGates(Rehearsal::vectorOf(0.0471));
        QVERIFY(find<ActionButton>("confirm")->isEnabled());
        QVERIFY2(allText().contains(u"4.71"_s), qPrintable(allText()));
    }

    void lockedIsUnlockedInPlace()
    {
        m_rehearsal->door.locked = true;
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(!find<ActionButton>("confirm")->isEnabled());
        QTest::keyClick(m_dialog.data(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_rehearsal->door.runs.empty());
        QTest::mouseClick(find<ActionButton>("unlock"), Qt::LeftButton);
        QCOMPARE(m_rehearsal->door.unlockedLength, 15min);
        QVERIFY(!find<ActionButton>("unlock")->isVisible());
        QVERIFY(find<ActionButton>("confirm")->isEnabled());
    }

    void escapeLeavesItAll()
    {
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QTest::keyClick(m_dialog.data(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_rehearsal->door.runs.empty());
    }

    void aHeldTargetIsNotRunOn()
    {
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"restart-payment"_s, u"r9"_s, RunState::Running, 0));
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(!find<ActionButton>("confirm")->isEnabled());
        QVERIFY(allText().contains(u"Restart payment since"_s));
    }

    void aRefusalIsReadAndTheDialogStays()
    {
        m_rehearsal->door.refusal = Error{Error::Kind::DiskFull, {}, u"/data/audit.jsonl"_s};
        ask(u"roll-back"_s, {{u"commit"_s, u"9b31f02"_s}});
        QTest::mouseClick(find<ActionButton>("confirm"), Qt::LeftButton);
        QVERIFY(m_dialog);
        QVERIFY(!find<TextLabel>("hint")->text().isEmpty());
        QCOMPARE(find<TextLabel>("hint")->tone(), Tone::Critical);
    }

    void aDryRunTellsOfGatesThatAreCommands()
    {
        ask(u"flush-cache"_s);
        answerGates(Rehearsal::vectorOf(1));
        QTest::keyClicks(find<QLineEdit>("typeTarget"), u"redis"_s);
        QTest::mouseClick(find<ActionButton>("dryRunFirst"), Qt::LeftButton);
        QVERIFY(m_rehearsal->door.runs.front().dryRun);
        Run run = m_rehearsal->run(u"flush-cache"_s, u"run-1"_s, RunState::GateRefused, 1);
        run.dryRun = true;
        run.steps[1].state = StepState::Failed;
        run.steps[1].message = u"exit 3"_s;
        m_rehearsal->stores().runs.apply(run);
        QVERIFY2(allText().contains(u"exit 3"_s), qPrintable(allText()));
        QVERIFY(!find<ActionButton>("confirm")->isEnabled());
    }

    void oddArgumentsAreShownAndNotObeyed()
    {
        ResolvedCommand command;
        command.argv = {u"echo"_s, u"<b>$(reboot)</b>"_s, QString(), QString(4'000, u'x')};
        command.shown = command.argv.join(u' ');
        ArgumentView view(command, Risk::Safe);
        view.resize(400, 400);
        QVERIFY(view.heightForWidth(400) > view.heightForWidth(2'000));
        QVERIFY(!view.grab().isNull());
    }
};

WATCHFLOOR_TEST(TestConfirmRunDialog)
#include "tst_confirmrundialog.moc"
