#pragma once

#include "models/alerts/alert.h"

#include <map>

namespace Watchfloor {

/// What a silence of these matchers mutes now.
struct SilencePreview
{
    std::vector<const Alert *> muted; ///< in the order of the list
    std::map<Severity, int> bySeverity;
    int notYet = 0;   ///< of them not muted by another silence already
    int outOf = 0;    ///< open alerts in all
};

/// The open alerts that every matcher matches, on all their labels, as an Alertmanager would. No matcher matches nothing.
SilencePreview previewSilence(const Matchers &matchers, const std::vector<Alert> &alerts);

/// Matchers that fit exactly this alert: every label of it, equal.
Matchers matchersFor(const Alert &alert);

} // namespace Watchfloor
