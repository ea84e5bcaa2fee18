#pragma once

#include "models/core/labels.h"
#include "models/frames/fieldconfig.h"
#include "models/metrics/series.h"

#include <bit>
#include <cmath>
#include <memory>

namespace Watchfloor {

enum class FieldType { Time, Number, String, Boolean, Other };
QString fieldTypeName(FieldType type);
/// Grafana's name of a type; Other for one that is not known here.
FieldType fieldTypeNamed(const QString &name);

struct Frame;

/// A value that is no number, as of 0/0. Plain NaN says that there is no value at all.
inline const double notANumber = std::bit_cast<double>(quint64(0x7ff8'0000'0000'5a5a));
inline bool isNone(double value)
{
    return std::isnan(value) && std::bit_cast<quint64>(value) != std::bit_cast<quint64>(notANumber);
}

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
    QString legend;                ///< what the query's legend calls it; stands before name and labels
    bool joined = false;           ///< came out of a join, where a second time has to be told from the first
    int place = 0;                 ///< among all fields but times: which colour of the palette
    double rangeFrom = noSample;   ///< what percentages and gradients are taken of; set by applyFieldConfig
    double rangeTo = noSample;
    /// Of type Other: a series or a table of its own in each row, beside `numbers` and `texts`. Empty otherwise.
    std::vector<std::shared_ptr<const Frame>> frames;

    size_t size() const { return isText() ? texts.size() : numbers ? numbers->size() : 0; }
    bool isText() const { return type == FieldType::String || type == FieldType::Other; }
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
    bool cut = false;              ///< rows or columns beyond what is held were left out

    size_t rows() const { return fields.empty() ? 0 : fields.front().size(); }
    const Field *time() const;
    const Field *find(const QString &name) const;
};

} // namespace Watchfloor
