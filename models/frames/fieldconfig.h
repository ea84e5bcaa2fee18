#pragma once

#include "models/core/unit.h"
#include "models/frames/seriesstyle.h"
#include "models/frames/thresholds.h"

#include <QJsonValue>
#include <QString>

#include <optional>
#include <vector>

namespace Watchfloor {

/// A value, a range, a pattern or a special value shown as a text in a colour. Source: Grafana, value mappings.
struct ValueMapping
{
    enum class Kind { Value, Range, Pattern, Special };
    enum class Special { Null, NaN, NullOrNaN, True, False, Empty };
    Kind kind = Kind::Value;
    QString match;                ///< the value as text, or the pattern
    std::optional<double> from;   ///< of a range; absent: open
    std::optional<double> to;
    Special special = Special::Null;
    QString text;                 ///< empty: the value keeps its own text
    QString color;
    bool operator==(const ValueMapping &) const = default;
};

/// A link with ${__field.labels.x}, ${__value.raw} and variables in it; opened only after it was shown.
struct DataLink
{
    QString title;
    QString url;
    bool newTab = false;
    bool operator==(const DataLink &) const = default;
};

/// Where a field's colour comes from.
struct ColorMode
{
    QString mode;       ///< Grafana's id: "palette-classic", "thresholds", "fixed", "continuous-GrYlRd", …; empty: palette
    QString fixed;      ///< of "fixed" and "shades"
    QString by;         ///< "last", "min", "max": the value that decides the series' colour
    bool operator==(const ColorMode &) const = default;
};

/// How a cell of a table is drawn.
struct CellStyle
{
    QString display;    ///< "auto", "color-text", "color-background", "gauge", "sparkline", "json-view", "image", …
    QString gaugeMode;  ///< "basic", "gradient", "lcd"
    QString align;      ///< "left", "center", "right"; empty: by type
    double width = 0;   ///< pixels; 0: as needed
    bool hidden = false;
    bool filterable = false;
    bool wrap = false;
    bool wholeRow = false;    ///< its colour is that of the whole row
    double minimumWidth = 0;
    bool operator==(const CellStyle &) const = default;
};

/// Everything that says how a field's values are shown. Source: Grafana, fieldConfig.
struct FieldConfig
{
    QString displayName;      ///< with ${__field.labels.x} and variables; empty: the field's own
    Unit unit;
    std::optional<int> decimals;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool ownRange = false;    ///< minimum and maximum are found for each field alone
    Thresholds thresholds;
    std::vector<ValueMapping> mappings;
    ColorMode color;
    QString noValue;          ///< what stands where there is none
    std::vector<DataLink> links;
    SeriesStyle style;
    CellStyle cell;
    QString description;
    int timelineLineWidth = 0; ///< state timeline and status history
    double timelineFill = 0.7;
    bool operator==(const FieldConfig &) const = default;
};

/// Which fields an override is for.
struct FieldMatcher
{
    enum class Kind { Name, Pattern, Query, Type, Value, Names, First, FirstTime, Numeric, Time, Everything, Compound, Unknown };
    Kind kind = Kind::Everything;
    QString id;               ///< as written: "byName", "byRegexp", …
    QJsonValue options;
    bool operator==(const FieldMatcher &) const = default;
};

struct FieldProperty
{
    QString id;               ///< "unit", "decimals", "custom.lineWidth"
    QJsonValue value;
    bool operator==(const FieldProperty &) const = default;
};

struct FieldOverride
{
    FieldMatcher matcher;
    std::vector<FieldProperty> properties;
    bool operator==(const FieldOverride &) const = default;
};

/// Sets one property by Grafana's id; false when the id, or a value of it, is not known here. Defaults of a panel are read by the same
/// function, each key of "defaults" and "defaults.custom" being a property.
bool applyProperty(FieldConfig &config, const FieldProperty &property);
/// By Grafana's id; of an id that is not known here the kind is Unknown, which no field is.
FieldMatcher fieldMatcher(const QString &id, const QJsonValue &options);

} // namespace Watchfloor
