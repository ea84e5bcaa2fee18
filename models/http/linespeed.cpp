#include "models/http/linespeed.h"

#include <algorithm>
#include <vector>

namespace Watchfloor {

namespace {

constexpr double fastEnough = 170e6 / 8;      // bytes a second
constexpr qint64 leastMeasured = 128 << 10;   // what is smaller fits into a few packets and says nothing
constexpr size_t mostMeasured = 5;
constexpr int compressedInARow = 64;

}

void LineSpeed::record(qint64 bytes, std::chrono::milliseconds time, bool isCompressed)
{
    if (isCompressed || bytes < leastMeasured)
        return;
    m_bytesPerSecond.push_back(double(bytes) * 1000.0 / double(std::max<qint64>(time.count(), 1)));
    if (m_bytesPerSecond.size() > mostMeasured)
        m_bytesPerSecond.pop_front();
    m_compressed = 0;
}

bool LineSpeed::wantsCompression()
{
    if (m_isLoopback || m_bytesPerSecond.empty())
        return false;
    std::vector<double> sorted(m_bytesPerSecond.begin(), m_bytesPerSecond.end());
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    if (*middle >= fastEnough)
        return false;
    if (++m_compressed <= compressedInARow)
        return true;
    m_bytesPerSecond.clear();
    m_compressed = 0;
    return false;
}

} // namespace Watchfloor
