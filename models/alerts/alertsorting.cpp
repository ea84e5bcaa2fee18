#include "models/alerts/alertsorting.h"

#include <numeric>

namespace Watchfloor {

namespace {
constexpr size_t firstRun = 256;
constexpr int unitsOfKey = 5;
constexpr int unitsOfRun = int(firstRun) * 8;
constexpr int unitsOfMerge = 2;
}

void AlertSorting::start(KeyMaker maker, bool descending)
{
    m_maker = std::move(maker);
    m_descending = descending;
    m_keys.clear();
    m_order.clear();
    m_merged.clear();
    m_sorted = 0;
    m_width = firstRun;
}

bool AlertSorting::isBefore(int a, int b) const
{
    const Key &first = m_keys[size_t(m_descending ? b : a)];
    const Key &second = m_keys[size_t(m_descending ? a : b)];
    return first.number != second.number ? first.number < second.number : first.text < second.text;
}

bool AlertSorting::proceed(std::span<const Alert *const> alerts, WallTime now, Slice &slice)
{
    return makeKeys(alerts, now, slice) && sortRuns(slice) && mergeRuns(slice);
}

bool AlertSorting::makeKeys(std::span<const Alert *const> alerts, WallTime now, Slice &slice)
{
    if (m_keys.empty()) {
        m_now = now;
        m_keys.reserve(alerts.size());
        m_order.resize(alerts.size());
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    while (m_keys.size() < alerts.size()) {
        if (slice.isOver())
            return false;
        m_keys.push_back(m_maker(*alerts[m_keys.size()], m_now));
        slice.spend(unitsOfKey);
    }
    return true;
}

bool AlertSorting::sortRuns(Slice &slice)
{
    while (m_sorted < m_order.size()) {
        if (slice.isOver())
            return false;
        const size_t end = std::min(m_sorted + firstRun, m_order.size());
        std::stable_sort(m_order.begin() + std::ptrdiff_t(m_sorted), m_order.begin() + std::ptrdiff_t(end), [this](int a, int b) { return isBefore(a, b); });
        m_sorted = end;
        slice.spend(unitsOfRun);
    }
    return true;
}

/// Pairs of runs, of which m_merged holds what is merged so far, the last pair in part.
bool AlertSorting::mergeRuns(Slice &slice)
{
    const size_t count = m_order.size();
    for (; m_width < count; m_width *= 2) {
        m_merged.reserve(count);
        while (m_merged.size() < count) {
            const size_t begin = m_merged.size() - m_merged.size() % (2 * m_width);
            const size_t middle = std::min(begin + m_width, count);
            const size_t end = std::min(middle + m_width, count);
            if (m_merged.size() == begin) {
                m_left = begin;
                m_right = middle;
            }
            while (m_merged.size() < end) {
                if (slice.isOver())
                    return false;
                const bool right = m_left == middle || (m_right < end && isBefore(m_order[m_right], m_order[m_left]));
                m_merged.push_back(m_order[right ? m_right++ : m_left++]);
                slice.spend(unitsOfMerge);
            }
        }
        m_order.swap(m_merged);
        m_merged.clear();
    }
    return true;
}

} // namespace Watchfloor
