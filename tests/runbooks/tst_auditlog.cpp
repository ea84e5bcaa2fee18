#include "models/runbooks/auditlog.h"

#include "models/runbooks/auditrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

AuditLog::Entry entry(const QString &event, const QString &detail = {})
{
    return {u"mk"_s, u"run-1"_s, event, u"intent"_s, detail};
}

/// No file of this process may grow over the limit while this lives, as on a full disk.
class SizeLimit
{
public:
    explicit SizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_folder->filePath(u"audit.jsonl"_s); }
    QList<QByteArray> lines() const { return contentOf(path()).trimmed().split('\n'); }
    /// Five records, one step each.
    void writeFive()
    {
        AuditLog log(path(), m_clock);
        for (int i = 0; i < 5; ++i) {
            const auto record = log.append(entry(u"step-start"_s, u"{\"step\":\"%1\"}"_s.arg(i)));
            QVERIFY(record.ok());
            m_clock.advance(std::chrono::milliseconds(7));
        }
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void recordsAreChained()
    {
        writeFive();
        const AuditLog log(path(), m_clock);
        const auto records = log.read();
        QVERIFY(records.ok());
        QCOMPARE(records->size(), size_t(5));
        QString previous;
        qint64 seq = 0;
        for (const auto &record : *records) {
            QCOMPARE(record.seq, ++seq);
            QCOMPARE(record.prev, previous);
            QCOMPARE(record.hash, auditHash(record));
            QCOMPARE(record.hash.size(), 64);
            previous = record.hash;
        }
        const auto verified = log.verify();
        QVERIFY(verified.ok() && verified->ok());
        QCOMPARE(verified->records, 5);
    }

    void everyMemberStands()
    {
        AuditLog log(path(), m_clock);
        const auto record = log.append({u"mk"_s, u"r"_s, u"run-start"_s, u"intent"_s, u"{\"target\":\"payment\"}"_s});
        QVERIFY(record.ok());
        const QByteArray line = lines().constFirst();
        const bool begins = line.startsWith("{\"seq\":1,\"prev\":\"\",\"wall\":\"2026-11-21T");
        QVERIFY2(begins, line.constData());
        for (const char *part : {"\"mono\":36", "\"actor\":\"mk\"", "\"run\":\"r\"", "\"event\":\"run-start\"", "\"outcome\":\"intent\"",
                                 "\"detail\":{\"target\":\"payment\"}", "\"host\":\""})
            QVERIFY2(line.contains(part), part);
        QCOMPARE(*parseAuditLine(line), *record);
    }

    void aMissingLogIsEmptyAndWhole()
    {
        const AuditLog log(path(), m_clock);
        QVERIFY(log.read()->empty());
        QVERIFY(log.verify()->ok());
    }

    void twoInstancesShareTheChain()
    {
        AuditLog first(path(), m_clock);
        AuditLog second(path(), m_clock);
        for (int i = 0; i < 10; ++i)
            QVERIFY((i % 2 ? first : second).append(entry(u"step-start"_s)).ok());
        QCOMPARE(first.verify()->records, 10);
        QVERIFY(second.verify()->ok());
    }

    void processesShareTheChain()
    {
        constexpr int each = 20;
        std::vector<pid_t> children;
        for (int child = 0; child < 3; ++child) {
            const pid_t id = ::fork();
            if (id == 0) {
                AuditLog log(path(), m_clock);
                bool ok = true;
                for (int i = 0; i < each; ++i)
                    ok = log.append(entry(u"step-start"_s)).ok() && ok;
                ::_exit(ok ? 0 : 1);
            }
            children.push_back(id);
        }
        for (const pid_t id : children) {
            int status = -1;
            QCOMPARE(::waitpid(id, &status, 0), id);
            QCOMPARE(status, 0);
        }
        const auto verified = AuditLog(path(), m_clock).verify();
        QVERIFY2(verified->ok(), qPrintable(verified->reason));
        QCOMPARE(verified->records, 3 * each);
    }

    void secretsAreRedacted()
    {
        AuditLog log(path(), m_clock);
        const auto record = log.append(entry(u"step-start"_s, u"{\"command\":\"curl https://mk:geheim@example.com/\"}"_s));
        QVERIFY(record.ok());
        QVERIFY(!contentOf(path()).contains("geheim"));
        QVERIFY(log.verify()->ok());
    }

    void detailThatIsNoObjectIsKeptAsText_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("kept");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("empty object") << u"{}"_s << QString();
        QTest::newRow("plain words") << u"just words"_s << u"{\"text\":\"just words\"}"_s;
        QTest::newRow("an array") << u"[1]"_s << u"{\"text\":\"[1]\"}"_s;
        QTest::newRow("line ends") << u"a\nb"_s << u"{\"text\":\"a\\nb\"}"_s;
        QTest::newRow("object with blanks") << u"{ \"a\" : 1 }"_s << u"{\"a\":1}"_s;
    }
    void detailThatIsNoObjectIsKeptAsText()
    {
        QFETCH(QString, detail);
        QFETCH(QString, kept);
        AuditLog log(path(), m_clock);
        QVERIFY(log.append(entry(u"note"_s, detail)).ok());
        QCOMPARE(log.read()->front().detail, kept);
        QCOMPARE(lines().size(), 1);
        QVERIFY(log.verify()->ok());
    }

    void hugeDetailIsCut()
    {
        AuditLog log(path(), m_clock);
        QVERIFY(log.append(entry(u"note"_s, QString(2'000'000, u'\x01'))).ok());
        QVERIFY(log.append(entry(u"note"_s)).ok());
        QVERIFY(contentOf(path()).size() < 2 * auditLineLimit);
        QVERIFY(log.verify()->ok());
    }

    void tamperingIsSeen_data()
    {
        using Lines = QList<QByteArray>;
        QTest::addColumn<std::function<void(Lines &)>>("tamper");
        QTest::addColumn<qint64>("brokenAt");
        const auto row = [](const char *name, std::function<void(Lines &)> tamper, qint64 brokenAt) {
            QTest::newRow(name) << std::move(tamper) << brokenAt;
        };
        row("a word changed", [](Lines &all) { all[2].replace("\"actor\":\"mk\"", "\"actor\":\"ab\""); }, 3);
        row("an outcome changed", [](Lines &all) { all[4].replace("intent", "failed"); }, 5);
        row("a blank added", [](Lines &all) { all[1].replace("\"seq\":2", "\"seq\": 2"); }, 2);
        row("a member added", [](Lines &all) { all[1].replace("\"seq\":2", "\"seq\":2,\"x\":1"); }, 2);
        row("first deleted", [](Lines &all) { all.removeFirst(); }, 1);
        row("middle deleted", [](Lines &all) { all.removeAt(2); }, 3);
        row("last deleted", [](Lines &all) { all.removeLast(); }, 5);
        row("two swapped", [](Lines &all) { all.swapItemsAt(1, 2); }, 2);
        row("one twice", [](Lines &all) { all.insert(2, all[1]); }, 3);
        row("a line of rubbish", [](Lines &all) { all[3] = "rubbish"; }, 4);
        row("all gone", [](Lines &all) { all.clear(); }, 1);
        row("rehashed alone", [](Lines &all) {
            auto record = *parseAuditLine(all[2]);
            record.actor = u"ab"_s;
            record.hash = auditHash(record);
            all[2] = auditLine(record);
        }, 4);
        row("last one rehashed", [](Lines &all) {
            auto record = *parseAuditLine(all[4]);
            record.actor = u"ab"_s;
            record.hash = auditHash(record);
            all[4] = auditLine(record);
        }, 5);
    }
    void tamperingIsSeen()
    {
        QFETCH(std::function<void(QList<QByteArray> &)>, tamper);
        QFETCH(qint64, brokenAt);
        writeFive();
        QList<QByteArray> all = lines();
        tamper(all);
        writeFile(path(), all.isEmpty() ? QByteArray() : all.join('\n') + '\n');
        const auto verified = AuditLog(path(), m_clock).verify();
        QVERIFY(verified.ok());
        QVERIFY(!verified->ok());
        QCOMPARE(*verified->brokenAt, brokenAt);
        QVERIFY(!verified->reason.isEmpty());
    }

    void damageLosesOneRecordOnly()
    {
        writeFive();
        QList<QByteArray> all = lines();
        all[2] = all[2].left(30);
        writeFile(path(), all.join('\n') + '\n');
        int damaged = 0;
        QCOMPARE(AuditLog(path(), m_clock).read(&damaged)->size(), size_t(4));
        QCOMPARE(damaged, 1);
    }

    void aTornLastLineIsNotedAndTheChainGoesOn_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("one byte") << 1;
        QTest::newRow("half a record") << 80;
        QTest::newRow("zeros from an unsynced block") << -4096;
    }
    void aTornLastLineIsNotedAndTheChainGoesOn()
    {
        QFETCH(int, left);
        writeFive();
        const QByteArray torn = left > 0 ? contentOf(path()).trimmed().split('\n').constLast().left(left)
                                         : QByteArray(-left, '\0');
        writeFile(path(), contentOf(path()) + torn);
        AuditLog log(path(), m_clock);
        QVERIFY(log.verify()->ok());
        QVERIFY(!log.verify()->reason.isEmpty());
        const auto record = log.append(entry(u"run-start"_s));
        QVERIFY(record.ok());
        QCOMPARE(record->seq, 7);
        const auto records = log.read();
        QCOMPARE(records->size(), size_t(7));
        QCOMPARE((*records)[5].event, u"recovered"_s);
        QCOMPARE((*records)[5].outcome, u"ok"_s);
        const auto verified = log.verify();
        QVERIFY2(verified->ok(), qPrintable(verified->reason));
    }

    void aRecordWithoutItsLineEndStands()
    {
        writeFive();
        QByteArray bytes = contentOf(path());
        bytes.chop(1);
        writeFile(path(), bytes);
        AuditLog log(path(), m_clock);
        QCOMPARE(log.append(entry(u"run-start"_s))->seq, 6);
        QVERIFY(log.verify()->ok());
    }

    void recordsLostAtTheEndAreNotHushedUp()
    {
        writeFive();
        writeFile(path(), lines().mid(0, 3).join('\n') + '\n');
        AuditLog log(path(), m_clock);
        QVERIFY(log.append(entry(u"run-start"_s)).ok());
        const auto verified = log.verify();
        QCOMPARE(verified->brokenAt.value_or(0), 4);
        QCOMPARE((*log.read())[3].event, u"recovered"_s);
        QCOMPARE((*log.read())[3].outcome, u"damaged"_s);
    }

    void aLogDeletedWhileRunningStopsEveryAction_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("deleted") << false;
        QTest::newRow("replaced by a copy") << true;
    }
    void aLogDeletedWhileRunningStopsEveryAction()
    {
        QFETCH(bool, replaced);
        AuditLog log(path(), m_clock);
        QVERIFY(log.append(entry(u"run-start"_s)).ok());
        const QByteArray before = contentOf(path());
        const QString aside = path() + u".aside"_s;
        QVERIFY(QFile::rename(path(), aside));
        if (replaced)
            QVERIFY(QFile::copy(aside, path()));
        const auto refused = log.append(entry(u"run-start"_s));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::Io);
        QCOMPARE(contentOf(path()), replaced ? before : QByteArray());
        QCOMPARE(contentOf(aside), before);
    }

    void aLogShortenedWhileRunningStopsEveryAction()
    {
        AuditLog log(path(), m_clock);
        QVERIFY(log.append(entry(u"run-start"_s)).ok());
        QVERIFY(log.append(entry(u"run-end"_s)).ok());
        QVERIFY(QFile::resize(path(), lines().constFirst().size() + 1));
        QVERIFY(!log.append(entry(u"run-start"_s)).ok());
    }

    void whatCannotBeWrittenIsAnError_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a folder that cannot be made") << u"/proc/watchfloor/audit.jsonl"_s;
        QTest::newRow("a device") << u"/dev/full"_s;
        QTest::newRow("a folder") << m_home.path();
    }
    void whatCannotBeWrittenIsAnError()
    {
        QFETCH(QString, name);
        AuditLog log(name, m_clock);
        const auto refused = log.append(entry(u"run-start"_s));
        QVERIFY(!refused.ok());
    }

    void aFullDiskLeavesWhatStood()
    {
        writeFive();
        const QByteArray before = contentOf(path());
        AuditLog log(path(), m_clock);
        {
            const SizeLimit limit(rlim_t(before.size() + 20));
            QVERIFY(!log.append(entry(u"run-start"_s)).ok());
        }
        QCOMPARE(contentOf(path()), before);
        QVERIFY(log.verify()->ok());
        QCOMPARE(log.append(entry(u"run-start"_s))->seq, 6);
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

WATCHFLOOR_TEST(TestAuditLog)
#include "tst_auditlog.moc"
