#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <deque>

namespace Watchfloor {

/// Whether a server is better asked for compressed bodies: compressing costs it eight to ten times the work, and wins only on
/// lines slower than some 170 Mbit/s. Large plain bodies are the measure; nothing is compressed on this machine.
class LineSpeed
{
public:
    /// To this machine no measure is needed.
    void setLoopback(bool loopback) { m_isLoopback = loopback; }

    /// A body of `bytes` came within `time`, from its first byte to its last.
    void record(qint64 bytes, std::chrono::milliseconds time, bool isCompressed);
    /// Asked before each request for a large body. Now and then no on a slow line as well, to measure it again.
    bool wantsCompression();

private:
    bool m_isLoopback = false;
    std::deque<double> m_bytesPerSecond; ///< of the latest plain bodies
    int m_compressed = 0;                ///< requests since the line was measured
};

} // namespace Watchfloor
