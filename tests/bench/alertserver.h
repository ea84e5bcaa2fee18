#pragma once

#include "models/core/clock.h"
#include "models/workspace/workspace.h"

#include <QByteArray>
#include <QMutex>
#include <QThread>
#include <QUrl>

#include <memory>

namespace Watchfloor::Bench {

/// An answer to /api/v2/alerts: `churn` of the alerts are others than in the round before, and 2 % of the rest changed their text.
QByteArray stormJson(int alerts, int churn, int round, WallTime now);

/// An Alertmanager as far as its alerts are asked for, on loopback and in a thread of its own, so that its work is not counted
/// as the main loop's.
class AlertServer final
{
public:
    AlertServer();
    ~AlertServer();

    /// With it alone, asked when that is wished.
    Workspace workspace() const;
    /// The answer to /api/v2/alerts from now on, and the time that its clock shows.
    void setAlerts(QByteArray body, WallTime now);

private:
    QByteArray answerTo(const QByteArray &request);

    QThread m_thread;
    QUrl m_url;
    QMutex m_mutex;
    QByteArray m_alerts = "[]";
    QByteArray m_date;
};

} // namespace Watchfloor::Bench
