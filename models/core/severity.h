#pragma once

#include "models/core/state.h"

#include <QMetaType>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Watchfloor {

/// How bad an alert is by its own words, worst first, after the workspace's mapping of each site's words.
enum class Severity { Emergency, Critical, Warning, Info, None };

inline constexpr std::array allSeverities{Severity::Emergency, Severity::Critical, Severity::Warning, Severity::Info, Severity::None};

QString severityName(Severity severity);

/// Emergency and Critical are critical, Warning is warning, the rest is healthy: an information does not colour a service.
State stateOf(Severity severity);

/// Which words of a `severity` label mean what. Comparison ignores case; an unknown word and an absent one
/// are Warning: nobody said that it does no harm.
struct SeverityMapping
{
    QMap<Severity, QStringList> words{
        {Severity::Emergency, {QStringLiteral("emergency"), QStringLiteral("p0"), QStringLiteral("page")}},
        {Severity::Critical, {QStringLiteral("critical"), QStringLiteral("p1"), QStringLiteral("error")}},
        {Severity::Warning, {QStringLiteral("warning"), QStringLiteral("high"), QStringLiteral("p2"), QStringLiteral("ticket")}},
        {Severity::Info, {QStringLiteral("info"), QStringLiteral("p3"), QStringLiteral("low")}},
        {Severity::None, {QStringLiteral("none")}},
    };

    Severity of(const QString &word) const;
    bool operator==(const SeverityMapping &) const = default;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Severity)
