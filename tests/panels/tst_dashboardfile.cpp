#include "models/panels/dashboardfile.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray original = "# ours\ndashboard: Payment\npanels:\n  - {title: Errors, queries: [up]} # first\n  - {title: Up, kind: stat, queries: [up]}\n";

struct Folder
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"payment.yaml"_s);

    explicit Folder(const QByteArray &text = original) { write(text); }
    void write(const QByteArray &text) const { writeFile(path, text); }
    QByteArray text() const { return contentOf(path); }
};

Panel renamed(const DashboardFile &file, const QString &title)
{
    Panel panel = file.dashboard().panels[0];
    panel.title = title;
    return panel;
}

} // namespace

class TestDashboardFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAndTakesBack()
    {
        Folder folder;
        auto file = DashboardFile::open(folder.path);
        QVERIFY(file.ok());
        QVERIFY(!file->canUndo());
        QVERIFY(file->change(0, renamed(*file, u"Failures"_s)).ok());
        QCOMPARE(folder.text(), QByteArray(original).replace("Errors", "Failures"));
        QCOMPARE(file->dashboard().panels[0].title, u"Failures"_s);
        QVERIFY(file->remove(1).ok());
        QCOMPARE(file->dashboard().panels.size(), size_t(1));
        QVERIFY(file->undo().ok());
        QCOMPARE(folder.text(), QByteArray(original).replace("Errors", "Failures"));
        QVERIFY(!file->canUndo());
        QVERIFY(!file->undo().ok());
    }

    void addsBelowEverything()
    {
        Folder folder;
        auto file = DashboardFile::open(folder.path);
        Panel panel = file->dashboard().panels[1];
        panel.at = placeBelow(file->dashboard(), panel.at);
        QVERIFY(file->add(panel).ok());
        QVERIFY(folder.text().startsWith(original));
        QCOMPARE(file->dashboard().panels[2].at.y, 8);
        QCOMPARE(placeBelow({}).y, 0);
    }

    void doesNotWriteOverOthers()
    {
        Folder folder;
        auto file = DashboardFile::open(folder.path);
        const QByteArray theirs = original + "  - {title: Theirs, queries: [up]}\n";
        folder.write(theirs);
        QVERIFY(!file->isUnchanged());
        const auto written = file->change(0, renamed(*file, u"Ours"_s));
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, Error::Kind::Invalid);
        QVERIFY(written.error().detail.contains(u"meanwhile"));
        QCOMPARE(folder.text(), theirs);
    }

    void doesNotTakeBackWhatOthersChanged()
    {
        Folder folder;
        auto file = DashboardFile::open(folder.path);
        QVERIFY(file->remove(0).ok());
        const QByteArray theirs = folder.text() + "# theirs\n";
        folder.write(theirs);
        QVERIFY(!file->undo().ok());
        QCOMPARE(folder.text(), theirs);
    }

    void keepsLinkAndMode()
    {
        Folder folder;
        const QString link = folder.folder.filePath(u"link.yaml"_s);
        QVERIFY(QFile::link(folder.path, link));
        const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QVERIFY(QFile::setPermissions(folder.path, mode));
        auto file = DashboardFile::open(link);
        QVERIFY(file->change(0, renamed(*file, u"Failures"_s)).ok());
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(folder.text().contains("Failures"));
        QCOMPARE(QFile::permissions(folder.path), QFile::Permissions(mode));
    }

    /// The disk takes no byte more: what was there stays.
    void aFailedWriteChangesNothing()
    {
        Folder folder;
        auto file = DashboardFile::open(folder.path);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = before;
        none.rlim_cur = 0;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        const auto written = file->change(0, renamed(*file, u"Failures"_s));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, ignored);
        QVERIFY(!written.ok());
        QCOMPARE(folder.text(), original);
        QCOMPARE(file->text(), original);
        QVERIFY(file->change(0, renamed(*file, u"Failures"_s)).ok());
    }

    void refusesWhatIsNoDashboard_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("broken") << QByteArray("dashboard: [");
        QTest::newRow("Grafana's") << QByteArray("{\"schemaVersion\": 39, \"panels\": []}");
    }
    void refusesWhatIsNoDashboard()
    {
        QFETCH(QByteArray, text);
        Folder folder(text);
        QVERIFY(!DashboardFile::open(folder.path).ok());
        QVERIFY(!DashboardFile::open(folder.path + u".not"_s).ok());
    }
};

WATCHFLOOR_TEST(TestDashboardFile)
#include "tst_dashboardfile.moc"
