#include "models/silences/maintenanceplan.h"

#include "models/alerts/alertmanagerjson.h"

#include <QDateTime>

#include <algorithm>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

const QString opening = QStringLiteral("[watchfloor maintenance ");
const QString author = QStringLiteral("watchfloor");

using Silences = std::vector<const Silence *>;

bool isMeant(const MaintenanceWindow &window, const MaintenanceCluster &cluster)
{
    return window.sources.isEmpty()
           || std::any_of(window.sources.begin(), window.sources.end(), [&cluster](const QString &source) { return cluster.members.contains(source); });
}

Silence silenceFor(const QString &workspace, const MaintenanceWindow &window, const MaintenanceOccurrence &occurrence, WallTime now)
{
    Silence silence;
    silence.matchers = window.matchers;
    silence.startsAt = std::max(occurrence.startsAt, now);
    silence.endsAt = occurrence.endsAt;
    silence.createdBy = author;
    const QString mark = maintenanceMarkText({workspace, window.name, occurrence.begin});
    silence.comment = window.comment.isEmpty() ? mark : window.comment + QLatin1Char(' ') + mark;
    return silence;
}

/// Whether the window still has this time in the file.
bool isPlanned(const MaintenanceWindow &window, const MaintenanceMark &mark, const Silence &silence)
{
    const auto near = occurrences(window, {silence.startsAt - 48h, silence.startsAt + 48h});
    return std::any_of(near.begin(), near.end(), [&mark](const MaintenanceOccurrence &each) { return each.begin == mark.begin; });
}

Error told(Error::Kind kind, const QString &detail, const QString &where)
{
    return {kind, detail, where};
}

class Planner
{
public:
    Planner(const QString &workspace, WallTime now, WallTime fileWritten)
        : m_workspace(workspace)
        , m_now(now)
        , m_fileWritten(fileWritten)
    {
    }

    void see(const MaintenanceCluster &cluster)
    {
        m_cluster = &cluster;
        m_marked.clear();
        for (const Silence &silence : cluster.silences)
            if (auto mark = maintenanceMark(silence.comment); mark && mark->workspace == m_workspace)
                m_marked.emplace_back(*std::move(mark), &silence);
    }

    void plan(const MaintenanceWindow &window)
    {
        for (const MaintenanceOccurrence &occurrence : occurrences(window, {m_now, m_now + window.ahead}))
            judge(window, occurrence);
    }

    void clear(const std::vector<MaintenanceWindow> &windows)
    {
        if (!m_cluster->visible)
            return;
        for (const auto &[mark, silence] : m_marked) {
            if (silence->state != Silence::State::Pending || silence->updatedAt >= m_fileWritten)
                continue;
            const auto window = std::find_if(windows.begin(), windows.end(), [&mark = mark](const MaintenanceWindow &each) { return each.name == mark.window; });
            if (window == windows.end() || !isMeant(*window, *m_cluster) || !isPlanned(*window, mark, *silence))
                end(*silence, mark.window);
        }
    }

    MaintenancePlan m_plan;

private:
    Silences marked(const MaintenanceMark &asked) const
    {
        Silences found;
        for (const auto &[mark, silence] : m_marked)
            if (mark == asked)
                found.push_back(silence);
        std::sort(found.begin(), found.end(), [](const Silence *a, const Silence *b) { return a->id < b->id; });
        return found;
    }

    void judge(const MaintenanceWindow &window, const MaintenanceOccurrence &occurrence)
    {
        MaintenanceReport report{window.name, m_cluster->name, occurrence.startsAt, occurrence.endsAt, {}, {}};
        const Silences own = marked({m_workspace, window.name, occurrence.begin});
        Silences standing, otherwise;
        for (const Silence *silence : own) {
            if (silence->state == Silence::State::Expired)
                continue;
            const bool asWorded = sameMatchers(silence->matchers, window.matchers);
            const bool asLong = std::chrono::abs(silence->endsAt - occurrence.endsAt) <= 1s;
            // Who moved the end of one that is under way meant it.
            (asWorded && (asLong || silence->state == Silence::State::Active) ? standing : otherwise).push_back(silence);
        }
        if (!standing.empty())
            tellStanding(report, standing);
        else if (!otherwise.empty())
            tellOtherwise(report, *otherwise.front(), window, occurrence);
        else if (!own.empty())
            report.error = told(Error::Kind::Cancelled, QStringLiteral("ended before its time; it is not made again"), m_cluster->name);
        else
            make(report, silenceFor(m_workspace, window, occurrence, m_now));
        m_plan.reports.push_back(std::move(report));
    }

