#include "tests/support/fakecommands.h"
#include "tests/support/testregistry.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/vocabularyfeed.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

PromVocabulary vocabulary()
{
    PromVocabulary known;
    known.metrics = {{u"http_requests_total"_s, {u"counter"_s, u"Requests."_s}}, {u"http_errors_total"_s, {u"counter"_s, {}}}, {u"up"_s, {u"gauge"_s, {}}}};
    known.labels = {u"code"_s, u"service"_s};
    known.metricLabels[u"http_requests_total"_s] = {u"code"_s, u"service"_s};
    known.labelValues[u"service"_s] = {u"orders"_s, u"payment"_s};
    return known;
}

struct EditRoom
{
    PromEdit edit;
    QListWidget *list = edit.findChild<QListWidget *>();

    EditRoom()
    {
        edit.setVocabulary(vocabulary());
        edit.resize(600, 60);
        edit.show();
        edit.setFocus();
        (void)QTest::qWaitForWindowExposed(&edit);
    }
    QStringList offered() const
    {
        QStringList texts;
        for (int row = 0; row < list->count(); ++row)
            texts << list->item(row)->text().section(u"   "_s, 0, 0);
        return texts;
    }
};

} // namespace

class TestPromEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingOffersAndTabTakes()
    {
        EditRoom room;
        QVERIFY(!room.edit.isCompleting());
        QTest::keyClicks(&room.edit, u"http_r"_s);
        QVERIFY(room.edit.isCompleting());
        QCOMPARE(room.offered().front(), u"http_requests_total"_s);
        QTest::keyClick(&room.edit, Qt::Key_Tab);
        QCOMPARE(room.edit.expression(), u"http_requests_total"_s);
        QVERIFY(!room.edit.isCompleting());
        QVERIFY(room.edit.hasFocus());
    }

    void arrowsChooseAndReturnTakesWithoutRunning()
    {
        EditRoom room;
        QSignalSpy submitted(&room.edit, &PromEdit::submitted);
        QTest::keyClicks(&room.edit, u"http_"_s);
        QVERIFY(room.offered().size() >= 2);
        const QString second = room.offered()[1];
        QTest::keyClick(&room.edit, Qt::Key_Down);
        QTest::keyClick(&room.edit, Qt::Key_Return);
        QCOMPARE(room.edit.expression(), second);
        QCOMPARE(submitted.size(), 0);
        QTest::keyClick(&room.edit, Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
        QCOMPARE(room.edit.expression(), second);
    }

    void escapeClosesAndTheNextOneIsNotTaken()
    {
        EditRoom room;
        QTest::keyClicks(&room.edit, u"http_r"_s);
        QTest::keyClick(&room.edit, Qt::Key_Escape);
        QVERIFY(!room.edit.isCompleting());
        QCOMPARE(room.edit.expression(), u"http_r"_s);
        QTest::keyClick(&room.edit, Qt::Key_Left);
        QVERIFY(!room.edit.isCompleting());
        QTest::keyClick(&room.edit, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(room.edit.isCompleting());
    }

    void aClickTakes()
    {
        EditRoom room;
        QTest::keyClicks(&room.edit, u"http_r"_s);
        const QRect first = room.list->visualItemRect(room.list->item(0));
        QTest::mouseClick(room.list->viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(room.edit.expression(), u"http_requests_total"_s);
    }

    void shiftReturnBeginsALine()
    {
        EditRoom room;
        QSignalSpy submitted(&room.edit, &PromEdit::submitted);
        QTest::keyClicks(&room.edit, u"up"_s);
        QTest::keyClick(&room.edit, Qt::Key_Escape);
        QTest::keyClick(&room.edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&room.edit, u"+ 1"_s);
        QCOMPARE(room.edit.toPlainText(), u"up\n+ 1"_s);
        QCOMPARE(submitted.size(), 0);
        QCOMPARE(room.edit.fault(), QString());
    }

    void labelsAndValuesAreOffered()
    {
        EditRoom room;
        QTest::keyClicks(&room.edit, u"http_requests_total{"_s);
        QVERIFY(room.edit.isCompleting());
        QCOMPARE(room.offered(), QStringList({u"code"_s, u"service"_s}));
        QTest::keyClicks(&room.edit, u"service=\"p"_s);
        QVERIFY(room.edit.isCompleting());
        QCOMPARE(room.offered(), QStringList{u"\"payment\""_s});
        QTest::keyClick(&room.edit, Qt::Key_Tab);
        QTest::keyClicks(&room.edit, u"}"_s);
        QCOMPARE(room.edit.expression(), u"http_requests_total{service=\"payment\"}"_s);
        QCOMPARE(room.edit.fault(), QString());
    }

    void aFaultIsUnderlinedWhereItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::newRow("two operators") << u"up + * 1"_s << 5;
        QTest::newRow("on the second line") << u"sum(\nup * / 2)"_s << 10;
        QTest::newRow("no label") << u"up{=\"a\"}"_s << 3;
    }
    void aFaultIsUnderlinedWhereItIs()
    {
        QFETCH(QString, text);
        QFETCH(int, at);
        EditRoom room;
        QSignalSpy changed(&room.edit, &PromEdit::faultChanged);
        room.edit.setExpression(text);
        QVERIFY(!room.edit.fault().isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(room.edit.extraSelections().size(), 1);
        const QTextCursor mark = room.edit.extraSelections().front().cursor;
        QCOMPARE(mark.selectionStart(), at);
        QVERIFY(mark.hasSelection());
        room.edit.setExpression(u"up"_s);
        QCOMPARE(room.edit.fault(), QString());
        QVERIFY(room.edit.extraSelections().isEmpty());
    }

    void variablesAreNoFault()
    {
        EditRoom room;
        room.edit.setExpression(u"rate(http_requests_total{service=~\"$service\"}[$__rate_interval])"_s);
        QCOMPARE(room.edit.fault(), QString());
    }

    void theSourceIsAskedForWhatMayStandHere()
    {
        Testing::FakeCommands commands;
        commands.metrics = {{u"up"_s, {u"gauge"_s, {}, {}}}};
        commands.labels = {{{}, {u"__name__"_s, u"job"_s}}, {u"up"_s, {u"__name__"_s, u"instance"_s}}};
        commands.labelValues = {{u"instance"_s, {u"a:1"_s, u"b:2"_s}}};
        EditRoom room;
        VocabularyFeed feed(commands);
        feed.feed(&room.edit);
        feed.setSource(u"main"_s);
        QCOMPARE(commands.listed, QStringList({u"main"_s, u"main {"_s}));
        QTest::keyClicks(&room.edit, u"up{"_s);
        QCOMPARE(room.offered(), QStringList{u"instance"_s});
        QTest::keyClicks(&room.edit, u"instance=\""_s);
        QCOMPARE(room.offered(), QStringList({u"\"a:1\""_s, u"\"b:2\""_s}));
        QCOMPARE(commands.listed, QStringList({u"main"_s, u"main {"_s, u"main up{"_s, u"main instance="_s}));
        QTest::keyClick(&room.edit, Qt::Key_Escape);
        feed.setSource(u"other"_s);
        QVERIFY(room.edit.vocabulary().labelValues.empty());
    }

    void aSourceThatFailsIsNotAskedWithEveryKey()
    {
        Testing::FakeCommands commands;
        commands.sourceFails = Error{Error::Kind::Timeout, {}, u"main"_s};
        EditRoom room;
        VocabularyFeed feed(commands);
        QSignalSpy failed(&feed, &VocabularyFeed::failed);
        feed.feed(&room.edit);
        feed.setSource(u"main"_s);
        QCOMPARE(failed.size(), 1);
        QTest::keyClicks(&room.edit, u"up{instance=\"abc"_s);
        QCOMPARE(commands.listed.count(u"main instance="_s), 1);
    }

    void aLongTextGrowsTheFieldUpToALimit()
    {
        EditRoom room;
        const int two = room.edit.sizeHint().height();
        room.edit.setExpression(u"up\n+ 1\n+ 2\n+ 3"_s);
        const int four = room.edit.sizeHint().height();
        QVERIFY(four > two);
        room.edit.setExpression(u"up\n"_s.repeated(200));
        QVERIFY(room.edit.sizeHint().height() <= 3 * four);
    }

    void aPasteOfAnythingIsText()
    {
        EditRoom room;
        room.edit.setExpression(QString(100'000, u'x'));
        QVERIFY(room.edit.expression().size() <= 20'000);
        room.edit.setExpression(u"<b>up</b>"_s);
        QCOMPARE(room.edit.toPlainText(), u"<b>up</b>"_s);
    }
};

WATCHFLOOR_TEST(TestPromEdit)
#include "tst_promedit.moc"
