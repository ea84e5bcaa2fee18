#include "models/frames/fieldnames.h"
#include "models/frames/roworder.h"
#include "models/frames/steps.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Watchfloor::Steps {

namespace {

// Every row is looked up by its key, so a merged table is held smaller than others.
constexpr size_t mostMergedCells = 1'000'000;
// Rows of one key are compared with each other; this much is done before the rest stays unmerged.
constexpr size_t mostComparisons = 20'000'000;

/// Where a value of the merged table stands: a frame and a row of it.
struct Place
{
    quint32 frame = 0;
    quint32 row = 0;
    bool set = false;
};

/// Rows that share all common fields become one row where nothing else contradicts. Source: Grafana, merge transformer.
class Merger
{
public:
    explicit Merger(const Frames &frames) : m_frames(frames)
    {
        for (size_t i = 0; i < frames.size(); ++i) {
            std::vector<const Field *> &columns = m_columns.emplace_back();
            for (const Field &field : frames[i].fields) {
                if (!m_index.contains(field.name)) {
                    m_index.insert(field.name, m_fields.size());
                    m_fields.push_back(&field);
                }
                const size_t column = m_index.value(field.name);
                columns.resize(std::max(columns.size(), column + 1));
                columns[column] = &field;
            }
        }
        for (std::vector<const Field *> &columns : m_columns)
            columns.resize(m_fields.size());
        for (size_t column = 0; column < m_fields.size(); ++column)
            if (std::all_of(m_columns.begin(), m_columns.end(), [column](const auto &columns) { return columns[column] != nullptr; }))
                m_keys.push_back(column);
    }

    bool hasKeys() const { return !m_keys.empty(); }

    Frame merged()
    {
        for (size_t frame = 0; frame < m_frames.size() && !m_cut; ++frame)
            for (size_t row = 0; row < m_frames[frame].rows() && !m_cut; ++row)
                addRow(frame, row);
        return assembled();
    }

private:
    void addRow(size_t frame, size_t row)
    {
        std::vector<size_t> &same = m_rowsByKey[keyOf(frame, row)];
        bool found = false;
        for (const size_t existing : same) {
            if (m_comparisons > mostComparisons)
                break;
            if (!fits(existing, frame, row))
                continue;
            set(existing, frame, row);
            found = true;
        }
        if (found)
            return;
        m_cut = (rowCount() + 1) * m_fields.size() > mostMergedCells;
        if (m_cut)
            return;
        same.push_back(rowCount());
        m_places.resize(m_places.size() + m_fields.size());
        set(rowCount() - 1, frame, row);
    }

    QString keyOf(size_t frame, size_t row) const
    {
        QString key;
        for (const size_t column : m_keys)
            appendKey(key, *m_columns[frame][column], row);
        return key;
    }

    size_t rowCount() const { return m_fields.empty() ? 0 : m_places.size() / m_fields.size(); }

    bool fits(size_t existing, size_t frame, size_t row)
    {
        for (size_t column = 0; column < m_fields.size(); ++column) {
            const Place &place = m_places[existing * m_fields.size() + column];
            const Field *field = m_columns[frame][column];
            if (!field || !place.set)
                continue;
            ++m_comparisons;
            const Field &other = *m_columns[place.frame][column];
            if (isMissing(other, place.row))
                continue;
            const bool equal = field->isText() == other.isText() && (field->isText() ? field->texts[row] == other.texts[place.row] : field->number(row) == other.number(place.row));
            if (!equal)
                return false;
        }
        return true;
    }

    void set(size_t target, size_t frame, size_t row)
    {
        for (size_t column = 0; column < m_fields.size(); ++column)
            if (m_columns[frame][column])
                m_places[target * m_fields.size() + column] = {quint32(frame), quint32(row), true};
    }

    Frame assembled() const
    {
        Frame result;
        result.cut = m_cut;
        for (size_t column = 0; column < m_fields.size(); ++column) {
            Column values;
            for (size_t row = 0; row < rowCount(); ++row) {
                const Place &place = m_places[row * m_fields.size() + column];
                if (place.set)
                    values.add(*m_columns[place.frame][column], place.row);
                else
                    values.addMissing();
            }
            Field field = withoutValues(*m_fields[column]);
            field.labels = {};
            field.displayName.clear();
            field.config.displayName.clear();
            values.moveTo(field);
            result.fields.push_back(std::move(field));
        }
        return result;
    }

