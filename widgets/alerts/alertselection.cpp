#include "widgets/alerts/alertselection.h"

#include <QItemSelectionModel>
#include <QSignalBlocker>

namespace Watchfloor {

AlertSelection::AlertSelection(const AlertRowsModel &rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
{
    connect(&rows, &QAbstractItemModel::layoutAboutToBeChanged, this, &AlertSelection::keep);
    connect(&rows, &QAbstractItemModel::layoutChanged, this, &AlertSelection::restore);
}

/// First and last rows, in order; they may overlap.
std::vector<std::pair<int, int>> AlertSelection::ranges() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : m_selection->selection())
        if (range.isValid())
            ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

std::vector<const Alert *> AlertSelection::alerts() const
{
    std::vector<const Alert *> alerts;
    std::vector<bool> known(size_t(m_rows.source().rowCount()));
    const auto add = [&](int source) {
        if (source < 0 || known[size_t(source)])
            return;
        known[size_t(source)] = true;
        alerts.push_back(m_rows.source().alertAt(source));
    };
    for (const auto &[first, last] : ranges()) {
        for (int row = first; row <= last; ++row) {
            if (const AlertRowsModel::Group *group = m_rows.groupAt(row))
                for (const int source : group->rows)
                    add(source);
            else
                add(m_rows.sourceRow(row));
        }
    }
    return alerts;
}

void AlertSelection::keep()
{
    m_alerts.clear();
    m_headings.clear();
    m_all = false;
    if (!m_selection || !m_selection->hasSelection())
        return;
    const auto chosen = ranges();
    m_grouping = m_rows.shownGrouping();
    m_all = chosen.size() == 1 && chosen.front().first == 0 && chosen.front().second == m_rows.rowCount() - 1;
    if (m_all) {
        m_alerts.reserve(m_rows.source().rowCount());
        for (int source = 0; source < m_rows.source().rowCount(); ++source)
            m_alerts.insert(m_rows.source().alertAt(source));
    }
    int count = 0;
    for (const auto &[first, last] : chosen)
        count += last - first + 1;
    m_alerts.reserve(std::max<qsizetype>(m_alerts.size(), count));
    for (const auto &[first, last] : chosen) {
        for (int row = first; row <= last; ++row) {
            // Where all is chosen, a heading is by what is under it, as long as that is seen.
            const AlertRowsModel::Group *group = m_rows.groupAt(row);
            if (group && (!m_all || row == last || m_rows.groupAt(row + 1)))
                m_headings.insert(group->values);
            else if (!group && !m_all)
                m_alerts.insert(m_rows.alertAt(row));
        }
    }
    // Nobody needs to hear of it: all that is shown is laid out anew.
    const QSignalBlocker blocker(m_selection);
    m_selection->clearSelection();
}

/// A heading that was not there before is chosen where all was and all of its alerts were.
bool AlertSelection::wasChosen(int row) const
{
    const AlertRowsModel::Group *group = m_rows.groupAt(row);
    if (!group)
        return m_alerts.contains(m_rows.alertAt(row));
    if (m_grouping == m_rows.shownGrouping() && m_headings.contains(group->values))
        return true;
    return m_all && std::all_of(group->rows.begin(), group->rows.end(), [this](int source) { return m_alerts.contains(m_rows.source().alertAt(source)); });
}

void AlertSelection::restore()
{
    if (!m_selection || (m_alerts.isEmpty() && m_headings.isEmpty()))
        return;
    QItemSelection chosen;
    const int last = m_rows.columnCount() - 1;
    const int count = m_rows.rowCount();
    for (int row = 0; row < count; ++row) {
        if (!wasChosen(row))
            continue;
        const int first = row;
        while (row + 1 < count && wasChosen(row + 1))
            ++row;
        chosen.append(QItemSelectionRange(m_rows.index(first, 0), m_rows.index(row, last)));
    }
    m_alerts.clear();
    m_headings.clear();
    const QSignalBlocker blocker(m_selection);
    m_selection->select(chosen, QItemSelectionModel::ClearAndSelect);
}

} // namespace Watchfloor
