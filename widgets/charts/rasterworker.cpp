#include "widgets/charts/rasterworker.h"

#include <QFuture>
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