    const Frames &m_frames;
    QHash<QString, size_t> m_index;
    std::vector<const Field *> m_fields;
    std::vector<std::vector<const Field *>> m_columns; ///< of each frame, by column of the result
    std::vector<size_t> m_keys;
    std::vector<Place> m_places;
    QHash<QString, std::vector<size_t>> m_rowsByKey;
    size_t m_comparisons = 0;
    bool m_cut = false;
};

bool isSeries(const Frame &frame)
{
    return frame.fields.size() == 2 && frame.time();
}

Field withLength(const Field &field, size_t length)
{
    if (field.size() == length)
        return field;
    std::vector<size_t> rows(length, noRow);
    for (size_t i = 0; i < field.size(); ++i)
        rows[i] = i;
    return picked(field, rows);
}

/// A field in a frame of many: it keeps the name of the frame it came from.
Field withFrameName(Field field, const Frame &frame, const QString &mode, const QString &label)
{
    if (frame.name.isEmpty() || mode == u"drop")
        return field;
    if (mode == u"label")
        field.labels.set(label, frame.name);
    else if (field.name.isEmpty() || field.name == u"Value")
        field.name = frame.name;
    else
        field.name = frame.name + QStringLiteral(" · ") + field.name;
    return field;
}

} // namespace

Frames merge(Frames frames, const StepOptions &)
{
    if (frames.size() < 2)
        return frames;
    Frames filledFrames;
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(filledFrames), [](const Frame &frame) { return !frame.fields.empty(); });
    if (filledFrames.empty())
        return {frames.front()};
    Merger merger(filledFrames);
    if (!merger.hasKeys())
        return frames;
    Frame merged = merger.merged();
    QStringList refIds{QStringLiteral("merge")};
    for (const Frame &frame : filledFrames)
        if (!refIds.contains(frame.refId) && refIds.size() < 20)
            refIds << frame.refId;
    merged.refId = refIds.join(u'-');
    return {std::move(merged)};
}

Frames concatenate(Frames frames, const StepOptions &options)
{
    if (frames.size() < 2)
        return frames;
    const QString mode = options.text(QLatin1String("frameNameMode"));
    const QString label = options[QLatin1String("frameNameLabel")].toString(QStringLiteral("frame"));
    size_t length = 0;
    for (const Frame &frame : frames)
        length = std::max(length, frame.rows());
    Frame result;
    const size_t most = std::min(mostColumns, mostCells / std::max<size_t>(length, 1));
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            result.cut = result.fields.size() >= most;
            if (result.cut)
                return {std::move(result)};
            result.fields.push_back(withFrameName(withLength(field, length), frame, mode, label));
        }
    }
    return {std::move(result)};
}

Frames seriesToRows(Frames frames, const StepOptions &)
{
    std::erase_if(frames, [](const Frame &frame) { return frame.rows() == 0; });
    if (frames.empty() || !std::all_of(frames.begin(), frames.end(), isSeries))
        return frames;
    Column times, metrics, values;
    bool cut = false;
    for (const Frame &frame : frames) {
        const Field &time = *frame.time();
        const Field &value = &time == &frame.fields[0] ? frame.fields[1] : frame.fields[0];
        const QString name = frameName(frame);
        for (size_t row = 0; row < frame.rows() && !cut; ++row) {
            cut = times.size() * 3 >= mostCells;
            times.addNumber(time.number(row), FieldType::Time);
            metrics.addText(name);
            values.add(value, row);
        }
    }
    Frame result;
    result.cut = cut;
    result.fields = {numberField(QStringLiteral("Time"), {}, FieldType::Time), textField(QStringLiteral("Metric"), {}), numberField(QStringLiteral("Value"), {})};
    times.moveTo(result.fields[0]);
    metrics.moveTo(result.fields[1]);
    values.moveTo(result.fields[2]);
    pickRows(result, rowsInOrder(result.fields[0], true));
    return {std::move(result)};
}

} // namespace Watchfloor::Steps
