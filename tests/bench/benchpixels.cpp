// 24 bodies over loopback to pixels: asked, parsed, decimated, drawn and painted. benchpixels URL SERIES POINTS [ROUNDS]
// URL is a server that hands out bodies of that shape; the peer is given the same.
#include "models/http/httpclient.h"
#include "models/metrics/prometheusclient.h"
#include "tests/bench/chartwall.h"
#include "tests/bench/heldapplication.h"
#include "tests/bench/measurement.h"
#include "widgets/theme/applytheme.h"

#include <QTimer>

#include <cstdlib>
#include <ctime>

using namespace Watchfloor;
using Bench::HeldApplication;

namespace {

constexpr double endSeconds = 1'795'230'764;
constexpr double stepSeconds = 15;

double processorMs()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

class Round final : public QObject
{
public:
    Round(HeldApplication &application, const QUrl &server, int points, int rounds)
        : m_application(application)
        , m_http(HttpTarget{.base = server}, m_clock, std::make_shared<SystemSecretResolver>())
        , m_client(m_http)
        , m_points(points)
        , m_rounds(rounds)
    {
        connect(&application, &HeldApplication::idle, this, &Round::handleIdle);
        QTimer::singleShot(0, this, &Round::ask);
    }

    std::vector<double> whole;
    std::vector<double> held;
    std::vector<double> processor;

private:
    void ask()
    {
        m_wall.notePaints();
        m_underWay = true;
        m_processor = processorMs();
        m_application.begin();
        const TimeRange range{fromEpochSeconds(endSeconds - stepSeconds * (m_points - 1)), fromEpochSeconds(endSeconds)};
        for (size_t at = 0; at < m_wall.charts().size(); ++at)
            m_client.queryRange(QStringLiteral("panel==%1").arg(at), range, std::chrono::seconds(15), this,
                                [chart = m_wall.charts()[at], range](const Result<QueryAnswer> &answer) {
                                    if (!answer) {
                                        std::fputs("the server of bodies did not answer\n", stderr);
                                        std::exit(1);
                                    }
                                    std::vector<ChartSeries> lines;
                                    for (const Series &series : answer->series) {
                                        ChartSeries line;
                                        line.series = series;
                                        line.name = series.labels.value(u"instance");
                                        lines.push_back(std::move(line));
                                    }
                                    chart->setRange(range);
                                    chart->setSeries(std::move(lines));
                                });
    }
    void handleIdle()
    {
        if (!m_underWay || !m_wall.allPainted())
            return;
        m_underWay = false;
        if (m_round++ > 1) {
            whole.push_back(m_application.sinceBeginMs());
            held.push_back(m_application.sumMs());
            processor.push_back(processorMs() - m_processor);
        }
        if (m_round < m_rounds + 2)
            QTimer::singleShot(0, this, &Round::ask);
        else
            QApplication::quit();
    }

    HeldApplication &m_application;
    SystemClock m_clock;
    HttpClient m_http;
    PrometheusClient m_client;
    Bench::ChartWall m_wall;
    int m_points;
    int m_rounds;
    int m_round = 0;
    double m_processor = 0;
    bool m_underWay = false;
};

} // namespace

int main(int argc, char **argv)
{
    HeldApplication application(argc, argv);
    if (argc < 4) {
        std::fputs("usage: benchpixels URL SERIES POINTS [ROUNDS]\n", stderr);
        return 2;
    }
    applyTheme(application, ThemeMode::Dark);
    Round round(application, QUrl(QString::fromLocal8Bit(argv[1])), std::atoi(argv[3]), argc > 4 ? std::atoi(argv[4]) : 25);
    QApplication::exec();
    const std::string shape = std::string("24 bodies of ") + argv[2] + " x " + argv[3];
    Bench::print({shape + ", asked to painted", "ms", round.whole, {}});
    Bench::print({shape + ", main loop", "ms", round.held, {}});
    Bench::print({shape + ", processor", "ms", round.processor, {}});
    return 0;
}
