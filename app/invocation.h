#pragma once

#include "models/core/matcher.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <variant>

namespace Watchfloor {

/// What the command line asks for, typed. Sources: workspace.md, the command line; decisions 24 and 25.
struct OpenWindow
{
    QString workspaceOrUrl; ///< empty: ./watchfloor.yaml, else the last opened
    bool wall = false;
    bool demo = false;
    QString renderFolder;   ///< with --demo: every page as PNG
    bool exitAfterRender = false;
};
struct CheckVerb
{
    QStringList workspaces;
};
struct StatusVerb
{
};
struct AlertsVerb
{
    QStringList filters;
};
struct ProbeVerb
{
    QStringList endpoints;
};
struct MetricsVerb
{
    QString fileOrUrl;
    bool openMetrics = false;
};
struct SloStatusVerb
{
};
struct RunVerb
{
    QString runbook;
    QStringList parameters; ///< name=value
    bool dryRun = false;
    bool yes = false;
    QString reason;
};
struct AuditVerb
{
    enum class Action { List, Show, Verify, Export };
    Action action = Action::List;
    qint64 record = 0;
    QString output;
};
struct SilenceVerb
{
    enum class Action { Add, List, Expire, Preview };
    Action action = Action::List;
    QStringList matchers;
    QString source;
    QString duration = QStringLiteral("1h");
    QString comment;
    QStringList ids;
    QString until{};  ///< RFC 3339; empty: `duration` counts
    QString author{}; ///< empty: whoever runs us
    bool expired = false;
    bool yes = false;
};
struct SnapshotVerb
{
    QString page = QStringLiteral("overview");
    QSize size{1920, 1080};
    bool light = false;
    QString output;
    QString range = QStringLiteral("1h");
};
struct ExplainVerb
{
    QString kind;
    QString text; ///< null: none was given; "-": standard input
    QString file;
    QStringList settings; ///< name=value, further members of the question
    bool batch = false;
};
struct ImportVerb
{
    QString file;   ///< "-": standard input
    QString folder; ///< where a copy is put; empty: nothing is written
};

struct Invocation
{
    using Verb = std::variant<OpenWindow, CheckVerb, StatusVerb, AlertsVerb, ProbeVerb, MetricsVerb, SloStatusVerb, RunVerb, AuditVerb,
                              SilenceVerb, SnapshotVerb, ExplainVerb, ImportVerb>;
    Verb verb;
    QString workspace; ///< of -w or the verb's own argument; empty: the default
    bool json = false;
    bool verbose = false;
};

/// Exit codes of every verb.
inline constexpr int exitFine = 0;
inline constexpr int exitFound = 1;
inline constexpr int exitCannot = 2;

/// The invocation, or the exit code of one that is over already (--help, --version, misuse), its text printed.
std::variant<Invocation, int> readCommandLine(int argc, const char *const *argv);

/// The program needs a window system's fonts and pictures.
bool needsGui(const Invocation &invocation);

} // namespace Watchfloor
