#pragma once

#include "models/session/session.h"

#include <QTimer>

namespace Watchfloor {

/// Tells the log once a minute, and when it goes, how the program itself does: how late its main loop runs and how much memory
/// is resident.
class SelfReport final : public QObject
{
    Q_OBJECT

public:
    explicit SelfReport(const Session &session, QObject *parent = nullptr);
    ~SelfReport() override;

private:
    void write() const;

    const Session &m_session;
    QTimer m_timer;
};

} // namespace Watchfloor
