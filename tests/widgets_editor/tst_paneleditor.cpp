#include "tests/support/testregistry.h"
#include "tests/widgets_editor/editorroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/textlabel.h"
#include "widgets/editor/queryeditor.h"
#include "widgets/panels/choicepopup.h"
#include "widgets/panels/panelcard.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

QString resultOf(const PanelEditor *editor)
{
    return editor->findChild<TextLabel *>(u"editorResult"_s)->text();
}

QString words(QByteArray text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestPanelEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedPanelCannotBeSaved()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        QVERIFY(editor);
        QVERIFY(!EditorRoom::in<ActionButton>(editor, u"savePanel"_s)->isEnabled());
        QVERIFY(!EditorRoom::in<ActionButton>(editor, u"revertPanel"_s)->isEnabled());
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(!room.dialog<PanelEditor>());
        QCOMPARE(room.text(), paymentFile);
    }

    void whatIsChangedIsWrittenAndNothingElse_data()
    {
        QTest::addColumn<std::function<void(PanelEditor *)>>("change");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        using Change = std::function<void(PanelEditor *)>;
        const auto row = [](const char *name, const Change &change, const QByteArray &before, const QByteArray &after) { QTest::newRow(name) << change << before << after; };
        row("title", [](PanelEditor *editor) { EditorRoom::type(editor, u"panelTitle"_s, u"Failures"_s); }, "Errors #", "Failures #");
        row("legend", [](PanelEditor *editor) { EditorRoom::type(editor, u"legend"_s, u"{{code}}"_s); }, "'{{service}}'", "'{{code}}'");
        row("step", [](PanelEditor *editor) { EditorRoom::type(editor, u"step"_s, u"1m"_s); }, "'{{service}}'}", "'{{service}}', step: 1m}");
        row("maximum", [](PanelEditor *editor) { EditorRoom::type(editor, u"panelMaximum"_s, u"0.5"_s); }, "{above: 0.01, state: critical} # page\n",
            "{above: 0.01, state: critical} # page\n    max: 0.5\n");
        row("kind", [](PanelEditor *editor) { EditorRoom::choose(editor, u"panelKind"_s, u"Bar gauge"_s); }, "{above: 0.01, state: critical} # page\n",
            "{above: 0.01, state: critical} # page\n    kind: bargauge\n");
        row("source", [](PanelEditor *editor) { EditorRoom::choose(editor, u"panelSource"_s, u"second"_s); }, "{above: 0.01, state: critical} # page\n",
            "{above: 0.01, state: critical} # page\n    source: second\n");
        row("style", [](PanelEditor *editor) { EditorRoom::choose(editor, u"styleStack"_s, u"Stacked"_s); }, "{above: 0.01, state: critical} # page\n",
            "{above: 0.01, state: critical} # page\n    style: {stack: normal}\n");
        row("legend mode", [](PanelEditor *editor) { EditorRoom::choose(editor, u"legendMode"_s, u"Table"_s); }, "{above: 0.01, state: critical} # page\n",
            "{above: 0.01, state: critical} # page\n    legend: {mode: table}\n");
        row("threshold", [](PanelEditor *editor) {
            EditorRoom::click(editor, u"addLimit"_s);
            QTest::keyClicks(editor->focusWidget(), u"0.005"_s);
            const auto boxes = editor->findChildren<QComboBox *>(u"limitState"_s);
            QTest::keyClick(boxes.last(), Qt::Key_Down);
        }, "      - {above: 0.01", "      - {above: 0.005, state: warning}\n      - {above: 0.01");
        row("decimals", [](PanelEditor *editor) {
            auto *box = EditorRoom::in<QSpinBox>(editor, u"panelDecimals"_s);
            box->setFocus();
            for (int i = 0; i < 3; ++i)
                QTest::keyClick(box, Qt::Key_Up);
        }, "{above: 0.01, state: critical} # page\n", "{above: 0.01, state: critical} # page\n    decimals: 2\n");
    }
    void whatIsChangedIsWrittenAndNothingElse()
    {
        QFETCH(std::function<void(PanelEditor *)>, change);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        change(editor);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(EditorRoom::in<ActionButton>(editor, u"savePanel"_s)->isEnabled());
        EditorRoom::click(editor, u"savePanel"_s);
        QVERIFY2(!room.dialog<PanelEditor>(), qPrintable(resultOf(editor)));
        QByteArray expected = paymentFile;
        QVERIFY(expected.contains(before));
        expected.replace(expected.indexOf(before), before.size(), after);
        QCOMPARE(words(room.text()), words(expected));
        QCOMPARE(room.told.size(), 1);
    }

    void aQueryIsTypedWithCompletionAndSavedByKey()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor(u"panel"_s, 1);
        auto *edit = editor->findChild<PromEdit *>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"queue"_s);
        QVERIFY(edit->isCompleting());
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->expression(), u"queue_depth"_s);
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!room.dialog<PanelEditor>());
        QByteArray expected = paymentFile;
        expected.replace("queries: [up]", "queries: [{expr: queue_depth}]");
        QCOMPARE(words(room.text()), words(expected));
    }

    void queriesAreAddedMovedAndRemoved()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::click(editor, u"addQuery"_s);
        QCOMPARE(editor->panel().queries.size(), size_t(2));
        QTest::keyClicks(editor->focusWidget(), u"up"_s);
        QTest::keyClick(editor->focusWidget(), Qt::Key_Escape);
        QCOMPARE(editor->panel().queries[1].expression, u"up"_s);
        auto editors = editor->findChildren<QueryEditor *>();
        QCOMPARE(editors.size(), 2);
        for (QAbstractButton *button : editors[1]->findChildren<QAbstractButton *>())
            if (button->accessibleName() == u"One place up"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(editor->panel().queries[0].expression, u"up"_s);
        QTest::mouseClick(editors[0]->findChild<QAbstractButton *>(u"removeQuery"_s), Qt::LeftButton);
        QCOMPARE(editor->panel().queries.size(), size_t(1));
        EditorRoom::click(editor, u"savePanel"_s);
        QByteArray expected = paymentFile;
        expected.replace("[{expr: 'rate(errors_total[5m])', legend: '{{service}}'}]", "[{expr: up}]");
        QCOMPARE(words(room.text()), words(expected));
    }

    void aUnitIsFoundByTyping()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::click(editor, u"panelUnit"_s);
        ChoicePopup *popup = nullptr;
        for (ChoicePopup *one : editor->findChildren<ChoicePopup *>())
            popup = one->isVisible() ? one : popup;
        QVERIFY(popup);
        QWidget *search = popup->findChild<QLineEdit *>();
        QTest::keyClicks(search, u"reqps"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(editor->panel().field.unit.id, u"reqps"_s);
        EditorRoom::click(editor, u"savePanel"_s);
        QCOMPARE(words(room.text()), words(QByteArray(paymentFile).replace("percentunit", "reqps")));
    }

    void theTextOfATextPanelIsWritten()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor(u"panel"_s, 1);
        EditorRoom::choose(editor, u"panelKind"_s, u"Text"_s);
        QVERIFY(!editor->findChild<PromEdit *>()->isVisible());
        EditorRoom::click(editor, u"savePanel"_s);
        QVERIFY(room.dialog<PanelEditor>());
        QVERIFY(!resultOf(editor).isEmpty());
        auto *text = EditorRoom::in<QPlainTextEdit>(editor, u"panelText"_s);
        QTest::keyClicks(text, u"Call *finance* first"_s);
        EditorRoom::click(editor, u"savePanel"_s);
        const auto document = readDashboard(room.text(), room.path);
        QVERIFY(document.dashboard);
        QCOMPARE(document.dashboard->panels[1].kind, PanelKind::Text);
        QCOMPARE(document.dashboard->panels[1].options.text.content, u"Call *finance* first"_s);
        QVERIFY(room.text().startsWith(paymentFile.left(paymentFile.indexOf("  - {title: Up"))));
    }

    void whatCannotBeKeptIsSaid_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no title") << u"panelTitle"_s << QString();
        QTest::newRow("no number") << u"panelMaximum"_s << u"much"_s;
        QTest::newRow("no duration") << u"step"_s << u"soon"_s;
    }
    void whatCannotBeKeptIsSaid()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, field, typed);
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(room.dialog<PanelEditor>());
        QVERIFY(!resultOf(editor).isEmpty());
        QCOMPARE(room.text(), paymentFile);
    }

    void somebodyElsesChangeIsNotOverwritten()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, u"panelTitle"_s, u"Ours"_s);
        const QByteArray theirs = QByteArray(paymentFile).replace("Errors #", "Theirs #");
        room.write(theirs);
        EditorRoom::click(editor, u"savePanel"_s);
        QVERIFY(room.dialog<PanelEditor>());
        QVERIFY2(resultOf(editor).contains(u"changed by somebody else"_s), qPrintable(resultOf(editor)));
        QCOMPARE(room.text(), theirs);
    }

    void undoAndRevert()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, u"panelTitle"_s, u"F"_s);
        auto *title = EditorRoom::in<QLineEdit>(editor, u"panelTitle"_s);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), u"Errors"_s);
        EditorRoom::type(editor, u"panelTitle"_s, u"Failures"_s);
        EditorRoom::type(editor, u"legend"_s, u"x"_s);
        EditorRoom::click(editor, u"revertPanel"_s);
        QCOMPARE(editor->panel().title, u"Errors"_s);
        QCOMPARE(editor->panel().queries[0].legend, u"{{service}}"_s);
        QVERIFY(!EditorRoom::in<ActionButton>(editor, u"savePanel"_s)->isEnabled());
    }

    void escapeDoesNotLoseWhatWasTyped()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        EditorRoom::type(editor, u"panelTitle"_s, u"Failures"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(room.dialog<PanelEditor>());
        QVERIFY(!resultOf(editor).isEmpty());
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(!room.dialog<PanelEditor>());
        QCOMPARE(room.text(), paymentFile);
    }

    void thePreviewFollows()
    {
        EditorRoom room;
        PanelEditor *editor = room.openEditor();
        QCOMPARE(room.commands.watched.back().expression, u"rate(errors_total[5m])"_s);
        auto *edit = editor->findChild<PromEdit *>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"rate(queue_depth[5m]"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        const size_t asked = room.commands.watched.size();
        QTest::keyClicks(edit, u")"_s); // now it can be asked
        QTRY_VERIFY(room.commands.watched.size() > asked);
        QCOMPARE(room.commands.watched.back().expression, u"rate(queue_depth[5m])"_s);
        QCOMPARE(editor->preview()->panel().queries[0].expression, u"rate(queue_depth[5m])"_s);
    }

    void isDrawn_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void isDrawn()
    {
        QFETCH(ThemeMode, mode);
        EditorRoom room(paymentFile, mode);
        PanelEditor *editor = room.openEditor();
        room.answer();
        QTest::qWait(100); // charts gather changes for a frame
        QVERIFY(keepPicture(editor->grab(), u"editor-%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
        const QImage image = editor->grab().toImage();
        QCOMPARE(image.pixelColor(2, 2).lightness() < 128, mode == ThemeMode::Dark);
    }
};

WATCHFLOOR_TEST(TestPanelEditor)
#include "tst_paneleditor.moc"
