#include "app/signals.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

/// The writing end that the handler can reach; a handler has no other way to be told.
volatile std::sig_atomic_t interruptWriteEnd = -1;

void noteInterrupt(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(interruptWriteEnd, &byte, 1);
}

} // namespace

std::unique_ptr<QSocketNotifier> notifyOnInterrupt()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
        return nullptr;
    interruptWriteEnd = ends[1];
    // A handler, unlike a blocked signal, is not inherited by the programs we start.
    struct sigaction action{};
    action.sa_handler = noteInterrupt;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        if (::sigaction(number, &action, nullptr) != 0)
            return nullptr;
    return std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
}

void drainInterrupt(QSocketNotifier &notifier)
{
    std::array<char, 64> bytes{};
    while (::read(int(notifier.socket()), bytes.data(), bytes.size()) > 0) {
    }
}

} // namespace Watchfloor
