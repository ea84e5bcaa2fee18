#include "models/grafana/wrappings.h"

#include "models/grafana/jsonvalues.h"
#include "models/http/gzip.h"
#include "models/metrics/boundedjson.h"
#include "models/text/yaml.h"

#include <QJsonDocument>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int wrappingDepth = 6;
constexpr qsizetype numberLength = 64; ///< reading longer ones costs, and nobody writes them
constexpr size_t dashboardLimit = 1'000;
constexpr qint64 unpackedLimit = 64 * 1024 * 1024;

/// A plain YAML scalar as JSON would write it.
QJsonValue plainValue(const QString &text)
{
    if (text.isEmpty() || text == u"~" || text == u"null")
        return QJsonValue::Null;
    if (text == u"true" || text == u"false")
        return text == u"true";
    if (text.size() > numberLength)
        return text;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const QChar last = text.back();
    return isNumber && (last.isDigit() || last == u'.') ? QJsonValue(number) : QJsonValue(text);
}

/// `room` is how many characters may still be made: aliases make much out of little.
QJsonValue jsonOf(const YamlNode &node, qsizetype &room)
{
    if (room <= 0)
        return {};
    switch (node.kind()) {
    case YamlNode::Kind::Null:
        return QJsonValue::Null;
    case YamlNode::Kind::Scalar:
        room -= node.scalar().size() + 1;
        return node.isQuoted() ? QJsonValue(node.scalar()) : plainValue(node.scalar());
    case YamlNode::Kind::Sequence: {
        QJsonArray list;
        for (const YamlNode &item : node.items())
            list.append(jsonOf(item, room));
        return list;
    }
    case YamlNode::Kind::Map: {
        QJsonObject object;
        for (const QString &key : node.keys())
            object.insert(key, jsonOf(node.at(key), room));
        return object;
    }
    }
    return {};
}

struct Parsed
{
    std::vector<QJsonValue> documents;
    std::vector<Fault> faults;
};

Fault jsonFault(const QByteArray &text, const QString &file, const QJsonParseError &error)
{
    const QByteArrayView before = QByteArrayView(text).first(std::min<qsizetype>(std::max(error.offset, 0), text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {file, int(before.count('\n')) + 1, int(before.size() - lineStart) + 1, {}, QStringLiteral("this is not valid JSON: %1").arg(error.errorString())};
}

Parsed parsedYaml(const QByteArray &text, const QString &file)
{
    YamlFile yaml = readYaml(text, file);
    Parsed parsed;
    parsed.faults = std::move(yaml.faults);
    qsizetype room = unpackedLimit;
    if (parsed.faults.empty())
        for (const YamlNode &document : yaml.documents)
            parsed.documents.push_back(jsonOf(document, room));
    if (room <= 0)
        return {{}, {Fault{file, 0, 0, {}, QStringLiteral("with its aliases this YAML is larger than 64 MiB")}}};
    return parsed;
}

bool beginsLikeJson(const QByteArray &text)
{
    const QByteArray begin = text.left(4096).trimmed();
    return begin.startsWith('{') || begin.startsWith('[');
}

/// JSON where it begins like JSON, else YAML; a flow map of YAML begins like JSON too.
Parsed parsed(QByteArray text, const QString &file)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    if (!beginsLikeJson(text))
        return parsedYaml(text, file);
    if (!jsonDepthWithin(text))
        return {{}, {Fault{file, 0, 0, {}, QStringLiteral("this JSON is nested deeper than %1").arg(jsonDepthLimit)}}};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error == QJsonParseError::NoError)
        return {{document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())}, {}};
    Parsed yaml = parsedYaml(text, file);
    return yaml.faults.empty() ? yaml : Parsed{{}, {jsonFault(text, file, error)}};
}

bool hasPanels(const QJsonObject &row)
{
    const std::vector<QJsonObject> panels = jsonObjects(row.value(u"panels"));
    return std::any_of(panels.begin(), panels.end(), [](const QJsonObject &panel) { return panel.contains(u"type") || panel.contains(u"targets"); });
}

