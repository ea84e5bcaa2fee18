#include "models/grafana/jsonvalues.h"
#include "models/grafana/wrappings.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr int columns = 24;
constexpr double gridStep = 38; ///< pixels of a grid line with the gap below it
constexpr int layoutDepth = 8;
constexpr size_t placedLimit = 4'000;
constexpr qsizetype usesLimit = 50; ///< of one element

struct Word
{
    const char *word;
    int number;
};
constexpr Word hides[] = {{"dontHide", 0}, {"hideLabel", 1}, {"hideVariable", 2}, {"inControlsMenu", 3}};
constexpr Word refreshes[] = {{"never", 0}, {"onDashboardLoad", 1}, {"onTimeRangeChanged", 2}};
constexpr Word sorts[] = {{"disabled", 0},
                          {"alphabeticalAsc", 1},
                          {"alphabeticalDesc", 2},
                          {"numericalAsc", 3},
                          {"numericalDesc", 4},
                          {"alphabeticalCaseInsensitiveAsc", 5},
                          {"alphabeticalCaseInsensitiveDesc", 6},
                          {"naturalAsc", 7},
                          {"naturalDesc", 8}};
constexpr Word autoRowHeights[] = {{"short", 168}, {"standard", 320}, {"tall", 512}};

template <size_t N>
void numberWord(QJsonObject &object, const QString &key, const Word (&words)[N])
{
    const QString text = object.value(key).toString();
    for (const Word &word : words)
        if (text == QLatin1String(word.word))
            object.insert(key, word.number);
}

/// The data source that a query of either shape names, as {type, uid}.
QJsonValue sourceOfQuery(const QJsonObject &owner, const QJsonObject &query)
{
    const bool grouped = query.value(u"kind").toString() == u"DataQuery";
    QJsonObject source = owner.value(u"datasource").toObject();
    const QJsonValue name = jsonAt(query, QStringLiteral("datasource.name"));
    if (name.isString())
        source.insert(QStringLiteral("uid"), name);
    const QJsonValue type = query.value(grouped ? u"group" : u"kind");
    if (!source.contains(u"type") && !type.toString().isEmpty())
        source.insert(QStringLiteral("type"), type);
    return source.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(source);
}

void merge(QJsonObject &into, const QJsonObject &other)
{
    for (auto entry = other.begin(); entry != other.end(); ++entry)
        into.insert(entry.key(), entry.value());
}

QJsonObject classicTarget(const QJsonObject &panelQuery)
{
    const QJsonObject spec = panelQuery.value(u"spec").toObject();
    const QJsonObject query = spec.value(u"query").toObject();
    QJsonObject target = query.value(u"spec").toObject();
    target.insert(QStringLiteral("refId"), spec.value(u"refId"));
    target.insert(QStringLiteral("hide"), spec.value(u"hidden"));
    target.insert(QStringLiteral("datasource"), sourceOfQuery(spec, query));
    return target;
}

QJsonObject classicTransformation(const QJsonObject &transformation)
{
    QJsonObject spec = transformation.value(u"spec").toObject();
    if (!spec.contains(u"id")) {
        const QJsonValue group = transformation.value(u"group");
        spec.insert(QStringLiteral("id"), group.isString() ? group : transformation.value(u"kind"));
    }
    return spec;
}

