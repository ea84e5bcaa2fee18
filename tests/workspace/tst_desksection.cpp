#include "tests/support/testregistry.h"
#include "tests/workspace/faultrows.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {
const QByteArray head = "workspace: A\nservices:\n  - {name: payment, owner: team-pay}\n  - {name: hotel}\n";

QByteArray chime()
{
    return contentOf(qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR") + QStringLiteral("/resources/sounds/chime.wav"));
}
}

class TestDeskSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeDesk()
    {
        WorkspaceFolder folder;
        folder.write("sounds/own.wav", chime());
        const WorkspaceDocument document =
            folder.read(head
                        + "desk:\n  sounds: {critical: siren, warning: sounds/own.wav, info: none}\n  repeat: 2m\n  quiet:\n"
                          "    - {from: 22:00, to: '07:00', days: [sun, Mon], time_zone: Europe/Berlin}\n    - {from: '12:00', to: '13:00'}\n"
                          "  through_quiet: critical\n  services: [payment]\n  owners: team-pay\n");
        QVERIFY2(document.workspace, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        DeskPolicy wanted;
        wanted.sounds = {{Severity::Critical, QStringLiteral("siren")}, {Severity::Warning, folder.path(QStringLiteral("sounds/own.wav"))}, {Severity::Info, QStringLiteral("none")}};
        wanted.repeat = 2min;
        wanted.quiet = {{QTime(22, 0), QTime(7, 0), {1, 7}, "Europe/Berlin"}, {QTime(12, 0), QTime(13, 0), {}, {}}};
        wanted.throughQuiet = Severity::Critical;
        wanted.services = {QStringLiteral("payment")};
        wanted.owners = {QStringLiteral("team-pay")};
        QCOMPARE(document.workspace->desk, wanted);
    }

    void nothingIsTheDefault()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head);
        QVERIFY(document.workspace);
        QCOMPARE(document.workspace->desk, DeskPolicy());
    }

    void refusesWithAPlace_data()
    {
        addFaultColumns();
        const auto row = [](const char *name, const QByteArray &desk, const char *path, const char *word) { faultRow(name, head + "desk: " + desk + "\n", 5, path, word); };
        row("unknown key", "{sound: {}}", "desk.sound", "sounds");
        row("unknown severity", "{sounds: {loud: siren}}", "desk.sounds.loud", "loud");
        row("unknown sound", "{sounds: {critical: trumpet}}", "desk.sounds.critical", "siren, knock, chime, pulse, none");
        row("a sound that is not there", "{sounds: {critical: none.wav}}", "desk.sounds.critical", "not-found");
        row("a sound that is none", "{sounds: {critical: watchfloor.yaml}}", "desk.sounds.critical", "not a WAV file");
        row("a device", "{sounds: {critical: /dev/zero}}", "desk.sounds.critical", "not an ordinary file");
        row("too often", "{repeat: 1s}", "desk.repeat", "5s");
        row("no end", "{quiet: [{from: '22:00'}]}", "desk.quiet[0]", "to");
        row("no time", "{quiet: [{from: '25:00', to: '07:00'}]}", "desk.quiet[0].from", "time of day");
        row("no day", "{quiet: [{from: '22:00', to: '07:00', days: [moonday]}]}", "desk.quiet[0].days[0]", "moonday");
        row("no zone", "{quiet: [{from: '22:00', to: '07:00', time_zone: Mars/Olympus}]}", "desk.quiet[0].time_zone", "Mars/Olympus");
        row("no severity", "{through_quiet: loud}", "desk.through_quiet", "loud");
        row("no service", "{services: [taxi]}", "desk.services", "taxi");
        row("no owner", "{owners: [team-fly]}", "desk.owners", "team-fly");
    }
    void refusesWithAPlace() { compareOnlyFault(); }
};

WATCHFLOOR_TEST(TestDeskSection)
#include "tst_desksection.moc"
