// A day of a wall in fast motion: 17,280 refreshes of 24 panels and as many alert polls, one after the other. How much memory and how
// many open files come of it. benchday [REFRESHES]
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/core/clock.h"
#include "models/sources/sourcestore.h"
#include "tests/bench/chartwall.h"
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "widgets/theme/applytheme.h"

#include <QDir>
#include <QTimer>

#include <cmath>
#include <cstdlib>
#include <malloc.h>

using namespace Watchfloor;
using Bench::HeldApplication;

namespace {

constexpr int seriesCount = 10;
constexpr int pointCount = 240;
constexpr double stepSeconds = 5;
constexpr int settledAfter = 500;
constexpr int alertCount = 200;

int openFiles()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

std::vector<ChartSeries> panelData(int panel, int round)
{
    const double end = 1'795'230'764 + round * stepSeconds;
    auto times = std::make_shared<std::vector<double>>();
    for (int point = 0; point < pointCount; ++point)
        times->push_back(end - stepSeconds * (pointCount - 1 - point));
    std::vector<ChartSeries> made(seriesCount);
    for (int at = 0; at < seriesCount; ++at) {
        made[size_t(at)].name = QStringLiteral("series %1").arg(at);
        made[size_t(at)].series.labels = Labels{{QStringLiteral("instance"), QString::number(at)}};
        made[size_t(at)].series.times = times;
        for (int point = 0; point < pointCount; ++point)
            made[size_t(at)].series.values.push_back(10 + at + 3 * std::sin(0.05 * (point + round) + panel * at));
    }
    return made;
}

/// Every poll a few alerts come and a few go.
AlertmanagerSnapshot alertsOf(int round)
{
    AlertmanagerSnapshot snapshot;
    for (int at = 0; at < alertCount; ++at) {
        OriginAlert alert;
        alert.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("A%1").arg(at % 20)}, {QStringLiteral("instance"), QString::number(at + round % 50)}};
        alert.fingerprint = QStringLiteral("%1").arg(qulonglong(at + round % 50), 16, 16, QLatin1Char('0'));
        alert.startsAt = WallTime(std::chrono::seconds(1'795'230'000));
        snapshot.alerts.push_back(std::move(alert));
    }
    return snapshot;
}

class Day final : public QObject
{
public:
    Day(HeldApplication &application, int refreshes)
        : m_alerts(m_sources)
        , m_refreshes(refreshes)
    {
        connect(&application, &HeldApplication::idle, this, &Day::handleIdle);
        QTimer::singleShot(0, this, &Day::refresh);
    }

    double grown() const { return m_after - m_before; }
    int filesGrown() const { return m_filesAfter - m_filesBefore; }

private:
    void refresh()
    {
        m_wall.notePaints();
        for (size_t at = 0; at < m_wall.charts().size(); ++at) {
            std::vector<ChartSeries> next = panelData(int(at), m_round);
            const double end = next.front().series.times->back();
            m_wall.charts()[at]->setRange({fromEpochSeconds(end - stepSeconds * pointCount), fromEpochSeconds(end)});
            m_wall.charts()[at]->setSeries(std::move(next));
        }
        m_now += std::chrono::seconds(5);
        m_alerts.apply(QStringLiteral("am"), alertsOf(m_round), m_now, WallTime(std::chrono::seconds(1'795'230'764 + m_round * 5)));
        m_alerts.tick(m_now, WallTime(std::chrono::seconds(1'795'230'764 + m_round * 5)));
        m_underWay = true;
    }
    void handleIdle()
    {
        if (!m_underWay || !m_wall.allPainted())
            return;
        m_underWay = false;
        ++m_round;
        if (m_round == std::min(settledAfter, m_refreshes / 4)) {
            m_before = Bench::residentMegabytes();
            m_filesBefore = openFiles();
        }
        if (m_round < m_refreshes) {
            QTimer::singleShot(0, this, &Day::refresh);
            return;
        }
        m_after = Bench::residentMegabytes();
        m_filesAfter = openFiles();
        QApplication::quit();
    }

    Bench::ChartWall m_wall;
    SourceStore m_sources;
    AlertStore m_alerts;
    Instant m_now{std::chrono::hours(1)};
    int m_refreshes;
    int m_round = 0;
    bool m_underWay = false;
    double m_before = 0;
    double m_after = 0;
    int m_filesBefore = 0;
    int m_filesAfter = 0;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    const int refreshes = argc > 1 ? std::atoi(argv[1]) : 17'280;
    Day day(application, refreshes);
    QApplication::exec();
    const std::string span = "a day, " + std::to_string(refreshes) + " refreshes, ";
    Bench::print({span + "grown", "MB", {day.grown()}, 4});
    Bench::print({span + "resident", "MB", {Bench::residentMegabytes()}, {}});
    Bench::print({span + "open files more", "files", {double(day.filesGrown())}, 0});
    return 0;
}
