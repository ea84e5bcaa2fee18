#include "models/database/database.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const Migrations first{{QStringLiteral("CREATE TABLE note (text TEXT NOT NULL)")}};

Migrations second()
{
    Migrations both = first;
    both.push_back({QStringLiteral("ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'")});
    return both;
}

/// One statement, and the first column of its first row.
Result<QVariant> ask(Database &database, const QString &statement)
{
    QObject context;
    std::optional<Result<QVariant>> answer;
    database.ask<QVariant>(
        [statement](QSqlDatabase &connection) -> Result<QVariant> {
            QSqlQuery query(connection);
            if (!query.exec(statement))
                return databaseError(query.lastError(), connection.databaseName());
            return query.next() ? query.value(0) : QVariant();
        },
        &context, [&answer](const Result<QVariant> &result) { answer = result; });
    const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return came ? *answer : Result<QVariant>(Error{Error::Kind::Blind, QStringLiteral("no answer"), {}});
}

QString kindOf(const Result<QVariant> &result)
{
    return result.ok() ? QStringLiteral("ok") : errorKindName(result.error().kind);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasAnsweredIsThereAfterwards();
    void newFileIsDurable();
    void failedTransactionLeavesNothing();
    void olderFileIsBroughtForwardWithACopy();
    void newerFileIsRefusedAndUntouched();
    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void unwritableFolderIsSaid_data();
    void unwritableFolderIsSaid();
    void fullDiskIsSaid();
    void fileThatVanishedIsBegunAgain();
    void questionsBeforeTheEndAreAsked();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("test.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

void TestDatabase::whatWasAnsweredIsThereAfterwards()
{
    {
        Database database(path(), first, m_clock);
        QCOMPARE(kindOf(ask(database, QStringLiteral("INSERT INTO note VALUES ('one')"))), QStringLiteral("ok"));
    }
    Database database(path(), first, m_clock);
    QCOMPARE(ask(database, QStringLiteral("SELECT text FROM note"))->toString(), QStringLiteral("one"));
}

void TestDatabase::newFileIsDurable()
{
    Database database(path(), first, m_clock);
    QCOMPARE(ask(database, QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
    QCOMPARE(ask(database, QStringLiteral("PRAGMA synchronous"))->toInt(), 2);
    QCOMPARE(ask(database, QStringLiteral("PRAGMA user_version"))->toInt(), 1);
    const auto others = QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther);
    QCOMPARE(int(others), 0);
}

void TestDatabase::failedTransactionLeavesNothing()
{
    Database database(path(), first, m_clock);
    QObject context;
    bool isAnswered = false;
    database.ask<bool>(
        [](QSqlDatabase &connection) -> Result<bool> {
            QSqlQuery query(connection);
            query.exec(QStringLiteral("INSERT INTO note VALUES ('half')"));
            return Error{Error::Kind::Invalid, QStringLiteral("second half missing"), {}};
        },
        &context, [&isAnswered](const Result<bool> &result) { isAnswered = !result.ok(); });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(ask(database, QStringLiteral("SELECT count(*) FROM note"))->toInt(), 0);
}

void TestDatabase::olderFileIsBroughtForwardWithACopy()
{
    {
        Database database(path(), first, m_clock);
        QVERIFY(ask(database, QStringLiteral("INSERT INTO note VALUES ('old')")).ok());
    }
    {
        Database database(path(), second(), m_clock);
        QCOMPARE(ask(database, QStringLiteral("SELECT text || author FROM note"))->toString(), QStringLiteral("oldnobody"));
        QCOMPARE(ask(database, QStringLiteral("PRAGMA user_version"))->toInt(), 2);
    }
    Database copy(path() + QStringLiteral(".v1"), first, m_clock);
    QCOMPARE(ask(copy, QStringLiteral("SELECT text FROM note"))->toString(), QStringLiteral("old"));
}

void TestDatabase::newerFileIsRefusedAndUntouched()
{
    {
        Database database(path(), second(), m_clock);
        QVERIFY(ask(database, QStringLiteral("INSERT INTO note VALUES ('new', 'ann')")).ok());
    }
    {
        Database database(path(), first, m_clock);
        QSignalSpy setAside(&database, &Database::setAside);
        const Result<QVariant> refused = ask(database, QStringLiteral("SELECT text FROM note"));
        QCOMPARE(kindOf(refused), QStringLiteral("unsupported"));
        QVERIFY2(refused.error().detail.contains(QStringLiteral("version 2")), qPrintable(refused.error().detail));
        QCOMPARE(refused.error().where, path());
        QCOMPARE(setAside.size(), 0);
    }
    Database database(path(), second(), m_clock);
    QCOMPARE(ask(database, QStringLiteral("SELECT author FROM note"))->toString(), QStringLiteral("ann"));
}

void TestDatabase::damagedFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("no database") << QByteArray("this is no database, but it is long enough to be read as one");
    QTest::newRow("head only") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\xff');
    QTest::newRow("pages overwritten") << QByteArray();
}

void TestDatabase::damagedFileIsSetAside()
{
    QFETCH(QByteArray, damage);
    if (damage.isEmpty()) {
        {
            Database database(path(), first, m_clock);
            QVERIFY(ask(database, QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000) "
                                                 "INSERT INTO note SELECT hex(randomblob(100)) FROM n"))
                        .ok());
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        damage = file.readAll();
        QVERIFY(damage.size() > 100'000);
        damage.replace(8192, 60'000, QByteArray(60'000, '\xa5'));
    }
    writeFile(path(), damage);
    Database database(path(), first, m_clock);
    QSignalSpy setAside(&database, &Database::setAside);
    const Result<QVariant> result = ask(database, QStringLiteral("SELECT count(*) FROM note"));
    QVERIFY2(result.ok(), qPrintable(kindOf(result)));
    QCOMPARE(result->toInt(), 0);
    QTRY_COMPARE(setAside.size(), 1);
    const QString name = setAside[0][0].toString();
    QVERIFY2(name.startsWith(path() + QStringLiteral(".damaged-2026")), qPrintable(name));
    QFile kept(name);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), damage);
}

