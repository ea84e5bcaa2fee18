#pragma once

#include "models/session/session.h"
#include "widgets/theme/theme.h"

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace Watchfloor {

/// The reach outside the window: tray icon in the worst state's shape and colour with its counts, and desktop notifications of
/// alerts that begin to fire. Without a tray or a notification service it stays quiet; the window says it all the same.
class Desk final : public QObject
{
    Q_OBJECT

public:
    Desk(Session &session, QObject *parent = nullptr);
    ~Desk() override;

    /// The state that the icon shows, whether a tray is there or not.
    State trayState() const;
    QString trayText() const;
    QSystemTrayIcon *trayIcon();

Q_SIGNALS:
    /// The person wants the window, at this page.
    void openRequested(const QString &path);
    void quitRequested();
    /// An alert began to fire, for whoever else wants to say so (the window, when nothing else can).
    void announced(const QString &title, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
