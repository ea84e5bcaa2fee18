#include "models/core/matchersyntax.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

const QString refusal = u"refused"_s;

QString readingOf(const MatcherReading &reading)
{
    return reading.fault ? refusal : canonicalText(reading.matchers);
}

QString listOf(const QByteArray &text, MatcherGrammar grammar)
{
    return readingOf(readMatchers(goText(QByteArrayView(text)), grammar));
}

QString oneOf(const QByteArray &text, MatcherGrammar grammar)
{
    return readingOf(readMatcher(goText(QByteArrayView(text)), grammar));
}

}

class TestMatcherSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAreReadByEachGrammar_data();
    void listsAreReadByEachGrammar();
    void singlesAreReadByEachGrammar_data();
    void singlesAreReadByEachGrammar();
    void disagreementIsNamed();
    void faultsHaveTheirPlace_data();
    void faultsHaveTheirPlace();
    void unreadableRegexesAreRefused_data();
    void unreadableRegexesAreRefused();
    void namesAreQuotedWhereTheyMustBe();
    void whatIsTooLongIsRefused();
};

void TestMatcherSyntax::listsAreReadByEachGrammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("classic");
    QTest::addColumn<QString>("utf8");
    const auto same = [](const char *name, const char *text, const QString &both) { QTest::newRow(name) << QByteArray(text) << both << both; };
    const auto row = [](const char *name, const QByteArray &text, const QString &classic, const QString &utf8) { QTest::newRow(name) << text << classic << utf8; };
    same("nothing", "", u"{}"_s);
    same("blanks", "  ", u"{}"_s);
    same("no matcher", "{}", u"{}"_s);
    same("bare", "team=web", u"{team=\"web\"}"_s);
    same("two", "{team=web,env!=\"lab\"}", u"{team=\"web\",env!=\"lab\"}"_s);
    same("comma at the end", "{team=web, }", u"{team=\"web\"}"_s);
    same("comma at the end, bare", "team=web,", u"{team=\"web\"}"_s);
    same("comma inside", "team=~\"web|db,x\",env!~lab.*", u"{team=~\"web|db,x\",env!~\"lab.*\"}"_s);
    same("escapes of both", R"(a="x\"y\\z\nw")", u"{a=\"x\\\"y\\\\z\\nw\"}"_s);
    same("space around the parts", " a \t=\n x ", u"{a=\"x\"}"_s);
    same("only a comma", ",", refusal);
    same("two commas", "a=1,,b=2", refusal);
    same("two opening braces", "{{a=1}", refusal);
    same("no operator", "a", refusal);
    same("half an operator", "a!b", refusal);
    same("open quote", "a=\"x", refusal);
    same("text behind the quotes", "a=\"x\"y", refusal);
    row("no opening brace", "a=1}", u"{a=\"1\"}"_s, refusal);
    row("no closing brace", "{a=1", u"{a=\"1\"}"_s, refusal);
    row("brace left over", "{a=1}}", u"{a=\"1}\"}"_s, refusal);
    row("only an opening brace", "{", u"{}"_s, refusal);
    row("space before the brace", " {a=1}", refusal, u"{a=\"1\"}"_s);
    row("space behind the brace", "{a=1} ", u"{a=\"1}\"}"_s, u"{a=\"1\"}"_s);
    row("no value", "a=", u"{a=\"\"}"_s, refusal);
    row("no value before a comma", "a=,b=2", u"{a=\"\",b=\"2\"}"_s, refusal);
    row("bare escape", R"(a=x\n)", u"{a=\"x\\n\"}"_s, refusal);
    row("unknown escape", R"(a="\d+")", u"{a=\"\\\\d+\"}"_s, refusal);
    row("tab by its letter", R"(a="x\ty")", u"{a=\"x\\\\ty\"}"_s, u"{a=\"x\ty\"}"_s);
    row("bytes by their numbers", R"(a="\xc3\xa9")", u"{a=\"\\\\xc3\\\\xa9\"}"_s, u"{a=\"\u00e9\"}"_s);
    row("octal", R"(a="\101")", u"{a=\"\\\\101\"}"_s, u"{a=\"A\"}"_s);
    row("octal of two digits", R"(a="\10")", u"{a=\"\\\\10\"}"_s, refusal);
    row("octal above a byte", R"(a="\777")", u"{a=\"\\\\777\"}"_s, refusal);
    row("long code point", R"(a="\U0001f642")", u"{a=\"\\\\U0001f642\"}"_s, u"{a=\"\U0001f642\"}"_s);
    row("surrogate by its number", R"(a="\ud800")", u"{a=\"\\\\ud800\"}"_s, refusal);
    row("bytes that are no UTF-8 by their numbers", R"(a="\xf0\x9f")", u"{a=\"\\\\xf0\\\\x9f\"}"_s, refusal);
    row("single quote escaped", R"(a="\'")", u"{a=\"\\\\'\"}"_s, refusal);
    row("line feed in quotes", "a=\"x\ny\"", u"{a=\"x\\ny\"}"_s, refusal);
    row("single quotes", "a='x'", u"{a=\"'x'\"}"_s, refusal);
    row("operator in a bare value", "a=b=c", u"{a=\"b=c\"}"_s, refusal);
    row("space in a bare value", "a=b c", u"{a=\"b c\"}"_s, refusal);
    row("vertical tab at the end", "a=1\v", u"{a=\"1\"}"_s, u"{a=\"1\"}"_s);
    row("vertical tab before the comma", "a=1\v,b=2", u"{a=\"1\v\",b=\"2\"}"_s, u"{a=\"1\",b=\"2\"}"_s);
    row("hard space at the end", "a=1\xc2\xa0", u"{a=\"1\"}"_s, u"{a=\"1\"}"_s);
    row("name in quotes", "{\"a\"=x}", refusal, u"{a=\"x\"}"_s);
    row("name of several words", "{\"a b\"=x}", refusal, u"{\"a b\"=\"x\"}"_s);
    row("empty name", "\"\"=x", refusal, u"{=\"x\"}"_s);
    row("name with a dash", "a-b=x", refusal, u"{a-b=\"x\"}"_s);
    row("name that begins with a digit", "1a=x", refusal, u"{1a=\"x\"}"_s);
    row("name of other letters", "\xc3\xa9=x", refusal, u"{\u00e9=\"x\"}"_s);
    row("byte that is no UTF-8", "a=\xff", u"{a=\"\ufffd\"}"_s, u"{a=\"\ufffd\"}"_s);
    row("expression with a byte that is no UTF-8", "a=~web\xfe.*", u"{a=~\"web\ufffd.*\"}"_s, refusal);
    row("expression with the character that stands for one", "a=~web\ufffd.*", u"{a=~\"web\ufffd.*\"}"_s, u"{a=~\"web\ufffd.*\"}"_s);
    row("byte that is no UTF-8 in another matcher", "a=~web,b=\xfe", u"{a=~\"web\",b=\"\ufffd\"}"_s, u"{a=~\"web\",b=\"\ufffd\"}"_s);
    row("byte that is no UTF-8 in quotes", "a=\"\xff\"", u"{a=\"\ufffd\"}"_s, u"{a=\"\ufffd\"}"_s);
    row("an escape stays open over a comma", "a=\"x\\,\"y\",b=1", refusal, refusal);
    row("quote behind a comma that is escaped", "a=x\\,b=\"y,z\"", u"{a=\"x\\\\\",b=\"y,z\"}"_s, refusal);
    row("nothing behind the braces", "{a=1}b", u"{a=\"1}b\"}"_s, refusal);
}

