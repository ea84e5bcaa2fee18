#include "app/selfreport.h"

#include "models/core/log.h"

#include <fstream>
#include <unistd.h>

namespace Watchfloor {

namespace {

/// In MB of 2^20 bytes. Source: proc(5), /proc/pid/statm: the second number is the resident set in pages.
double residentMegabytes()
{
    double whole = 0;
    double resident = 0;
    std::ifstream("/proc/self/statm") >> whole >> resident;
    return resident * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

} // namespace

SelfReport::SelfReport(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(std::chrono::minutes(1));
    connect(&m_timer, &QTimer::timeout, this, &SelfReport::write);
    m_timer.start();
}

SelfReport::~SelfReport()
{
    write();
}

void SelfReport::write() const
{
    const LoopMonitor &loop = m_session.loop();
    const auto milliseconds = [](std::chrono::microseconds time) { return double(time.count()) / 1'000; };
    log(LogCategory::App)
        .info("pulse: loop late by {:.1f} ms (median) {:.1f} ms (p99) {:.1f} ms (p99.9) over {} shots, resident {:.1f} MB",
              milliseconds(loop.quantile(0.5)), milliseconds(loop.quantile(0.99)), milliseconds(loop.quantile(0.999)), loop.shots(),
              residentMegabytes());
    log(LogCategory::App).flush();
}

} // namespace Watchfloor
