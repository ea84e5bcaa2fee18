#include "models/grafana/grafanadashboard.h"

#include "models/grafana/annotationreader.h"
#include "models/grafana/jsonvalues.h"
#include "models/grafana/panelreader.h"
#include "models/grafana/rowlayout.h"
#include "models/grafana/variables.h"
#include "models/grafana/wrappings.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <limits>

namespace Watchfloor {

namespace {

constexpr size_t panelLimit = 2'000;
constexpr int gridColumns = 24;
constexpr qsizetype nameLength = 128;
/// Since these versions variables stand in templating, marks in annotations, panels on a grid, and repetitions are not saved along.
constexpr int templatingSince = 2;
constexpr int annotationsSince = 6;
constexpr int gridSince = 16;
constexpr int repeatsCleanSince = 27;
/// One model of an export is used so often; more is no dashboard but a flood.
constexpr int elementUses = 50;

/// A panel of the file with what it stands in.
struct Placed
{
    QJsonObject json;
    int row = -1;
};

bool isRow(const QJsonObject &panel)
{
    return panel.value(u"type").toString() == u"row";
}

int topOf(const QJsonObject &panel)
{
    return jsonInteger(jsonAt(panel, QStringLiteral("gridPos.y")), 0);
}

class DashboardReader
{
public:
    DashboardReader(const WrappedDashboard &wrapped, const QString &file)
        : m_json(upgraded(withInputs(wrapped.json, wrapped.inputs)))
        , m_sources(m_json)
        , m_schema(jsonInteger(m_json.value(u"schemaVersion"), 0))
    {
        m_out.file = file;
        m_out.foreign = true;
        m_out.notes = wrapped.notes;
    }

    Dashboard run()
    {
        readHead();
        m_out.variables = readVariables(m_json, m_schema, m_sources, m_out.notes);
        for (const QString &circle : variableCircles(m_out.variables))
            m_out.notes.append(QStringLiteral("variables need each other: %1").arg(circle.left(512)));
        m_out.annotations = readAnnotations(m_json, m_sources, m_out.notes);
        m_out.links = readDashboardLinks(m_json);
        readPanels();
        settleResults();
        settleIds();
        settlePlaces();
        return std::move(m_out);
    }

    int leftOut() const { return m_dropped; }

private:
    /// Where the first versions had time, variables and annotations.
    static QJsonObject upgraded(QJsonObject json)
    {
        const int schema = jsonInteger(json.value(u"schemaVersion"), 0);
        const QJsonObject filter = jsonAt(json, QStringLiteral("services.filter")).toObject();
        if (schema < templatingSince && !filter.isEmpty()) {
            if (!json.contains(u"time"))
                putJson(json, QStringLiteral("time"), filter.value(u"time"));
            if (!json.value(u"templating").isObject())
                putJson(json, QStringLiteral("templating.list"), filter.value(u"list"));
        }
        for (const QJsonObject &pulldown : jsonObjects(json.value(u"pulldowns")))
            if (schema < annotationsSince && pulldown.value(u"type").toString() == u"annotations")
                putJson(json, QStringLiteral("annotations.list"), pulldown.value(u"annotations"));
        return json;
    }

    void note(const QString &text)
    {
        if (!m_out.notes.contains(text))
            m_out.notes.append(text);
    }

    void readHead()
    {
        m_out.uid = jsonText(m_json.value(u"uid"));
        m_out.title = jsonText(m_json.value(u"title"));
        m_out.description = jsonText(m_json.value(u"description"));
        m_out.tags = jsonTexts(m_json.value(u"tags"));
        m_out.timeFrom = jsonText(jsonAt(m_json, QStringLiteral("time.from")));
        m_out.timeTo = jsonText(jsonAt(m_json, QStringLiteral("time.to")));
        m_out.refresh = m_json.value(u"refresh").toString();
        m_out.timeZone = m_json.value(u"timezone").toString();
        if (m_out.timeZone == u"browser")
            m_out.timeZone.clear();
        if (jsonInteger(m_json.value(u"fiscalYearStartMonth"), 0) != 0)
            note(QStringLiteral("the fiscal year begins in January here"));
    }

    /// Copies that a repetition left in the file; the panel that is repeated makes them anew.
    bool isLeftOver(const QJsonObject &panel) const
    {
        const QString of = jsonText(panel.value(u"repeatPanelId"));
        return (!of.isEmpty() && of != u"0") || (m_schema < repeatsCleanSince && jsonFlag(panel.value(u"repeatByRow")));
    }

