#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Watchfloor {

// Panels of older versions as today's panels of the same meaning: their own keys become options, fieldConfig and transformations.
// What has no counterpart is added to `missing`. Source: Grafana, dashboard schema 1 to 42 and the panels' own migrations.

/// Any panel: its kind's upgrade where it is old, then what all kinds have in common. `type` is today's afterwards.
QJsonObject upgradedPanel(QJsonObject panel, int schema, QStringList &missing);

QJsonObject upgradedGraph(QJsonObject panel, QStringList &missing);
QJsonObject upgradedSinglestat(QJsonObject panel, int schema, QStringList &missing);
/// Stat, gauge and bar gauge before their fields had a configuration of their own.
QJsonObject upgradedGauge(QJsonObject panel);
QJsonObject upgradedTable(QJsonObject panel, int schema, QStringList &missing);
QJsonObject upgradedHeatMap(QJsonObject panel);
QJsonObject upgradedPie(QJsonObject panel, QStringList &missing);
QJsonObject upgradedDiscrete(QJsonObject panel, QStringList &missing);

/// valueMaps and rangeMaps of an old panel, or of a table's style, as today's mappings.
QJsonArray oldMappings(const QJsonObject &owner);
/// Limits and one colour more than there are of them, as today's thresholds.
QJsonObject oldThresholds(const QStringList &limits, const QStringList &colors);
/// "current" is lastNotNull, "avg" mean; empty for what is no calculation.
QString reducerOf(const QString &oldName);

} // namespace Watchfloor
