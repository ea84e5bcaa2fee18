#include "tests/support/testregistry.h"
#include "tests/widgets_editor/editorroom.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/textlabel.h"
#include "widgets/editor/panelquestion.h"
#include "widgets/panels/choicepopup.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Dashboard foreignDashboard()
{
    Dashboard dashboard;
    dashboard.name = u"node"_s;
    dashboard.title = u"Node exporter"_s;
    dashboard.foreign = true;
    Watchfloor::Panel panel;
    panel.title = u"Load"_s;
    panel.queries = {PanelQuery{u"node_load1"_s}};
    dashboard.panels.push_back(panel);
    panel.title = u"Renamed"_s;
    panel.transformations.push_back({u"organize"_s, {}, false, {}});
    dashboard.panels.push_back(panel);
    return dashboard;
}

QString said(const QDialog *dialog)
{
    return dialog->findChild<TextLabel *>(u"questionText"_s)->text();
}

} // namespace

class TestPanelEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAPanel()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor(u"new"_s, {});
        QVERIFY(editor);
        EditorRoom::type(editor, u"panelTitle"_s, u"Queue"_s);
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(room.dialog<PanelEditor>()); // without a query it is none
        EditorRoom::choose(editor, u"panelKind"_s, u"Stat"_s);
        auto *query = editor->findChild<PromEdit *>();
        QTest::keyClicks(query, u"queue_depth"_s);
        QTest::keyClick(query, Qt::Key_Escape);
        EditorRoom::click(editor, u"savePanel"_s);
        QVERIFY(!room.dialog<PanelEditor>());
        QCOMPARE(QString::fromUtf8(room.text()), QString::fromUtf8(paymentFile + "  - {title: Queue, kind: stat, at: [0, 8, 12, 8], queries: [{expr: queue_depth}]}\n"));
    }

    void duplicatesAPanelBelow()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor(u"duplicate"_s, 1);
        QVERIFY(editor);
        EditorRoom::click(editor, u"savePanel"_s);
        const auto document = readDashboard(room.text(), room.path);
        QCOMPARE(document.dashboard->panels.size(), size_t(3));
        QCOMPARE(document.dashboard->panels[2].title, u"Up"_s);
        QCOMPARE(document.dashboard->panels[2].at.y, 8);
        QCOMPARE(document.dashboard->panels[2].at.width, 6);
        QVERIFY(room.text().startsWith(paymentFile));
    }

    void asksBeforeItRemovesAndTakesItBack()
    {
        EditorRoom room;
        QVERIFY(room.edit.open(editPath(u"remove"_s, u"payment"_s, 1), room.view()));
        auto *question = room.dialog<PanelQuestion>();
        QVERIFY(said(question).contains(u"Up"_s));
        QCOMPARE(room.text(), paymentFile);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(!room.dialog<PanelQuestion>());
        QCOMPARE(room.text(), paymentFile);

        QVERIFY(room.edit.open(editPath(u"remove"_s, u"payment"_s, 1), room.view()));
        question = room.dialog<PanelQuestion>();
        EditorRoom::click(question, u"questionAct"_s);
        QCOMPARE(room.text(), paymentFile.left(paymentFile.indexOf("  - {title: Up")));
        QVERIFY(room.edit.undoText().contains(u"Up"_s));
        EditorRoom::click(question, u"questionUndo"_s);
        QCOMPARE(room.text(), paymentFile);
        QCOMPARE(room.edit.undoText(), QString());
    }

    void theLastChangeIsTakenBackByCommand()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, u"panelTitle"_s, u"Failures"_s);
        EditorRoom::click(editor, u"savePanel"_s);
        QVERIFY(room.text() != paymentFile);
        QVERIFY(room.edit.undoText().contains(u"Failures"_s));
        room.edit.undo();
        QCOMPARE(room.text(), paymentFile);
        QCOMPARE(room.told.size(), 2);
    }

    void aChangeOfOthersIsNotTakenBack()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, u"panelTitle"_s, u"Failures"_s);
        EditorRoom::click(editor, u"savePanel"_s);
        room.write(room.text() + "# theirs\n");
        const QByteArray theirs = room.text();
        room.edit.undo();
        QCOMPARE(room.text(), theirs);
        QVERIFY(room.told.last().contains(u"meanwhile"_s));
    }

    void aFileThatIsNewerThanWhatIsShownIsNotGuessedAt()
    {
        EditorRoom room;
        room.write(QByteArray(paymentFile).replace("Errors #", "Other #"));
        QVERIFY(room.edit.open(editPath(u"panel"_s, u"payment"_s, 0), room.view()));
        QVERIFY(!room.dialog<PanelEditor>());
        QVERIFY(room.dialog<PanelQuestion>());
    }

    void aBrokenFileIsSaid()
    {
        EditorRoom room;
        room.write("dashboard: [");
        QVERIFY(room.edit.open(editPath(u"remove"_s, u"payment"_s, 0), room.view()));
        auto *question = room.dialog<PanelQuestion>();
        QVERIFY(question);
        QVERIFY(said(question).contains(u"payment.yaml"_s));
        QVERIFY(!EditorRoom::in<QAbstractButton>(question, u"questionAct"_s));
    }

    void pathsThatNameNothingOpenNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no such dashboard") << u"edit/panel/other/0"_s;
        QTest::newRow("no such panel") << u"edit/panel/payment/7"_s;
        QTest::newRow("no panel") << u"edit/panel/payment"_s;
        QTest::newRow("no number") << u"edit/panel/payment/-1"_s;
        QTest::newRow("no such act") << u"edit/burn/payment/0"_s;
        QTest::newRow("nothing") << u"edit"_s;
    }
    void pathsThatNameNothingOpenNothing()
    {
        QFETCH(QString, path);
        EditorRoom room;
        QVERIFY(!room.edit.open(path, room.view()));
        QVERIFY(!room.dialog<QDialog>());
    }

    void aForeignPanelIsCopiedIntoOneOfOurs()
    {
        EditorRoom room;
        room.reload({foreignDashboard()});
        QVERIFY(room.edit.open(editPath(u"panel"_s, u"node"_s, 0), room.view()));
        QVERIFY(!room.dialog<PanelEditor>());
        auto *popup = room.dialog<ChoicePopup>();
        QVERIFY(popup);
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Return);
        auto *editor = room.dialog<PanelEditor>();
        QVERIFY(editor);
        EditorRoom::click(editor, u"savePanel"_s);
        const auto document = readDashboard(room.text(), room.path);
        QCOMPARE(document.dashboard->panels.size(), size_t(3));
        QCOMPARE(document.dashboard->panels[2].title, u"Load"_s);
        QVERIFY(room.text().startsWith(paymentFile));
    }

    void whatOurFormCannotSayIsNamed()
    {
        EditorRoom room;
        room.reload({foreignDashboard()});
        QVERIFY(room.edit.open(editPath(u"copy"_s, u"node"_s, 1), room.view()));
        auto *question = room.dialog<PanelQuestion>();
        QVERIFY(question);
        QVERIFY(said(question).contains(u"transformations"_s));
        QCOMPARE(room.text(), paymentFile);
    }
};

WATCHFLOOR_TEST(TestPanelEdit)
#include "tst_paneledit.moc"
