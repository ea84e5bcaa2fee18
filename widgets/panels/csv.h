#pragma once

#include "models/frames/frame.h"

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
/// Frames of numbers over time as such series; any others one below the other as they are.
QString csvOf(const std::vector<Frame> &frames);

/// One cell, quoted where it must be.
QString csvCell(const QString &text);

} // namespace Watchfloor
