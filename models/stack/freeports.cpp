#include "models/stack/freeports.h"

#include <QRandomGenerator>
#include <QTcpServer>

#include <memory>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr int lowest = 20'000;
constexpr int highest = 32'000;
constexpr int tries = 2'000;

} // namespace

Result<std::vector<quint16>> freePorts(size_t count)
{
    // All are held until the last is found, so that none comes twice.
    std::vector<std::unique_ptr<QTcpServer>> held;
    std::vector<quint16> ports;
    for (int i = 0; i < tries && ports.size() < count; ++i) {
        const auto port = quint16(QRandomGenerator::global()->bounded(lowest, highest));
        auto server = std::make_unique<QTcpServer>();
        if (!server->listen(QHostAddress(QHostAddress::LocalHost), port))
            continue;
        ports.push_back(port);
        held.push_back(std::move(server));
    }
    if (ports.size() < count)
        return Error{Error::Kind::Io, u"%1 free ports were not found"_s.arg(count), u"127.0.0.1"_s};
    return ports;
}

} // namespace Watchfloor
