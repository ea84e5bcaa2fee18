#include "models/workspace/includes.h"

#include "models/grafana/grafanadashboard.h"
#include "models/rules/rulefile.h"
#include "models/slo/slodocument.h"
#include "models/workspace/foreigndashboards.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <functional>

namespace Watchfloor {

namespace {

constexpr qsizetype filesLimit = 1'000;
constexpr int foldersLimit = 10'000;
constexpr size_t patternLimit = 200;

bool hasWildcard(const QString &part)
{
    return part.contains(u'*') || part.contains(u'?') || part.contains(u'[');
}

/// Walks the parts of one pattern through the folders.
class GlobWalk
{
public:
    GlobWalk(const QString &folder, const QString &pattern)
        : m_root(QDir(folder).canonicalPath())
        , m_parts(pattern.split(u'/', Qt::SkipEmptyParts))
    {
    }

    Result<QStringList> run()
    {
        walk(m_root, 0);
        if (!m_error.isEmpty())
            return Error{Error::Kind::Invalid, m_error, {}};
        m_found.sort();
        m_found.removeDuplicates();
        return m_found;
    }

private:
    void fail(const QString &message)
    {
        if (m_error.isEmpty())
            m_error = message;
    }

    bool isInside(const QString &canonical) const { return canonical == m_root || canonical.startsWith(m_root + u'/'); }

    void walk(const QString &folder, qsizetype at)
    {
        if (!m_error.isEmpty())
            return;
        if (++m_folders > foldersLimit)
            return fail(QStringLiteral("more than %1 folders are looked through").arg(foldersLimit));
        const QString &part = m_parts[at];
        if (part == u"**") {
            if (at + 1 < m_parts.size())
                walk(folder, at + 1);
            // Links are not followed below **, where they may lead in circles.
            for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
                walk(entry.filePath(), at);
            return;
        }
        if (!hasWildcard(part))
            return take(QFileInfo(folder + u'/' + part), at);
        const QRegularExpression expression(QRegularExpression::wildcardToRegularExpression(part));
        if (!expression.isValid())
            return fail(QStringLiteral("\"%1\" is not a pattern").arg(part.left(64)));
        for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name))
            if (expression.match(entry.fileName()).hasMatch())
                take(entry, at);
    }

    void take(const QFileInfo &entry, qsizetype at)
    {
        if (!entry.exists())
            return;
        if (!isInside(entry.canonicalFilePath()))
            return fail(QStringLiteral("%1 leads out of the workspace's folder").arg(entry.fileName()));
        if (at + 1 < m_parts.size()) {
            if (entry.isDir())
                walk(entry.filePath(), at + 1);
            return;
        }
        if (!entry.isFile())
            return;
        if (m_found.size() >= filesLimit)
            return fail(QStringLiteral("more than %1 files").arg(filesLimit));
        m_found.append(entry.absoluteFilePath());
    }

    QString m_root;
    QStringList m_parts;
    QStringList m_found;
    QString m_error;
    int m_folders = 0;
};

/// Every file that the patterns at `key` name, in their order, each once.
QStringList namedFiles(Sections &sections, const YamlNode &list)
{
    QStringList files;
    if (!list.isNull() && !list.isSequence() && !list.isScalar())
        sections.reader.fault(list, QStringLiteral("a list of file patterns is expected"));
    std::vector<YamlNode> patterns = list.isScalar() ? std::vector{list} : listItems(sections.reader, list, patternLimit);
    for (const YamlNode &node : patterns) {
        const QString pattern = sections.reader.text(node);
        if (!node.isScalar())
            continue;
        const auto found = expandedGlob(sections.folder, pattern);
        if (!found)
            sections.reader.fault(node, found.error().detail);
        else if (found->isEmpty())
            sections.reader.fault(node, QStringLiteral("no file is named %1").arg(pattern.left(128)));
        else
            files.append(*found);
    }
    files.removeDuplicates();
    return files;
}

/// A dashboard that cannot be read takes nothing else with it: in its place stands a board that says what is wrong and where.
void setAside(Workspace &workspace, const QString &file, const std::vector<Fault> &faults)
{
    Dashboard board;
    board.name = QFileInfo(file).completeBaseName();
    board.title = board.name;
    board.file = file;
    board.foreign = true;
    Panel panel;
    panel.id = 1;
    panel.title = QStringLiteral("This dashboard cannot be read");
    panel.kind = PanelKind::Text;
    panel.at = {0, 0, 24, 8};
    panel.options.text.mode = TextOptions::Mode::Code;
    for (const Fault &fault : faults)
        panel.options.text.content += fault.toString() + u'\n';
    board.panels.push_back(std::move(panel));
    workspace.dashboards.push_back(std::move(board));
    workspace.setAside.insert(workspace.setAside.end(), faults.begin(), faults.end());
}

