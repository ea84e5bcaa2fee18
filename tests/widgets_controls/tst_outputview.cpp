#include "tests/support/testregistry.h"
#include "widgets/controls/outputview.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

using namespace Watchfloor;

class TestOutputView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesStandAsTheyCame()
    {
        OutputView view;
        view.appendLine(u"03:13:05"_qs, u"$ git checkout"_qs, Tone::Accent);
        view.appendLine({}, u"done"_qs);
        QCOMPARE(view.text(), u"03:13:05  $ git checkout\ndone"_qs);
        QCOMPARE(view.lineCount(), 2);
    }

    void escapesAreShownAndNotObeyed()
    {
        OutputView view;
        view.appendLine({}, u"\x1b[31mred\nnext"_qs);
        QVERIFY(!view.text().contains(QChar(0x1b)));
        QCOMPARE(view.lineCount(), 1);
    }

    void markupIsText()
    {
        OutputView view;
        view.appendLine({}, u"<b>bold</b>"_qs);
        QCOMPARE(view.text(), u"<b>bold</b>"_qs);
    }

    void onlyTheNewestLinesAreKept()
    {
        OutputView view;
        for (int line = 0; line < 10'050; ++line)
            view.appendLine({}, QString::number(line));
        QCOMPARE(view.lineCount(), 10'000);
        QVERIFY(view.text().endsWith(u"10049"_qs));
    }

    void aLineIsCut()
    {
        OutputView view;
        view.appendLine({}, QString(100'000, u'x'));
        QVERIFY(view.text().size() <= 4'001);
    }

    void scrollingUpStopsFollowing()
    {
        OutputView view;
        view.resize(300, 120);
        view.show();
        for (int line = 0; line < 200; ++line)
            view.appendLine({}, QString::number(line));
        auto *bar = view.findChild<QPlainTextEdit *>()->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(3);
        QVERIFY(!view.follows());
        view.appendLine({}, u"more"_qs);
        QCOMPARE(bar->value(), 3);
        view.setFollow(true);
        QCOMPARE(bar->value(), bar->maximum());
    }
};

WATCHFLOOR_TEST(TestOutputView)
#include "tst_outputview.moc"
