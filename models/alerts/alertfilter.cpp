#include "models/alerts/alertfilter.h"

#include "models/alerts/alertstore.h"

#include <algorithm>
#include <cstring>

namespace Watchfloor {

namespace {

constexpr qsizetype mostRemembered = 20'000;
constexpr qsizetype longestText = 4'096;

/// Letters of ASCII without the detour over Unicode's tables: 50,000 alerts are made searchable between two keystrokes.
void appendLower(QByteArray &text, const QString &value)
{
    const QStringView cut = QStringView(value).left(longestText);
    if (!text.isEmpty())
        text += '\n';
    const qsizetype start = text.size();
    text.resize(start + cut.size());
    char *at = text.data() + start;
    for (const QChar c : cut) {
        const char16_t code = c.unicode();
        if (code >= 0x80) {
            text.truncate(start);
            text += cut.toString().toLower().toUtf8();
            return;
        }
        *at++ = char(code >= u'A' && code <= u'Z' ? code + ('a' - 'A') : code);
    }
}

bool contains(const QByteArray &text, const QByteArray &needle)
{
    return ::memmem(text.constData(), size_t(text.size()), needle.constData(), size_t(needle.size())) != nullptr;
}

QString labelOf(const Alert &alert, const Labels &external, const QString &name)
{
    QString value = alert.labels.value(name);
    return value.isEmpty() && !external.isEmpty() ? external.value(name) : value;
}

bool matchesRemembered(const Matcher &matcher, const QString &value, QHash<QString, bool> &seen)
{
    if (!matcher.isRegex())
        return matcher.matchesValue(value);
    if (const auto found = seen.constFind(value); found != seen.cend())
        return *found;
    if (seen.size() >= mostRemembered)
        seen.clear();
    const bool matches = matcher.matchesValue(value);
    seen.insert(value, matches);
    return matches;
}

QStringList namesOf(const QStringList &ids, const QHash<QString, QString> &names)
{
    QStringList all = ids;
    for (const QString &id : ids)
        if (const QString name = names.value(id); !name.isEmpty())
            all << name;
    return all;
}

} // namespace

QByteArray alertText(const Alert &alert)
{
    QByteArray text;
    text.reserve(256);
    appendLower(text, alert.name());
    appendLower(text, alert.summary());
    for (const Labels *labels : {&alert.labels, &alert.externalLabels})
        for (const auto &[name, value] : *labels)
            if (name != u"alertname")
                appendLower(text, value);
    for (const ToldLabels &telling : alert.told)
        for (const auto &[name, value] : telling.external)
            if (alert.externalLabels.value(name) != value)
                appendLower(text, value);
    text.squeeze();
    return text;
}

bool AlertFilter::Condition::same(const Condition &other) const
{
    return asked == other.asked && negated == other.negated && matchers == other.matchers && needle == other.needle && age == other.age
           && older == other.older && including == other.including && values == other.values;
}

bool AlertFilter::asksText() const
{
    return std::any_of(m_conditions.begin(), m_conditions.end(), [](const Condition &condition) { return condition.asked == Asked::Text; });
}

bool AlertFilter::asksTime() const
{
    return std::any_of(m_conditions.begin(), m_conditions.end(), [](const Condition &condition) { return condition.asked == Asked::Age; });
}

bool AlertFilter::narrows(const AlertFilter &wider) const
{
    if (wider.asksTime())
        return false;
    const auto kept = [this](const Condition &wanted) {
        return std::any_of(m_conditions.begin(), m_conditions.end(), [&wanted](const Condition &own) {
            if (own.asked != Asked::Text || wanted.asked != Asked::Text || own.negated != wanted.negated)
                return own.same(wanted);
            return own.negated ? wanted.needle.contains(own.needle) : own.needle.contains(wanted.needle);
        });
    };
    return std::all_of(wider.m_conditions.begin(), wider.m_conditions.end(), kept);
}

Matchers AlertFilter::matchers() const
{
    Matchers all;
    for (const Condition &condition : m_conditions)
        if (condition.asked == Asked::Labels && !condition.negated)
            all.insert(all.end(), condition.matchers.begin(), condition.matchers.end());
    return all;
}

void AlertFilter::add(const AlertFilter &other)
{
    m_conditions.insert(m_conditions.end(), other.m_conditions.begin(), other.m_conditions.end());
}

void AlertFilter::lookAround(const AlertStore &store)
{
    const auto asks = [this](Asked what) {
        return std::any_of(m_conditions.begin(), m_conditions.end(), [what](const Condition &condition) { return condition.asked == what; });
    };
    m_clusters.clear();
    m_silenceAuthors.clear();
    m_inhibitors.clear();
    if (asks(Asked::Cluster))
        for (const auto &[cluster, sources] : store.clusters())
            for (const QString &source : sources)
                m_clusters.insert(source, cluster);
    if (asks(Asked::SilencedBy))
        for (const auto &[source, silence] : store.allSilences())
            m_silenceAuthors.insert(silence.id, silence.createdBy);
    if (asks(Asked::InhibitedBy))
        for (const Alert &alert : store.alerts())
            for (const QString &inhibitor : alert.inhibitedBy)
                if (!m_inhibitors.contains(inhibitor)) {
                    const Alert *found = store.findByOrigin(inhibitor);
                    m_inhibitors.insert(inhibitor, found ? found->name() : QString());
                }
}

bool AlertFilter::matches(const Alert &alert, WallTime now) const
{
    const QByteArray text = asksText() ? alertText(alert) : QByteArray();
    return matches(alert, now, text);
}

bool AlertFilter::matches(const Alert &alert, WallTime now, const QByteArray &text) const
{
    return std::all_of(m_conditions.begin(), m_conditions.end(),
                       [&](const Condition &condition) { return holds(condition, alert, now, text) != condition.negated; });
}

bool AlertFilter::holds(const Condition &condition, const Alert &alert, WallTime now, const QByteArray &text) const
{
    switch (condition.asked) {
    case Asked::Text:
        return contains(text, condition.needle);
    case Asked::Labels:
        return alert.anyTold([&](const Labels &external) {
            for (size_t i = 0; i < condition.matchers.size(); ++i)
                if (!matchesRemembered(condition.matchers[i], labelOf(alert, external, condition.matchers[i].name()), condition.seen[i]))
                    return false;
            return true;
        });
    case Asked::Age: {
        const auto age = now - alert.startsAt;
        return (condition.including && age == condition.age) || (condition.older ? age > condition.age : age < condition.age);
    }
    case Asked::State:
        return condition.values & (1U << unsigned(alert.state));
    case Asked::Severity:
        return condition.values & (1U << unsigned(alert.severity));
    case Asked::Flapping:
        return alert.flapping;
    case Asked::Disputed:
        return alert.disputed;
    case Asked::Origin:
    case Asked::Cluster:
    case Asked::Owner:
    case Asked::Receiver:
    case Asked::SilencedBy:
    case Asked::InhibitedBy:
    case Asked::Fingerprint:
        return holdsOne(condition, known(condition, alert));
    }
    return false;
}

/// One of several values is enough for = and =~; none of them may be what != and !~ name.
bool AlertFilter::holdsOne(const Condition &condition, QStringList values) const
{
    if (values.isEmpty())
        values << QString();
    const Matcher &matcher = condition.matchers.front();
    const auto fits = [&](const QString &value) { return matchesRemembered(matcher, value, condition.seen.front()); };
    return matcher.isEqual() ? std::any_of(values.cbegin(), values.cend(), fits) : std::all_of(values.cbegin(), values.cend(), fits);
}

QStringList AlertFilter::known(const Condition &condition, const Alert &alert) const
{
    switch (condition.asked) {
    case Asked::Origin:
        return alert.origins;
    case Asked::Cluster: {
        QStringList clusters;
        for (const QString &origin : alert.origins)
            clusters << m_clusters.value(origin, origin);
        return clusters;
    }
    case Asked::Owner:
        return {alert.acknowledgement ? alert.acknowledgement->owner : QString()};
    case Asked::Receiver:
        return alert.receivers;
    case Asked::SilencedBy:
        return namesOf(alert.silencedBy, m_silenceAuthors);
    case Asked::InhibitedBy:
        return namesOf(alert.inhibitedBy, m_inhibitors);
    case Asked::Fingerprint:
        return {alert.fingerprint};
    case Asked::Labels:
    case Asked::Text:
    case Asked::Age:
    case Asked::State:
    case Asked::Severity:
    case Asked::Flapping:
    case Asked::Disputed:
        break;
    }
    return {};
}

} // namespace Watchfloor
