#include "models/alerts/alertindex.h"

#include <algorithm>
#include <numeric>

namespace Watchfloor {

void AlertIndex::noteStoreChange()
{
    m_matched.reset();
    m_sorted = false;
    m_texts.clear();
    m_prepared = 0;
    // What left is forgotten when it has become more than what is there.
    if (m_kept.size() > qsizetype(m_store.alerts().size()) * 2 + 1'000)
        m_kept.clear();
    m_filter.lookAround(m_store);
}

void AlertIndex::setFilter(AlertFilter filter)
{
    m_filter = std::move(filter);
    m_filter.lookAround(m_store);
}

void AlertIndex::setOrder(KeyMaker maker, bool descending)
{
    m_maker = std::move(maker);
    m_descending = descending;
    m_sorted = false;
    m_matched.reset();
}

const QByteArray &AlertIndex::textOf(size_t at)
{
    if (m_texts.size() != m_store.alerts().size())
        m_texts.resize(m_store.alerts().size());
    QByteArray &text = m_texts[at];
    if (!text.isNull())
        return text;
    const Alert &alert = m_store.alerts()[at];
    Kept &kept = m_kept[alert.fingerprint];
    const QString summary = alert.summary();
    if (kept.text.isNull() || kept.summary != summary || kept.external != alert.externalLabels) {
        kept = {summary, alert.externalLabels, alertText(alert)};
        if (kept.text.isNull())
            kept.text = QByteArray("");
        ++m_textsMade;
    }
    text = kept.text;
    return text;
}

bool AlertIndex::prepareTexts(int most)
{
    const size_t end = std::min(m_store.alerts().size(), m_prepared + size_t(std::max(most, 0)));
    for (; m_prepared < end; ++m_prepared)
        textOf(m_prepared);
    return m_prepared < m_store.alerts().size();
}

void AlertIndex::sort()
{
    m_sorted = true;
    m_order.clear();
    if (!m_maker)
        return;
    const auto &alerts = m_store.alerts();
    std::vector<Key> keys;
    keys.reserve(alerts.size());
    for (const Alert &alert : alerts)
        keys.push_back(m_maker(alert));
    m_order.resize(alerts.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    const auto before = [](const Key &a, const Key &b) { return a.number != b.number ? a.number < b.number : a.text < b.text; };
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        return m_descending ? before(keys[size_t(b)], keys[size_t(a)]) : before(keys[size_t(a)], keys[size_t(b)]);
    });
}

void AlertIndex::match(WallTime now)
{
    if (!m_sorted)
        sort();
    const bool asksText = m_filter.asksText();
    const auto passes = [&](int at) { return m_filter.matches(m_store.alerts()[size_t(at)], now, asksText ? textOf(size_t(at)) : QByteArray()); };
    if (m_matched && m_filter.isEmpty() && m_matched->isEmpty())
        return;
    if (m_matched && m_filter.narrows(*m_matched)) {
        std::erase_if(m_matching, [&](int at) { return !passes(at); });
    } else {
        const int all = int(m_store.alerts().size());
        const bool open = m_filter.isEmpty();
        m_matching.clear();
        m_matching.reserve(size_t(all));
        for (int i = 0; i < all; ++i)
            if (const int at = m_order.empty() ? i : m_order[size_t(i)]; open || passes(at))
                m_matching.push_back(at);
    }
    m_matched = m_filter;
}

void AlertIndex::collect(WallTime now)
{
    match(now);
    const auto &alerts = m_store.alerts();
    m_counts.fill(0);
    m_flapping = 0;
    m_rows.clear();
    m_rows.reserve(m_matching.size());
    for (const int at : m_matching) {
        const Alert &alert = alerts[size_t(at)];
        ++m_counts[size_t(alert.state)];
        m_flapping += alert.flapping;
        if ((!m_state || *m_state == alert.state) && (!m_flappingOnly || alert.flapping))
            m_rows.push_back(at);
    }
}

} // namespace Watchfloor
