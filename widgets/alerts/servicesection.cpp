#include "widgets/alerts/servicesection.h"

#include "models/core/format.h"
#include "widgets/alerts/statelink.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr size_t mostRows = 8;
constexpr int widestName = 60;
constexpr int widestReason = 120;
}

ServiceSection::ServiceSection(const PageContext &context)
    : DetailSection(tr("Service"))
    , m_context(context)
{
    setObjectName(QStringLiteral("section/service"));
}

void ServiceSection::show(const Alert &alert)
{
    const ServiceStore &services = m_context.stores.services;
    const ServiceStatus *status = services.find(services.serviceOf(alert.labels));
    setVisible(status != nullptr);
    if (!status)
        return;
    const auto line = [](const QString &name, State state, const QString &reason) {
        const QString word = Format::state(state).toLower();
        return reason.isEmpty() ? tr("%1: %2").arg(Format::safeText(name, widestName), word) : tr("%1: %2, %3").arg(Format::safeText(name, widestName), word, Format::safeText(reason, widestReason));
    };
    std::vector<Row> rows{{status->state, line(status->service.name, status->state, status->reason), QStringLiteral("overview/") + status->service.name}};
    size_t down = 0;
    for (const auto &[name, state] : status->dependencies) {
        if (state == State::Healthy)
            continue;
        ++down;
        const ServiceStatus *dependency = services.find(name);
        if (rows.size() < mostRows)
            rows.push_back({state, tr("needs %1").arg(line(name, state, dependency ? dependency->reason : QString())),
                            (dependency ? QStringLiteral("overview/") : QStringLiteral("health/")) + name});
    }
    setDetail(down == 0 && !status->dependencies.empty() ? tr("all that it needs is healthy") : QString());
    setSummary(rows.front().text);
    if (rows == m_rows)
        return;
    m_rows = rows;
    rebuild(4, [this](QVBoxLayout &column) {
        for (const Row &row : m_rows) {
            auto *link = new StateLink(row.state, row.text);
            link->setObjectName(QStringLiteral("service/") + row.path);
            connect(link, &StateLink::clicked, this, [this, path = row.path] { Q_EMIT openRequested(path); });
            column.addWidget(link);
        }
    });
}

} // namespace Watchfloor
