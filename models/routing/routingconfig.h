#pragma once

#include "models/core/matcher.h"
#include "models/routing/timeinterval.h"

#include <QStringList>

#include <chrono>
#include <map>
#include <vector>

namespace Watchfloor {

/// A node of the tree of routes, with what it inherits from those above it already in place.
struct Route
{
    Matchers matchers;
    QString receiver;
    bool continues = false; ///< `continue`: its siblings are asked too after it matched
    QStringList groupBy;    ///< sorted
    bool groupByAll = false; ///< `...`
    std::chrono::milliseconds groupWait = std::chrono::seconds(30);
    std::chrono::milliseconds groupInterval = std::chrono::minutes(5);
    std::chrono::milliseconds repeatInterval = std::chrono::hours(4);
    QStringList muteIntervals;   ///< not inherited
    QStringList activeIntervals; ///< not inherited; empty: always
    bool unread = false;         ///< a matcher cannot be read here: whether it matches is not known, and it is passed over
    std::vector<Route> routes;

    Labels groupLabels(const Labels &labels) const;
};

/// While a source alert fires, alerts of the target are not sent if both have the same values in `equal`; a label that both lack is equal.
struct InhibitRule
{
    QString name;
    Matchers source;
    Matchers target;
    QStringList equal;
    bool unread = false; ///< a matcher cannot be read here: it inhibits nothing as far as we know

    bool isSource(const Labels &labels) const { return !unread && matchAll(source, labels); }
    bool isTarget(const Labels &labels) const { return !unread && matchAll(target, labels); }
    /// Both alerts are on their sides and equal. One that is on both sides is not inhibited by another that is too, nor by itself.
    bool inhibits(const Labels &source, const Labels &target) const;
};

/// Who is told, and by what: "pagerduty", "webhook". Addresses and secrets are not read.
struct Receiver
{
    QString name;
    QStringList integrations; ///< one of each kind, in the order of the file
};

/// Alertmanager's configuration as far as it decides who is told of an alert, and when. Sources: Alertmanager's documentation,
/// configuration; its packages dispatch, inhibit and timeinterval.
struct RoutingConfig
{
    Route root;
    std::vector<InhibitRule> inhibitRules;
    std::map<QString, Receiver> receivers;
    std::map<QString, NamedInterval> intervals;
    std::vector<Fault> faults; ///< what is unknown or cannot be read; the rest stands
    bool valid = false;        ///< there is a tree of routes

    /// A route that an alert takes: the nodes from the root down to it. Never empty.
    using Path = std::vector<const Route *>;
    /// Every route that it takes, in the order of the file: depth first, and on after a match only where that says `continue`.
    std::vector<Path> match(const Labels &labels) const;
    /// What would be said of the labels is not sure: a node that was passed over cannot be read.
    bool passesUnread(const Labels &labels) const;
};

/// `version` is the Alertmanager's, for what changed between them; empty: the newest. At most 10,000 routes are read, 32 deep.
RoutingConfig readRoutingConfig(const QString &text, const QString &version = {});

} // namespace Watchfloor
