#include "models/frames/fieldnames.h"

#include "models/frames/cell.h"

#include <QSet>

namespace Watchfloor {

namespace {

const QString valueName = QStringLiteral("Value");

/// Null where labels have several names.
QString onlyLabelOf(std::span<const Frame> frames)
{
    QString only;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (const auto &[name, value] : field.labels) {
                if (only.isNull())
                    only = name;
                else if (only != name)
                    return {};
            }
        }
    }
    return only;
}

/// A name that other fields of the frame have too gets its place among them: "Time 1", "Time 2".
QString distinctName(const Field &field, const Frame &frame)
{
    int place = 0;
    int same = 0;
    for (const Field &other : frame.fields) {
        if (other.name != field.name)
            continue;
        ++same;
        if (&other == &field)
            place = same;
    }
    return same > 1 && place > 0 ? field.name + u' ' + QString::number(place) : field.name;
}

} // namespace

QString labelText(const Labels &labels, bool braces)
{
    QStringList pairs;
    for (const auto &[name, value] : labels)
        pairs << name + QStringLiteral("=\"") + value + u'"';
    const QString text = pairs.join(QStringLiteral(", "));
    return text.isEmpty() || !braces ? text : u'{' + text + u'}';
}

QStringList labelNamesOf(std::span<const Frame> frames)
{
    QStringList names;
    QSet<QString> known;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (const auto &[name, value] : field.labels) {
                if (known.contains(name) || size_t(names.size()) >= mostColumns)
                    continue;
                known.insert(name);
                names << name;
            }
        }
    }
    return names;
}

FieldNames::FieldNames(std::span<const Frame> frames)
    : m_onlyLabel(onlyLabelOf(frames))
{
    for (size_t i = 1; i < frames.size() && !m_frameNamesDiffer; ++i)
        m_frameNamesDiffer = frames[i].name != frames[i - 1].name;
}

QString FieldNames::of(const Field &field, const Frame &frame) const
{
    if (!field.config.displayName.isEmpty())
        return field.config.displayName;
    if (!field.legend.isEmpty())
        return field.legend;
    if (field.type == FieldType::Time && field.labels.isEmpty() && !field.joined)
        return field.name.isEmpty() ? QStringLiteral("Time") : field.name;
    QStringList parts;
    const bool byFrame = m_frameNamesDiffer && !frame.name.isEmpty();
    if (byFrame)
        parts << frame.name;
    if (!field.name.isEmpty() && field.name != valueName)
        parts << field.name;
    const QString labels = m_onlyLabel.isEmpty() ? labelText(field.labels) : field.labels.value(m_onlyLabel);
    if (!labels.isEmpty())
        parts << labels;
    if (!byFrame && labels.isEmpty() && field.name == valueName && !frame.name.isEmpty())
        parts << frame.name;
    const QString name = parts.isEmpty() ? field.name.isEmpty() ? valueName : field.name : parts.join(u' ');
    return name == field.name ? distinctName(field, frame) : name;
}

QString fieldNameIn(const Frame &frame, const Field &field)
{
    return FieldNames(std::span(&frame, 1)).of(field, frame);
}

QString frameName(const Frame &frame)
{
    if (!frame.name.isEmpty())
        return frame.name;
    QStringList names;
    for (const Field &field : frame.fields)
        if (field.type != FieldType::Time)
            names << fieldNameIn(frame, field);
    return names.isEmpty() && !frame.refId.isEmpty() ? QStringLiteral("Series (%1)").arg(frame.refId) : names.join(QStringLiteral(", "));
}

void nameFields(std::vector<Frame> &frames)
{
    const FieldNames names(frames);
    for (Frame &frame : frames)
        for (Field &field : frame.fields)
            field.displayName = names.of(field, frame);
}

} // namespace Watchfloor
