#include "widgets/alerts/tracewords.h"

#include "models/core/format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Watchfloor {

namespace {

using Verdict = NotificationTrace::Verdict;

constexpr int widestName = 60;
constexpr int widestStep = 120;
constexpr int widestComment = 200;
constexpr qsizetype mostNames = 4;

constexpr std::array<std::pair<const char16_t *, const char16_t *>, 19> integrationNames{{
    {u"pagerduty", u"PagerDuty"},   {u"slack", u"Slack"},          {u"email", u"e-mail"},        {u"webhook", u"webhook"},       {u"opsgenie", u"Opsgenie"},
    {u"victorops", u"VictorOps"},   {u"pushover", u"Pushover"},    {u"wechat", u"WeChat"},       {u"telegram", u"Telegram"},     {u"webex", u"Webex"},
    {u"msteams", u"Microsoft Teams"}, {u"msteamsv2", u"Microsoft Teams"}, {u"discord", u"Discord"}, {u"sns", u"Amazon SNS"},      {u"jira", u"Jira"},
    {u"rocketchat", u"Rocket.Chat"}, {u"mattermost", u"Mattermost"}, {u"incidentio", u"incident.io"}, {u"hipchat", u"HipChat"},
}};

QString safe(const QString &text)
{
    return Format::safeText(text, widestName);
}

/// The first few, and how many more.
QString listed(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), mostNames)))
        shown << safe(name);
    return names.size() > mostNames ? shown.join(QStringLiteral(", ")) + QStringLiteral(" +%1").arg(names.size() - mostNames) : shown.join(QStringLiteral(", "));
}

QString conditions(const Matchers &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << matcher.toString();
    return Format::safeText(parts.join(QStringLiteral(", ")), widestStep);
}

Tone toneOfVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Notified:
    case Verdict::Over:
    case Verdict::Pending:
        return Tone::Primary;
    case Verdict::Waiting:
    case Verdict::NotListed:
        return Tone::Warning;
    case Verdict::Silenced:
    case Verdict::Inhibited:
    case Verdict::Muted:
        return Tone::Secondary;
    case Verdict::Unknown:
        return Tone::Blind;
    }
    return Tone::Primary;
}

/// The route that tells first.
const RouteTrace *firstRoute(const NotificationTrace &trace)
{
    const auto first = std::min_element(trace.routes.begin(), trace.routes.end(), [](const RouteTrace &a, const RouteTrace &b) { return a.firstAt < b.firstAt; });
    return first == trace.routes.end() ? nullptr : &*first;
}

} // namespace

QString TraceWords::integration(const QString &name)
{
    const auto known = std::find_if(integrationNames.begin(), integrationNames.end(), [&name](const auto &each) { return name == QStringView(each.first); });
    return known == integrationNames.end() ? safe(name) : QString::fromUtf16(known->second);
}

QStringList TraceWords::steps(const RouteTrace &route)
{
    QStringList steps;
    for (const QString &step : route.path)
        steps << (step.isEmpty() ? tr("every alert") : Format::safeText(step, widestStep));
    if (steps.isEmpty())
        steps << tr("default route");
    steps << tr("receiver %1").arg(safe(route.receiver));
    QStringList integrations;
    for (const QString &name : route.integrations)
        integrations << integration(name);
    steps << (integrations.isEmpty() ? tr("tells nobody") : integrations.join(QStringLiteral(", ")));
    return steps;
}

QString TraceWords::receivers(const NotificationTrace &trace)
{
    QStringList names;
    for (const RouteTrace &route : trace.routes)
        names << route.receiver;
    names.removeDuplicates();
    return listed(names);
}

QString TraceWords::muted(const NotificationTrace &trace, WallTime now)
{
    const RouteTrace *route = nullptr;
    for (const RouteTrace &each : trace.routes)
        if (each.isMuted() && (!route || (each.mutedUntil && (!route->mutedUntil || *each.mutedUntil < *route->mutedUntil))))
            route = &each;
    if (!route)
        return {};
    const QString until = route->mutedUntil ? Format::moment(*route->mutedUntil, now) : QString();
    if (!route->mutedBy.isEmpty())
        return until.isEmpty() ? tr("the route is muted by %1, without an end within a year").arg(listed(route->mutedBy))
                               : tr("the route is muted by %1 until %2").arg(listed(route->mutedBy), until);
    return until.isEmpty() ? tr("the route is active only in %1, not within a year").arg(listed(route->activeIntervals))
                           : tr("the route is active only in %1, next at %2").arg(listed(route->activeIntervals), until);
}

