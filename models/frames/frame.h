#pragma once

#include "models/core/labels.h"
#include "models/frames/fieldconfig.h"
#include "models/metrics/series.h"

#include <memory>
#include <variant>

namespace Watchfloor {

enum class FieldType { Time, Number, String, Boolean, Other };
QString fieldTypeName(FieldType type);

/// One column of a frame. Numbers (times as epoch milliseconds, booleans as 0 and 1; NaN is none) are shared with the answer they came from
/// where nothing changed them; texts only where the type is String or Other.
struct Field
{
    QString name;                  ///< "Time", "Value", "Value #A", a label's name
    FieldType type = FieldType::Number;
    Labels labels;
    std::shared_ptr<const std::vector<double>> numbers;
    std::vector<QString> texts;
    FieldConfig config;
    QString displayName;           ///< as legends and headers show it; set by applyFieldConfig
    QString refId;                 ///< of the query it came from

    size_t size() const { return type == FieldType::String || type == FieldType::Other ? texts.size() : numbers ? numbers->size() : 0; }
    double number(size_t row) const { return numbers && row < numbers->size() ? (*numbers)[row] : noSample; }
    QString text(size_t row) const { return row < texts.size() ? texts[row] : QString(); }
    bool isNumeric() const { return type == FieldType::Number || type == FieldType::Boolean; }
};

/// A table with named, typed columns of one length; a series is a frame of a time and a number. Source: Grafana, data frames.
struct Frame
{
    QString refId;
    QString name;
    std::vector<Field> fields;

    size_t rows() const { return fields.empty() ? 0 : fields.front().size(); }
    const Field *time() const;
    const Field *find(const QString &name) const;
};

} // namespace Watchfloor
