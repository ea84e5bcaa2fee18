#pragma once

#include "models/health/endpoint.h"
#include "models/http/httpclient.h"

#include <QObject>

namespace Watchfloor {

/// Runs the checks of one endpoint; the caller decides when. A probe still under way is not started again.
class EndpointProbe final : public QObject
{
    Q_OBJECT

public:
    EndpointProbe(Endpoint endpoint, HttpClient &http, QObject *parent = nullptr);
    const Endpoint &endpoint() const { return m_endpoint; }
    void run();

Q_SIGNALS:
    void finished(const Watchfloor::ProbeResult &result);

private:
    Endpoint m_endpoint;
    HttpClient &m_http;
    bool m_underWay = false;
};

} // namespace Watchfloor
