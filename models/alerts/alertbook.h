#pragma once

#include "models/alerts/alertrecord.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/slice.h"

#include <QTimer>

#include <deque>
#include <functional>

namespace Watchfloor {

/// The memory of an AlertStore: records by key, origins, and the judgement of what may be said of each (decisions 2-5 and 27).
/// What comes in goes four steps: absorbed, judged, published, told on; each of them may take some turns of the event loop.
class AlertStore::Private
{
public:
    struct Question
    {
        QString source;
        QString fingerprint;
        QString expression;
    };
    using Verdict = std::optional<AlertState>; ///< absent: the row goes

    /// What one origin said in one round, to be absorbed.
    struct Job
    {
        size_t origin = 0;
        std::shared_ptr<const void> keep; ///< absent: the caller owns the alerts, and waits
        const std::vector<OriginAlert> *alerts = nullptr;
        std::function<void()> begin;
        std::function<void()> end;
        size_t next = 0;     ///< of the alerts
        size_t expected = 0; ///< of the places of the round before
        size_t ahead = 8;    ///< how far from there it is looked for
        int misses = 0;      ///< told again, and not found there
        size_t leaving = 0;  ///< of the places of the round before
        quint64 epoch = 0;
        std::vector<AlertPlace> places{};
        bool isAlike = false; ///< the places before were taken under the same circumstances
    };

    Private(AlertStore &owner, const SourceStore &sourceStore);

    // Origins, in alertorigins.cpp.
    size_t originOf(const QString &name, AlertOrigin::Kind kind);
    const AlertOrigin *findOrigin(const QString &name) const;
    void takeTime(Instant instant, WallTime wall);
    /// Asks who can be seen; everything is judged again when a source came into sight or went out of it.
    void lookAround();
    void takeRules(size_t origin, const PrometheusAlertsSnapshot &snapshot);
    void takeCluster(size_t origin, const QString &cluster, const QStringList &peers);
    void regroup();
    const Labels &externalsOf(const OriginAlert &alert, const AlertOrigin &origin, std::optional<size_t> raiser) const;
    std::optional<size_t> raiserAt(const QString &generatorUrl);
    bool isVisible(size_t origin) const { return origins[origin].visible; }
    /// Gives every record its key again after a Prometheus told other external labels.
    void rekey();
    void rename(AlertRecord &record, Labels labels, const Labels &taken);

    // Absorption, in alertabsorption.cpp.
    void submit(Job job);
    void pump(bool wait);
    bool absorb(Slice &slice);
    void beginJob();
    void absorbNext(Slice &slice);
    AlertRecord &enter(const OriginAlert &alert, const AlertMark &mark, const Labels &external, AlertRecord *expected);
    void list(AlertRecord &record, size_t origin, const OriginAlert &alert, const AlertMark &mark, const Labels &external);
    bool isToldAgain(const OriginAlert &alert);
    bool leaveNext(Slice &slice);
    void leave(AlertRecord &record, size_t origin, const AlertPlace &place);

    // Records and rows, in alertbook.cpp.
    AlertRecord *findRecord(const QString &fingerprint) const;
    /// The record and those that stand in its row.
    std::vector<const AlertRecord *> rowOf(const AlertRecord &record) const;
    AlertRecord *findByOrigin(const QString &originFingerprint) const;
    void index(const AlertEntry &entry, AlertRecord &record);
    void unindex(const AlertEntry &entry, const AlertRecord &record);
    void touch(AlertRecord &record);
    void touchAll(bool dirty);
    void touchDue();
    bool judgeQueued(Slice &slice);
    void judge(AlertRecord &record);
    void note(AlertRecord &record);
    void remove(AlertRecord &record);
    void restore(const Alert &row); ///< in alertkept.cpp
    void joinFamily(AlertRecord &record);
    void leaveFamily(AlertRecord &record);
    void refold(AlertRecord &record);
    /// Gives what moved its new place, in a list of its own, and lets the next change be told.
    void arrange();
    /// Shows that list, and tells that there is another one.
    void present();
    void publish();
    /// Judges what was touched and publishes it, now.
    void settle(AlertRecord &record);
    void bury(const std::vector<AlertRecord *> &removed);
    void forgetGone();
    void reorder(std::vector<AlertPosition> leaving, std::vector<AlertPosition> entering);
    bool tell(Slice &slice);

    // What may be said, in alertjudgement.cpp and alertmerge.cpp.
    Verdict verdictOf(AlertRecord &record);
    Verdict listedVerdict(const AlertRecord &record) const;
    Verdict leftVerdict(AlertRecord &record);
    std::vector<size_t> raisersOf(const AlertRecord &record);
    Verdict askPresence(AlertRecord &record, const std::vector<size_t> &raisers);
    bool arePagesRead(size_t raiser, Instant since) const;
    bool endsAcknowledgement(const AlertRecord &record) const;
    void merge(AlertRecord &record, AlertState state);
    void mergeEntries(AlertRecord &record);
    void holdClock(AlertRecord &record);
    void mergeTimes(AlertRecord &record);
    void countStarts(AlertRecord &record);
    bool membersDiffer(const AlertRecord &record, bool &isConfirmed) const;

    AlertStore &store;
    const SourceStore &sources;
    std::vector<AlertOrigin> origins;
    std::vector<std::unique_ptr<AlertRecord>> records;
    QHash<quint64, AlertRecord *> byKey;
    QHash<quint64, AlertRecord *> families;
    QHash<quint64, AlertRecord *> byOrigin; ///< by the origins' fingerprints
    QHash<quint64, Acknowledgement> early;  ///< of alerts not seen yet
    QHash<QString, std::optional<size_t>> raiserByAddress;
    std::pair<QString, std::optional<size_t>> lastRaiser;
    std::vector<AlertPosition> order;
    std::optional<AlertRows> arranged; ///< not presented yet
    std::vector<std::unique_ptr<AlertRecord>> gone; ///< until the next publishing: somebody may still look
    std::array<int, 8> counts{};
    std::deque<Job> jobs;
    std::vector<AlertRecord *> toJudge;
    std::vector<std::pair<Instant, AlertRecord *>> watched;
    std::vector<AlertRecord *> moved;
    std::deque<quint64> toTell;
    std::vector<Question> questions;
    QTimer later;
    quint64 round = 0;
    quint64 epoch = 1;
    Instant now{};
    Instant pagesAwayUntil{}; ///< until then the series of a raw page may be gone because the page could not be read
    WallTime at{};
    bool jobBegun = false;
    bool sliced = false;
    bool pumping = false;
    bool telling = false;
    bool unsettled = false; ///< something was put off
    bool changed = false;
    bool toPresent = false;
    bool viewChanged = false;
};

/// scheme://host:port of a URL, lower case, without the port where it is the usual one.
QString addressOf(const QString &url);

} // namespace Watchfloor
