#include "models/stack/demoplatform.h"
#include "models/stack/freeports.h"
#include "models/stack/localstack.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestLocalStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aServerThatAnswersIsReady();
    void aKilledServerStartsAgain();
    void aServerThatEndsByItselfIsTold();
    void aServerThatEndsTooSoonFailsWithWhatItSaid();
    void aServerThatIsNeverReadyFails();
    void stopEndsEverythingAndTheFolder();
    void toolsAnswerWithTheirOutputOrTheirFault();
    void aMissingPackageIsNamed();
    void aFolderThatIsTooLongFailsTheStart();
    void portsAreDifferentAndFree();

private:
    static Command command(const QString &script);
    void add(const QString &script, bool ready, std::chrono::milliseconds patience = std::chrono::seconds(20));
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_parent;
    std::unique_ptr<LocalStack> m_stack;
};

void TestLocalStack::init()
{
    m_parent = std::make_unique<QTemporaryDir>(u"/tmp/tst-XXXXXX"_s);
    m_stack = std::make_unique<LocalStack>(m_clock);
    QVERIFY(m_stack->prepare(m_parent->path()).ok());
}

void TestLocalStack::cleanup()
{
    m_stack.reset();
}

Command TestLocalStack::command(const QString &script)
{
    Command command;
    command.arguments = {u"sh"_s, u"-c"_s, script};
    return command;
}

void TestLocalStack::add(const QString &script, bool ready, std::chrono::milliseconds patience)
{
    m_stack->add({.name = u"server"_s,
                  .command = command(script),
                  .ready = [ready](QObject *, const std::function<void(bool)> &answer) { answer(ready); },
                  .patience = patience});
}

void TestLocalStack::aServerThatAnswersIsReady()
{
    QSignalSpy ready(m_stack.get(), &LocalStack::serverReady);
    add(u"exec sleep 300"_s, true);
    m_stack->startServer(u"server"_s);
    QVERIFY(ready.wait());
    const qint64 pid = m_stack->serverPid(u"server"_s);
    QVERIFY(pid > 1);
    QFile recorded(m_stack->folder().path() + u"/pids/server"_s);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    QVERIFY(parseIdentity(recorded.readAll()) == identityOf(pid));
}

void TestLocalStack::aKilledServerStartsAgain()
{
    QSignalSpy ready(m_stack.get(), &LocalStack::serverReady);
    QSignalSpy ended(m_stack.get(), &LocalStack::serverEnded);
    add(u"exec sleep 300"_s, true);
    m_stack->startServer(u"server"_s);
    QVERIFY(ready.wait());
    const qint64 first = m_stack->serverPid(u"server"_s);
    m_stack->killServer(u"server"_s);
    QTRY_COMPARE(m_stack->serverPid(u"server"_s), qint64(0));
    QVERIFY(!identityOf(first).has_value());
    m_stack->startServer(u"server"_s);
    QVERIFY(ready.wait());
    QVERIFY(m_stack->serverPid(u"server"_s) > 1);
    // It was our wish each time.
    QCOMPARE(ended.count(), 0);
}

void TestLocalStack::aServerThatEndsByItselfIsTold()
{
    QSignalSpy ready(m_stack.get(), &LocalStack::serverReady);
    QSignalSpy ended(m_stack.get(), &LocalStack::serverEnded);
    add(u"exec sleep 300"_s, true);
    m_stack->startServer(u"server"_s);
    QVERIFY(ready.wait());
    ::kill(pid_t(m_stack->serverPid(u"server"_s)), SIGTERM);
    QVERIFY(ended.wait());
    QCOMPARE(ended.front().front().toString(), u"server"_s);
}

void TestLocalStack::aServerThatEndsTooSoonFailsWithWhatItSaid()
{
    QSignalSpy failed(m_stack.get(), &LocalStack::serverFailed);
    add(u"echo 'bind: address already in use' >&2; exit 3"_s, false);
    m_stack->startServer(u"server"_s);
    QVERIFY(failed.wait());
    const auto error = failed.front().at(1).value<Error>();
    QCOMPARE(error.where, u"server"_s);
    QVERIFY2(error.detail.contains(u"code 3"_s) && error.detail.contains(u"address already in use"_s), qPrintable(error.detail));
}

