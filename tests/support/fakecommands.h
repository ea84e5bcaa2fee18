#pragma once

#include "models/session/commands.h"

namespace Watchfloor::Testing {

/// A door that does nothing and remembers what was asked of it.
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
    QStringList released;
    QStringList dismissed;
    std::vector<Posted> posted;
    std::vector<Posted> expired;
    std::vector<QueryKey> watched;
    std::vector<RunRequest> runs;

    bool actionsLocked() const override { return locked; }
    std::optional<std::chrono::milliseconds> unlockedFor() const override { return std::nullopt; }
    void unlock(std::chrono::minutes) override { setLocked(false); }
    void lock() override { setLocked(true); }
    void acknowledge(const QStringList &fingerprints, const QString &) override { acknowledged << fingerprints; }
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