    QJsonArray panelsOfFile() const
    {
        const QJsonArray panels = m_json.value(u"panels").toArray();
        const QJsonArray rows = m_json.value(u"rows").toArray();
        if (rows.isEmpty() || (m_schema >= gridSince && !panels.isEmpty()))
            return panels;
        QJsonArray all = panels;
        int bottom = 0;
        for (const QJsonObject &panel : jsonObjects(panels))
            bottom = std::max(bottom, topOf(panel) + std::max(1, jsonInteger(jsonAt(panel, QStringLiteral("gridPos.h")), 1)));
        for (const QJsonValue panel : panelsOfRows(rows, bottom))
            all.append(panel);
        return all;
    }

    /// In reading order: a row's panels are those that follow it, or, while it is folded, those in it.
    void readPanels()
    {
        std::vector<QJsonObject> panels = jsonObjects(panelsOfFile());
        const auto placed = [](const QJsonObject &panel) { return hasPlace(panel); };
        const auto left = [](const QJsonObject &panel) { return jsonInteger(jsonAt(panel, QStringLiteral("gridPos.x")), 0); };
        if (std::all_of(panels.begin(), panels.end(), placed))
            std::stable_sort(panels.begin(), panels.end(), [&left](const QJsonObject &a, const QJsonObject &b) {
                return std::pair(topOf(a), left(a)) < std::pair(topOf(b), left(b));
            });
        int row = -1;
        for (const QJsonObject &panel : panels) {
            if (!isRow(panel)) {
                readPanel({panel, row});
                continue;
            }
            row = readRow(panel);
            for (const QJsonObject &nested : shiftedBelow(panel))
                readPanel({nested, row});
        }
        if (m_leftOver > 0)
            note(QStringLiteral("copies of repeated panels in the file are made anew: %1").arg(m_leftOver));
        if (m_dropped > 0)
            note(QStringLiteral("more than %1 panels; %2 are left out").arg(panelLimit).arg(m_dropped));
    }

    int readRow(const QJsonObject &json)
    {
        DashboardRow row;
        row.title = jsonText(json.value(u"title"));
        row.collapsed = jsonFlag(json.value(u"collapsed"));
        row.repeat = jsonText(json.value(u"repeat"));
        row.y = topOf(json);
        m_out.rows.push_back(std::move(row));
        m_rowIds.insert(qint64(jsonNumber(json.value(u"id")).value_or(0)));
        return int(m_out.rows.size()) - 1;
    }

    /// A folded row's panels keep the places of when it was open last; they begin below its line.
    static std::vector<QJsonObject> shiftedBelow(const QJsonObject &row)
    {
        std::vector<QJsonObject> panels = jsonObjects(row.value(u"panels"));
        int top = std::numeric_limits<int>::max();
        for (const QJsonObject &panel : panels)
            if (hasPlace(panel))
                top = std::min(top, topOf(panel));
        for (QJsonObject &panel : panels)
            if (hasPlace(panel))
                putJson(panel, QStringLiteral("gridPos.y"), topOf(panel) - top + topOf(row) + 1);
        return panels;
    }

    /// A library panel whose model an export brought along.
    QJsonObject withElement(QJsonObject panel)
    {
        if (!jsonText(panel.value(u"type")).isEmpty() || ++m_elementUses[jsonText(jsonAt(panel, QStringLiteral("libraryPanel.uid")))] > elementUses)
            return panel;
        const QJsonObject elements = m_json.value(u"__elements").toObject();
        const QJsonObject model = jsonAt(elements.value(jsonText(jsonAt(panel, QStringLiteral("libraryPanel.uid")))).toObject(), QStringLiteral("model")).toObject();
        for (auto entry = model.begin(); entry != model.end(); ++entry)
            if (!panel.contains(entry.key()) || entry.key() == u"type")
                panel.insert(entry.key(), entry.value());
        return panel;
    }

    void readPanel(const Placed &placed)
    {
        if (isLeftOver(placed.json)) {
            ++m_leftOver;
            return;
        }
        if (m_read.size() >= panelLimit) {
            ++m_dropped;
            return;
        }
        ReadPanel read = readGrafanaPanel(withElement(placed.json), m_schema, m_sources);
        read.panel.row = placed.row;
        m_read.push_back(std::move(read));
    }

    /// Panels that show another's results ask what that one asks.
    void settleResults()
    {
        for (ReadPanel &read : m_read) {
            if (!read.resultsOf)
                continue;
            const auto other = std::find_if(m_read.begin(), m_read.end(), [&read](const ReadPanel &one) { return one.id == *read.resultsOf && !one.resultsOf; });
            if (other == m_read.end()) {
                read.panel.missing.append(QStringLiteral("results of panel %1").arg(*read.resultsOf));
            } else {
                borrow(read.panel, other->panel, read.withTransformations);
            }
            read.panel.support = supportOf(read.panel);
        }
    }

