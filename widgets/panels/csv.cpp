#include "widgets/panels/csv.h"

#include "models/core/clock.h"

#include <QDateTime>

#include <cmath>
#include <map>

namespace Watchfloor {

QString csvCell(const QString &text)
{
    QString cell = text;
    static const QString formulaStart = QStringLiteral("=+-@\t\r");
    if (!cell.isEmpty() && formulaStart.contains(cell.front()))
        cell.prepend(u'\'');
    if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return cell;
}

QString csvOf(const std::vector<CsvColumn> &columns)
{
    QString text = QStringLiteral("time");
    std::map<double, std::vector<double>> rows;
    for (size_t column = 0; column < columns.size(); ++column) {
        text += u',' + csvCell(columns[column].name);
        const Series &series = *columns[column].series;
        for (size_t i = 0; i < series.values.size(); ++i) {
            auto &row = rows[(*series.times)[i]];
            row.resize(columns.size(), noSample);
            row[column] = series.values[i];
        }
    }
    text += QStringLiteral("\r\n");
    for (const auto &[time, values] : rows) {
        text += QDateTime::fromMSecsSinceEpoch(qint64(std::llround(time * 1000)), Qt::UTC).toString(Qt::ISODateWithMs);
        for (const double value : values)
            text += u',' + (std::isnan(value) ? QString() : QString::number(value, 'g', 17));
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace Watchfloor
