#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/savedfilter.h"
#include "models/core/mark.h"
#include "models/health/endpoint.h"
#include "models/metrics/metricssource.h"
#include "models/metrics/seriesstore.h"
#include "models/rules/rulereport.h"
#include "models/runbooks/run.h"
#include "models/slo/objective.h"
#include "models/silences/maintenance.h"
#include "models/sources/source.h"
#include "models/webhooks/delivery.h"

#include <variant>

namespace Watchfloor {

/// A source could not be asked, or its answer cannot be trusted.
struct SourceFailure
{
    Error error;
};

/// A person took an alert on, or let it go again (absent).
struct AcknowledgementChange
{
    QString fingerprint;
    std::optional<Acknowledgement> acknowledgement;
};

/// A person took a row away that nobody needs any more.
struct AlertDismissal
{
    QString fingerprint;
};

/// The filters that this person keeps, all of them.
struct OwnFilters
{
    std::vector<SavedFilter> filters;
};

/// What a run printed since the last time.
struct RunOutput
{
    QString run;
    QString text;
};

/// What runs of a service.
struct ServiceVersion
{
    QString service;
    QString commit;
};

/// Everything that becomes true enters as one of these: who said it, when, and what. A recording is a list of them.
struct Observation
{
    using Body = std::variant<SourceAnswer, SourceFailure, SourceFigures, AlertmanagerSnapshot, PrometheusAlertsSnapshot, ConsoleAlertsSnapshot,
                              SelectorPresence, MetricsSnapshot, ProbeResult, QuerySnapshot, SloSnapshot, Mark, Run, RunOutput,
                              AcknowledgementChange, AlertDismissal, ServiceVersion, OwnFilters, MaintenanceReport, Delivery, RuleReport>;
    QString source;
    Instant at{};
    WallTime wall{};
    Body body;
};

} // namespace Watchfloor
