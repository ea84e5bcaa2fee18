#pragma once

#include "models/frames/cell.h"
#include "models/frames/fieldnames.h"
#include "models/frames/transformation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Watchfloor {

/// JSON with single quotes, which reads better between double ones.
inline QJsonValue json(const char *text)
{
    const QByteArray quoted = QByteArray(text).replace('\'', '"');
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0);
}

inline Series seriesOf(const Labels &labels, std::vector<double> at, std::vector<double> values)
{
    Series made;
    made.labels = labels;
    made.times = std::make_shared<const std::vector<double>>(std::move(at));
    made.values = std::move(values);
    return made;
}

inline Field times(std::vector<double> milliseconds, const QString &name = QStringLiteral("Time"))
{
    return numberField(name, std::move(milliseconds), FieldType::Time);
}

inline Field numbers(const QString &name, std::vector<double> values, const Labels &labels = {})
{
    Field field = numberField(name, std::move(values));
    field.labels = labels;
    return field;
}

inline Field texts(const QString &name, const QStringList &values)
{
    return textField(name, {values.begin(), values.end()});
}

inline Field flags(const QString &name, std::vector<double> values)
{
    return numberField(name, std::move(values), FieldType::Boolean);
}

inline Frame frameOf(std::vector<Field> fields, const QString &refId = QStringLiteral("A"), const QString &name = {})
{
    Frame frame;
    frame.fields = std::move(fields);
    frame.refId = refId;
    frame.name = name;
    return frame;
}

/// A series as a query gives it, called by its labels.
inline Frame series(const QString &legend, std::vector<double> at, std::vector<double> values, const Labels &labels = {}, const QString &refId = QStringLiteral("A"))
{
    Field value = numbers(QStringLiteral("Value"), std::move(values), labels);
    value.legend = legend;
    return frameOf({times(std::move(at)), std::move(value)}, refId, legend);
}

/// A frame as rows of text, names of fields first: "Time job Value / 1000 a 1 / 2000 b -". A missing value is "-", an empty text "''".
inline QString asText(const Frame &frame)
{
    QStringList lines(1);
    for (const Field &field : frame.fields)
        lines[0] += (lines[0].isEmpty() ? QString() : QStringLiteral(" ")) + QString(fieldNameIn(frame, field)).replace(u' ', u'_');
    for (size_t row = 0; row < frame.rows(); ++row) {
        QStringList cells;
        for (const Field &field : frame.fields) {
            const QString text = cellText(field, row);
            cells << (text.isNull() ? QStringLiteral("-") : text.isEmpty() ? QStringLiteral("''") : QString(text).replace(u' ', u'_'));
        }
        lines << cells.join(u' ');
    }
    return lines.join(QStringLiteral(" / "));
}

inline QString asText(const std::vector<Frame> &frames)
{
    QStringList all;
    for (const Frame &frame : frames)
        all << asText(frame);
    return all.join(QStringLiteral(" | "));
}

inline QString transformedText(const std::vector<Frame> &frames, const QString &id, const QJsonValue &options)
{
    return asText(transformed(frames, {{id, options.toObject(), false, {}}}));
}

} // namespace Watchfloor

