#include "models/frames/fieldnames.h"
#include "models/frames/reducer.h"
#include "models/frames/steps.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace Watchfloor::Steps {

namespace {

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts << text.toString();
    return texts;
}

/// A column for each value that a label has in the frame, the same in all rows.
Frame withLabelColumns(Frame frame, const QStringList &keep, const QString &valueLabel)
{
    const size_t rows = frame.rows();
    QStringList names;
    QHash<QString, QStringList> values;
    for (Field &field : frame.fields) {
        if (field.labels.isEmpty())
            continue;
        for (const auto &[name, value] : field.labels) {
            if (!keep.isEmpty() && !keep.contains(name))
                continue;
            if (name == valueLabel) {
                field.name = value;
                continue;
            }
            if (!values.contains(name))
                names << name;
            if (!values[name].contains(value) && values[name].size() < 1000)
                values[name] << value;
        }
        // A name that was given may hold labels that are columns now.
        field.config.displayName.clear();
        field.legend.clear();
        field.displayName.clear();
        field.labels = {};
    }
    for (const QString &name : names) {
        for (const QString &value : std::as_const(values)[name]) {
            frame.cut = frame.cut || frame.fields.size() >= mostColumns || (frame.fields.size() + 1) * rows > mostCells;
            if (frame.cut)
                return frame;
            frame.fields.push_back(textField(name, std::vector<QString>(rows, value)));
        }
    }
    return frame;
}

/// A table of a label a row, for each field that has some.
Frames labelsAsRows(const Frames &frames, const QStringList &keep)
{
    const FieldNames fieldNames(frames);
    Frames result;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.labels.isEmpty())
                continue;
            std::vector<QString> names, values;
            for (const QString &name : keep) {
                names.push_back(name);
                values.push_back(field.labels.contains(name) ? field.labels.value(name) : QString());
            }
            if (keep.isEmpty())
                for (const auto &[name, value] : field.labels) {
                    names.push_back(name);
                    values.push_back(value);
                }
            Frame table;
            table.refId = frame.refId;
            table.name = fieldNames.of(field, frame);
            table.fields = {textField(QStringLiteral("label"), std::move(names)), textField(QStringLiteral("value"), std::move(values))};
            result.push_back(std::move(table));
        }
    }
    return result;
}

/// The values of one combination of labels, by the label that names their columns.
struct JoinedSeries
{
    QStringList labels;
    QHash<QString, std::vector<std::pair<const Field *, size_t>>> values;

    size_t length() const
    {
        size_t longest = 1;
        for (const auto &column : values)
            longest = std::max(longest, column.size());
        return longest;
    }
};

/// The series of all frames by their labels, and the names of their columns.
class LabelJoin
{
public:
    LabelJoin(const QString &valueLabel, const QStringList &join) : m_valueLabel(valueLabel), m_join(join) {}

    void add(const Field &field)
    {
        QStringList labels;
        for (const QString &name : m_join)
            labels << field.labels.value(name);
        const QString key = labels.join(QChar(u'\u001f'));
        if (!m_places.contains(key)) {
            m_places.insert(key, m_series.size());
            m_series.push_back({labels, {}});
        }
        const QString name = field.labels.value(m_valueLabel);
        if (!m_known.contains(name))
            m_names << name;
        m_known.insert(name);
        auto &column = m_series[m_places.value(key)].values[name];
        for (size_t row = 0; row < field.size(); ++row)
            column.push_back({&field, row});
    }

    Frame joined() const
    {
        std::vector<std::vector<QString>> texts(size_t(m_join.size()));
        std::vector<Column> values(size_t(m_names.size()));
        Frame result;
        for (const JoinedSeries &series : m_series)
            for (size_t row = 0; row < series.length() && !result.cut; ++row) {
                addRow(series, row, texts, values);
                result.cut = texts.empty() ? values.front().size() * values.size() > mostCells : texts[0].size() * (texts.size() + values.size()) > mostCells;
            }
        for (size_t i = 0; i < texts.size(); ++i)
            result.fields.push_back(textField(m_join[qsizetype(i)], std::move(texts[i])));
        for (size_t i = 0; i < values.size(); ++i) {
            result.fields.push_back(numberField(m_names[qsizetype(i)], {}));
            values[i].moveTo(result.fields.back());
        }
        return result;
    }

private:
    void addRow(const JoinedSeries &series, size_t row, std::vector<std::vector<QString>> &texts, std::vector<Column> &values) const
    {
        for (size_t i = 0; i < texts.size(); ++i)
            texts[i].push_back(series.labels[qsizetype(i)]);
        for (size_t i = 0; i < values.size(); ++i) {
            const auto column = series.values.constFind(m_names[qsizetype(i)]);
            if (column != series.values.constEnd() && row < column->size())
                values[i].add(*(*column)[row].first, (*column)[row].second);
            else
                values[i].addMissing();
        }
    }

