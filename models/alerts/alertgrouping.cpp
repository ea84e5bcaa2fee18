#include "models/alerts/alertgrouping.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"

namespace Watchfloor {

namespace {
constexpr int unitsOfAlert = 5; ///< of a slice
}

AlertGrouping::AlertGrouping(QStringList by)
    : m_by(std::move(by))
    , m_levels(size_t(m_by.size()))
    , m_numbers(size_t(m_by.size()))
{
}

int AlertGrouping::Level::numberOf(const QString &value)
{
    const auto found = numbers.constFind(value);
    if (found != numbers.cend())
        return *found;
    numbers.insert(value, int(values.size()));
    values << value;
    return int(values.size()) - 1;
}

int AlertGrouping::Level::pathOf(int above, int number)
{
    const quint64 key = quint64(above) << 32 | quint64(number);
    const auto found = paths.constFind(key);
    return found != paths.cend() ? *found : *paths.insert(key, int(paths.size()));
}

QString AlertGrouping::originsOf(const Alert &alert, bool asClusters) const
{
    QStringList origins = alert.origins;
    if (asClusters)
        for (QString &origin : origins)
            origin = m_clusters.value(origin, origin);
    if (origins.size() == 1)
        return origins.first();
    origins.removeDuplicates();
    return origins.join(QStringLiteral(", "));
}

int AlertGrouping::numberOf(Level &level, const Alert &alert, const QString &by) const
{
    if (!by.startsWith(u'@')) {
        const QString own = alert.labels.value(by);
        return level.numberOf(own.isEmpty() ? alert.externalLabels.value(by) : own);
    }
    if (by == u"@state") {
        int &number = level.byState[size_t(alert.state)];
        return number >= 0 ? number : number = level.numberOf(AlertCells::stateWord(alert.state));
    }
    if (by == u"@severity") {
        int &number = level.bySeverity[size_t(alert.severity)];
        return number >= 0 ? number : number = level.numberOf(Format::severity(alert.severity));
    }
    return level.numberOf(originsOf(alert, by == u"@cluster"));
}

int AlertGrouping::headingOf(const Alert &alert)
{
    int heading = 0;
    for (size_t depth = 0; depth < m_levels.size(); ++depth) {
        const int number = m_numbers[depth] = numberOf(m_levels[depth], alert, m_by[qsizetype(depth)]);
        heading = depth == 0 ? number : m_levels[depth].pathOf(heading, number);
    }
    if (size_t(heading) == m_values.size()) {
        QStringList values;
        for (size_t depth = 0; depth < m_levels.size(); ++depth)
            values << m_levels[depth].values[m_numbers[depth]];
        m_values.push_back(std::move(values));
    }
    return heading;
}

bool AlertGrouping::prepare(std::span<const Alert *const> alerts, int round, Slice &slice)
{
    if (m_round != round)
        m_prepared.clear();
    m_round = round;
    m_prepared.reserve(alerts.size());
    for (size_t place = m_prepared.size(); place < alerts.size(); ++place) {
        if (slice.isOver())
            return false;
        m_prepared.emplace_back(alerts[place], headingOf(*alerts[place]));
        slice.spend(unitsOfAlert);
    }
    return true;
}

int AlertGrouping::headingOf(const Alert &alert, size_t place, int round)
{
    const bool known = m_round == round && place < m_prepared.size() && m_prepared[place].first == &alert;
    return known ? m_prepared[place].second : headingOf(alert);
}

} // namespace Watchfloor
