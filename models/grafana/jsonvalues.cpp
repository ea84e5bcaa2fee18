#include "models/grafana/jsonvalues.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

QString jsonText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : QString();
}

std::optional<double> jsonNumber(const QJsonValue &value)
{
    bool ok = value.isDouble();
    double number = value.toDouble();
    // Longer texts are no numbers, and reading them as such costs.
    if (value.isString() && value.toString().size() <= 64)
        number = value.toString().trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QJsonValue jsonNumberOnly(const QJsonValue &value)
{
    const auto number = jsonNumber(value);
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Undefined);
}

int jsonInteger(const QJsonValue &value, int fallback)
{
    const auto number = jsonNumber(value);
    return number ? int(std::clamp(*number, -1e6, 1e6)) : fallback;
}

bool jsonFlag(const QJsonValue &value, bool fallback)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    if (value.toString() == u"true")
        return true;
    return value.toString() == u"false" ? false : fallback;
}

QStringList jsonTexts(const QJsonValue &value)
{
    if (!value.isArray()) {
        const QString text = jsonText(value);
        return text.isEmpty() ? QStringList() : QStringList{text};
    }
    QStringList texts;
    for (const QJsonValue entry : value.toArray())
        if (entry.isString() || entry.isDouble())
            texts.append(jsonText(entry));
    return texts;
}

QJsonValue jsonAt(const QJsonObject &object, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return object.value(path);
    const QJsonValue below = object.value(path.left(dot));
    return below.isObject() ? jsonAt(below.toObject(), path.mid(dot + 1)) : QJsonValue(QJsonValue::Undefined);
}

void putJson(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    if (value.isUndefined())
        return;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object.insert(path, value);
        return;
    }
    QJsonObject below = object.value(path.left(dot)).toObject();
    putJson(below, path.mid(dot + 1), value);
    object.insert(path.left(dot), below);
}

std::vector<QJsonObject> jsonObjects(const QJsonValue &list)
{
    std::vector<QJsonObject> objects;
    for (const QJsonValue entry : list.toArray())
        if (entry.isObject())
            objects.push_back(entry.toObject());
    return objects;
}

QJsonObject jsonProperty(const QString &id, const QJsonValue &value)
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("value"), value}};
}

QJsonObject jsonOverride(const QString &matcher, const QJsonValue &options, const QJsonArray &properties)
{
    return {{QStringLiteral("matcher"), QJsonObject{{QStringLiteral("id"), matcher}, {QStringLiteral("options"), options}}},
            {QStringLiteral("properties"), properties}};
}

QJsonObject colorOverride(const QString &name, const QString &color)
{
    const QJsonObject fixed{{QStringLiteral("mode"), QStringLiteral("fixed")}, {QStringLiteral("fixedColor"), color}};
    return jsonOverride(QStringLiteral("byName"), name, {jsonProperty(QStringLiteral("color"), fixed)});
}

} // namespace Watchfloor
