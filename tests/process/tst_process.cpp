#include "models/process/process.h"
#include "models/process/processgroup.h"

#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

Command shell(const QString &script, std::chrono::milliseconds timeout = 60s)
{
    return {.arguments = {QStringLiteral("sh"), QStringLiteral("-c"), script}, .timeout = timeout};
}

/// One run to its end.
struct Run
{
    QString text;
    ProcessOutcome outcome;
    int ends = 0;
};

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

} // namespace

Q_DECLARE_METATYPE(Watchfloor::Command)

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomeSaysHowItEnded_data();
    void outcomeSaysHowItEnded();
    void argumentsAreLiteral();
    void environmentIsDeclared();
    void directoryAndInputReachTheChild();
    void missingProgramNamesItsPackage_data();
    void missingProgramNamesItsPackage();
    void bothStreamsComeInOrder();
    void stopEndsGrandchildren_data();
    void stopEndsGrandchildren();
    void whatIsLeftBehindIsEnded();
    void timeLimitEndsTheGroup();
    void destructorEndsTheGroup();
    void outputIsCappedAndFlat();
    void receiverMayDeleteTheProcess();

private:
    Run run(const Command &command);
    static QString readWhenThere(const QString &path);

    SystemClock m_clock;
};

Run TestProcess::run(const Command &command)
{
    Run result;
    Process process(m_clock);
    connect(&process, &Process::output, this, [&](const QString &text) { result.text += text; });
    connect(&process, &Process::finished, this, [&](const ProcessOutcome &outcome) {
        result.outcome = outcome;
        ++result.ends;
    });
    process.start(command);
    if (!QTest::qWaitFor([&] { return result.ends > 0; }, 30'000))
        return result;
    QCoreApplication::processEvents();
    return result;
}

QString TestProcess::readWhenThere(const QString &path)
{
    QString text;
    const bool came = QTest::qWaitFor([&] {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            text = QString::fromUtf8(file.readAll());
        return text.endsWith(u'\n');
    });
    return came ? text.trimmed() : QString();
}

void TestProcess::outcomeSaysHowItEnded_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<ProcessOutcome::End>("end");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("success") << shell(QStringLiteral("exit 0")) << ProcessOutcome::End::Exited << 0;
    QTest::newRow("failure") << shell(QStringLiteral("exit 3")) << ProcessOutcome::End::Exited << 3;
    QTest::newRow("killed by itself") << shell(QStringLiteral("kill -SEGV $$")) << ProcessOutcome::End::Crashed << int(SIGSEGV);
    QTest::newRow("empty command") << Command{.arguments = {}} << ProcessOutcome::End::FailedToStart << -1;
    QTest::newRow("no such folder") << Command{.arguments = {QStringLiteral("true")}, .directory = QStringLiteral("/nowhere")}
                                    << ProcessOutcome::End::FailedToStart << -1;
}

void TestProcess::outcomeSaysHowItEnded()
{
    QFETCH(Command, command);
    QFETCH(ProcessOutcome::End, end);
    QFETCH(int, exitCode);
    const Run result = run(command);
    QCOMPARE(result.ends, 1);
    QCOMPARE(result.outcome.end, end);
    QCOMPARE(result.outcome.exitCode, exitCode);
    QCOMPARE(result.outcome.error.isEmpty(), end != ProcessOutcome::End::FailedToStart);
    QCOMPARE(result.outcome.succeeded(), end == ProcessOutcome::End::Exited && exitCode == 0);
}

void TestProcess::argumentsAreLiteral()
{
    QTemporaryDir folder;
    const QString touched = folder.filePath(QStringLiteral("touched"));
    const QStringList hostile{QStringLiteral("; touch %1").arg(touched), QStringLiteral("$(touch %1)").arg(touched),
                              QStringLiteral("`touch %1`").arg(touched), QStringLiteral("a  b\"c'"), QStringLiteral("$HOME"),
                              QStringLiteral("*"), QStringLiteral("new\nline"), QStringLiteral("")};
    const Run result = run({.arguments = QStringList{QStringLiteral("printf"), QStringLiteral("<%s>")} + hostile});
    QCOMPARE(result.text, QStringLiteral("<%1>").arg(hostile.join(QStringLiteral("><"))));
    QVERIFY(!QFile::exists(touched));
}

void TestProcess::environmentIsDeclared()
{
    qputenv("WATCHFLOOR_TEST_LEAK", "secret");
    qputenv("LANG", "C.UTF-8");
    const Run result = run({.arguments = {QStringLiteral("env")},
                            .environment = {{QStringLiteral("SERVICE"), QStringLiteral("payment")}}});
    QStringList names;
    for (const QString &line : result.text.split(u'\n', Qt::SkipEmptyParts))
        names << line.section(u'=', 0, 0);
    names.sort();
    QStringList expected{QStringLiteral("LANG"), QStringLiteral("PATH"), QStringLiteral("SERVICE")};
    if (qEnvironmentVariableIsSet("HOME"))
        expected.prepend(QStringLiteral("HOME"));
    QCOMPARE(names, expected);
    QVERIFY(result.text.contains(QStringLiteral("SERVICE=payment")));
}

void TestProcess::directoryAndInputReachTheChild()
{
    QTemporaryDir folder;
    Command command = shell(QStringLiteral("pwd; cat"));
    command.directory = QDir(folder.path()).canonicalPath();
    command.standardInput = QByteArray(300'000, 'i') + "\nend\n";
    const Run result = run(command);
    QVERIFY(result.text.startsWith(command.directory + u'\n'));
    QVERIFY(result.text.endsWith(QStringLiteral("\nend\n")));
    QCOMPARE(result.text.size(), command.directory.size() + 1 + command.standardInput.size());
}

void TestProcess::missingProgramNamesItsPackage_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("package");
    const auto row = [](const char *program, const char *package) {
        QTest::newRow(program) << QString::fromLatin1(program) << QString::fromLatin1(package);
    };
    row("prometheus", "package prometheus ");
    row("promtool", "package prometheus ");
    row("prometheus-alertmanager", "package prometheus-alertmanager ");
    row("prometheus-node-exporter", "package prometheus-node-exporter ");
    row("prometheus-redis-exporter", "package prometheus-redis-exporter ");
    row("redis-server", "package redis-server ");
    row("redis-cli", "package redis-tools ");
    row("supervisord", "package supervisor ");
    row("supervisorctl", "package supervisor ");
    row("git", "package git ");
    row("no-such-program", "no-such-program is not on the PATH");
}

void TestProcess::missingProgramNamesItsPackage()
{
    QFETCH(QString, program);
    QFETCH(QString, package);
    const QByteArray path = qgetenv("PATH");
    QTemporaryDir empty;
    qputenv("PATH", empty.path().toLocal8Bit());
    const Result<QString> found = findProgram(program);
    const Run result = run({.arguments = {program}});
    qputenv("PATH", path);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::MissingTool);
    QVERIFY2(found.error().detail.contains(package), qPrintable(found.error().detail));
    QCOMPARE(result.outcome.end, ProcessOutcome::End::FailedToStart);
    QCOMPARE(result.outcome.error, found.error().detail);
    QVERIFY(findProgram(QStringLiteral("sh")).ok());
}

