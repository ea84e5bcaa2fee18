#pragma once

#include "models/session/commands.h"

namespace Watchfloor::Testing {

/// A door that does nothing and remembers what was asked of it. Questions about a source are answered at once with what is put here.
class FakeCommands final : public Commands
{
public:
    struct Posted
    {
        QString source;
        Silence silence;
        QString id; ///< of an expiry
        std::function<void(Result<QString>)> answer;
    };

    bool locked = false;
    QStringList acknowledged;
    std::vector<AcknowledgeRequest> acknowledgements;
    std::vector<SavedFilter> savedFilters;
    QStringList removedFilters;
    std::vector<EpisodeSearch> searches;
    Result<std::vector<Episode>> episodes = std::vector<Episode>();
    QStringList retried;
    QStringList released;
    QStringList dismissed;
    std::vector<Posted> posted;
    std::vector<Posted> expired;
    std::vector<QueryKey> watched;
    std::vector<RunRequest> runs;
    struct RangeAsked
    {
        QString source;
        QString expression;
        TimeRange range;
        std::chrono::milliseconds step{};
    };
    std::vector<RangeAsked> rangesAsked;
    QStringList listed; ///< "main", "main up{", "main service=": what was asked of sources
    std::map<QString, MetricMetadata> metrics;
    std::map<QString, QStringList> labels;      ///< by metric; the empty one: of all
    std::map<QString, QStringList> labelValues; ///< by label
    Result<QueryAnswer> rangeAnswer = QueryAnswer();
    std::optional<Error> sourceFails;

    bool actionsLocked() const override { return locked; }
    std::optional<std::chrono::milliseconds> unlockedFor() const override { return std::nullopt; }
    void unlock(std::chrono::minutes) override { setLocked(false); }
    void lock() override { setLocked(true); }
    void acknowledge(const AcknowledgeRequest &request) override
    {
        acknowledged << request.fingerprints;
        acknowledgements.push_back(request);
    }
    void saveFilter(const SavedFilter &filter) override { savedFilters.push_back(filter); }
    void removeFilter(const QString &name) override { removedFilters << name; }
    void searchEpisodes(const EpisodeSearch &search, QObject *, std::function<void(Result<std::vector<Episode>>)> handler) override
    {
        searches.push_back(search);
        handler(episodes);
    }
    void retryDelivery(const QString &id) override { retried << id; }
    void unacknowledge(const QString &fingerprint) override { released << fingerprint; }
    void dismiss(const QString &fingerprint) override { dismissed << fingerprint; }
    void postSilence(const QString &source, const Silence &silence, QObject *, std::function<void(Result<QString>)> handler) override
    {
        posted.push_back({source, silence, {}, std::move(handler)});
    }
    void expireSilence(const QString &source, const QString &id, QObject *, std::function<void(Result<QString>)> handler) override
    {
        expired.push_back({source, {}, id, std::move(handler)});
    }
    Result<QString> startRun(const RunRequest &request) override
    {
        runs.push_back(request);
        return QStringLiteral("run-%1").arg(runs.size());
    }
    void stopRun(const QString &) override {}
    void undoRun(const QString &) override {}
    void fetchChoices(const QString &, const QString &, QObject *, std::function<void(Result<QStringList>)>) override {}
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds) override
    {
        watched.push_back(key);
        return std::make_shared<const QueryKey>(key);
    }
    void evaluate(const QString &, const QString &, QObject *, std::function<void(Result<QueryAnswer>)>) override {}
    void evaluateRange(const QString &source, const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *,
                       std::function<void(Result<QueryAnswer>)> handler) override
    {
        rangesAsked.push_back({source, expression, range, step});
        handler(rangeAnswer);
    }
    void listMetrics(const QString &source, QObject *, std::function<void(Result<std::map<QString, MetricMetadata>>)> handler) override
    {
        listed << source;
        if (sourceFails)
            return handler(*sourceFails);
        handler(metrics);
    }
    void listLabels(const QString &source, const QString &match, QObject *, std::function<void(Result<QStringList>)> handler) override
    {
        listed << source + u' ' + match + u'{';
        if (sourceFails)
            return handler(*sourceFails);
        handler(labels[match]);
    }
    void listLabelValues(const QString &source, const QString &label, const QString &, QObject *, std::function<void(Result<QStringList>)> handler) override
    {
        listed << source + u' ' + label + u'=';
        if (sourceFails)
            return handler(*sourceFails);
        handler(labelValues[label]);
    }
    void refreshNow() override {}
    void setRefreshInterval(std::chrono::milliseconds) override {}

private:
    void setLocked(bool now)
    {
        locked = now;
        Q_EMIT lockChanged();
    }
};

} // namespace Watchfloor::Testing