bool isClassic(const QJsonObject &object)
{
    const std::vector<QJsonObject> rows = jsonObjects(object.value(u"rows"));
    if (object.contains(u"schemaVersion") || std::any_of(rows.begin(), rows.end(), hasPanels))
        return true;
    return object.value(u"panels").isArray() && !object.value(u"dashboard").isString();
}

bool isVersion2(const QJsonObject &object)
{
    return object.value(u"elements").isObject() && object.value(u"layout").isObject();
}

QString withoutSuffix(QString name)
{
    for (const QLatin1String suffix : {QLatin1String(".json"), QLatin1String(".yaml"), QLatin1String(".yml")})
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    return name;
}

class Unwrapping
{
public:
    explicit Unwrapping(QString file)
        : m_file(std::move(file))
    {
    }

    Wrappings run(const QByteArray &text)
    {
        const Parsed outer = parsed(text, m_file);
        m_out.faults = outer.faults;
        // What begins like JSON is nobody else's.
        m_out.recognized = !outer.faults.empty() && beginsLikeJson(text);
        for (const QJsonValue &document : outer.documents)
            take(document, {}, 0);
        if (m_skipped > 0)
            fault({}, QStringLiteral("more than %1 dashboards; %2 are left out").arg(dashboardLimit).arg(m_skipped));
        return std::move(m_out);
    }

private:
    void fault(const QString &path, const QString &message) { m_out.faults.push_back({m_file, 0, 0, path, message}); }

    void found(const QJsonObject &json, const QString &name, QStringList notes = {})
    {
        m_out.recognized = true;
        if (m_out.dashboards.size() < dashboardLimit)
            m_out.dashboards.push_back({json, name, m_inputs, std::move(notes)});
        else
            ++m_skipped;
    }

    void foundSpec(QJsonObject spec, const QString &name)
    {
        QStringList notes;
        if (isVersion2(spec))
            spec = classicDashboard(spec, notes);
        if (!name.isEmpty() && jsonText(spec.value(u"uid")).isEmpty())
            spec.insert(QStringLiteral("uid"), name);
        found(spec, name, notes);
    }

    void take(const QJsonValue &value, const QString &name, int depth)
    {
        if (depth > wrappingDepth)
            return;
        for (const QJsonValue entry : value.toArray())
            take(entry, {}, depth + 1);
        if (value.isObject())
            takeObject(value.toObject(), name, depth);
    }

    void takeObject(const QJsonObject &object, const QString &name, int depth)
    {
        const QString kind = object.value(u"kind").toString();
        const QString version = object.value(u"apiVersion").toString();
        const QString own = jsonText(jsonAt(object, QStringLiteral("metadata.name")));
        if (object.value(u"items").isArray() && (kind.endsWith(u"List") || !version.isEmpty()))
            take(object.value(u"items"), {}, depth + 1);
        else if (kind == u"ConfigMap" || kind == u"Secret")
            takeFiles(object, depth);
        else if (kind == u"GrafanaDashboard")
            takeOperator(object, name.isEmpty() ? own : name, depth);
        else if (version.startsWith(u"dashboard.grafana.app/") || (kind == u"Dashboard" && isVersion2(object.value(u"spec").toObject())))
            takeResource(object, name.isEmpty() ? own : name);
        else if (version.contains(u"perses") || (kind == u"Dashboard" && object.value(u"spec").isObject()))
            takeForeign(object, name.isEmpty() ? own : name);
        else if (object.value(u"dashboard").isObject())
            takeImport(object, name, depth);
        else if (isVersion2(object))
            foundSpec(object, name);
        else if (isClassic(object))
            found(object, name);
        else
            takeMapOfFiles(object, depth);
    }

    void takeResource(const QJsonObject &object, const QString &name)
    {
        m_out.recognized = true;
        if (object.value(u"spec").isObject())
            foundSpec(object.value(u"spec").toObject(), name);
        else
            fault(QStringLiteral("spec"), QStringLiteral("the dashboard \"%1\" has no spec").arg(name.left(128)));
    }