/// Why it is not sent now.
QString TraceWords::held(const NotificationTrace &trace, WallTime now)
{
    if (trace.verdict == Verdict::Muted)
        return muted(trace, now);
    if (trace.verdict == Verdict::Inhibited) {
        const InhibitorTrace &by = trace.inhibitors.front();
        if (by.name.isEmpty())
            return tr("another alert that fires holds it back");
        return by.service.isEmpty() ? tr("%1 fires and holds it back").arg(safe(by.name)) : tr("%1 of %2 fires and holds it back").arg(safe(by.name), safe(by.service));
    }
    const auto last = std::max_element(trace.silences.begin(), trace.silences.end(), [](const SilenceTrace &a, const SilenceTrace &b) { return a.endsAt < b.endsAt; });
    if (last->createdBy.isEmpty() && last->endsAt == WallTime{})
        return tr("a silence that is not known here mutes it");
    return tr("silenced by %1 until %2").arg(safe(last->createdBy), Format::moment(last->endsAt, now));
}

QString TraceWords::sentence(const NotificationTrace &trace, WallTime now)
{
    const QString name = safe(trace.alertmanager);
    const auto sent = trace.sentAt();
    const RouteTrace *first = firstRoute(trace);
    switch (trace.verdict) {
    case Verdict::Notified:
        return tr("Sent to %1 at %2.").arg(receivers(trace), Format::moment(*sent, now));
    case Verdict::Waiting:
        if (first && first->firstAt > now)
            return tr("Not sent yet: the group waits until %1, in %2.").arg(Format::clockTime(first->firstAt), Format::countdown(first->firstAt - now));
        return tr("Not sent yet.");
    case Verdict::Silenced:
    case Verdict::Inhibited:
    case Verdict::Muted: {
        const QString why = held(trace, now);
        return sent ? tr("Sent to %1 at %2, and not since: %3.").arg(receivers(trace), Format::moment(*sent, now), why) : tr("Not sent: %1.").arg(why);
    }
    case Verdict::Pending:
        if (trace.firesAt && *trace.firesAt > now)
            return tr("Not sent yet: it is pending in Prometheus and fires in %1 if it stays true.").arg(Format::countdown(*trace.firesAt - now));
        return tr("Not sent yet: it is pending in Prometheus.");
    case Verdict::NotListed:
        return trace.members.size() > 1 ? tr("No member of %1 has it: nobody was told of it there.").arg(name) : tr("%1 does not have it: nobody was told of it there.").arg(name);
    case Verdict::Over:
        return sent ? tr("It is over. It was sent to %1 at %2.").arg(receivers(trace), Format::moment(*sent, now)) : tr("It is over.");
    case Verdict::Unknown:
        break;
    }
    const bool listed = std::any_of(trace.members.begin(), trace.members.end(), [](const MemberTrace &member) { return member.lists; });
    return listed ? tr("%1 has it, but its routes are not known: whom it told cannot be said.").arg(name)
                  : tr("%1 cannot be asked: whether it told anybody is not known.").arg(name);
}