void TestMatcherSyntax::listsAreReadByEachGrammar()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, classic);
    QFETCH(QString, utf8);
    QCOMPARE(listOf(text, MatcherGrammar::Classic), classic);
    QCOMPARE(listOf(text, MatcherGrammar::Utf8), utf8);
    QCOMPARE(listOf(text, MatcherGrammar::Fallback), classic == refusal ? utf8 : classic);
}

void TestMatcherSyntax::singlesAreReadByEachGrammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("classic");
    QTest::addColumn<QString>("utf8");
    QTest::addColumn<QString>("fallback");
    const auto row = [](const char *name, const QByteArray &text, const QString &classic, const QString &utf8, const QString &fallback) {
        QTest::newRow(name) << text << classic << utf8 << fallback;
    };
    const QString a = u"{a=\"1\"}"_s;
    row("plain", "a=1", a, a, a);
    row("spaces", "  a = \"1\" ", a, a, a);
    row("braces", "{a=1}", refusal, a, refusal);
    row("closing brace", "a=1}", u"{a=\"1}\"}"_s, refusal, refusal);
    row("two", "a=1,b=2", u"{a=\"1,b=2\"}"_s, refusal, u"{a=\"1,b=2\"}"_s);
    row("comma at the end", "a=1,", u"{a=\"1,\"}"_s, a, u"{a=\"1,\"}"_s);
    row("nothing", "", refusal, refusal, refusal);
    row("byte that is no UTF-8", "a=\xff", refusal, u"{a=\"\ufffd\"}"_s, u"{a=\"\ufffd\"}"_s);
    row("vertical tab at the end", "a=1\v", u"{a=\"1\v\"}"_s, a, u"{a=\"1\v\"}"_s);
    row("name in quotes", "\"a b\"=1", refusal, u"{\"a b\"=\"1\"}"_s, u"{\"a b\"=\"1\"}"_s);
}

