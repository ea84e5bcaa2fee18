#include "models/episodes/episodereport.h"

#include "models/episodes/episodedays.h"
#include "models/episodes/shiftclock.h"

#include <cmath>
#include <map>
#include <tuple>

namespace Watchfloor {

namespace {

using std::chrono::milliseconds;

constexpr auto idleAfter = std::chrono::hours(1);

class Spans
{
public:
    void add(const std::optional<milliseconds> &span)
    {
        if (span)
            m_known.push_back(*span);
        else
            ++m_missing;
    }

    TimeFigure figure()
    {
        TimeFigure figure;
        figure.missing = m_missing;
        figure.known = int(m_known.size());
        if (m_known.empty())
            return figure;
        std::sort(m_known.begin(), m_known.end());
        double sum = 0;
        for (const milliseconds span : m_known)
            sum += double(span.count());
        const size_t middle = m_known.size() / 2;
        figure.mean = milliseconds(milliseconds::rep(std::llround(sum / double(m_known.size()))));
        figure.median = m_known.size() % 2 == 1 ? m_known[middle] : m_known[middle - 1] + (m_known[middle] - m_known[middle - 1]) / 2;
        return figure;
    }

private:
    std::vector<milliseconds> m_known;
    int m_missing = 0;
};

std::optional<milliseconds> detection(const Episode &episode)
{
    const milliseconds span = *episode.firedAt - episode.startedAt;
    return span.count() > 0 ? std::optional(span) : std::nullopt;
}

std::optional<milliseconds> acknowledgement(const Episode &episode)
{
    if (!episode.acknowledgedAt || *episode.acknowledgedAt < *episode.firedAt)
        return std::nullopt;
    return *episode.acknowledgedAt - *episode.firedAt;
}

std::optional<milliseconds> resolution(const Episode &episode)
{
    if (!episode.endedAt || episode.state == AlertState::Unseen || *episode.endedAt < *episode.firedAt)
        return std::nullopt;
    return *episode.endedAt - *episode.firedAt;
}

milliseconds within(TimeRange span, TimeRange bounds)
{
    return std::max(std::min(span.end, bounds.end) - std::max(span.start, bounds.start), milliseconds(0));
}

struct ShiftCount
{
    ShiftNoise noise;
    Spans spans;
};

void countShift(std::map<QString, ShiftCount> &counts, const QString &name, const Episode &episode)
{
    ShiftCount &shift = counts[name];
    ++shift.noise.count;
    shift.noise.critical += episode.severity <= Severity::Critical;
    shift.noise.neverAcknowledged += !episode.acknowledgedAt;
    shift.spans.add(acknowledgement(episode));
}

std::vector<ShiftNoise> shiftsOf(std::map<QString, ShiftCount> counts, const std::vector<Shift> &shifts)
{
    std::vector<ShiftNoise> result;
    QStringList names;
    for (const Shift &shift : shifts)
        if (!names.contains(shift.name))
            names << shift.name;
    names << QString();
    for (const QString &name : names) {
        ShiftCount &count = counts[name];
        // Hours that are nobody's are told of only where something happened in them.
        if (name.isEmpty() && count.noise.count == 0)
            continue;
        count.noise.name = name;
        count.noise.acknowledge = count.spans.figure();
        result.push_back(count.noise);
    }
    return result;
}

bool isNoisier(const Talker &a, const Talker &b)
{
    return std::tie(b.count, b.starts, b.firing, a.name, a.service) < std::tie(a.count, a.starts, a.firing, b.name, b.service);
}

} // namespace

EpisodeReport reportOf(const std::vector<Episode> &episodes, TimeRange during, WallTime now, const std::vector<Shift> &given)
{
    const std::vector<Shift> shifts = given.empty() ? usualShifts() : given;
    EpisodeReport report;
    report.during = during;
    Spans detect;
    Spans acknowledge;
    Spans resolve;
    std::map<std::pair<QString, QString>, Talker> talkers;
    std::map<QString, ShiftCount> byShift;
    for (const Episode &episode : episodes) {
        const auto span = firingSpan(episode, now);
        if (!span) {
            report.stayedPending += episode.endedAt && during.contains(episode.startedAt);
            continue;
        }
        const milliseconds firing = within(*span, during);
        report.firing += firing;
        Talker &talker = talkers[{episode.name(), episode.service()}];
        talker.firing += firing;
        if (!during.contains(span->start))
            continue;
        ++report.fired;
        report.open += !episode.endedAt;
        report.flapped += episode.starts > 1;
        report.escalated += episode.escalations > 0;
        report.neverAcknowledged += !episode.acknowledgedAt;
        report.acknowledgedOnly += episode.acknowledgedAt && episode.endedAt.value_or(now) - *episode.acknowledgedAt > idleAfter;
        detect.add(detection(episode));
        acknowledge.add(acknowledgement(episode));
        resolve.add(resolution(episode));
        ++talker.count;
        talker.starts += std::max(episode.starts, 1);
        talker.neverAcknowledged += !episode.acknowledgedAt;
        talker.worst = std::min(talker.worst, episode.severity);
        const Shift *shift = shiftAt(shifts, span->start);
        countShift(byShift, shift ? shift->name : QString(), episode);
    }
    report.detect = detect.figure();
    report.acknowledge = acknowledge.figure();
    report.resolve = resolve.figure();
    for (auto &[key, talker] : talkers) {
        if (talker.count == 0)
            continue; // it only went on from before
        std::tie(talker.name, talker.service) = key;
        talker.share = double(talker.count) / double(report.fired);
        report.talkers.push_back(std::move(talker));
    }
    std::sort(report.talkers.begin(), report.talkers.end(), isNoisier);
    report.shifts = shiftsOf(std::move(byShift), shifts);
    return report;
}

} // namespace Watchfloor
