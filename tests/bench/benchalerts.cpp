// The alert list under a storm: 10,000 and 100,000 alerts told again, replaced, and filtered, through store, models and the
// page that shows them. What is measured is how long the main loop is held, painting included.
#include "models/session/session.h"
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "tests/support/fakeclock.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/theme/applytheme.h"

#include <QLineEdit>
#include <QTimer>

using namespace Watchfloor;
using namespace std::chrono_literals;
using Bench::HeldApplication;

namespace {

const QString sourceName = QStringLiteral("am-1");
constexpr auto settleTime = 250ms; ///< the page gathers changes for a tenth of a second

struct Size
{
    int alerts;
    int rounds;
    double replaceMs;
    double diffMs;
    double keystrokeMs;
};

OriginAlert alertOf(int number, int round, bool changed, WallTime now)
{
    OriginAlert alert;
    alert.labels = {{QStringLiteral("alertname"), QStringLiteral("Alert%1").arg(number % 40)},
                    {QStringLiteral("severity"), number % 7 == 0 ? QStringLiteral("critical") : QStringLiteral("warning")},
                    {QStringLiteral("service"), QStringLiteral("service-%1").arg(number % 120)},
                    {QStringLiteral("instance"), QStringLiteral("10.%1.%2.%3:9100").arg(number / 62'500).arg(number / 250 % 250).arg(number % 250)},
                    {QStringLiteral("job"), QStringLiteral("node")},
                    {QStringLiteral("env"), QStringLiteral("production")},
                    {QStringLiteral("pod"), QStringLiteral("pod-%1").arg(number)}};
    alert.annotations = {{QStringLiteral("summary"), QStringLiteral("Something is wrong with pod-%1%2").arg(number).arg(changed ? QString::number(round) : QString())}};
    alert.startsAt = WallTime(1'795'220'000'000ms) + std::chrono::seconds(number % 7'200);
    alert.endsAt = now + 4min;
    alert.generatorUrl = QStringLiteral("http://prometheus.example:9090/graph?g0.expr=up");
    return alert;
}

/// `churn` of the alerts are others than in the round before, and 2 % of the rest changed their text.
AlertmanagerSnapshot snapshotOf(int alerts, int churn, int round, WallTime now)
{
    AlertmanagerSnapshot snapshot;
    snapshot.serverTime = now;
    snapshot.alerts.reserve(size_t(alerts));
    for (int at = 0; at < alerts; ++at)
        snapshot.alerts.push_back(alertOf(at < churn ? at + (round + 1) * alerts : at, round, at % 50 == round % 50, now));
    snapshot.totalAlerts = snapshot.alerts.size();
    return snapshot;
}

Workspace workspaceOfOne()
{
    Workspace workspace;
    workspace.name = QStringLiteral("storm");
    SourceSpec source;
    source.name = sourceName;
    source.kind = SourceKind::Alertmanager;
    source.target.base = QUrl(QStringLiteral("http://127.0.0.1:9"));
    source.interval = 24h;
    workspace.sources = {source};
    return workspace;
}

/// One size after the other, one step after the other: each step is started on the loop, and what the loop was held until all is
/// quiet again is its result.
class Storm final : public QObject
{
public:
    Storm(HeldApplication &application, const Size &size, std::function<void()> finished)
        : m_holds(application)
        , m_size(size)
        , m_finished(std::move(finished))
        , m_session(workspaceOfOne(), m_clock, {{}, QStringLiteral("bench"), false})
        , m_page({m_session.stores(), m_session, m_clock, m_session})
    {
        m_page.resize(1280, 900);
        m_page.show();
        addStep("first fill", 1, {}, [this](int) { return tell(0, 0); });
        addStep("told again, 2 % changed", size.rounds, size.replaceMs, [this](int round) { return tell(0, round + 1); });
        addStep("1 % others", size.rounds, size.diffMs, [this](int round) { return tell(m_size.alerts / 100, round + 1); });
        addStep("filter keystroke", 10, size.keystrokeMs, [this](int round) { return type(round); });
        addStep("all others", 1, {}, [this](int round) { return tell(m_size.alerts, round + 500); });
        connect(&m_holds, &HeldApplication::idle, this, [this] {
            if (std::exchange(m_settled, false))
                note();
        });
        QTimer::singleShot(settleTime, this, &Storm::next);
    }

private:
    struct Step
    {
        std::string name;
        int rounds;
        std::optional<double> targetMs;
        std::function<std::function<void()>(int)> prepare;
    };

    void addStep(const char *name, int rounds, std::optional<double> targetMs, std::function<std::function<void()>(int)> prepare)
    {
        m_steps.push_back({std::to_string(m_size.alerts) + " alerts, " + name, rounds, targetMs, std::move(prepare)});
    }

    std::function<void()> tell(int churn, int round)
    {
        // What recovered in the round before is over an hour old and goes.
        m_clock.advance(61min);
        m_session.stores().apply({sourceName, m_clock.now(), m_clock.wall(), SourceAnswer{}});
        m_session.stores().tick(m_clock.now(), m_clock.wall());
        auto observation = std::make_shared<Observation>();
        *observation = {sourceName, m_clock.now(), m_clock.wall(), snapshotOf(m_size.alerts, churn, round, m_clock.wall())};
        return [this, observation]() mutable {
            m_session.stores().apply(*observation);
            observation.reset(); // the last of it goes here, as in the program
        };
    }

    std::function<void()> type(int round)
    {
        static const QString typed = QStringLiteral("pod-12");
        auto *field = m_page.findChild<QWidget *>(QStringLiteral("alertFilter"))->findChild<QLineEdit *>();
        const qsizetype length = round < typed.size() ? round + 1 : std::max<qsizetype>(0, 2 * typed.size() - round - 1);
        return [field, length] { field->setText(typed.left(length)); };
    }

    void next()
    {
        if (m_step == m_steps.size()) {
            m_finished();
            return;
        }
        const std::function<void()> act = m_steps[m_step].prepare(m_round);
        QTimer::singleShot(settleTime, this, [this, act] {
            QTimer::singleShot(0, this, [this, act] {
                m_holds.begin();
                act();
            });
            QTimer::singleShot(settleTime, this, [this] { m_settled = true; });
        });
    }

    void note()
    {
        const Step &step = m_steps[m_step];
        m_sums.push_back(m_holds.sumMs());
        m_longest.push_back(m_holds.longestMs());
        if (++m_round == step.rounds) {
            Bench::print({step.name, "ms", std::exchange(m_longest, {}), step.targetMs});
            Bench::print({step.name + ", sum", "ms", std::exchange(m_sums, {}), {}});
            m_round = 0;
            ++m_step;
        }
        QTimer::singleShot(0, this, &Storm::next);
    }

    HeldApplication &m_holds;
    Size m_size;
    std::function<void()> m_finished;
    Testing::FakeClock m_clock;
    Session m_session;
    AlertsPage m_page;
    std::vector<Step> m_steps;
    std::vector<double> m_sums;
    std::vector<double> m_longest;
    size_t m_step = 0;
    int m_round = 0;
    bool m_settled = false;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    std::unique_ptr<Storm> storm;
    std::vector<Size> sizes{{10'000, 9, 16, 16, 50}, {100'000, 3, 150, 150, 150}};
    if (argc > 1)
        sizes.resize(1);
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
