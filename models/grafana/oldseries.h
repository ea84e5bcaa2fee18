#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace Watchfloor {

/// What an old graph says of single series, aliasColors and seriesOverrides, as overrides; `left` and `right` are the fields of its two axes.
/// Keys without a counterpart are added to `missing`. Source: Grafana, time series panel, migrations.
QJsonArray overridesOfSeries(const QJsonObject &panel, const QJsonObject &left, const QJsonObject &right, QStringList &missing);

/// A series' dashes, with the panel's where it has none of its own.
QJsonObject oldLineStyle(const QJsonObject &own, const QJsonObject &panel);

} // namespace Watchfloor
