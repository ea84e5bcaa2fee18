#include "app/demoservice/cachekeys.h"

#include "app/demoservice/traffic.h"

#include <hiredis/hiredis.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Watchfloor {

namespace {

constexpr timeval patience{0, 100'000};
constexpr auto retryAfter = 1s;
constexpr std::array names = {"unified_attrs:1", "unified_attrs:2", "unified_attrs:3", "unified_attrs:4",
                              "unified_attrs:5", "unified_attrs:6", "unified_attrs:7"};
static_assert(names.size() == CacheKeys::keyCount);

struct ReplyCloser
{
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, ReplyCloser>;

Reply nextReply(redisContext *context)
{
    void *reply = nullptr;
    if (redisGetReply(context, &reply) != REDIS_OK)
        return {};
    return Reply(static_cast<redisReply *>(reply));
}

} // namespace

void CacheKeys::Closer::operator()(redisContext *context) const
{
    redisFree(context);
}

CacheKeys::CacheKeys(quint16 port)
    : m_port(port)
{
}

CacheKeys::~CacheKeys() = default;

bool CacheKeys::connected(bool evenIfRecent)
{
    if (m_context)
        return true;
    if (!evenIfRecent && std::chrono::steady_clock::now() < m_retryAt)
        return false;
    m_context.reset(redisConnectWithTimeout("127.0.0.1", m_port, patience));
    if (!m_context || m_context->err != 0) {
        drop(m_context ? QString::fromUtf8(m_context->errstr) : u"out of memory"_s);
        return false;
    }
    redisSetTimeout(m_context.get(), patience);
    return true;
}

void CacheKeys::drop(const QString &why)
{
    m_error = why.isEmpty() ? u"no answer"_s : why;
    m_context.reset();
    m_retryAt = std::chrono::steady_clock::now() + retryAfter;
}

qint64 CacheKeys::hits(qint64 first, qint64 count)
{
    if (count <= 0 || !connected(false))
        return 0;
    for (qint64 number = first; number < first + count; ++number)
        redisAppendCommand(m_context.get(), "EXISTS %s", names[size_t(Traffic::keyOf(number))]);
    qint64 found = 0;
    for (qint64 i = 0; i < count; ++i) {
        const Reply reply = nextReply(m_context.get());
        if (!reply) {
            drop(QString::fromUtf8(m_context->errstr));
            return found;
        }
        found += reply->type == REDIS_REPLY_INTEGER && reply->integer == 1 ? 1 : 0;
    }
    return found;
}

std::optional<CacheHealth> CacheKeys::health()
{
    if (!connected(true))
        return std::nullopt;
    const auto start = std::chrono::steady_clock::now();
    redisAppendCommand(m_context.get(), "PING");
    redisAppendCommand(m_context.get(), "DBSIZE");
    redisAppendCommand(m_context.get(), "EXISTS %s %s %s %s %s %s %s", names[0], names[1], names[2], names[3], names[4], names[5],
                       names[6]);
    const Reply ping = nextReply(m_context.get());
    const Reply size = ping ? nextReply(m_context.get()) : Reply();
    const Reply keys = size ? nextReply(m_context.get()) : Reply();
    if (!keys) {
        drop(QString::fromUtf8(m_context->errstr));
        return std::nullopt;
    }
    if (ping->type == REDIS_REPLY_ERROR || size->type != REDIS_REPLY_INTEGER || keys->type != REDIS_REPLY_INTEGER) {
        drop(QString::fromUtf8(ping->type == REDIS_REPLY_ERROR ? ping->str : "not what redis answers"));
        return std::nullopt;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    return CacheHealth{.latency = took, .keys = size->integer, .namespaceKeys = keys->integer};
}

} // namespace Watchfloor
