#include "app/invocation.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

std::variant<Invocation, int> read(const QStringList &words)
{
    std::vector<QByteArray> kept{QByteArrayLiteral("watchfloor")};
    for (const QString &word : words)
        kept.push_back(word.toUtf8());
    std::vector<const char *> arguments;
    for (const QByteArray &word : kept)
        arguments.push_back(word.constData());
    return readCommandLine(int(arguments.size()), arguments.data());
}

using Check = std::function<bool(const Invocation &)>;

/// A check of the verb that is expected; another verb fails it.
template <typename Verb>
Check verb(std::function<bool(const Verb &, const Invocation &)> holds)
{
    return [holds](const Invocation &invocation) {
        const auto *read = std::get_if<Verb>(&invocation.verb);
        return read && holds(*read, invocation);
    };
}

} // namespace

Q_DECLARE_METATYPE(Check)

class TestInvocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryVerb_data();
    void readsEveryVerb();
    void endsInItsExitCode_data();
    void endsInItsExitCode();
    void onlyPicturesNeedAGui_data();
    void onlyPicturesNeedAGui();
};

void TestInvocation::readsEveryVerb_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<Check>("holds");
    using Window = OpenWindow;
    QTest::newRow("explain") << QStringList{u"explain"_s, u"metrics"_s, u"a 1"_s, u"--set"_s, u"format=text"_s, u"--set"_s, u"x=1"_s}
                             << verb<ExplainVerb>([](const auto &explain, const auto &) {
                                    return explain.kind == u"metrics" && explain.text == u"a 1" && !explain.batch
                                           && explain.settings == QStringList{u"format=text"_s, u"x=1"_s};
                                });
    QTest::newRow("explain a batch") << QStringList{u"explain"_s, u"--batch"_s} << verb<ExplainVerb>([](const auto &explain, const auto &) {
        return explain.batch && explain.kind.isEmpty() && explain.text.isNull() && explain.settings.isEmpty();
    });
    QTest::newRow("explain an empty text") << QStringList{u"explain"_s, u"metrics"_s, u""_s} << verb<ExplainVerb>([](const auto &explain, const auto &) {
        return !explain.text.isNull() && explain.text.isEmpty();
    });
    QTest::newRow("import") << QStringList{u"import"_s, u"nodes.json"_s, u"--json"_s, u"-o"_s, u"here"_s} << verb<ImportVerb>([](const auto &import, const auto &all) {
        return import.file == u"nodes.json" && import.folder == u"here" && all.json;
    });
    QTest::newRow("import from standard input") << QStringList{u"import"_s, u"-"_s} << verb<ImportVerb>([](const auto &import, const auto &) { return import.file == u"-" && import.folder.isEmpty(); });
    QTest::newRow("nothing") << QStringList{} << verb<Window>([](const auto &window, const auto &all) {
        return window.workspaceOrUrl.isEmpty() && all.workspace.isEmpty() && !window.wall && !window.demo && !all.json && !all.verbose;
    });
    QTest::newRow("a url") << QStringList{u"http://127.0.0.1:9090"_s} << verb<Window>([](const auto &window, const auto &all) {
        return window.workspaceOrUrl == u"http://127.0.0.1:9090" && all.workspace == window.workspaceOrUrl;
    });
    QTest::newRow("wall of a file") << QStringList{u"--wall"_s, u"-v"_s, u"shop.yaml"_s} << verb<Window>([](const auto &window, const auto &all) {
        return window.wall && all.verbose && window.workspaceOrUrl == u"shop.yaml";
    });
    QTest::newRow("demo drawn") << QStringList{u"--demo"_s, u"--render"_s, u"out"_s, u"--exit-after-render"_s}
                                << verb<Window>([](const auto &window, const auto &) { return window.demo && window.renderFolder == u"out" && window.exitAfterRender; });
    QTest::newRow("check of two") << QStringList{u"check"_s, u"a.yaml"_s, u"b.yaml"_s, u"--json"_s} << verb<CheckVerb>([](const auto &check, const auto &all) {
        return check.workspaces == QStringList{u"a.yaml"_s, u"b.yaml"_s} && all.json;
    });
    QTest::newRow("check by -w") << QStringList{u"check"_s, u"-w"_s, u"a.yaml"_s}
                                 << verb<CheckVerb>([](const auto &check, const auto &) { return check.workspaces == QStringList{u"a.yaml"_s}; });
    QTest::newRow("status by -w") << QStringList{u"status"_s, u"-w"_s, u"a.yaml"_s}
                                  << verb<StatusVerb>([](const auto &, const auto &all) { return all.workspace == u"a.yaml" && !all.json; });
    QTest::newRow("status by its word") << QStringList{u"status"_s, u"a.yaml"_s, u"--json"_s}
                                        << verb<StatusVerb>([](const auto &, const auto &all) { return all.workspace == u"a.yaml" && all.json; });
    QTest::newRow("alerts filtered twice") << QStringList{u"alerts"_s, u"--filter"_s, u"severity=critical"_s, u"--filter"_s, u"service=payment"_s}
                                           << verb<AlertsVerb>([](const auto &alerts, const auto &) { return alerts.filters.size() == 2; });
    QTest::newRow("probe") << QStringList{u"probe"_s, u"payment/system"_s}
                           << verb<ProbeVerb>([](const auto &probe, const auto &) { return probe.endpoints == QStringList{u"payment/system"_s}; });
    QTest::newRow("metrics strictly") << QStringList{u"metrics"_s, u"-"_s, u"--openmetrics"_s}
                                      << verb<MetricsVerb>([](const auto &metrics, const auto &) { return metrics.fileOrUrl == u"-" && metrics.openMetrics; });
    QTest::newRow("slo status") << QStringList{u"slo"_s, u"status"_s, u"--json"_s} << verb<SloStatusVerb>([](const auto &, const auto &all) { return all.json; });
    QTest::newRow("run") << QStringList{u"run"_s, u"roll-back"_s, u"-p"_s, u"commit=abc"_s, u"-p"_s, u"note=a=b"_s, u"--yes"_s, u"--reason"_s, u"errors rise"_s}
                         << verb<RunVerb>([](const auto &run, const auto &) {
                                return run.runbook == u"roll-back" && run.parameters == QStringList{u"commit=abc"_s, u"note=a=b"_s} && run.yes && !run.dryRun
                                       && run.reason == u"errors rise";
                            });
    QTest::newRow("dry run") << QStringList{u"run"_s, u"warm-cache"_s, u"--dry-run"_s}
                             << verb<RunVerb>([](const auto &run, const auto &) { return run.dryRun && !run.yes; });
    QTest::newRow("audit show") << QStringList{u"audit"_s, u"show"_s, u"17"_s}
                                << verb<AuditVerb>([](const auto &audit, const auto &) { return audit.action == AuditVerb::Action::Show && audit.record == 17; });
    QTest::newRow("audit export") << QStringList{u"audit"_s, u"export"_s, u"-o"_s, u"a.jsonl"_s} << verb<AuditVerb>([](const auto &audit, const auto &) {
        return audit.action == AuditVerb::Action::Export && audit.output == u"a.jsonl";
    });
    QTest::newRow("silence add") << QStringList{u"silence"_s, u"add"_s, u"alertname=HighErrorRate"_s, u"--for"_s, u"2h"_s, u"--comment"_s, u"known"_s}
                                 << verb<SilenceVerb>([](const auto &silence, const auto &) {
                                        return silence.action == SilenceVerb::Action::Add && silence.matchers.size() == 1 && silence.duration == u"2h"
                                               && silence.comment == u"known";
                                    });
    QTest::newRow("silence expire") << QStringList{u"silence"_s, u"expire"_s, u"8f2c"_s, u"--source"_s, u"am-1"_s} << verb<SilenceVerb>([](const auto &silence, const auto &) {
        return silence.action == SilenceVerb::Action::Expire && silence.ids == QStringList{u"8f2c"_s} && silence.source == u"am-1";
    });
    QTest::newRow("snapshot by default") << QStringList{u"snapshot"_s, u"-o"_s, u"a.png"_s} << verb<SnapshotVerb>([](const auto &snapshot, const auto &) {
        return snapshot.page == u"overview" && snapshot.size == QSize(1920, 1080) && !snapshot.light && snapshot.output == u"a.png" && snapshot.range == u"1h";
    });
    QTest::newRow("smallest light snapshot") << QStringList{u"snapshot"_s, u"--page"_s, u"slos/a b"_s, u"--size"_s, u"320x240"_s, u"--theme"_s, u"light"_s, u"-o"_s, u"a.png"_s}
                                             << verb<SnapshotVerb>([](const auto &snapshot, const auto &) {
                                                    return snapshot.page == u"slos/a b" && snapshot.size == QSize(320, 240) && snapshot.light;
                                                });
}

