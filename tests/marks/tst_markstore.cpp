#include "models/marks/markstore.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMarkStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByTimeWhateverOrderTheyCome();
    void sameKeyIsOneMark();
    void withoutAKeyNothingIsTheSame();
    void withinSelectsRangeAndService();
    void oldestGoFirst();
    void tooOldForAFullStoreIsNotKept();

private:
    static Mark mark(std::chrono::seconds at, const QString &text, const QString &key = {}, const QString &service = {})
    {
        return {Mark::Kind::Deploy, WallTime(at), service, text, {}, key};
    }
};

void TestMarkStore::sortsByTimeWhateverOrderTheyCome()
{
    MarkStore store;
    QSignalSpy changed(&store, &MarkStore::changed);
    store.apply(mark(3s, u"c"_s));
    store.apply(mark(1s, u"a"_s));
    store.apply(mark(2s, u"b"_s));
    store.apply(mark(2s, u"b2"_s));
    QStringList texts;
    for (const Mark &one : store.marks())
        texts << one.text;
    QCOMPARE(texts, QStringList({u"a"_s, u"b"_s, u"b2"_s, u"c"_s}));
    QCOMPARE(changed.size(), 4);
}

void TestMarkStore::sameKeyIsOneMark()
{
    MarkStore store;
    QSignalSpy changed(&store, &MarkStore::changed);
    store.apply(mark(1s, u"a"_s, u"deploy/payment/4f1c9ae"_s));
    store.apply(mark(9s, u"again"_s, u"deploy/payment/4f1c9ae"_s));
    QCOMPARE(store.marks().size(), size_t(1));
    QCOMPARE(store.marks().front().text, u"a"_s);
    QCOMPARE(changed.size(), 1);
}

void TestMarkStore::withoutAKeyNothingIsTheSame()
{
    MarkStore store;
    store.apply(mark(1s, u"a"_s));
    store.apply(mark(1s, u"a"_s));
    QCOMPARE(store.marks().size(), size_t(2));
}

void TestMarkStore::withinSelectsRangeAndService()
{
    MarkStore store;
    store.apply(mark(1s, u"before"_s));
    store.apply(mark(2s, u"payment"_s, {}, u"payment"_s));
    store.apply(mark(3s, u"all"_s));
    store.apply(mark(4s, u"hotel"_s, {}, u"hotel"_s));
    store.apply(mark(5s, u"after"_s));
    const auto texts = [&store](const QString &service) {
        QStringList list;
        for (const Mark &one : store.within({WallTime(2s), WallTime(4s)}, service))
            list << one.text;
        return list;
    };
    QCOMPARE(texts({}), QStringList({u"payment"_s, u"all"_s, u"hotel"_s}));
    QCOMPARE(texts(u"payment"_s), QStringList({u"payment"_s, u"all"_s}));
}

void TestMarkStore::oldestGoFirst()
{
    MarkStore store;
    for (int i = 0; i < 5'010; ++i)
        store.apply(mark(std::chrono::seconds(i), QString::number(i)));
    QCOMPARE(store.marks().size(), size_t(5'000));
    QCOMPARE(store.marks().front().text, u"10"_s);
    QCOMPARE(store.marks().back().text, u"5009"_s);
}

void TestMarkStore::tooOldForAFullStoreIsNotKept()
{
    MarkStore store;
    for (int i = 1; i <= 5'000; ++i)
        store.apply(mark(std::chrono::seconds(i), QString::number(i)));
    QSignalSpy changed(&store, &MarkStore::changed);
    store.apply(mark(0s, u"ancient"_s));
    QCOMPARE(store.marks().front().text, u"1"_s);
    QCOMPARE(changed.size(), 0);
}

WATCHFLOOR_TEST(TestMarkStore)
#include "tst_markstore.moc"
