#include "models/silences/silencepreview.h"

namespace Watchfloor {

namespace {

/// More values than this are asked for again: a label of a million values must not fill the memory.
constexpr qsizetype mostKnown = 100'000;

} // namespace

AlertMatch::AlertMatch(Matchers matchers)
    : m_matchers(std::move(matchers))
    , m_known(m_matchers.size())
{
}

bool AlertMatch::fits(size_t matcher, const QString &value)
{
    const Matcher &asked = m_matchers[matcher];
    if (!asked.isRegex())
        return asked.matchesValue(value);
    QHash<QString, bool> &known = m_known[matcher];
    if (const auto found = known.constFind(value); found != known.constEnd())
        return *found;
    const bool fit = asked.matchesValue(value);
    if (known.size() < mostKnown)
        known.insert(value, fit);
    return fit;
}

bool AlertMatch::matches(const Alert &alert, const QStringList *members)
{
    return !m_matchers.empty() && alert.anyTold(
               [&](const Labels &external) {
                   for (size_t i = 0; i < m_matchers.size(); ++i) {
                       QString value = alert.labels.value(m_matchers[i].name());
                       if (value.isEmpty() && !external.isEmpty())
                           value = external.value(m_matchers[i].name());
                       if (!fits(i, value))
                           return false;
                   }
                   return true;
               },
               members);
}

bool AlertMatch::matches(const Labels &labels)
{
    for (size_t i = 0; i < m_matchers.size(); ++i)
        if (!fits(i, labels.value(m_matchers[i].name())))
            return false;
    return !m_matchers.empty();
}

bool isPastPending(const Alert &alert)
{
    return alert.isOpen() && alert.state != AlertState::Pending && alert.state != AlertState::Unseen;
}

void addToPreview(SilencePreview &preview, AlertMatch &match, std::span<const Alert *const> alerts, const QStringList *members)
{
    for (const Alert *each : alerts) {
        const Alert &alert = *each;
        if (!alert.isOpen())
            continue;
        ++preview.outOf;
        if (!match.matches(alert, members))
            continue;
        preview.muted.push_back(&alert);
        ++preview.bySeverity[alert.severity];
        if (alert.state != AlertState::Silenced)
            ++preview.notYet;
        if (isPastPending(alert))
            ++preview.firing;
    }
}

SilencePreview previewSilence(const Matchers &matchers, const AlertRows &alerts, const QStringList *members)
{
    SilencePreview preview;
    AlertMatch match(matchers);
    addToPreview(preview, match, alerts.pointers(), members);
    return preview;
}

Matchers matchersFor(const Alert &alert)
{
    return matchersFor(alert.allLabels());
}

Matchers matchersFor(const Labels &labels)
{
    Matchers matchers;
    for (const auto &[name, value] : labels)
        if (auto matcher = Matcher::make(name, Matcher::Operator::Equal, value))
            matchers.push_back(*std::move(matcher));
    return matchers;
}

} // namespace Watchfloor
