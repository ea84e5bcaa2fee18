#pragma once

#include "models/runbooks/run.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// The runbooks there are and the runs that were seen, newest first.
class RunStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void setRunbooks(const std::vector<Runbook> &runbooks);
    const std::vector<Runbook> &runbooks() const { return m_runbooks; }
    const Runbook *runbook(const QString &name) const;
    /// The one to offer first for an alert: which its annotation `runbook` names, to which
    /// its `runbook_url` leads, else the first that matches; null when none does.
    const Runbook *suggested(const Labels &labels, const Labels &annotations) const;
    /// Those whose matchers all match the labels.
    std::vector<const Runbook *> matching(const Labels &labels) const;

    /// A run that came on, known by its id. Without output it keeps what it has.
    void apply(const Run &run);
    /// More output of a run, as Executor::output tells it.
    void appendOutput(const QString &id, const QString &text);
    const std::vector<Run> &runs() const { return m_runs; }
    const Run *find(const QString &id) const;
    const Run *latestOf(const QString &runbook) const;
    /// The run that holds a target now.
    const Run *holding(const QString &target) const;

Q_SIGNALS:
    void catalogueChanged();
    void runChanged(const QString &id);
    void outputAdded(const QString &id, const QString &text);

private:
    std::vector<Runbook> m_runbooks;
    std::vector<Run> m_runs;
};

} // namespace Watchfloor
