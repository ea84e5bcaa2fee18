#include "models/frames/joins.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// A frame that takes part: its key, and in which of its rows stands what the joined rows show.
struct Side
{
    const Frame *frame = nullptr;
    const Field *key = nullptr;
    std::vector<size_t> rows;
};

std::vector<Side> sidesOf(const Frames &frames, const FieldSelection &selection)
{
    const FieldNames names(frames);
    std::vector<Side> sides;
    for (const Frame &frame : frames) {
        const auto key = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return selection.matches(field, frame, names.of(field, frame)); });
        if (key != frame.fields.end())
            sides.push_back({&frame, &*key, {}});
    }
    return sides;
}

/// What a field is called beside those of other frames.
Field besideOthers(Field field, const Frame &frame)
{
    field.joined = true;
    if (frame.name.isEmpty())
        return field;
    if (field.name == u"Value")
        field.name = frame.name;
    else if (!field.labels.contains(u"name"))
        field.labels.set(QStringLiteral("name"), frame.name);
    return field;
}

bool isSameOrder(const std::vector<size_t> &rows, size_t size)
{
    if (rows.size() != size)
        return false;
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i] != i)
            return false;
    return true;
}

size_t columnsOf(const std::vector<Side> &sides)
{
    size_t columns = 1;
    for (const Side &side : sides)
        columns += side.frame->fields.size() - 1;
    return columns;
}

Frame assembled(Field key, const std::vector<Side> &sides)
{
    Frame frame;
    const size_t rows = key.size();
    frame.fields.push_back(std::move(key));
    const size_t most = std::min(mostColumns, std::max<size_t>(mostCells / std::max<size_t>(rows, 1), 2));
    for (const Side &side : sides) {
        const bool same = isSameOrder(side.rows, side.key->size());
        for (const Field &field : side.frame->fields) {
            if (&field == side.key)
                continue;
            if (frame.fields.size() >= most) {
                frame.cut = true;
                return frame;
            }
            frame.fields.push_back(besideOthers(same ? field : picked(field, side.rows), *side.frame));
        }
        frame.cut = frame.cut || side.frame->cut;
    }
    return frame;
}

bool haveNumbers(const std::vector<Side> &sides)
{
    return std::all_of(sides.begin(), sides.end(), [](const Side &side) { return side.key->numbers != nullptr && !side.key->isText(); });
}