QJsonObject classicPanel(const QJsonObject &element)
{
    const QJsonObject spec = element.value(u"spec").toObject();
    QJsonObject panel;
    for (const QLatin1String key : {QLatin1String("id"), QLatin1String("title"), QLatin1String("description"), QLatin1String("links"),
                                    QLatin1String("transparent"), QLatin1String("libraryPanel")})
        putJson(panel, key, spec.value(key));
    const QJsonObject viz = spec.value(u"vizConfig").toObject();
    const QJsonValue group = viz.value(u"group");
    putJson(panel, QStringLiteral("type"), group.isString() ? group : viz.value(u"kind"));
    for (const QLatin1String key : {QLatin1String("pluginVersion"), QLatin1String("options"), QLatin1String("fieldConfig")})
        putJson(panel, key, jsonAt(viz, QLatin1String("spec.") + key));
    if (!panel.contains(u"pluginVersion"))
        putJson(panel, QStringLiteral("pluginVersion"), viz.value(u"version"));
    const QJsonObject data = jsonAt(spec, QStringLiteral("data.spec")).toObject();
    QJsonArray targets, transformations;
    for (const QJsonObject &query : jsonObjects(data.value(u"queries")))
        targets.append(classicTarget(query));
    for (const QJsonObject &transformation : jsonObjects(data.value(u"transformations")))
        transformations.append(classicTransformation(transformation));
    panel.insert(QStringLiteral("targets"), targets);
    panel.insert(QStringLiteral("transformations"), transformations);
    merge(panel, data.value(u"queryOptions").toObject());
    return panel;
}

QString variableType(const QString &kind)
{
    if (kind == u"TextVariable")
        return QStringLiteral("textbox");
    QString type = kind.left(kind.size() - (kind.endsWith(u"Variable") ? 8 : 0)).toLower();
    return type;
}

QJsonObject classicVariable(const QJsonObject &resource)
{
    QJsonObject variable = resource.value(u"spec").toObject();
    variable.insert(QStringLiteral("type"), variableType(resource.value(u"kind").toString()));
    numberWord(variable, QStringLiteral("hide"), hides);
    numberWord(variable, QStringLiteral("refresh"), refreshes);
    numberWord(variable, QStringLiteral("sort"), sorts);
    if (variable.contains(u"pluginId"))
        variable.insert(QStringLiteral("query"), variable.value(u"pluginId"));
    if (variable.value(u"query").isObject()) {
        const QJsonObject query = variable.value(u"query").toObject();
        variable.insert(QStringLiteral("datasource"), sourceOfQuery(variable, query));
        const QJsonValue legacy = jsonAt(query, QStringLiteral("spec.__legacyStringValue"));
        variable.insert(QStringLiteral("query"), legacy.isString() ? legacy : query.value(u"spec"));
    } else if (resource.contains(u"datasource") || resource.contains(u"group")) {
        variable.insert(QStringLiteral("datasource"), sourceOfQuery({}, {{QStringLiteral("kind"), QStringLiteral("DataQuery")},
                                                                        {QStringLiteral("group"), resource.value(u"group")},
                                                                        {QStringLiteral("datasource"), resource.value(u"datasource")}}));
    }
    return variable;
}

QJsonObject classicAnnotation(const QJsonObject &resource)
{
    QJsonObject annotation = resource.value(u"spec").toObject();
    const QJsonObject query = annotation.value(u"query").toObject();
    annotation.insert(QStringLiteral("datasource"), sourceOfQuery(annotation, query));
    merge(annotation, annotation.value(u"legacyOptions").toObject());
    merge(annotation, query.value(u"spec").toObject());
    annotation.remove(QStringLiteral("query"));
    return annotation;
}

/// Lays elements out on the classic grid: rows stay rows, tabs become rows, automatic grids get places.
class Layout
{
public:
    Layout(const QJsonObject &elements, QStringList &notes)
        : m_elements(elements)
        , m_notes(notes)
    {
    }

    QJsonArray run(const QJsonObject &layout)
    {
        place(layout, {}, 0);
        placeRest();
        closeRow();
        return m_panels;
    }

private:
    void note(const QString &text)
    {
        if (!m_notes.contains(text))
            m_notes.append(text);
    }

    void place(const QJsonObject &layout, const QString &title, int depth)
    {
        if (depth > layoutDepth)
            return;
        const QString kind = layout.value(u"kind").toString();
        const QJsonObject spec = layout.value(u"spec").toObject();
        if (kind == u"RowsLayout" || kind == u"TabsLayout")
            placeRows(spec, title, kind == u"TabsLayout", depth);
        else if (kind == u"AutoGridLayout" || kind == u"ResponsiveGridLayout")
            placeAutomatically(spec);
        else
            placeGrid(spec);
    }

