#include "models/grafana/oldseries.h"

#include "models/grafana/jsonvalues.h"

namespace Watchfloor {

namespace {

/// What a series on the right axis has other than the panel's fields.
QJsonArray rightAxis(const QJsonObject &left, QJsonObject right)
{
    QJsonArray properties;
    if (jsonAt(right, QStringLiteral("custom.axisPlacement")).toString() != u"hidden")
        putJson(right, QStringLiteral("custom.axisPlacement"), QStringLiteral("right"));
    const QJsonObject custom = right.value(u"custom").toObject();
    for (auto entry = custom.begin(); entry != custom.end(); ++entry)
        properties.append(jsonProperty(QStringLiteral("custom.") + entry.key(), entry.value()));
    for (const QLatin1String key : {QLatin1String("unit"), QLatin1String("decimals"), QLatin1String("min"), QLatin1String("max")})
        if (right.value(key) != left.value(key))
            properties.append(jsonProperty(key, right.contains(key) ? right.value(key) : QJsonValue(QJsonValue::Null)));
    return properties;
}

/// One of seriesOverrides.
class SeriesRule
{
public:
    SeriesRule(const QJsonObject &panel, const QJsonObject &left, const QJsonObject &right)
        : m_panel(panel)
        , m_left(left)
        , m_right(right)
    {
    }

    QJsonObject run(const QJsonObject &rule, QStringList &missing)
    {
        m_properties = {};
        for (auto entry = rule.begin(); entry != rule.end(); ++entry)
            if (!take(entry.key(), entry.value()) && !isCosmetic(entry.key()))
                missing.append(QStringLiteral("series override: %1").arg(entry.key().left(64)));
        if (rule.contains(u"dashes") || rule.contains(u"dashLength") || rule.contains(u"spaceLength"))
            add("custom.lineStyle", oldLineStyle(rule, m_panel));
        takeHiding(rule);
        const QString alias = jsonText(rule.value(u"alias"));
        const bool isPattern = alias.size() > 1 && alias.startsWith(u'/') && alias.lastIndexOf(u'/') > 0;
        return jsonOverride(isPattern ? QStringLiteral("byRegexp") : QStringLiteral("byName"), alias, m_properties);
    }

private:
    static bool isCosmetic(const QString &key)
    {
        static const QStringList keys{QStringLiteral("alias"),       QStringLiteral("$$hashKey"), QStringLiteral("zindex"),
                                      QStringLiteral("dashes"),      QStringLiteral("dashLength"), QStringLiteral("spaceLength"),
                                      QStringLiteral("legend"),      QStringLiteral("hideTooltip"), QStringLiteral("hiddenSeries"),
                                      QStringLiteral("nullPointMode"), QStringLiteral("isVisible")};
        return keys.contains(key);
    }

    void add(const char *id, const QJsonValue &value) { m_properties.append(jsonProperty(QString::fromLatin1(id), value)); }

    bool take(const QString &key, const QJsonValue &value)
    {
        if (key == u"nullPointMode")
            add("custom.spanNulls", value.toString() == u"connected");
        return takeLine(key, value) || takeFill(key, value) || takePlace(key, value);
    }

    bool takeLine(const QString &key, const QJsonValue &value)
    {
        if (key == u"lines" && jsonFlag(value)) {
            add("custom.drawStyle", QStringLiteral("line"));
            add("custom.lineWidth", jsonNumber(m_panel.value(u"linewidth")).value_or(1));
        } else if (key == u"lines")
            add("custom.lineWidth", 0);
        else if (key == u"linewidth")
            add("custom.lineWidth", jsonNumber(value).value_or(1));
        else if (key == u"points")
            add("custom.showPoints", jsonFlag(value) ? QStringLiteral("always") : QStringLiteral("never"));
        else if (key == u"pointradius")
            add("custom.pointSize", 2 + 2 * jsonNumber(value).value_or(2));
        else if (key == u"steppedLine")
            add("custom.lineInterpolation", jsonFlag(value) ? QStringLiteral("stepAfter") : QStringLiteral("linear"));
        else if (key == u"color")
            add("color", QJsonObject{{QStringLiteral("mode"), QStringLiteral("fixed")}, {QStringLiteral("fixedColor"), jsonText(value)}});
        else
            return false;
        return true;
    }

