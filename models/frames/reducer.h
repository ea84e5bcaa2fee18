#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// A field's value under Grafana's reducer id: "lastNotNull", "mean", "p95", "diffperc", …; NaN for an unknown id or an empty field. Nothing is counted
/// as null by Grafana's rules for that id.
double reduced(const Field &field, const QString &reducer);
bool isKnownReducer(const QString &reducer);
/// The same for fields of text too: the first, the last, or all and all different values joined by commas; null where there is none.
struct Reduction
{
    double number = noSample;
    QString text;
    FieldType type = FieldType::Number; ///< which of both it is; Boolean for "allIsZero" and "allIsNull"
};
Reduction reduction(const Field &field, const QString &reducer);
/// "Last *", "Mean": what a legend's column is called.
QString reducerName(const QString &reducer);

} // namespace Watchfloor
