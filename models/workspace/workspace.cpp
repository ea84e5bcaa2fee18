#include "models/workspace/workspace.h"

#include "models/workspace/includes.h"
#include "models/workspace/references.h"
#include "models/workspace/workspacekeys.h"

#include <QDir>
#include <QFileInfo>

namespace Watchfloor {

namespace {

QString fileOf(const QString &path)
{
    const QFileInfo info(path.isEmpty() ? QStringLiteral(".") : path);
    return QDir::cleanPath(info.isDir() ? QDir(info.absoluteFilePath()).filePath(QStringLiteral("watchfloor.yaml")) : info.absoluteFilePath());
}

void readRoot(Sections &sections, const YamlNode &root, std::vector<Fault> &faults)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(root, keysAt({}));
    if (!root.isMap() && !root.isNull())
        return;
    sections.workspace.name = reader.text(reader.require(root, QStringLiteral("workspace")));
    sections.workspace.environment = reader.text(root.at(QStringLiteral("environment")));
    readSecrets(sections, root.at(QStringLiteral("secrets")));
    readSources(sections, root.at(QStringLiteral("sources")));
    readServices(sections, root.at(QStringLiteral("services")));
    readEndpoints(sections, root.at(QStringLiteral("endpoints")));
    readPolicy(sections, root.at(QStringLiteral("policy")));
    readMaintenance(sections, root.at(QStringLiteral("maintenance")));
    readFilters(sections, root.at(QStringLiteral("filters")));
    readWebhooks(sections, root.at(QStringLiteral("webhooks")));
    readDesk(sections, root.at(QStringLiteral("desk")));
    readWall(sections, root.at(QStringLiteral("wall")));
    readIncludes(sections, root, faults);
    checkReferences(sections, root, faults);
}

/// The main file's faults in the order of its lines, then those of the files it includes.
std::vector<Fault> together(std::vector<Fault> own, const std::vector<Fault> &included)
{
    std::stable_sort(own.begin(), own.end(),
                     [](const Fault &a, const Fault &b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
    own.insert(own.end(), included.begin(), included.end());
    return own;
}

} // namespace

const SourceSpec *Workspace::queried(const QString &sourceName) const
{
    if (const SourceSpec *spec = prometheus(sourceName))
        return spec;
    const auto page = std::find_if(sources.begin(), sources.end(),
                                   [&sourceName](const SourceSpec &spec) { return spec.kind == SourceKind::Metrics && spec.name == sourceName; });
    return page == sources.end() ? nullptr : &*page;
}

const SourceSpec *Workspace::prometheus(const QString &sourceName) const
{
    const SourceSpec *found = nullptr;
    for (const SourceSpec &spec : sources) {
        if (spec.kind != SourceKind::Prometheus || (!sourceName.isEmpty() && spec.name != sourceName))
            continue;
        if (found && sourceName.isEmpty())
            return nullptr;
        found = &spec;
    }
    return found;
}

WorkspaceDocument readWorkspace(const QString &path)
{
    const QString file = fileOf(path);
    const auto text = readWorkspaceFile(file);
    if (!text)
        return {std::nullopt, {Fault{file, 0, 0, {}, text.error().detail}}};
    YamlFile yaml = readYaml(*text, file);
    if (!yaml.faults.empty())
        return {std::nullopt, std::move(yaml.faults)};

    YamlReader reader(file);
    Workspace workspace;
    workspace.file = file;
    workspace.files = QStringList{file};
    Sections sections{reader, QFileInfo(file).absolutePath(), workspace, {}, {}, {}};
    std::vector<Fault> included;
    readRoot(sections, yaml.documents.empty() ? YamlNode() : yaml.documents.front(), included);
    if (yaml.documents.size() > 1)
        reader.fault(yaml.documents[1], QStringLiteral("a workspace is one document"));
    std::vector<Fault> faults = together(reader.faults(), included);
    if (!faults.empty())
        return {std::nullopt, std::move(faults)};
    workspace.files.removeDuplicates();
    std::vector<Fault> setAside = workspace.setAside;
    return {std::move(workspace), std::move(setAside)};
}

} // namespace Watchfloor
