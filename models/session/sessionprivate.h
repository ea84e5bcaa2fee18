#pragma once

#include "models/direct/pagequeries.h"
#include "models/rules/ruleengine.h"
#include "models/runbooks/auditlog.h"
#include "models/session/acknowledgementfile.h"
#include "models/session/connection.h"
#include "models/session/escalationwatch.h"
#include "models/session/historykeeper.h"
#include "models/session/rulestarts.h"
#include "models/session/rundirector.h"
#include "models/session/session.h"
#include "models/session/silenceendfile.h"
#include "models/session/versionwatch.h"
#include "models/silences/maintenanceplan.h"
#include "models/silences/silencepost.h"
#include "models/slo/slosource.h"
#include "models/webhooks/webhookcourier.h"
#include "models/workspace/workspacewatcher.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace Watchfloor {

/// The parts that exist because of the workspace, rebuilt with it, and those that stay.
class Session::Private
{
public:
    explicit Private(Session &owner)
        : session(owner)
        , hub(owner.m_clock)
        , pages(owner.m_clock)
        , versions(hub)
        , escalations(owner.m_stores.alerts, owner.m_clock)
    {
        recorder.setMaxThreadCount(1);
    }

    /// A question to everything at once, open until all have answered.
    struct Round
    {
        size_t open = 0;
        std::function<void()> finished;
        bool over = false;
    };

    void observe(const QString &source, const Observation::Body &body);
    /// Pages of raw sources also answer the panels over them.
    void followPage(const Observation &observation);
    void settle(const std::shared_ptr<Round> &round);
    void build();
    void buildSources(const Workspace &workspace);
    void watchFiles(const Workspace &workspace);
    void buildSlos(const Workspace &workspace);
    void buildEndpoints(const Workspace &workspace);
    void start();
    void judgeConsoleAlerts();
    void tellFigures();
    void askPresence(const QString &source, const QString &fingerprint, const QString &expression);
    void noteTransition(const Alert &alert, AlertState before);
    void keepOrDrop(const Alert &alert, AlertState before, const Acknowledgement &kept);
    Result<void> record(const AuditLog::Entry &entry);
    bool hasRoomForRecord();
    void recordLater(AuditLog::Entry entry);
    void recordLeftOut();
    void noteRecorded(const Result<AuditRecord> &written, bool tell);
    void tellUnfinishedRuns();
    void watchEscalations();
    void noteEscalations(const std::vector<Escalation> &fallen);
    void recallRows();
    void keepRows();
    /// What follows a second's judgement: record, escalations, webhooks, and then those who show it.
    void keepRecords();
    KeptStarts recallStarts(const QString &file);
    void keepStarts(const QString &file, const KeptStarts &now, KeptStarts &kept);
    void recallFailing();
    void keepFailing();
    void recallRuleStarts();
    void keepRuleStarts(bool isLast = false);
    void noteEndedRules();
    void recallFilters();
    void keepFilters(std::vector<SavedFilter> filters);
    void saveAcknowledgement(const QString &fingerprint, std::optional<Acknowledgement> acknowledgement);
    void keepAcknowledgements();
    void followAcknowledgements();
    void dropAcknowledgement(const QString &fingerprint);
    void backAcknowledgement(const QString &fingerprint, const Acknowledgement &acknowledgement);
    void postBacking(const QString &fingerprint, const Acknowledgement &acknowledgement, const QString &cluster, const Labels &labels);
    std::vector<SilenceEnd> backingEnds(const Acknowledgement &acknowledgement) const;
    void loadEnds();
    void addEnds(const std::vector<SilenceEnd> &ends);
    void saveEnds();
    void keepEnds();
    void endSilences(const std::vector<SilenceEnd> &ends);
    void endSilence(const SilenceEnd &end, std::chrono::milliseconds pause);
    void endLater(const SilenceEnd &end, Error error, std::chrono::milliseconds pause);
    void leaveEnd(const SilenceEnd &end, const QString &outcome);
    SourceConnection *connection(const QString &name) const;
    PrometheusClient *prometheus(const QString &name) const;
    /// The Alertmanagers of a cluster, or the one of that name; empty: there is none.
    QStringList alertmanagers(const QString &clusterOrSource) const;
    /// Those as silences are posted to them, who answers first.
    std::vector<SilenceTarget> silenceTargets(const QStringList &members);
    /// Asks the members again, and some seconds later: they tell one another what was posted.
    void followSilence(const QStringList &members);
    void noteSilence(const Silence &silence, const PostedSilence &posted, const QString &actor);
    /// Makes, ends and tells of what the maintenance windows ask for; at most once in ten seconds.
    void keepMaintenance();
    void carryOut(const MaintenanceAction &action);
    void makeMaintenance(const MaintenanceAction &action, const QStringList &members);
    void reportMaintenance(const MaintenanceReport &report);
    void buildWebhooks();
    /// Once the session started: rule files need a console that stays.
    void buildRules();
    void connectRules();
    void followRules(const std::shared_ptr<const Observation> &observation);
    void handOn(const Alert &alert);
    void handOnWhatEnded();
    void noteDelivery(const Delivery &delivery);
    Executor::Prometheis prometheis();

