#include "widgets/desk/desknotices.h"

#include "models/core/format.h"
#include "widgets/theme/glyphs.h"

namespace Watchfloor {

namespace {
constexpr int imageSize = 48;
constexpr int mostToldAgain = 3;
const QString acknowledgeAction = QStringLiteral("acknowledge");
const QString openAction = QStringLiteral("open");
const QString silenceAction = QStringLiteral("silence");
const QString resultPrefix = QStringLiteral("result/");

Notification::Urgency urgencyOf(Severity severity)
{
    const State state = stateOf(severity);
    return state == State::Critical ? Notification::Urgency::Critical : state == State::Healthy ? Notification::Urgency::Low : Notification::Urgency::Normal;
}

QImage imageOf(State state)
{
    return stateIcon(state, themeOf(nullptr)).pixmap(imageSize).toImage();
}
}

DeskNotices::DeskNotices(QObject *parent)
    : QObject(parent)
    , m_notifier(Notifier::sessionBus())
{
    connect(&m_notifier, &Notifier::activated, this, &DeskNotices::handleActivated);
    connect(&m_notifier, &Notifier::dismissed, this, &DeskNotices::dismissed);
    connect(&m_notifier, &Notifier::missed, this, [this](const QString &key) {
        if (m_kept.contains(key))
            m_missed.insert(key);
        Q_EMIT changed();
    });
    connect(&m_notifier, &Notifier::availableChanged, this, [this] {
        if (m_notifier.isAvailable())
            tellAgain();
        Q_EMIT changed();
    });
}

void DeskNotices::keep(const std::vector<Alarm> &alarms)
{
    m_kept.clear();
    // What no message is about is kept by the one of many: only a few have their own.
    const qsizetype own = m_sent.size() - m_sent.contains(AlarmWatch::manyKey);
    for (size_t i = 0; i < alarms.size() && m_kept.size() < own; ++i)
        if (m_sent.contains(alarms[i].key))
            m_kept.insert(alarms[i].key);
    if (!alarms.empty())
        m_kept.insert(AlarmWatch::manyKey);
    m_missed.intersect(m_kept);
}

void DeskNotices::tell(const DeskTelling &telling, bool quiet)
{
    Notification notification;
    notification.key = telling.key;
    notification.title = telling.title;
    notification.body = telling.body;
    notification.urgency = urgencyOf(telling.severity);
    const bool isSource = telling.event == DeskEvent::Unseen;
    notification.actions = {{openAction, tr("Open")}};
    if (telling.event && !isSource)
        notification.actions = {{acknowledgeAction, tr("Acknowledge")}, {openAction, tr("Open")}, {silenceAction, tr("Silence 1 h")}};
    notification.image = imageOf(isSource ? State::Blind : stateOf(telling.severity));
    notification.quiet = quiet;
    notification.soundName = QStringLiteral("dialog-warning");
    m_missed.remove(telling.key);
    m_sent.insert(telling.key, notification);
    m_notifier.notify(notification);
}

/// Another service came: what nobody has looked at is shown once more, without a sound.
void DeskNotices::tellAgain()
{
    int told = 0;
    for (const QString &key : std::exchange(m_missed, {})) {
        const auto before = m_sent.constFind(key);
        if (before == m_sent.constEnd() || ++told > mostToldAgain)
            continue;
        Notification again = *before;
        again.quiet = true;
        m_notifier.notify(again);
    }
}

void DeskNotices::end(const QString &key, const QString &words)
{
    m_missed.remove(key);
    Notification was = m_sent.take(key);
    if (words.isEmpty() || was.key.isEmpty() || !m_notifier.stands(key)) {
        m_notifier.withdraw(key);
        return;
    }
    was.body = words;
    was.urgency = Notification::Urgency::Low;
    was.actions.clear();
    was.image = imageOf(State::Healthy);
    was.transient = true;
    was.quiet = true;
    m_notifier.notify(was);
}

void DeskNotices::handleActivated(const QString &key, const QString &action)
{
    if (action == acknowledgeAction || action == silenceAction) {
        m_pressed.insert(key);
        Q_EMIT action == acknowledgeAction ? acknowledgeRequested(key) : silenceRequested(key);
        return;
    }
    Q_EMIT openRequested(key.startsWith(resultPrefix) ? key.mid(resultPrefix.size()) : key);
    m_notifier.withdraw(key);
}

void DeskNotices::answer(const QString &key, const QString &title, const QString &sentence, bool done)
{
    if (!m_pressed.remove(key))
        return;
    Notification result = m_sent.value(key);
    result.title = title;
    result.body = sentence;
    result.quiet = true;
    result.urgency = done ? Notification::Urgency::Low : Notification::Urgency::Normal;
    result.transient = done;
    // A refusal keeps its buttons in their place; what is done takes the message away.
    result.key = done ? resultPrefix + key : key;
    if (done) {
        result.actions.clear();
        m_notifier.withdraw(key);
    }
    m_notifier.notify(result);
}

void DeskNotices::tryOut(Severity severity)
{
    Notification notification;
    notification.key = resultPrefix + AlarmWatch::manyKey;
    notification.title = tr("This is how a message looks: %1").arg(Format::severity(severity));
    notification.body = tr("Nothing happened; somebody tried it out.");
    notification.transient = true;
    notification.quiet = true;
    notification.image = imageOf(stateOf(severity));
    m_notifier.notify(notification);
}

QString DeskNotices::text() const
{
    const auto &service = m_notifier.service();
    if (!m_notifier.isAvailable() || !service)
        return tr("No notification service answers on this desktop: the window shows alarms itself.");
    const QString name = service->name.isEmpty() ? tr("A notification service") : Format::safeText(service->name, 60);
    return service->can("actions") ? tr("%1 shows them, with buttons.").arg(name) : tr("%1 shows them, without buttons.").arg(name);
}

} // namespace Watchfloor
