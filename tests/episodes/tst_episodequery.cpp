#include "models/episodes/episodequery.h"
#include "models/episodes/episodewriter.h"
#include "models/episodes/searchtext.h"
#include "models/database/historyschema.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEpisodeQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void findsWhatIsLookedFor_data();
    void findsWhatIsLookedFor();
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void aHundredThousandAreNotReadThrough_data();
    void aHundredThousandAreNotReadThrough();

private:
    EpisodeFindings find(const EpisodeSearch &search)
    {
        QSqlDatabase database = QSqlDatabase::database(u"few"_s);
        const auto found = findEpisodes(database, search);
        return found ? *found : EpisodeFindings{std::vector<Episode>(99), -1};
    }
};

namespace {

const WallTime start(1'795'000'000'000ms);

bool make(const QString &connection)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    database.setDatabaseName(u":memory:"_s);
    bool isMade = database.open();
    QSqlQuery query(database);
    for (const QStringList &step : historyMigrations())
        for (const QString &statement : step)
            isMade = isMade && query.exec(statement);
    return isMade;
}

Result<void> add(QSqlDatabase &database, EpisodeWriter &writer, const QString &name, const QString &service, const QString &instance, const QString &summary, WallTime at,
                 std::optional<WallTime> end, const QString &fingerprint)
{
    EpisodeChange change;
    change.alert.fingerprint = fingerprint;
    change.alert.labels = {{u"alertname"_s, name}, {u"service"_s, service}, {u"instance"_s, instance}};
    change.alert.summary = summary;
    change.alert.startedAt = at;
    change.alert.firedAt = at;
    change.event = EpisodeEvent{EpisodeEvent::Kind::State, AlertState::Firing, at, {}, {}};
    change.began = at;
    change.begins = true;
    if (const auto done = writer.apply(database, change); !done || !end)
        return done;
    change.begins = false;
    change.alert.endedAt = end;
    change.alert.state = AlertState::Recovered;
    change.event = EpisodeEvent{EpisodeEvent::Kind::State, AlertState::Recovered, *end, {}, {}};
    return writer.apply(database, change);
}

EpisodeSearch typed(const QString &text)
{
    const auto search = parseEpisodeSearch(text);
    return search ? *search : EpisodeSearch();
}

} // namespace

void TestEpisodeQuery::initTestCase()
{
    QVERIFY(make(u"few"_s));
    QSqlDatabase database = QSqlDatabase::database(u"few"_s);
    EpisodeWriter writer;
    QVERIFY(add(database, writer, u"HighErrorRate"_s, u"payment"_s, u"node-1"_s, u"Errors 4 %"_s, start, start + 10min, u"f1"_s));
    QVERIFY(add(database, writer, u"HighLatency"_s, u"payment"_s, u"node-2"_s, u"p95 \"slow\""_s, start + 1h, start + 2h, u"f2"_s));
    QVERIFY(add(database, writer, u"DiskFull"_s, u"db"_s, u"NODE-1"_s, u"Grüße"_s, start + 90min, std::nullopt, u"f3"_s));
    QVERIFY(add(database, writer, u"HighErrorRate"_s, u"payment"_s, u"node-1"_s, u"Errors 9 %"_s, start + 5h, start + 6h, u"f1"_s));
}

void TestEpisodeQuery::cleanupTestCase()
{
    for (const QString &name : {u"few"_s, u"many"_s})
        QSqlDatabase::removeDatabase(name);
}

void TestEpisodeQuery::findsWhatIsLookedFor_data()
{
    QTest::addColumn<EpisodeSearch>("search");
    QTest::addColumn<QString>("found"); // ids
    QTest::newRow("everything, open first, then the newest end") << typed({}) << u"3 4 2 1"_s;
    QTest::newRow("a word of a summary") << typed(u"errors"_s) << u"4 1"_s;
    QTest::newRow("a part of a word") << typed(u"ErrorR"_s) << u"4 1"_s;
    QTest::newRow("all words must be there") << typed(u"errors 9"_s) << u"4"_s;
    QTest::newRow("without case, beyond ASCII too") << typed(u"GRÜSSE GRÜ"_s) << QString();
    QTest::newRow("umlauts") << typed(u"grüß"_s) << u"3"_s;
    QTest::newRow("short words") << typed(u"db"_s) << u"3"_s;
    QTest::newRow("quotes are no syntax") << typed(u"p95 OR errors"_s) << QString();
    QTest::newRow("an equality keeps case") << typed(u"instance=node-1"_s) << u"4 1"_s;
    QTest::newRow("by name") << typed(u"alertname=HighErrorRate"_s) << u"4 1"_s;
    QTest::newRow("by service and expression") << typed(u"service=payment alertname=~\"High(L|X).*\""_s) << u"2"_s;
    QTest::newRow("not") << typed(u"service!=payment"_s) << u"3"_s;
    QTest::newRow("an absent label is empty") << typed(u"team=\"\""_s) << u"3 4 2 1"_s;
    QTest::newRow("nothing") << typed(u"unheard-of"_s) << QString();
    EpisodeSearch one;
    one.fingerprint = u"f1"_s;
    QTest::newRow("one alert") << one << u"4 1"_s;
    EpisodeSearch during;
    during.during = TimeRange{start + 30min, start + 95min};
    QTest::newRow("open at some time of a span") << during << u"3 2"_s;
    during.during = TimeRange{start + 10min, start + 10min};
    QTest::newRow("a span's ends count") << during << u"1"_s;
    EpisodeSearch two;
    two.limit = 2;
    QTest::newRow("no more than asked for") << two << u"3 4"_s;
}

