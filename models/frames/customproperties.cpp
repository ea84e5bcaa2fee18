#include "models/frames/customproperties.h"

#include "models/frames/cell.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Watchfloor {

namespace {

using Setter = bool (*)(FieldConfig &, const QJsonValue &);
using Setters = QHash<QString, Setter>;

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

template <typename Enum>
using Names = std::initializer_list<std::pair<const char16_t *, Enum>>;

template <typename Enum>
bool choose(Enum &to, const QJsonValue &value, Enum fallback, Names<Enum> names)
{
    to = fallback;
    for (const auto &[name, meaning] : names) {
        if (value.toString() == QStringView(name)) {
            to = meaning;
            return true;
        }
    }
    return isNothing(value);
}

bool setNumber(double &to, const QJsonValue &value, double fallback, double least, double most)
{
    const std::optional<double> number = value.isDouble() ? std::optional(value.toDouble()) : leadingNumber(value.toString());
    to = std::clamp(number.value_or(fallback), least, most);
    return number || isNothing(value);
}

bool setOptional(std::optional<double> &to, const QJsonValue &value)
{
    to = value.isDouble() ? std::optional(value.toDouble()) : leadingNumber(value.toString());
    return to || isNothing(value);
}

bool setFlag(bool &to, const QJsonValue &value, bool fallback = false)
{
    to = value.toBool(fallback);
    return value.isBool() || isNothing(value);
}

bool setDraw(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.draw, value, DrawStyle::Lines,
                  {{u"line", DrawStyle::Lines}, {u"bars", DrawStyle::Bars}, {u"points", DrawStyle::Points}});
}

bool setInterpolation(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.interpolation, value, LineInterpolation::Linear,
                  {{u"linear", LineInterpolation::Linear},
                   {u"smooth", LineInterpolation::Smooth},
                   {u"stepBefore", LineInterpolation::StepBefore},
                   {u"stepAfter", LineInterpolation::StepAfter}});
}

bool setLineWidth(FieldConfig &config, const QJsonValue &value)
{
    const bool read = setNumber(config.style.lineWidth, value, 1, 0, 20);
    config.timelineLineWidth = isNothing(value) ? 0 : int(config.style.lineWidth);
    return read;
}

bool setFill(FieldConfig &config, const QJsonValue &value)
{
    double percent = 0;
    const bool read = setNumber(percent, value, 0, 0, 100);
    config.style.fillOpacity = percent / 100;
    config.timelineFill = isNothing(value) ? 0.7 : percent / 100;
    return read;
}

bool setGradient(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.gradient, value, GradientMode::None,
                  {{u"none", GradientMode::None}, {u"opacity", GradientMode::Opacity}, {u"hue", GradientMode::Hue}, {u"scheme", GradientMode::Scheme}});
}

bool setLineStyle(FieldConfig &config, const QJsonValue &value)
{
    constexpr qsizetype mostDashes = 16;
    config.style.dashes.clear();
    if (isNothing(value))
        return true;
    const QString fill = value[QLatin1String("fill")].toString();
    const QJsonArray dashes = value[QLatin1String("dash")].toArray();
    if (fill == u"dash" || fill == u"dot") {
        for (const QJsonValue &dash : dashes)
            config.style.dashes.push_back(std::clamp(dash.toDouble(), 0.0, 1000.0));
        if (config.style.dashes.empty())
            config.style.dashes = {fill == u"dash" ? 10.0 : 0.0, 10.0};
    }
    return (fill.isEmpty() || fill == u"solid" || fill == u"dash" || fill == u"dot" || fill == u"square") && dashes.size() <= mostDashes;
}

bool setPoints(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.points, value, PointsShown::Auto,
                  {{u"auto", PointsShown::Auto}, {u"always", PointsShown::Always}, {u"never", PointsShown::Never}});
}

bool setSpanGaps(FieldConfig &config, const QJsonValue &value)
{
    config.style.spanGapsBelow.reset();
    if (value.isDouble())
        config.style.spanGapsBelow = value.toDouble();
    else if (value.toBool())
        config.style.spanGapsBelow = std::numeric_limits<double>::infinity();
    return value.isDouble() || value.isBool() || isNothing(value);
}

bool setInsertedGaps(FieldConfig &config, const QJsonValue &value)
{
    config.style.gapsAbove.reset();
    if (value.isDouble())
        config.style.gapsAbove = value.toDouble();
    return value.isDouble() || value.isBool() || isNothing(value);
}

bool setStacking(FieldConfig &config, const QJsonValue &value)
{
    // Migrated panels write "group": false for a series that stands apart: a group of its own, not none.
    const QString group = value[QLatin1String("group")].toVariant().toString();
    config.style.stackGroup = group.isEmpty() ? QStringLiteral("A") : group;
    return choose(config.style.stack, value.isObject() ? value[QLatin1String("mode")] : value, StackMode::None,
                  {{u"none", StackMode::None}, {u"normal", StackMode::Normal}, {u"percent", StackMode::Percent}});
}

