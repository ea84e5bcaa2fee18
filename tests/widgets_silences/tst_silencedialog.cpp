#include "models/core/format.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/silences/silencedialog.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/fields.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestSilenceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theKeyOpensItForTheChosenAlert()
    {
        Night night;
        night.tell();
        AlertsPage page(night.context());
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(page.findChild<DataTable *>(u"alertTable"_s), Qt::Key_S);
        auto *dialog = page.findChild<SilenceDialog *>(u"silenceDialog"_s);
        QVERIFY(dialog);
        const QStringList chips = dialog->findChild<ChipField *>()->chips();
        QVERIFY(chips.contains(u"alertname=\"HighErrorRate\""_s));
        QVERIFY(chips.contains(u"service=\"payment\""_s));
        QVERIFY(text(*dialog, u"silenceMutes"_s).contains(u'1'));
    }

    void thePreviewFollowsTheMatchers()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        QVERIFY(text(dialog, u"silenceMutes"_s).contains(u'3'));
        dialog.findChild<ChipField *>()->setChips({u"severity=\"critical\""_s});
        QVERIFY(text(dialog, u"silenceMutes"_s).contains(u'4'));
        dialog.findChild<ChipField *>()->setChips({});
        QVERIFY(text(dialog, u"silenceMutes"_s).contains(u'0'));
        QVERIFY(!post(dialog)->isEnabled());
    }

    void itNeedsAComment()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        QVERIFY(!post(dialog)->isEnabled());
        QTest::keyClicks(comment(dialog), u"   "_s);
        QVERIFY(!post(dialog)->isEnabled());
        QTest::keyClicks(comment(dialog), u"deploy"_s);
        QVERIFY(post(dialog)->isEnabled());
    }

    void aRefusalLosesNothing()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        QCOMPARE(night.commands.posted.size(), size_t(1));
        QVERIFY(!post(dialog)->isEnabled());
        const auto &asked = night.commands.posted.front();
        QCOMPARE(asked.source, u"am-1"_s);
        QCOMPARE(asked.silence.comment, u"planned work"_s);
        QCOMPARE(asked.silence.endsAt, night.clock.wall() + 2h);
        QCOMPARE(asked.silence.matchers.size(), size_t(1));
        const Error error{Error::Kind::Rejected, u"end time must not be in the past"_s, u"am-1"_s};
        asked.answer(error);
        QCOMPARE(text(dialog, u"silenceResult"_s), Format::sentence(error));
        QCOMPARE(comment(dialog)->text(), u"planned work"_s);
        QCOMPARE(dialog.findChild<ChipField *>()->chips().size(), 1);
        QVERIFY(post(dialog)->isEnabled());
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        night.commands.posted.back().answer(u"id"_s);
        QVERIFY(text(dialog, u"silenceResult"_s).contains(u"am-1"));
        QVERIFY(!post(dialog)->isEnabled());
        QVERIFY(dialog.isVisible());
    }

    void unfinishedMatchersAreNotForgotten()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        dialog.findChild<ChipField *>()->edit()->setText(u"severity=\"critical\""_s);
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        QVERIFY(night.commands.posted.empty());
        QVERIFY(!text(dialog, u"silenceResult"_s).isEmpty());
    }

    void aSilenceIsEndedAfterASecondPress()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {});
        dialog.showSilences();
        dialog.show();
        auto *table = dialog.findChild<DataTable *>(u"silenceTable"_s);
        auto *expire = dialog.findChild<ActionButton *>(u"expire"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(!expire->isEnabled());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        QTest::mouseClick(expire, Qt::LeftButton);
        QVERIFY(night.commands.expired.empty());
        QTest::mouseClick(expire, Qt::LeftButton);
        QCOMPARE(night.commands.expired.size(), size_t(1));
        QCOMPARE(night.commands.expired.front().source, u"am-1"_s);
        QCOMPARE(night.commands.expired.front().id, u"s1"_s);
        night.commands.expired.front().answer(u"s1"_s);
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + u"/alerts-silences.png"_s));
    }

    void theFormCanBeSeen()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\""), *parseMatcher(u"env=\"production\"")});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const QPixmap picture = dialog.grab();
        QCOMPARE(picture.size(), dialog.size());
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(picture.save(folder + u"/alerts-silence.png"_s));
    }

private:
    static QString text(const QWidget &dialog, const QString &name) { return dialog.findChild<QLabel *>(name)->text(); }
    static ActionButton *post(const QWidget &dialog) { return dialog.findChild<ActionButton *>(u"postSilence"_s); }
    static QLineEdit *comment(const QWidget &dialog) { return dialog.findChild<QLineEdit *>(u"silenceComment"_s); }
};

WATCHFLOOR_TEST(TestSilenceDialog)
#include "tst_silencedialog.moc"
