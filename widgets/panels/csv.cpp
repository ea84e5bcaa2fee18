#include "widgets/panels/csv.h"

#include "models/core/clock.h"

#include <QDateTime>

#include <algorithm>
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

namespace {

QString timeCell(double milliseconds)
{
    return std::isnan(milliseconds) ? QString() : QDateTime::fromMSecsSinceEpoch(qint64(std::llround(milliseconds)), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString cellOf(const Field &field, size_t row)
{
    if (field.isText())
        return csvCell(field.text(row));
    const double number = field.number(row);
    if (field.type == FieldType::Time)
        return timeCell(number);
    return std::isnan(number) ? QString() : QString::number(number, 'g', 17);
}

bool isOverTime(const Frame &frame)
{
    return frame.time() && std::all_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.type == FieldType::Time || field.isNumeric(); });
}

QString tableOf(const Frame &frame)
{
    QStringList cells;
    for (const Field &field : frame.fields)
        cells << csvCell(field.displayName);
    QString text = cells.join(u',') + QStringLiteral("\r\n");
    for (size_t row = 0; row < frame.rows(); ++row) {
        cells.clear();
        for (const Field &field : frame.fields)
            cells << cellOf(field, row);
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text;
}

} // namespace

QString csvOf(const std::vector<Frame> &frames)
{
    if (!std::all_of(frames.begin(), frames.end(), isOverTime)) {
        QStringList tables;
        for (const Frame &frame : frames)
            tables << tableOf(frame);
        return tables.join(QStringLiteral("\r\n"));
    }
    std::vector<std::unique_ptr<Series>> series;
    std::vector<CsvColumn> columns;
    for (const Frame &frame : frames) {
        auto times = std::make_shared<std::vector<double>>(*frame.time()->numbers);
        for (double &time : *times)
            time /= 1000;
        for (const Field &field : frame.fields) {
            if (field.type == FieldType::Time || !field.numbers)
                continue;
            series.push_back(std::make_unique<Series>(Series{field.labels, times, *field.numbers, {}}));
            series.back()->values.resize(times->size(), noSample);
            columns.push_back({field.displayName, series.back().get()});
        }
    }
    return csvOf(columns);
}

} // namespace Watchfloor
