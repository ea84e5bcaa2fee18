#pragma once

#include "models/core/fresh.h"
#include "models/core/labels.h"
#include "models/http/httprequest.h"
#include "models/sources/sourcefigures.h"

#include <QMetaType>

#include <vector>

namespace Watchfloor {

/// Rules: the private Prometheus that evaluates the workspace's rule files; declared by the console itself.
enum class SourceKind { Prometheus, Alertmanager, Metrics, Endpoints, Rules };

/// "prometheus", "alertmanager", "metrics", "endpoints", "rules": as the workspace and programs write it.
QString sourceKindName(SourceKind kind);

/// A server that we ask, as the workspace declares it.
struct SourceSpec
{
    QString name;
    SourceKind kind = SourceKind::Prometheus;
    HttpTarget target;
    std::chrono::milliseconds interval{15'000};
    QString cluster;               ///< of an Alertmanager
    Labels externalLabels;         ///< where the server does not tell them
    QString service;               ///< of a raw /metrics page: whose it is
    qint64 bodyLimitBytes = 0;     ///< 0: by kind
    size_t seriesLimit = 10'000;
    int concurrency = 6;           ///< queries of panels that are under way at once
    bool operator==(const SourceSpec &) const = default;
};

/// One round of a source succeeded. Failures travel as Error.
struct SourceAnswer
{
    QString version;                        ///< empty: unchanged or not told
    std::chrono::milliseconds latency{};
    qint64 bytes = 0;
    bool operator==(const SourceAnswer &) const = default;
};

/// What is known of a source.
struct SourceStatus
{
    SourceSpec spec;
    Freshness freshness;
    QString version;
    std::chrono::milliseconds latency{};
    qint64 answers = 0;
    qint64 failures = 0;
    std::optional<SourceFigures> figures; ///< absent: it is not asked for panels

    /// Healthy, Stale or Blind; a source itself is never critical (decisions 2).
    State state(Instant now) const { return freshness.visibility(now); }
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::SourceKind)
