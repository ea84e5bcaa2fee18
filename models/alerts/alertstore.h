#pragma once

#include "models/alerts/alertpolicy.h"
#include "models/alerts/alertrows.h"
#include "models/sources/sourcestore.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace Watchfloor {

/// An alerting rule with the Prometheus that runs it and the labels which that one adds to whatever it sends.
struct KnownRule
{
    QString source;
    AlertRule rule;
    Labels externalLabels;
};

/// Every alert of every origin, merged on its labels without the origin's external ones. An alert that leaves while the
/// Prometheus behind it cannot be seen, or still lists it, is Unseen; Recovered needs somebody who would know.
class AlertStore final : public QObject
{
    Q_OBJECT

public:
    AlertStore(const SourceStore &sources, QObject *parent = nullptr);

    void setPolicy(const AlertPolicy &policy);
    const AlertPolicy &policy() const { return m_policy; }

    /// Works through what is large in slices of some milliseconds on the event loop, where it owns it (the shared snapshots);
    /// changed() follows at the end of all of them. Else everything is done when apply() returns.
    void setSliced(bool sliced);
    /// Something is being worked through; settled() follows.
    bool isBusy() const;

    void apply(const QString &source, const std::shared_ptr<const AlertmanagerSnapshot> &snapshot, Instant now, WallTime at);
    void apply(const QString &source, const std::shared_ptr<const PrometheusAlertsSnapshot> &snapshot, Instant now, WallTime at);
    void apply(const QString &source, const AlertmanagerSnapshot &snapshot, Instant now, WallTime at);
    void apply(const QString &source, const PrometheusAlertsSnapshot &snapshot, Instant now, WallTime at);
    void apply(const QString &source, const ConsoleAlertsSnapshot &snapshot, Instant now, WallTime at);
    void apply(const SelectorPresence &presence, Instant now, WallTime at);
    void acknowledge(const QString &fingerprint, const Acknowledgement &acknowledgement);
    void unacknowledge(const QString &fingerprint);
    /// Takes a recovered, vanished or unseen row away.
    void dismiss(const QString &fingerprint);
    /// Rows that stay until somebody dismisses them: vanished and unseen ones, worst first.
    std::vector<Alert> keptRows(size_t most) const;
    /// Such rows of an earlier console, before its sources are asked; what is known already stays as it is.
    void restore(const std::vector<Alert> &rows, Instant now, WallTime at);
    /// Sources grow old without a word: judges again what they make of the alerts.
    void tick(Instant now, WallTime at);

    /// Worst first: state, severity, start. Each stays where it is in memory until changed().
    const AlertRows &alerts() const { return m_rows; }
    const Alert *find(const QString &fingerprint) const;
    /// By the fingerprint that an Alertmanager gave it, as its `inhibitedBy` has it; null where none has it.
    const Alert *findByOrigin(const QString &originFingerprint) const;
    /// What each origin says of it, those included that should list it and do not.
    std::vector<AlertTelling> tellings(const Alert &alert) const;
    /// All its labels as that origin has them, external ones included; several where it lists it with several of those.
    std::vector<Labels> labelsAt(const Alert &alert, const QString &source) const;
    /// The configuration that an Alertmanager told last; empty: none.
    QString configuration(const QString &source) const;
    /// Alertmanagers by cluster, each told apart by what the workspace says or its status; a lone one is a cluster of its own name.
    std::map<QString, QStringList> clusters() const;
    const std::vector<Silence> &silences(const QString &source) const;
    std::vector<std::pair<QString, Silence>> allSilences() const;
    /// How many an Alertmanager has beside them that nobody here can read.
    std::map<QString, size_t> unreadSilences() const;
    /// The rule of an alert and the Prometheus that runs it.
    std::optional<std::pair<QString, AlertRule>> ruleOf(const Alert &alert) const;
    /// Every alerting rule of every Prometheus, as each told them last.
    std::vector<KnownRule> rules() const;
    /// How many alerts of an answer were left out (source -> total), for the sentence that says so.
    const std::map<QString, size_t> &cutAnswers() const { return m_cut; }
    int count(AlertState state) const;

    /// Rest of the time to respond; negative when it is over, absent without a policy or when nobody needs to.
    std::optional<std::chrono::milliseconds> respondWithin(const Alert &alert, WallTime now) const;

Q_SIGNALS:
    void changed();
    /// Nothing is left to be worked through.
    void settled();
    /// A row came into a state that it did not have, with the row as it is now; a new row comes from Recovered. Follows changed(),
    /// in a storm over some turns of the event loop.
    void transitioned(const Watchfloor::Alert &alert, Watchfloor::AlertState before);
    /// An alert left; somebody must ask whether its series still exist before it may be called recovered. Asked again when
    /// no answer comes.
    void presenceWanted(const QString &source, const QString &fingerprint, const QString &selectorExpression);

private:
    class Private;
    void take(const QString &source, const AlertmanagerSnapshot &snapshot, std::shared_ptr<const void> keep, Instant now, WallTime at);
    void take(const QString &source, const PrometheusAlertsSnapshot &snapshot, std::shared_ptr<const void> keep, Instant now, WallTime at);
    void noteCut(const QString &source, size_t kept, size_t total);

    const SourceStore &m_sources;
    AlertPolicy m_policy;
    AlertRows m_rows;
    std::map<QString, size_t> m_cut;
    std::unique_ptr<Private> d;

public:
    ~AlertStore() override;
};

} // namespace Watchfloor
