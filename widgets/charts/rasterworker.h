#pragma once

#include "widgets/charts/seriesraster.h"

#include <QObject>

#include <optional>

namespace Watchfloor {

/// Draws jobs in the thread pool, one at a time and the newest last: a job that comes while one is under way replaces the one
/// that waits, and an image for an older generation is dropped.
class RasterWorker final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void start(RasterJob job);
    /// Whatever is under way is not wanted any more.
    void voidPending();
    int madeCount() const { return m_made; }
    /// Frees samples that nobody shows any more where it holds nobody up.
    static void discard(std::vector<std::shared_ptr<const ChartSeries>> series);
    /// Draws here and now.
    Raster make(const RasterJob &job);

Q_SIGNALS:
    void made(const Watchfloor::Raster &raster);

private:
    void run(RasterJob job);
    void handleMade(int generation, const Raster &raster);

    std::optional<RasterJob> m_waiting;
    int m_generation = 0;
    int m_made = 0;
    bool m_underWay = false;
};

} // namespace Watchfloor
