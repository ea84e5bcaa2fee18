#include "models/frames/pattern.h"
#include "models/frames/cell.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsMatch_data();
    void textsMatch();
    void matchesAreReplaced_data();
    void matchesAreReplaced();
    void whatIsNoPatternMatchesNothing_data();
    void whatIsNoPatternMatchesNothing();
    void textsAreNumbers_data();
    void textsAreNumbers();
};

void TestPattern::textsMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("without slashes the whole text") << u"a.c"_s << u"abc"_s << true;
    QTest::newRow("without slashes not a part") << u"a.c"_s << u"xabc"_s << false;
    QTest::newRow("with slashes a part") << u"/b/"_s << u"abc"_s << true;
    QTest::newRow("anchors of its own") << u"/^b/"_s << u"abc"_s << false;
    QTest::newRow("case counts") << u"/B/"_s << u"abc"_s << false;
    QTest::newRow("case does not count") << u"/B/i"_s << u"abc"_s << true;
    QTest::newRow("lines") << u"/^c$/m"_s << u"a\nc"_s << true;
    QTest::newRow("slashes within") << u"/a/b/"_s << u"xa/by"_s << true;
    QTest::newRow("flags after a slash within") << u"/a/b/i"_s << u"xA/By"_s << true;
    QTest::newRow("alternatives bind as JavaScript binds them") << u"a|b"_s << u"ax"_s << true;
}

void TestPattern::textsMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QVERIFY(Pattern(pattern).isValid());
    QCOMPARE(Pattern(pattern).matches(text), matches);
}

void TestPattern::matchesAreReplaced_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("expected");
    QTest::newRow("groups") << u"(.*)-(.*)"_s << u"$2 $1"_s << u"x a-b"_s;
    QTest::newRow("the whole") << u"/-/"_s << u"<$&>"_s << u"a<->b-x"_s;
    QTest::newRow("everywhere") << u"/-/g"_s << u"+"_s << u"a+b+x"_s;
    QTest::newRow("a dollar") << u"/-/"_s << u"$$1"_s << u"a$1b-x"_s;
    QTest::newRow("a group that is not there") << u"/(-)/"_s << u"$3"_s << u"a$3b-x"_s;
    QTest::newRow("two digits where there are so many groups") << u"/(-)/"_s << u"$10"_s << u"a-0b-x"_s;
    QTest::newRow("a name") << u"/(?<sign>-)/"_s << u"[$<sign>]"_s << u"a[-]b-x"_s;
    QTest::newRow("a dollar at the end") << u"/-/"_s << u"1$"_s << u"a1$b-x"_s;
    QTest::newRow("no match") << u"/z/"_s << u"1"_s << u"a-b-x"_s;
    QTest::newRow("a match of nothing") << u"/$/"_s << u"!"_s << u"a-b-x!"_s;
}

void TestPattern::matchesAreReplaced()
{
    QFETCH(QString, pattern);
    QFETCH(QString, replacement);
    QFETCH(QString, expected);
    QCOMPARE(Pattern(pattern).replaced(u"a-b-x"_s, replacement), expected);
}

void TestPattern::whatIsNoPatternMatchesNothing_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("an open group") << u"/(/"_s;
    QTest::newRow("no second slash") << u"/a"_s;
    QTest::newRow("unknown flags") << u"/a/xyz"_s;
    QTest::newRow("too long") << QString(9'000, u'a');
}

void TestPattern::whatIsNoPatternMatchesNothing()
{
    QFETCH(QString, pattern);
    const Pattern made(pattern);
    QVERIFY(!made.isValid());
    QVERIFY(!made.matches(u"a"_s));
    QCOMPARE(made.replaced(u"a"_s, u"b"_s), u"a"_s);
    QVERIFY(!Pattern().matches({}));
}

void TestPattern::textsAreNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("whole");
    QTest::addColumn<double>("leading");
    const double none = -12345;
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("whole") << u"42"_s << 42. << 42.;
    QTest::newRow("signed fraction") << u"-0.5"_s << -0.5 << -0.5;
    QTest::newRow("plus") << u"+7"_s << 7. << 7.;
    QTest::newRow("no digit before the point") << u".5"_s << 0.5 << 0.5;
    QTest::newRow("no digit after it") << u"5."_s << 5. << 5.;
    QTest::newRow("exponent") << u"1e3"_s << 1000. << 1000.;
    QTest::newRow("exponent without digits") << u"1e"_s << none << 1.;
    QTest::newRow("spaces around") << u" 3 "_s << 3. << 3.;
    QTest::newRow("a word behind") << u"12 apples"_s << none << 12.;
    QTest::newRow("a word before") << u"no 12"_s << none << none;
    QTest::newRow("infinity") << u"-Infinity"_s << -infinity << -infinity;
    QTest::newRow("empty is zero as a whole") << u""_s << 0. << none;
    QTest::newRow("hexadecimal as a whole") << u"0x1F"_s << 31. << 0.;
    QTest::newRow("a point alone") << u"."_s << none << none;
    QTest::newRow("two points") << u"1.2.3"_s << none << 1.2;
    QTest::newRow("nothing") << QString() << none << none;
}

void TestPattern::textsAreNumbers()
{
    QFETCH(QString, text);
    QFETCH(double, whole);
    QFETCH(double, leading);
    QCOMPARE(numberOf(text).value_or(-12345), whole);
    QCOMPARE(leadingNumber(text).value_or(-12345), leading);
}

WATCHFLOOR_TEST(TestPattern)
#include "tst_pattern.moc"
