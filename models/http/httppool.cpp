#include "models/http/httppool.h"

namespace Watchfloor {

HttpPool::HttpPool(size_t most, QObject *parent)
    : QObject(parent)
    , m_most(most)
{
}

void HttpPool::acquire(const HttpEndpoint &endpoint, QObject *owner, Ready ready)
{
    m_waiting.push_back({endpoint, owner, std::move(ready)});
    serveNext();
}

void HttpPool::release(HttpConnection *connection)
{
    std::erase(m_used, connection);
    if (connection->isKept())
        m_kept.push_back(connection);
    else
        remove(connection);
    serveNext();
}

void HttpPool::forgetKept()
{
    for (HttpConnection *connection : std::exchange(m_kept, {}))
        remove(connection);
}

void HttpPool::remove(HttpConnection *connection)
{
    std::erase(m_kept, connection);
    connection->disconnect();
    connection->abort();
    connection->deleteLater();
}

void HttpPool::serveNext()
{
    while (!m_waiting.empty() && m_used.size() < m_most) {
        const Waiter waiter = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!waiter.owner)
            continue;
        HttpConnection *connection = nullptr;
        if (!m_kept.empty()) {
            connection = m_kept.back(); // the latest used is the likeliest to be open still
            m_kept.pop_back();
        } else {
            connection = new HttpConnection(waiter.endpoint, this);
            connect(connection, &HttpConnection::lapsed, this, [this, connection] { remove(connection); });
        }
        m_used.push_back(connection);
        waiter.ready(connection);
    }
}

} // namespace Watchfloor
