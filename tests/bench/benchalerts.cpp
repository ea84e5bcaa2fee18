// The alert list under a storm: 10,000 and 100,000 alerts told again, replaced, and filtered, from an Alertmanager's answer
// through client, store and models to the page that shows them; then sorted, grouped, folded, chosen and copied by a person.
// What is measured is how long the main loop is held, painting included.
// benchalerts [ALERTS ROUNDS | day STORMS]
#include "models/session/session.h"
#include "tests/bench/alertserver.h"
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "tests/support/fakeclock.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/alerts/filterbar.h"
#include "widgets/controls/datatable.h"
#include "widgets/theme/applytheme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

#include <cstdlib>

using namespace Watchfloor;
using namespace std::chrono_literals;
using Bench::HeldApplication;

namespace {

constexpr auto settleTime = 250ms; ///< the page gathers changes for a tenth of a second

struct Load
{
    int alerts;
    int rounds;
    double replaceMs;
    double diffMs;
    double keystrokeMs;
    std::optional<double> longestMs{}; ///< the loop may not be held longer at a time
    int storms = 0; ///< instead of all else: they come and end, for growth
};

/// One size after the other, one step after the other: each step is started on the loop, and what the loop was held until all is
/// quiet again is its result.
class Storm final : public QObject
{
public:
    Storm(HeldApplication &application, const Load &size, std::function<void()> finished)
        : m_holds(application)
        , m_size(size)
        , m_finished(std::move(finished))
        , m_session(m_server.workspace(), m_clock, {{}, QStringLiteral("bench"), false})
        , m_page({m_session.stores(), m_session, m_clock, m_session})
    {
        m_session.stores().alerts.setSliced(true);
        m_session.stores().services.setSliced(true);
        m_page.resize(1280, 900);
        m_page.show();
        if (size.storms > 0) {
            addStep("storms and their ends", size.storms, {}, [this](int round) { return round % 2 == 0 ? tell(m_size.alerts / 2, round) : tell(0, round, 100); });
            begin();
            return;
        }
        addStep("first fill", 1, {}, [this](int) { return tell(0, 0); });
        addStep("told again, 2 % changed", size.rounds, size.replaceMs, [this](int round) { return tell(0, round + 1); });
        addStep("1 % others", size.rounds, size.diffMs, [this](int round) { return tell(m_size.alerts / 100, round + 1); });
        addStep("filter keystroke", 10, size.keystrokeMs, [this](int round) { return type(round); });
        addStep("10,000 of them others", 3, {}, [this](int round) { return tell(std::min(10'000, m_size.alerts), round + 500); });
        addHandSteps();
        begin();
    }

private:
    /// What a person does with many alerts.
    void addHandSteps()
    {
        using Model = AlertTableModel;
        static const std::vector<int> columns{Model::NameColumn, Model::SummaryColumn, Model::ActiveColumn, Model::RespondColumn, Model::OriginColumn, -1};
        static const QList<QStringList> groupings{{QStringLiteral("service")}, {QStringLiteral("service"), QStringLiteral("alertname")}, {QStringLiteral("@state")},
                                                  {QStringLiteral("@severity"), QStringLiteral("pod")}, {}};
        addHandStep("sorted by a column", int(columns.size()), [this](int round) {
            field()->clear();
            return [this, round] { sortBy(columns[size_t(round)]); };
        });
        addHandStep("grouped", int(groupings.size()), [this](int round) { return [this, round] { group(groupings[round]); }; });
        addHandStep("all folded, unfolded", 4, [this](int round) {
            group(groupings.first());
            return [this, round] { press(round % 2 == 0 ? Qt::Key_Left : Qt::Key_Right); };
        });
        addHandStep("filter cleared", 3, [this](int) {
            group({});
            field()->setText(QStringLiteral("pod-12"));
            return [this] { field()->clear(); };
        });
        addHandStep("all chosen", 3, [this](int) {
            table()->clearSelection();
            return [this] { press(Qt::Key_A); };
        });
        addHandStep("all chosen, sorted by a column", int(columns.size()), [this](int round) { return [this, round] { sortBy(columns[size_t(round)]); }; });
        addHandStep("all chosen, grouped", int(groupings.size()), [this](int round) { return [this, round] { group(groupings[round]); }; });
        addHandStep("all chosen, their menu", 3, [this](int) {
            press(Qt::Key_A);
            return [this] { openMenu(); };
        });
        static const std::vector<std::string> copies{"text", "JSON", "Markdown"};
        for (int form = 0; form < int(copies.size()); ++form)
            addHandStep("all chosen, copied as " + copies[size_t(form)], 3, [this, form](int) {
                press(Qt::Key_A);
                auto *menu = openMenu();
                return [menu, form] { menu->actions().at(menu->actions().size() - 3 + form)->trigger(); };
            });
        addStep("all chosen, told again", m_size.rounds, {}, [this](int round) {
            press(Qt::Key_A);
            return tell(0, round + 600);
        });
    }

    void addHandStep(const std::string &name, int rounds, std::function<std::function<void()>(int)> prepare)
    {
        m_steps.push_back({std::to_string(m_size.alerts) + " alerts, " + name, rounds, false, {}, std::move(prepare)});
    }

    DataTable *table() { return m_page.findChild<DataTable *>(QStringLiteral("alertTable")); }
    QLineEdit *field() { return m_page.findChild<QWidget *>(QStringLiteral("alertFilter"))->findChild<QLineEdit *>(); }
    void sortBy(int column) { table()->horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder); }
    void group(const QStringList &by) { m_page.findChild<FilterBar *>()->setGrouping(by); }
    void press(Qt::Key key)
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::ControlModifier);
        QCoreApplication::sendEvent(table(), &event);
    }
    /// Of the chosen alerts; the three ways to copy them stand last.
    QMenu *openMenu()
    {
        for (QMenu *menu : m_page.findChildren<QMenu *>(QStringLiteral("alertMenu")))
            delete menu;
        Q_EMIT table()->customContextMenuRequested({});
        return m_page.findChild<QMenu *>(QStringLiteral("alertMenu"));
    }

    void begin()
    {
        connect(&m_holds, &HeldApplication::idle, this, &Storm::handleIdle);
        QTimer::singleShot(settleTime, this, &Storm::next);
    }

    struct Step
    {
        std::string name;
        int rounds;
        bool asks; ///< the server; else the round is over with the step itself
        std::optional<double> targetMs;
        std::function<std::function<void()>(int)> prepare;
    };

    void addStep(const char *name, int rounds, std::optional<double> targetMs, std::function<std::function<void()>(int)> prepare)
    {
        m_steps.push_back({std::to_string(m_size.alerts) + " alerts, " + name, rounds, name != std::string("filter keystroke"), targetMs, std::move(prepare)});
    }

    std::function<void()> tell(int churn, int round, std::optional<int> alerts = {})
    {
        // What recovered in the round before is over an hour old and goes.
        m_clock.advance(61min);
        m_session.stores().tick(m_clock.now(), m_clock.wall());
        m_server.setAlerts(Bench::stormJson(alerts.value_or(m_size.alerts), churn, round, m_clock.wall()), m_clock.wall());
        return [this] { m_session.round([this] { m_answered = true; }); };
    }

    std::function<void()> type(int round)
    {
        static const QString typed = QStringLiteral("pod-12");
        const qsizetype length = round < typed.size() ? round + 1 : std::max<qsizetype>(0, 2 * typed.size() - round - 1);
        return [this, length] { field()->setText(typed.left(length)); };
    }

    void next()
    {
        if (m_step == m_steps.size()) {
            m_finished();
            return;
        }
        m_answered = m_steps[m_step].asks ? false : true;
        const std::function<void()> act = m_steps[m_step].prepare(m_round);
        QTimer::singleShot(settleTime, this, [this, act] {
            m_holds.begin();
            m_settling = false;
            m_underWay = true;
            act();
        });
    }

    /// Quiet for a while after the answer came: all of it is on the screen.
    void handleIdle()
    {
        if (!m_underWay || !m_answered)
            return;
        if (!std::exchange(m_settling, true))
            QTimer::singleShot(settleTime, this, [this] { m_settled = true; });
        if (!std::exchange(m_settled, false))
            return;
        m_underWay = false;
        note();
    }

    void note()
    {
        const Step &step = m_steps[m_step];
        m_sums.push_back(m_holds.sumMs());
        m_longest.push_back(m_holds.longestMs());
        if (m_size.storms > 0 && m_round == m_size.storms / 4)
            m_earlyMb = Bench::residentMegabytes();
        if (++m_round == step.rounds) {
            if (m_size.storms > 0)
                Bench::print({"alert list, " + std::to_string(m_size.storms) + " storms, growth after a quarter", "MB", {std::max(0.0, Bench::residentMegabytes() - m_earlyMb)}, 4});
            Bench::print({step.name, "ms", std::exchange(m_sums, {}), step.targetMs});
            Bench::print({step.name + ", longest hold", "ms", std::exchange(m_longest, {}), m_size.longestMs});
            m_round = 0;
            ++m_step;
        }
        QTimer::singleShot(0, this, &Storm::next);
    }

    HeldApplication &m_holds;
    Load m_size;
    std::function<void()> m_finished;
    Testing::FakeClock m_clock;
    Bench::AlertServer m_server;
    Session m_session;
    AlertsPage m_page;
    std::vector<Step> m_steps;
    std::vector<double> m_sums;
    std::vector<double> m_longest;
    double m_earlyMb = 0;
    size_t m_step = 0;
    int m_round = 0;
    bool m_underWay = false;
    bool m_answered = false;
    bool m_settling = false;
    bool m_settled = false;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    std::unique_ptr<Storm> storm;
    std::vector<Load> sizes{{10'000, 9, 16, 16, 50, {}}, {50'000, 3, 80, 80, 50, 16}, {100'000, 3, 150, 150, 150, {}}};
    if (argc == 3 && std::string(argv[1]) == "day")
        sizes = {{10'000, 0, 16, 16, 50, 16, std::atoi(argv[2])}};
    else if (argc == 3)
        sizes = {{std::atoi(argv[1]), std::atoi(argv[2]), 16, 16, 50, 16}};
    size_t at = 0;
    const std::function<void()> proceed = [&] {
        storm.reset();
        if (at == sizes.size()) {
            Bench::print({"alert list, resident", "MB", {Bench::residentMegabytes()}, {}});
            QApplication::quit();
            return;
        }
        storm = std::make_unique<Storm>(application, sizes[at++], [&] { QTimer::singleShot(0, &application, proceed); });
    };
    QTimer::singleShot(0, &application, proceed);
    return QApplication::exec();
}