    Session &session;
    QueryHub hub;
    PageQueries pages;
    VersionWatch versions;
    EscalationWatch escalations;
    std::shared_ptr<const SecretResolver> secrets;
    std::map<QString, SecretReference> declaredSecrets;
    std::vector<std::unique_ptr<SourceConnection>> connections;
    std::vector<std::pair<HttpTarget, std::unique_ptr<HttpClient>>> endpointClients;
    std::vector<std::unique_ptr<EndpointConnection>> endpoints;
    std::vector<std::unique_ptr<SloSource>> slos;
    std::vector<std::unique_ptr<QTimer>> sloTimers;
    std::vector<QueryInterest> tileInterests;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<RunDirector> runs;
    std::unique_ptr<HistoryKeeper> history;
    std::unique_ptr<WorkspaceWatcher> watcher;
    std::unique_ptr<WebhookCourier> courier; ///< once the session started and the workspace has webhooks
    std::vector<Webhook> servedWebhooks;
    std::shared_ptr<const SecretResolver> webhookSecrets;
    std::unique_ptr<RuleEngine> ruleEngine; ///< once the session started and the workspace has rule files
    std::unique_ptr<SourceConnection> ruleConnection;
    std::shared_ptr<const Observation> ruleAnswer;
    std::map<QString, SecretReference> ruleSecrets;
    QString watchedFile;
    std::vector<std::weak_ptr<Round>> rounds;
    Acknowledgements acknowledgements;
    std::optional<Error> acknowledgementError;
    std::vector<SilenceEnd> silenceEnds; ///< not ended yet
    std::optional<Error> silenceEndError;
    bool areEndsMoved = false; ///< since they were saved
    std::optional<Error> filterError;
    bool filtersHeld = false; ///< the file is damaged and could not be set aside
    QTimer second;
    std::optional<Instant> unlockedUntil;
    std::vector<OriginAlert> consoleAlerts;
    KeptStarts failing; ///< as it stands in its file
    RuleStarts ruleStarts;
    KeptStarts ruleStartsKept; ///< as it stands in its file
    std::set<QString> maintenanceUnderWay;
    std::map<QString, Instant> maintenanceHeld; ///< what failed is not tried again before
    std::map<QString, MaintenanceReport> maintenanceTold;
    std::optional<Instant> maintenanceKept;
    std::vector<Alert> keptRows; ///< as the file has them
    bool rowsMoved = false;
    bool mayBeRenamed = false; ///< rows, since acknowledgements were last put to them
    bool started = false;
    bool toldUnfinished = false;
    int recordsLeftOut = 0;
    int marksThisSecond = 0;
    std::atomic<int> recordsWaiting = 0;
    QThreadPool recorder; ///< one thread, so that records keep their order; last, so that it ends first
};

} // namespace Watchfloor
