#pragma once

#include "models/process/process.h"
#include "models/rules/rulefile.h"

#include <functional>

namespace Watchfloor {

/// What promtool says of rule files, by their places in the list that it was given, with the places of the originals.
/// Source: promtool check rules.
std::vector<Fault> promtoolFaults(const QString &output, const QStringList &written, const std::vector<RuleFile> &files);

/// Has promtool judge the expressions and templates of rule files before a Prometheus stumbles over them and evaluates none.
class RuleJudge final : public QObject
{
    Q_OBJECT

public:
    explicit RuleJudge(const Clock &clock, QObject *parent = nullptr);

    /// `written` are the files as Prometheus will read them, each of the original at its place in `files`. Answers with the faults, none
    /// where there is no promtool: then the server itself says what it does not like.
    void judge(const QStringList &written, const std::vector<RuleFile> &files, std::function<void(std::vector<Fault>)> answer);

private:
    const Clock &m_clock;
    std::unique_ptr<Process> m_process;
};

} // namespace Watchfloor
