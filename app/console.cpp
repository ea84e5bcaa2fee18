#include "app/console.h"

#include "app/picture.h"
#include "app/selfreport.h"
#include "app/signals.h"
#include "app/workspacechoice.h"
#include "app/workspacefinder.h"
#include "models/core/format.h"
#include "models/core/log.h"
#include "models/session/datafolder.h"
#include "models/stack/demoplatform.h"
#include "models/workspace/discovery.h"
#include "widgets/desk/desk.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme/applytheme.h"
#include "widgets/wall/wallwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>

#include <iostream>

namespace Watchfloor {

namespace {

/// The demo lives from its start on: an hour of axis would be empty for an hour.
constexpr std::chrono::minutes demoRange{15};
/// On a screen that has room for it.
constexpr QSize firstSize{1440, 900};

int cannot(const Error &error)
{
    std::cerr << Format::sentence(error).toStdString() << std::endl;
    return exitCannot;
}

} // namespace

Console::Console(OpenWindow verb, Invocation invocation, QObject *parent)
    : QObject(parent)
    , m_verb(std::move(verb))
    , m_invocation(std::move(invocation))
    , m_settings(loadSettings())
    , m_interrupt(notifyOnInterrupt())
{
    if (m_interrupt)
        connect(m_interrupt.get(), &QSocketNotifier::activated, this, [this] {
            drainInterrupt(*m_interrupt);
            quit();
        });
}

Console::~Console() = default;

int Console::start()
{
    applyTheme(*qApp, m_settings.theme);
    if (m_verb.demo)
        return startDemo();
    if (const auto url = givenUrl(m_verb.workspaceOrUrl)) {
        openWorkspace(Discovery::initial(*url));
        discover(*url);
        return exitFine;
    }
    const auto path = chooseWorkspace(m_verb.workspaceOrUrl);
    if (!path)
        return cannot(path.error());
    auto workspace = readOrExplain(*path);
    if (!workspace)
        return exitCannot;
    m_settings.lastWorkspace = workspace->file;
    openWorkspace(*workspace);
    return exitFine;
}

void Console::openWorkspace(const Workspace &workspace)
{
    Session::Options options;
    const auto folder = prepareDataFolder(workspace.file.isEmpty() ? workspace.name : workspace.file);
    if (folder)
        options.dataFolder = *folder;
    else
        options.storageError = folder.error();
    if (options.storageError)
        std::cerr << Format::sentence(*options.storageError).toStdString() << '\n'
                  << "Nothing can be recorded: the console runs read-only and actions stay locked." << std::endl;
    m_session = std::make_unique<Session>(workspace, m_clock, options);
    m_report = std::make_unique<SelfReport>(*m_session);
    if (m_verb.renderFolder.isEmpty()) {
        m_desk = std::make_unique<Desk>(*m_session);
        m_desk->setChoice(m_settings.desk);
        connect(m_desk.get(), &Desk::choiceChanged, this, [this](const DeskChoice &choice) {
            m_settings.desk = choice;
            rememberSettings();
        });
        if (m_verb.wall)
            openWall();
        else
            openWindow();
        connect(m_desk.get(), &Desk::openRequested, this, &Console::raiseWindow);
        connect(m_desk.get(), &Desk::settingsRequested, this, [this] {
            raiseWindow({});
            m_window->showNotificationSettings();
        });
        connect(m_desk.get(), &Desk::quitRequested, this, &Console::quit);
    }
    // The first frame comes before the first question.
    QTimer::singleShot(0, m_session.get(), &Session::start);
}

void Console::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, m_settings.theme);
    m_window->setDesk(*m_desk);
    connect(m_window.get(), &MainWindow::themeModeChanged, this, [this](ThemeMode mode) {
        m_settings.theme = mode;
        applyTheme(*qApp, mode);
    });
    connect(m_window.get(), &MainWindow::wallRequested, this, &Console::openWall);
    connect(m_window.get(), &MainWindow::closed, this, &Console::quit);
    if (m_settings.geometry.isEmpty() || !m_window->restoreGeometry(m_settings.geometry))
        m_window->resize(firstSize.boundedTo(m_window->screen()->availableSize()));
    if (m_demo)
        m_window->setTimeRange(demoRange);
    m_window->show();
}

