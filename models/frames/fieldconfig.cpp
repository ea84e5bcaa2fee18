#include "models/frames/fieldconfig.h"

#include "models/frames/cell.h"
#include "models/frames/customproperties.h"
#include "models/frames/valuemapping.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr int mostSteps = 500;
constexpr int mostLinks = 100;
constexpr int mostDecimals = 20;

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

bool setText(QString &to, const QJsonValue &value)
{
    to = value.toString();
    return value.isString() || isNothing(value);
}

/// Numbers, also in quotes; nothing and the empty text mean none.
bool setNumber(std::optional<double> &to, const QJsonValue &value)
{
    const std::optional<double> number = value.isDouble() ? std::optional(value.toDouble()) : leadingNumber(value.toString());
    to = number;
    return number || isNothing(value) || value.toString() == QString();
}

bool setDecimals(std::optional<int> &to, const QJsonValue &value)
{
    std::optional<double> number;
    if (!setNumber(number, value))
        return value.toString() == u"auto";
    to = number ? std::optional(int(std::clamp(*number, 0.0, double(mostDecimals)))) : std::nullopt;
    return true;
}

bool setThresholds(Thresholds &to, const QJsonValue &value)
{
    to = {};
    if (isNothing(value))
        return true;
    const QJsonArray steps = value[QLatin1String("steps")].toArray();
    if (!value.isObject() || steps.size() > mostSteps)
        return false;
    to.mode = value[QLatin1String("mode")].toString() == u"percentage" ? Thresholds::Mode::Percentage : Thresholds::Mode::Absolute;
    for (const QJsonValue &entry : steps) {
        ThresholdStep step;
        const QJsonValue from = entry[QLatin1String("value")];
        const std::optional<double> number = from.isDouble() ? std::optional(from.toDouble()) : leadingNumber(from.toString());
        // What comes first holds from the bottom on, whatever it says; elsewhere a missing value is one of zero.
        if (!to.steps.empty())
            step.from = number.value_or(0);
        step.color = entry[QLatin1String("color")].toString();
        step.state = stateOfColor(step.color);
        to.steps.push_back(step);
    }
    std::stable_sort(to.steps.begin(), to.steps.end(), [](const ThresholdStep &a, const ThresholdStep &b) { return a.from < b.from; });
    return true;
}

bool setColor(ColorMode &to, const QJsonValue &value)
{
    to = {};
    if (!value.isObject())
        return isNothing(value);
    to.mode = value[QLatin1String("mode")].toString();
    to.fixed = value[QLatin1String("fixedColor")].toString();
    to.by = value[QLatin1String("seriesBy")].toString();
    static const QSet<QString> known{QStringLiteral("thresholds"), QStringLiteral("fixed"), QStringLiteral("shades"), QString(),
                                     QStringLiteral("palette-classic"), QStringLiteral("palette-classic-by-name")};
    return known.contains(to.mode) || to.mode.startsWith(u"continuous-");
}

bool setLinks(std::vector<DataLink> &to, const QJsonValue &value)
{
    to.clear();
    const QJsonArray links = value.toArray();
    if ((!value.isArray() && !isNothing(value)) || links.size() > mostLinks)
        return false;
    bool whole = true;
    for (const QJsonValue &link : links) {
        const QString url = link[QLatin1String("url")].toString();
        // A link into Grafana's own Explore has no address that could be opened.
        if (url.isEmpty())
            whole = false;
        else
            to.push_back({link[QLatin1String("title")].toString(), url, link[QLatin1String("targetBlank")].toBool()});
    }
    return whole;
}

bool setMappings(std::vector<ValueMapping> &to, const QJsonValue &value)
{
    auto mappings = valueMappings(value);
    to = mappings ? std::move(*mappings) : std::vector<ValueMapping>();
    return mappings.has_value();
}

/// Known, and without a meaning here.
bool isWithoutEffect(const QString &id)
{
    static const QSet<QString> ids{QStringLiteral("path"), QStringLiteral("writeable"), QStringLiteral("nullValueMode"), QStringLiteral("interval"),
                                   QStringLiteral("type"), QStringLiteral("displayNameFromDS")};
    return ids.contains(id);
}

bool applyStandard(FieldConfig &config, const QString &id, const QJsonValue &value)
{
    if (id == u"unit")
        return setText(config.unit.id, value);
    if (id == u"displayName" || id == u"title")
        return setText(config.displayName, value);
    if (id == u"noValue") {
        config.noValue = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
        return value.isString() || value.isDouble() || isNothing(value);
    }
    if (id == u"description")
        return setText(config.description, value);
    if (id == u"decimals")
        return setDecimals(config.decimals, value);
    if (id == u"min")
        return setNumber(config.minimum, value);
    if (id == u"max")
        return setNumber(config.maximum, value);
    if (id == u"fieldMinMax") {
        config.ownRange = value.toBool();
        return value.isBool() || isNothing(value);
    }
    if (id == u"filterable") {
        config.cell.filterable = value.toBool();
        return value.isBool() || isNothing(value);
    }
    if (id == u"thresholds")
        return setThresholds(config.thresholds, value);
    if (id == u"mappings")
        return setMappings(config.mappings, value);
    if (id == u"color")
        return setColor(config.color, value);
    if (id == u"links")
        return setLinks(config.links, value);
    return isWithoutEffect(id);
}

} // namespace

bool applyProperty(FieldConfig &config, const FieldProperty &property)
{
    const QString prefix = QStringLiteral("custom.");
    if (property.id.startsWith(prefix))
        return applyCustomProperty(config, property.id.mid(prefix.size()), property.value);
    return applyStandard(config, property.id, property.value);
}

} // namespace Watchfloor
