#pragma once

#include "models/core/fresh.h"
#include "models/metrics/metricssource.h"

#include <QObject>

#include <map>

namespace Watchfloor {

/// The latest page of every raw /metrics source, with the one before it, so that counters have rates without a Prometheus.
class MetricsStore final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        MetricsSnapshot latest;
        MetricsSnapshot previous;
        Instant at{};
        Instant previousAt{};
    };

    using QObject::QObject;
    void apply(const QString &source, const MetricsSnapshot &snapshot, Instant now);
    const Entry *find(const QString &source) const;
    /// Per second, over the last two pages; NaN before the second page, 0 or more: a reset counts from zero.
    double rate(const QString &source, QStringView sampleName, const Labels &match = {}) const;

Q_SIGNALS:
    void changed(const QString &source);

private:
    std::map<QString, Entry> m_entries;
};

} // namespace Watchfloor
