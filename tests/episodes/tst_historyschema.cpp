#include "models/database/historyschema.h"
#include "models/episodes/episodequery.h"
#include "tests/episodes/episoderoom.h"
#include "tests/support/testregistry.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestHistorySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOldFileIsLedOn();
    void whatWasNotCommittedIsNotThere();

private:
    /// A file as version 1 left it.
    static bool makeOld(const QString &path)
    {
        bool isMade = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            database.setDatabaseName(path);
            isMade = database.open();
            QSqlQuery query(database);
            const Migrations migrations = historyMigrations();
            for (const QString &statement : migrations.front())
                isMade = isMade && query.exec(statement);
            const QString insert = u"INSERT INTO alert_transition (fingerprint, alertname, labels, state, wall_ms, source) VALUES "
                                   "('f1', 'Errors', '{\"alertname\":\"Errors\",\"service\":\"payment\",\"severity\":\"critical\"}', '%1', %2, 'am-1,main')"_s;
            // One that fired and recovered, one that vanished, one that is open still.
            for (const auto &[state, second] : {std::pair(u"pending"_s, 1), std::pair(u"firing"_s, 2), std::pair(u"acknowledged"_s, 3), std::pair(u"recovered"_s, 5),
                                                std::pair(u"firing"_s, 7), std::pair(u"vanished"_s, 9), std::pair(u"firing"_s, 20)})
                isMade = isMade && query.exec(insert.arg(state).arg(1'795'230'000'000LL + second * 1000));
            isMade = isMade && query.exec(u"INSERT INTO alert_transition (fingerprint, alertname, labels, state, wall_ms, source) VALUES ('f2', 'Broken', 'no json', 'recovered', 1795230000000, '')"_s)
                     && query.exec(u"PRAGMA user_version=1"_s);
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        return isMade;
    }
};

void TestHistorySchema::anOldFileIsLedOn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    QVERIFY(makeOld(path));
    Console console(folder);
    const auto lives = console.record();
    QCOMPARE(lives.size(), 3u);
    QCOMPARE(lives[0].state, AlertState::Vanished);
    const Episode &first = lives[1];
    QCOMPARE(first.state, AlertState::Recovered);
    QCOMPARE(first.service(), u"payment"_s);
    QCOMPARE(first.severity, Severity::Critical);
    QCOMPARE(first.origins, (QStringList{u"am-1"_s, u"main"_s}));
    QCOMPARE(first.startedAt, WallTime(1'795'230'001'000ms));
    QCOMPARE(first.firedAt, std::optional(WallTime(1'795'230'002'000ms)));
    QCOMPARE(first.endedAt, std::optional(WallTime(1'795'230'005'000ms)));
    QCOMPARE(eventsOf(first), (QStringList{u"pending"_s, u"firing"_s, u"acknowledged"_s, u"recovered"_s}));
    QCOMPARE(lives[2].labels, Labels());
    EpisodeSearch search;
    search.text = u"PAYM"_s;
    QCOMPARE(console.record(search).size(), 2u);
    QVERIFY2(QFile::exists(path + u".v1"_s), "the file as it was is kept");
}

void TestHistorySchema::whatWasNotCommittedIsNotThere()
{
    const QTemporaryDir folder;
    std::optional<Result<bool>> answer;
    {
        Console console(folder);
        QCOMPARE(console.record().size(), 0u);
        auto writer = std::make_shared<EpisodeWriter>();
        // A life without its event is never seen: both are one transaction, and this one ends between them.
        console.history.ask<bool>(
            [writer](QSqlDatabase &database) -> Result<bool> {
                EpisodeChange change;
                change.alert.fingerprint = u"f1"_s;
                change.alert.startedAt = WallTime(1'795'230'000'000ms);
                if (const auto done = writer->apply(database, change); !done)
                    return done.error();
                return Error{Error::Kind::Io, u"killed"_s, {}};
            },
            this, [&answer](Result<bool> result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
    }
    QVERIFY(!*answer);
    Console console(folder);
    QCOMPARE(console.record().size(), 0u);
}

WATCHFLOOR_TEST(TestHistorySchema)
#include "tst_historyschema.moc"
