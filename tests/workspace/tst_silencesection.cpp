#include "tests/support/testregistry.h"
#include "tests/workspace/faultrows.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const QByteArray head = "workspace: A\nsources:\n  - {name: am-1, alertmanager: {url: http://a, cluster: eu}}\n  - {name: main, prometheus: {url: http://p}}\n";

QByteArray window(const QByteArray &rest)
{
    return head + "maintenance:\n  - {name: backup, match: ['service=\"payment\"'], at: '02:00', for: 2h" + rest + "}\n";
}

} // namespace

class TestSilenceSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeWindow()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document =
            folder.read(head
                        + "maintenance:\n  - name: Nightly backup\n    match: ['service=\"payment\"', 'severity!=\"critical\"']\n    days: [Sun, sat]\n    at: 02:00\n"
                          "    for: 2h30m\n    time_zone: Europe/Berlin\n    ahead: 12h\n    from: 2026-11-28\n    until: 2028-02-29\n    sources: [am-1]\n"
                          "    comment: The backup runs\n  - {name: b, match: 'env=\"lab\"', at: '23:59', for: 1m, days: mon}\n");
        QVERIFY2(document.workspace, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        QCOMPARE(document.workspace->maintenance.size(), size_t(2));
        const MaintenanceWindow &first = document.workspace->maintenance.front();
        QCOMPARE(first.name, QStringLiteral("Nightly backup"));
        QCOMPARE(matchersText(first.matchers), QStringLiteral("{service=\"payment\", severity!=\"critical\"}"));
        QCOMPARE(first.days, (QList<int>{6, 7}));
        QCOMPARE(first.at, QTime(2, 0));
        QCOMPARE(first.length, std::chrono::milliseconds(150min));
        QCOMPARE(first.timeZone, QByteArray("Europe/Berlin"));
        QCOMPARE(first.ahead, std::chrono::milliseconds(12h));
        QCOMPARE(first.from, std::optional(QDate(2026, 11, 28)));
        QCOMPARE(first.until, std::optional(QDate(2028, 2, 29)));
        QCOMPARE(first.sources, QStringList{QStringLiteral("am-1")});
        QCOMPARE(first.comment, QStringLiteral("The backup runs"));
        const MaintenanceWindow &second = document.workspace->maintenance.back();
        QCOMPARE(second.days, QList<int>{1});
        QCOMPARE(second.timeZone, QByteArray());
        QCOMPARE(second.ahead, std::chrono::milliseconds(24h));
        QVERIFY(!second.from && !second.until && second.sources.isEmpty());
    }

    void readsThePolicy()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document =
            folder.read(head + "policy: {silences: {longest: 8h, need: [service, instance], most: 50, comment: false, warn_before: 10m, acknowledge: 2h}}\n");
        QVERIFY(document.workspace);
        const SilencePolicy &policy = document.workspace->silencePolicy;
        QCOMPARE(policy.longest, std::chrono::milliseconds(8h));
        QCOMPARE(policy.need, (QStringList{QStringLiteral("service"), QStringLiteral("instance")}));
        QCOMPARE(policy.most, std::optional(50));
        QCOMPARE(policy.commentNeeded, false);
        QCOMPARE(policy.warnBefore, std::chrono::milliseconds(10min));
        QCOMPARE(document.workspace->alertPolicy.acknowledgeSilence, std::chrono::milliseconds(2h));
        QVERIFY(folder.read(head).workspace->silencePolicy == SilencePolicy());
        QCOMPARE(folder.read(head).workspace->alertPolicy.acknowledgeSilence, std::chrono::milliseconds(4h));
        // What no silence may last, none behind an acknowledgement does.
        QCOMPARE(folder.read(head + "policy: {silences: {longest: 90m}}\n").workspace->alertPolicy.acknowledgeSilence, std::chrono::milliseconds(90min));
    }

    void namesWhatIsWrong_data()
    {
        addFaultColumns();
        constexpr auto row = faultRow;
        row("not a list", head + "maintenance: {name: a}\n", 5, "maintenance", "list");
        row("no name", head + "maintenance:\n  - {match: 'a=\"b\"', at: '02:00', for: 1h}\n", 6, "maintenance[0]", "name");
        row("no matcher", head + "maintenance:\n  - {name: a, at: '02:00', for: 1h}\n", 6, "maintenance[0]", "match");
        row("an empty list of matchers", head + "maintenance:\n  - {name: a, match: [], at: '02:00', for: 1h}\n", 6, "maintenance[0].match", "at least one matcher");
        row("an unreadable matcher", head + "maintenance:\n  - {name: a, match: ['a=\"b\"', 'c=~\"(\"'], at: '02:00', for: 1h}\n", 6, "maintenance[0].match[1]", "c=~");
        row("everything", head + "maintenance:\n  - {name: a, match: 'a!=\"b\"', at: '02:00', for: 1h}\n", 6, "maintenance[0].match", "every alert");
        row("any name", head + "maintenance:\n  - {name: a, match: 'alertname=~\".+\"', at: '02:00', for: 1h}\n", 6, "maintenance[0].match", "every alert");
        row("no time", head + "maintenance:\n  - {name: a, match: 'a=\"b\"', for: 1h}\n", 6, "maintenance[0]", "at");
        row("an hour too many", head + "maintenance:\n  - {name: a, match: 'a=\"b\"', at: '24:00', for: 1h}\n", 6, "maintenance[0].at", "24:00");
        row("a time of words", head + "maintenance:\n  - {name: a, match: 'a=\"b\"', at: noon, for: 1h}\n", 6, "maintenance[0].at", "noon");
        row("no length", head + "maintenance:\n  - {name: a, match: 'a=\"b\"', at: '02:00'}\n", 6, "maintenance[0]", "for");
        row("too long", head + "maintenance:\n  - {name: a, match: 'a=\"b\"', at: '02:00', for: 8d}\n", 6, "maintenance[0].for", "1w");
        row("too far ahead", window(", ahead: 31d"), 6, "maintenance[0].ahead", "30d");
        row("an unknown zone", window(", time_zone: Europe/Atlantis"), 6, "maintenance[0].time_zone", "Atlantis");
        row("an unknown day", window(", days: [sat, holiday]"), 6, "maintenance[0].days[1]", "holiday");
        row("a day twice", window(", days: [sat, SAT]"), 6, "maintenance[0].days[1]", "twice");
        row("a date that is not", window(", from: 2027-02-29"), 6, "maintenance[0].from", "2027-02-29");
        row("dates turned round", window(", from: 2026-11-28, until: 2026-11-27"), 6, "maintenance[0].until", "before the first");
        row("an unknown source", window(", sources: [am-2]"), 6, "maintenance[0].sources[0]", "am-2");
        row("a source of another kind", window(", sources: [am-1, main]"), 6, "maintenance[0].sources[1]", "not an Alertmanager");
        row("an unknown key", window(", zone: UTC"), 6, "maintenance[0].zone", "time_zone");
        row("two of one name", window("") + "  - {name: backup, match: 'a=\"b\"', at: '02:00', for: 1h}\n", 7, "maintenance[1].name", "line 6");
        row("an unknown word of the policy", head + "policy: {silences: {maximum: 1h}}\n", 5, "policy.silences.maximum", "maximum");
        row("most of less than nothing", head + "policy: {silences: {most: -1}}\n", 5, "policy.silences.most", "0");
        row("a comment of neither yes nor no", head + "policy: {silences: {comment: perhaps}}\n", 5, "policy.silences.comment", "perhaps");
        row("an acknowledgement longer than any silence", head + "policy: {silences: {longest: 2h, acknowledge: 3h}}\n", 5, "policy.silences.acknowledge", "2h");
        row("longest of nothing", head + "policy: {silences: {longest: 0s}}\n", 5, "policy.silences.longest", "1m");
    }

    void namesWhatIsWrong() { compareOnlyFault(); }
};

WATCHFLOOR_TEST(TestSilenceSection)
#include "tst_silencesection.moc"
