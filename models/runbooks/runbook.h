#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/matcher.h"
#include "models/core/result.h"
#include "models/text/fault.h"
#include "models/text/markdown.h"

#include <QMetaType>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Watchfloor {

enum class Risk { Safe, Disruptive, Destructive };
QString riskName(Risk risk);

/// What a runbook asks for before it runs. A value must match the pattern as a whole (RE2).
struct RunbookParameter
{
    QString name;
    QString pattern;
    QString question;
    QString fallback;
    QStringList choicesCommand; ///< an argv; each line of its output is a choice, first word the value
    bool operator==(const RunbookParameter &) const = default;
};

/// A fenced block that does something.
struct RunbookStep
{
    enum class Kind { Gate, Shell, Verify };

    Kind kind = Kind::Shell;
    QString title;
    bool isQuery = false; ///< the code is PromQL: of every verify, and of a gate that asks a source; else a script
    QString code;      ///< PromQL, or the script as written
    QString source;    ///< of PromQL; empty: the only Prometheus
    std::chrono::milliseconds timeout{60'000};
    QString undo;      ///< a command line as written, empty: none
    QString expect;    ///< RE2 pattern the output must contain, empty: none
    std::chrono::milliseconds within{300'000}; ///< of a verify
    std::chrono::milliseconds holdFor{};       ///< of a verify: unbroken passing evaluations
    int line = 0;
    bool operator==(const RunbookStep &) const = default;
};

/// A document that reads well and runs.
struct Runbook
{
    QString name;
    QString title;
    Matchers match;     ///< ANDed; empty matches no alert
    QStringList urls;   ///< where the same document stands for everybody; an alert's link there leads here
    QString target;     ///< the service, or the thing that is locked while it runs
    Risk risk = Risk::Disruptive;
    QString directory;  ///< absolute
    std::map<QString, QString> environment;
    std::vector<RunbookParameter> parameters;
    std::vector<RunbookStep> steps;
    std::vector<MarkdownBlock> document; ///< as written; a Code block whose line is a step's is that step
    QString file;
    bool operator==(const Runbook &) const = default;
};

/// The document of one file or all its faults.
struct RunbookDocument
{
    std::optional<Runbook> runbook;
    std::vector<Fault> faults;
};
RunbookDocument readRunbook(const QByteArray &text, const QString &file);

/// What a shell step runs, resolved: argv given to the process and as a person reads it with the values in place.
/// A step of plain words becomes a vector without a shell ("$name" words are replaced as whole arguments); anything that needs
/// a shell runs as `sh -eu -c SCRIPT`, with the parameters as environment variables only.
struct ResolvedCommand
{
    QStringList argv;
    std::map<QString, QString> environment;
    QString shown; ///< for reading only
    bool viaShell = false;
    bool operator==(const ResolvedCommand &) const = default;
};
Result<ResolvedCommand> resolveCommand(const Runbook &runbook, const QString &code, const std::map<QString, QString> &parameters);

/// Every parameter is there and matches; the first that does not is the error.
Result<void> checkParameters(const Runbook &runbook, const std::map<QString, QString> &parameters);

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Risk)
