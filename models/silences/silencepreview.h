#pragma once

#include "models/alerts/alertrows.h"

#include <QHash>

#include <map>
#include <span>

namespace Watchfloor {

/// What a silence of these matchers mutes now.
struct SilencePreview
{
    std::vector<const Alert *> muted; ///< in the order of the list; good until the store changes
    std::map<Severity, int> bySeverity;
    int notYet = 0;   ///< of them not muted by another silence already
    int firing = 0;   ///< of them past their `for`: they would be told, or are only not told because something mutes them
    int outOf = 0;    ///< open alerts in all
};

/// Matches many alerts against the same matchers as an Alertmanager would: on all their labels, the origins' own included. Where
/// Alertmanagers label one alert in several ways one of those is enough; of `members` alone where they are given.
/// Values that came before are not put to a regular expression again. No matcher matches nothing.
class AlertMatch final
{
public:
    AlertMatch() = default;
    explicit AlertMatch(Matchers matchers);
    bool matches(const Alert &alert, const QStringList *members = nullptr);
    /// The same for a plain set of labels.
    bool matches(const Labels &labels);
    const Matchers &matchers() const { return m_matchers; }

private:
    bool fits(size_t matcher, const QString &value);

    Matchers m_matchers;
    std::vector<QHash<QString, bool>> m_known; ///< of each regular expression
};

/// Whether it is beyond its `for` and not over: what a silence keeps from being told.
bool isPastPending(const Alert &alert);

/// Adds what of `alerts` is muted to `preview`, for previews that are made in slices.
void addToPreview(SilencePreview &preview, AlertMatch &match, std::span<const Alert *const> alerts, const QStringList *members = nullptr);

/// The open alerts that every matcher matches, on all their labels, as an Alertmanager would; as those Alertmanagers would where
/// `members` are given. No matcher matches nothing.
SilencePreview previewSilence(const Matchers &matchers, const AlertRows &alerts, const QStringList *members = nullptr);

/// Whether nothing is picked out: no matcher, or each one is satisfied by an absent label or by any name.
bool mutesEverything(const Matchers &matchers);

/// Matchers that fit exactly this alert: every label of it, equal.
Matchers matchersFor(const Alert &alert);
Matchers matchersFor(const Labels &labels);

} // namespace Watchfloor