/// Every key once, ascending. Series of one query have one grid, so most add nothing.
std::vector<double> allNumbers(const std::vector<Side> &sides)
{
    std::vector<double> all;
    std::vector<const std::vector<double> *> seen;
    for (const Side &side : sides) {
        const std::vector<double> *numbers = side.key->numbers.get();
        if (!seen.empty() && (seen.back() == numbers || *seen.back() == *numbers))
            continue;
        seen.push_back(numbers);
        std::copy_if(numbers->begin(), numbers->end(), std::back_inserter(all), [](double number) { return !std::isnan(number); });
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Frame joinedOnNumbers(std::vector<Side> sides)
{
    Field key = withoutValues(*sides.front().key);
    const std::vector<double> all = allNumbers(sides);
    for (Side &side : sides) {
        side.rows.assign(all.size(), noRow);
        auto at = all.begin();
        for (size_t row = 0; row < side.key->size(); ++row) {
            const double number = side.key->number(row);
            if (std::isnan(number))
                continue;
            // Keys ascend as a rule; then the next one is where the search begins.
            if (at == all.end() || *at > number)
                at = all.begin();
            at = *at == number ? at : std::lower_bound(at, all.end(), number);
            side.rows[size_t(at - all.begin())] = row;
            ++at;
        }
    }
    key.numbers = std::make_shared<const std::vector<double>>(all);
    return assembled(std::move(key), sides);
}

Frame joinedOnTexts(std::vector<Side> sides)
{
    QHash<QString, size_t> places;
    Column keys;
    for (const Side &side : sides)
        for (size_t row = 0; row < side.key->size(); ++row)
            if (const QString text = cellKey(*side.key, row); !places.contains(text)) {
                places.insert(text, keys.size());
                keys.add(*side.key, row);
            }
    for (Side &side : sides) {
        side.rows.assign(keys.size(), noRow);
        for (size_t row = 0; row < side.key->size(); ++row)
            side.rows[places.value(cellKey(*side.key, row))] = row;
    }
    Field key = withoutValues(*sides.front().key);
    keys.moveTo(key);
    return assembled(std::move(key), sides);
}

using RowsByKey = QHash<QString, std::vector<size_t>>;

RowsByKey rowsByKey(const Field &key)
{
    RowsByKey rows;
    for (size_t row = 0; row < key.size(); ++row)
        rows[cellKey(key, row)].push_back(row);
    return rows;
}

/// All combinations of rows of the sides from `from` on, beside what `chosen` holds of those before.
class Combinations
{
public:
    Combinations(std::vector<Side> &sides, size_t most) : m_sides(sides), m_most(most)
    {
        for (const Side &side : sides)
            m_rows.push_back(rowsByKey(*side.key));
    }

    void addAll()
    {
        std::vector<size_t> chosen(m_sides.size());
        for (size_t row = 0; row < m_sides.front().key->size() && !full(); ++row) {
            chosen[0] = row;
            add(chosen, 1, cellKey(*m_sides.front().key, row));
        }
    }
    bool full() const { return m_sides.front().rows.size() >= m_most; }

private:
    void add(std::vector<size_t> &chosen, size_t from, const QString &key)
    {
        if (from == m_sides.size()) {
            for (size_t i = 0; i < chosen.size(); ++i)
                m_sides[i].rows.push_back(chosen[i]);
            return;
        }
        const auto found = m_rows[from].constFind(key);
        if (found == m_rows[from].constEnd())
            return;
        for (const size_t row : *found) {
            if (full())
                return;
            chosen[from] = row;
            add(chosen, from + 1, key);
        }
    }

    std::vector<Side> &m_sides;
    std::vector<RowsByKey> m_rows;
    size_t m_most;
};

Frame joinedInner(std::vector<Side> sides)
{
    Combinations combinations(sides, std::max<size_t>(mostCells / columnsOf(sides), 1));
    combinations.addAll();
    const Field key = picked(*sides.front().key, sides.front().rows);
    Frame frame = assembled(key, sides);
    frame.cut = frame.cut || combinations.full();
    return frame;
}

/// What a joined row shows; equal rows are one.
size_t fingerprint(const std::vector<Side> &sides, const std::vector<size_t> &chosen, const QString &key, size_t seed)
{
    size_t hash = qHash(key, seed);
    for (size_t i = 0; i < sides.size(); ++i)
        for (const Field &field : sides[i].frame->fields)
            if (&field != sides[i].key)
                hash = qHashMulti(hash, chosen[i] == noRow ? QStringLiteral("\u0001") : cellKey(field, chosen[i]));
    return hash;
}

/// Rows of the result as they are found, each once.
class TabularRows
{
public:
    explicit TabularRows(std::vector<Side> &sides) : m_sides(sides), m_most(std::max<size_t>(mostCells / columnsOf(sides), 1))
    {
        for (const Side &side : sides)
            m_rows.push_back(rowsByKey(*side.key));
    }

    /// A row of one frame beside the first of its key in another.
    void add(size_t own, size_t row, size_t other)
    {
        const QString key = cellKey(*m_sides[own].key, row);
        std::vector<size_t> chosen(m_sides.size(), noRow);
        chosen[own] = row;
        if (const auto found = m_rows[other].constFind(key); found != m_rows[other].constEnd())
            chosen[other] = found->front();
        const std::pair print{fingerprint(m_sides, chosen, key, 0x51ed), fingerprint(m_sides, chosen, key, 0xa7c3)};
        m_cut = m_cut || m_seen.size() >= qsizetype(m_most);
        if (m_cut || m_seen.contains(print))
            return;
        m_seen.insert(print);
        for (size_t i = 0; i < m_sides.size(); ++i)
            m_sides[i].rows.push_back(chosen[i]);
        m_keys.add(*m_sides[own].key, row);
    }

    Frame assembledFrame()
    {
        Field key = withoutValues(*m_sides.front().key);
        m_keys.moveTo(key);
        Frame frame = assembled(std::move(key), m_sides);
        frame.cut = frame.cut || m_cut;
        return frame;
    }

private:
    std::vector<Side> &m_sides;
    std::vector<RowsByKey> m_rows;
    QSet<std::pair<size_t, size_t>> m_seen;
    Column m_keys;
    size_t m_most;
    bool m_cut = false;
};

Frame joinedTabular(std::vector<Side> sides)
{
    TabularRows rows(sides);
    // Frames are laid beside each other two by two, as Grafana does it; three frames of one key make three rows.
    for (size_t own = 0; own < sides.size(); ++own)
        for (size_t other = 0; other < sides.size(); ++other)
            for (size_t row = 0; own != other && row < sides[own].key->size(); ++row)
                rows.add(own, row, other);
    return rows.assembledFrame();
}

/// The name of the time field where all frames have one of that name.
QString commonTimeName(const Frames &frames)
{
    QString name;
    for (const Frame &frame : frames) {
        const Field *time = frame.time();
        if (!time || (!name.isEmpty() && time->name != name))
            return {};
        name = time->name;
    }
    return name;
}

QString joinedRefId(const Frames &frames, const QString &step)
{
    QStringList parts{step};
    for (const Frame &frame : frames)
        if (parts.size() < 20)
            parts << frame.refId;
    return parts.join(u'-');
}

} // namespace

std::optional<Frame> joinedFrames(const Frames &frames, const FieldSelection &key, JoinMode mode)
{
    std::vector<Side> sides = sidesOf(frames, key);
    if (sides.empty())
        return std::nullopt;
    Frame frame = mode == JoinMode::Inner          ? joinedInner(std::move(sides))
                  : mode == JoinMode::OuterTabular ? joinedTabular(std::move(sides))
                  : haveNumbers(sides)             ? joinedOnNumbers(std::move(sides))
                                                   : joinedOnTexts(std::move(sides));
    frame.refId = joinedRefId(frames, QStringLiteral("joinByField"));
    return frame;
}

namespace Steps {

Frames joinByField(Frames frames, const StepOptions &options)
{
    if (frames.size() < 2)
        return frames;
    const QString name = options.filled(options.text(QLatin1String("byField")));
    const QString mode = options.text(QLatin1String("mode"));
    const FieldSelection key(name.isEmpty() ? fieldMatcher(QStringLiteral("firstTimeField"), {}) : fieldMatcher(QStringLiteral("byName"), name));
    std::optional<Frame> joined = joinedFrames(frames, key, mode == u"inner" ? JoinMode::Inner : mode == u"outerTabular" ? JoinMode::OuterTabular : JoinMode::Outer);
    // Where nothing can be joined there is nothing to show.
    return {joined ? std::move(*joined) : Frame()};
}

Frames ensureColumns(Frames frames, const StepOptions &)
{
    const QString time = commonTimeName(frames);
    if (frames.size() < 2 || time.isEmpty())
        return frames;
    std::optional<Frame> joined = joinedFrames(frames, FieldSelection(fieldMatcher(QStringLiteral("byName"), time)), JoinMode::Outer);
    return joined ? Frames{std::move(*joined)} : frames;
}

} // namespace Steps

} // namespace Watchfloor