void TestMatcherSyntax::singlesAreReadByEachGrammar()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, classic);
    QFETCH(QString, utf8);
    QFETCH(QString, fallback);
    QCOMPARE(oneOf(text, MatcherGrammar::Classic), classic);
    QCOMPARE(oneOf(text, MatcherGrammar::Utf8), utf8);
    QCOMPARE(oneOf(text, MatcherGrammar::Fallback), fallback);
}

void TestMatcherSyntax::disagreementIsNamed()
{
    const auto disagreement = [](QStringView text) { return readMatchers(goText(text), MatcherGrammar::Fallback).disagreement; };
    QCOMPARE(disagreement(u"a=1"), QString());
    QCOMPARE(disagreement(u"{}"), QString());
    QCOMPARE(disagreement(u"\"a b\"=1"), QString());
    QVERIFY(disagreement(u"a=\"x\\ty\"").contains(u"the grammars disagree"_s));
    QVERIFY(disagreement(u"a=\"x\\ty\"").contains(u"classic reads {a=\"x\\\\ty\"}"_s));
    const QString onlyClassic = disagreement(u"a=x y");
    QVERIFY2(onlyClassic.startsWith(u"only the classic grammar reads this (UTF-8: 4:5: y"_s), qPrintable(onlyClassic));
    QVERIFY(onlyClassic.endsWith(u"both read {a=\"x y\"}"_s));
    QCOMPARE(disagreement(u"a=\"x y\""), QString());
    QVERIFY(readMatchers(goText(u"a=x y"), MatcherGrammar::Classic).disagreement.isEmpty());
}

void TestMatcherSyntax::faultsHaveTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("column");
    QTest::newRow("brace without its pair") << u"team=web}"_s << u"8:9: }: "_s << 9;
    QTest::newRow("text behind a value") << u"{team=:\"web\"}"_s << u"7:12: \"web\": "_s << 8;
    QTest::newRow("unknown escape") << u"{team=\"w\\w\"}"_s << u"6:11: \"w\\w\": "_s << 7;
    QTest::newRow("bare backslash") << u"{a=b\\n}"_s << u"4:5: \\: "_s << 5;
    QTest::newRow("columns are code points") << u"{\U0001f642=\U0001f642 x}"_s << u"5:6: x: "_s << 6;
    QTest::newRow("end") << u"{a=b"_s << u"4:4: end of the text: "_s << 5;
    QTest::newRow("half an operator") << u"a!b"_s << u"1:2: !: = or ~"_s << 2;
    QTest::newRow("regular expression") << u"a=~\"[\""_s << u"3:6: \"[\": not a regular expression"_s << 4;
}

