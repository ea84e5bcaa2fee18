#pragma once

#include "models/core/clock.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Watchfloor {

class Discovery;
class HttpClient;
class PrometheusClient;

/// A discovery with the connection that it needs, for as long as this object lives.
class UrlDiscovery final : public QObject
{
    Q_OBJECT

public:
    UrlDiscovery(const QUrl &url, const Clock &clock, QObject *parent = nullptr);
    ~UrlDiscovery() override;
    void start();

Q_SIGNALS:
    void finished(const Watchfloor::Workspace &workspace);

private:
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<PrometheusClient> m_client;
    std::unique_ptr<Discovery> m_discovery;
};

/// Where every verb that asks servers gets its workspace: read from the file that was meant, or discovered at the URL given.
class WorkspaceFinder final : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceFinder(const Clock &clock, QObject *parent = nullptr);
    ~WorkspaceFinder() override;

    /// Calls back once, from the event loop; without a workspace when there is none, which is then explained on standard error.
    void find(const QString &given, std::function<void(std::optional<Workspace>)> found);

private:
    const Clock &m_clock;
    std::unique_ptr<UrlDiscovery> m_discovery;
};

} // namespace Watchfloor
