#pragma once

#include "widgets/desk/alarmwatch.h"

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace Watchfloor {

/// What of the desk outside the window is there.
struct DeskReach
{
    bool tray = false;
    bool notifications = false; ///< a service answers, shows what it is told, and the person wants it
    bool sound = true;          ///< heard when it is wanted; true until one was tried
    bool all() const { return tray && notifications && sound; }
    bool operator==(const DeskReach &) const = default;
};

/// The reach outside the window: tray icon, desktop notifications with buttons, sounds. What of it is missing is told by reach(), and
/// alarms() is what the window shows instead. Nothing here waits for a desktop that does not answer.
class Desk final : public QObject
{
    Q_OBJECT

public:
    Desk(Session &session, QObject *parent = nullptr);
    ~Desk() override;

    const DeskPolicy &policy() const;
    const DeskChoice &choice() const;
    void setChoice(const DeskChoice &choice);
    void mute(WallTime until);
    void unmute();
    /// Until when nothing is told, and why: muted or quiet hours; empty: it is told.
    QString hushText() const;

    const std::vector<Alarm> &alarms() const;
    DeskReach reach() const;
    /// Something needs to be looked at, and not all of the desk can say so.
    bool windowTakesOver() const { return !alarms().empty() && !reach().all(); }
    /// "(3) ◆", for a title; empty when nothing needs anybody.
    QString titleMark() const;
    /// Who shows notifications and what it can do, and why sounds are not heard, in sentences.
    QString notificationText() const;
    QString soundText();
    const Session &session() const;

    void acknowledge(const QString &key);
    void silence(const QString &key);
    void open(const QString &key);
    void markSeen(const QString &key);
    void markAllSeen();
    /// Lets a severity be heard and a message be seen, muted or not.
    void tryOut(Severity severity);

    /// The state that the icon shows, whether a tray is there or not.
    State trayState() const;
    QString trayText() const;
    QSystemTrayIcon *trayIcon();

Q_SIGNALS:
    /// The person wants the window, at this page.
    void openRequested(const QString &path);
    void quitRequested();
    void settingsRequested();
    /// Something was told, to whoever else wants to say so.
    void announced(const QString &title, const QString &text);
    /// alarms(), reach() or what is hushed changed.
    void changed();
    void choiceChanged(const Watchfloor::DeskChoice &choice);
    /// What a button came to.
    void acted(const QString &key, const QString &sentence, bool done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