    void takeForeign(const QJsonObject &object, const QString &name)
    {
        const QJsonObject spec = object.value(u"spec").toObject();
        if (isClassic(spec) && !spec.value(u"panels").isObject()) {
            foundSpec(spec, name);
            return;
        }
        m_out.recognized = true;
        fault(QStringLiteral("spec"), QStringLiteral("\"%1\" is a dashboard, but not of Grafana").arg(name.left(128)));
    }

    void takeImport(const QJsonObject &object, const QString &name, int depth)
    {
        m_out.recognized = true;
        const QJsonArray before = m_inputs;
        if (object.value(u"inputs").isArray())
            m_inputs = object.value(u"inputs").toArray();
        const size_t count = m_out.dashboards.size();
        take(object.value(u"dashboard"), name, depth + 1);
        if (m_out.dashboards.size() == count && m_skipped == 0)
            found(object.value(u"dashboard").toObject(), name);
        m_inputs = before;
    }

    /// A text that may hold dashboards: a ConfigMap's entry, an operator's json.
    void takeText(const QByteArray &text, const QString &path, const QString &name, int depth)
    {
        const Parsed inner = parsed(text, m_file);
        if (!inner.faults.empty() && path.endsWith(u"json")) {
            m_out.recognized = true;
            fault(path, inner.faults.front().message);
        }
        for (const QJsonValue &document : inner.documents)
            take(document, name, depth + 1);
    }

    void takeFiles(const QJsonObject &map, int depth)
    {
        for (const QLatin1String section : {QLatin1String("data"), QLatin1String("stringData"), QLatin1String("binaryData")}) {
            const QJsonObject files = map.value(section).toObject();
            const bool packed = section == QLatin1String("binaryData") || (section == QLatin1String("data") && map.value(u"kind").toString() == u"Secret");
            for (auto entry = files.begin(); entry != files.end(); ++entry) {
                QByteArray text = entry.value().toString().toUtf8();
                if (packed)
                    text = unpacked(QByteArray::fromBase64(text));
                takeText(text, section + u'.' + entry.key(), withoutSuffix(entry.key()), depth);
            }
        }
    }

    QByteArray unpacked(const QByteArray &bytes)
    {
        if (!bytes.startsWith("\x1f\x8b"))
            return bytes;
        const auto text = gunzipped(bytes, m_room);
        if (!text)
            return {};
        m_room -= text->size();
        return *text;
    }

    void takeOperator(const QJsonObject &object, const QString &name, int depth)
    {
        m_out.recognized = true;
        const QJsonObject spec = object.value(u"spec").toObject();
        const QJsonArray before = m_inputs;
        for (const QJsonObject &source : jsonObjects(spec.value(u"datasources")))
            m_inputs.append(QJsonObject{{QStringLiteral("name"), source.value(u"inputName")},
                                        {QStringLiteral("type"), QStringLiteral("datasource")},
                                        {QStringLiteral("value"), source.value(u"datasourceName")}});
        if (spec.value(u"json").isString())
            takeText(spec.value(u"json").toString().toUtf8(), QStringLiteral("spec.json"), name, depth);
        else if (spec.value(u"gzipJson").isString())
            takeText(unpacked(QByteArray::fromBase64(spec.value(u"gzipJson").toString().toLatin1())), QStringLiteral("spec.gzipJson"), name, depth);
        else
            fault(QStringLiteral("spec"), QStringLiteral("\"%1\" says where its dashboard is and does not hold it").arg(name.left(128)));
        m_inputs = before;
    }

    /// {"nodes.json": {…}, "pods.json": {…}}
    void takeMapOfFiles(const QJsonObject &object, int depth)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            if (entry.value().isObject() && entry.key().endsWith(u".json"))
                take(entry.value(), withoutSuffix(entry.key()), depth + 1);
    }

    QString m_file;
    QJsonArray m_inputs;
    Wrappings m_out;
    size_t m_skipped = 0;
    qint64 m_room = unpackedLimit; ///< for what is packed
};

} // namespace

Wrappings unwrapped(const QByteArray &text, const QString &file)
{
    return Unwrapping(file).run(text);
}

} // namespace Watchfloor