void TestProcess::bothStreamsComeInOrder()
{
    const Run result = run(shell(QStringLiteral("echo one; echo two >&2; printf '\\033[31mthree\\033[0m\\n'")));
    QCOMPARE(result.text, QStringLiteral("one\ntwo\nthree\n"));
}

void TestProcess::stopEndsGrandchildren_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("P6 orphan in the background") << QStringLiteral("sleep 300 & echo $! > %1; sleep 300");
    QTest::newRow("orphan that ignores SIGTERM") << QStringLiteral("sh -c 'trap \"\" TERM; echo $$ > %1; while :; do sleep 1; done' & wait");
    QTest::newRow("leader that ignores SIGTERM") << QStringLiteral("trap '' TERM; echo $$ > %1; while :; do sleep 1; done");
}

void TestProcess::stopEndsGrandchildren()
{
    QFETCH(QString, script);
    QTemporaryDir folder;
    const QString pidFile = folder.filePath(QStringLiteral("pid"));
    Process process(m_clock);
    QSignalSpy finished(&process, &Process::finished);
    process.start(shell(script.arg(pidFile)));
    const qint64 orphan = readWhenThere(pidFile).toLongLong();
    QVERIFY(orphan > 1);
    QTRY_VERIFY(process.processId() > 1);
    const qint64 leader = process.processId();
    QVERIFY(groupMembers(leader).contains(orphan));
    process.stop(200ms);
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished[0][0].value<ProcessOutcome>();
    QCOMPARE(outcome.end, ProcessOutcome::End::Stopped);
    QCOMPARE(outcome.survivors, QList<qint64>());
    QCOMPARE(groupMembers(leader), QList<qint64>());
    QVERIFY(!process.isRunning());
}