bool setTransform(FieldConfig &config, const QJsonValue &value)
{
    const QString name = value.toString();
    config.style.negativeY = name == u"negative-Y";
    config.style.constant = name == u"constant";
    return config.style.negativeY || config.style.constant || name.isEmpty();
}

bool setAxis(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.axis, value, AxisPlacement::Auto,
                  {{u"auto", AxisPlacement::Auto},
                   {u"left", AxisPlacement::Left},
                   {u"right", AxisPlacement::Right},
                   {u"hidden", AxisPlacement::Hidden},
                   {u"bottom", AxisPlacement::Auto},
                   {u"top", AxisPlacement::Auto}});
}

bool setAxisColor(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.axisInSeriesColor, value, false, {{u"text", false}, {u"series", true}});
}

bool setScale(FieldConfig &config, const QJsonValue &value)
{
    config.style.logBase = 0;
    config.style.linearThreshold.reset();
    const QString type = value[QLatin1String("type")].toString();
    if (type == u"log" || type == u"symlog")
        config.style.logBase = value[QLatin1String("log")].toDouble(2) == 10 ? 10 : 2;
    if (type == u"symlog")
        config.style.linearThreshold = std::max(value[QLatin1String("linearThreshold")].toDouble(1), 1e-12);
    return type == u"linear" || type == u"log" || type == u"symlog" || isNothing(value);
}

bool setThresholdStyle(FieldConfig &config, const QJsonValue &value)
{
    return choose(config.style.thresholdStyle, value[QLatin1String("mode")], ThresholdStyle::Off,
                  {{u"off", ThresholdStyle::Off},
                   {u"line", ThresholdStyle::Line},
                   {u"dashed", ThresholdStyle::Dashed},
                   {u"area", ThresholdStyle::Area},
                   {u"line+area", ThresholdStyle::LineAndArea},
                   {u"dashed+area", ThresholdStyle::DashedAndArea},
                   {u"series", ThresholdStyle::Series}});
}

bool setHidden(FieldConfig &config, const QJsonValue &value)
{
    config.style.hiddenInLegend = value[QLatin1String("legend")].toBool();
    config.style.hiddenInTooltip = value[QLatin1String("tooltip")].toBool();
    config.style.hiddenInChart = value[QLatin1String("viz")].toBool();
    config.cell.hidden = config.style.hiddenInChart;
    return value.isObject() || isNothing(value);
}

bool setAlign(FieldConfig &config, const QJsonValue &value)
{
    const QString align = value.toString();
    config.cell.align = align == u"auto" ? QString() : align;
    static const QSet<QString> known{QString(), QStringLiteral("auto"), QStringLiteral("left"), QStringLiteral("center"), QStringLiteral("right")};
    return known.contains(align);
}

/// Cells as they were named before they had options of their own.
bool setDisplayMode(FieldConfig &config, const QJsonValue &value)
{
    static const QHash<QString, std::pair<QString, QString>> modes{
        {QStringLiteral("gradient-gauge"), {QStringLiteral("gauge"), QStringLiteral("gradient")}},
        {QStringLiteral("lcd-gauge"), {QStringLiteral("gauge"), QStringLiteral("lcd")}},
        {QStringLiteral("basic"), {QStringLiteral("gauge"), QStringLiteral("basic")}},
        {QStringLiteral("color-background"), {QStringLiteral("color-background"), QStringLiteral("gradient")}},
        {QStringLiteral("color-background-solid"), {QStringLiteral("color-background"), QStringLiteral("basic")}}};
    const QString name = value.toString();
    const auto found = modes.constFind(name);
    config.cell.display = found == modes.constEnd() ? name : found->first;
    config.cell.gaugeMode = found == modes.constEnd() ? QString() : found->second;
    static const QSet<QString> plain{QString(), QStringLiteral("auto"), QStringLiteral("color-text"), QStringLiteral("json-view")};
    return found != modes.constEnd() || plain.contains(name);
}

bool setCell(FieldConfig &config, const QJsonValue &value)
{
    config.cell.display = value[QLatin1String("type")].toString();
    config.cell.gaugeMode = value[QLatin1String("mode")].toString();
    if (value.toObject().contains(QLatin1String("wrapText")))
        config.cell.wrap = value[QLatin1String("wrapText")].toBool();
    config.cell.wholeRow = value[QLatin1String("applyToRow")].toBool();
    static const QSet<QString> drawn{QString(), QStringLiteral("auto"), QStringLiteral("color-text"), QStringLiteral("color-background"), QStringLiteral("gauge"),
                                     QStringLiteral("sparkline"), QStringLiteral("json-view"), QStringLiteral("data-links")};
    return drawn.contains(config.cell.display);
}