void Console::raiseWindow(const QString &page)
{
    if (!m_window)
        openWindow();
    if (!page.isEmpty())
        m_window->openPage(page);
    // Only what was put away is brought back: a maximised window stays so.
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Console::openWall()
{
    const PageContext context{m_session->stores(), *m_session, m_clock, *m_session};
    m_wall = std::make_unique<WallWindow>(context, [context](const QString &path) { return makePage(path, context); });
    connect(m_session.get(), &Session::ticked, m_wall.get(), &WallWindow::tick);
    connect(m_wall.get(), &WallWindow::closed, this, [this] {
        if (!m_window)
            quit();
        else
            m_wall.release()->deleteLater();
    });
    m_wall->showFullScreen();
}

void Console::discover(const QUrl &url)
{
    m_discovery = std::make_unique<UrlDiscovery>(url, m_clock);
    connect(m_discovery.get(), &UrlDiscovery::finished, m_session.get(), [this](const Workspace &found) { m_session->replaceWorkspace(found); });
    m_discovery->start();
}

int Console::startDemo()
{
    m_demo = std::make_unique<DemoPlatform>(DemoPlatform::Options{}, m_clock);
    connect(m_demo.get(), &DemoPlatform::progress, this, [](const QString &text) { std::cerr << text.toStdString() << std::endl; });
    connect(m_demo.get(), &DemoPlatform::failed, this, [](const Error &error) { QCoreApplication::exit(cannot(error)); });
    connect(m_demo.get(), &DemoPlatform::stopped, this, [] { QCoreApplication::exit(exitFine); });
    connect(m_demo.get(), &DemoPlatform::ready, this, [this](const StackInfo &info) {
        std::cerr << "The demo platform is up: Prometheus " << info.prometheusUrl.toString().toStdString() << ", Alertmanager "
                  << info.alertmanagerUrl.toString().toStdString() << ", workspace " << info.workspacePath.toStdString() << std::endl;
        const auto workspace = readOrExplain(info.workspacePath);
        if (!workspace) {
            m_quitting = true;
            m_demo->stop();
            return;
        }
        openWorkspace(*workspace);
        if (!m_verb.renderFolder.isEmpty())
            renderPages();
    });
    m_demo->start();
    return exitFine;
}

void Console::renderPages()
{
    if (!QDir().mkpath(m_verb.renderFolder)) {
        cannot({Error::Kind::ReadOnly, {}, m_verb.renderFolder});
        quit();
        return;
    }
    m_toRender = pageNames();
    m_toRender << QStringLiteral("wall");
    // Rates need a minute of scrapes behind them; before that a page would show dashes.
    constexpr auto settle = std::chrono::seconds(75);
    std::cerr << "Waiting " << settle.count() << " s for the first minute of data" << std::endl;
    QTimer::singleShot(settle, this, &Console::renderNext);
}

void Console::renderNext()
{
    if (m_toRender.isEmpty()) {
        std::cerr << "Every page is drawn in " << QDir(m_verb.renderFolder).absolutePath().toStdString() << std::endl;
        if (m_verb.exitAfterRender)
            quit();
        else
            std::cerr << "The platform goes on; Ctrl+C stops it." << std::endl;
        return;
    }
    const QString page = m_toRender.takeFirst();
    auto *picture = new Picture(*m_session, {page, QSize(1920, 1080), ThemeMode::Dark, demoRange}, this);
    connect(picture, &Picture::drawn, this, [this, page, picture](const QImage &image) {
        const QString path = m_verb.renderFolder + u'/' + page + QStringLiteral(".png");
        if (const auto written = writePng(image, path); !written)
            cannot(written.error());
        picture->deleteLater();
        QTimer::singleShot(0, this, &Console::renderNext);
    });
    connect(picture, &Picture::failed, this, [this, picture](const QString &name) {
        cannot({Error::Kind::NotFound, {}, name});
        picture->deleteLater();
        QTimer::singleShot(0, this, &Console::renderNext);
    });
    picture->start();
}

void Console::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    rememberSettings();
    if (m_window)
        m_window->hide();
    if (m_wall)
        m_wall->hide();
    if (m_demo)
        m_demo->stop();
    else
        QCoreApplication::exit(exitFine);
}

void Console::rememberSettings()
{
    if (m_window)
        m_settings.geometry = m_window->saveGeometry();
    if (m_verb.demo || m_verb.renderFolder.size() > 0)
        m_settings.lastWorkspace = loadSettings().lastWorkspace;
    if (!saveSettings(m_settings))
        log(LogCategory::App).warn("settings not saved; the old ones stand");
}

} // namespace Watchfloor
