#pragma once

#include "models/alerts/alertstore.h"
#include "models/core/matcher.h"
#include "models/promql/expression.h"

#include <QHash>

namespace Watchfloor {

/// An alert that the record of the last days knows.
struct PastAlert
{
    QString fingerprint;
    Labels labels;
    Severity severity = Severity::Warning;
    int times = 1;     ///< how many lives it had
    WallTime last{};   ///< when its last one began
    bool operator==(const PastAlert &) const = default;
};

/// What a silence could mute later, beyond what is open now.
struct SilenceReach
{
    struct Rule
    {
        QString source;
        QString name;
        QString group;
        Severity severity = Severity::Warning;
        bool always = false;    ///< every alert that it raises; else it depends on what `decidedBy` will be
        QStringList decidedBy;  ///< labels that only its series, or a template, decide
        bool operator==(const Rule &) const = default;
    };
    std::vector<Rule> rules; ///< those that always are first, then by name
    std::vector<PastAlert> past; ///< the latest first
    size_t rulesOutOf = 0;
    size_t pastOutOf = 0;
};

/// Judges rules by their labels and by what their expressions let through. Expressions are read once. Relabelling between a
/// Prometheus and its Alertmanagers is not seen here: it is in neither's answers.
class RuleReach final
{
public:
    enum class Verdict { Never, Perhaps, Always };

    /// `decidedBy`, where given, gets the labels that leave it open.
    Verdict judge(const Matchers &matchers, const KnownRule &rule, QStringList *decidedBy = nullptr);

private:
    PromExpression read(const QString &expression);
    Verdict judge(const Matcher &matcher, const KnownRule &rule);

    QHash<QString, PromExpression> m_read;
};

/// Of those alerts and rules what every matcher may match. `severities` give the rules theirs. No matcher reaches nothing.
SilenceReach silenceReach(const Matchers &matchers, const std::vector<KnownRule> &rules, const std::vector<PastAlert> &past,
                          const SeverityMapping &severities, RuleReach &reach);

} // namespace Watchfloor
