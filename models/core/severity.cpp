#include "models/core/severity.h"

namespace Watchfloor {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Emergency:
        return QStringLiteral("emergency");
    case Severity::Critical:
        return QStringLiteral("critical");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::None:
        return QStringLiteral("none");
    }
    return {};
}

State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Emergency:
    case Severity::Critical:
        return State::Critical;
    case Severity::Warning:
        return State::Warning;
    case Severity::Info:
    case Severity::None:
        return State::Healthy;
    }
    return State::Critical;
}

Severity SeverityMapping::of(const QString &word) const
{
    for (const Severity severity : allSeverities)
        if (words.value(severity).contains(word, Qt::CaseInsensitive))
            return severity;
    return Severity::Warning;
}

} // namespace Watchfloor
