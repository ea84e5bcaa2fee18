#pragma once

#include "models/alerts/alertpolicy.h"
#include "models/alerts/deskpolicy.h"
#include "models/alerts/savedfilter.h"
#include "models/health/endpoint.h"
#include "models/panels/dashboard.h"
#include "models/rules/rulefile.h"
#include "models/runbooks/runbook.h"
#include "models/services/service.h"
#include "models/silences/maintenance.h"
#include "models/silences/silencepolicy.h"
#include "models/slo/objective.h"
#include "models/sources/source.h"
#include "models/text/fault.h"
#include "models/webhooks/webhook.h"

#include <map>
#include <vector>

namespace Watchfloor {

/// A page of the wall's rotation.
struct WallPage
{
    QString page = QStringLiteral("overview"); ///< as for snapshot: "slos", "dashboards/payment"
    std::chrono::milliseconds dwell{30'000};
    bool operator==(const WallPage &) const = default;
};

struct WallSpec
{
    std::vector<WallPage> pages{{}};
    std::optional<State> takeover = State::Critical; ///< this state or worse takes the screen; absent: never
    bool operator==(const WallSpec &) const = default;
};

/// Everything that the files of a workspace say, typed. Names are unique and references stand, or it is not a Workspace.
struct Workspace
{
    QString name;
    QString environment;
    QString file;   ///< watchfloor.yaml, absolute; empty for one made from a URL
    QStringList files; ///< every file that was read, for the watcher
    std::vector<SourceSpec> sources;
    std::vector<Service> services;
    std::vector<Endpoint> endpoints;
    std::vector<Objective> objectives;
    std::vector<Dashboard> dashboards;
    std::vector<Runbook> runbooks;
    std::vector<Fault> setAside; ///< of dashboards that other programs wrote, and of rule files, that cannot be read: they are said, the rest stands
    QStringList ruleFiles; ///< absolute paths of Prometheus rule files
    std::vector<RuleFile> rules; ///< what stands in those of them that can be read
    std::map<QString, SecretReference> secrets;
    AlertPolicy alertPolicy;
    BurnPolicy burnPolicy;
    SilencePolicy silencePolicy;
    DeskPolicy desk;
    std::vector<SavedFilter> filters;
    std::vector<MaintenanceWindow> maintenance;
    std::vector<Webhook> webhooks;
    WallSpec wall;

    bool isProduction() const { return environment == QLatin1String("production"); }
    /// The named Prometheus, or the only one where the name is empty; null when there is none.
    const SourceSpec *prometheus(const QString &sourceName = {}) const;
    /// What answers the queries of a panel: that Prometheus, or the raw page of that name; null: neither.
    const SourceSpec *queried(const QString &sourceName = {}) const;
    bool operator==(const Workspace &) const = default;
};

/// A workspace, or everything that is wrong with it.
struct WorkspaceDocument
{
    std::optional<Workspace> workspace; ///< absent as soon as there is one fault beyond what was set aside
    std::vector<Fault> faults;          ///< what was set aside among them
};

/// Reads `path` (the file or its folder) and all that it includes. Globs are relative to the file and stay inside its folder.
WorkspaceDocument readWorkspace(const QString &path);

} // namespace Watchfloor
