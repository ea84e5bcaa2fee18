#include "models/metrics/openmetricshistogram.h"

#include "models/metrics/samplevalue.h"

#include <limits>
#include <utility>

namespace Watchfloor {

bool OpenMetricsHistogram::isNext(const Labels &group, const std::optional<ExactTime> &time) const
{
    return m_point && (m_point->group != group || m_point->time != time);
}

QString OpenMetricsHistogram::add(const Labels &group, const std::optional<ExactTime> &time, QStringView suffix, const Sample &sample)
{
    if (!m_point)
        m_point = Point{.group = group, .time = time, .bound = {}, .count = {}};
    if (suffix == u"_bucket")
        return addBucket(sample);
    if (suffix == u"_count" || suffix == u"_gcount") {
        m_point->count = sample.value;
    } else if (suffix == u"_sum") {
        m_point->hasSum = true;
    } else if (suffix == u"_gsum") {
        m_point->hasGaugeSum = true;
        m_point->hasNegativeGaugeSum = sample.value < 0;
    }
    return {};
}

QString OpenMetricsHistogram::addBucket(const Sample &sample)
{
    const double bound = parseExpositionValue(sample.labels.value(u"le").toStdString()).value_or(0);
    m_point->hasNegativeBuckets = m_point->hasNegativeBuckets || bound < 0;
    QString problem;
    if (m_point->bound && bound <= *m_point->bound)
        problem = QStringLiteral("buckets out of order");
    else if (sample.value < m_point->bucket)
        problem = QStringLiteral("a bucket holds less than the one before it");
    m_point->bound = bound;
    m_point->bucket = sample.value;
    return problem;
}

QString OpenMetricsHistogram::finish()
{
    if (!m_point)
        return {};
    const Point point = *std::exchange(m_point, std::nullopt);
    const bool anySum = point.hasSum || point.hasGaugeSum;
    if (!point.bound || *point.bound != std::numeric_limits<double>::infinity())
        return QStringLiteral("a histogram has no bucket for +Inf");
    if (point.count && point.bucket != *point.count)
        return QStringLiteral("the count of a histogram is not that of its bucket for +Inf");
    if (anySum && !point.count)
        return QStringLiteral("a histogram has a sum and no count");
    if (!anySum && point.count)
        return QStringLiteral("a histogram has a count and no sum");
    if (point.hasNegativeBuckets && point.hasSum)
        return QStringLiteral("a histogram with negative buckets has a sum");
    if (!point.hasNegativeBuckets && point.hasNegativeGaugeSum)
        return QStringLiteral("a histogram has a negative sum and no negative buckets");
    return {};
}

} // namespace Watchfloor
