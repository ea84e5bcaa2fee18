#include "models/workspace/references.h"

#include "models/workspace/includes.h"

#include <functional>

namespace Watchfloor {

namespace {

/// The first node below whose key is `key` and whose text is `value`; Null when there is none.
YamlNode findScalar(const YamlNode &node, const QString &key, const QString &value)
{
    for (const YamlNode &item : node.items())
        if (const YamlNode found = findScalar(item, key, value); !found.isNull())
            return found;
    for (const QString &name : node.keys()) {
        const YamlNode child = node.at(name);
        if (name == key && child.isScalar() && child.scalar() == value)
            return child;
        if (const YamlNode found = findScalar(child, key, value); !found.isNull())
            return found;
    }
    return {};
}

/// A fault in an included file, at the place where it says `key: value` where that can be found.
Fault faultIn(const QString &file, const QString &key, const QString &value, const QString &message)
{
    Fault fault{file, 0, 0, key, message};
    const auto text = readWorkspaceFile(file);
    if (!text)
        return fault;
    for (const YamlNode &document : readYaml(*text, file).documents) {
        const YamlNode node = findScalar(document, key, value);
        if (node.isNull())
            continue;
        fault.line = node.line();
        fault.column = node.column();
        fault.path = node.path();
        break;
    }
    return fault;
}

class References
{
public:
    References(Sections &sections, std::vector<Fault> &faults)
        : m_sections(sections)
        , m_workspace(sections.workspace)
        , m_faults(faults)
    {
        for (const Service &service : m_workspace.services)
            m_services.insert(service.name);
        for (const Endpoint &endpoint : m_workspace.endpoints)
            m_endpoints << endpoint.key() << endpoint.name;
    }

    void run(const YamlNode &root)
    {
        checkNames();
        checkSources();
        checkServices();
        checkEndpoints();
        checkObjectives();
        checkDashboards();
        checkRunbooks();
        checkWall(root.at(QStringLiteral("wall")).at(QStringLiteral("pages")).items());
    }

private:
    void fault(const YamlNode &node, const QString &message) { m_sections.reader.fault(node, message); }

    void checkTwice(const std::vector<YamlNode> &nodes, const std::function<QString(size_t)> &nameOf)
    {
        QHash<QString, int> lines;
        for (size_t at = 0; at < nodes.size(); ++at) {
            const QString name = nameOf(at);
            if (name.isEmpty())
                continue;
            if (lines.contains(name))
                fault(nodes[at].at(QStringLiteral("name")), QStringLiteral("\"%1\" is the name of another one in line %2")
                                                                .arg(name.left(128)).arg(lines.value(name)));
            else
                lines.insert(name, nodes[at].line());
        }
    }

    void checkNames()
    {
        checkTwice(m_sections.sourceNodes, [this](size_t at) { return m_workspace.sources[at].name; });
        checkTwice(m_sections.serviceNodes, [this](size_t at) { return m_workspace.services[at].name; });
        checkTwice(m_sections.endpointNodes, [this](size_t at) { return m_workspace.endpoints[at].key(); });
    }

    void checkService(const YamlNode &node, const QString &name)
    {
        if (!name.isEmpty() && !m_services.contains(name))
            fault(node, unknownService(name));
    }

    static QString unknownService(const QString &name) { return QStringLiteral("there is no service \"%1\"").arg(name.left(128)); }

    /// Why `name` is no Prometheus to ask; empty when it is one.
    QString wrongSource(const QString &name) const
    {
        if (m_workspace.prometheus(name))
            return {};
        const auto isPrometheus = [](const SourceSpec &spec) { return spec.kind == SourceKind::Prometheus; };
        if (name.isEmpty())
            return std::none_of(m_workspace.sources.begin(), m_workspace.sources.end(), isPrometheus)
                       ? QStringLiteral("there is no Prometheus to ask")
                       : QStringLiteral("there is more than one Prometheus; say which with source");
        for (const SourceSpec &spec : m_workspace.sources)
            if (spec.name == name)
                return QStringLiteral("\"%1\" is not a Prometheus").arg(name.left(128));
        return QStringLiteral("there is no source \"%1\"").arg(name.left(128));
    }

    void checkSources()
    {
        for (size_t at = 0; at < m_workspace.sources.size(); ++at)
            checkService(m_sections.sourceNodes[at].at(QStringLiteral("metrics")).at(QStringLiteral("service")),
                         m_workspace.sources[at].service);
        checkClusters();
    }

    /// A lone Alertmanager is a cluster of its own name: another cluster of that name could not be told from it.
    void checkClusters()
    {
        for (size_t at = 0; at < m_workspace.sources.size(); ++at) {
            const QString &cluster = m_workspace.sources[at].cluster;
            const auto isNamesake = [&cluster](const SourceSpec &other) {
                return other.kind == SourceKind::Alertmanager && other.name == cluster && other.cluster != cluster;
            };
            if (!cluster.isEmpty() && std::any_of(m_workspace.sources.begin(), m_workspace.sources.end(), isNamesake))
                fault(m_sections.sourceNodes[at].at(QStringLiteral("alertmanager")).at(QStringLiteral("cluster")),
                      QStringLiteral("\"%1\" is the name of an Alertmanager that is not of this cluster").arg(cluster.left(128)));
        }
    }

    void checkServices()
    {
        for (size_t at = 0; at < m_workspace.services.size(); ++at) {
            const YamlNode list = m_sections.serviceNodes[at].at(QStringLiteral("depends"));
            const std::vector<YamlNode> items = list.isScalar() ? std::vector{list} : list.items();
            for (const YamlNode &node : items) {
                const QString name = node.scalar();
                if (name == m_workspace.services[at].name)
                    fault(node, QStringLiteral("\"%1\" depends on itself").arg(name.left(128)));
                else if (node.isScalar() && !m_services.contains(name) && !m_endpoints.contains(name))
                    fault(node, QStringLiteral("there is no service or endpoint \"%1\"").arg(name.left(128)));
            }
        }
    }

