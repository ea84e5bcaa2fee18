#include "models/session/sessionprivate.h"

#include "models/alerts/alertkey.h"
#include "models/core/log.h"
#include "models/session/keptrowsfile.h"

namespace Watchfloor {

void Session::dismiss(const QString &fingerprint)
{
    d->observe({}, AlertDismissal{fingerprint});
}

/// What vanished or could not be seen when the last console ended still waits for somebody.
void Session::Private::recallRows()
{
    QObject::connect(&session.m_stores.alerts, &AlertStore::changed, &session, [this] { mayBeRenamed = true; });
    if (session.m_options.dataFolder.isEmpty())
        return;
    auto rows = loadKeptRows(session.m_options.dataFolder);
    if (!rows) {
        log(LogCategory::App).error("rows of the last console not read: {}", rows.error().detail.toStdString());
        Q_EMIT session.failed(rows.error());
        return;
    }
    for (Alert &row : *rows)
        if (const auto taken = acknowledgements.find(fingerprintText(alertKey(row.labels))); row.state == AlertState::Unseen && taken != acknowledgements.end())
            row.acknowledgement = taken->second;
    session.m_stores.alerts.restore(*rows, session.m_clock.now(), session.m_clock.wall());
    keptRows = session.m_stores.alerts.keptRows(mostKeptRows);
    rowsMoved = false;
    QObject::connect(&session.m_stores.alerts, &AlertStore::changed, &session, [this] { rowsMoved = true; });
}

/// A thousand rows at once are written where nobody waits for a disk.
void Session::Private::keepRows()
{
    // In the middle of a round the store does not list what it lists.
    if (!session.m_stores.alerts.isBusy() && std::exchange(mayBeRenamed, false))
        followAcknowledgements();
    if (!std::exchange(rowsMoved, false))
        return;
    std::vector<Alert> rows = session.m_stores.alerts.keptRows(mostKeptRows);
    const auto isSame = [](const Alert &a, const Alert &b) { return a.fingerprint == b.fingerprint && a.state == b.state && a.startsAt == b.startsAt; };
    if (std::equal(rows.begin(), rows.end(), keptRows.begin(), keptRows.end(), isSame))
        return;
    keptRows = rows;
    recorder.start([this, folder = session.m_options.dataFolder, rows = std::move(rows)] {
        if (const auto saved = saveKeptRows(folder, rows); !saved)
            QMetaObject::invokeMethod(&session, [this, error = saved.error()] { Q_EMIT session.failed(error); }, Qt::QueuedConnection);
    });
}

} // namespace Watchfloor
