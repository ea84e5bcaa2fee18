#include "models/silences/silencepolicy.h"

#include "models/core/duration.h"
#include "models/silences/silencepreview.h"

namespace Watchfloor {

namespace {

Error refused(const QString &why)
{
    return {Error::Kind::Invalid, why, {}};
}

/// Texts that have nothing in common: who matches all of them matches anything.
bool matchesAnything(const Matcher &matcher)
{
    constexpr QStringView probes[] = {u"zqxjkv", u"0", u"Q", u"~ \u00e9:/_-"};
    return std::all_of(std::begin(probes), std::end(probes), [&matcher](QStringView probe) { return matcher.matchesValue(probe); });
}

/// Every alert has a name, so any name is no choice.
bool leavesAnythingIn(const Matcher &matcher)
{
    return matcher.matchesValue(u"") || (matcher.name() == u"alertname" && matchesAnything(matcher));
}

Result<void> checkLength(const Silence &silence, const SilencePolicy &policy, WallTime now)
{
    const WallTime begin = std::max(silence.startsAt, now);
    if (silence.endsAt <= silence.startsAt)
        return refused(QStringLiteral("a silence must end after it starts"));
    if (silence.endsAt <= now)
        return refused(QStringLiteral("the end of the silence is over already"));
    if (silence.endsAt - begin > policy.longest)
        return refused(QStringLiteral("the policy allows silences of at most %1").arg(durationText(policy.longest)));
    return {};
}

Result<void> checkBreadth(const Silence &silence, const SilencePreview &preview, const SilencePolicy &policy)
{
    const auto isNeeded = [&policy](const Matcher &matcher) { return policy.need.contains(matcher.name()) && narrows(matcher); };
    if (!policy.need.isEmpty() && std::none_of(silence.matchers.begin(), silence.matchers.end(), isNeeded))
        return refused(policy.need.size() == 1
                           ? QStringLiteral("the policy needs a matcher that says which %1").arg(policy.need.front())
                           : QStringLiteral("the policy needs a matcher that says which of one of these: %1").arg(policy.need.join(QStringLiteral(", "))));
    if (policy.most && preview.muted.size() > size_t(std::max(0, *policy.most)))
        return refused(QStringLiteral("it would mute %1 open alerts, and the policy allows %2").arg(preview.muted.size()).arg(*policy.most));
    return {};
}

} // namespace

bool narrows(const Matcher &matcher)
{
    return matcher.isEqual() && !matcher.matchesValue(u"") && !matchesAnything(matcher);
}

bool mutesEverything(const Matchers &matchers)
{
    return std::all_of(matchers.begin(), matchers.end(), leavesAnythingIn);
}

Result<void> checkSilencePolicy(const Silence &silence, const SilencePreview &preview, const SilencePolicy &policy, WallTime now)
{
    if (silence.matchers.empty())
        return refused(QStringLiteral("a silence needs a matcher"));
    if (mutesEverything(silence.matchers))
        return refused(QStringLiteral("it would mute every alert: at least one matcher must not match a label that is absent, nor any name"));
    if (const auto length = checkLength(silence, policy, now); !length)
        return length;
    if (const auto breadth = checkBreadth(silence, preview, policy); !breadth)
        return breadth;
    if (policy.commentNeeded && silence.comment.trimmed().isEmpty())
        return refused(QStringLiteral("the policy needs a comment: why, and who knows about it"));
    return {};
}

} // namespace Watchfloor
