#pragma once

#include "models/rules/rulefile.h"
#include "models/sources/source.h"

namespace Watchfloor {

/// What the private Prometheus reads and scrapes, and through whom.
struct RuleSetup
{
    std::vector<SourceSpec> sources; ///< Prometheus and raw pages, by the places that the forwarder knows them by
    std::vector<size_t> readable;    ///< places of those that rules read
    quint16 forwarderPort = 0;
    QString tokenFile; ///< holds what the forwarder wants to be borne
    QStringList ruleFiles;
    std::chrono::milliseconds interval{15'000}; ///< of a group that names none
};

/// prometheus.yml, written as JSON, which is YAML: nothing in a name can break out of its quotes.
/// Source: Prometheus documentation, configuration.
QByteArray prometheusConfiguration(const RuleSetup &setup);

/// A rule file as Prometheus reads it.
QByteArray ruleFileText(const RuleFile &file);

/// The configuration of its web side: nobody on this machine but `user` with that password, who is the console, for what it reads may
/// be meant for the console's eyes alone. Empty where no hash can be made.
/// Source: Prometheus documentation, HTTPS and authentication.
QByteArray webConfiguration(const QString &user, const QByteArray &password);

} // namespace Watchfloor
