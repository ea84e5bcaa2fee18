#pragma once

#include "models/session/session.h"
#include "widgets/controls/page.h"
#include "widgets/theme/theme.h"

#include <QMainWindow>

#include <memory>

namespace Watchfloor {

class Desk;

/// The names of the pages, as snapshot and wall use them: overview dashboards alerts slos health runbooks sources.
QStringList pageNames();

/// The page of a path's first part ("alerts/abc" makes the alerts page and does not open abc yet); null when there is none.
std::unique_ptr<Page> makePage(const QString &path, const PageContext &context);

/// The window: navigation rail, top bar, truth bar, pages, status bar, command palette. It shows the session and asks it through
/// Commands; it owns neither.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session &session, ThemeMode mode, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Goes to "alerts", "alerts/FINGERPRINT", "slos/NAME"…; false when there is no such page or item.
    bool openPage(const QString &path);
    QString currentPath() const;
    Page *currentPage() const;
    void setTimeRange(std::chrono::milliseconds range);
    /// From here on the window shows what the desk cannot say, and its settings.
    void setDesk(Desk &desk);
    void showNotificationSettings();
    void setThemeMode(ThemeMode mode);
    ThemeMode themeMode() const;
    /// For pictures: everything draws at once.
    void setSynchronous(bool synchronous);
    bool isSettled() const;

Q_SIGNALS:
    void themeModeChanged(Watchfloor::ThemeMode mode);
    void wallRequested();
    void workspaceOpenRequested(const QString &path);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
