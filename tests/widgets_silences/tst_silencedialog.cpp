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

namespace {

/// The dialog of a silence in a night that has told what it has; at first it mutes the payment service.
struct Form
{
    Night night;
    SilenceDialog dialog;

    explicit Form(const Matchers &matchers = {*parseMatcher(u"service=\"payment\"")}, const Workspace &workspace = nightWorkspace())
        : night(workspace)
        , dialog(told(night), matchers)
    {
        dialog.show();
    }
    QString text(const QString &name) const { return dialog.findChild<QLabel *>(name)->text(); }
    ActionButton *post() const { return dialog.findChild<ActionButton *>(u"postSilence"_s); }
    ChipField *matchers() const { return dialog.findChild<ChipField *>(); }
    QLineEdit *comment() const { return dialog.findChild<QLineEdit *>(u"silenceComment"_s); }
    void press(const QString &button) const { QTest::mouseClick(dialog.findChild<ActionButton *>(button), Qt::LeftButton); }
    void press() const { QTest::mouseClick(post(), Qt::LeftButton); }
    void writeComment() const { QTest::keyClicks(comment(), u"planned work"_s); }

private:
    static PageContext told(Night &night)
    {
        night.tell();
        return night.context();
    }
};

} // namespace

class TestSilenceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void thePreviewFollowsTheMatchers()
    {
        Form form;
        QVERIFY(form.text(u"silenceMutes"_s).contains(u'3'));
        form.matchers()->setChips({u"severity=\"critical\""_s});
        QVERIFY(form.text(u"silenceMutes"_s).contains(u'4'));
        form.matchers()->setChips({});
        QVERIFY(form.text(u"silenceMutes"_s).contains(u'0'));
        QVERIFY(!form.post()->isEnabled());
    }

    void itNeedsAComment()
    {
        Form form;
        QVERIFY(!form.post()->isEnabled());
        QTest::keyClicks(form.comment(), u"   "_s);
        QVERIFY(!form.post()->isEnabled());
        QTest::keyClicks(form.comment(), u"deploy"_s);
        QVERIFY(form.post()->isEnabled());
    }

    void aRefusalLosesNothing()
    {
        Form form;
        form.writeComment();
        form.press();
        QCOMPARE(form.night.commands.posted.size(), size_t(1));
        QVERIFY(!form.post()->isEnabled());
        const auto &asked = form.night.commands.posted.front();
        QCOMPARE(asked.source, u"am-1"_s);
        QCOMPARE(asked.silence.comment, u"planned work"_s);
        QCOMPARE(asked.silence.endsAt, form.night.clock.wall() + 2h);
        QCOMPARE(asked.silence.matchers.size(), size_t(1));
        const Error error{Error::Kind::Rejected, u"end time must not be in the past"_s, u"am-1"_s};
        asked.answer(error);
        QCOMPARE(form.text(u"silenceResult"_s), Format::sentence(error));
        QCOMPARE(form.comment()->text(), u"planned work"_s);
        QCOMPARE(form.matchers()->chips().size(), 1);
        QVERIFY(form.post()->isEnabled());
        form.press();
        form.night.commands.posted.back().answer(u"id"_s);
        QVERIFY(form.text(u"silenceResult"_s).contains(u"am-1"));
        QVERIFY(!form.post()->isEnabled());
        QVERIFY(form.dialog.isVisible());
    }

    void unfinishedMatchersAreNotForgotten()
    {
        Form form;
        form.writeComment();
        form.matchers()->edit()->setText(u"severity=\"critical\""_s);
        form.press();
        QVERIFY(form.night.commands.posted.empty());
        QVERIFY(!form.text(u"silenceResult"_s).isEmpty());
    }

    void theServerIsAskedOnce()
    {
        Form form;
        form.writeComment();
        QTest::mouseDClick(form.post(), Qt::LeftButton);
        form.press();
        QTest::keyClick(form.comment(), Qt::Key_Return);
        QCOMPARE(form.night.commands.posted.size(), size_t(1));
    }

    void thePolicyRefusesBeforeTheServerIsAsked()
    {
        Workspace workspace = nightWorkspace();
        workspace.silencePolicy.need = QStringList{u"service"_s};
        workspace.silencePolicy.longest = 4h;
        Form form({*parseMatcher(u"env=\"production\"")}, workspace);
        form.writeComment();
        QVERIFY(form.text(u"silenceResult"_s).contains(u"service"));
        QVERIFY(!form.post()->isEnabled());
        form.matchers()->setChips({u"service=\"payment\""_s});
        QVERIFY(form.post()->isEnabled());
        form.press(u"reachFourHours"_s);
        QVERIFY(form.text(u"silenceResult"_s).contains(u"4h"));
        QVERIFY(!form.post()->isEnabled());
    }

    void lengthAndEndFollowEachOther()
    {
        Form form;
        auto *length = form.dialog.findChild<QLineEdit *>(u"silenceLength"_s);
        auto *end = form.dialog.findChild<QDateTimeEdit *>(u"silenceEnd"_s);
        const auto endsAfter = [&] { return WallTime(std::chrono::milliseconds(end->dateTime().toMSecsSinceEpoch())) - form.night.clock.wall(); };
        QCOMPARE(length->text(), u"2h"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(2h));
        form.press(u"reachHour"_s);
        QCOMPARE(length->text(), u"3h"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(3h));
        length->selectAll();
        QTest::keyClicks(length, u"90m"_s);
        QCOMPARE(endsAfter(), std::chrono::milliseconds(90min));
        length->selectAll();
        QTest::keyClicks(length, u"soon"_s);
        form.writeComment();
        QVERIFY(!form.post()->isEnabled());
        form.press(u"reachTomorrow"_s);
        QCOMPARE(end->dateTime().time(), QTime(9, 0));
        QVERIFY(form.post()->isEnabled());
        end->setDateTime(end->dateTime().addSecs(3600));
        form.press();
        QCOMPARE(form.night.commands.posted.front().silence.endsAt, WallTime(std::chrono::milliseconds(end->dateTime().toMSecsSinceEpoch())));
    }

    void anEditSendsBackWhatItGot()
    {
        Form form(Matchers{});
        const Silence old = form.night.stores().alerts.silences(u"am-1"_s).front();
        form.dialog.edit({u"am-1"_s, old, {}});
        QVERIFY(form.text(u"silenceNote"_s).contains(u"keeps its id"));
        form.press(u"reachHour"_s);
        form.press();
        const Silence &asked = form.night.commands.posted.front().silence;
        QCOMPARE(asked.id, old.id);
        QCOMPARE(asked.startsAt, old.startsAt);
        QCOMPARE(asked.endsAt, old.endsAt + 1h);
        QCOMPARE(asked.createdBy, old.createdBy);
        form.night.commands.posted.front().answer(Error{Error::Kind::Rejected, u"no"_s, {}});
        form.matchers()->setChips({u"service=\"other\""_s});
        QVERIFY(form.text(u"silenceNote"_s).contains(u"new id"));
    }

    void itSaysWhereItStands()
    {
        Form form;
        form.writeComment();
        form.press();
        form.night.commands.posted.front().answer(u"new-one"_s);
        Silence made = form.night.commands.posted.front().silence;
        made.id = u"new-one"_s;
        made.updatedAt = form.night.clock.wall();
        form.night.clock.advance(1s);
        form.night.alertmanager(u"am-1"_s, {}, {made});
        QTRY_VERIFY(form.text(u"silenceResult"_s).contains(u"stands on am-1"));
        // The server was killed before it wrote it down, and came back without it.
        form.night.clock.advance(8s);
        form.night.alertmanager(u"am-1"_s, {}, {});
        QTRY_VERIFY(form.text(u"silenceResult"_s).contains(u"no longer there"));
    }

    void theFormCanBeSeen()
    {
        Form form({*parseMatcher(u"service=\"payment\""), *parseMatcher(u"env=\"production\"")});
        QVERIFY(QTest::qWaitForWindowExposed(&form.dialog));
        const QPixmap picture = form.dialog.grab();
        QCOMPARE(picture.size(), form.dialog.size());
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(picture.save(folder + u"/alerts-silence.png"_s));
    }
};

WATCHFLOOR_TEST(TestSilenceDialog)
#include "tst_silencedialog.moc"
