#include "models/runbooks/runstore.h"

#include "models/runbooks/runbooklink.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr size_t runsLimit = 200;
constexpr qsizetype outputLimit = 10 * 1024 * 1024;

} // namespace

void RunStore::setRunbooks(const std::vector<Runbook> &runbooks)
{
    if (runbooks == m_runbooks)
        return;
    m_runbooks = runbooks;
    Q_EMIT catalogueChanged();
}

const Runbook *RunStore::runbook(const QString &name) const
{
    const auto found = std::find_if(m_runbooks.begin(), m_runbooks.end(), [&name](const Runbook &book) { return book.name == name; });
    return found == m_runbooks.end() ? nullptr : &*found;
}

const Runbook *RunStore::suggested(const Labels &labels, const Labels &annotations) const
{
    if (const Runbook *named = runbook(annotations.value(u"runbook")))
        return named;
    if (const Runbook *linked = runbookAt(annotations.value(u"runbook_url"), m_runbooks))
        return linked;
    const auto found = matching(labels);
    return found.empty() ? nullptr : found.front();
}

std::vector<const Runbook *> RunStore::matching(const Labels &labels) const
{
    std::vector<const Runbook *> found;
    for (const auto &book : m_runbooks)
        if (!book.match.empty() && matchAll(book.match, labels))
            found.push_back(&book);
    return found;
}

void RunStore::apply(const Run &run)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&run](const Run &known) { return known.id == run.id; });
    if (found == m_runs.end()) {
        m_runs.insert(m_runs.begin(), run);
        if (m_runs.size() > runsLimit)
            m_runs.pop_back();
    } else {
        // Progress comes without the output, which came on its own.
        QString output = run.output.isEmpty() ? std::move(found->output) : run.output;
        *found = run;
        found->output = std::move(output);
    }
    Q_EMIT runChanged(run.id);
}

void RunStore::appendOutput(const QString &id, const QString &text)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&id](const Run &run) { return run.id == id; });
    if (found == m_runs.end())
        return;
    found->output += text;
    if (found->output.size() > outputLimit + outputLimit / 8)
        found->output.remove(0, found->output.size() - outputLimit);
    Q_EMIT outputAdded(id, text);
}

const Run *RunStore::find(const QString &id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&id](const Run &run) { return run.id == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

const Run *RunStore::latestOf(const QString &runbook) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&runbook](const Run &run) { return run.runbook == runbook; });
    return found == m_runs.end() ? nullptr : &*found;
}

const Run *RunStore::holding(const QString &target) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&target](const Run &run) {
        return run.target == target && !run.dryRun && !isOver(run.state);
    });
    return found == m_runs.end() ? nullptr : &*found;
}

} // namespace Watchfloor