void TestProcess::whatIsLeftBehindIsEnded()
{
    QTemporaryDir folder;
    const QString pidFile = folder.filePath(QStringLiteral("pid"));
    const Run result = run(shell(QStringLiteral("sleep 300 & echo $! > %1; exit 0").arg(pidFile)));
    const qint64 orphan = readWhenThere(pidFile).toLongLong();
    QCOMPARE(result.outcome.end, ProcessOutcome::End::Exited);
    QCOMPARE(result.outcome.exitCode, 0);
    QVERIFY(orphan > 1);
    QVERIFY(::kill(pid_t(orphan), 0) != 0 || groupMembers(::getsid(pid_t(orphan))).isEmpty());
}

void TestProcess::timeLimitEndsTheGroup()
{
    const Run result = run(shell(QStringLiteral("echo begun; sleep 300 & sleep 300"), 300ms));
    QCOMPARE(result.outcome.end, ProcessOutcome::End::TimedOut);
    QCOMPARE(result.text, QStringLiteral("begun\n"));
    QVERIFY(result.outcome.duration >= 290ms && result.outcome.duration < 10s);
    QCOMPARE(result.outcome.survivors, QList<qint64>());
}

void TestProcess::destructorEndsTheGroup()
{
    auto process = std::make_unique<Process>(m_clock);
    QSignalSpy started(process.get(), &Process::started);
    process->start(shell(QStringLiteral("sleep 300 & sleep 300")));
    QTRY_COMPARE(started.size(), 1);
    const qint64 leader = process->processId();
    QTRY_VERIFY(groupMembers(leader).size() >= 2);
    process.reset();
    QTRY_COMPARE(groupMembers(leader), QList<qint64>());
}

void TestProcess::outputIsCappedAndFlat()
{
    constexpr qint64 all = 200 << 20;
    constexpr qint64 cap = 10 << 20;
    qint64 characters = 0;
    qint64 peak = 0;
    std::optional<ProcessOutcome> outcome;
    Process process(m_clock);
    connect(&process, &Process::output, this, [&](const QString &text) { characters += text.size(); });
    connect(&process, &Process::finished, this, [&](const ProcessOutcome &end) { outcome = end; });
    const qint64 before = residentBytes();
    QTimer sampler;
    connect(&sampler, &QTimer::timeout, this, [&peak] { peak = std::max(peak, residentBytes()); });
    sampler.start(10);
    QSignalSpy finished(&process, &Process::finished);
    process.start(shell(QStringLiteral("head -c %1 /dev/zero | tr '\\0' x").arg(all)));
    QVERIFY(finished.wait(60'000));
    QVERIFY(peak > 0);
    QCOMPARE(characters, cap);
    QCOMPARE(outcome->droppedBytes, all - cap);
    QVERIFY2(peak - before < (50 << 20), qPrintable(QString::number((peak - before) >> 20)));
}

void TestProcess::receiverMayDeleteTheProcess()
{
    QPointer process = new Process(m_clock);
    connect(process, &Process::output, this, [&process] { delete process.data(); });
    process->start(shell(QStringLiteral("echo one; sleep 300")));
    QTRY_VERIFY(!process);
    QPointer second = new Process(m_clock);
    connect(second, &Process::finished, this, [&second] { delete second.data(); });
    second->start(shell(QStringLiteral("exit 1")));
    QTRY_VERIFY(!second);
}

WATCHFLOOR_TEST(TestProcess)
#include "tst_process.moc"
