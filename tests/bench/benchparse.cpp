// Bodies of query_range to columns: time a sample, and peak memory over the size of what comes out.
// benchparse [--write SERIES POINTS FILE] (the body alone, for a peer to parse)
#include "models/metrics/prometheusjson.h"
#include "tests/bench/measurement.h"

#include <QFile>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace Watchfloor;

namespace {

struct Size
{
    int series;
    int points;
    int rounds;
    std::optional<double> targetMs;
};

/// Values as Prometheus writes them: half with all their digits, a quarter integers, a quarter with three decimals.
QByteArray valueText(int kind, double &level, double &counter, std::mt19937 &random)
{
    std::normal_distribution<double> drift(0, 0.1);
    if (kind == 2) {
        counter += double(random() % 5'000);
        return QByteArray::number(qint64(counter));
    }
    level = std::abs(level + drift(random));
    return kind == 3 ? QByteArray::number(level, 'f', 3) : QByteArray::number(level, 'g', 17);
}

QByteArray matrixBody(int seriesCount, int points)
{
    std::mt19937 random(7);
    QByteArray body = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    constexpr qint64 start = 1'767'225'600;
    for (int series = 0; series < seriesCount; ++series) {
        const QByteArray number = QByteArray::number(series);
        body += series > 0 ? "," : "";
        body += R"({"metric":{"__name__":"http_request_duration_seconds","cluster":"prod-eu-1","instance":"10.2.0.)" + number
                + R"(:9100","job":"api-server","namespace":"payments","pod":"api-server-7c9d8b7f6d-)" + number
                + R"(","handler":"/api/v1/things"},"values":[)";
        double level = double(random() % 1'000) / 100;
        double counter = 1e6 + double(random() % 1'000'000'000);
        for (int point = 0; point < points; ++point)
            body += (point > 0 ? ",[" : "[") + QByteArray::number(start + 15 * point) + ",\"" + valueText(series % 4, level, counter, random) + "\"]";
        body += "]}";
    }
    return body + "]}}";
}

double parseOnce(const QByteArray &body, size_t samples)
{
    const auto start = std::chrono::steady_clock::now();
    const Result<QueryAnswer> answer = parseQueryAnswer(body);
    const auto end = std::chrono::steady_clock::now();
    size_t found = 0;
    if (answer)
        for (const Series &series : answer->series)
            found += series.size();
    if (found != samples) {
        std::fprintf(stderr, "%zu samples of %zu parsed\n", found, samples);
        std::exit(1);
    }
    return std::chrono::duration<double, std::milli>(end - start).count();
}

/// Growth of the peak while one body is parsed in a process of its own, over the size of the columns.
double peakShare(const QByteArray &body, size_t samples, double columnBytes)
{
    int ends[2] = {};
    if (::pipe(ends) != 0)
        return 0;
    const pid_t child = ::fork();
    if (child == 0) {
        const double before = Bench::residentMegabytes();
        parseOnce(body, samples);
        const double share = (Bench::peakMegabytes() - before) * 1024 * 1024 / columnBytes;
        const auto written = ::write(ends[1], &share, sizeof share);
        ::_exit(written == ssize_t(sizeof share) ? 0 : 1);
    }
    double share = 0;
    if (::read(ends[0], &share, sizeof share) != ssize_t(sizeof share))
        share = 0;
    ::close(ends[0]);
    ::close(ends[1]);
    ::waitpid(child, nullptr, 0);
    return share;
}

void measure(const Size &size)
{
    const std::string shape = std::to_string(size.series) + " x " + std::to_string(size.points);
    const QByteArray body = matrixBody(size.series, size.points);
    const size_t samples = size_t(size.series) * size_t(size.points);
    if (samples > 1'000'000)
        Bench::print({"parse " + shape + ", peak memory / output", "times", {peakShare(body, samples, double(samples) * 8)}, 1.2});
    std::vector<double> milliseconds;
    std::vector<double> nanoseconds;
    for (int round = 0; round <= size.rounds; ++round) {
        const double time = parseOnce(body, samples);
        if (round == 0)
            continue; // the first touches its memory
        milliseconds.push_back(time);
        nanoseconds.push_back(time * 1e6 / double(samples));
    }
    Bench::print({"parse " + shape, "ms", milliseconds, size.targetMs});
    Bench::print({"parse " + shape + ", a sample", "ns", nanoseconds, std::nullopt});
}

int writeBody(int series, int points, const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    const QByteArray body = matrixBody(series, points);
    return file.open(QIODevice::WriteOnly) && file.write(body) == body.size() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 5 && std::strcmp(argv[1], "--write") == 0)
        return writeBody(std::atoi(argv[2]), std::atoi(argv[3]), argv[4]);
    for (const Size &size : {Size{10, 240, 301, {}}, Size{100, 1'440, 31, 25.0}, Size{500, 11'000, 5, {}}})
        measure(size);
    return 0;
}
