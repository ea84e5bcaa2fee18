#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/slice.h"

#include <functional>
#include <span>

namespace Watchfloor {

/// Alerts sorted by keys, some of it at a time: each has its key made once, short runs are sorted, and runs merged into longer ones.
/// What is equal stays as it stood.
class AlertSorting final
{
public:
    /// What an alert is sorted by: the number, then the text.
    struct Key
    {
        qint64 number = 0;
        QString text;
    };
    using KeyMaker = std::function<Key(const Alert &, WallTime now)>;

    /// From the beginning, whatever was under way.
    void start(KeyMaker maker, bool descending);
    /// The same again, for other alerts.
    void restart() { start(std::move(m_maker), m_descending); }
    /// True when order() is that of these alerts; they are the same ones in each turn.
    bool proceed(std::span<const Alert *const> alerts, WallTime now, Slice &slice);
    /// Places in the list of alerts.
    const std::vector<int> &order() const { return m_order; }

private:
    bool makeKeys(std::span<const Alert *const> alerts, WallTime now, Slice &slice);
    bool sortRuns(Slice &slice);
    bool mergeRuns(Slice &slice);
    bool isBefore(int a, int b) const;

    KeyMaker m_maker;
    bool m_descending = false;
    WallTime m_now{}; ///< of all keys, however long it takes
    std::vector<Key> m_keys;
    std::vector<int> m_order;
    std::vector<int> m_merged;
    size_t m_sorted = 0; ///< alerts in runs
    size_t m_width = 0;  ///< of a run
    size_t m_left = 0;
    size_t m_right = 0;
};

} // namespace Watchfloor
