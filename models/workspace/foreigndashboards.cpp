#include "models/workspace/foreigndashboards.h"

#include <QSet>

namespace Watchfloor {

namespace {

/// Numbers what is taken: "nodes", "nodes-2".
class Taken
{
public:
    explicit Taken(const char *pattern)
        : m_pattern(QString::fromLatin1(pattern))
    {
    }

    void add(const QString &text) { m_texts.insert(text); }

    QString numbered(const QString &text)
    {
        QString own = text;
        for (int number = 2; !text.isEmpty() && m_texts.contains(own); ++number)
            own = m_pattern.arg(text).arg(number);
        m_texts.insert(own);
        return own;
    }

private:
    QString m_pattern;
    QSet<QString> m_texts;
};

class SourceSettling
{
public:
    SourceSettling(const Workspace &workspace, Dashboard &dashboard)
        : m_workspace(workspace)
        , m_dashboard(dashboard)
    {
        for (const SourceSpec &spec : workspace.sources)
            if (spec.kind == SourceKind::Prometheus && m_default.isEmpty())
                m_default = spec.name;
    }

    void run()
    {
        // One Prometheus alone is meant wherever none is named.
        if (!m_workspace.prometheus())
            m_dashboard.source = m_default;
        for (Variable &variable : m_dashboard.variables)
            settle(variable.source);
        for (AnnotationQuery &annotation : m_dashboard.annotations)
            settle(annotation.source);
        for (Panel &panel : m_dashboard.panels) {
            if (asksPrometheus(panel))
                settle(panel.source);
            for (PanelQuery &query : panel.queries)
                if (query.language == u"promql")
                    settle(query.source);
        }
        if (!m_unknown.isEmpty() && !m_default.isEmpty())
            m_dashboard.notes.append(QStringLiteral("\"%1\" is asked for what the file asks of: %2").arg(m_default, m_unknown.join(QStringLiteral(", "))));
    }

private:
    static bool asksPrometheus(const Panel &panel)
    {
        return std::any_of(panel.queries.begin(), panel.queries.end(), [](const PanelQuery &query) { return query.language == u"promql"; });
    }

    void settle(QString &source)
    {
        if (source.isEmpty() || source.contains(u'$') || source.startsWith(u"[[") || m_workspace.prometheus(source))
            return;
        if (!m_unknown.contains(source))
            m_unknown.append(source);
        source.clear();
    }

    const Workspace &m_workspace;
    Dashboard &m_dashboard;
    QString m_default;
    QStringList m_unknown;
};

} // namespace

void settleForeignDashboards(Workspace &workspace)
{
    Taken names("%1-%2"), uids("%1-%2"), titles("%1 (%2)");
    for (const Dashboard &dashboard : workspace.dashboards) {
        if (dashboard.foreign)
            continue;
        names.add(dashboard.name);
        titles.add(dashboard.title);
    }
    for (Dashboard &dashboard : workspace.dashboards) {
        if (!dashboard.foreign)
            continue;
        dashboard.name = names.numbered(dashboard.name);
        dashboard.uid = uids.numbered(dashboard.uid);
        dashboard.title = titles.numbered(dashboard.title);
        SourceSettling(workspace, dashboard).run();
    }
}

} // namespace Watchfloor