    static void borrow(Panel &panel, const Panel &other, bool withTransformations)
    {
        panel.source = other.source;
        panel.queries = other.queries;
        panel.minimumStep = other.minimumStep;
        panel.maximumPoints = other.maximumPoints;
        if (withTransformations)
            panel.transformations.insert(panel.transformations.begin(), other.transformations.begin(), other.transformations.end());
        for (const QString &missing : other.missing)
            if ((missing.startsWith(u"data source: ") || missing.startsWith(u"expression: ") || (withTransformations && missing.startsWith(u"transformation"))) && !panel.missing.contains(missing))
                panel.missing.append(missing);
    }

    void settleIds()
    {
        qint64 next = 1;
        for (const ReadPanel &read : m_read)
            next = std::max(next, read.id + 1);
        for (const qint64 id : std::as_const(m_rowIds))
            next = std::max(next, id + 1);
        if (next > std::numeric_limits<int>::max() - qint64(panelLimit))
            next = 1;
        QSet<qint64> taken;
        for (const ReadPanel &read : m_read)
            taken.insert(read.id);
        QSet<qint64> given;
        for (ReadPanel &read : m_read) {
            qint64 id = read.id;
            if (id == 0 || given.contains(id)) {
                while (taken.contains(next) || given.contains(next))
                    ++next;
                id = next++;
            }
            given.insert(id);
            read.panel.id = int(id);
        }
    }

    /// Panels without a place stand side by side below everything before them.
    void settlePlaces()
    {
        int bottom = 0, line = 0, left = gridColumns;
        for (ReadPanel &read : m_read) {
            PanelPlace &at = read.panel.at;
            if (!read.placed) {
                if (left + at.width > gridColumns) {
                    left = 0;
                    line = bottom;
                }
                at.x = left;
                at.y = line;
                left += at.width;
            }
            bottom = std::max(bottom, at.y + at.height);
            m_out.panels.push_back(std::move(read.panel));
        }
    }

    QJsonObject m_json;
    DataSources m_sources;
    int m_schema;
    Dashboard m_out;
    std::vector<ReadPanel> m_read;
    QSet<qint64> m_rowIds;
    std::map<QString, int> m_elementUses;
    int m_leftOver = 0;
    int m_dropped = 0;
};

/// A name that links and pages can hold: one line, no slash.
QString cleanName(const QString &name)
{
    QString clean = name.simplified().left(nameLength);
    clean.replace(u'/', u'-');
    return clean;
}

QString uniqueName(const QString &name, QSet<QString> &taken)
{
    QString unique = name;
    for (int number = 2; taken.contains(unique); ++number)
        unique = QStringLiteral("%1-%2").arg(name).arg(number);
    taken.insert(unique);
    return unique;
}

} // namespace

QString panelSupportName(PanelSupport support)
{
    switch (support) {
    case PanelSupport::Full:
        return QStringLiteral("full");
    case PanelSupport::Partial:
        return QStringLiteral("partial");
    case PanelSupport::Placeholder:
        return QStringLiteral("placeholder");
    }
    return {};
}

GrafanaDocument readGrafanaDashboards(const QByteArray &text, const QString &file)
{
    GrafanaDocument document;
    if (text.size() > grafanaSizeLimit) {
        document.recognized = true;
        document.faults.push_back({file, 0, 0, {}, QStringLiteral("the file is larger than 64 MiB")});
        return document;
    }
    Wrappings wrappings = unwrapped(text, file);
    document.recognized = wrappings.recognized;
    document.faults = std::move(wrappings.faults);
    const QString base = QFileInfo(file).completeBaseName();
    QSet<QString> names;
    for (const WrappedDashboard &wrapped : wrappings.dashboards) {
        DashboardReader reader(wrapped, file);
        Dashboard dashboard = reader.run();
        document.leftOut += reader.leftOut();
        const QString own = cleanName(wrapped.name);
        dashboard.name = uniqueName(own.isEmpty() ? cleanName(base) : own, names);
        if (dashboard.title.isEmpty())
            dashboard.title = dashboard.name;
        document.dashboards.push_back(std::move(dashboard));
    }
    return document;
}

DashboardDocument readGrafanaDashboard(const QByteArray &text, const QString &file)
{
    GrafanaDocument document = readGrafanaDashboards(text, file);
    DashboardDocument first{std::nullopt, std::move(document.faults)};
    if (!document.dashboards.empty())
        first.dashboard = std::move(document.dashboards.front());
    else if (first.faults.empty())
        first.faults.push_back({file, 0, 0, {}, QStringLiteral("this is no Grafana dashboard")});
    return first;
}

} // namespace Watchfloor
