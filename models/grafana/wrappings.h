#pragma once

#include "models/text/fault.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace Watchfloor {

/// A dashboard as Grafana's own JSON, out of whatever it was wrapped in.
struct WrappedDashboard
{
    QJsonObject json;     ///< classic: panels or rows
    QString name;         ///< a ConfigMap's key or a resource's name; empty: the file's
    QJsonArray inputs;    ///< what an import's wrapping fills in, beside the dashboard's own __inputs
    QStringList notes;    ///< what could not be said in the classic form
};

struct Wrappings
{
    std::vector<WrappedDashboard> dashboards;
    std::vector<Fault> faults;
    bool recognized = false; ///< it is something of Grafana's, though it may be broken
};

/// The dashboards in a text: plain JSON; the API's {dashboard, inputs}; ConfigMaps, Secrets and lists of them; grafana-operator's
/// GrafanaDashboard; dashboard.grafana.app of every version; maps of files as jsonnet makes them; each in JSON or YAML.
Wrappings unwrapped(const QByteArray &text, const QString &file);

/// A resource's spec of version 2 (elements and a layout) as the classic form of the same dashboard.
QJsonObject classicDashboard(const QJsonObject &spec, QStringList &notes);

} // namespace Watchfloor