    QString m_valueLabel;
    QStringList m_join;
    std::vector<JoinedSeries> m_series;
    QHash<QString, size_t> m_places;
    QStringList m_names;
    QSet<QString> m_known;
};

Frame errorFrame(const QString &text)
{
    Frame frame;
    frame.fields = {textField(QStringLiteral("Error"), {text})};
    return frame;
}

bool isSeries(const Frame &frame)
{
    return frame.fields.size() <= 2 && frame.time();
}

/// A row for each number of the series of one query: its labels, its own line, and one value of that.
class TrendTable
{
public:
    TrendTable(const QString &refId, const QJsonValue &options)
        : m_refId(refId)
        , m_stat(options[QLatin1String("stat")].toString(QStringLiteral("lastNotNull")))
        , m_timeField(options[QLatin1String("timeField")].toString())
    {
    }

    void add(const Frame &frame)
    {
        const Field *time = m_timeField.isEmpty() ? frame.time() : frame.find(m_timeField);
        if (!time)
            return;
        for (const Field &field : frame.fields) {
            if (field.type != FieldType::Number)
                continue;
            auto trend = std::make_shared<Frame>();
            trend->refId = frame.refId;
            trend->name = frame.name;
            trend->fields = {*time, field};
            for (const auto &[name, value] : field.labels)
                if (!m_known.contains(name)) {
                    m_known.insert(name);
                    m_names << name;
                }
            m_labels.push_back(field.labels);
            m_values.push_back(reduced(field, m_stat));
            m_trends.push_back(std::move(trend));
        }
    }

    std::optional<Frame> table() const
    {
        if (m_trends.empty())
            return std::nullopt;
        Frame frame;
        frame.refId = m_refId;
        for (const QString &name : m_names) {
            std::vector<QString> texts;
            for (const Labels &labels : m_labels)
                texts.push_back(labels.contains(name) ? labels.value(name) : QStringLiteral(""));
            frame.fields.push_back(textField(name, std::move(texts)));
        }
        Field trend;
        trend.name = QStringLiteral("Trend #") + m_refId;
        trend.type = FieldType::Other;
        trend.refId = m_refId;
        trend.numbers = std::make_shared<const std::vector<double>>(m_values);
        trend.frames = m_trends;
        const Field values = numberField({}, m_values);
        for (size_t row = 0; row < m_values.size(); ++row)
            trend.texts.push_back(cellText(values, row));
        frame.fields.push_back(std::move(trend));
        return frame;
    }

private:
    QString m_refId;
    QString m_stat;
    QString m_timeField;
    QStringList m_names;
    QSet<QString> m_known;
    std::vector<Labels> m_labels;
    std::vector<double> m_values;
    std::vector<std::shared_ptr<const Frame>> m_trends;
};

} // namespace

Frames labelsToFields(Frames frames, const StepOptions &options)
{
    const QStringList keep = textsIn(options[QLatin1String("keepLabels")]);
    if (options.text(QLatin1String("mode")) == u"rows")
        return labelsAsRows(frames, keep);
    const QString valueLabel = options.text(QLatin1String("valueLabel"));
    for (Frame &frame : frames)
        frame = withLabelColumns(std::move(frame), keep, valueLabel);
    return frames;
}

Frames joinByLabels(Frames frames, const StepOptions &options)
{
    if (frames.empty())
        return frames;
    const QString valueLabel = options.text(QLatin1String("value"));
    const QStringList all = labelNamesOf(frames);
    if (valueLabel.isEmpty())
        return {errorFrame(QStringLiteral("no label is chosen for the values"))};
    if (!all.contains(valueLabel))
        return {errorFrame(QStringLiteral("no series has the label %1").arg(valueLabel))};
    QStringList join = textsIn(options[QLatin1String("join")]);
    if (join.isEmpty())
        join = all;
    join.removeAll(valueLabel);
    LabelJoin joined(valueLabel, join);
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            if (!field.labels.isEmpty() && field.type != FieldType::Time)
                joined.add(field);
    return {joined.joined()};
}

Frames timeSeriesTable(Frames frames, const StepOptions &options)
{
    QStringList refIds;
    QHash<QString, size_t> places;
    std::vector<TrendTable> tables;
    Frames result;
    for (Frame &frame : frames) {
        if (!isSeries(frame)) {
            result.push_back(std::move(frame));
            continue;
        }
        if (!places.contains(frame.refId)) {
            places.insert(frame.refId, tables.size());
            tables.emplace_back(frame.refId, options.values[frame.refId]);
        }
        tables[places.value(frame.refId)].add(frame);
    }
    for (const TrendTable &table : tables)
        if (std::optional<Frame> frame = table.table())
            result.push_back(std::move(*frame));
    return result;
}

} // namespace Watchfloor::Steps
