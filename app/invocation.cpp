#include "app/invocation.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace Watchfloor {

namespace {

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list << QString::fromStdString(value);
    return list;
}

std::optional<QSize> parseSize(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    bool wide = false, high = false;
    const QSize size(parts[0].toInt(&wide), parts[1].toInt(&high));
    if (!wide || !high || size.width() < 320 || size.height() < 240 || size.width() > 16'384 || size.height() > 16'384)
        return std::nullopt;
    return size;
}

/// Where CLI11 puts what it reads, before it becomes an Invocation.
struct Words
{
    std::string workspace, window, render, fileOrUrl, runbook, reason, output, source, duration = "1h", comment, until, author, page = "overview",
                                                                                              size = "1920x1080", theme = "dark",
                                                                                              range = "1h";
    std::string kind, file;
    std::optional<std::string> text;
    std::vector<std::string> settings;
    std::vector<std::string> paths, filters, endpoints, parameters, matchers, ids;
    bool json = false, verbose = false, wall = false, demo = false, exitAfterRender = false, openMetrics = false, dryRun = false,
         yes = false, batch = false, expired = false;
    long long record = 0;
};

/// One flat table of verbs and their words.
void declare(CLI::App &app, Words &words)
{
    app.set_version_flag("--version", std::string("watchfloor ") + WATCHFLOOR_VERSION);
    app.require_subcommand(0, 1); // so that a kind to explain may be named as a verb
    app.add_option("WORKSPACE", words.window, "A workspace file or folder, or the URL of a Prometheus");
    app.add_flag("--wall", words.wall, "Show the wall: full screen, rotating pages, no actions");
    app.add_flag("--demo", words.demo, "Start the demo platform of real servers and watch it");
    app.add_option("--render", words.render, "With --demo: draw every page into this folder");
    app.add_flag("--exit-after-render", words.exitAfterRender, "With --render: stop when the pages are drawn");
    app.add_flag("-v,--verbose", words.verbose, "Write more into the log");

    const auto verb = [&app, &words](CLI::App *parent, const char *name, const char *help, bool workspace = true) {
        CLI::App *sub = (parent ? parent : &app)->add_subcommand(name, help);
        sub->add_flag("--json", words.json, "One JSON object on standard output");
        if (workspace)
            sub->add_option("-w,--workspace", words.workspace, "Workspace file or folder; default ./watchfloor.yaml");
        return sub;
    };
    verb(nullptr, "check", "Validate workspaces and print every error with its place")
        ->add_option("WORKSPACE", words.paths, "Workspace files or folders");
    verb(nullptr, "status", "Ask every source once; print the truth bar, services and firing alerts")
        ->add_option("WORKSPACE", words.paths, "Workspace file or folder")
        ->expected(0, 1);
    verb(nullptr, "alerts", "Alerts of all sources, merged")->add_option("--filter", words.filters, "A term such as severity=\"critical\", @state=firing or @age>10m; may be repeated");
    verb(nullptr, "probe", "Run endpoint checks once")->add_option("ENDPOINT", words.endpoints, "Endpoints as group/name; default all");
    CLI::App *metrics = verb(nullptr, "metrics", "Read an exposition page", false);
    metrics->add_option("FILE-OR-URL", words.fileOrUrl, "A file, - for standard input, or a URL")->required();
    metrics->add_flag("--openmetrics", words.openMetrics, "Read strictly as OpenMetrics");

    CLI::App *slo = app.add_subcommand("slo", "Service level objectives");
    slo->require_subcommand(1);
    verb(slo, "status", "Budgets now");

    CLI::App *run = verb(nullptr, "run", "Run a runbook here");
    run->add_option("RUNBOOK", words.runbook, "Its name")->required();
    run->add_option("-p,--parameter", words.parameters, "name=value; may be repeated");
    run->add_flag("--dry-run", words.dryRun, "Show what would run and judge the gates, run nothing");
    run->add_flag("--yes", words.yes, "Do not ask");
    run->add_option("--reason", words.reason, "Why, for the record");

    CLI::App *audit = app.add_subcommand("audit", "The audit log");
    audit->require_subcommand(1);
    verb(audit, "list", "Every record, oldest first");
    verb(audit, "show", "One record")->add_option("SEQ", words.record, "Its number")->required();
    verb(audit, "verify", "Prove that nothing was altered");
    verb(audit, "export", "Write the records as JSON lines")->add_option("-o,--output", words.output, "A file; default standard output");

    CLI::App *silence = app.add_subcommand("silence", "Silences of an Alertmanager");
    silence->require_subcommand(1);
    for (const char *action : {"add", "preview"}) {
        CLI::App *sub = verb(silence, action, std::string_view(action) == "add" ? "Post a silence and prove that it stands" : "What a silence would mute now");
        sub->add_option("MATCHER", words.matchers, "Matchers such as alertname=HighErrorRate")->required();
        sub->add_option("--source", words.source, "Which Alertmanager or cluster; default the only one");
        if (std::string_view(action) != "add")
            continue;
        auto *length = sub->add_option("--duration,--for", words.duration, "How long, 1h by default");
        sub->add_option("--until", words.until, "Until when, as 2026-11-21T18:00:00Z")->excludes(length);
        sub->add_option("--comment", words.comment, "Why");
        sub->add_option("--author", words.author, "Who; default the user who runs this");
        sub->add_flag("--yes", words.yes, "Do not ask");
    }
    verb(silence, "list", "Every silence that has not ended")->add_flag("--expired", words.expired, "Those that ended, too");
    CLI::App *expire = verb(silence, "expire", "End silences");
    expire->add_option("ID", words.ids, "Their ids")->required();
    expire->add_option("--source", words.source, "Which Alertmanager or cluster; default the one that has it");

    CLI::App *explain = verb(nullptr, "explain", "How a text is read: a metrics page, an answer, a dashboard", false);
    explain->add_option("KIND", words.kind, "What it is; without one every kind is listed");
    explain->add_option_function<std::string>("TEXT", [&words](const std::string &text) { words.text = text; }, "The text, or - for standard input");
    explain->add_option("--file", words.file, "A file with the text");
    explain->add_option("--set", words.settings, "Another member of the question as name=value; may be repeated")
        ->check([](const std::string &setting) { return setting.find('=') == std::string::npos ? "not name=value" : std::string(); });
    explain->add_flag("--batch", words.batch, "Questions from standard input, a JSON object a line; an answer a line");

    CLI::App *import = verb(nullptr, "import", "What a dashboard, rules, objectives or a runbook is to a workspace, and what of it is not understood", false);
    import->add_option("FILE", words.file, "A file, or - for standard input")->required();
    import->add_option("-o,--output", words.output, "A workspace's folder to put a copy into; by default nothing is written");

    CLI::App *snapshot = verb(nullptr, "snapshot", "Draw a page without a display");
    snapshot->add_option("--page", words.page, "overview dashboards[/NAME] alerts[/FINGERPRINT] slos[/NAME] health[/NAME] runbooks[/NAME] sources explore[/SOURCE/QUERY] wall");
    snapshot->add_option("--size", words.size, "Width x height, 1920x1080 by default");
    snapshot->add_option("--theme", words.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    snapshot->add_option("--range", words.range, "Time range of the charts, 1h by default");
    snapshot->add_option("-o,--output", words.output, "The PNG to write")->required();
}

Invocation::Verb verbOf(const CLI::App &app, const Words &words)
{
    const auto chosen = [](const CLI::App &parent) { return parent.get_subcommands().empty() ? std::string() : parent.get_subcommands().front()->get_name(); };
    const std::string name = chosen(app);
    const QString output = QString::fromStdString(words.output);
    if (name == "check")
        return CheckVerb{texts(words.paths)};
    if (name == "status")
        return StatusVerb{};
    if (name == "alerts")
        return AlertsVerb{texts(words.filters)};
    if (name == "probe")
        return ProbeVerb{texts(words.endpoints)};
    if (name == "metrics")
        return MetricsVerb{QString::fromStdString(words.fileOrUrl), words.openMetrics};
    if (name == "slo")
        return SloStatusVerb{};
    if (name == "run")
        return RunVerb{QString::fromStdString(words.runbook), texts(words.parameters), words.dryRun, words.yes, QString::fromStdString(words.reason)};
    if (name == "audit") {
        static const std::map<std::string, AuditVerb::Action> actions{{"list", AuditVerb::Action::List},
                                                                      {"show", AuditVerb::Action::Show},
                                                                      {"verify", AuditVerb::Action::Verify},
                                                                      {"export", AuditVerb::Action::Export}};
        return AuditVerb{actions.at(chosen(*app.get_subcommand("audit"))), words.record, output};
    }
    if (name == "silence") {
        static const std::map<std::string, SilenceVerb::Action> actions{{"add", SilenceVerb::Action::Add},
                                                                        {"list", SilenceVerb::Action::List},
                                                                        {"expire", SilenceVerb::Action::Expire},
                                                                        {"preview", SilenceVerb::Action::Preview}};
        return SilenceVerb{actions.at(chosen(*app.get_subcommand("silence"))), texts(words.matchers), QString::fromStdString(words.source),
                           QString::fromStdString(words.duration), QString::fromStdString(words.comment), texts(words.ids),
                           QString::fromStdString(words.until), QString::fromStdString(words.author), words.expired, words.yes};
    }
    if (name == "explain")
        return ExplainVerb{QString::fromStdString(words.kind), words.text ? QString::fromStdString(*words.text) : QString(), QString::fromStdString(words.file),
                           texts(words.settings), words.batch};
    if (name == "import")
        return ImportVerb{QString::fromStdString(words.file), output};
    if (name == "snapshot")
        return SnapshotVerb{QString::fromStdString(words.page), parseSize(words.size).value_or(QSize()), words.theme == "light", output,
                            QString::fromStdString(words.range)};
    return OpenWindow{QString::fromStdString(words.window), words.wall, words.demo, QString::fromStdString(words.render), words.exitAfterRender};
}

} // namespace

