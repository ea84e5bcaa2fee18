#include "tests/bench/measurement.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace Watchfloor::Bench {

namespace {

double statusMegabytes(const std::string &key)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(key, 0) != 0)
            continue;
        double kilobytes = 0;
        std::istringstream(line.substr(key.size())) >> kilobytes;
        return kilobytes / 1024;
    }
    return 0;
}

double medianOf(const std::vector<double> &sorted)
{
    const size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

} // namespace

void print(Measurement measurement)
{
    if (measurement.rounds.empty()) {
        std::printf("%-46s  %10s\n", measurement.name.c_str(), "not measured");
        return;
    }
    std::sort(measurement.rounds.begin(), measurement.rounds.end());
    const double median = medianOf(measurement.rounds);
    char target[32] = "-";
    if (measurement.target)
        std::snprintf(target, sizeof target, "%g", *measurement.target);
    const char *verdict = !measurement.target ? "-" : median <= *measurement.target ? "met" : "over";
    std::printf("%-46s  %10.2f  %10.2f  %10.2f  %-9s  %8s  %s\n", measurement.name.c_str(), median, measurement.rounds.front(),
                measurement.rounds.back(), measurement.unit.c_str(), target, verdict);
    std::fflush(stdout);
}

double residentMegabytes()
{
    return statusMegabytes("VmRSS:");
}

double peakMegabytes()
{
    return statusMegabytes("VmHWM:");
}

} // namespace Watchfloor::Bench
