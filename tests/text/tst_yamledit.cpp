#include "models/text/yamledit.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

YamlValue text(const char *value)
{
    return YamlValue::text(QString::fromUtf8(value));
}

YamlValue valueOf(const YamlNode &node)
{
    switch (node.kind()) {
    case YamlNode::Kind::Null:
        return YamlValue::plain(QStringLiteral("~"));
    case YamlNode::Kind::Scalar:
        return YamlValue::text(node.scalar());
    case YamlNode::Kind::Sequence: {
        YamlValue value = YamlValue::sequence();
        for (const YamlNode &item : node.items())
            value.items.push_back(valueOf(item));
        return value;
    }
    case YamlNode::Kind::Map: {
        YamlValue value = YamlValue::map();
        for (const QString &key : node.keys())
            value.add(key, valueOf(node.at(key)));
        return value;
    }
    }
    return {};
}

YamlNode rootOf(const QByteArray &document)
{
    const YamlFile file = readYaml(document, QStringLiteral("a.yaml"));
    return file.documents.empty() ? YamlNode() : file.documents.front();
}

void set(YamlValue &map, const char *key, YamlValue value)
{
    for (auto &[name, old] : map.entries) {
        if (name == QLatin1String(key)) {
            old = std::move(value);
            return;
        }
    }
    map.add(QString::fromLatin1(key), std::move(value));
}

const QByteArray commented = "# Payment's dashboard\n"
                             "dashboard: Payment   # shown on the wall\n"
                             "panels:\n"
                             "  # what hurts\n"
                             "  - title: Errors     # of all calls\n"
                             "    kind: timeseries\n"
                             "    queries:\n"
                             "      - {expr: 'a{b=\"c\"}', legend: '{{x}}'}  # by service\n"
                             "      - up\n"
                             "    # limits agreed with finance\n"
                             "    thresholds: [{above: 0.01, state: critical}]\n"
                             "\n"
                             "  - {title: Up, queries: [up], # all of them\n"
                             "     kind: stat}\n";

} // namespace

class TestYamlEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatDoesNotChange()
    {
        const YamlNode root = rootOf(commented);
        const YamlValue value = valueOf(root);
        YamlEdit edit(commented);
        edit.change(root, value, value);
        QCOMPARE(edit.result(), commented);
    }

    void changesOnePlace_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a plain text with a comment") << "title" << QByteArray("title: Errors     #") << QByteArray("title: Failures     #");
        QTest::newRow("one that needs quotes") << "quoted" << QByteArray("dashboard: Payment   #") << QByteArray("dashboard: '- \"x\": y'   #");
        QTest::newRow("in a flow map of a block list") << "legend" << QByteArray("legend: '{{x}}'}") << QByteArray("legend: '{{y}}'}");
        QTest::newRow("a key more in a flow map") << "step" << QByteArray("legend: '{{x}}'}") << QByteArray("legend: '{{x}}', step: 15s}");
        QTest::newRow("a plain item becomes a map") << "item" << QByteArray("      - up\n") << QByteArray("      - {expr: up, legend: Up}\n");
        QTest::newRow("a key more in a block map") << "unit" << QByteArray("state: critical}]\n") << QByteArray("state: critical}]\n    unit: s\n");
        QTest::newRow("a key less in a block map") << "no kind" << QByteArray("    kind: timeseries\n") << QByteArray("");
        QTest::newRow("a key less in a flow map") << "no stat" << QByteArray("[up], # all of them\n     kind: stat}") << QByteArray("[up]}");
        QTest::newRow("a number") << "limit" << QByteArray("above: 0.01") << QByteArray("above: 0.5");
        QTest::newRow("an item more in a flow list") << "more" << QByteArray("critical}]") << QByteArray("critical}, {above: 1, state: warning}]");
    }
    void changesOnePlace()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const YamlNode root = rootOf(commented);
        const YamlValue before = valueOf(root);
        YamlValue after = before;
        YamlValue &panels = after.entries[1].second;
        YamlValue &errors = panels.items[0];
        YamlValue &queries = errors.entries[2].second;
        YamlValue &limits = errors.entries[3].second;
        if (what == u"title")
            set(errors, "title", text("Failures"));
        else if (what == u"quoted")
            set(after, "dashboard", text("- \"x\": y"));
        else if (what == u"legend")
            set(queries.items[0], "legend", text("{{y}}"));
        else if (what == u"step")
            set(queries.items[0], "step", text("15s"));
        else if (what == u"item") {
            queries.items[1] = YamlValue::map();
            set(queries.items[1], "expr", text("up"));
            set(queries.items[1], "legend", text("Up"));
        } else if (what == u"unit")
            set(errors, "unit", text("s"));
        else if (what == u"no kind")
            errors.entries.erase(errors.entries.begin() + 1);
        else if (what == u"no stat")
            panels.items[1].entries.pop_back();
        else if (what == u"limit")
            set(limits.items[0], "above", YamlValue::number(0.5));
        else {
            limits.items.push_back(YamlValue::map());
            set(limits.items[1], "above", YamlValue::number(1));
            set(limits.items[1], "state", text("warning"));
        }
        YamlEdit edit(commented);
        edit.change(root, before, after);
        QCOMPARE(commented.count(from), 1);
        QCOMPARE(edit.result(), QByteArray(commented).replace(from, to));
        const YamlValue read = valueOf(rootOf(edit.result()));
        QCOMPARE(flowText(read).replace("'0.5'", "0.5").replace("'1'", "1").replace("'0.01'", "0.01"), flowText(after).replace("'0.01'", "0.01"));
    }

    void addsAndRemovesItems()
    {
        const YamlNode root = rootOf(commented);
        YamlEdit edit(commented);
        YamlValue panel = YamlValue::map();
        panel.add(QStringLiteral("title"), text("New"));
        edit.append(root.at(QStringLiteral("panels")), panel);
        edit.remove(root.at(QStringLiteral("panels")), 0);
        const QByteArray result = edit.result();
        QVERIFY2(result.contains("# what hurts\n"), result.constData());
        QVERIFY2(!result.contains("Errors"), result.constData());
        QVERIFY2(result.endsWith("     kind: stat}\n  - {title: New}\n"), result.constData());
        QCOMPARE(rootOf(result).at(QStringLiteral("panels")).items().size(), size_t(2));
    }

    /// Items go and come where they do, and those that stay keep what stands beside them.
    void keepsItemsThatStay_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray block = "a:\n  # first\n  - one # 1\n  - two # 2\n  - three # 3\nb: 1\n";
        QTest::newRow("the first goes") << block << "two three" << QByteArray("a:\n  # first\n  - two # 2\n  - three # 3\nb: 1\n");
        QTest::newRow("the middle goes") << block << "one three" << QByteArray("a:\n  # first\n  - one # 1\n  - three # 3\nb: 1\n");
        QTest::newRow("two go") << block << "one" << QByteArray("a:\n  # first\n  - one # 1\nb: 1\n");
        QTest::newRow("all go") << block << "" << QByteArray("a:\n  # first\n  [] # 3\nb: 1\n");
        QTest::newRow("one before") << block << "zero one two three" << QByteArray("a:\n  # first\n  - zero\n  - one # 1\n  - two # 2\n  - three # 3\nb: 1\n");
        QTest::newRow("one between") << block << "one x two three" << QByteArray("a:\n  # first\n  - one # 1\n  - x\n  - two # 2\n  - three # 3\nb: 1\n");
        QTest::newRow("one behind") << block << "one two three x" << QByteArray("a:\n  # first\n  - one # 1\n  - two # 2\n  - three # 3\n  - x\nb: 1\n");
        QTest::newRow("one changes and one goes") << block << "x three" << QByteArray("a:\n  # first\n  - x # 1\n  - three # 3\nb: 1\n");
        const QByteArray flow = "a: [one, two, three] # all\n";
        QTest::newRow("the first goes, inline") << flow << "two three" << QByteArray("a: [two, three] # all\n");
        QTest::newRow("two go, inline") << flow << "one" << QByteArray("a: [one] # all\n");
        QTest::newRow("all go, inline") << flow << "" << QByteArray("a: [] # all\n");
        QTest::newRow("one before, inline") << flow << "zero one two three" << QByteArray("a: [zero, one, two, three] # all\n");
        QTest::newRow("two between, inline") << flow << "one x z two three" << QByteArray("a: [one, x, z, two, three] # all\n");
        QTest::newRow("one behind, inline") << flow << "one two three x" << QByteArray("a: [one, two, three, x] # all\n");
        QTest::newRow("others, inline") << flow << "x z" << QByteArray("a: [x, z] # all\n");
    }
    void keepsItemsThatStay()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, wanted);
        QFETCH(QByteArray, expected);
        const YamlNode root = rootOf(document);
        const YamlValue before = valueOf(root);
        YamlValue after = before;
        YamlValue list = YamlValue::sequence();
        for (const QString &word : wanted.split(u' ', Qt::SkipEmptyParts))
            list.items.push_back(YamlValue::text(word));
        set(after, "a", list);
        YamlEdit edit(document);
        edit.change(root, before, after);
        QCOMPARE(QString::fromUtf8(edit.result()), QString::fromUtf8(expected));
        QCOMPARE(flowText(valueOf(rootOf(edit.result()))), flowText(after));
    }

    void knowsOtherLayouts_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a folded text") << QByteArray("a: >\n  one\n  two\nb: 1\n") << QByteArray("a: new\nb: 1\n");
        QTest::newRow("a literal text at the end") << QByteArray("b: 1\na: |\n  one\n\n  # two\n") << QByteArray("b: 1\na: new\n");
        QTest::newRow("a plain text of two lines") << QByteArray("a: one\n  two\nb: 1\n") << QByteArray("a: new\nb: 1\n");
        QTest::newRow("nothing there") << QByteArray("a:\nb: 1\n") << QByteArray("a: new\nb: 1\n");
        QTest::newRow("a quoted text over two lines") << QByteArray("a: \"one\n  two\" # c\nb: 1\n") << QByteArray("a: new # c\nb: 1\n");
        QTest::newRow("windows line ends") << QByteArray("a: one\r\nb: 1\r\n") << QByteArray("a: new\r\nb: 1\r\n");
        QTest::newRow("no line end") << QByteArray("b: 1\na: one") << QByteArray("b: 1\na: new");
        QTest::newRow("a list at the key's own column") << QByteArray("a:\n- one\n- two\nb: 1\n") << QByteArray("a: new\nb: 1\n");
        QTest::newRow("characters of several bytes before it") << QByteArray("{\"\xC3\xA4\xE2\x82\xAC\": 1, a: one, b: 1}") << QByteArray("{\"\xC3\xA4\xE2\x82\xAC\": 1, a: new, b: 1}");
        QTest::newRow("a quoted key") << QByteArray("\"a\": one\nb: 1\n") << QByteArray("\"a\": new\nb: 1\n");
    }
    void knowsOtherLayouts()
    {
        QFETCH(QByteArray, document);
        const YamlNode root = rootOf(document);
        const YamlValue before = valueOf(root);
        YamlValue after = before;
        set(after, "a", text("new"));
        YamlEdit edit(document);
        edit.change(root, before, after);
        QTEST(edit.result(), "expected");
    }

    void writesTextsThatReadBack_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *sample : {"", "a", "true", "No", "1.5", "0x1F", "- a", "a: b", "#a", " a", "it's", "it's \"both\"", "{{x}}", "a\nb", "tab\there", "null", "~",
                                   "rate(a{b=\"c\", d=~'e.*'}[5m])", "\\d+", "100%", "@x", "\x7f", "a, b", "[x]", "\xC3\xA4"})
            QTest::newRow(sample) << QString::fromUtf8(sample);
    }
    void writesTextsThatReadBack()
    {
        QFETCH(QString, text);
        const QByteArray document = "{a: " + flowText(YamlValue::text(text)) + ", b: 1}";
        const YamlNode node = rootOf(document).at(QStringLiteral("a"));
        QVERIFY2(node.isScalar(), document.constData());
        QCOMPARE(node.scalar(), text);
        QCOMPARE(rootOf(document).at(QStringLiteral("b")).scalar(), QStringLiteral("1"));
    }

    void writesNumbersAsShortAsTheyAre()
    {
        QCOMPARE(flowText(YamlValue::number(0.1)), QByteArray("0.1"));
        QCOMPARE(flowText(YamlValue::number(-3)), QByteArray("-3"));
        QCOMPARE(flowText(YamlValue::number(1.0 / 3)).toDouble(), 1.0 / 3);
    }
};

WATCHFLOOR_TEST(TestYamlEdit)
#include "tst_yamledit.moc"
