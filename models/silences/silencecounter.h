#pragma once

#include "models/silences/silencepreview.h"

#include "models/alerts/alertstore.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace Watchfloor {

/// How many open alerts each of many silences matches, counted in slices that do not hold the main loop. A silence with an equal
/// matcher is put only to the alerts that have that label with that value.
class SilenceCounter final : public QObject
{
    Q_OBJECT

public:
    struct Count
    {
        int open = 0;
        int firing = 0; ///< beyond their `for`
        bool operator==(const Count &) const = default;
    };

    explicit SilenceCounter(const AlertStore &store, QObject *parent = nullptr);

    /// A silence, and the Alertmanagers that have it: those of one cluster.
    struct Counted
    {
        QString key;
        Matchers matchers;
        QStringList members;
    };
    /// Counts anew; the first slice at once.
    void count(const std::vector<Counted> &silences);
    /// Absent until it has been counted.
    std::optional<Count> of(const QString &key) const;
    bool isBusy() const { return m_slices.isActive(); }

Q_SIGNALS:
    void counted();

private:
    void restart();
    void slice();
    void take(const Alert &alert);

    struct Row
    {
        QString key;
        AlertMatch match;
        QStringList members;
        Count count;
    };
    const AlertStore &m_store;
    std::vector<Row> m_rows;
    std::map<QString, QHash<QString, std::vector<size_t>>> m_byLabel; ///< label, value: rows
    std::vector<size_t> m_others;
    QHash<QString, Count> m_counts;
    size_t m_at = 0;
    bool m_isStale = false;
    QTimer m_slices;
};

} // namespace Watchfloor
