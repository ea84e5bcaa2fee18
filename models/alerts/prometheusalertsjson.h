#pragma once

#include "models/alerts/alertmanagerjson.h"

namespace Watchfloor {

/// GET /api/v1/alerts: what is pending or firing. At most `limit` are kept, worst first.
/// Source: Prometheus documentation, HTTP API, alerts.
Result<AlertList> parsePrometheusAlerts(const QByteArray &body, const SeverityMapping &severities = {}, size_t limit = alertLimit);

/// GET /api/v1/rules: the alerting rules; recording rules are left out.
Result<std::vector<AlertRule>> parsePrometheusRules(const QByteArray &body);

/// GET /api/v1/status/config: global.external_labels of the YAML inside; empty where there are none.
Result<Labels> parseExternalLabels(const QByteArray &body);

} // namespace Watchfloor
