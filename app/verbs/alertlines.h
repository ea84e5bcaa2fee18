#pragma once

#include "models/alerts/alert.h"

#include <nlohmann/json.hpp>

#include <map>

namespace Watchfloor {

class Session;

/// Alerts as verbs write them: one JSON object each, or a line for people.
class AlertLines final
{
public:
    explicit AlertLines(const Session &session);

    nlohmann::json json(const Alert &alert) const;
    void print(const Alert &alert) const;
    /// Any of them stands so that a second answer would tell whether members of a cluster disagree.
    bool wantsSecondAnswer() const;

private:
    /// Absent: members say different things, and who was asked once cannot tell whether they disagree.
    std::optional<bool> isDisputed(const Alert &alert) const;

    const Session &m_session;
    std::vector<QStringList> m_clusters; ///< members that answer, of those that have several
};

/// Sources of alerts that cannot be asked now: what they know is missing.
std::vector<QString> blindSources(const Session &session);
nlohmann::json blindJson(const Session &session);
/// Tells them on standard error, and how many these are.
int tellBlindSources(const Session &session);

} // namespace Watchfloor
