#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>

namespace Watchfloor {

/// Measures how late the main loop runs: a precise timer of 100 ms and how far each shot is behind. The console shows its own pulse.
class LoopMonitor final : public QObject
{
    Q_OBJECT

public:
    explicit LoopMonitor(QObject *parent = nullptr);

    /// The longest delay of the last second.
    std::chrono::microseconds worstRecently() const;
    /// The delay that so many of all shots since the start stayed under, e.g. 0.999.
    std::chrono::microseconds quantile(double share) const;
    qint64 shots() const { return m_shots; }
    void reset();

private:
    void handleShot();

    static constexpr size_t buckets = 2'000; ///< of 100 µs, the last one for all above 200 ms
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    qint64 m_expectedNs = 0;
    qint64 m_shots = 0;
    std::array<qint64, buckets> m_histogram{};
    std::array<std::chrono::microseconds, 10> m_recent{};
};

} // namespace Watchfloor
