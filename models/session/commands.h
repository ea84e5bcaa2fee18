#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/savedfilter.h"
#include "models/core/result.h"
#include "models/episodes/episode.h"
#include "models/metrics/prometheusclient.h"
#include "models/metrics/exemplar.h"
#include "models/metrics/queryhub.h"
#include "models/metrics/series.h"
#include "models/runbooks/run.h"

#include <QObject>

#include <functional>

namespace Watchfloor {

/// The one door through which widgets ask for anything. Nothing is done because it was asked: a store says when it is.
class Commands : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct RunRequest
    {
        QString runbook;
        std::map<QString, QString> parameters;
        QString reason;
        bool dryRun = false;
        bool overrideGates = false;
    };

    struct AcknowledgeRequest
    {
        QStringList fingerprints;
        QString comment{};
        std::optional<std::chrono::milliseconds> length{}; ///< absent: until the alert is over
        bool silence = false; ///< a real silence of exactly this alert stands behind it, so that the team sees it
        QString owner{};      ///< who has it; empty: the person at this console
    };

    /// Production is locked until unlocked; elsewhere actions are never locked.
    virtual bool actionsLocked() const = 0;
    /// What is left of an unlocking; absent while locked or where nothing locks.
    virtual std::optional<std::chrono::milliseconds> unlockedFor() const = 0;
    virtual void unlock(std::chrono::minutes length) = 0;
    virtual void lock() = 0;

    virtual void acknowledge(const AcknowledgeRequest &request) = 0;
    virtual void unacknowledge(const QString &fingerprint) = 0;
    virtual void dismiss(const QString &fingerprint) = 0;
    /// From the record of what is over and what is open, newest first.
    virtual void searchEpisodes(const EpisodeSearch &, QObject *, std::function<void(Result<std::vector<Episode>>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, {}});
    }
    /// Keeps a filter of this person's own under its name; the same name replaces.
    virtual void saveFilter(const SavedFilter &) { }
    virtual void removeFilter(const QString &) { }
    /// A delivery that was given up, or waits, is tried again now.
    virtual void retryDelivery(const QString &) { }
    /// Posts to the named Alertmanager and answers with the silence's id once it was read back.
    virtual void postSilence(const QString &source, const Silence &silence, QObject *context, std::function<void(Result<QString>)> handler) = 0;
    virtual void expireSilence(const QString &source, const QString &id, QObject *context, std::function<void(Result<QString>)> handler) = 0;

    /// Starts a run and answers with its id, or why it may not start (locked, held, not recordable, parameters).
    virtual Result<QString> startRun(const RunRequest &request) = 0;
    virtual void stopRun(const QString &id) = 0;
    virtual void undoRun(const QString &id) = 0;
    virtual void fetchChoices(const QString &runbook, const QString &parameter, QObject *context,
                              std::function<void(Result<QStringList>)> handler) = 0;

    /// Interest in a query, for as long as the handle lives; answers stand in SeriesStore.
    virtual QueryInterest watch(const QueryKey &key, std::chrono::milliseconds interval = {}) = 0;
    /// Whoever holds the interest is out of sight, or in sight again: what nobody sees is not asked.
    virtual void setPaused(const QueryInterest &, bool) { }
    /// One question, one answer.
    virtual void evaluate(const QString &source, const QString &expression, QObject *context, std::function<void(Result<QueryAnswer>)> handler) = 0;
    /// The same over a span of time that need not end now, once.
    virtual void evaluateRange(const QString &source, const QString &, TimeRange, std::chrono::milliseconds, QObject *,
                               std::function<void(Result<QueryAnswer>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    /// Every metric that the source has now, with type and help where they are told.
    virtual void listMetrics(const QString &source, QObject *, std::function<void(Result<std::map<QString, MetricMetadata>>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    /// Names of the labels of the series that a selector matches; an empty one: of all.
    virtual void listLabels(const QString &source, const QString &, QObject *, std::function<void(Result<QStringList>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    virtual void listLabelValues(const QString &source, const QString &, const QString &, QObject *, std::function<void(Result<QStringList>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    /// The body of a GET of the source's API, "/api/v1/label/job/values?…", once: what a dashboard's variables are asked with.
    virtual void fetchApi(const QString &source, const QString &, QObject *, std::function<void(Result<QByteArray>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    /// Observations that lead to traces, for the series of an expression within a span of time.
    virtual void listExemplars(const QString &source, const QString &, TimeRange, QObject *, std::function<void(Result<std::vector<ExemplarSeries>>)> handler)
    {
        handler(Error{Error::Kind::Unsupported, {}, source});
    }
    virtual void refreshNow() = 0;
    /// How often panels ask; 0: as their sources say.
    virtual void setRefreshInterval(std::chrono::milliseconds interval) = 0;

Q_SIGNALS:
    void lockChanged();
    /// Something asked for could not be done; the window shows the sentence.
    void failed(const Watchfloor::Error &error);
    /// Output of a run, as it streams.
    void runOutput(const QString &runId, const QString &text);
};

} // namespace Watchfloor
