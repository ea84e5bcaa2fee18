#include "models/frames/joins.h"

#include "models/frames/roworder.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

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

bool haveEqualKeys(const std::vector<Side> &sides)
{
    const Field &first = *sides.front().key;
    return std::all_of(sides.begin() + 1, sides.end(), [&](const Side &side) {
        const Field &key = *side.key;
        if (key.isText() != first.isText() || key.size() != first.size())
            return false;
        if (first.isText() || first.size() == 0)
            return key.texts == first.texts;
        // A missing key equals a missing key.
        return key.numbers == first.numbers || std::equal(key.numbers->begin(), key.numbers->end(), first.numbers->begin(), [](double a, double b) { return a == b || (isNone(a) && isNone(b)); });
    });
}

/// Frames of one grid keep their rows, even those of equal keys.
Frame laidSideBySide(std::vector<Side> sides)
{
    const Field &key = *sides.front().key;
    std::vector<size_t> rows(key.size());
    std::iota(rows.begin(), rows.end(), size_t(0));
    const bool ascends = key.isText() || key.size() == 0 || std::is_sorted(key.numbers->begin(), key.numbers->end());
    const std::vector<size_t> order = ascends ? rows : rowsInOrder(key, false);
    for (Side &side : sides)
        side.rows = order;
    return assembled(ascends ? key : picked(key, order), sides);
}

/// A missing key is a key too; it stands where zero does.
double orderOf(double key)
{
    return std::isnan(key) ? 0 : key;
}