void TestLocalStack::aServerThatIsNeverReadyFails()
{
    QSignalSpy failed(m_stack.get(), &LocalStack::serverFailed);
    add(u"exec sleep 300"_s, false, std::chrono::milliseconds(1));
    m_stack->startServer(u"server"_s);
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().at(1).value<Error>().kind, Error::Kind::Timeout);
}

void TestLocalStack::stopEndsEverythingAndTheFolder()
{
    QSignalSpy ready(m_stack.get(), &LocalStack::serverReady);
    QSignalSpy stopped(m_stack.get(), &LocalStack::stopped);
    add(u"sleep 300 & exec sleep 300"_s, true);
    m_stack->startServer(u"server"_s);
    QVERIFY(ready.wait());
    const QString folder = m_stack->folder().path();
    const qint64 pid = m_stack->serverPid(u"server"_s);
    bool toolEnded = false;
    m_stack->run(command(u"exec sleep 300"_s), this, [&toolEnded](const Result<QString> &done) { toolEnded = !done.ok(); });
    m_stack->stop();
    QVERIFY(stopped.wait(20'000));
    QTRY_VERIFY(toolEnded);
    QVERIFY(!QFile::exists(folder));
    QVERIFY(!identityOf(pid).has_value());
}

void TestLocalStack::toolsAnswerWithTheirOutputOrTheirFault()
{
    QString output;
    std::optional<Error> error;
    m_stack->runAll({command(u"echo one"_s), command(u"echo two"_s)}, this, [&output](const Result<QString> &done) {
        output = done ? *done : QString();
    });
    QTRY_COMPARE(output.trimmed(), u"two"_s);
    m_stack->runAll({command(u"echo wrong; exit 4"_s), command(u"echo two"_s)}, this, [&error](const Result<QString> &done) {
        if (!done)
            error = done.error();
    });
    QTRY_VERIFY(error.has_value());
    QVERIFY2(error->detail.contains(u"code 4"_s) && error->detail.contains(u"wrong"_s), qPrintable(error->detail));
}

void TestLocalStack::aMissingPackageIsNamed()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_parent->path().toUtf8());
    DemoPlatform platform({.parentFolder = m_parent->path()}, m_clock);
    QSignalSpy failed(&platform, &DemoPlatform::failed);
    platform.start();
    const bool told = failed.wait();
    qputenv("PATH", path);
    QVERIFY(told);
    const auto error = failed.front().front().value<Error>();
    QCOMPARE(error.kind, Error::Kind::MissingTool);
    QVERIFY2(error.detail.contains(u"prometheus"_s) && error.detail.contains(u"apt install"_s), qPrintable(error.detail));
}

void TestLocalStack::aFolderThatIsTooLongFailsTheStart()
{
    const QString parent = m_parent->filePath(QString(70, u'x'));
    QVERIFY(QDir().mkpath(parent));
    // Any program will do: it is never started.
    DemoPlatform platform({.servicePath = u"/bin/true"_s, .parentFolder = parent}, m_clock);
    QSignalSpy failed(&platform, &DemoPlatform::failed);
    platform.start();
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<Error>().kind, Error::Kind::Invalid);
    QVERIFY(!platform.isReady());
    QVERIFY(QDir(parent).isEmpty());
}

void TestLocalStack::portsAreDifferentAndFree()
{
    const auto ports = freePorts(20);
    QVERIFY(ports.ok());
    QCOMPARE(QSet<quint16>(ports->begin(), ports->end()).size(), 20);
    for (const quint16 port : *ports)
        QVERIFY(port >= 1024);
}

WATCHFLOOR_TEST(TestLocalStack)
#include "tst_localstack.moc"
