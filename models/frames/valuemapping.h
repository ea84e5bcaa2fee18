#pragma once

#include "models/frames/fieldconfig.h"

#include <QJsonArray>

namespace Watchfloor {

/// Value mappings as any schema version writes them: typed ones ("value", "range", "regex", "special"), those of numbered types, and the
/// lists of texts and ranges of the oldest panels. Absent where one of them is none of these.
std::optional<std::vector<ValueMapping>> valueMappings(const QJsonValue &value);

/// What stands for a value: its text and colour.
struct MappedValue
{
    QString text;  ///< empty: the value keeps its own
    QString color;
    bool operator==(const MappedValue &) const = default;
};
/// The first mapping that fits. Numbers and flags are looked up by their text, patterns are for texts only. NaN stands for no value.
std::optional<MappedValue> mapped(const std::vector<ValueMapping> &mappings, double value, bool flag = false);
std::optional<MappedValue> mapped(const std::vector<ValueMapping> &mappings, const QString &text);

} // namespace Watchfloor