    void placeRows(const QJsonObject &spec, const QString &outer, bool tabs, int depth)
    {
        if (tabs)
            note(QStringLiteral("tabs are shown as rows"));
        for (const QJsonObject &row : jsonObjects(spec.value(tabs ? u"tabs" : u"rows"))) {
            const QJsonObject own = row.value(u"spec").toObject();
            const QString title = jsonText(own.value(u"title"));
            noteConditions(own);
            if (!jsonFlag(own.value(u"hideHeader")) || m_hasRow)
                openRow(outer.isEmpty() ? title : outer + QStringLiteral(" / ") + title, jsonFlag(own.value(u"collapse")),
                        jsonText(jsonAt(own, QStringLiteral("repeat.value"))));
            place(own.value(u"layout").toObject(), title, depth + 1);
        }
    }

    void noteConditions(const QJsonObject &spec)
    {
        if (!jsonAt(spec, QStringLiteral("conditionalRendering.spec.items")).toArray().isEmpty())
            note(QStringLiteral("conditions for showing are not followed: everything is shown"));
        if (!spec.value(u"variables").toArray().isEmpty())
            note(QStringLiteral("variables of rows and tabs are left out"));
    }

    void openRow(const QString &title, bool collapsed, const QString &repeat)
    {
        closeRow();
        m_row = {{QStringLiteral("type"), QStringLiteral("row")}, {QStringLiteral("title"), title}, {QStringLiteral("collapsed"), collapsed}};
        m_row.insert(QStringLiteral("gridPos"), gridPlace(0, m_bottom, columns, 1));
        if (!repeat.isEmpty())
            m_row.insert(QStringLiteral("repeat"), repeat);
        m_hasRow = true;
        m_bottom += 1;
    }

    void closeRow()
    {
        if (!m_hasRow)
            return;
        if (jsonFlag(m_row.value(u"collapsed"))) {
            m_row.insert(QStringLiteral("panels"), m_inRow);
            m_panels.append(m_row);
        } else {
            m_panels.append(m_row);
            for (const QJsonValue panel : std::as_const(m_inRow))
                m_panels.append(panel);
        }
        m_inRow = {};
        m_hasRow = false;
    }

    static QJsonObject gridPlace(int x, int y, int width, int height)
    {
        return {{QStringLiteral("x"), x}, {QStringLiteral("y"), y}, {QStringLiteral("w"), width}, {QStringLiteral("h"), height}};
    }

    void placeElement(const QJsonObject &item, const QJsonObject &place)
    {
        const QJsonObject spec = item.value(u"spec").toObject();
        noteConditions(spec);
        const QString name = jsonText(jsonAt(spec, QStringLiteral("element.name")));
        if (m_elements.value(name).isObject()) {
            add(name, place, spec.value(u"repeat").toObject());
            m_bottom = std::max(m_bottom, jsonInteger(place.value(u"y"), 0) + jsonInteger(place.value(u"h"), 0));
        } else {
            note(QStringLiteral("the layout names the element \"%1\", which is not there").arg(name.left(128)));
        }
    }

    void add(const QString &name, const QJsonObject &place, const QJsonObject &repeat)
    {
        if (m_count++ >= placedLimit || m_placed.count(name) >= usesLimit) {
            note(QStringLiteral("the layout names too many elements; some are left out"));
            return;
        }
        QJsonObject panel = classicPanel(m_elements.value(name).toObject());
        panel.insert(QStringLiteral("gridPos"), place);
        if (repeat.value(u"mode").toString() == u"variable") {
            putJson(panel, QStringLiteral("repeat"), repeat.value(u"value"));
            putJson(panel, QStringLiteral("repeatDirection"), repeat.value(u"direction"));
            putJson(panel, QStringLiteral("maxPerRow"), repeat.value(u"maxPerRow"));
        }
        m_placed.append(name);
        (m_hasRow ? m_inRow : m_panels).append(panel);
    }

    void placeGrid(const QJsonObject &spec)
    {
        const int top = m_bottom;
        for (const QJsonObject &item : jsonObjects(spec.value(u"items"))) {
            const QJsonObject own = item.value(u"spec").toObject();
            if (item.value(u"kind").toString() == u"GridLayoutRow")
                placeGridRow(own, top);
            else
                placeItem(item, top);
        }
    }