void TraceWords::addRouteNotes(const NotificationTrace &trace, WallTime now, std::vector<Note> &notes)
{
    const RouteTrace *first = firstRoute(trace);
    if (!first || trace.verdict == Verdict::Over || trace.verdict == Verdict::NotListed || trace.verdict == Verdict::Unknown)
        return;
    QStringList by;
    for (const auto &[label, value] : first->groupLabels)
        by << label + u'=' + value;
    QString group;
    if (first->groupByAll)
        group = tr("Grouped with no other alert");
    else if (by.isEmpty())
        group = tr("All alerts of the route are one group");
    else
        group = tr("Grouped by %1").arg(listed(by));
    if (first->groupSize > 1)
        group = tr("%1, %n alert(s) in it", nullptr, first->groupSize).arg(group);
    if (first->nextAt)
        notes.push_back({tr("%1. Sent again at %2 if nothing in it changes.").arg(group, Format::moment(*first->nextAt, now))});
    else
        notes.push_back({group + u'.'});
    notes.push_back({tr("Times are computed from its configuration (group_wait %1, group_interval %2, repeat_interval %3); no Alertmanager tells when it sends.")
                         .arg(Format::span(first->groupWait), Format::span(first->groupInterval), Format::span(first->repeatInterval)),
                     Tone::Hint});
    if (trace.verdict == Verdict::Pending)
        notes.push_back({tr("It would go to %1, %2 after it fires.").arg(receivers(trace), Format::span(first->groupWait))});
    if (trace.verdict == Verdict::Notified || trace.verdict == Verdict::Waiting)
        if (const QString why = muted(trace, now); !why.isEmpty())
            notes.push_back({tr("On one route not now: %1.").arg(why)});
}

void TraceWords::addNotes(const NotificationTrace &trace, WallTime now, std::vector<Note> &notes)
{
    if (trace.verdict == Verdict::Silenced)
        for (const SilenceTrace &silence : trace.silences)
            if (!silence.comment.isEmpty())
                notes.push_back({tr("“%1”").arg(Format::safeText(silence.comment, widestComment))});
    if (trace.verdict == Verdict::Inhibited)
        if (const auto &rule = trace.inhibitors.front().rule)
            notes.push_back({rule->equal.isEmpty() ? tr("By the rule that %1 holds back %2.").arg(conditions(rule->source), conditions(rule->target))
                                                   : tr("By the rule that %1 holds back %2 of the same %3.").arg(conditions(rule->source), conditions(rule->target), listed(rule->equal))});
    addRouteNotes(trace, now, notes);
    const QStringList blind = trace.blindMembers();
    const bool listed = std::any_of(trace.members.begin(), trace.members.end(), [](const MemberTrace &member) { return member.lists; });
    for (const QString &member : blind)
        if (trace.verdict != Verdict::Unknown || listed)
            notes.push_back({trace.verdict == Verdict::Notified ? tr("%1 cannot be asked: a second page from it is possible").arg(safe(member))
                                                                : tr("%1 cannot be asked: a page from it is possible").arg(safe(member)),
                             Tone::Blind});
    for (const MemberTrace &member : trace.members)
        if (listed && !member.lists && member.visibility != State::Blind && trace.verdict != Verdict::Over)
            notes.push_back({tr("%1 does not list it.").arg(safe(member.name)), Tone::Warning});
    if (trace.configurationsDiffer)
        notes.push_back({tr("The members of %1 do not have the same configuration.").arg(safe(trace.alertmanager)), Tone::Warning});
    if (trace.uncertain)
        notes.push_back({tr("A part of its configuration cannot be read here: another route may apply."), Tone::Warning});
}

TraceWords::Words TraceWords::of(const NotificationTrace &trace, WallTime now)
{
    Words words{sentence(trace, now), toneOfVerdict(trace.verdict), {}};
    addNotes(trace, now, words.notes);
    return words;
}

QString TraceWords::title(const std::vector<NotificationTrace> &traces)
{
    const auto any = [&traces](auto &&holds) { return std::any_of(traces.begin(), traces.end(), holds); };
    if (any([](const NotificationTrace &trace) { return trace.sentAt().has_value(); }))
        return tr("Why you were notified");
    if (any([](const NotificationTrace &trace) { return trace.verdict == Verdict::Unknown; }))
        return tr("Whether you were notified");
    return tr("Why you were not notified");
}

QString TraceWords::summary(const std::vector<NotificationTrace> &traces, WallTime now)
{
    for (const NotificationTrace &trace : traces)
        if (const auto sent = trace.sentAt())
            return tr("%1, %2").arg(receivers(trace), Format::moment(*sent, now));
    return traces.empty() ? QString() : sentence(traces.front(), now);
}

} // namespace Watchfloor
