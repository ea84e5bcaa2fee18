#pragma once

#include "widgets/desk/trayicon.h"

#include "models/core/clock.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <optional>
#include <vector>

namespace Watchfloor {

/// What the tray's menu offers now; plain texts.
struct TrayMenu
{
    struct Entry
    {
        QString text;
        QString path; ///< what it opens
        State state = State::Warning;
        bool operator==(const Entry &) const = default;
    };
    QString headline;            ///< "3 need somebody"
    std::vector<Entry> alerts;   ///< the worst
    bool unseen = false;         ///< something can be marked as seen
    QString mutedUntil;          ///< empty: not muted
    bool operator==(const TrayMenu &) const = default;
};

/// The icon in the tray with its menu. A tray that comes later, goes, or comes again is followed.
class DeskTray final : public QObject
{
    Q_OBJECT

public:
    explicit DeskTray(const Clock &clock, QObject *parent = nullptr);

    void setFace(const TrayFace &face);
    void setText(const QString &text);
    void setMenu(const TrayMenu &menu);
    const std::optional<TrayFace> &face() const { return m_face; }
    /// A tray is there and shows the icon.
    bool isShown() const;
    QSystemTrayIcon *icon() { return &m_icon; }

    /// Lengths of muting with their words, from now on.
    static std::vector<std::pair<QString, WallTime>> muteChoices(WallTime now);

Q_SIGNALS:
    void openRequested(const QString &path);
    void seenRequested();
    void muteRequested(Watchfloor::WallTime until);
    void unmuteRequested();
    void settingsRequested();
    void quitRequested();
    void shownChanged();

private:
    void look();
    void build();
    QAction *add(QMenu &menu, const char *name, const QString &text, std::function<void()> act);

    const Clock &m_clock;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QTimer m_looking;
    std::optional<TrayFace> m_face;
    std::optional<TrayMenu> m_built;
    TrayMenu m_wanted;
    bool m_shown = false;
};

} // namespace Watchfloor