void TestDatabase::unwritableFolderIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("no such folder") << QStringLiteral("/nowhere/at/all.sqlite") << QStringList{QStringLiteral("not-found")};
    QTest::newRow("a file as folder") << QStringLiteral("/etc/passwd/x.sqlite") << QStringList{QStringLiteral("not-found")};
    // A folder where not even root creates files.
    QTest::newRow("read-only") << QStringLiteral("/sys/history.sqlite") << QStringList{QStringLiteral("read-only")};
}

void TestDatabase::unwritableFolderIsSaid()
{
    QFETCH(QString, path);
    QFETCH(QStringList, kinds);
    Database database(path, first, m_clock);
    const Result<QVariant> result = ask(database, QStringLiteral("SELECT 1"));
    QVERIFY2(kinds.contains(kindOf(result)), qPrintable(kindOf(result)));
    QCOMPARE(result.error().where, path);
}

void TestDatabase::fullDiskIsSaid()
{
    Database database(path(), first, m_clock);
    QVERIFY(ask(database, QStringLiteral("INSERT INTO note VALUES ('before')")).ok());
    // SQLite answers at its page limit as it does when the disk has no block left.
    QVERIFY(ask(database, QStringLiteral("PRAGMA max_page_count=4")).ok());
    QCOMPARE(kindOf(ask(database, QStringLiteral("INSERT INTO note VALUES (hex(zeroblob(100000)))"))), QStringLiteral("disk-full"));
    QCOMPARE(ask(database, QStringLiteral("SELECT group_concat(text) FROM note"))->toString(), QStringLiteral("before"));
    QVERIFY(ask(database, QStringLiteral("PRAGMA max_page_count=1000000")).ok());
    QCOMPARE(kindOf(ask(database, QStringLiteral("INSERT INTO note VALUES (hex(zeroblob(100000)))"))), QStringLiteral("ok"));
}

void TestDatabase::fileThatVanishedIsBegunAgain()
{
    Database database(path(), first, m_clock);
    QVERIFY(ask(database, QStringLiteral("INSERT INTO note VALUES ('lost')")).ok());
    for (const auto &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path() + suffix);
    QVERIFY(ask(database, QStringLiteral("INSERT INTO note VALUES ('found')")).ok());
    QVERIFY(QFile::exists(path()));
    QCOMPARE(ask(database, QStringLiteral("SELECT group_concat(text) FROM note"))->toString(), QStringLiteral("found"));
}

void TestDatabase::questionsBeforeTheEndAreAsked()
{
    {
        Database database(path(), first, m_clock);
        for (int i = 0; i < 20; ++i)
            database.ask<bool>(
                [](QSqlDatabase &connection) -> Result<bool> {
                    return QSqlQuery(connection).exec(QStringLiteral("INSERT INTO note VALUES ('x')"));
                },
                this, [](const Result<bool> &) {});
    }
    Database database(path(), first, m_clock);
    QCOMPARE(ask(database, QStringLiteral("SELECT count(*) FROM note"))->toInt(), 20);
}

WATCHFLOOR_TEST(TestDatabase)
#include "tst_database.moc"
