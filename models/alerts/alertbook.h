#pragma once

#include "models/alerts/alertrecord.h"
#include "models/alerts/alertstore.h"

namespace Watchfloor {

/// The memory of an AlertStore: records by key, origins, and the judgement of what may be said of each (decisions 2-4 and 27).
class AlertStore::Private
{
public:
    struct Transition
    {
        quint64 key;
        AlertState before;
    };
    struct Question
    {
        QString source;
        QString fingerprint;
        QString expression;
    };
    using Verdict = std::optional<AlertState>; ///< absent: the row goes

    Private(AlertStore &owner, const SourceStore &sourceStore)
        : store(owner)
        , sources(sourceStore)
    {
    }

    size_t originOf(const QString &name, AlertOrigin::Kind kind);
    const AlertOrigin *findOrigin(const QString &name) const;
    AlertRecord *findRecord(const QString &fingerprint) const;
    void takeTime(Instant instant, WallTime wall);
    /// Asks who can be seen; everything is judged again when a source came into sight or went out of it.
    void lookAround();

    void absorb(size_t origin, const std::vector<OriginAlert> &alerts);
    void takeRules(size_t origin, const PrometheusAlertsSnapshot &snapshot);
    /// Gives every record its key again after a Prometheus told other external labels.
    void rekey();
    /// All of them, or where everybody sees what they saw before only those that nobody lists.
    void judgeAll(bool onlyLeft = false);
    void judge(AlertRecord &record);
    void publish();

    // What may be said, in alertjudgement.cpp.
    Verdict verdictOf(AlertRecord &record);
    Verdict listedVerdict(const AlertRecord &record) const;
    Verdict leftVerdict(AlertRecord &record);
    std::vector<size_t> raisersOf(const AlertRecord &record);
    Verdict askPresence(AlertRecord &record, const std::vector<size_t> &raisers);
    void merge(AlertRecord &record, AlertState state);
    static void holdClock(AlertRecord &record, Alert &alert, WallTime at);
    void mergeTimes(AlertRecord &record, Alert &alert, AlertState state);

    Alert &alertOf(const AlertRecord &record) const { return store.m_alerts[record.row]; }
    bool isVisible(size_t origin) const { return origins[origin].visible; }
    AlertRecord &enter(const OriginAlert &alert, const Labels &external, AlertRecord *expected);
    void list(AlertRecord &record, size_t origin, const OriginAlert &alert, const Labels &external, size_t place);
    const Labels &externalsOf(const OriginAlert &alert, const AlertOrigin &origin, std::optional<size_t> raiser) const;
    std::optional<size_t> raiserAt(const QString &generatorUrl);
    void leave(AlertRecord &record, size_t origin);
    void rename(AlertRecord &record, quint64 key, Labels labels, const Labels &taken);
    void reorder();

    AlertStore &store;
    const SourceStore &sources;
    std::vector<AlertOrigin> origins;
    QHash<quint64, AlertRecord *> byKey;
    std::vector<std::unique_ptr<AlertRecord>> rows; ///< parallel to m_alerts
    QHash<quint64, Acknowledgement> early;          ///< of alerts not seen yet
    QHash<QString, std::optional<size_t>> raiserByAddress;
    std::pair<QString, std::optional<size_t>> lastRaiser;
    std::array<int, 8> counts{};
    std::vector<Transition> transitions;
    std::vector<Question> questions;
    quint64 round = 0;
    Instant now{};
    WallTime at{};
    bool changed = false;
    bool viewChanged = false;
};

/// scheme://host:port of a URL, lower case, without the port where it is the usual one.
QString addressOf(const QString &url);

} // namespace Watchfloor
