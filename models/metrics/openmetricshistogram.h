#pragma once

#include "models/metrics/expositionline.h"

namespace Watchfloor {

/// The rules that hold for all samples of one point of a histogram or gauge histogram together. Points come one after the other:
/// finish() ends one. It and add() say what is wrong, or nothing.
class OpenMetricsHistogram
{
public:
    /// A sample of these labels, without le, and time is not of the point that is being read.
    bool isNext(const Labels &group, const std::optional<ExactTime> &time) const;
    QString add(const Labels &group, const std::optional<ExactTime> &time, QStringView suffix, const Sample &sample);
    QString finish();

private:
    QString addBucket(const Sample &sample);

    struct Point
    {
        Labels group;
        std::optional<ExactTime> time;
        std::optional<double> bound;
        double bucket = 0;
        std::optional<double> count;
        bool hasSum = false;
        bool hasGaugeSum = false;
        bool hasNegativeBuckets = false;
        bool hasNegativeGaugeSum = false;
    };
    std::optional<Point> m_point;
};

} // namespace Watchfloor
