#pragma once

#include "models/session/session.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace Watchfloor {

class ActionButton;
class ElidedLabel;
class IconButton;
class Pill;
class SearchButton;

/// Which workspace, which environment, whether actions are locked; the palette; the time range; refresh; theme.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(Session &session, QWidget *parent = nullptr);
    void refresh();
    void setTimeRange(std::chrono::milliseconds range);
    void setThemeMode(ThemeMode mode);
    /// Why and until when the desk is quiet; empty: it is not. Shows the bell.
    void setHush(const QString &hush);

Q_SIGNALS:
    void paletteRequested();
    void timeRangeRequested(std::chrono::milliseconds range);
    void themeToggleRequested();
    void wallRequested();
    void notificationsRequested();
    void openRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLockMenu();
    void showRangeMenu();
    void showRefreshMenu();
    void setRefresh(std::chrono::milliseconds interval);

    Session &m_session;
    ElidedLabel *m_title;
    Pill *m_environment;
    Pill *m_lock;
    Pill *m_held;
    Pill *m_faults;
    SearchButton *m_search;
    ActionButton *m_range;
    ActionButton *m_refresh;
    IconButton *m_bell;
    IconButton *m_theme;
    IconButton *m_wall;
    std::chrono::milliseconds m_refreshInterval{0};
};

/// "Last 1 hour".
QString rangeText(std::chrono::milliseconds range);

} // namespace Watchfloor
