#pragma once

#include "models/alerts/alertfilter.h"
#include "models/alerts/alertsorting.h"
#include "models/alerts/alertstore.h"

#include <array>
#include <optional>
#include <unordered_map>

namespace Watchfloor {

/// Which of a store's alerts a filter lets through, in which order. Sorted once for each state of the store, so that a keystroke only
/// filters; what is typed on looks only at what matched before; searched texts are made once. After a change of the store that asks
/// for many new texts at a time rows are as they were known before, and it says that it is behind; so it does while it is sorted in
/// turns, in the order of before with what is new behind it.
class AlertIndex final
{
public:
    explicit AlertIndex(const AlertStore &store)
        : m_store(store)
    {
    }

    /// The store has other alerts, or the same in another order.
    void noteStoreChange();
    void setFilter(AlertFilter filter);
    const AlertFilter &filter() const { return m_filter; }
    /// Of what the filter lets through only these; absent: all.
    void setState(std::optional<AlertState> state) { m_state = state; }
    void setFlappingOnly(bool only) { m_flappingOnly = only; }
    std::optional<AlertState> state() const { return m_state; }
    bool flappingOnly() const { return m_flappingOnly; }
    /// Without a maker the store's own order, worst first.
    void setOrder(AlertSorting::KeyMaker maker, bool descending);
    /// Sorts, where that is to be done, as much as the slice allows; true when all is sorted.
    bool arrange(WallTime now, Slice &slice);
    bool isSorted() const { return m_sorted; }

    /// Brings rows and counts up to date. Where a limit is given, with so many new texts at most.
    void collect(WallTime now, std::optional<int> mostTexts = {});
    /// Rows were collected without the texts of some alerts: those of changed ones are old, new ones have no row yet.
    bool isBehind() const { return m_behind || !m_sorted; }

    const std::vector<const Alert *> &rows() const { return m_rows; }
    int countOf(AlertState state) const { return m_counts[size_t(state)]; }
    int flappingCount() const { return m_flapping; }
    const std::array<int, 8> &counts() const { return m_counts; }
    int matchingCount() const { return int(m_matching.size()); }
    /// How many texts were made since the beginning; for tests of what a keystroke costs.
    int textsMade() const { return m_textsMade; }
    /// Makes searched texts of alerts that have none yet, at most so many, and looks what of them the filter lets through; false when all
    /// have one.
    bool prepareTexts(int most, WallTime now);

private:
    /// With what it was made of, which shares its memory with the alert while that says the same.
    struct Kept
    {
        Labels labels;
        Labels external;
        std::vector<ToldLabels> told;
        Labels annotations;
        QByteArray text;
        quint64 round = 0; ///< in which it was looked at last

        bool isOf(const Alert &alert);
    };
    const QByteArray *textOf(size_t at, bool mayMake);
    bool passes(size_t at, WallTime now);
    void sweep();
    void keepOrder();
    void match(WallTime now);

    const AlertStore &m_store;
    AlertFilter m_filter;
    std::optional<AlertFilter> m_matched; ///< what m_matching was made with; absent: nothing yet
    std::optional<AlertState> m_state;
    bool m_flappingOnly = false;
    AlertSorting m_sorting;
    bool m_hasOrder = false;
    bool m_sorted = true;
    bool m_isOld = false;                 ///< m_order is of before the store's last change
    std::vector<const Alert *> m_ordered; ///< as m_order had them when it was made
    std::vector<int> m_order;    ///< all alerts; empty: the store's order
    std::vector<int> m_matching; ///< in order, before the choice of a state
    std::vector<const Alert *> m_rows;
    std::array<int, 8> m_counts{};
    int m_flapping = 0;
    std::vector<const QByteArray *> m_texts; ///< parallel to the store's list; null: not looked at yet
    std::vector<std::optional<bool>> m_passed; ///< the same: whether the filter lets it through, where that was looked at between events
    /// From one state of the store to the next. An address may come to another alert: then its labels are elsewhere, too.
    std::unordered_map<const Alert *, Kept> m_kept;
    quint64 m_round = 0;
    size_t m_swept = 0; ///< buckets
    size_t m_prepared = 0;
    int m_textsLeft = 0;
    int m_textsMade = 0;
    bool m_behind = false;
};

} // namespace Watchfloor
