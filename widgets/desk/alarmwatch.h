#pragma once

#include "models/alerts/notificationpolicy.h"
#include "models/session/session.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace Watchfloor {

/// Something that was told to the person at the desk and that nobody has looked at since.
struct Alarm
{
    QString key;  ///< the alert's fingerprint, or "source/NAME" of a source that went blind
    QString name; ///< "payment: HighErrorRate"
    QString summary;
    Severity severity = Severity::Warning;
    DeskEvent event = DeskEvent::Began;
    WallTime since{};
    Labels labels{};       ///< of an alert, all of them: by these it is found again under another name
    bool isOfMany = false; ///< the one message of many is about it too
    size_t mark = 0;       ///< of the key, by which many are told apart without reading theirs
    bool isSource() const { return event == DeskEvent::Unseen; }
    /// Where the window shows the alarm of a key.
    static QString pathOf(const QString &key) { return key.startsWith(u"source/") ? QStringLiteral("sources/") + key.section(u'/', 1) : QStringLiteral("alerts/") + key; }
};

/// One message: of one alarm, or of many in one.
struct DeskTelling
{
    QString key;  ///< an alarm's, or manyKey
    QString title;
    QString body;
    Severity severity = Severity::Warning; ///< the worst of them
    std::optional<DeskEvent> event;        ///< absent: several alarms
};

/// Watches for what a person at the desk must hear of, by the workspace's policy and this person's choice, and keeps what nobody has
/// looked at yet. It makes neither sound nor picture.
class AlarmWatch final : public QObject
{
    Q_OBJECT

public:
    static const QString manyKey;

    explicit AlarmWatch(Session &session, QObject *parent = nullptr);

    const DeskPolicy &policy() const { return m_session.stores().workspace().desk; }
    const DeskChoice &choice() const { return m_choice; }
    void setChoice(const DeskChoice &choice);

    /// Told and not seen, worst first, then oldest.
    const std::vector<Alarm> &alarms() const { return m_alarms; }
    void markSeen(const QString &key);
    void markAllSeen();

    /// Of the person's own: what fires or cannot be seen, and nobody has; the worst `limit` of them.
    std::vector<const Alert *> needy(size_t limit) const;
    int needyCount() const { return m_needy; }
    void countNeedy();
    /// The end of the quiet hours that hold now, if this person keeps them.
    std::optional<WallTime> quietUntil() const;
    /// How many are kept back until muting or quiet hours are over.
    int heldBack() const { return int(m_held.size()); }
    void tick();

Q_SIGNALS:
    /// At most once for a change; alarms() has it already.
    void told(const Watchfloor::DeskTelling &telling);
    /// What was told under this key holds no more; `words` say how it ended, empty: nobody needs to hear.
    void ended(const QString &key, const QString &words);
    void alarmsChanged();

private:
    struct Waiting
    {
        Alarm alarm;
        bool late = false; ///< it was kept back
        QString to;        ///< of an escalation
        int starts = 0;    ///< of one that flaps
    };

    void handleTransition(const Alert &alert, AlertState before);
    void handleEscalations(const std::vector<Escalation> &escalations);
    void rememberAcknowledgements();
    void watchSources();
    bool concernsMe(const Alert &alert) const;
    Waiting waitingOf(const Alert &alert, DeskEvent event) const;
    void raise(const Waiting &waiting);
    void end(const Alert &alert);
    void endKey(const QString &key, const QString &words);
    void releaseHeld();
    void announce();
    void tellEach(const Waiting &waiting);
    void tellTogether(const std::vector<Waiting> &waiting, bool sources);
    void addAlarms(const std::vector<Waiting> &waiting);
    bool takeAway(const QSet<QString> &keys);
    void takeSeen();
    /// A row gets another fingerprint when its Prometheus tells its external labels late.
    void followRenamed();
    void prune();

    Session &m_session;
    DeskChoice m_choice;
    QHash<QString, Waiting> m_waiting; ///< for the end of the gathering
    QHash<QString, Waiting> m_held;
    QHash<QString, Acknowledgement> m_taken;
    QSet<QString> m_told;   ///< keys of what was told, alone or together, and did not end
    QSet<QString> m_many;   ///< those of them that the one message is about
    QSet<QString> m_flapTold;
    QSet<QString> m_blind;
    QSet<QString> m_over; ///< keys of what ended and is still among the alarms
    std::vector<Alarm> m_alarms;
    NotificationPacer m_pacer;
    QTimer m_gathering;
    QTimer m_ending;
    int m_needy = 0;
    bool m_isCounted = false;
    bool m_mayBeRenamed = false;
    int m_ticks = 0;
};

} // namespace Watchfloor
