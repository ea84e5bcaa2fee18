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
    void eachIsFound_data();
    void eachIsFound();
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

void TestLabels::eachIsFound_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 24, 25, 60})
        QTest::addRow("of %d", count) << count;
}

void TestLabels::eachIsFound()
{
    QFETCH(int, count);
    Labels labels;
    for (int i = 0; i < count; ++i)
        labels.set(u"name%1"_s.arg(i), u"value%1"_s.arg(i));
    QCOMPARE(labels.size(), count);
    for (int i = 0; i < count; ++i) {
        QVERIFY(labels.contains(u"name%1"_s.arg(i)));
        QCOMPARE(labels.value(u"name%1"_s.arg(i)), u"value%1"_s.arg(i));
    }
    for (const QString &other : {u"name"_s, u"name0x"_s, u"mane0"_s, u"zzzzz"_s, u"a"_s, QString()}) {
        QVERIFY(!labels.contains(other));
        QVERIFY(labels.value(other).isEmpty());
    }
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
