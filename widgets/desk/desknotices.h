#pragma once

#include "widgets/desk/alarmwatch.h"
#include "widgets/desk/notifier.h"

namespace Watchfloor {

/// What the desk tells, as messages of the desktop: one for each key, with buttons for what can be done about it, replaced by what came
/// of it.
class DeskNotices final : public QObject
{
    Q_OBJECT

public:
    explicit DeskNotices(QObject *parent = nullptr);

    /// `quiet`: the desktop need make no sound, for we do, or nobody wants one.
    void tell(const DeskTelling &telling, bool quiet);
    /// It holds no more: how it ended takes its place where it still stands, and is no news where it does not.
    void end(const QString &key, const QString &words);
    /// What a button came to, told where the button was.
    void answer(const QString &key, const QString &title, const QString &sentence, bool done);
    void tryOut(Severity severity);
    /// Of all others nobody needs to see whether they were shown.
    void keep(const std::vector<Alarm> &alarms);

    /// A service answers, and shows what was told.
    bool isShowing() const { return m_notifier.isAvailable() && m_missed.isEmpty(); }
    /// Who shows them, in a sentence.
    QString text() const;

Q_SIGNALS:
    void openRequested(const QString &key);
    void acknowledgeRequested(const QString &key);
    void silenceRequested(const QString &key);
    void dismissed(const QString &key);
    void changed();

private:
    void handleActivated(const QString &key, const QString &action);
    void tellAgain();

    Notifier m_notifier;
    QHash<QString, Notification> m_sent;
    QSet<QString> m_missed;
    QSet<QString> m_pressed;
    QSet<QString> m_kept; ///< keys of alarms that nobody has looked at
};

} // namespace Watchfloor
