#pragma once

#include "models/panels/variable.h"

#include <QTimeZone>

#include <optional>

namespace Watchfloor {

/// How values of a variable are written into a text.
struct VariableFormat
{
    QString id = QStringLiteral("glob");
    QStringList arguments; ///< of "date:YYYY-MM" the pattern's parts
    /// "regex", "date:HH:mm"; an unknown id is glob, as in Grafana.
    static VariableFormat read(const QString &text);
};

/// The value of the variable `name`: csv, pipe, regex, json, lucene, glob, distributed, raw, html, text, date, singlequote, doublequote,
/// sqlstring, percentencode, uriencode, queryparam, customqueryparam, join. Absent `zone`: the local one.
/// Source: Grafana, scenes, variables/interpolation/formatRegistry.ts.
QString formatted(const QString &name, const VariableValue &value, const VariableFormat &format, const std::optional<QTimeZone> &zone = {});

/// Characters that mean something in a regular expression of PromQL or of quotes around it, behind a backslash.
QString escapedForPattern(const QString &value);

} // namespace Watchfloor
