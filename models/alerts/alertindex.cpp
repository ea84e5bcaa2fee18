#include "models/alerts/alertindex.h"

#include <algorithm>
#include <limits>

namespace Watchfloor {

namespace {

constexpr int costOfText = 10; ///< of looking at one that is there
constexpr size_t bucketsAtOnce = 8'000;
constexpr quint64 roundsKept = 4;

/// The same memory, or the same in other memory; then from now on the same.
bool shares(Labels &kept, const Labels &labels)
{
    if (kept.begin() == labels.begin() && kept.size() == labels.size())
        return true;
    if (kept != labels)
        return false;
    kept = labels;
    return true;
}

} // namespace

bool AlertIndex::Kept::isOf(const Alert &alert)
{
    return shares(labels, alert.labels) && shares(annotations, alert.annotations) && shares(external, alert.externalLabels) && told == alert.told;
}

void AlertIndex::noteStoreChange()
{
    ++m_round;
    m_matched.reset();
    if (m_hasOrder) {
        m_sorting.restart();
        m_sorted = false;
        m_isOld = true;
    }
    m_texts.clear();
    m_passed.clear();
    m_prepared = 0;
    sweep();
    m_filter.lookAround(m_store);
}

/// Texts of what left are forgotten, some at a time; nobody looks at them any more.
void AlertIndex::sweep()
{
    if (m_kept.size() <= m_store.alerts().size() + m_store.alerts().size() / 4 + 1'000)
        return;
    std::vector<const Alert *> old;
    for (size_t i = 0; i < std::min(bucketsAtOnce, m_kept.bucket_count()); ++i, ++m_swept) {
        m_swept = m_swept < m_kept.bucket_count() ? m_swept : 0;
        for (auto kept = m_kept.begin(m_swept); kept != m_kept.end(m_swept); ++kept)
            if (kept->second.round + roundsKept < m_round)
                old.push_back(kept->first);
    }
    for (const Alert *alert : old)
        m_kept.erase(alert);
}

void AlertIndex::setFilter(AlertFilter filter)
{
    m_filter = std::move(filter);
    m_passed.clear();
    m_filter.lookAround(m_store);
}

void AlertIndex::setOrder(AlertSorting::KeyMaker maker, bool descending)
{
    m_hasOrder = bool(maker);
    m_sorted = !m_hasOrder;
    m_sorting.start(std::move(maker), descending);
    if (m_hasOrder)
        return;
    m_order.clear();
    m_ordered.clear();
    m_isOld = false;
    m_matched.reset();
}

/// Null where there is none and none may be made.
const QByteArray *AlertIndex::textOf(size_t at, bool mayMake)
{
    if (m_texts.size() != m_store.alerts().size())
        m_texts.resize(m_store.alerts().size());
    if (m_texts[at])
        return m_texts[at];
    const Alert &alert = m_store.alerts()[at];
    auto known = m_kept.find(&alert);
    if (known == m_kept.end() || !known->second.isOf(alert)) {
        if (!mayMake) {
            m_behind = true;
            return known == m_kept.end() ? nullptr : &known->second.text;
        }
        known = m_kept.insert_or_assign(&alert, Kept{alert.labels, alert.externalLabels, alert.told, alert.annotations, alertText(alert), 0}).first;
        ++m_textsMade;
        --m_textsLeft;
    }
    known->second.round = m_round;
    return m_texts[at] = &known->second.text;
}

bool AlertIndex::prepareTexts(int most, WallTime now)
{
    const bool matches = !m_filter.isEmpty() && !m_filter.asksTime();
    if (matches)
        m_passed.resize(m_store.alerts().size());
    int units = std::max(most, 0) * costOfText;
    for (; units > 0 && m_prepared < m_store.alerts().size(); ++m_prepared) {
        const int made = m_textsMade;
        const QByteArray *text = textOf(m_prepared, true);
        if (matches)
            m_passed[m_prepared] = m_filter.matches(m_store.alerts()[m_prepared], now, *text);
        units -= m_textsMade > made ? costOfText : 1;
    }
    return m_prepared < m_store.alerts().size();
}

bool AlertIndex::arrange(WallTime now, Slice &slice)
{
    if (m_sorted)
        return true;
    const auto alerts = m_store.alerts().pointers();
    if (!m_sorting.proceed(alerts, now, slice))
        return false;
    m_sorted = true;
    m_isOld = false;
    m_order = m_sorting.order();
    m_ordered.clear();
    m_ordered.reserve(m_order.size());
    for (const int at : m_order)
        m_ordered.push_back(alerts[size_t(at)]);
    if (!m_matched)
        return true;
    std::vector<bool> matches(alerts.size());
    for (const int at : m_matching)
        matches[size_t(at)] = true;
    m_matching.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_matching), [&matches](int at) { return matches[size_t(at)]; });
    return true;
}

/// What was there before in its order, what is new behind it.
void AlertIndex::keepOrder()
{
    m_isOld = false;
    m_order.clear();
    if (m_ordered.empty())
        return;
    const auto alerts = m_store.alerts().pointers();
    QHash<const Alert *, int> places;
    places.reserve(qsizetype(alerts.size()));
    for (size_t at = 0; at < alerts.size(); ++at)
        places.insert(alerts[at], int(at));
    std::vector<bool> known(alerts.size());
    m_order.reserve(alerts.size());
    for (const Alert *alert : m_ordered) {
        if (const auto place = places.constFind(alert); place != places.cend()) {
            m_order.push_back(*place);
            known[size_t(*place)] = true;
        }
    }
    for (size_t at = 0; at < alerts.size(); ++at)
        if (!known[at])
            m_order.push_back(int(at));
}

bool AlertIndex::passes(size_t at, WallTime now)
{
    if (at < m_passed.size() && m_passed[at])
        return *m_passed[at];
    const bool asksText = m_filter.asksText();
    const QByteArray *text = asksText ? textOf(at, m_textsLeft > 0) : nullptr;
    return (text || !asksText) && m_filter.matches(m_store.alerts()[at], now, text ? *text : QByteArray());
}

void AlertIndex::match(WallTime now)
{
    if (m_isOld)
        keepOrder();
    if (m_matched && m_filter.isEmpty() && m_matched->isEmpty())
        return;
    const bool narrows = m_matched && !m_behind && m_filter.narrows(*m_matched);
    m_behind = false;
    if (narrows) {
        std::erase_if(m_matching, [&](int at) { return !passes(size_t(at), now); });
    } else {
        const int all = int(m_store.alerts().size());
        const bool open = m_filter.isEmpty();
        m_matching.clear();
        m_matching.reserve(size_t(all));
        for (int i = 0; i < all; ++i)
            if (const int at = m_order.empty() ? i : m_order[size_t(i)]; open || passes(size_t(at), now))
                m_matching.push_back(at);
    }
    m_matched = m_filter;
}

void AlertIndex::collect(WallTime now, std::optional<int> mostTexts)
{
    m_textsLeft = mostTexts.value_or(std::numeric_limits<int>::max());
    match(now);
    const auto alerts = m_store.alerts().pointers();
    m_counts.fill(0);
    m_flapping = 0;
    m_rows.clear();
    m_rows.reserve(m_matching.size());
    for (const int at : m_matching) {
        const Alert *alert = alerts[size_t(at)];
        ++m_counts[size_t(alert->state)];
        m_flapping += alert->flapping;
        if ((!m_state || *m_state == alert->state) && (!m_flappingOnly || alert->flapping))
            m_rows.push_back(alert);
    }
}

} // namespace Watchfloor