void TestInvocation::readsEveryVerb()
{
    QFETCH(QStringList, words);
    QFETCH(Check, holds);
    const auto result = read(words);
    QVERIFY(std::holds_alternative<Invocation>(result));
    QVERIFY(holds(std::get<Invocation>(result)));
}

void TestInvocation::endsInItsExitCode_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("help") << QStringList{u"--help"_s} << exitFine;
    QTest::newRow("help of a verb") << QStringList{u"run"_s, u"--help"_s} << exitFine;
    QTest::newRow("version") << QStringList{u"--version"_s} << exitFine;
    QTest::newRow("unknown flag") << QStringList{u"--wat"_s} << exitCannot;
    QTest::newRow("unknown flag of a verb") << QStringList{u"status"_s, u"--wat"_s} << exitCannot;
    QTest::newRow("two workspaces") << QStringList{u"a.yaml"_s, u"b.yaml"_s} << exitCannot;
    QTest::newRow("status of two") << QStringList{u"status"_s, u"a.yaml"_s, u"b.yaml"_s} << exitCannot;
    QTest::newRow("run of nothing") << QStringList{u"run"_s} << exitCannot;
    QTest::newRow("slo without its verb") << QStringList{u"slo"_s} << exitCannot;
    QTest::newRow("audit without its verb") << QStringList{u"audit"_s} << exitCannot;
    QTest::newRow("record that is no number") << QStringList{u"audit"_s, u"show"_s, u"last"_s} << exitCannot;
    QTest::newRow("silence of nothing") << QStringList{u"silence"_s, u"add"_s} << exitCannot;
    QTest::newRow("metrics of nothing") << QStringList{u"metrics"_s} << exitCannot;
    QTest::newRow("snapshot to nowhere") << QStringList{u"snapshot"_s} << exitCannot;
    QTest::newRow("theme that is none") << QStringList{u"snapshot"_s, u"-o"_s, u"a.png"_s, u"--theme"_s, u"pink"_s} << exitCannot;
    for (const char *size : {"9x", "x", "640", "640x480x2", "319x240", "320x239", "16385x240", "-640x480", "99999999999x480", "axb", ""})
        QTest::addRow("size %s", size) << QStringList{u"snapshot"_s, u"-o"_s, u"a.png"_s, u"--size"_s, QString::fromLatin1(size)} << exitCannot;
}

void TestInvocation::endsInItsExitCode()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const auto result = read(words);
    QVERIFY(std::holds_alternative<int>(result));
    QCOMPARE(std::get<int>(result), code);
}

void TestInvocation::onlyPicturesNeedAGui_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("gui");
    QTest::newRow("window") << QStringList{} << true;
    QTest::newRow("snapshot") << QStringList{u"snapshot"_s, u"-o"_s, u"a.png"_s} << true;
    QTest::newRow("status") << QStringList{u"status"_s} << false;
    QTest::newRow("run") << QStringList{u"run"_s, u"warm-cache"_s} << false;
    QTest::newRow("check") << QStringList{u"check"_s} << false;
}

void TestInvocation::onlyPicturesNeedAGui()
{
    QFETCH(QStringList, words);
    QFETCH(bool, gui);
    const auto result = read(words);
    QVERIFY(std::holds_alternative<Invocation>(result));
    QCOMPARE(needsGui(std::get<Invocation>(result)), gui);
}

WATCHFLOOR_TEST(TestInvocation)
#include "tst_invocation.moc"