    void tellStanding(MaintenanceReport &report, const Silences &standing)
    {
        report.silence = standing.front()->id;
        if (!m_cluster->visible)
            report.error = told(Error::Kind::Blind, QStringLiteral("it stood when %1 was last seen").arg(m_cluster->name), m_cluster->name);
        else
            for (size_t i = 1; i < standing.size(); ++i)
                end(*standing[i], report.window);
    }

    void tellOtherwise(MaintenanceReport &report, const Silence &stands, const MaintenanceWindow &window, const MaintenanceOccurrence &occurrence)
    {
        if (stands.updatedAt >= m_fileWritten || stands.state == Silence::State::Active) {
            report.silence = stands.id;
            report.error = told(Error::Kind::Invalid, QStringLiteral("a silence of this window stands that was worded otherwise, by hand or by another console"),
                                m_cluster->name);
            return;
        }
        Silence silence = silenceFor(m_workspace, window, occurrence, m_now);
        silence.id = stands.id;
        make(report, std::move(silence));
    }

    void make(MaintenanceReport &report, Silence silence)
    {
        if (m_cluster->visible)
            m_plan.actions.push_back({MaintenanceAction::Kind::Make, std::move(silence), report});
        else
            report.error = told(Error::Kind::Blind, QStringLiteral("no member of %1 answers; it is made when one does").arg(m_cluster->name), m_cluster->name);
    }

    void end(const Silence &silence, const QString &window)
    {
        m_plan.actions.push_back({MaintenanceAction::Kind::End, silence, {window, m_cluster->name, silence.startsAt, silence.endsAt, silence.id, {}}});
    }

    const QString &m_workspace;
    WallTime m_now;
    WallTime m_fileWritten;
    const MaintenanceCluster *m_cluster = nullptr;
    std::vector<std::pair<MaintenanceMark, const Silence *>> m_marked;
};

} // namespace

QString maintenanceMarkText(const MaintenanceMark &mark)
{
    return QStringLiteral("%1%2/%3 %4]").arg(opening, mark.workspace, mark.window, mark.begin);
}

std::optional<MaintenanceMark> maintenanceMark(const QString &comment)
{
    const QString text = comment.trimmed();
    const qsizetype start = text.lastIndexOf(opening);
    if (start < 0 || !text.endsWith(u']'))
        return std::nullopt;
    const QString inside = text.mid(start + opening.size()).chopped(1);
    // The name of a window has no slash, and a begin has no space.
    const qsizetype time = inside.lastIndexOf(u' ');
    const qsizetype slash = inside.left(std::max(qsizetype(0), time)).lastIndexOf(u'/');
    if (slash < 0 || !QDateTime::fromString(inside.mid(time + 1), Qt::ISODate).isValid())
        return std::nullopt;
    return MaintenanceMark{inside.left(slash), inside.mid(slash + 1, time - slash - 1), inside.mid(time + 1)};
}

MaintenancePlan planMaintenance(const QString &workspace, const std::vector<MaintenanceWindow> &windows,
                                const std::vector<MaintenanceCluster> &clusters, WallTime now, WallTime fileWritten)
{
    Planner planner(workspace, now, fileWritten);
    for (const MaintenanceCluster &cluster : clusters) {
        planner.see(cluster);
        for (const MaintenanceWindow &window : windows)
            if (isMeant(window, cluster))
                planner.plan(window);
        planner.clear(windows);
    }
    return std::move(planner.m_plan);
}

} // namespace Watchfloor
