#include "models/metrics/exposition.h"

#include "models/metrics/openmetrics.h"
#include "models/metrics/textexposition.h"

#include <algorithm>

namespace Watchfloor {

const MetricFamily *ExpositionPage::find(QStringView name) const
{
    const auto found = std::find_if(families.begin(), families.end(), [name](const MetricFamily &family) { return family.name == name; });
    return found == families.end() ? nullptr : &*found;
}

std::optional<ExpositionFault> ExpositionPage::refusal() const
{
    std::optional<ExpositionFault> first;
    for (const ExpositionFault &fault : faults)
        if (!fault.isRemark && (!first || fault.line < first->line))
            first = fault;
    return first;
}

ExpositionFormat expositionFormat(QByteArrayView contentType)
{
    return contentType.trimmed().startsWith("application/openmetrics-text") ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
}

namespace {

std::string_view viewOf(QByteArrayView body)
{
    return {body.data(), size_t(body.size())};
}

}

ExpositionPage readExposition(QByteArrayView body, ExpositionFormat format)
{
    return format == ExpositionFormat::OpenMetrics ? readOpenMetrics(viewOf(body)) : readTextExposition(viewOf(body), false);
}

Result<ExpositionPage> parseExposition(QByteArrayView body, ExpositionFormat format)
{
    if (body.trimmed().startsWith('<'))
        return Error{Error::Kind::NotExpected, QStringLiteral("HTML page"), {}};
    ExpositionPage page = format == ExpositionFormat::OpenMetrics ? readOpenMetrics(viewOf(body)) : readTextExposition(viewOf(body), true);
    if (page.isCut)
        return Error{Error::Kind::Truncated, QStringLiteral("the page does not end in # EOF"), {}};
    return page;
}

} // namespace Watchfloor
