#include "widgets/charts/rasterworker.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace Watchfloor {

void RasterWorker::start(RasterJob job)
{
    ++m_generation;
    if (m_underWay)
        m_waiting = std::move(job);
    else
        run(std::move(job));
}

void RasterWorker::voidPending()
{
    ++m_generation;
    m_waiting.reset();
}

Raster RasterWorker::make(const RasterJob &job)
{
    voidPending();
    ++m_made;
    return rasterised(job);
}

void RasterWorker::discard(std::vector<std::shared_ptr<const ChartSeries>> series)
{
    size_t samples = 0;
    for (const auto &line : series)
        samples += line->data().size();
    // Below this the way to the pool costs more.
    constexpr size_t worthIt = 50'000;
    if (samples >= worthIt)
        QThreadPool::globalInstance()->start([kept = std::move(series)] {});
}

void RasterWorker::run(RasterJob job)
{
    m_underWay = true;
    QtConcurrent::run([job = std::move(job)] { return rasterised(job); })
        .then(this, [this, generation = m_generation](const Raster &raster) { handleMade(generation, raster); });
}

void RasterWorker::handleMade(int generation, const Raster &raster)
{
    m_underWay = false;
    ++m_made;
    if (m_waiting) {
        RasterJob next = std::move(*m_waiting);
        m_waiting.reset();
        run(std::move(next));
    }
    if (generation == m_generation)
        Q_EMIT made(raster);
}

} // namespace Watchfloor