void TestEpisodeQuery::findsWhatIsLookedFor()
{
    QFETCH(EpisodeSearch, search);
    QStringList ids;
    for (const Episode &episode : find(search).episodes)
        ids << QString::number(episode.id);
    QTEST(ids.join(u' '), "found");
    search.brief = true;
    QCOMPARE(int(find(search).episodes.size()), int(ids.size()));
}

void TestEpisodeQuery::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("matchers"); // "-": refused
    QTest::newRow("nothing") << QString() << QString() << u"{}"_s;
    QTest::newRow("words") << u"  payment  errors "_s << u"payment errors"_s << u"{}"_s;
    QTest::newRow("both") << u"slow severity=critical, instance=~\"node .*\""_s << u"slow"_s << u"{severity=\"critical\",instance=~\"node .*\"}"_s;
    QTest::newRow("a broken expression") << u"instance=~\"(\""_s << QString() << u"-"_s;
    QTest::newRow("a comparison is a word") << u"p95>1s"_s << u"p95>1s"_s << u"{}"_s;
}

void TestEpisodeQuery::readsWhatIsTyped()
{
    QFETCH(QString, text);
    QFETCH(QString, matchers);
    const auto search = parseEpisodeSearch(text);
    QCOMPARE(search.ok(), matchers != u"-");
    if (!search)
        return;
    QTEST(search->text, "words");
    QCOMPARE(matchersText(search->matchers).remove(u' '), QString(matchers).remove(u' '));
}

void TestEpisodeQuery::aHundredThousandAreNotReadThrough_data()
{
    QTest::addColumn<EpisodeSearch>("search");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("examined"); // at most
    QTest::newRow("the newest") << typed({}) << 500 << 500;
    QTest::newRow("a rare word") << typed(u"instance-77777"_s) << 1 << 1;
    QTest::newRow("a rare equality") << typed(u"instance=instance-4242"_s) << 1 << 11;
    QTest::newRow("a common word") << typed(u"payment"_s) << 500 << 500;
    QTest::newRow("a word that is nowhere") << typed(u"zzzz"_s) << 0 << 0;
    QTest::newRow("a name and an expression") << typed(u"alertname=Alert7 instance=~\"instance-.*7\""_s) << 500 << 500;
    EpisodeSearch one;
    one.fingerprint = u"f123"_s;
    QTest::newRow("one alert") << one << 1 << 1;
    EpisodeSearch hour;
    hour.during = TimeRange{start + std::chrono::seconds(99'900), start + std::chrono::seconds(200'000)};
    QTest::newRow("a short span") << hour << 100 << 100;
}

void TestEpisodeQuery::aHundredThousandAreNotReadThrough()
{
    if (!QSqlDatabase::contains(u"many"_s)) {
        QVERIFY(make(u"many"_s));
        QSqlQuery query(QSqlDatabase::database(u"many"_s));
        QVERIFY2(query.exec(u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) "
                            "INSERT INTO episode (fingerprint, alertname, service, labels, summary, severity, origins, state, owner, started_ms, fired_ms, ended_ms, "
                            "starts, escalations, words) SELECT 'f' || i, 'Alert' || (i % 10), 'payment', "
                            "json_object('alertname', 'Alert' || (i % 10), 'service', 'payment', 'instance', 'instance-' || i), '', 'warning', 'main', 'recovered', '', "
                            "1795000000000 + i * 1000, 1795000000000 + i * 1000, 1795000000000 + i * 1000 + 500, 1, 0, "
                            "'Alert' || (i % 10) || char(10) || 'service=payment' || char(10) || 'instance=instance-' || i FROM n"_s),
                 "a record of many");
    }
    QFETCH(EpisodeSearch, search);
    QSqlDatabase database = QSqlDatabase::database(u"many"_s);
    const auto found = findEpisodes(database, search);
    QVERIFY(found);
    QTEST(int(found->episodes.size()), "found");
    QFETCH(int, examined);
    QVERIFY2(found->examined <= examined, qPrintable(QString::number(found->examined)));
    QSqlQuery plan(database);
    const EpisodeStatement statement = episodeStatement(search);
    plan.prepare(u"EXPLAIN QUERY PLAN "_s + statement.text);
    for (const QVariant &value : statement.values)
        plan.addBindValue(value);
    QVERIFY(plan.exec());
    while (plan.next()) {
        const QString step = plan.value(3).toString();
        QVERIFY2(step.contains(u"INDEX"_s) || step.contains(u"PRIMARY KEY"_s) || step.contains(u"TEMP B-TREE"_s), qPrintable(step));
    }
}

WATCHFLOOR_TEST(TestEpisodeQuery)
#include "tst_episodequery.moc"
