#include "tests/support/testregistry.h"
#include "widgets/controls/markdownview.h"
#include "widgets/controls/textlabel.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestMarkdownView : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<MarkdownView> viewOf(const QByteArray &text)
    {
        auto view = std::make_unique<MarkdownView>();
        view->setBlocks(*parseMarkdown(text));
        view->resize(600, 400);
        view->show();
        return view;
    }
    static QStringList texts(const MarkdownView &view)
    {
        QStringList all;
        for (const MarkdownText *text : view.findChildren<MarkdownText *>())
            all.append(text->text());
        return all;
    }

private Q_SLOTS:
    void everyKindOfBlockIsThere()
    {
        const auto view = viewOf("# Title\n\nA *word* of `code`.\n\n- one\n2. two\n\n> said\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n");
        QCOMPARE(texts(*view), QStringList({u"Title"_s, u"A word of code."_s, u"one"_s, u"two"_s, u"said"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void markupIsTheTextThatWasWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("image of a pipe") << QByteArray("<img src=\"/tmp/fifo\">");
        QTest::newRow("table") << QByteArray("before <table><tr><td>x</td></tr></table>");
        QTest::newRow("script") << QByteArray("a <script>alert(1)</script> b");
    }
    void markupIsTheTextThatWasWritten()
    {
        QFETCH(QByteArray, text);
        const auto view = viewOf(text);
        QVERIFY2(texts(*view).join(u'\n').contains(u'<'), qPrintable(texts(*view).join(u'\n')));
        for (const QLabel *label : view->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void onlyTheWebIsALink_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("https") << QByteArray("https://example.org/a") << true;
        QTest::newRow("http") << QByteArray("http://example.org/a") << true;
        QTest::newRow("another runbook") << QByteArray("other.md") << true;
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("smb") << QByteArray("smb://host/share") << false;
        QTest::newRow("data") << QByteArray("data:text/html,x") << false;
    }
    void onlyTheWebIsALink()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, isLink);
        const auto view = viewOf("[here](" + target + ")");
        QCOMPARE(view->findChild<MarkdownText *>()->links().size(), isLink ? 1 : 0);
    }

    void aLinkOpensAfterItsTargetWasShown()
    {
        const auto view = viewOf("[the bank](https://xn--bnk-hla.example.org/a?b=c)");
        QList<QUrl> opened;
        view->setOpener([&opened](const QUrl &url) { opened.append(url); });
        auto *text = view->findChild<MarkdownText *>();
        QTest::mouseClick(text, Qt::LeftButton, {}, QPoint(10, 8));
        auto *question = view->findChild<QMessageBox *>(u"linkQuestion"_s);
        QVERIFY(question);
        QCOMPARE(question->informativeText(), u"https://xn--bnk-hla.example.org/a?b=c"_s);
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QVERIFY(opened.isEmpty());
        QTest::mouseClick(question->findChild<QPushButton *>(u"openLink"_s), Qt::LeftButton);
        QCOMPARE(opened, QList<QUrl>{QUrl(u"https://xn--bnk-hla.example.org/a?b=c"_s)});
    }

    void aLookAlikeHostIsShownInAscii()
    {
        const auto view = viewOf(u"[bank](https://b\u00e4nk.example.org/)"_s.toUtf8());
        QTest::mouseClick(view->findChild<MarkdownText *>(), Qt::LeftButton, {}, QPoint(6, 8));
        auto *question = view->findChild<QMessageBox *>(u"linkQuestion"_s);
        QVERIFY(question);
        QVERIFY2(question->informativeText().contains(u"xn--"_s), qPrintable(question->informativeText()));
    }

    void escapeOpensNothing()
    {
        const auto view = viewOf("[there](https://example.org/)");
        int opened = 0;
        view->setOpener([&opened](const QUrl &) { ++opened; });
        auto *text = view->findChild<MarkdownText *>();
        QTest::keyClick(text, Qt::Key_Return);
        auto *question = view->findChild<QMessageBox *>(u"linkQuestion"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!view->findChild<QMessageBox *>());
        QCOMPARE(opened, 0);
    }

    void keysGoFromLinkToLink()
    {
        const auto view = viewOf("[one](a.md) and [two](b.md)");
        QSignalSpy followed(view.get(), &MarkdownView::linkActivated);
        auto *text = view->findChild<MarkdownText *>();
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClick(text, Qt::Key_Right);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(followed.size(), 2);
        QCOMPARE(followed.at(0).at(0).toString(), u"a.md"_s);
        QCOMPARE(followed.at(1).at(0).toString(), u"b.md"_s);
    }

    void controlCharactersAreSeen()
    {
        const auto view = viewOf(u"pay\u202egnp"_s.toUtf8());
        QVERIFY(!texts(*view).join(u' ').contains(QChar(0x202e)));
    }

    void narrowerIsHigher()
    {
        const auto view = viewOf(QByteArray("word ").repeated(200));
        const auto *text = view->findChild<MarkdownText *>();
        QVERIFY(text->heightForWidth(200) > 2 * text->heightForWidth(800));
    }

    void tooManyPartsAreCut()
    {
        const auto view = viewOf(QByteArray("word\n\n").repeated(2'100));
        QCOMPARE(view->findChildren<MarkdownText *>().size(), 2'000);
        QVERIFY(view->findChild<TextLabel *>()->text().contains(u"100 more"_s));
    }
};

WATCHFLOOR_TEST(TestMarkdownView)
#include "tst_markdownview.moc"
