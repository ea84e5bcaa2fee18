#include "widgets/desk/alarmwords.h"

#include "models/core/format.h"

namespace Watchfloor::AlarmWords {

namespace {

constexpr qsizetype mostNamed = 3;
constexpr int longestName = 80;

/// Its words are translated under this name.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::AlarmWords)
};

/// What all have in common before or behind the colon of "payment: HighErrorRate"; empty: nothing.
QString common(const std::vector<const Alarm *> &alarms, int part)
{
    const auto partOf = [part](const Alarm &alarm) { return alarm.name.contains(QLatin1String(": ")) ? alarm.name.section(QStringLiteral(": "), part, part) : QString(); };
    const QString first = partOf(*alarms.front());
    const bool all = std::all_of(alarms.begin(), alarms.end(), [&](const Alarm *alarm) { return partOf(*alarm) == first; });
    return all ? Format::safeText(first, longestName) : QString();
}

} // namespace

QString nameOf(const Alert &alert)
{
    const QString name = alert.name().isEmpty() ? Words::tr("An alert without a name") : alert.name();
    return alert.service().isEmpty() ? name : QStringLiteral("%1: %2").arg(alert.service(), name);
}

QString title(const Alarm &alarm, const QString &escalatedTo)
{
    if (alarm.event != DeskEvent::Escalated)
        return alarm.name;
    return escalatedTo.isEmpty() ? Words::tr("Nobody answered: %1").arg(alarm.name) : Words::tr("Now %1's: %2", "a person, and an alert").arg(escalatedTo, alarm.name);
}

QString titleOfMany(const std::vector<const Alarm *> &alarms, bool sources, bool late)
{
    const int count = int(alarms.size());
    if (sources)
        return Words::tr("%n source(s) cannot be seen", nullptr, count);
    if (late)
        return Words::tr("%n alert(s) began meanwhile and still fire", nullptr, count);
    const QString service = common(alarms, 0);
    const QString name = common(alarms, 1);
    const QString cause = service.isEmpty() ? name : service;
    const QString what = Words::tr("%n alert(s) began to fire", nullptr, count);
    return cause.isEmpty() ? what : Words::tr("%1: %2", "what alerts have in common, and how many").arg(cause, what);
}

QString bodyOfMany(const std::vector<const Alarm *> &alarms)
{
    StateCounts counts;
    QStringList names;
    for (const Alarm *alarm : alarms) {
        counts.add(stateOf(alarm->severity));
        if (names.size() == mostNamed)
            continue;
        if (const QString name = Format::safeText(alarm->name, longestName); !names.contains(name))
            names << name;
    }
    const QString listed = names.join(QStringLiteral(", "));
    const QString figures = Words::tr("%1 critical, %2 warning").arg(Format::count(counts.of(State::Critical)), Format::count(counts.of(State::Warning)));
    return int(alarms.size()) > names.size() ? Words::tr("%1: %2 and more").arg(figures, listed) : Words::tr("%1: %2").arg(figures, listed);
}

QString cannotBeSeen(const QString &source)
{
    return Words::tr("%1 cannot be seen").arg(source);
}

QString seenAgain(const QString &source)
{
    return Words::tr("%1 is seen again").arg(source);
}

QString howItEnded(const Alert &alert)
{
    if (alert.state == AlertState::Vanished)
        return Words::tr("Its series disappeared: whether all is well is not known");
    const WallTime begin = alert.firingSince.value_or(alert.startsAt);
    if (!alert.endedAt || *alert.endedAt <= begin)
        return Words::tr("Recovered");
    return Words::tr("Recovered after %1").arg(Format::span(*alert.endedAt - begin));
}

QString allOver()
{
    return Words::tr("All of them are over or taken on");
}

QString reopened()
{
    return Words::tr("its acknowledgement is over and it still fires");
}

QString flaps(int starts)
{
    return Words::tr("it flaps: %n start(s) in a short time, told once", nullptr, starts);
}

QString keptBack(WallTime since, WallTime now)
{
    return Words::tr("since %1, kept back until now").arg(Format::moment(since, now));
}

} // namespace Watchfloor::AlarmWords