    bool takeFill(const QString &key, const QJsonValue &value)
    {
        if (key == u"fill") {
            add("custom.fillOpacity", 10 * jsonNumber(value).value_or(0));
        } else if (key == u"fillBelowTo") {
            add("custom.fillBelowTo", jsonText(value));
        } else if (key == u"fillGradient") {
            if (const double gradient = jsonNumber(value).value_or(0); gradient > 0) {
                add("custom.gradientMode", QStringLiteral("opacity"));
                add("custom.fillOpacity", 10 * gradient);
            }
        } else if (key == u"bars") {
            add("custom.drawStyle", jsonFlag(value) ? QStringLiteral("bars") : QStringLiteral("line"));
            if (jsonFlag(value))
                add("custom.fillOpacity", 100);
        } else {
            return false;
        }
        return true;
    }

    bool takePlace(const QString &key, const QJsonValue &value)
    {
        if (key == u"yaxis") {
            if (jsonInteger(value, 1) == 2)
                for (const QJsonValue property : rightAxis(m_left, m_right))
                    m_properties.append(property);
        } else if (key == u"stack") {
            const bool stacked = value.isString() ? value.toString() != u"false" : jsonFlag(value);
            add("custom.stacking", QJsonObject{{QStringLiteral("mode"), stacked ? stackMode() : QStringLiteral("none")},
                                               {QStringLiteral("group"), value.isString() && value.toString() != u"true" ? value.toString() : QStringLiteral("A")}});
        } else if (key == u"transform") {
            add("custom.transform", value.toString() == u"negative-Y" ? QStringLiteral("negative-Y") : value.toString() == u"constant" ? QStringLiteral("constant") : QString());
        } else {
            return false;
        }
        return true;
    }

    QString stackMode() const { return jsonFlag(m_panel.value(u"percentage")) ? QStringLiteral("percent") : QStringLiteral("normal"); }

    void takeHiding(const QJsonObject &rule)
    {
        QJsonObject hide;
        if (rule.contains(u"legend"))
            hide.insert(QStringLiteral("legend"), !jsonFlag(rule.value(u"legend"), true));
        if (rule.contains(u"hideTooltip"))
            hide.insert(QStringLiteral("tooltip"), jsonFlag(rule.value(u"hideTooltip")));
        if (rule.contains(u"hiddenSeries"))
            hide.insert(QStringLiteral("viz"), jsonFlag(rule.value(u"hiddenSeries")));
        if (!hide.isEmpty())
            add("custom.hideFrom", hide);
    }

    const QJsonObject &m_panel;
    const QJsonObject &m_left;
    const QJsonObject &m_right;
    QJsonArray m_properties;
};

} // namespace

QJsonObject oldLineStyle(const QJsonObject &own, const QJsonObject &panel)
{
    const auto either = [&](QLatin1String key, int fallback) {
        return jsonNumber(own.value(key)).value_or(jsonNumber(panel.value(key)).value_or(fallback));
    };
    const bool dashed = jsonFlag(own.value(u"dashes"), jsonFlag(panel.value(u"dashes")));
    return {{QStringLiteral("fill"), dashed ? QStringLiteral("dash") : QStringLiteral("solid")},
            {QStringLiteral("dash"), QJsonArray{either(QLatin1String("dashLength"), 10), either(QLatin1String("spaceLength"), 10)}}};
}

QJsonArray overridesOfSeries(const QJsonObject &panel, const QJsonObject &left, const QJsonObject &right, QStringList &missing)
{
    QJsonArray overrides;
    const QJsonObject colors = panel.value(u"aliasColors").toObject();
    for (auto entry = colors.begin(); entry != colors.end(); ++entry)
        if (!jsonText(entry.value()).isEmpty())
            overrides.append(colorOverride(entry.key(), jsonText(entry.value())));
    SeriesRule rules(panel, left, right);
    for (const QJsonObject &rule : jsonObjects(panel.value(u"seriesOverrides")))
        if (!jsonText(rule.value(u"alias")).isEmpty())
            overrides.append(rules.run(rule, missing));
    return overrides;
}

} // namespace Watchfloor
