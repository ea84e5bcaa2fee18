#include "app/verbs/explainkinds.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace Watchfloor {

namespace {

constexpr ExplainKind kinds[] = {
    {"metrics", Explain::metrics},
    {"promql-answer", Explain::promqlAnswer},
    {"value", Explain::value},
    {"interval", Explain::interval},
    {"dashboard", Explain::dashboard},
    {"duration", Explain::duration},
    {"matchers", Explain::matchers},
    {"alertmanager", Explain::alertmanager},
    {"condition", Explain::condition},
    {"jsonpath", Explain::jsonpath},
    {"health", Explain::health},
};

}

const ExplainKind *explainKind(std::string_view name)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [name](const ExplainKind &kind) { return name == kind.name; });
    return found == std::end(kinds) ? nullptr : found;
}

QStringList explainKindNames()
{
    QStringList names;
    for (const ExplainKind &kind : kinds)
        names.append(QLatin1String(kind.name));
    return names;
}

} // namespace Watchfloor
