#include "models/silences/silencepreviewer.h"

#include "models/alerts/slice.h"

#include <span>

namespace Watchfloor {

namespace {

constexpr size_t alertsAtOnce = 500;
constexpr int costOfAlert = 20; ///< in units of Slice

} // namespace

SilencePreviewer::SilencePreviewer(const AlertStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_slices.setInterval(0);
    m_again.setInterval(0);
    m_again.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &SilencePreviewer::slice);
    connect(&m_again, &QTimer::timeout, this, &SilencePreviewer::restart);
    connect(&store, &AlertStore::changed, this, [this] {
        // Rows moved: what was counted, and every pointer to it, is of yesterday.
        m_preview.muted.clear();
        m_slices.stop();
        m_again.start();
    });
}

void SilencePreviewer::ask(const Matchers &matchers)
{
    m_match = AlertMatch(matchers);
    m_again.stop();
    restart();
}

void SilencePreviewer::setMembers(const QStringList &members)
{
    if (std::exchange(m_members, members) == members)
        return;
    m_again.stop();
    restart();
}

void SilencePreviewer::setPast(std::vector<PastAlert> past)
{
    m_past = std::move(past);
    m_again.start();
}

void SilencePreviewer::restart()
{
    m_next = {};
    m_at = 0;
    m_slices.start();
    slice();
}

void SilencePreviewer::slice()
{
    const auto alerts = m_store.alerts().pointers();
    Slice time(true);
    while (m_at < alerts.size()) {
        if (time.isOver())
            return;
        const size_t count = std::min(alertsAtOnce, alerts.size() - m_at);
        addToPreview(m_next, m_match, alerts.subspan(m_at, count), m_members.isEmpty() ? nullptr : &m_members);
        m_at += count;
        time.spend(costOfAlert * int(count));
    }
    m_slices.stop();
    m_preview = std::move(m_next);
    m_next = {};
    m_reach = silenceReach(m_match.matchers(), m_store.rules(), m_past, m_store.policy().severities, m_rules);
    Q_EMIT previewed();
}

} // namespace Watchfloor
