#pragma once

#include "models/alerts/escalation.h"
#include "models/session/commands.h"
#include "models/session/loopmonitor.h"
#include "models/session/stores.h"

#include <memory>

namespace Watchfloor {

/// A workspace brought to life: owns the connections, the pollers and the stores, and is the door to them. Lives on the main
/// thread; nothing in it blocks.
class Session final : public Commands
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataFolder; ///< empty: nothing is kept, and actions stay locked
        QString actor;      ///< empty: the user who runs us
        bool watchFiles = true;
        std::optional<Error> storageError{}; ///< why there is no data folder, when one was wanted
    };

    Session(const Workspace &workspace, const Clock &clock, Options options, QObject *parent = nullptr);
    ~Session() override;

    Stores &stores() { return m_stores; }
    const Stores &stores() const { return m_stores; }
    const Clock &clock() const { return m_clock; }
    const Options &options() const { return m_options; }
    const LoopMonitor &loop() const { return m_loop; }
    QueryHub &hub();
    int queriesPerMinute() const;
    qint64 bytesPerMinute() const;
    /// What is wrong with the files on disk since the last good reload; empty: nothing.
    const std::vector<Fault> &reloadFaults() const { return m_reloadFaults; }
    /// Why nothing can be recorded, if so.
    const std::optional<Error> &storageError() const { return m_storageError; }

    /// Polls for ever.
    void start();
    /// Asks every source and endpoint once and calls back when all have answered, validly or not.
    void round(std::function<void()> finished);
    void replaceWorkspace(const Workspace &workspace);

    bool actionsLocked() const override;
    std::optional<std::chrono::milliseconds> unlockedFor() const override;
    void unlock(std::chrono::minutes length) override;
    void lock() override;
    void acknowledge(const AcknowledgeRequest &request) override;
    void unacknowledge(const QString &fingerprint) override;
    void dismiss(const QString &fingerprint) override;
    void searchEpisodes(const EpisodeSearch &search, QObject *context, std::function<void(Result<std::vector<Episode>>)> handler) override;
    void saveFilter(const SavedFilter &filter) override;
    void removeFilter(const QString &name) override;
    void retryDelivery(const QString &id) override;
    void postSilence(const QString &source, const Silence &silence, QObject *context, std::function<void(Result<QString>)> handler) override;
    void expireSilence(const QString &source, const QString &id, QObject *context, std::function<void(Result<QString>)> handler) override;
    Result<QString> startRun(const RunRequest &request) override;
    void stopRun(const QString &id) override;
    void undoRun(const QString &id) override;
    void fetchChoices(const QString &runbook, const QString &parameter, QObject *context,
                      std::function<void(Result<QStringList>)> handler) override;
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds interval = {}) override;
    void setPaused(const QueryInterest &interest, bool paused) override;
    void evaluate(const QString &source, const QString &expression, QObject *context, std::function<void(Result<QueryAnswer>)> handler) override;
    void evaluateRange(const QString &source, const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *context,
                       std::function<void(Result<QueryAnswer>)> handler) override;
    void listMetrics(const QString &source, QObject *context, std::function<void(Result<std::map<QString, MetricMetadata>>)> handler) override;
    void listLabels(const QString &source, const QString &match, QObject *context, std::function<void(Result<QStringList>)> handler) override;
    void listLabelValues(const QString &source, const QString &label, const QString &match, QObject *context,
                         std::function<void(Result<QStringList>)> handler) override;
    void fetchApi(const QString &source, const QString &path, QObject *context, std::function<void(Result<QByteArray>)> handler) override;
    void listExemplars(const QString &source, const QString &expression, TimeRange range, QObject *context,
                       std::function<void(Result<std::vector<ExemplarSeries>>)> handler) override;
    void refreshNow() override;
    void setRefreshInterval(std::chrono::milliseconds interval) override;

Q_SIGNALS:
    /// Once a second, after the stores judged again.
    void ticked();
    void workspaceChanged();
    /// Nobody took these on in time: each is the next person's on its path now. Those that fell due while no console ran are told
    /// after the start.
    void escalated(const std::vector<Watchfloor::Escalation> &escalations);

private:
    class Private;

    const Clock &m_clock;
    Options m_options;
    Stores m_stores;
    LoopMonitor m_loop;
    std::vector<Fault> m_reloadFaults;
    std::optional<Error> m_storageError;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
