#include "models/core/matcher.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void everyMatcherMustMatch();
    void catastrophicPatternsAreLinear();
    void canonicalFormReadsBack();
};

void TestMatcher::matches_data()
{
    QTest::addColumn<QString>("matcher");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("equal") << u"a=x"_s << u"x"_s << true;
    QTest::newRow("equal is not a part") << u"a=x"_s << u"xx"_s << false;
    QTest::newRow("equal to nothing is absent") << u"a=\"\""_s << u""_s << true;
    QTest::newRow("unequal") << u"a!=x"_s << u"y"_s << true;
    QTest::newRow("absent is unequal") << u"a!=x"_s << u""_s << true;
    QTest::newRow("regex is anchored") << u"a=~x"_s << u"ax"_s << false;
    QTest::newRow("regex alternatives are anchored as a whole") << u"a=~\"x|y\""_s << u"xz"_s << false;
    QTest::newRow("regex alternative") << u"a=~\"x|y\""_s << u"y"_s << true;
    QTest::newRow("absent matches anything optional") << u"a=~\".*\""_s << u""_s << true;
    QTest::newRow("absent is not something") << u"a=~\".+\""_s << u""_s << false;
    QTest::newRow("not regex") << u"a!~\"lab-.*\""_s << u"prod-1"_s << true;
    QTest::newRow("not regex that matches") << u"a!~\"lab-.*\""_s << u"lab-1"_s << false;
    QTest::newRow("unicode") << u"a=~\"pr.fen\""_s << u"prüfen"_s << true;
    QTest::newRow("case counts") << u"a=X"_s << u"x"_s << false;
    QTest::newRow("a dot is no line feed") << u"a=~\"x.y\""_s << u"x\ny"_s << false;
    QTest::newRow("a dot that is told to be one") << u"a=~\"(?s)x.y\""_s << u"x\ny"_s << true;
    QTest::newRow("a class may hold a line feed") << u"a=~\"x[^a]y\""_s << u"x\ny"_s << true;
    QTest::newRow("an end is the end of all") << u"a=~\"x\""_s << u"x\n"_s << false;
    QTest::newRow("group of newer Go") << u"a=~\"(?<n>x)[(?<]\""_s << u"x<"_s << true;
    QTest::newRow("parts outside of the group, as concatenated") << u"a=~\"x)|(?:y\""_s << u"xz"_s << true;
    QTest::newRow("case may be ignored") << u"a=~\"(?i)X\""_s << u"x"_s << true;
}

void TestMatcher::matches()
{
    QFETCH(QString, matcher);
    QFETCH(QString, value);
    QFETCH(bool, expected);
    const auto made = parseMatcher(matcher);
    QVERIFY(made);
    QCOMPARE(made->matchesValue(value), expected);
    QCOMPARE(made->matches({{u"a"_s, value}}), expected);
}

void TestMatcher::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("bare") << u"severity=critical"_s << u"{severity=\"critical\"}"_s;
    QTest::newRow("list in braces") << u"{a=\"1\", b!~\"2|3\",}"_s << u"{a=\"1\", b!~\"2|3\"}"_s;
    QTest::newRow("comma in quotes") << u"a=\"1,2\",b=3"_s << u"{a=\"1,2\", b=\"3\"}"_s;
    QTest::newRow("escaped quote") << u"a=\"x\\\"y\""_s << u"{a=\"x\\\"y\"}"_s;
    QTest::newRow("escaped backslash at the end") << u"a=\"x\\\\\""_s << u"{a=\"x\\\\\"}"_s;
    QTest::newRow("newline") << u"a=\"x\\ny\""_s << u"{a=\"x\\ny\"}"_s;
    QTest::newRow("spaces around") << u"  a  =~  \"x\"  "_s << u"{a=~\"x\"}"_s;
    QTest::newRow("operators in values") << u"a=\"b=~c!=d\""_s << u"{a=\"b=~c!=d\"}"_s;
    QTest::newRow("braces in values") << u"a=\"{x}\""_s << u"{a=\"{x}\"}"_s;
    QTest::newRow("none") << u"{}"_s << u"{}"_s;
    QTest::newRow("nothing") << u""_s << u"{}"_s;
    QTest::newRow("one brace is enough, as in Alertmanager") << u"{a=x"_s << u"{a=\"x\"}"_s;
    QTest::newRow("a name of UTF-8") << u"{\"a b\"=x, pr\u00fcfen=y}"_s << u"{\"a b\"=\"x\", pr\u00fcfen=\"y\"}"_s;
}

void TestMatcher::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto matchers = parseMatchers(text);
    QVERIFY2(matchers, matchers ? "" : qPrintable(matchers.error().detail));
    QCOMPARE(matchersText(*matchers), canonical);
}

void TestMatcher::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"a", "=x", "a=\"x", "a=x\"", "a=\"x\\\"", "a=1,,b=2", ",a=1", "a=~\"(\"", "a=~\"(?=x)y\"",
                             "a=~\"(x)\\1\"", "a!x", "a=\"x\"y\"", "{{a=1}", "{a=1}b\""})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void TestMatcher::refuses()
{
    QFETCH(QString, text);
    const auto matchers = parseMatchers(text);
    QVERIFY(!matchers);
    QCOMPARE(int(matchers.error().kind), int(Error::Kind::Malformed));
    const auto single = parseMatcher(text);
    QVERIFY(!single || text.contains(u',') || text.endsWith(u'}'));
}

void TestMatcher::everyMatcherMustMatch()
{
    const Labels labels{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    QVERIFY(matchAll(*parseMatchers(u"a=1,b=2"), labels));
    QVERIFY(!matchAll(*parseMatchers(u"a=1,b=3"), labels));
    QVERIFY(matchAll({}, labels));
}

void TestMatcher::catastrophicPatternsAreLinear()
{
    const auto matcher = parseMatcher(u"a=~\"(a+)+\"");
    QVERIFY(matcher);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!matcher->matchesValue(QString(10'000, u'a') + u'!'));
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(!parseMatcher(u"a=~\"((x{1000}){1000}){1000}\""));
}

void TestMatcher::canonicalFormReadsBack()
{
    for (const QString &value : {u"plain"_s, u"q\"uote"_s, u"back\\slash"_s, u"new\nline"_s, u"\\n"_s, u"trailing\\"_s, u"a,b={}"_s, u"  "_s}) {
        const auto made = Matcher::make(u"a"_s, Matcher::Operator::NotEqual, value);
        QVERIFY(made);
        const auto read = parseMatchers(u"{"_s + made->toString() + u"}"_s);
        QVERIFY2(read, qPrintable(made->toString()));
        QVERIFY(read->front() == *made);
    }
}

WATCHFLOOR_TEST(TestMatcher)
#include "tst_matcher.moc"
