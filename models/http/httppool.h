#pragma once

#include "models/http/httpconnection.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <vector>

namespace Watchfloor {

/// The connections of one lane to one server: at most so many, kept ones first, and a queue of those who wait.
class HttpPool final : public QObject
{
    Q_OBJECT

public:
    using Ready = std::function<void(HttpConnection *)>;

    HttpPool(size_t most, QObject *parent = nullptr);

    void setMost(size_t most) { m_most = most; }
    /// Calls `ready` now or when a connection is free, unless `owner` is gone by then.
    void acquire(const HttpEndpoint &endpoint, QObject *owner, Ready ready);
    /// Ends the use of a connection; one that is kept serves the next who waits.
    void release(HttpConnection *connection);
    /// No kept connection is used from here on: their TLS was set up with what has changed.
    void forgetKept();

private:
    struct Waiter
    {
        HttpEndpoint endpoint;
        QPointer<QObject> owner;
        Ready ready;
    };
    void remove(HttpConnection *connection);
    void serveNext();

    size_t m_most;
    std::vector<HttpConnection *> m_kept;
    std::vector<HttpConnection *> m_used;
    std::deque<Waiter> m_waiting;
};

} // namespace Watchfloor
