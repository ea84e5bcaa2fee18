#pragma once

#include "models/metrics/series.h"

#include <QString>

#include <vector>

namespace Watchfloor {

struct CsvColumn
{
    QString name;
    const Series *series = nullptr; ///< must outlive the call
};

/// Series as comma separated values: one row a time, a column a series, an empty cell where it has no sample. Cells that a
/// spreadsheet would take for a formula are made text. Source: RFC 4180; OWASP, CSV injection.
QString csvOf(const std::vector<CsvColumn> &columns);

/// One cell, quoted where it must be.
QString csvCell(const QString &text);

} // namespace Watchfloor
