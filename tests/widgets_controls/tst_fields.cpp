#include "tests/support/testregistry.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/suggestionpopup.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterMakesAChip()
    {
        ChipField field(u"Add a matcher"_qs);
        QSignalSpy spy(&field, &ChipField::chipsChanged);
        QTest::keyClicks(field.edit(), u"env=production"_qs);
        QTest::keyClick(field.edit(), Qt::Key_Return);
        QCOMPARE(field.chips(), QStringList{u"env=production"_qs});
        QCOMPARE(spy.size(), 1);
        QVERIFY(field.edit()->text().isEmpty());
    }

    void aCommaMakesAChipOutsideQuotesOnly()
    {
        ChipField field(u"Add"_qs);
        QTest::keyClicks(field.edit(), u"a=1,b=\"x,y\","_qs);
        QCOMPARE(field.chips(), (QStringList{u"a=1"_qs, u"b=\"x,y\""_qs}));
    }

    void backspaceTakesTheLastChipBack()
    {
        ChipField field(u"Add"_qs);
        field.setChips({u"a=1"_qs, u"b=2"_qs});
        QTest::keyClick(field.edit(), Qt::Key_Backspace);
        QCOMPARE(field.chips(), QStringList{u"a=1"_qs});
        QCOMPARE(field.edit()->text(), u"b=2"_qs);
        QTest::keyClick(field.edit(), Qt::Key_Backspace);
        QCOMPARE(field.chips().size(), 1);
        QCOMPARE(field.edit()->text(), u"b="_qs);
    }

    void clickingAChipRemovesIt()
    {
        ChipField field(u"Add"_qs);
        field.setChips({u"a=1"_qs, u"b=2"_qs});
        auto boxes = field.findChildren<QAbstractButton *>();
        QCOMPARE(boxes.size(), 2);
        const auto first = std::find_if(boxes.begin(), boxes.end(), [](const QAbstractButton *box) { return box->text() == u"a=1"; });
        (*first)->click();
        QCOMPARE(field.chips(), QStringList{u"b=2"_qs});
    }

    void whatTheValidatorRefusesStaysText()
    {
        ChipField field(u"Add"_qs);
        field.setValidator([](const QString &text) { return text.contains(u'=') ? QString() : u"No operator."_qs; });
        QTest::keyClicks(field.edit(), u"nonsense"_qs);
        QTest::keyClick(field.edit(), Qt::Key_Return);
        QVERIFY(field.chips().isEmpty());
        QCOMPARE(field.edit()->toolTip(), u"No operator."_qs);
        QTest::keyClicks(field.edit(), u"=1"_qs);
        QVERIFY(field.edit()->toolTip().isEmpty());
        QTest::keyClick(field.edit(), Qt::Key_Return);
        QCOMPARE(field.chips(), QStringList{u"nonsense=1"_qs});
    }

    void theSameChipIsKeptOnce()
    {
        ChipField field(u"Add"_qs);
        for (int time = 0; time < 2; ++time) {
            QTest::keyClicks(field.edit(), u"a=1"_qs);
            QTest::keyClick(field.edit(), Qt::Key_Return);
        }
        QCOMPARE(field.chips().size(), 1);
    }

    void chipsAreCapped()
    {
        QStringList many;
        for (int at = 0; at < 1000; ++at)
            many << u"l%1=x"_qs.arg(at);
        ChipField field(u"Add"_qs);
        field.setChips(many);
        QCOMPARE(field.chips().size(), 32);
    }

    void escapeEmptiesTheSearch()
    {
        SearchField search(u"Filter"_qs, u"/"_qs);
        QTest::keyClicks(&search, u"payment"_qs);
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty());
    }

    void searchTextIsCapped()
    {
        SearchField search(u"Filter"_qs);
        search.setText(QString(5000, u'x'));
        QCOMPARE(search.text().size(), 256);
    }

    void aPopupIsAsHighAsWhatItOffers()
    {
        QWidget line;
        SuggestionPopup popup(&line);
        popup.offer({{u"service"_qs, {}}}, -1, {});
        const int one = popup.height();
        popup.offer({{u"service"_qs, {}}, {u"severity"_qs, {}}}, -1, {});
        QVERIFY2(popup.height() > one && popup.height() < 2 * one, qPrintable(u"%1 %2"_qs.arg(one).arg(popup.height())));
    }

    void flowWrapsWhereThereIsNoRoom()
    {
        QWidget host;
        auto *flow = new FlowLayout(&host, 4);
        for (int at = 0; at < 5; ++at) {
            auto *box = new QWidget(&host);
            box->setFixedSize(60, 20);
            flow->addWidget(box);
        }
        QCOMPARE(flow->heightForWidth(5 * 64), 20);
        QCOMPARE(flow->heightForWidth(130), 68);
        QCOMPARE(flow->heightForWidth(60), 116);
    }

    void chipListsAreCapped()
    {
        ChipList list;
        list.setTexts(QStringList(500, u"a=b"_qs));
        QCOMPARE(list.findChildren<QAbstractButton *>().size(), 65);
        list.setTexts({u"a=b"_qs});
        QCOMPARE(list.findChildren<QAbstractButton *>().size(), 1);
    }
};

WATCHFLOOR_TEST(TestFields)
#include "tst_fields.moc"
