#include "tests/support/testregistry.h"
#include "tests/widgets_runbooks/rehearsal.h"
#include "models/runbooks/runbooklistmodel.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/outputview.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/confirmrundialog.h"
#include "widgets/runbooks/runwords.h"
#include "widgets/runbooks/stepcard.h"
#include "widgets/runbooks/steplist.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestRunbooksPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Rehearsal> m_rehearsal;
    std::unique_ptr<RunbooksPage> m_page;

    template <typename T>
    T *find(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QStringList titles() const
    {
        QStringList all;
        const QAbstractItemModel *model = find<QListView>(u"runbookList"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, 0).data().toString());
        return all;
    }
    QString runState() const { return find<TextLabel>(u"runState"_s)->text(); }
    QString resolved() const
    {
        QStringList all;
        for (const StepCard *card : m_page->findChildren<StepCard *>())
            if (const auto *label = card->findChild<TextLabel *>(u"resolved"_s))
                all.append(label->text());
        return all.join(u'\n');
    }
    void choose(const QString &value) { find<QComboBox>(u"parameter/commit"_s)->lineEdit()->setText(value); }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void aFigureIsBadOnTheWrongSideOfItsLimit_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("bad");
        const int gate = int(RunbookStep::Kind::Gate);
        const int verify = int(RunbookStep::Kind::Verify);
        QTest::newRow("a gate that is down") << gate << u"redis_up == 1"_s << 0.0 << true;
        QTest::newRow("a gate that is up") << gate << u"redis_up == 1"_s << 1.0 << false;
        QTest::newRow("too many for equality") << verify << u"keys == 7"_s << 8.0 << true;
        QTest::newRow("other than wanted") << verify << u"up != 0"_s << 0.0 << true;
        QTest::newRow("what the gate asks for is wrong") << gate << u"error_ratio > 0.01"_s << 0.047 << true;
        QTest::newRow("above what is to be proven") << verify << u"error_ratio < 0.005"_s << 0.017 << true;
        QTest::newRow("proven") << verify << u"error_ratio < 0.005"_s << 0.001 << false;
    }
    void aFigureIsBadOnTheWrongSideOfItsLimit()
    {
        QFETCH(int, kind);
        QFETCH(QString, expression);
        QFETCH(double, value);
        QFETCH(bool, bad);
        RunbookStep step;
        step.kind = RunbookStep::Kind(kind);
        step.isQuery = true;
        step.code = expression;
        const auto condition = watchedCondition(step, Workspace());
        QVERIFY(condition && condition->limit);
        QCOMPARE(condition->isBad(value), bad);
    }

    void init()
    {
        m_rehearsal = std::make_unique<Rehearsal>();
        m_rehearsal->raise(u"HighErrorRate"_s, u"payment"_s);
        m_page = std::make_unique<RunbooksPage>(m_rehearsal->context());
        m_page->resize(1600, 900);
        m_page->show();
        QVERIFY(m_page->open(u"roll-back"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_rehearsal.reset();
    }

    /// A part that is shown before it has its place would flash up as a window of its own.
    void nothingIsShownBeforeThePageIs()
    {
        struct Watch : QObject
        {
            QStringList windows;
            bool eventFilter(QObject *watched, QEvent *event) override
            {
                const auto *widget = event->type() == QEvent::Show ? qobject_cast<QWidget *>(watched) : nullptr;
                if (widget && widget->isWindow())
                    windows << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
                return false;
            }
        } watch;
        qApp->installEventFilter(&watch);
        RunbooksPage page(m_rehearsal->context());
        page.open(u"flush-cache"_s);
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"flush-cache"_s, u"r1"_s, RunState::Running, 2));
        qApp->removeEventFilter(&watch);
        QVERIFY2(watch.windows.isEmpty(), qPrintable(watch.windows.join(u'\n')));
    }

    void whatIsWrongNowStandsFirst()
    {
        const QModelIndex first = find<QListView>(u"runbookList"_s)->model()->index(0, 0);
        QCOMPARE(first.data(RunbookListModel::TargetRole).toString(), u"payment"_s);
        QCOMPARE(titles().size(), 11);
    }

    void filterFindsByTitleAndTarget_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        QTest::newRow("title") << u"stripe"_s << QStringList{u"Check Stripe"_s};
        QTest::newRow("target") << u"postgres"_s << QStringList{u"Check replication"_s, u"Fail over to replica"_s, u"Kill slow queries"_s};
        QTest::newRow("nothing") << u"zebra"_s << QStringList{};
    }
    void filterFindsByTitleAndTarget()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, wanted);
        m_page->focusFilter();
        auto *filter = find<SearchField>(u"runbookFilter"_s);
        QTest::keyClicks(filter, text);
        QCOMPARE(titles(), wanted);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(titles().size(), 11);
    }

    void aRowIsChosenByClickAndByKey()
    {
        auto *list = find<QListView>(u"runbookList"_s);
        const int row = int(titles().indexOf(u"Check Stripe"_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        QCOMPARE(find<TextLabel>(u"runbookTitle"_s)->text(), u"Check Stripe"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(find<TextLabel>(u"runbookTitle"_s)->text(), titles().at(row + 1));
    }

    void openingAnUnknownOneIsRefused()
    {
        QVERIFY(!m_page->open(u"no-such"_s));
        QCOMPARE(m_page->openItem().isEmpty(), false);
    }

    void openingAFilteredOneTakesTheFilterAway()
    {
        find<SearchField>(u"runbookFilter"_s)->setText(u"stripe"_s);
        QVERIFY(m_page->open(u"flush-cache"_s));
        QCOMPARE(find<TextLabel>(u"runbookTitle"_s)->text(), u"Flush the cache"_s);
        QCOMPARE(titles().size(), 11);
    }

    void choicesGiveTheirFirstWord()
    {
        m_rehearsal->door.choices.at(u"commit"_s)(QStringList{u"4f1c9ae Retry card authorisation"_s, u"9b31f02 Cap the pool at 64"_s});
        auto *combo = find<QComboBox>(u"parameter/commit"_s);
        QCOMPARE(combo->count(), 2);
        QCOMPARE(combo->currentText(), QString());
        QTest::keyClick(combo, Qt::Key_Down);
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), u"9b31f02 Cap the pool at 64"_s);
        QVERIFY2(resolved().contains(u"git -C /srv/payment checkout 9b31f02"_s), qPrintable(resolved()));
        QVERIFY(!resolved().contains(u"Cap"_s));
    }

    void choicesThatFailLeaveTheFieldOpen()
    {
        m_rehearsal->door.choices.at(u"commit"_s)(Error{Error::Kind::MissingTool, u"git is not there"_s, {}});
        choose(u"9b31f02"_s);
        QVERIFY(resolved().contains(u"9b31f02"_s));
    }

    void aValueThatDoesNotFitStartsNothing_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("empty") << QString();
        QTest::newRow("too short") << u"9b3"_s;
        QTest::newRow("a second command") << u"9b31f02; rm -rf /"_s;
        QTest::newRow("an option") << u"--hard"_s;
    }
    void aValueThatDoesNotFitStartsNothing()
    {
        QFETCH(QString, value);
        choose(value);
        QTest::mouseClick(find<ActionButton>(u"run"_s), Qt::LeftButton);
        QVERIFY(!m_page->findChild<ConfirmRunDialog *>());
        QTest::mouseClick(find<ActionButton>(u"dryRun"_s), Qt::LeftButton);
        QVERIFY(m_rehearsal->door.runs.empty());
    }

    void dryRunAsksNoFurther()
    {
        choose(u"9b31f02"_s);
        QTest::mouseClick(find<ActionButton>(u"dryRun"_s), Qt::LeftButton);
        QCOMPARE(m_rehearsal->door.runs.size(), size_t(1));
        QVERIFY(m_rehearsal->door.runs.front().dryRun);
        QCOMPARE(m_rehearsal->door.runs.front().parameters.at(u"commit"_s), u"9b31f02"_s);
    }

    void controlEnterAsksAndStarts()
    {
        choose(u"9b31f02"_s);
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        auto *dialog = m_page->findChild<ConfirmRunDialog *>();
        QVERIFY(dialog);
        QVERIFY(m_rehearsal->door.runs.empty());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_rehearsal->door.runs.size(), size_t(1));
        QTRY_VERIFY(!m_page->findChild<ConfirmRunDialog *>());
    }

    void everyStateHasItsWords_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("live");
        QTest::newRow("gating") << RunState::Gating << u"Checking"_s << true;
        QTest::newRow("running") << RunState::Running << u"Running"_s << true;
        QTest::newRow("verifying") << RunState::Verifying << u"Verifying"_s << true;
        QTest::newRow("succeeded") << RunState::Succeeded << u"Verified"_s << false;
        QTest::newRow("refused") << RunState::GateRefused << u"Refused by a gate"_s << false;
        QTest::newRow("failed") << RunState::Failed << u"Failed"_s << false;
        QTest::newRow("not effective") << RunState::NotEffective << u"Ran, not effective"_s << false;
        QTest::newRow("stopped") << RunState::Stopped << u"Stopped"_s << false;
        QTest::newRow("undoing") << RunState::Undoing << u"Undoing"_s << true;
        QTest::newRow("undone") << RunState::Undone << u"Undone"_s << false;
    }
    void everyStateHasItsWords()
    {
        QFETCH(RunState, state);
        QFETCH(QString, words);
        QFETCH(bool, live);
        QCOMPARE(runState(), u"Not started"_s);
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Gating, 0));
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"r1"_s, state, 3));
        QTRY_COMPARE(runState(), words);
        QCOMPARE(find<ActionButton>(u"stop"_s)->isVisible(), live);
        QCOMPARE(find<ActionButton>(u"run"_s)->isVisible(), !live);
    }

    void cardsFollowTheRun()
    {
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Verifying, 3));
        QStringList states;
        for (const StepCard *card : m_page->findChildren<StepCard *>())
            states.append(card->stateText());
        QCOMPARE(states, QStringList({u"passed"_s, u"exit 0"_s, u"exit 0"_s, u"running"_s}));
        const auto &rows = m_page->findChild<StepList *>()->rows();
        QCOMPARE(rows.size(), size_t(4));
        QCOMPARE(rows[2].caption, u"Step 2"_s);
        QVERIFY2(rows[3].message.contains(u"needs < 0.5"_s), qPrintable(rows[3].message));
        QVERIFY(rows[3].active);
    }

    void stopAndUndoNameTheRun()
    {
        Run run = m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Running, 1);
        m_rehearsal->stores().runs.apply(run);
        QTest::mouseClick(find<ActionButton>(u"stop"_s), Qt::LeftButton);
        QCOMPARE(m_rehearsal->door.stopped, QStringList{u"r1"_s});
        QVERIFY(!find<ActionButton>(u"undo"_s)->isVisible());
        run = m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Failed, 1);
        run.undoOffered = true;
        m_rehearsal->stores().runs.apply(run);
        QTRY_VERIFY(find<ActionButton>(u"undo"_s)->isVisible());
        QTest::mouseClick(find<ActionButton>(u"undo"_s), Qt::LeftButton);
        QCOMPARE(m_rehearsal->door.undone, QStringList{u"r1"_s});
        QVERIFY(find<TextLabel>(u"record"_s)->text().contains(u"#1482"_s));
    }

    void outputComesInBatchesAndKeepsTheEnd()
    {
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Running, 1));
        QString text;
        for (int line = 0; line < 30'000; ++line)
            text += u"line %1\n"_s.arg(line);
        QElapsedTimer timer;
        timer.start();
        Q_EMIT m_rehearsal->door.runOutput(u"r1"_s, text);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        auto *view = m_page->findChild<OutputView *>();
        QVERIFY(view->lineCount() < 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(view->text().endsWith(u"line 29999"_s), 20'000);
        QCOMPARE(view->lineCount(), 10'000);
    }

    void outputOfAnotherRunStaysOut()
    {
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"r1"_s, RunState::Running, 1));
        Q_EMIT m_rehearsal->door.runOutput(u"r2"_s, u"not mine\n"_s);
        Q_EMIT m_rehearsal->door.runOutput(u"r1"_s, u"$ git\x1b[31m\nmine\n"_s);
        auto *view = m_page->findChild<OutputView *>();
        QTRY_VERIFY(view->text().contains(u"mine"_s));
        QVERIFY(!view->text().contains(u"not mine"_s));
        QVERIFY(!view->text().contains(QChar(0x1b)));
    }

    void anEarlierRunIsShownByAClick()
    {
        m_rehearsal->stores().runs.apply(m_rehearsal->run(u"roll-back"_s, u"old"_s, RunState::Failed, 1));
        QTRY_VERIFY(m_page->findChild<QWidget *>(u"earlier/old"_s));
        QCOMPARE(runState(), u"Not started"_s);
        QTest::mouseClick(find<QWidget>(u"earlier/old"_s), Qt::LeftButton);
        QTRY_COMPARE(runState(), u"Failed"_s);
    }

    void lockedShowsTheLock()
    {
        m_rehearsal->door.locked = true;
        Q_EMIT m_rehearsal->door.lockChanged();
        choose(u"9b31f02"_s);
        QTest::mouseClick(find<ActionButton>(u"run"_s), Qt::LeftButton);
        QVERIFY(m_page->findChild<ConfirmRunDialog *>());
        QVERIFY(find<ActionButton>(u"unlock"_s)->isVisible());
    }

    void withoutRunbooksThereIsASentence()
    {
        m_rehearsal->stores().runs.setRunbooks({});
        QVERIFY(!find<QListView>(u"runbookList"_s)->isVisible());
        QStringList words;
        for (const TextLabel *label : m_page->findChildren<TextLabel *>())
            if (label->isVisible())
                words.append(label->text());
        QVERIFY(words.contains(u"No runbooks"_s));
    }

    void aReloadKeepsWhatIsOpenAndTyped()
    {
        choose(u"9b31f02"_s);
        auto books = m_rehearsal->stores().runs.runbooks();
        books.pop_back();
        m_rehearsal->stores().runs.setRunbooks(books);
        QCOMPARE(find<TextLabel>(u"runbookTitle"_s)->text(), u"Roll payment back to a known-good commit"_s);
        QCOMPARE(find<QComboBox>(u"parameter/commit"_s)->currentText(), u"9b31f02"_s);
    }
};

WATCHFLOOR_TEST(TestRunbooksPage)
#include "tst_runbookspage.moc"
