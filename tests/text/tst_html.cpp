#include "models/text/html.h"
#include "tests/support/testregistry.h"
#include "tests/text/spantext.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

QString text(const QByteArray &html)
{
    const auto blocks = parseHtml(html);
    if (!blocks)
        return QStringLiteral("refused");
    QStringList parts;
    for (const MarkdownBlock &block : *blocks) {
        switch (block.kind) {
        case MarkdownBlock::Kind::Heading: parts << QStringLiteral("h%1 ").arg(block.level) + spansText(block.spans); break;
        case MarkdownBlock::Kind::Paragraph: parts << QStringLiteral("p ") + spansText(block.spans); break;
        case MarkdownBlock::Kind::ListItem: parts << QStringLiteral("li%1.%2 ").arg(block.level).arg(block.number) + spansText(block.spans); break;
        case MarkdownBlock::Kind::Quote: parts << QStringLiteral("q%1 ").arg(block.level) + spansText(block.spans); break;
        case MarkdownBlock::Kind::Code: parts << QStringLiteral("code ") + block.code; break;
        case MarkdownBlock::Kind::Rule: parts << QStringLiteral("hr"); break;
        case MarkdownBlock::Kind::TableRow: parts << rowText(block); break;
        }
    }
    return parts.join(QStringLiteral(" ¶ "));
}

} // namespace

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsBlocks_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain text") << QByteArray("just text") << "p just text";
        QTest::newRow("empty") << QByteArray() << "";
        QTest::newRow("headings and paragraphs") << QByteArray("<h1>One</h1><p>a</p>  <p>b</p>") << "h1 One ¶ p a ¶ p b";
        QTest::newRow("styles") << QByteArray("<b>a</b> <i>b</i> <code>c</code> <strong><em>d</em></strong>") << "p **a** *b* `c` ***d***";
        QTest::newRow("white space") << QByteArray("<p>\n  a\n   b </p>") << "p a b";
        QTest::newRow("line break") << QByteArray("<p>a<br>b</p>") << "p a\nb";
        QTest::newRow("entities") << QByteArray("&lt;b&gt; &amp; &eacute;") << "p <b> & é";
        QTest::newRow("lists") << QByteArray("<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li><li>d</li></ol>") << "li0.0 a ¶ li1.0 b ¶ li0.1 c ¶ li0.2 d";
        QTest::newRow("item with a paragraph") << QByteArray("<ul><li><p>a</p></li></ul>") << "li0.0 a";
        QTest::newRow("quote") << QByteArray("<blockquote><p>a</p></blockquote>b") << "q1 a ¶ p b";
        QTest::newRow("preformatted") << QByteArray("<pre>a\n  b</pre>") << "code a\n  b";
        QTest::newRow("table") << QByteArray("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><b>2</b></td></tr></table>") << "th a|b ¶ td 1|**2**";
        QTest::newRow("rule") << QByteArray("a<hr>b") << "p a ¶ hr ¶ p b";
        QTest::newRow("divisions are paragraphs") << QByteArray("<div>a</div><div>b</div>") << "p a ¶ p b";
        QTest::newRow("unknown elements leave their text") << QByteArray("<blink>a</blink><custom-x>b</custom-x>") << "p ab";
        QTest::newRow("link") << QByteArray("<a href=\"https://example.org/x\">a</a>") << "p [a](https://example.org/x)";
        QTest::newRow("relative link") << QByteArray("<a href=\"/d/abc\">a</a>") << "p [a](/d/abc)";
        QTest::newRow("picture's description") << QByteArray("<img src=\"http://x/y.png\" alt=\"a map\">") << "p a map";
        QTest::newRow("not closed") << QByteArray("<p><b>a<p>b") << "p **a** ¶ p **b**";
    }
    void isReadAsBlocks()
    {
        QFETCH(QByteArray, html);
        QTEST(text(html), "expected");
    }

    /// Nothing of it can act, load or lead anywhere but to a web page.
    void hostileHtmlIsCleaned_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("expected");
        QTest::newRow("script") << QByteArray("a<script>alert(1)</script>b") << "p ab";
        QTest::newRow("style") << QByteArray("<style>p{}</style>a") << "p a";
        QTest::newRow("frame") << QByteArray("<iframe src=\"http://x\">a</iframe>b") << "p b";
        QTest::newRow("script link") << QByteArray("<a href=\"javascript:alert(1)\">a</a>") << "p a";
        QTest::newRow("hidden script link") << QByteArray("<a href=\" java\tscript:alert(1)\">a</a>") << "p a";
        QTest::newRow("file link") << QByteArray("<a href=\"file:///etc/passwd\">a</a>") << "p a";
        QTest::newRow("data link") << QByteArray("<a href=\"data:text/html,x\">a</a>") << "p a";
        QTest::newRow("other host without scheme") << QByteArray("<a href=\"//evil/x\">a</a>") << "p a";
        QTest::newRow("handler") << QByteArray("<p onclick=\"x()\" style=\"position:fixed\">a</p>") << "p a";
        QTest::newRow("drawing") << QByteArray("<svg><script>x</script><text>a</text></svg>b") << "p b";
        QTest::newRow("object") << QByteArray("<object data=\"x\">a</object><embed src=x>b") << "p b";
        QTest::newRow("comment") << QByteArray("<!-- a --><![CDATA[b]]>c") << "p c";
        QTest::newRow("picture from a pipe") << QByteArray("<img src=\"/dev/zero\">a") << "p a";
    }
    void hostileHtmlIsCleaned()
    {
        QFETCH(QByteArray, html);
        QTEST(text(html), "expected");
    }

    void bombsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("too large") << QByteArray(300 * 1024, 'a');
        QTest::newRow("too many tags") << QByteArray("<p>").repeated(6'000);
        QTest::newRow("open formatting") << QByteArray("<b a=1><i b=2><u c=3>").repeated(10) + QByteArray("<p>x").repeated(1'000);
    }
    void bombsAreRefused()
    {
        QFETCH(QByteArray, html);
        const auto blocks = parseHtml(html);
        QVERIFY(!blocks);
        QCOMPARE(blocks.error().kind, Error::Kind::TooLarge);
    }

    void deepNestingEnds()
    {
        QVERIFY(parseHtml(QByteArray("<div>").repeated(4'900) + "x"));
        QVERIFY(parseHtml(QByteArray("<div><b>").repeated(12) + QByteArray("<div>x<table><tr><td>").repeated(800)));
    }
};

WATCHFLOOR_TEST(TestHtml)
#include "tst_html.moc"
