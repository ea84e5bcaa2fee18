#pragma once

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

struct redisContext;

namespace Watchfloor {

/// What redis said when it was asked for its health.
struct CacheHealth
{
    std::chrono::microseconds latency{};
    qint64 keys = 0;          ///< DBSIZE
    qint64 namespaceKeys = 0; ///< of the seven of unified_attrs
    bool operator==(const CacheHealth &) const = default;
};

/// The seven keys unified_attrs:1 to unified_attrs:7 of one redis. It never waits longer than a tenth of a second, and after a
/// failure not again for a second: a dead cache must not stop the service that leans on it.
class CacheKeys
{
public:
    static constexpr int keyCount = 7;

    explicit CacheKeys(quint16 port);
    ~CacheKeys();

    /// Looks requests `first` to `first + count - 1` up in one batch; returns how many found their key. None when redis is away.
    qint64 hits(qint64 first, qint64 count);

    /// PING, DBSIZE and the keys of the namespace; absent with the reason in lastError() when redis does not answer.
    std::optional<CacheHealth> health();
    QString lastError() const { return m_error; }

private:
    struct Closer
    {
        void operator()(redisContext *context) const;
    };
    bool connected(bool evenIfRecent);
    void drop(const QString &why);

    quint16 m_port;
    std::unique_ptr<redisContext, Closer> m_context;
    std::chrono::steady_clock::time_point m_retryAt{};
    QString m_error;
};

} // namespace Watchfloor
