#include "widgets/alerts/rowlinks.h"

#include "models/services/alertfolding.h"

namespace Watchfloor {

namespace {
constexpr size_t manyNew = 20'000;
constexpr std::chrono::milliseconds linkAfter{300};
}

RowLinks::RowLinks(const Stores &stores, AlertRowsModel &rows, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_rows(rows)
    , m_known(stores.alerts.alerts().size())
{
    m_later.setSingleShot(true);
    m_later.setInterval(linkAfter);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (m_stores.alerts.isBusy())
            return m_later.start();
        m_known = m_stores.alerts.alerts().size();
        link();
    });
    link();
}

void RowLinks::link()
{
    m_rows.setLinksMaker([this] { return linksNow(); });
}

AlertRowsModel::Links RowLinks::linksNow()
{
    const AlertRows &alerts = m_stores.alerts.alerts();
    if (alerts.size() > m_known + manyNew) {
        if (!m_later.isActive())
            m_later.start();
        return {};
    }
    m_known = alerts.size();
    AlertRowsModel::Links links;
    for (const AlertLink &link : linkAlerts(alerts, m_stores.alerts, m_stores.services, &m_stores.routing))
        links.emplace_back(link.child, link.parent);
    return links;
}

} // namespace Watchfloor
