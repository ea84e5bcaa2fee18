#pragma once

#include "models/core/result.h"
#include "models/metrics/exemplar.h"

#include <QByteArrayView>
#include <QStringList>

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
    QStringList emptyLabels; ///< labels that stand there without a value, which is the same as being absent
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
    bool isRemark = false; ///< the format allows it and Prometheus takes it, though hardly anybody means it
};

/// A /metrics page as read. Every faulty line is named; the good ones are kept.
struct ExpositionPage
{
    std::vector<MetricFamily> families;
    std::vector<ExpositionFault> faults;
    size_t totalSamples = 0; ///< before the cut at the cap
    bool isCut = false;      ///< an OpenMetrics page without its end

    const MetricFamily *find(QStringView name) const;
    /// The first line for which a strict reader refuses the page; absent when it takes the page.
    std::optional<ExpositionFault> refusal() const;
};

enum class ExpositionFormat { Text, OpenMetrics };

/// The format a Content-Type names; Text when it names none.
ExpositionFormat expositionFormat(QByteArrayView contentType);

/// At most so many samples of a page are kept.
inline constexpr size_t expositionSampleLimit = 1'000'000;

/// Reads a page of the classic text format 0.0.4 or of OpenMetrics 1.0, each as its reference parsers do (prometheus/common's
/// expfmt, the OpenMetrics specification). Never refuses: refusal() says what a strict reader refuses.
ExpositionPage readExposition(QByteArrayView body, ExpositionFormat format);

/// The same for a page that came from a server: of a sample that stands there twice the first counts. Refused as a whole: HTML, an OpenMetrics page without # EOF (it was cut).
Result<ExpositionPage> parseExposition(QByteArrayView body, ExpositionFormat format);

} // namespace Watchfloor
