#include "tests/support/testregistry.h"
#include "tests/workspace/faultrows.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
const QByteArray head = "workspace: A\n";
}

class TestHistorySection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHowLongAndWho()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head
                                                       + "policy:\n  history: 30d\n  shifts:\n    - {name: day, from: '08:00', to: '20:00', days: [mon, fri], time_zone: Europe/Berlin}\n"
                                                         "    - {name: night, from: '20:00', to: '08:00'}\n");
        QVERIFY2(document.workspace, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        const AlertPolicy &policy = document.workspace->alertPolicy;
        QCOMPARE(policy.historyDays, 30);
        QCOMPARE(policy.shifts, (std::vector<Shift>{{QStringLiteral("day"), 480, 1200, "Europe/Berlin", {1, 5}}, {QStringLiteral("night"), 1200, 480}}));
    }

    void nothingIsTheDefault()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head);
        QVERIFY(document.workspace);
        QCOMPARE(document.workspace->alertPolicy.historyDays, 90);
        QVERIFY(document.workspace->alertPolicy.shifts.empty());
    }

    void refusesWithAPlace_data()
    {
        addFaultColumns();
        const auto row = [](const char *name, const QByteArray &policy, const char *path) { faultRow(name, head + "policy: {" + policy + "}\n", 0, path, ""); };
        row("kept for less than a day", "history: 1h", "policy.history");
        row("no duration", "history: long", "policy.history");
        row("a shift without a name", "shifts: [{from: '08:00', to: '20:00'}]", "policy.shifts[0]");
        row("a shift without an end", "shifts: [{name: day, from: '08:00'}]", "policy.shifts[0]");
        row("no time of day", "shifts: [{name: day, from: '25:00', to: '20:00'}]", "policy.shifts[0].from");
        row("no zone", "shifts: [{name: day, from: '08:00', to: '20:00', time_zone: Mars/Base}]", "policy.shifts[0].time_zone");
        row("an unknown key", "shifts: [{name: day, from: '08:00', to: '20:00', who: me}]", "policy.shifts[0].who");
    }

    void refusesWithAPlace() { compareOnlyFault(); }
};

WATCHFLOOR_TEST(TestHistorySection)
#include "tst_historysection.moc"