const Setters &seriesSetters()
{
    using Config = FieldConfig &;
    using Value = const QJsonValue &;
    static const Setters setters{
        {QStringLiteral("drawStyle"), setDraw},
        {QStringLiteral("lineInterpolation"), setInterpolation},
        {QStringLiteral("lineWidth"), setLineWidth},
        {QStringLiteral("fillOpacity"), setFill},
        {QStringLiteral("gradientMode"), setGradient},
        {QStringLiteral("fillBelowTo"), [](Config c, Value v) { c.style.fillBelowTo = v.toString(); return v.isString() || isNothing(v); }},
        {QStringLiteral("lineStyle"), setLineStyle},
        {QStringLiteral("showPoints"), setPoints},
        {QStringLiteral("pointSize"), [](Config c, Value v) { return setNumber(c.style.pointSize, v.isObject() ? v[QLatin1String("fixed")] : v, 5, 1, 100); }},
        {QStringLiteral("spanNulls"), setSpanGaps},
        {QStringLiteral("insertNulls"), setInsertedGaps},
        {QStringLiteral("stacking"), setStacking},
        {QStringLiteral("transform"), setTransform},
        {QStringLiteral("axisPlacement"), setAxis},
        {QStringLiteral("axisLabel"), [](Config c, Value v) { c.style.axisLabel = v.toString(); return v.isString() || isNothing(v); }},
        {QStringLiteral("axisSoftMin"), [](Config c, Value v) { return setOptional(c.style.softMinimum, v); }},
        {QStringLiteral("axisSoftMax"), [](Config c, Value v) { return setOptional(c.style.softMaximum, v); }},
        {QStringLiteral("axisCenteredZero"), [](Config c, Value v) { return setFlag(c.style.centeredZero, v); }},
        {QStringLiteral("axisColorMode"), setAxisColor},
        {QStringLiteral("axisGridShow"), [](Config c, Value v) { return setFlag(c.style.axisGrid, v, true); }},
        {QStringLiteral("axisWidth"), [](Config c, Value v) { return setNumber(c.style.axisWidth, v, 0, 0, 2000); }},
        {QStringLiteral("scaleDistribution"), setScale},
        {QStringLiteral("thresholdsStyle"), setThresholdStyle},
        {QStringLiteral("barAlignment"), [](Config c, Value v) { return setNumber(c.style.barAlignment, v, 0, -1, 1); }},
        {QStringLiteral("barWidthFactor"), [](Config c, Value v) { return setNumber(c.style.barWidthFactor, v, 0.6, 0.01, 1); }},
        {QStringLiteral("hideFrom"), setHidden}};
    return setters;
}

const Setters &cellSetters()
{
    using Config = FieldConfig &;
    using Value = const QJsonValue &;
    static const Setters setters{
        {QStringLiteral("width"), [](Config c, Value v) { return setNumber(c.cell.width, v, 0, 0, 10'000); }},
        {QStringLiteral("minWidth"), [](Config c, Value v) { return setNumber(c.cell.minimumWidth, v, 0, 0, 10'000); }},
        {QStringLiteral("align"), setAlign},
        {QStringLiteral("displayMode"), setDisplayMode},
        {QStringLiteral("cellOptions"), setCell},
        {QStringLiteral("hidden"), [](Config c, Value v) { return setFlag(c.cell.hidden, v); }},
        {QStringLiteral("filterable"), [](Config c, Value v) { return setFlag(c.cell.filterable, v); }},
        {QStringLiteral("wrapText"), [](Config c, Value v) { return setFlag(c.cell.wrap, v); }}};
    return setters;
}

/// What changes nothing that is drawn here: every cell can be inspected, borders follow the theme.
bool isWithoutEffect(const QString &path)
{
    static const QSet<QString> paths{QStringLiteral("inspect"), QStringLiteral("axisBorderShow"), QStringLiteral("wrapHeaderText"), QStringLiteral("showValues"),
                                     QStringLiteral("barMaxWidth"), QStringLiteral("pointColor"), QStringLiteral("lineColor"), QStringLiteral("show"),
                                     QStringLiteral("pointStrokeWidth")};
    return paths.contains(path);
}

/// "hideFrom.legend" sets one member of an object that is otherwise set as a whole.
bool applyMember(FieldConfig &config, const QString &path, const QJsonValue &value)
{
    if (path == u"hideFrom.legend")
        return setFlag(config.style.hiddenInLegend, value);
    if (path == u"hideFrom.tooltip")
        return setFlag(config.style.hiddenInTooltip, value);
    if (path == u"hideFrom.viz")
        return setFlag(config.style.hiddenInChart, value) && setFlag(config.cell.hidden, value);
    if (path == u"lineStyle.fill")
        return setLineStyle(config, QJsonObject{{QStringLiteral("fill"), value}});
    if (path == u"thresholdsStyle.mode")
        return setThresholdStyle(config, QJsonObject{{QStringLiteral("mode"), value}});
    if (path == u"cellOptions.type")
        return setCell(config, QJsonObject{{QStringLiteral("type"), value}});
    return isWithoutEffect(path);
}

} // namespace

bool applyCustomProperty(FieldConfig &config, const QString &path, const QJsonValue &value)
{
    for (const Setters *setters : {&seriesSetters(), &cellSetters()})
        if (const auto setter = setters->constFind(path); setter != setters->constEnd())
            return (*setter)(config, value);
    return applyMember(config, path, value);
}

} // namespace Watchfloor
