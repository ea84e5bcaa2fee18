#include "app/verbs/dashboardjson.h"
#include "app/verbs/verbs.h"

#include "models/core/format.h"
#include "models/grafana/grafanadashboard.h"
#include "models/runbooks/runbook.h"
#include "models/slo/slodocument.h"
#include "models/text/yaml.h"

#include <QDir>
#include <QFileInfo>

#include <iostream>

namespace Watchfloor {

namespace {

std::string text(const QString &value)
{
    return value.toStdString();
}

/// What a file is to a workspace.
struct Import
{
    QString kind;      ///< "Grafana dashboards", …; empty: nothing that is known
    QString section;   ///< of watchfloor.yaml that names such files
    std::vector<Dashboard> dashboards;
    QStringList parts; ///< names of objectives, rule groups, a runbook
    QStringList notes; ///< what was not understood
    std::vector<Fault> faults;

    bool whole() const
    {
        const auto full = [](const Dashboard &dashboard) {
            return dashboard.notes.isEmpty()
                   && std::all_of(dashboard.panels.begin(), dashboard.panels.end(), [](const Panel &panel) { return panel.support == PanelSupport::Full; });
        };
        return faults.empty() && notes.isEmpty() && std::all_of(dashboards.begin(), dashboards.end(), full);
    }
};

Import grafanaImport(GrafanaDocument document)
{
    Import import{QStringLiteral("Grafana dashboards"), QStringLiteral("dashboards"), std::move(document.dashboards), {}, {}, std::move(document.faults)};
    if (document.leftOut > 0)
        import.notes.append(QStringLiteral("panels left out: %1").arg(document.leftOut));
    return import;
}

Import runbookImport(const QByteArray &body, const QString &file)
{
    RunbookDocument document = readRunbook(body, file);
    Import import{QStringLiteral("a runbook"), QStringLiteral("runbooks"), {}, {}, {}, std::move(document.faults)};
    if (document.runbook)
        import.parts.append(document.runbook->name);
    return import;
}

Import sloImport(const QByteArray &body, const QString &file)
{
    SloDocument document = readSloDocument(body, file);
    Import import{QStringLiteral("service level objectives"), QStringLiteral("slos"), {}, {}, {}, std::move(document.faults)};
    for (const Objective &objective : document.objectives)
        import.parts.append(objective.name);
    return import;
}

Import rulesImport(const YamlNode &root)
{
    Import import{QStringLiteral("Prometheus rules"), QStringLiteral("rules"), {}, {}, {}, {}};
    const bool isResource = root.at(QStringLiteral("kind")).scalar() == u"PrometheusRule";
    if (isResource)
        import.notes.append(QStringLiteral("the rules stand in the spec of a Kubernetes object; a rule file has them at its top"));
    for (const YamlNode &group : (isResource ? root.at(QStringLiteral("spec")) : root).at(QStringLiteral("groups")).items())
        import.parts.append(QStringLiteral("%1 (%2)").arg(group.at(QStringLiteral("name")).scalar()).arg(group.at(QStringLiteral("rules")).items().size()));
    return import;
}

Import shortImport(const QByteArray &body, const QString &file)
{
    DashboardDocument document = readDashboard(body, file);
    Import import{QStringLiteral("a dashboard of the short form"), QStringLiteral("dashboards"), {}, {}, {}, std::move(document.faults)};
    if (document.dashboard)
        import.dashboards.push_back(std::move(*document.dashboard));
    return import;
}

bool isMarkdown(const QByteArray &body, const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == u"md" || suffix == u"markdown" || body.startsWith("# ");
}

Import recognized(const QByteArray &body, const QString &file)
{
    if (isMarkdown(body, file))
        return runbookImport(body, file);
    if (GrafanaDocument document = readGrafanaDashboards(body, file); document.recognized)
        return grafanaImport(std::move(document));
    YamlFile yaml = readYaml(body, file);
    const YamlNode root = yaml.documents.empty() ? YamlNode() : yaml.documents.front();
    const QString version = root.at(QStringLiteral("apiVersion")).scalar() + root.at(QStringLiteral("version")).scalar();
    if (version.startsWith(u"openslo") || version == u"prometheus/v1" || version.startsWith(u"sloth."))
        return sloImport(body, file);
    if (root.at(QStringLiteral("groups")).isSequence() || root.at(QStringLiteral("kind")).scalar() == u"PrometheusRule")
        return rulesImport(root);
    if (root.at(QStringLiteral("dashboard")).isScalar())
        return shortImport(body, file);
    Import unknown;
    unknown.faults = std::move(yaml.faults);
    return unknown;
}

Result<QByteArray> bodyOf(const QString &path)
{
    QFile file(path);
    const bool standardInput = path == u"-";
    if (!standardInput && !QFileInfo(path).isFile())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no such file"), path};
    if (file.size() > grafanaSizeLimit)
        return Error{Error::Kind::TooLarge, QStringLiteral("more than 64 MiB"), path};
    if (standardInput ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), path};
    QByteArray body = file.read(grafanaSizeLimit + 1);
    if (body.size() > grafanaSizeLimit)
        return Error{Error::Kind::TooLarge, QStringLiteral("more than 64 MiB"), path};
    return body;
}

/// Puts a copy into the section's folder below `folder` and gives its path there; a file that is there already stays.
Result<QString> copied(const QByteArray &body, const QString &source, const QString &folder, const QString &section)
{
    const QString relative = section + u'/' + (source == u"-" ? QStringLiteral("imported") : QFileInfo(source).fileName());
    const QDir directory(folder);
    if (!directory.mkpath(section))
        return Error{Error::Kind::ReadOnly, QStringLiteral("the folder cannot be made"), directory.filePath(section)};
    QFile file(directory.filePath(relative));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{Error::Kind::Io, file.exists() ? QStringLiteral("a file of that name is there already") : file.errorString(), file.fileName()};
    if (file.write(body) != body.size() || !file.flush())
        return Error{Error::Kind::Io, file.errorString(), file.fileName()};
    return relative;
}

/// As watchfloor.yaml can name the file: a path below the workspace's folder.
QString nameBelow(const QString &file, const QString &section)
{
    const bool isBelow = !QDir::isAbsolutePath(file) && file != u"-" && !QDir::cleanPath(file).startsWith(u"..");
    return isBelow ? QDir::cleanPath(file) : section + u'/' + (file == u"-" ? QStringLiteral("imported") : QFileInfo(file).fileName());
}

void printDashboard(const Dashboard &dashboard)
{
    int counts[3] = {};
    for (const Panel &panel : dashboard.panels)
        ++counts[int(panel.support)];
    std::cout << '\n' << text(Format::safeText(dashboard.title)) << " (" << text(Format::safeText(dashboard.name)) << "): " << dashboard.panels.size() << " panels, "
              << counts[0] << " full, " << counts[1] << " partial, " << counts[2] << " placeholders; " << dashboard.variables.size() << " variables\n";
    for (const Panel &panel : dashboard.panels)
        if (panel.support != PanelSupport::Full)
            std::cout << "  " << text(panelSupportName(panel.support)) << "  " << panel.id << "  " << text(Format::safeText(panel.title)) << "  ["
                      << text(Format::safeText(panel.missing.join(QStringLiteral("; ")))) << "]\n";
    for (const QString &note : dashboard.notes)
        std::cout << "  note  " << text(Format::safeText(note)) << '\n';
}

void print(const Import &import, const QString &file, const QString &named)
{
    std::cout << text(Format::safeText(file)) << ": " << text(import.kind) << '\n';
    for (const Dashboard &dashboard : import.dashboards)
        printDashboard(dashboard);
    for (const QString &part : import.parts)
        std::cout << "  " << text(Format::safeText(part)) << '\n';
    for (const QString &note : import.notes)
        std::cout << "  note  " << text(Format::safeText(note)) << '\n';
    for (const Fault &fault : import.faults)
        std::cout << text(Format::safeText(fault.toString())) << '\n';
    std::cout << "\nBelow the workspace's folder (-o FOLDER puts it there) watchfloor.yaml names it:\n" << text(import.section) << ": ['" << text(QString(named).replace(u'\'', QStringLiteral("''"))) << "']\n";
}

ExplainJson jsonOf(const Import &import, const QString &file, const QString &named)
{
    ExplainJson json{{"file", text(file)}, {"kind", text(import.kind)}, {"section", text(import.section)}, {"name", text(named)}, {"complete", import.whole()}};
    const auto add = [&json](const char *key, const QStringList &texts) {
        json[key] = explainTexts(texts);
    };
    json["dashboards"] = ExplainJson::array();
    for (const Dashboard &dashboard : import.dashboards)
        json["dashboards"].push_back(dashboardJson(dashboard));
    add("parts", import.parts);
    add("notes", import.notes);
    QStringList faults;
    for (const Fault &fault : import.faults)
        faults.append(fault.toString());
    add("errors", faults);
    return json;
}

int cannot(const Error &error, bool json)
{
    if (json)
        std::cout << ExplainJson{{"error", text(Format::sentence(error))}}.dump() << '\n';
    else
        std::cerr << text(Format::sentence(error)) << '\n';
    return exitCannot;
}

} // namespace

int importVerb(const ImportVerb &verb, bool json)
{
    const auto body = bodyOf(verb.file);
    if (!body)
        return cannot(body.error(), json);
    const Import import = recognized(*body, verb.file);
    if (import.kind.isEmpty()) {
        const QString why = import.faults.empty() ? QStringLiteral("neither dashboards nor rules, objectives or a runbook") : import.faults.front().toString();
        return cannot({Error::Kind::NotExpected, why, verb.file}, json);
    }
    QString named = nameBelow(verb.file, import.section);
    if (!verb.folder.isEmpty()) {
        const auto copy = copied(*body, verb.file, verb.folder, import.section);
        if (!copy)
            return cannot(copy.error(), json);
        named = *copy;
    }
    if (json)
        std::cout << jsonOf(import, verb.file, named).dump(-1, ' ', false, ExplainJson::error_handler_t::replace) << '\n';
    else
        print(import, verb.file, named);
    return import.whole() ? exitFine : exitFound;
}

} // namespace Watchfloor
