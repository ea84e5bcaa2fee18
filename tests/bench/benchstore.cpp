// What alerts cost before anybody draws them: 50,000 held, told again, changed, 10,000 of them replaced, their source frozen; and a
// day of storms, for growth. The loop's longest hold is what a person would feel of it.
// benchstore [STORMS]
#include "models/alerts/alertkey.h"
#include "models/alerts/alertstore.h"
#include "tests/bench/measurement.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdlib>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

/// An application that knows how long each event held it.
class Held final : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QCoreApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        QElapsedTimer timer;
        timer.start();
        const bool handled = QCoreApplication::notify(receiver, event);
        note(double(timer.nsecsElapsed()) / 1e6);
        --m_depth;
        return handled;
    }
    void note(double ms)
    {
        longest = std::max(longest, ms);
        sum += ms;
    }
    double longest = 0;
    double sum = 0;

private:
    int m_depth = 0;
};

std::shared_ptr<AlertmanagerSnapshot> snapshotOf(int count, int others, int round, WallTime at)
{
    auto snapshot = std::make_shared<AlertmanagerSnapshot>();
    for (int i = 0; i < count; ++i) {
        const int number = i < others ? i + (round + 1) * count : i;
        OriginAlert alert;
        alert.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("Alert%1").arg(number % 40)},
                              {QStringLiteral("env"), QStringLiteral("production")},
                              {QStringLiteral("instance"), QStringLiteral("10.%1.%2.%3:9100").arg(number / 62'500).arg(number / 250 % 250).arg(number % 250)},
                              {QStringLiteral("job"), QStringLiteral("node")},
                              {QStringLiteral("pod"), QStringLiteral("pod-%1").arg(number)},
                              {QStringLiteral("service"), QStringLiteral("service-%1").arg(number % 120)},
                              {QStringLiteral("severity"), number % 7 == 0 ? QStringLiteral("critical") : QStringLiteral("warning")}};
        alert.annotations = Labels{{QStringLiteral("summary"), QStringLiteral("Something is wrong, %1").arg(i % 50 == round % 50 ? round : 0)}};
        alert.startsAt = WallTime(1'795'220'000s) + std::chrono::seconds(number % 7'200);
        alert.endsAt = at + 4h;
        alert.fingerprint = QStringLiteral("%1").arg(number, 16, 16, QLatin1Char('0'));
        alert.generatorUrl = QStringLiteral("http://prometheus.example:9090/graph?g0.expr=up");
        snapshot->alerts.push_back(std::move(alert));
    }
    markAll(snapshot->alerts);
    snapshot->totalAlerts = snapshot->alerts.size();
    snapshot->serverTime = at;
    return snapshot;
}

class Rounds
{
public:
    explicit Rounds(Held &application)
        : m_application(application)
    {
        SourceSpec source;
        source.name = QStringLiteral("am-1");
        source.kind = SourceKind::Alertmanager;
        source.interval = 3h;
        m_sources.setSources({source});
        m_store.setSliced(true);
    }

    void tell(int count, int others, int round)
    {
        m_clock.advance(61min);
        const auto snapshot = snapshotOf(count, others, round, m_clock.wall());
        m_sources.apply(QStringLiteral("am-1"), {}, m_clock.now());
        measure([&] { m_store.apply(QStringLiteral("am-1"), snapshot, m_clock.now(), m_clock.wall()); });
    }
    /// Its source says nothing more: all of them are unseen.
    void freeze()
    {
        m_clock.advance(48h);
        measure([&] { m_store.tick(m_clock.now(), m_clock.wall()); });
    }
    void print(const std::string &name, std::optional<double> target = {})
    {
        Bench::print({name + ", main loop", "ms", std::exchange(m_sums, {}), {}});
        Bench::print({name + ", longest hold", "ms", std::exchange(m_longest, {}), target});
    }
    /// Measures nothing that was told so far.
    void forget()
    {
        m_sums.clear();
        m_longest.clear();
    }
    void dismissAll()
    {
        QStringList over;
        for (const Alert &alert : m_store.alerts())
            if (alert.state == AlertState::Unseen || !alert.isOpen())
                over << alert.fingerprint;
        for (const QString &fingerprint : over)
            m_store.dismiss(fingerprint);
    }

private:
    void measure(const std::function<void()> &act)
    {
        m_application.longest = 0;
        m_application.sum = 0;
        QElapsedTimer timer;
        timer.start();
        act();
        m_application.note(double(timer.nsecsElapsed()) / 1e6);
        if (m_store.isBusy()) {
            QEventLoop loop;
            QObject::connect(&m_store, &AlertStore::settled, &loop, &QEventLoop::quit, Qt::QueuedConnection);
            loop.exec();
        }
        m_sums.push_back(m_application.sum);
        m_longest.push_back(m_application.longest);
    }

    Held &m_application;
    Testing::FakeClock m_clock;
    SourceStore m_sources;
    AlertStore m_store{m_sources};
    std::vector<double> m_sums;
    std::vector<double> m_longest;
};

} // namespace

int main(int argc, char **argv)
{
    Held application(argc, argv);
    const int storms = argc > 1 ? std::atoi(argv[1]) : 288;
    constexpr int held = 50'000;
    constexpr int count = 5;
    {
        Rounds rounds(application);
        rounds.tell(held, 0, 0);
        rounds.print("store, 50,000 alerts, first", 16);
        for (int round = 1; round <= count; ++round)
            rounds.tell(held, 0, round);
        rounds.print("store, 50,000 alerts told again, 2 % changed", 16);
        for (int round = 1; round <= count; ++round)
            rounds.tell(held, 10'000, round);
        rounds.print("store, 10,000 of 50,000 others", 16);
        rounds.freeze();
        rounds.print("store, 50,000 alerts unseen", 16);
    }
    Rounds day(application);
    double early = 0;
    for (int storm = 0; storm < storms; ++storm) {
        day.tell(storm % 2 == 0 ? 10'000 : 100, storm % 2 == 0 ? 5'000 : 0, storm);
        day.dismissAll();
        if (storm == storms / 4)
            early = Bench::residentMegabytes();
    }
    day.print("store, storms of 10,000 and their ends", 16);
    Bench::print({"store, " + std::to_string(storms) + " storms, growth after the first quarter", "MB", {Bench::residentMegabytes() - early}, 4});
    return 0;
}
