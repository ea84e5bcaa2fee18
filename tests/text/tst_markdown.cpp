#include "models/text/markdown.h"
#include "tests/support/testregistry.h"
#include "tests/text/spantext.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
QString blockText(const MarkdownBlock &block)
{
    switch (block.kind) {
    case MarkdownBlock::Kind::Heading: return QStringLiteral("h%1 ").arg(block.level) + spansText(block.spans);
    case MarkdownBlock::Kind::Paragraph: return QStringLiteral("p ") + spansText(block.spans);
    case MarkdownBlock::Kind::ListItem: return QStringLiteral("li%1 %2 ").arg(block.level).arg(block.number) + spansText(block.spans);
    case MarkdownBlock::Kind::Quote: return QStringLiteral("q%1 ").arg(block.level) + spansText(block.spans);
    case MarkdownBlock::Kind::Code: return QStringLiteral("code@%1 {%2} ").arg(block.line).arg(block.info) + block.code;
    case MarkdownBlock::Kind::Rule: return QStringLiteral("hr");
    case MarkdownBlock::Kind::TableRow: return rowText(block);
    }
    return {};
}

QStringList texts(const QByteArray &markdown)
{
    const auto blocks = parseMarkdown(markdown);
    if (!blocks)
        return {QStringLiteral("error ") + blocks.error().detail};
    QStringList all;
    for (const MarkdownBlock &block : *blocks)
        all.append(blockText(block));
    return all;
}
}

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flattensBlocks_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QStringList>("expected");
        const auto list = [](auto... text) { return QStringList{QString::fromUtf8(text)...}; };
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("heading and paragraph") << QByteArray("# One\n\nTwo *three* **four** `five`.\n") << list("h1 One", "p Two *three* **four** `five`.");
        QTest::newRow("soft and hard break") << QByteArray("a\nb  \nc\n") << list("p a b\nc");
        QTest::newRow("bullets, nested") << QByteArray("- a\n  - b\n- c\n") << list("li0 0 a", "li1 0 b", "li0 0 c");
        QTest::newRow("numbers") << QByteArray("3. a\n4. b\n") << list("li0 3 a", "li0 4 b");
        QTest::newRow("loose item with two paragraphs") << QByteArray("1. a\n\n   b\n\n2. c\n") << list("li0 1 a", "p b", "li0 2 c");
        QTest::newRow("item with code") << QByteArray("1. Do\n   ```sh x=1\n   ls\n   ```\n") << list("li0 1 Do", "code@2 {sh x=1} ls\n");
        QTest::newRow("quote") << QByteArray("> a\n>> b\n\nc\n") << list("q1 a", "q2 b", "p c");
        QTest::newRow("rule") << QByteArray("a\n\n---\n") << list("p a", "hr");
        QTest::newRow("indented code") << QByteArray("a\n\n    code\n    more\n") << list("p a", "code@3 {} code\nmore\n");
        QTest::newRow("table") << QByteArray("|a|b|\n|---|---|\n|1|*2*|\n|3|\n") << list("th a|b", "td 1|*2*", "td 3|");
        QTest::newRow("entities") << QByteArray("&lt;b&gt; &#x41;&#66; &#0; &wat; &amp;lt;") << list("p <b> AB \xef\xbf\xbd &wat; &lt;");
        QTest::newRow("not UTF-8") << QByteArray("a\xff" "b") << list("p a\xef\xbf\xbd" "b");
        QTest::newRow("html is the text that was written") << QByteArray("<b onclick=x>a</b>\n\n<script>alert(1)</script>\n")
                                                           << list("p <b onclick=x>a</b>", "p <script>alert(1)</script>");
        QTest::newRow("image is the text that was written") << QByteArray("![a *b*](file:///dev/zero)") << list("p ![a *b*](file:///dev/zero)");
    }

    void flattensBlocks()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(markdown), expected);
    }

    void keepsFencesAsWritten_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QStringList>("expected");
        const auto list = [](auto... text) { return QStringList{QString::fromUtf8(text)...}; };
        QTest::newRow("attributes") << QByteArray("a\n\n```sh step=\"Check out\" timeout=60s\ngit checkout \"$commit\"\n```\n")
                                    << list("p a", "code@3 {sh step=\"Check out\" timeout=60s} git checkout \"$commit\"\n");
        QTest::newRow("escaped quotes") << QByteArray("```sh undo=\"a \\\"b\\\" &amp;\"\nx\n```\n") << list("code@1 {sh undo=\"a \\\"b\\\" &amp;\"} x\n");
        QTest::newRow("escaped quotes and an empty first line") << QByteArray("\n\n~~~sh undo=\"\\\"\"\n\n\nx\n~~~\n")
                                                                << list("code@3 {sh undo=\"\\\"\"} \n\nx\n");
        QTest::newRow("nothing in it") << QByteArray("p\n\n```sh a=\"\\\"\"\n```\n\n```\n```\n")
                                       << list("p p", "code@3 {sh a=\"\\\"\"} ", "code@6 {} ");
        QTest::newRow("inside a quote") << QByteArray("> ```sh\n> ls\n> ```\n") << list("code@1 {sh} ls\n");
        QTest::newRow("fence in a fence") << QByteArray("````md\n```sh\nls\n```\n````\n\n```\n\n```\n")
                                          << list("code@1 {md} ```sh\nls\n```\n", "code@7 {} \n");
        QTest::newRow("never closed") << QByteArray("```sh\nls") << list("code@1 {sh} ls\n");
        QTest::newRow("windows lines") << QByteArray("a\r\n\r\n```sh step=\"x\"\r\nls\r\n```\r\n") << list("p a", "code@3 {sh step=\"x\"} ls\n");
        QTest::newRow("indented code inside") << QByteArray("```sh\n        ls\n```\n") << list("code@1 {sh}         ls\n");
    }

    void keepsFencesAsWritten()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(markdown), expected);
    }

    void linksOnlyWhereAllowed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https") << QByteArray("https://example.com/a?b=c#d") << true;
        QTest::newRow("http in capitals") << QByteArray("HTTP://example.com") << true;
        QTest::newRow("relative") << QByteArray("runbooks/other.md") << true;
        QTest::newRow("fragment") << QByteArray("#below") << true;
        QTest::newRow("colon behind a slash") << QByteArray("a/b:c") << true;
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("javascript behind an entity") << QByteArray("java&#x73;cript:alert(1)") << false;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("data") << QByteArray("data:text/html,x") << false;
        QTest::newRow("other host without a scheme") << QByteArray("//evil.example.com/x") << false;
        QTest::newRow("custom scheme") << QByteArray("ms-msdt:x") << false;
        QTest::newRow("control character") << QByteArray("java&#10;script:alert(1)") << false;
        QTest::newRow("bidi override") << QByteArray("https://example.com/&#x202e;gpj.exe") << false;
        QTest::newRow("backslashes") << QByteArray("\\\\\\\\host\\\\share") << false;
        QTest::newRow("no scheme before the colon") << QByteArray("1x:y") << false;
    }

    void linksOnlyWhereAllowed()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, allowed);
        const auto blocks = parseMarkdown("see [*here*](" + target + ")\n");
        QVERIFY(blocks.ok());
        QCOMPARE(blocks->size(), size_t(1));
        QCOMPARE((*blocks)[0].spans.size(), size_t(2));
        QCOMPARE((*blocks)[0].spans[1].text, QStringLiteral("here"));
        QCOMPARE((*blocks)[0].spans[1].link, allowed ? QString::fromUtf8(target) : QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::newRow("over 1 MiB") << QByteArray(1024 * 1024 + 1, 'x');
        QTest::newRow("40 quotes") << QByteArray(40, '>') + " x\n";
        QTest::newRow("many lines of many quotes") << (QByteArray(900, '>') + "\n").repeated(1'000);
        QTest::newRow("40 lists") << QByteArray("- ").repeated(40) + "x\n";
        QTest::newRow("table of many columns and rows") << QByteArray("a|").repeated(20'000) + "\n" + QByteArray("---|").repeated(20'000) + "\n"
                                                           + QByteArray("a|\n").repeated(20'000);
    }

    void refuses()
    {
        QFETCH(QByteArray, markdown);
        const auto blocks = parseMarkdown(markdown);
        QVERIFY(!blocks.ok());
        QCOMPARE(blocks.error().kind, Error::Kind::TooLarge);
        QVERIFY(!blocks.error().detail.isEmpty());
    }

    /// What is slow or endless elsewhere (safety.md T4, T5) ends here, read or refused.
    void hostileTextsEnd_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::newRow("22 nested tables") << QByteArray("<table><tr><td>").repeated(22) + "x";
        QTest::newRow("open brackets") << QByteArray(60'000, '[');
        QTest::newRow("open links") << QByteArray("[a](").repeated(15'000);
        QTest::newRow("emphasis") << QByteArray("*a **b ").repeated(10'000);
        QTest::newRow("backticks") << QByteArray("`a``b").repeated(10'000);
        QTest::newRow("entities") << QByteArray("&#x").repeated(20'000);
        QTest::newRow("angles") << QByteArray("<a").repeated(20'000);
        QTest::newRow("empty fences") << QByteArray("```\n```\n").repeated(10'000);
        QTest::newRow("dashes") << QByteArray("- ").repeated(30'000);
        QTest::newRow("a list item on each line") << QByteArray("- a\n").repeated(30'000);
        QTest::newRow("one word of 1 MiB") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("references") << QByteArray("[a]: b\n").repeated(10'000) + QByteArray("[a] ").repeated(10'000);
    }

    void hostileTextsEnd()
    {
        QFETCH(QByteArray, markdown);
        const auto blocks = parseMarkdown(markdown);
        QVERIFY(blocks.ok() ? blocks->size() <= size_t(markdown.size()) : !blocks.error().detail.isEmpty());
    }

    void everyCutOfADocumentEnds()
    {
        const QByteArray text = "# a\n\n1. b\n   - c `d` [e](f)\n\n> ```sh x=\"\\\"\"\n> g\n> ```\n\n|h|i|\n|---|---|\n|j|![k](l)|\n\n***\n&amp;\n";
        for (qsizetype length = 0; length <= text.size(); ++length)
            QVERIFY(parseMarkdown(text.left(length)).ok());
    }
};

WATCHFLOOR_TEST(TestMarkdown)
#include "tst_markdown.moc"
