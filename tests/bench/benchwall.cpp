// A wall of 24 charts, every series replaced and every chart painted: how long the main loop is held, and how long it takes in all.
// benchwall [SERIES POINTS ROUNDS]
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "widgets/charts/timechart.h"
#include "widgets/theme/applytheme.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cmath>
#include <cstdlib>

using namespace Watchfloor;
using Bench::HeldApplication;

namespace {

constexpr int columns = 6;
constexpr int rows = 4;
constexpr QSize panelSize(318, 268);
constexpr double stepSeconds = 15;

struct Size
{
    int series;
    int points;
    int rounds;
    std::optional<double> targetMs;
};

/// A level of its own for each series, and a ripple that is different in every round.
std::vector<ChartSeries> panelData(const Size &size, int panel, int round)
{
    const double end = 1'795'230'764 + round * stepSeconds;
    auto times = std::make_shared<std::vector<double>>();
    times->reserve(size_t(size.points));
    for (int point = 0; point < size.points; ++point)
        times->push_back(end - stepSeconds * (size.points - 1 - point));
    std::vector<ChartSeries> made(size_t(size.series));
    for (int at = 0; at < size.series; ++at) {
        ChartSeries &line = made[size_t(at)];
        line.name = QStringLiteral("series %1").arg(at);
        line.series.labels = Labels{{QStringLiteral("instance"), QString::number(at)}, {QStringLiteral("panel"), QString::number(panel)}};
        line.series.times = times;
        line.series.values.reserve(size_t(size.points));
        quint32 noise = quint32(panel * 977 + at * 131 + round * 7 + 1);
        for (int point = 0; point < size.points; ++point) {
            noise = noise * 1'664'525u + 1'013'904'223u;
            line.series.values.push_back(10 + at + 3 * std::sin(0.05 * (point + round) + panel) + double(noise >> 8) / double(1 << 24));
        }
    }
    return made;
}

class Wall final : public QObject
{
public:
    Wall(HeldApplication &application, const Size &shape, std::function<void()> finished)
        : m_holds(application)
        , m_size(shape)
        , m_finished(std::move(finished))
    {
        m_window.resize(columns * panelSize.width() + 12, rows * panelSize.height() + 8);
        for (int at = 0; at < columns * rows; ++at) {
            auto *chart = new TimeChart(&m_window);
            chart->setGeometry(QRect(QPoint(at % columns * (panelSize.width() + 2), at / columns * (panelSize.height() + 2)), panelSize));
            chart->setLegend(TimeChart::Legend::None);
            m_charts.push_back(chart);
        }
        m_window.show();
        connect(&m_holds, &HeldApplication::idle, this, &Wall::handleIdle);
        QTimer::singleShot(0, this, &Wall::refresh);
    }

private:
    /// Each chart gets its data as soon as it is made, so that not all of the old and the new are there at once; making it does not
    /// count. Nothing is drawn before the loop comes round.
    void refresh()
    {
        m_paintsBefore.clear();
        m_rastersBefore.clear();
        QElapsedTimer clock;
        qint64 handedNs = 0;
        for (size_t at = 0; at < m_charts.size(); ++at) {
            TimeChart *chart = m_charts[at];
            m_paintsBefore.push_back(chart->paintCount());
            m_rastersBefore.push_back(chart->rasterCount());
            std::vector<ChartSeries> next = panelData(m_size, int(at), m_round);
            const double end = next.front().series.times->back();
            clock.start();
            chart->setRange({fromEpochSeconds(end - stepSeconds * m_size.points), fromEpochSeconds(end)});
            chart->setSeries(std::move(next));
            handedNs += clock.nsecsElapsed();
        }
        m_handedMs = double(handedNs) / 1e6;
        m_underWay = true;
        m_holds.begin();
    }
    void handleIdle()
    {
        if (!m_underWay)
            return;
        for (size_t at = 0; at < m_charts.size(); ++at)
            if (m_charts[at]->rasterCount() == m_rastersBefore[at] || m_charts[at]->paintCount() == m_paintsBefore[at])
                return;
        m_underWay = false;
        if (m_round > 1) { // two rounds to find the axes and fill the caches
            m_held.push_back(m_handedMs + m_holds.sumMs());
            m_longest.push_back(m_holds.longestMs());
            m_whole.push_back(m_handedMs + m_holds.sinceBeginMs());
        }
        if (++m_round < m_size.rounds + 2)
            QTimer::singleShot(0, this, &Wall::refresh);
        else
            QTimer::singleShot(0, this, &Wall::report);
    }
    void report()
    {
        const std::string shape = "wall 24 x " + std::to_string(m_size.series) + " x " + std::to_string(m_size.points);
        Bench::print({shape + ", main loop", "ms", m_held, m_size.targetMs});
        Bench::print({shape + ", longest hold", "ms", m_longest, std::nullopt});
        Bench::print({shape + ", data to painted", "ms", m_whole, std::nullopt});
        Bench::print({shape + ", resident", "MB", {Bench::residentMegabytes()}, std::nullopt});
        m_finished();
    }

    HeldApplication &m_holds;
    Size m_size;
    std::function<void()> m_finished;
    QWidget m_window;
    std::vector<TimeChart *> m_charts;
    double m_handedMs = 0;
    std::vector<int> m_paintsBefore;
    std::vector<int> m_rastersBefore;
    std::vector<double> m_held;
    std::vector<double> m_longest;
    std::vector<double> m_whole;
    int m_round = 0;
    bool m_underWay = false;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    std::vector<Size> sizes{{10, 240, 41, 8.0}, {20, 1'440, 21, {}}, {50, 11'000, 7, {}}};
    if (argc == 4)
        sizes = {{std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3]), {}}};
    std::unique_ptr<Wall> wall;
    size_t next = 0;
    const std::function<void()> proceed = [&] {
        if (next == sizes.size()) {
            QApplication::quit();
            return;
        }
        wall.reset();
        wall = std::make_unique<Wall>(application, sizes[next++], [&] { QTimer::singleShot(0, &application, proceed); });
    };
    QTimer::singleShot(0, &application, proceed);
    return QApplication::exec();
}
