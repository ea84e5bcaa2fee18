#include "models/stack/demotemplates.h"
#include "models/workspace/workspace.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// The demo's templates, read by those who will read them: the workspace reader and promtool.
class TestDemoWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWorkspaceHasNoFault();
    void everyPartIsThere();
    void theRollbackIsComplete();
    void serversAcceptTheirConfiguration_data();
    void serversAcceptTheirConfiguration();

private:
    QTemporaryDir m_folder;
    WorkspaceDocument m_document;
};

void TestDemoWorkspace::initTestCase()
{
    StackInfo info;
    info.folder = m_folder.path();
    info.prometheusUrl = QUrl(u"http://127.0.0.1:20001"_s);
    info.alertmanagerUrl = QUrl(u"http://127.0.0.1:20002"_s);
    info.redisExporterUrl = QUrl(u"http://127.0.0.1:20004"_s);
    info.redisPort = 20005;
    quint16 port = 20010;
    for (const auto &name : {u"api-gateway"_s, u"auth"_s, u"payment"_s, u"ecommerce"_s, u"hotel"_s, u"taxi"_s})
        info.services.push_back({name, port++, m_folder.filePath(u"services/"_s + name), QUrl()});
    const auto files = stackFiles(info, templateValues(info, {20001, 20002, 20003, 20004}, timingOf(StackProfile::Demo), u"/bin/true"_s));
    QVERIFY(files.ok());
    for (const StackFile &made : *files) {
        const QString path = m_folder.filePath(made.path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.text.toUtf8());
    }
    m_document = readWorkspace(m_folder.filePath(u"workspace"_s));
}

void TestDemoWorkspace::theWorkspaceHasNoFault()
{
    for (const Fault &fault : m_document.faults)
        qWarning("%s:%d:%d: %s", qPrintable(fault.file), fault.line, fault.column, qPrintable(fault.message));
    QCOMPARE(m_document.faults.size(), size_t(0));
    QVERIFY(m_document.workspace.has_value());
}

void TestDemoWorkspace::everyPartIsThere()
{
    QVERIFY(m_document.workspace.has_value());
    const Workspace &workspace = *m_document.workspace;
    QVERIFY(workspace.isProduction());
    QCOMPARE(workspace.sources.size(), size_t(8));
    QCOMPARE(workspace.services.size(), size_t(8));
    QCOMPARE(workspace.endpoints.size(), size_t(14));
    QCOMPARE(workspace.objectives.size(), size_t(6));
    QCOMPARE(workspace.dashboards.size(), size_t(3));
    QCOMPARE(workspace.runbooks.size(), size_t(15));
    QVERIFY(workspace.wall.pages.size() >= 4);
}

void TestDemoWorkspace::theRollbackIsComplete()
{
    QVERIFY(m_document.workspace.has_value());
    const auto &runbooks = m_document.workspace->runbooks;
    const auto found = std::find_if(runbooks.begin(), runbooks.end(), [](const Runbook &one) { return one.name == u"rollback-payment"_s; });
    QVERIFY(found != runbooks.end());
    QCOMPARE(found->steps.size(), size_t(4));
    QCOMPARE(found->steps.front().kind, RunbookStep::Kind::Gate);
    QCOMPARE(found->steps.back().kind, RunbookStep::Kind::Verify);
    QCOMPARE(found->parameters.size(), size_t(1));
    QVERIFY(!found->parameters.front().choicesCommand.isEmpty());
    const auto command = resolveCommand(*found, found->steps[1].code, {{u"commit"_s, u"e8a0f59"_s}});
    QVERIFY(command.ok());
    QCOMPARE(command->argv.last(), u"e8a0f59"_s);
}

void TestDemoWorkspace::serversAcceptTheirConfiguration_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("rules") << QStringList{u"promtool"_s, u"check"_s, u"rules"_s, u"prometheus/rules.yaml"_s};
    QTest::newRow("Prometheus") << QStringList{u"promtool"_s, u"check"_s, u"config"_s, u"prometheus/prometheus.yml"_s};
    QTest::newRow("Alertmanager") << QStringList{u"amtool"_s, u"check-config"_s, u"alertmanager/alertmanager.yml"_s};
}

void TestDemoWorkspace::serversAcceptTheirConfiguration()
{
    QFETCH(QStringList, command);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.front(), command.mid(1));
    QVERIFY(process.waitForFinished(30'000));
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
}

WATCHFLOOR_TEST(TestDemoWorkspace)
#include "tst_demoworkspace.moc"