void TestMatcherSyntax::faultsHaveTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    QFETCH(int, column);
    const MatcherReading reading = readMatchers(goText(text), MatcherGrammar::Utf8);
    QVERIFY(reading.fault);
    QVERIFY2(reading.fault->message.startsWith(place), qPrintable(reading.fault->message));
    QCOMPARE(reading.fault->column.value_or(0), column);
}

void TestMatcherSyntax::unreadableRegexesAreRefused_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("read");
    const auto row = [](const QString &pattern, bool read) { QTest::addRow("%s", qPrintable(pattern.left(40))) << pattern << read; };
    row(u"\\C"_s, false);
    row(u"\\Q\\C\\E"_s, true);
    row(u"\\\\C"_s, true);
    row(u"\\pN\\p{Greek}[[:alpha:]]\\x{10FFFF}\\z"_s, true);
    row(u"\\Z"_s, false);
    row(u"(?P<n>a)(?<m>b)"_s, true);
    row(u"(?P<\u00e9>a)"_s, false);
    row(u"(?P<>a)"_s, false);
    row(u"[(?P<\u00e9>a]"_s, true);
    row(u"\\(?<"_s, true);
    row(u"(?<=a)b"_s, false);
    row(u"(?<!a)b"_s, false);
    row(u"(?=a)"_s, false);
    row(u"(a)\\1"_s, false);
    row(u"a{1000}"_s, true);
    row(u"a{1001}"_s, false);
    row(u"(?:a{100}){11}"_s, false);
    row(u"a**"_s, false);
    row(u"*"_s, false);
    row(u"a\\"_s, false);
    row(u"(?:\\pL{500}){2}"_s, true);
    row(QString(999, u'(') + u'a' + QString(999, u')'), true);
    row(QString(1100, u'(') + u'a' + QString(1100, u')'), false);
}

void TestMatcherSyntax::unreadableRegexesAreRefused()
{
    QFETCH(QString, pattern);
    QFETCH(bool, read);
    QCOMPARE(bool(Matcher::make(u"a"_s, Matcher::Operator::Matches, pattern)), read);
    QVERIFY(Matcher::make(u"a"_s, Matcher::Operator::Equal, pattern));
}

void TestMatcherSyntax::namesAreQuotedWhereTheyMustBe()
{
    const auto text = [](const QString &name, const QString &value) { return Matcher::make(name, Matcher::Operator::NotEqual, value)->toString(); };
    QCOMPARE(text(u"a.b"_s, u"x\ty"_s), u"a.b!=\"x\ty\""_s);
    QCOMPARE(text(u"a b"_s, u"x\ty"_s), u"\"a b\"!=\"x\\ty\""_s);
    QCOMPARE(text(u"a{"_s, u"\u00e9\u202e\U0001f642\x01\u00a0"_s), u"\"a{\"!=\"\u00e9\\u202e\U0001f642\\x01\\u00a0\""_s);
    for (const QString &name : {u"a b"_s, u"1"_s, u"\u00e9"_s, u"a\"b\\c"_s}) {
        const auto made = Matcher::make(name, Matcher::Operator::Equal, u"line\nfeed \"quoted\" \\ \u202e"_s);
        const auto read = readMatchers(goText(made->toString()), MatcherGrammar::Utf8);
        QVERIFY2(!read.fault && read.matchers.front() == *made, qPrintable(made->toString()));
    }
}

void TestMatcherSyntax::whatIsTooLongIsRefused()
{
    const QString text = u"a=\""_s + QString(1 << 20, u'x') + u'"';
    for (const auto grammar : {MatcherGrammar::Classic, MatcherGrammar::Utf8, MatcherGrammar::Fallback}) {
        QVERIFY(readMatchers(goText(text), grammar).fault);
        QVERIFY(readMatcher(goText(text), grammar).fault);
    }
}

WATCHFLOOR_TEST(TestMatcherSyntax)
#include "tst_matchersyntax.moc"
