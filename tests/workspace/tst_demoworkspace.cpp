#include "models/workspace/workspacecheck.h"
#include "tests/support/testregistry.h"
#include "tests/workspace/workspacefolder.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// A likely value for what stands between the at-signs of a template.
QString valueFor(const QString &name)
{
    if (name.endsWith(u"_URL"))
        return QStringLiteral("http://127.0.0.1:9090");
    if (name.contains(u"PORT"))
        return QStringLiteral("9108");
    if (name == u"SERVICE")
        return QStringLiteral("payment");
    if (name == u"FOLDER" || name.endsWith(u"DIRECTORY"))
        return QStringLiteral("/tmp/wf-demo");
    return name == u"VERIFY_WITHIN" ? QStringLiteral("60s") : QStringLiteral("5s");
}

QString filled(QString text)
{
    static const QRegularExpression place(QStringLiteral("@([A-Za-z][A-Za-z0-9_-]*)@"));
    for (QRegularExpressionMatch match = place.match(text); match.hasMatch(); match = place.match(text))
        text.replace(match.captured(0), valueFor(match.captured(1)));
    return text;
}

} // namespace

/// The workspace that the demo platform is shown with is a workspace.
class TestDemoWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWithoutFaults()
    {
        const QDir templates(qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR") + QStringLiteral("/resources/demo/workspace"));
        WorkspaceFolder folder;
        for (QDirIterator each(templates.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            folder.write(filled(templates.relativeFilePath(file.fileName())).toLatin1().constData(), filled(QString::fromUtf8(file.readAll())).toUtf8());
        }
        const WorkspaceDocument document = readWorkspace(folder.path());
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
        const Workspace &workspace = *document.workspace;
        QVERIFY(workspace.isProduction());
        QVERIFY(workspace.prometheus());
        QVERIFY(workspace.services.size() >= 6);
        QVERIFY(!workspace.objectives.empty());
        QVERIFY(!workspace.dashboards.empty());
        QVERIFY(!workspace.runbooks.empty());
        QVERIFY(!workspace.endpoints.empty());
    }
};

WATCHFLOOR_TEST(TestDemoWorkspace)
#include "tst_demoworkspace.moc"