    void placeGridRow(const QJsonObject &spec, int top)
    {
        m_bottom = std::max(m_bottom, top + jsonInteger(spec.value(u"y"), 0));
        openRow(jsonText(spec.value(u"title")), jsonFlag(spec.value(u"collapsed")), jsonText(jsonAt(spec, QStringLiteral("repeat.value"))));
        const int below = m_bottom;
        for (const QJsonObject &item : jsonObjects(spec.value(u"elements")))
            placeItem(item, below);
    }

    void placeItem(const QJsonObject &item, int top)
    {
        const QJsonObject spec = item.value(u"spec").toObject();
        const int y = top + jsonInteger(spec.value(u"y"), 0);
        placeElement(item, gridPlace(jsonInteger(spec.value(u"x"), 0), y, jsonInteger(spec.value(u"width"), 12), jsonInteger(spec.value(u"height"), 8)));
    }

    void placeAutomatically(const QJsonObject &spec)
    {
        const int perRow = std::clamp(jsonInteger(spec.value(u"maxColumnCount"), 3), 1, columns);
        int pixels = jsonInteger(spec.value(u"rowHeight"), 320);
        for (const Word &word : autoRowHeights)
            if (spec.value(u"rowHeightMode").toString() == QLatin1String(word.word))
                pixels = word.number;
        const int height = std::max(1, int(std::ceil(pixels / gridStep)));
        const int width = columns / perRow;
        const std::vector<QJsonObject> items = jsonObjects(spec.value(u"items"));
        const int top = m_bottom;
        for (size_t at = 0; at < items.size(); ++at)
            placeElement(items[at], gridPlace(int(at % size_t(perRow)) * width, top + int(at / size_t(perRow)) * height, width, height));
    }

    /// Elements that the layout forgot are shown below everything.
    void placeRest()
    {
        for (const QString &name : m_elements.keys()) {
            if (m_placed.contains(name))
                continue;
            note(QStringLiteral("the layout has no place for \"%1\"; it stands at the end").arg(name.left(128)));
            add(name, gridPlace(0, m_bottom, columns / 2, 8), {});
            m_bottom += 8;
        }
    }

    QJsonObject m_elements;
    QStringList &m_notes;
    QJsonArray m_panels;
    QJsonArray m_inRow;
    QJsonObject m_row;
    bool m_hasRow = false;
    QStringList m_placed;
    int m_bottom = 0;
    size_t m_count = 0;
};

QJsonArray each(const QJsonValue &list, QJsonObject (*convert)(const QJsonObject &))
{
    QJsonArray out;
    for (const QJsonObject &entry : jsonObjects(list))
        out.append(convert(entry));
    return out;
}

} // namespace

QJsonObject classicDashboard(const QJsonObject &spec, QStringList &notes)
{
    QJsonObject out;
    for (const QLatin1String key : {QLatin1String("uid"), QLatin1String("title"), QLatin1String("description"), QLatin1String("tags"), QLatin1String("links")})
        putJson(out, key, spec.value(key));
    const QJsonObject time = spec.value(u"timeSettings").toObject();
    putJson(out, QStringLiteral("time.from"), time.value(u"from"));
    putJson(out, QStringLiteral("time.to"), time.value(u"to"));
    putJson(out, QStringLiteral("refresh"), time.value(u"autoRefresh"));
    putJson(out, QStringLiteral("timezone"), time.value(u"timezone"));
    putJson(out, QStringLiteral("templating.list"), each(spec.value(u"variables"), classicVariable));
    putJson(out, QStringLiteral("annotations.list"), each(spec.value(u"annotations"), classicAnnotation));
    out.insert(QStringLiteral("panels"), Layout(spec.value(u"elements").toObject(), notes).run(spec.value(u"layout").toObject()));
    // What was written in this form needs none of the older versions' upgrades.
    out.insert(QStringLiteral("schemaVersion"), 42);
    return out;
}

} // namespace Watchfloor
