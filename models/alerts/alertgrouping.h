#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/slice.h"

#include <QHash>

#include <array>
#include <span>
#include <vector>

namespace Watchfloor {

/// Under which heading an alert comes: a number for each combination of what headings are made of, the same one whenever it comes
/// again. Words are made once for each heading, not once for each alert.
class AlertGrouping final
{
public:
    AlertGrouping() = default;
    /// Labels, and @state @severity @origin @cluster.
    explicit AlertGrouping(QStringList by);

    const QStringList &by() const { return m_by; }
    bool isEmpty() const { return m_by.isEmpty(); }
    bool asksClusters() const { return m_by.contains(u"@cluster"); }
    /// Names of clusters by source.
    void setClusters(QHash<QString, QString> clusters) { m_clusters = std::move(clusters); }

    int headingOf(const Alert &alert);
    /// Parallel to by().
    const QStringList &valuesOf(int heading) const { return m_values[size_t(heading)]; }
    /// How many there were so far.
    size_t count() const { return m_values.size(); }
    /// Gets to know some of these alerts, from where it was before; true when it knows all. They hold for one round of their store.
    bool prepare(std::span<const Alert *const> alerts, int round, Slice &slice);
    /// The same for one of them that may have been looked at, in this place.
    int headingOf(const Alert &alert, size_t place, int round);

private:
    struct Level
    {
        QHash<QString, int> numbers; ///< of values
        QStringList values;
        QHash<quint64, int> paths; ///< of what stands above, and a number here
        std::array<int, 8> byState{-1, -1, -1, -1, -1, -1, -1, -1};
        std::array<int, 8> bySeverity{-1, -1, -1, -1, -1, -1, -1, -1};

        int numberOf(const QString &value);
        int pathOf(int above, int number);
    };
    int numberOf(Level &level, const Alert &alert, const QString &by) const;
    QString originsOf(const Alert &alert, bool asClusters) const;

    QStringList m_by;
    QHash<QString, QString> m_clusters;
    std::vector<Level> m_levels; ///< parallel to m_by
    std::vector<int> m_numbers;  ///< the same, of the alert that is looked at
    std::vector<QStringList> m_values;
    std::vector<std::pair<const Alert *, int>> m_prepared; ///< with their headings
    int m_round = 0;
};

} // namespace Watchfloor
