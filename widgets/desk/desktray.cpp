#include "widgets/desk/desktray.h"

#include "models/alerts/quiethours.h"
#include "models/core/format.h"
#include "widgets/theme/glyphs.h"

#include <QAction>

namespace Watchfloor {

namespace {
using namespace std::chrono_literals;
constexpr std::chrono::milliseconds lookEvery = 5s;
const QTime morning(8, 0);
}

DeskTray::DeskTray(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested({});
    });
    // Menus under a person's pointer stay as they are until they are opened again.
    connect(&m_menu, &QMenu::aboutToShow, this, &DeskTray::build);
    m_looking.setInterval(lookEvery);
    connect(&m_looking, &QTimer::timeout, this, &DeskTray::look);
    m_looking.start();
    build();
}

bool DeskTray::isShown() const
{
    return m_shown && m_icon.isVisible();
}

void DeskTray::look()
{
    const bool there = QSystemTrayIcon::isSystemTrayAvailable();
    if (there && !m_icon.isVisible())
        m_icon.show();
    else if (!there && m_icon.isVisible())
        m_icon.hide();
    if (std::exchange(m_shown, there) != there)
        Q_EMIT shownChanged();
}

void DeskTray::setFace(const TrayFace &face)
{
    if (m_face == face)
        return;
    const bool first = !m_face;
    m_face = face;
    m_icon.setIcon(trayIcon(face));
    // Without a picture a tray shows nothing, or complains.
    if (first)
        look();
}

void DeskTray::setText(const QString &text)
{
    if (text != m_icon.toolTip())
        m_icon.setToolTip(text);
}

void DeskTray::setMenu(const TrayMenu &menu)
{
    m_wanted = menu;
    if (!m_menu.isVisible())
        build();
}

QAction *DeskTray::add(QMenu &menu, const char *name, const QString &text, std::function<void()> act)
{
    // An ampersand of a name would make its next letter a key.
    QAction *action = menu.addAction(QString(text).replace(u'&', QLatin1String("&&")));
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void DeskTray::build()
{
    if (m_built == m_wanted)
        return;
    m_built = m_wanted;
    const ThemeMode mode = m_face ? m_face->mode : ThemeMode::Dark;
    m_menu.clear();
    QAction *headline = m_menu.addAction(m_built->headline);
    headline->setObjectName(QStringLiteral("trayHeadline"));
    headline->setEnabled(false);
    for (const TrayMenu::Entry &entry : m_built->alerts)
        add(m_menu, "trayAlert", entry.text, [this, path = entry.path] { Q_EMIT openRequested(path); })->setIcon(stateIcon(entry.state, theme(mode)));
    m_menu.addSeparator();
    if (m_built->unseen)
        add(m_menu, "traySeen", tr("I have seen it: be quiet"), [this] { Q_EMIT seenRequested(); });
    if (m_built->mutedUntil.isEmpty()) {
        QMenu *mute = m_menu.addMenu(tr("Mute"));
        mute->menuAction()->setObjectName(QStringLiteral("trayMute"));
        const auto choices = muteChoices(m_clock.wall());
        // The end counts from the press, not from when the menu was made.
        for (size_t i = 0; i < choices.size(); ++i)
            add(*mute, "trayMuteFor", choices[i].first, [this, i] { Q_EMIT muteRequested(muteChoices(m_clock.wall())[i].second); });
    } else {
        add(m_menu, "trayUnmute", tr("Tell again (muted until %1)").arg(m_built->mutedUntil), [this] { Q_EMIT unmuteRequested(); });
    }
    add(m_menu, "traySettings", tr("Notifications…"), [this] { Q_EMIT settingsRequested(); });
    m_menu.addSeparator();
    add(m_menu, "trayAlerts", tr("Alerts"), [this] { Q_EMIT openRequested(QStringLiteral("alerts")); });
    add(m_menu, "trayOpen", tr("Open Watchfloor"), [this] { Q_EMIT openRequested({}); });
    add(m_menu, "trayQuit", tr("Quit"), [this] { Q_EMIT quitRequested(); });
}

std::vector<std::pair<QString, WallTime>> DeskTray::muteChoices(WallTime now)
{
    std::vector<std::pair<QString, WallTime>> choices;
    for (const std::chrono::milliseconds length : {std::chrono::milliseconds(30min), std::chrono::milliseconds(1h), std::chrono::milliseconds(8h)})
        choices.emplace_back(tr("For %1").arg(Format::shortSpan(length)), now + length);
    choices.emplace_back(tr("Until tomorrow 08:00"), tomorrowAt(morning, now));
    return choices;
}

} // namespace Watchfloor
