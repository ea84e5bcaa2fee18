#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/silences/silencedialog.h"
#include "widgets/silences/silencesview.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestSilencesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void aSilenceIsEndedAfterASecondPress()
    {
        Night night;
        night.tell();
        SilencesView view(night.context());
        view.resize(1200, 600);
        view.show();
        QCOMPARE(table(view)->model()->rowCount(), 2);
        QVERIFY(!button(view, u"expire"_s)->isEnabled());
        choose(view, 0);
        QTest::mouseClick(button(view, u"expire"_s), Qt::LeftButton);
        QVERIFY(night.commands.expired.empty());
        QTest::mouseClick(button(view, u"expire"_s), Qt::LeftButton);
        QCOMPARE(night.commands.expired.size(), size_t(1));
        QCOMPARE(night.commands.expired.front().source, u"am-1"_s);
        QCOMPARE(night.commands.expired.front().id, u"s1"_s);
        night.commands.expired.front().answer(u"s1"_s);
        QVERIFY(text(view).contains(u"1 of 1"));
    }

    void keysEndAndCopy()
    {
        Night night;
        night.tell();
        SilencesView view(night.context());
        view.resize(1200, 600);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QVERIFY(table(view)->hasFocus());
        QTest::keyClick(table(view), Qt::Key_Delete);
        QVERIFY2(night.commands.expired.empty() && text(view).isEmpty(), "nothing is chosen");
        choose(view, 0);
        QTest::keyClick(table(view), Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().contains(u'\n'), "all of it, not one cell");
        QTest::keyClick(table(view), Qt::Key_Delete);
        QVERIFY(night.commands.expired.empty());
        QTest::keyClick(table(view), Qt::Key_Delete);
        QCOMPARE(night.commands.expired.size(), size_t(1));
        for (const auto &[key, meaning] : view.keys())
            QVERIFY(!key.isEmpty() && !meaning.isEmpty());
    }

    void enterLeavesTheDialogOfAPostedSilence()
    {
        Night night;
        night.tell();
        SilenceDialog dialog(night.context(), {*parseMatcher(u"service=\"payment\"")});
        dialog.show();
        auto *comment = dialog.findChild<QLineEdit *>(u"silenceComment"_s);
        QTest::keyClicks(comment, u"planned"_s);
        QTest::keyClick(comment, Qt::Key_Return);
        QCOMPARE(night.commands.posted.size(), size_t(1));
        QVERIFY(dialog.isVisible());
        night.commands.posted.front().answer(u"s9"_s);
        QVERIFY(dialog.isVisible());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
    }

    void manyAreExtendedAtOnceAndKeepTheirIds()
    {
        Night night;
        night.tell();
        SilencesView view(night.context());
        view.resize(1200, 600);
        view.show();
        table(view)->selectAll();
        QTest::mouseClick(button(view, u"extendHour"_s), Qt::LeftButton);
        QCOMPARE(night.commands.posted.size(), size_t(2));
        for (const auto &asked : night.commands.posted) {
            const auto &known = night.stores().alerts.silences(u"am-1"_s);
            const auto old = std::find_if(known.begin(), known.end(), [&asked](const Silence &each) { return each.id == asked.silence.id; });
            QVERIFY(old != known.end());
            QCOMPARE(asked.silence.startsAt, old->startsAt);
            QCOMPARE(asked.silence.endsAt, old->endsAt + 1h);
        }
        night.commands.posted[0].answer(u"s1"_s);
        QVERIFY(!button(view, u"extendHour"_s)->isEnabled());
        night.commands.posted[1].answer(Error{Error::Kind::Timeout, {}, u"am-1"_s});
        QVERIFY(text(view).contains(u"1 of 2"));
        QVERIFY(button(view, u"extendHour"_s)->isEnabled());
    }

    void theFilterLeavesWhatMatches()
    {
        Night night;
        night.tell();
        SilencesView view(night.context());
        view.show();
        view.findChild<QLineEdit *>(u"silenceFilter"_s)->setText(u"ci-7 ak"_s);
        QCOMPARE(table(view)->model()->rowCount(), 1);
        view.findChild<QLineEdit *>(u"silenceFilter"_s)->setText(u"nobody"_s);
        QVERIFY(table(view)->isHidden());
        QVERIFY(view.openSilence(u"s2"_s));
        QVERIFY(!view.openSilence(u"s9"_s));
    }

    void silencesThatCannotBeReadAreCounted()
    {
        Night night;
        night.tell();
        SilencesView view(night.context());
        view.resize(1200, 600);
        view.show();
        auto *banner = view.findChild<QWidget *>(u"silencesUnread"_s);
        QVERIFY(banner->isHidden());
        AlertmanagerSnapshot snapshot;
        snapshot.unreadSilences = 2;
        night.apply(u"am-1"_s, snapshot);
        view.tick();
        QVERIFY(!banner->isHidden());
        const auto labels = banner->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().startsWith(u"2 silence"); }));
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"am-1"); }));
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(view.grab().save(folder + u"/alerts-silences-unread.png"_s));
    }

    void theViewCanBeSeen()
    {
        Workspace workspace = nightWorkspace();
        MaintenanceWindow window;
        window.name = u"Nightly backup"_s;
        window.matchers = {*parseMatcher(u"service=\"reports-db\"")};
        window.at = QTime(2, 0);
        window.length = 2h;
        window.timeZone = "Europe/Berlin";
        workspace.maintenance = {window};
        Night night(workspace);
        night.tell();
        night.pass(100min);
        night.alertmanager(u"am-1"_s, {night.alert(u"BackupMissed"_s, u"reports-db"_s, u"critical"_s, u"late"_s, 3h)},
                           {[&night] { Silence s = night.silence(u"s1"_s, u"reports-db"_s, u"jo"_s); s.endsAt = night.clock.wall() + 12min; return s; }(),
                            night.silence(u"s2"_s, u"ci-7"_s, u"ak"_s)});
        SilencesView view(night.context());
        view.resize(1250, 640);
        view.show();
        view.tick();
        QVERIFY(view.findChild<DataTable *>(u"maintenanceTable"_s)->model()->rowCount() > 0);
        const QPixmap picture = view.grab();
        QCOMPARE(picture.size(), view.size());
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(picture.save(folder + u"/alerts-silences.png"_s));
    }

private:
    static DataTable *table(const QWidget &view) { return view.findChild<DataTable *>(u"silenceTable"_s); }
    static ActionButton *button(const QWidget &view, const QString &name) { return view.findChild<ActionButton *>(name); }
    static QString text(const QWidget &view) { return view.findChild<QLabel *>(u"silenceActionResult"_s)->text(); }
    static void choose(const QWidget &view, int row)
    {
        QTest::mouseClick(table(view)->viewport(), Qt::LeftButton, {}, table(view)->visualRect(table(view)->model()->index(row, 1)).center());
    }
};

WATCHFLOOR_TEST(TestSilencesView)
#include "tst_silencesview.moc"
