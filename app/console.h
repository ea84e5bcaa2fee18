#pragma once

#include "app/invocation.h"
#include "app/settings.h"
#include "models/session/session.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Watchfloor {

class Desk;
class DemoPlatform;
class MainWindow;
class SelfReport;
class UrlDiscovery;
class WallWindow;

/// The program with a window: composed here, top to bottom, and taken apart in reverse.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(OpenWindow verb, Invocation invocation, QObject *parent = nullptr);
    ~Console() override;

    /// Opens the window, or starts the demo platform first. 0, or the exit code of a program that cannot start.
    int start();

private:
    void openWorkspace(const Workspace &workspace);
    void openWindow();
    void openWall();
    void raiseWindow(const QString &page);
    void discover(const QUrl &url);
    int startDemo();
    void renderPages();
    void renderNext();
    void quit();
    void rememberSettings();

    OpenWindow m_verb;
    Invocation m_invocation;
    SystemClock m_clock;
    Settings m_settings;
    std::unique_ptr<QSocketNotifier> m_interrupt;
    std::unique_ptr<DemoPlatform> m_demo;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<UrlDiscovery> m_discovery;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WallWindow> m_wall;
    std::unique_ptr<SelfReport> m_report;
    QStringList m_toRender;
    bool m_quitting = false;
};

} // namespace Watchfloor
