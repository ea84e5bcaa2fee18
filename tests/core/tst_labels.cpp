#include "models/core/labels.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortedEachOnce();
    void emptyValueIsAbsent();
    void setReplacesAndRemoves();
    void containsAllOfOthers();
    void withoutGoesByName();
    void textQuotesAsPromQl();
    void equalSetsHashAlike();
    void ordersLikeValues();
};

void TestLabels::sortedEachOnce()
{
    const Labels labels{{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}};
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels.begin()->first, u"a"_s);
    QCOMPARE(labels.value(u"b"), u"2"_s);
    QVERIFY(labels == Labels({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}));
}

void TestLabels::emptyValueIsAbsent()
{
    const Labels labels{{u"a"_s, u""_s}};
    QVERIFY(labels.isEmpty());
    QVERIFY(!labels.contains(u"a"));
    QCOMPARE(labels.value(u"a"), QString());
}

void TestLabels::setReplacesAndRemoves()
{
    Labels labels;
    labels.set(u"m"_s, u"1"_s);
    labels.set(u"a"_s, u"1"_s);
    labels.set(u"z"_s, u"1"_s);
    labels.set(u"m"_s, u"2"_s);
    QCOMPARE(labels.toString(), u"{a=\"1\", m=\"2\", z=\"1\"}"_s);
    labels.set(u"m"_s, {});
    labels.remove(u"nothing");
    QCOMPARE(labels.toString(), u"{a=\"1\", z=\"1\"}"_s);
}

void TestLabels::containsAllOfOthers()
{
    const Labels labels{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    QVERIFY(labels.containsAll({}));
    QVERIFY(labels.containsAll({{u"b"_s, u"2"_s}}));
    QVERIFY(!labels.containsAll({{u"b"_s, u"3"_s}}));
    QVERIFY(!labels.containsAll({{u"c"_s, u"2"_s}}));
}

void TestLabels::withoutGoesByName()
{
    const Labels labels{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    QCOMPARE(labels.without({{u"a"_s, u"other"_s}}).toString(), u"{b=\"2\"}"_s);
    QCOMPARE(labels.without({}), labels);
}

void TestLabels::textQuotesAsPromQl()
{
    QCOMPARE(Labels().toString(), u"{}"_s);
    QCOMPARE(quoted(u"a\"b\\c\nd"), u"\"a\\\"b\\\\c\\nd\""_s);
}

void TestLabels::equalSetsHashAlike()
{
    const QSet<Labels> set{{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}, {{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}}, {{u"a"_s, u"12"_s}}, {{u"a1"_s, u"2"_s}}};
    QCOMPARE(set.size(), 3);
}

void TestLabels::ordersLikeValues()
{
    QVERIFY(Labels({{u"a"_s, u"1"_s}}) < Labels({{u"a"_s, u"2"_s}}));
    QVERIFY(Labels() < Labels({{u"a"_s, u"1"_s}}));
}

WATCHFLOOR_TEST(TestLabels)
#include "tst_labels.moc"