/// A rule file that is wrong takes no other with it.
void readRules(Workspace &workspace, const QStringList &files)
{
    for (const QString &file : files) {
        workspace.files.append(file);
        workspace.ruleFiles.append(file);
        const auto text = readWorkspaceFile(file);
        RuleDocument document = text ? readRuleFile(*text, file) : RuleDocument{{}, {Fault{file, 0, 0, {}, text.error().detail}}};
        if (document.faults.empty())
            workspace.rules.push_back(std::move(document.file));
        workspace.setAside.insert(workspace.setAside.end(), document.faults.begin(), document.faults.end());
    }
}

/// Short forms are of the workspace's own hand, and their faults its faults; what other programs wrote is set aside.
void readDashboards(Sections &sections, const YamlNode &list, std::vector<Fault> &faults)
{
    Workspace &workspace = sections.workspace;
    for (const QString &file : namedFiles(sections, list)) {
        workspace.files.append(file);
        const auto text = readWorkspaceFile(file, grafanaSizeLimit);
        if (!text) {
            setAside(workspace, file, {Fault{file, 0, 0, {}, text.error().detail}});
            continue;
        }
        GrafanaDocument foreign = readGrafanaDashboards(*text, file);
        workspace.dashboards.insert(workspace.dashboards.end(), foreign.dashboards.begin(), foreign.dashboards.end());
        if (foreign.recognized) {
            if (!foreign.faults.empty())
                setAside(workspace, file, foreign.faults);
            continue;
        }
        DashboardDocument document = readDashboard(*text, file);
        if (document.dashboard)
            workspace.dashboards.push_back(*document.dashboard);
        else if (file.endsWith(QLatin1String(".json")))
            setAside(workspace, file, document.faults);
        else
            faults.insert(faults.end(), document.faults.begin(), document.faults.end());
    }
}

/// Reads each file of a section and gives its text to `take`, which answers with the faults in it.
void readEach(Sections &sections, const YamlNode &list, std::vector<Fault> &faults,
              const std::function<std::vector<Fault>(const QByteArray &, const QString &)> &take, qint64 limit = workspaceFileLimit)
{
    for (const QString &file : namedFiles(sections, list)) {
        sections.workspace.files.append(file);
        const auto text = readWorkspaceFile(file, limit);
        const std::vector<Fault> found = text ? take(*text, file) : std::vector{Fault{file, 0, 0, {}, text.error().detail}};
        faults.insert(faults.end(), found.begin(), found.end());
    }
}

} // namespace

Result<QStringList> expandedGlob(const QString &folder, const QString &pattern)
{
    const QStringList parts = pattern.split(u'/');
    if (pattern.isEmpty() || QDir::isAbsolutePath(pattern) || pattern.startsWith(u'~') || pattern.contains(QChar(u'\0')))
        return Error{Error::Kind::Invalid, QStringLiteral("a path relative to the workspace's folder is expected"), {}};
    if (parts.contains(QStringLiteral("..")))
        return Error{Error::Kind::Invalid, QStringLiteral("a path stays inside the workspace's folder"), {}};
    if (parts.last() == u"**" || parts.last().isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("a pattern ends in a file's name"), {}};
    return GlobWalk(folder, QString(pattern).replace(QStringLiteral("./"), QString())).run();
}

Result<QByteArray> readWorkspaceFile(const QString &path, qint64 limit)
{
    const QString tooLarge = QStringLiteral("the file is larger than %1 MiB").arg(limit / (1024 * 1024));
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no such file"), path};
    if (!info.isFile())
        return Error{Error::Kind::Invalid, QStringLiteral("this is not a file"), path};
    if (info.size() > limit)
        return Error{Error::Kind::TooLarge, tooLarge, path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, QStringLiteral("the file cannot be read: %1").arg(file.errorString()), path};
    QByteArray text = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Io, QStringLiteral("the file cannot be read: %1").arg(file.errorString()), path};
    if (text.size() > limit)
        return Error{Error::Kind::TooLarge, tooLarge, path};
    return text;
}

void readIncludes(Sections &sections, const YamlNode &root, std::vector<Fault> &faults)
{
    Workspace &workspace = sections.workspace;
    readRules(workspace, namedFiles(sections, root.at(QStringLiteral("rules"))));
    readEach(sections, root.at(QStringLiteral("slos")), faults, [&workspace](const QByteArray &text, const QString &file) {
        SloDocument document = readSloDocument(text, file);
        workspace.objectives.insert(workspace.objectives.end(), document.objectives.begin(), document.objectives.end());
        return document.faults;
    });
    readDashboards(sections, root.at(QStringLiteral("dashboards")), faults);
    settleForeignDashboards(workspace);
    readEach(sections, root.at(QStringLiteral("runbooks")), faults, [&workspace](const QByteArray &text, const QString &file) {
        RunbookDocument document = readRunbook(text, file);
        if (document.runbook)
            workspace.runbooks.push_back(*document.runbook);
        return document.faults;
    });
}

} // namespace Watchfloor