    void checkEndpoints()
    {
        for (size_t at = 0; at < m_workspace.endpoints.size(); ++at)
            checkService(m_sections.endpointNodes[at].at(QStringLiteral("service")), m_workspace.endpoints[at].service);
    }

    /// A Sloth document names its objectives without the service, which stands before the name here.
    static QString ownName(const Objective &objective)
    {
        const QString prefix = objective.service + u'-';
        return objective.name.startsWith(prefix) ? objective.name.mid(prefix.size()) : objective.name;
    }

    void checkObjectives()
    {
        QSet<QString> names;
        for (const Objective &objective : m_workspace.objectives) {
            if (names.contains(objective.name))
                m_faults.push_back(faultIn(objective.file, QStringLiteral("name"), ownName(objective),
                                           QStringLiteral("another objective is called \"%1\"").arg(objective.name.left(128))));
            names.insert(objective.name);
            if (!objective.service.isEmpty() && !m_services.contains(objective.service))
                m_faults.push_back(
                    faultIn(objective.file, QStringLiteral("service"), objective.service, unknownService(objective.service)));
            if (const QString wrong = wrongSource(objective.source); !wrong.isEmpty())
                m_faults.push_back(faultIn(objective.file, QStringLiteral("source"), objective.source, wrong));
        }
    }

    /// Those that its queries and variables name, once each; empty is the only Prometheus.
    static QStringList askedSources(const Dashboard &dashboard)
    {
        QStringList sources;
        const auto either = [](const QString &own, const QString &otherwise) { return own.isEmpty() ? otherwise : own; };
        for (const Panel &panel : dashboard.panels)
            for (const PanelQuery &query : panel.queries)
                sources << either(query.source, either(panel.source, dashboard.source));
        for (const Variable &variable : dashboard.variables)
            if (variable.kind == Variable::Kind::Query)
                sources << either(variable.source, dashboard.source);
        if (!dashboard.source.isEmpty())
            sources << dashboard.source;
        sources.removeDuplicates();
        return sources;
    }

    void checkDashboards()
    {
        QSet<QString> names;
        for (const Dashboard &dashboard : m_workspace.dashboards) {
            if (names.contains(dashboard.name))
                m_faults.push_back({dashboard.file, 0, 0, {}, QStringLiteral("another dashboard's file is called \"%1\"").arg(dashboard.name)});
            names.insert(dashboard.name);
            // What another program's file names was settled when it was read.
            if (dashboard.foreign)
                continue;
            for (const QString &source : askedSources(dashboard))
                if (const QString wrong = wrongSource(source); !wrong.isEmpty() && !(m_workspace.queried(source) && !source.isEmpty()))
                    m_faults.push_back(faultIn(dashboard.file, QStringLiteral("source"), source, wrong));
        }
    }

    void checkRunbooks()
    {
        QSet<QString> names;
        for (const Runbook &runbook : m_workspace.runbooks) {
            if (names.contains(runbook.name))
                m_faults.push_back({runbook.file, 1, 0, QStringLiteral("runbook"),
                                    QStringLiteral("another runbook is called \"%1\"").arg(runbook.name.left(128))});
            names.insert(runbook.name);
            for (const RunbookStep &step : runbook.steps) {
                if (step.kind == RunbookStep::Kind::Shell)
                    continue;
                if (const QString wrong = wrongSource(step.source); !wrong.isEmpty())
                    m_faults.push_back({runbook.file, step.line, 1, step.title, wrong});
            }
        }
    }

    void checkWall(const std::vector<YamlNode> &nodes)
    {
        for (const YamlNode &node : nodes) {
            const YamlNode page = node.isScalar() ? node : node.at(QStringLiteral("page"));
            if (const QString wrong = page.isScalar() ? wrongPage(page.scalar()) : QString(); !wrong.isEmpty())
                fault(page, wrong);
        }
    }

    QString wrongPage(const QString &page) const
    {
        static const QStringList plain{QStringLiteral("overview"), QStringLiteral("dashboards"), QStringLiteral("alerts"),
                                       QStringLiteral("slos"),     QStringLiteral("health"),     QStringLiteral("runbooks"),
                                       QStringLiteral("sources")};
        const QString kind = page.section(u'/', 0, 0);
        const QString name = page.section(u'/', 1);
        if (!plain.contains(kind))
            return QStringLiteral("there is no page \"%1\"; there are %2").arg(page.left(128), plain.join(QLatin1String(", ")));
        if (name.isEmpty())
            return {};
        const auto calls = [&name](const auto &one) { return one.name == name; };
        bool known = kind == u"health" && m_endpoints.contains(name);
        if (kind == u"dashboards")
            known = std::any_of(m_workspace.dashboards.begin(), m_workspace.dashboards.end(), calls);
        else if (kind == u"slos")
            known = std::any_of(m_workspace.objectives.begin(), m_workspace.objectives.end(), calls);
        else if (kind == u"runbooks")
            known = std::any_of(m_workspace.runbooks.begin(), m_workspace.runbooks.end(), calls);
        else if (kind == u"alerts")
            known = true;
        return known ? QString() : QStringLiteral("there is no page \"%1\"").arg(page.left(128));
    }

    Sections &m_sections;
    Workspace &m_workspace;
    std::vector<Fault> &m_faults;
    QSet<QString> m_services;
    QSet<QString> m_endpoints;
};

} // namespace

void checkReferences(Sections &sections, const YamlNode &root, std::vector<Fault> &faults)
{
    References(sections, faults).run(root);
}

} // namespace Watchfloor
