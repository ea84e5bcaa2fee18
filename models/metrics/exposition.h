#pragma once

#include "models/core/result.h"
#include "models/metrics/exemplar.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace Watchfloor {

struct Sample
{
    QString name;
    Labels labels;
    double value = 0;
    std::optional<double> timestamp; ///< epoch seconds, whatever the format's own unit
    std::optional<Exemplar> exemplar;
};

/// A metric with all its samples, in the order of the page.
struct MetricFamily
{
    QString name;
    QString type = QStringLiteral("untyped"); ///< "unknown" in OpenMetrics
    QString help;
    QString unit;
    std::vector<Sample> samples;
};

struct ExpositionFault
{
    int line = 0;
    QString message;
};

/// A /metrics page as read. Every faulty line is named; the good ones are kept.
struct ExpositionPage
{
    std::vector<MetricFamily> families;
    std::vector<ExpositionFault> faults;

    const MetricFamily *find(QStringView name) const;
};

enum class ExpositionFormat { Text, OpenMetrics };

/// The format a Content-Type names; Text when it names none.
ExpositionFormat expositionFormat(QByteArrayView contentType);

/// Reads a page of the classic text format 0.0.4 or of OpenMetrics 1.0. Refused as a whole: HTML, more than a million samples,
/// an OpenMetrics page without # EOF (it was cut).
Result<ExpositionPage> parseExposition(QByteArrayView body, ExpositionFormat format);

} // namespace Watchfloor
