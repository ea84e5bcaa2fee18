// The whole console under a storm: window, desk, record and services over 50,000 alerts of an Alertmanager, 10,000 of them replaced,
// gone and back, on the page of alerts and on the overview, its own seconds included. What is measured is the longest time that the
// main loop is held.
// benchconsole [ALERTS PAGE]
#include "models/session/session.h"
#include "tests/bench/alertserver.h"
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "widgets/desk/desk.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme/applytheme.h"

#include <QTemporaryDir>
#include <QTimer>

#include <cstdlib>

using namespace Watchfloor;
using namespace std::chrono_literals;
using Bench::HeldApplication;

namespace {

constexpr auto watchedFor = 6s; ///< its seconds, the desk's gathering and the record belong to an update
constexpr int serviceCount = 120;
constexpr int storm = 10'000;

/// Services of which each fifth needs the next one: what fails there folds.
Workspace workspaceOf(const Bench::AlertServer &server)
{
    Workspace workspace = server.workspace();
    for (int at = 0; at < serviceCount; ++at) {
        Service service;
        service.name = QStringLiteral("service-%1").arg(at);
        if (at % 5 == 0)
            service.depends = {QStringLiteral("service-%1").arg(at + 1)};
        workspace.services.push_back(service);
    }
    workspace.alertPolicy.escalation = {{Severity::Critical, {15min, 30min, {QStringLiteral("first"), QStringLiteral("second")}}}};
    return workspace;
}

class Console final : public QObject
{
public:
    Console(HeldApplication &application, int alerts, const QString &page)
        : m_holds(application)
        , m_alerts(alerts)
        , m_name(std::to_string(alerts) + " alerts, console on " + page.toStdString() + ", ")
        , m_session(workspaceOf(m_server), m_clock, {m_folder.path(), QStringLiteral("bench"), false})
        , m_desk(m_session)
        , m_window(m_session, ThemeMode::Dark)
    {
        m_window.setDesk(m_desk);
        m_window.resize(1920, 1080);
        m_window.show();
        m_window.openPage(page);
        m_session.start();
        m_steps = {{"first fill", alerts, 0},  {"told again, 2 % changed", alerts, 0},          {"10,000 others", alerts, storm},
                   {"10,000 gone", alerts - storm, 0}, {"10,000 back", alerts, 0}, {"nothing said", -1, 0}};
        QTimer::singleShot(2s, this, &Console::next);
    }

private:
    struct Step
    {
        std::string name;
        int alerts; ///< -1: nobody is asked
        int others;
    };

    void next()
    {
        if (m_step == m_steps.size()) {
            Bench::print({m_name + "resident", "MB", {Bench::residentMegabytes()}, {}});
            QApplication::quit();
            return;
        }
        const Step &step = m_steps[m_step];
        if (step.alerts >= 0)
            m_server.setAlerts(Bench::stormJson(step.alerts, step.others, int(m_step), m_clock.wall()), m_clock.wall());
        QTimer::singleShot(0, this, [this, asks = step.alerts >= 0] {
            m_holds.begin();
            if (asks)
                m_session.refreshNow();
            QTimer::singleShot(watchedFor, this, &Console::note);
        });
    }

    void note()
    {
        Bench::print({m_name + m_steps[m_step].name, "ms", {m_holds.sumMs()}, {}});
        Bench::print({m_name + m_steps[m_step].name + ", longest hold", "ms", {m_holds.longestMs()}, 16});
        ++m_step;
        QTimer::singleShot(0, this, &Console::next);
    }

    HeldApplication &m_holds;
    int m_alerts;
    std::string m_name;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Bench::AlertServer m_server;
    Session m_session;
    Desk m_desk;
    MainWindow m_window;
    std::vector<Step> m_steps;
    size_t m_step = 0;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    Console console(application, argc > 1 ? std::atoi(argv[1]) : 50'000, QString::fromLocal8Bit(argc > 2 ? argv[2] : "alerts"));
    return QApplication::exec();
}