/// Every key once, ascending. Series of one query have one grid, so most add nothing.
std::vector<double> allNumbers(const std::vector<Side> &sides)
{
    std::vector<double> all;
    std::vector<const std::vector<double> *> seen;
    bool missing = false;
    for (const Side &side : sides) {
        const std::vector<double> *numbers = side.key->numbers.get();
        if (!seen.empty() && (seen.back() == numbers || *seen.back() == *numbers))
            continue;
        seen.push_back(numbers);
        for (const double number : *numbers) {
            if (std::isnan(number))
                missing = true;
            else
                all.push_back(number);
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (missing)
        all.insert(std::lower_bound(all.begin(), all.end(), 0.0), noSample);
    return all;
}

Frame joinedOnNumbers(std::vector<Side> sides)
{
    Field key = withoutValues(*sides.front().key);
    const std::vector<double> all = allNumbers(sides);
    const auto missing = std::find_if(all.begin(), all.end(), [](double number) { return std::isnan(number); });
    for (Side &side : sides) {
        side.rows.assign(all.size(), noRow);
        auto at = all.begin();
        for (size_t row = 0; row < side.key->size(); ++row) {
            const double number = side.key->number(row);
            if (std::isnan(number)) {
                side.rows[size_t(missing - all.begin())] = row;
                continue;
            }
            // Keys ascend as a rule; then the next one is where the search begins.
            if (at == all.end() || orderOf(*at) > number)
                at = all.begin();
            at = *at == number ? at : std::lower_bound(at, all.end(), number, [](double a, double b) { return orderOf(a) < b; });
            if (std::isnan(*at))
                ++at;
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

Frame joinedOuter(std::vector<Side> sides)
{
    if (haveEqualKeys(sides))
        return laidSideBySide(std::move(sides));
    return haveNumbers(sides) ? joinedOnNumbers(std::move(sides)) : joinedOnTexts(std::move(sides));
}

/// Rows of one frame by their key, and the keys in the order they come in. JavaScript goes through small whole numbers first.
struct KeyIndex
{
    explicit KeyIndex(const Field &key)
    {
        for (size_t row = 0; row < key.size(); ++row) {
            std::vector<size_t> &same = rows[cellText(key, row)];
            if (same.empty())
                keys << cellText(key, row);
            same.push_back(row);
        }
        std::stable_sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) { return placeOf(a) < placeOf(b); });
    }

    static double placeOf(const QString &key)
    {
        bool whole = false;
        const uint number = key.toUInt(&whole);
        return whole && number != std::numeric_limits<uint>::max() && QString::number(number) == key ? number : std::numeric_limits<double>::infinity();
    }

    QHash<QString, std::vector<size_t>> rows;
    QStringList keys;
};

/// Frames joined as tables are in SQL, one after the other: every combination of rows of equal keys and, of an outer join, the rows that stand alone.
class TabularJoin
{
public:
    TabularJoin(std::vector<Side> &sides, bool outer) : m_sides(sides), m_most(std::max<size_t>(mostCells / columnsOf(sides), 1)), m_outer(outer)
    {
        for (size_t row = 0; row < sides.front().key->size(); ++row) {
            m_sides.front().rows.push_back(row);
            m_keys.push_back({0, row});
        }
        for (size_t side = 1; side < sides.size(); ++side)
            add(side);
    }

    Frame assembledFrame() const
    {
        Column column;
        for (const auto &[side, row] : m_keys)
            column.add(*m_sides[side].key, row);
        Field key = withoutValues(*m_sides.front().key);
        column.moveTo(key);
        Frame frame = assembled(std::move(key), m_sides);
        frame.cut = frame.cut || m_cut;
        return frame;
    }

private:
    /// A row of what is joined so far, and one of the frame that is added; either may be none.
    using Pair = std::pair<size_t, size_t>;

    void add(size_t side)
    {
        const KeyIndex index(*m_sides[side].key);
        std::vector<Pair> pairs;
        std::vector<Pair> alone;
        QSet<QString> met;
        for (size_t row = 0; row < m_keys.size(); ++row) {
            const Field &field = *m_sides[m_keys[row].first].key;
            const QString key = cellText(field, m_keys[row].second);
            const auto found = isMissing(field, m_keys[row].second) ? index.rows.constEnd() : index.rows.constFind(key);
            if (found == index.rows.constEnd()) {
                alone.push_back({row, noRow});
                continue;
            }
            met.insert(key);
            for (size_t i = 0; i < found->size() && !isFull(pairs); ++i)
                pairs.push_back({row, (*found)[i]});
        }
        if (m_outer) {
            for (const QString &key : index.keys)
                if (!met.contains(key))
                    for (const size_t row : index.rows.value(key))
                        alone.push_back({noRow, row});
            for (size_t i = 0; i < alone.size() && !isFull(pairs); ++i)
                pairs.push_back(alone[i]);
        }
        take(side, pairs);
    }

    bool isFull(const std::vector<Pair> &pairs)
    {
        m_cut = m_cut || pairs.size() >= m_most;
        return pairs.size() >= m_most;
    }

    void take(size_t side, const std::vector<Pair> &pairs)
    {
        std::vector<Pair> keys;
        for (const auto &[left, right] : pairs)
            keys.push_back(left == noRow ? Pair{side, right} : m_keys[left]);
        for (size_t i = 0; i < side; ++i) {
            std::vector<size_t> rows;
            for (const Pair &pair : pairs)
                rows.push_back(pair.first == noRow ? noRow : m_sides[i].rows[pair.first]);
            m_sides[i].rows = std::move(rows);
        }
        for (const Pair &pair : pairs)
            m_sides[side].rows.push_back(pair.second);
        m_keys = std::move(keys);
    }

    std::vector<Side> &m_sides;
    std::vector<Pair> m_keys; ///< the frame and the row that each row's key comes from
    size_t m_most;
    bool m_outer;
    bool m_cut = false;
};

Frame joinedTabular(std::vector<Side> sides, bool outer)
{
    return TabularJoin(sides, outer).assembledFrame();
}

/// The fields of an inner join that one frame has no key for.
Frame withoutRows(std::vector<Side> sides)
{
    for (Side &side : sides)
        side.rows.clear();
    return assembled(picked(*sides.front().key, {}), sides);
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
    const bool inner = mode == JoinMode::Inner;
    Frame frame = inner && sides.size() < frames.size() ? withoutRows(std::move(sides))
                  : mode == JoinMode::Outer             ? joinedOuter(std::move(sides))
                                                        : joinedTabular(std::move(sides), !inner);
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