std::variant<Invocation, int> readCommandLine(int argc, const char *const *argv)
{
    CLI::App app("Watchfloor: watch production, see it break, act, see it heal.", "watchfloor");
    Words words;
    declare(app, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        // --help and --version are exceptions of CLI11, too; they end well.
        return app.exit(problem) == 0 ? exitFine : exitCannot;
    }
    Invocation invocation;
    invocation.verb = verbOf(app, words);
    invocation.workspace = QString::fromStdString(words.workspace);
    invocation.json = words.json;
    invocation.verbose = words.verbose;
    if (invocation.workspace.isEmpty() && std::holds_alternative<StatusVerb>(invocation.verb) && !words.paths.empty())
        invocation.workspace = QString::fromStdString(words.paths.front());
    if (const auto *window = std::get_if<OpenWindow>(&invocation.verb))
        invocation.workspace = window->workspaceOrUrl;
    if (const auto *check = std::get_if<CheckVerb>(&invocation.verb); check && check->workspaces.empty() && !invocation.workspace.isEmpty())
        invocation.verb = CheckVerb{{invocation.workspace}};
    if (const auto *snapshot = std::get_if<SnapshotVerb>(&invocation.verb); snapshot && snapshot->size.isEmpty()) {
        std::cerr << "--size: " << words.size << " is not WIDTHxHEIGHT between 320x240 and 16384x16384\n";
        return exitCannot;
    }
    return invocation;
}

bool needsGui(const Invocation &invocation)
{
    return std::holds_alternative<OpenWindow>(invocation.verb) || std::holds_alternative<SnapshotVerb>(invocation.verb);
}

} // namespace Watchfloor
