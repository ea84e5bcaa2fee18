#include "models/explore/queryhistory.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;

namespace {

WallTime second(int number)
{
    return WallTime(std::chrono::seconds(number));
}

} // namespace

class TestQueryHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstAndEachOnce()
    {
        QueryHistory history;
        history.add(QStringLiteral("main"), QStringLiteral("up"), second(1));
        history.add(QStringLiteral("main"), QStringLiteral("down"), second(2));
        history.add(QStringLiteral("main"), QStringLiteral(" up "), second(3));
        history.add(QStringLiteral("main"), QStringLiteral("  "), second(4));
        QCOMPARE(history.queries().size(), size_t(2));
        QCOMPARE(history.queries()[0].expression, QStringLiteral("up"));
        QCOMPARE(history.queries()[0].at, second(3));
    }

    void starredOnesStay()
    {
        QueryHistory history;
        history.add({}, QStringLiteral("first"), second(0));
        history.setStarred(0, true);
        for (int i = 0; i < int(QueryHistory::limit) + 10; ++i)
            history.add({}, QStringLiteral("q%1").arg(i), second(i));
        QCOMPARE(history.queries().size(), QueryHistory::limit + 1);
        QCOMPARE(history.queries().back().expression, QStringLiteral("first"));
        history.add({}, QStringLiteral("first"), second(9999));
        QVERIFY(history.queries().front().starred);
    }

    void findsByWords()
    {
        QueryHistory history;
        history.add({}, QStringLiteral("sum(rate(http_errors[5m]))"), second(1));
        history.add({}, QStringLiteral("up"), second(2));
        QCOMPARE(history.matching(QStringLiteral("HTTP sum")), std::vector<size_t>{1});
        QCOMPARE(history.matching({}).size(), size_t(2));
    }

    void readsBackWhatItWrote()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("queries.jsonl"));
        QueryHistory history;
        history.add(QStringLiteral("main"), QStringLiteral("a{b=\"c\"}\n+ 1"), second(1));
        history.setStarred(0, true);
        QVERIFY(history.save(file).ok());
        QFile stored(file);
        QVERIFY(stored.open(QIODevice::Append));
        stored.write("garbage\n{\"expression\": 5}\n");
        stored.close();
        QVERIFY(QueryHistory::load(file).queries() == history.queries());
        QVERIFY(QueryHistory::load(folder.filePath(QStringLiteral("none"))).queries().empty());
    }
};

WATCHFLOOR_TEST(TestQueryHistory)
#include "tst_queryhistory.moc"
