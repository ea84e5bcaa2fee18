#include "app/workspacefinder.h"

#include "app/workspacechoice.h"
#include "models/core/format.h"
#include "models/workspace/discovery.h"

#include <QTimer>

#include <iostream>

namespace Watchfloor {

UrlDiscovery::UrlDiscovery(const QUrl &url, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(std::make_unique<HttpClient>(HttpTarget{.base = url}, clock, std::make_shared<SystemSecretResolver>()))
    , m_client(std::make_unique<PrometheusClient>(*m_http))
    , m_discovery(std::make_unique<Discovery>(url, *m_client))
{
    connect(m_discovery.get(), &Discovery::finished, this, &UrlDiscovery::finished);
}

UrlDiscovery::~UrlDiscovery() = default;

void UrlDiscovery::start()
{
    m_discovery->start();
}

WorkspaceFinder::WorkspaceFinder(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

WorkspaceFinder::~WorkspaceFinder() = default;

void WorkspaceFinder::find(const QString &given, std::function<void(std::optional<Workspace>)> found)
{
    if (const auto url = givenUrl(given)) {
        m_discovery = std::make_unique<UrlDiscovery>(*url, m_clock);
        connect(m_discovery.get(), &UrlDiscovery::finished, this, [found = std::move(found)](const Workspace &workspace) { found(workspace); });
        m_discovery->start();
        return;
    }
    // Not before the loop runs: an exit asked for earlier would be forgotten.
    QTimer::singleShot(0, this, [given, found = std::move(found)] {
        const auto path = chooseWorkspace(given);
        if (!path)
            std::cerr << Format::sentence(path.error()).toStdString() << '\n';
        found(path ? readOrExplain(*path) : std::nullopt);
    });
}

} // namespace Watchfloor
