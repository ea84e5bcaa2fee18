#include "tests/support/testregistry.h"
#include "tests/widgets_runbooks/rehearsal.h"
#include "widgets/controls/buttons.h"
#include "widgets/runbooks/confirmrundialog.h"
#include "widgets/runbooks/stepcard.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Every size and theme holds the page without a cut; with WATCHFLOOR_PICTURES=FOLDER the pictures are kept there to be looked at.
class TestRunbookPictures : public QObject
{
    Q_OBJECT

private:
    static void keep(const QImage &image, const QString &name)
    {
        const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(u"%1/runbooks-%2.png"_s.arg(folder, name)));
    }
    static void fill(Rehearsal &rehearsal, RunbooksPage &page)
    {
        rehearsal.door.choices.at(u"commit"_s)(QStringList{u"9b31f02 Cap the Stripe client pool at 64, 6 d ago"_s});
        page.findChild<QComboBox *>(u"parameter/commit"_s)->lineEdit()->setText(u"9b31f02"_s);
        for (const auto &[id, state] : {std::pair(u"e1"_s, RunState::Succeeded), std::pair(u"e2"_s, RunState::NotEffective), std::pair(u"e3"_s, RunState::Undone)}) {
            Run run = rehearsal.run(u"roll-back"_s, id, state, 3);
            run.startedAt -= 9 * 24h;
            run.endedAt = run.startedAt + 112s;
            rehearsal.stores().runs.apply(run);
        }
        rehearsal.stores().runs.apply(rehearsal.run(u"roll-back"_s, u"r1"_s, RunState::Verifying, 3));
        rehearsal.answerAll();
        Q_EMIT rehearsal.door.runOutput(u"r1"_s, u"gate errors are high: 0.0471 > 0.01\n$ git -C /srv/payment checkout 9b31f02\nPrevious HEAD position was 4f1c9ae Retry card authorisation\n"
                                                 "HEAD is now at 9b31f02 Cap the Stripe client pool at 64\nexit 0 after 0.4 s\n$ supervisorctl restart payment\npayment: stopped\n"
                                                 "payment: started\nexit 0 after 5.3 s\nverify 0.0429, needs < 0.005\nverify 0.0174, needs < 0.005\n"_s);
    }

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void pageFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)})
            for (const bool dark : {true, false})
                QTest::addRow("%d %s", size.height(), dark ? "dark" : "light") << size - QSize(56, 110) << dark;
    }
    void pageFits()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        Rehearsal rehearsal;
        rehearsal.fillServices();
        rehearsal.raise(u"HighErrorRate"_s, u"payment"_s);
        rehearsal.stores().tick(rehearsal.clock.now(), rehearsal.clock.wall());
        RunbooksPage page(rehearsal.context());
        page.setSynchronous(true);
        page.resize(size);
        page.show();
        QVERIFY(page.open(u"roll-back"_s));
        fill(rehearsal, page);
        page.tick();
        QTRY_VERIFY(page.findChild<QWidget *>(u"earlier/e1"_s));
        QTest::qWait(120);
        QCOMPARE(page.size(), size);
        for (const StepCard *card : page.findChildren<StepCard *>())
            QVERIFY(card->mapTo(&page, QPoint(card->width(), 0)).x() <= page.width());
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        keep(page.grab().toImage(), name);
        for (QScrollArea *area : page.findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        keep(page.grab().toImage(), name + u"-end"_s);
    }

    void questionFits_data()
    {
        QTest::addColumn<QString>("book");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {true, false}) {
            QTest::addRow("flush %s", dark ? "dark" : "light") << u"flush-cache"_s << QSize(1920, 1080) << dark;
            QTest::addRow("roll back %s", dark ? "dark" : "light") << u"roll-back"_s << QSize(1366, 768) << dark;
        }
    }
    void questionFits()
    {
        QFETCH(QString, book);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        Rehearsal rehearsal;
        rehearsal.fillServices();
        rehearsal.raise(u"HighErrorRate"_s, u"payment"_s);
        rehearsal.stores().tick(rehearsal.clock.now(), rehearsal.clock.wall());
        rehearsal.door.locked = book == u"roll-back";
        QWidget window;
        window.resize(size);
        window.show();
        auto *dialog = new ConfirmRunDialog(rehearsal.context(), *rehearsal.stores().runs.runbook(book), {}, &window);
        if (book == u"roll-back") {
            delete dialog;
            dialog = new ConfirmRunDialog(rehearsal.context(), *rehearsal.stores().runs.runbook(book), {{u"commit"_s, u"9b31f02"_s}}, &window);
        }
        const auto asked = rehearsal.door.asked;
        dialog->open();
        if (!asked.empty())
            asked.back().second(book == u"roll-back" ? QueryAnswer() : Rehearsal::vectorOf(1));
        if (auto *typed = dialog->findChild<QLineEdit *>(u"typeTarget"_s))
            QTest::keyClicks(typed, u"redi"_s);
        QTest::qWait(50);
        QVERIFY(dialog->width() <= window.width());
        QVERIFY(dialog->height() <= window.height());
        keep(dialog->grab().toImage(), u"confirm-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    }
};

WATCHFLOOR_TEST(TestRunbookPictures)
#include "tst_runbookpictures.moc"
