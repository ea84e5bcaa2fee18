#include "models/core/format.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/silences/silencedialog.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestSilenceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

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

    void theServerIsAskedOnce()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        QTest::mouseDClick(post(dialog), Qt::LeftButton);
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        QTest::keyClick(comment(dialog), Qt::Key_Return);
        QCOMPARE(night.commands.posted.size(), size_t(1));
    }

    void thePolicyRefusesBeforeTheServerIsAsked()
    {
        Workspace workspace = nightWorkspace();
        workspace.silencePolicy.need = QStringList{u"service"_s};
        workspace.silencePolicy.longest = 4h;
        Night night(workspace);
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"env=\"production\"")});
        dialog.show();
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        QVERIFY(text(dialog, u"silenceResult"_s).contains(u"service"));
        QVERIFY(!post(dialog)->isEnabled());
        dialog.findChild<ChipField *>()->setChips({u"service=\"payment\""_s});
        QVERIFY(post(dialog)->isEnabled());
        QTest::mouseClick(dialog.findChild<ActionButton *>(u"reachFourHours"_s), Qt::LeftButton);
        QVERIFY(text(dialog, u"silenceResult"_s).contains(u"4h"));
        QVERIFY(!post(dialog)->isEnabled());
    }

    void lengthAndEndFollowEachOther()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        auto *length = dialog.findChild<QLineEdit *>(u"silenceLength"_s);
        auto *end = dialog.findChild<QDateTimeEdit *>(u"silenceEnd"_s);
        const auto endsAfter = [&] { return WallTime(std::chrono::milliseconds(end->dateTime().toMSecsSinceEpoch())) - night.clock.wall(); };
        QCOMPARE(length->text(), u"2h"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(2h));
        QTest::mouseClick(dialog.findChild<ActionButton *>(u"reachHour"_s), Qt::LeftButton);
        QCOMPARE(length->text(), u"3h"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(3h));
        length->selectAll();
        QTest::keyClicks(length, u"90m"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(90min));
        length->selectAll();
        QTest::keyClicks(length, u"soon"_s);
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        QVERIFY(!post(dialog)->isEnabled());
        QTest::mouseClick(dialog.findChild<ActionButton *>(u"reachTomorrow"_s), Qt::LeftButton);
        QCOMPARE(end->dateTime().time(), QTime(9, 0));
        QVERIFY(post(dialog)->isEnabled());
        end->setDateTime(end->dateTime().addSecs(3600));
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        QCOMPARE(night.commands.posted.front().silence.endsAt, WallTime(std::chrono::milliseconds(end->dateTime().toMSecsSinceEpoch())));
    }

    void anEditSendsBackWhatItGot()
    {
        Night night;
        night.tell();
        const Silence old = night.stores().alerts.silences(u"am-1"_s).front();
        SilenceDialog dialog(night.context(), {});
        dialog.edit({u"am-1"_s, old, {}});
        dialog.show();
        QVERIFY(text(dialog, u"silenceNote"_s).contains(u"keeps its id"));
        QTest::mouseClick(dialog.findChild<ActionButton *>(u"reachHour"_s), Qt::LeftButton);
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        const Silence &asked = night.commands.posted.front().silence;
        QCOMPARE(asked.id, old.id);
        QCOMPARE(asked.startsAt, old.startsAt);
        QCOMPARE(asked.endsAt, old.endsAt + 1h);
        QCOMPARE(asked.createdBy, old.createdBy);
        night.commands.posted.front().answer(Error{Error::Kind::Rejected, u"no"_s, {}});
        dialog.findChild<ChipField *>()->setChips({u"service=\"other\""_s});
        QVERIFY(text(dialog, u"silenceNote"_s).contains(u"new id"));
    }

    void itSaysWhereItStands()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        QTest::keyClicks(comment(dialog), u"planned work"_s);
        QTest::mouseClick(post(dialog), Qt::LeftButton);
        night.commands.posted.front().answer(u"new-one"_s);
        Silence made = night.commands.posted.front().silence;
        made.id = u"new-one"_s;
        made.updatedAt = night.clock.wall();
        night.clock.advance(1s);
        night.alertmanager(u"am-1"_s, {}, {made});
        QTRY_VERIFY(text(dialog, u"silenceResult"_s).contains(u"stands on am-1"));
        // The server was killed before it wrote it down, and came back without it.
        night.clock.advance(8s);
        night.alertmanager(u"am-1"_s, {}, {});
        QTRY_VERIFY(text(dialog, u"silenceResult"_s).contains(u"no longer there"));
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
