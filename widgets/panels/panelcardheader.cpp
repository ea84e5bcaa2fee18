#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/pill.h"
#include "widgets/panels/panelcard.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/sizes.h"

#include <QLayout>
#include <QPainter>

namespace Watchfloor {

namespace {

// On a narrow card the title needs the room; fresh data says so by its state.
constexpr int roomForMenu = 160;
constexpr int roomForAge = 200;
constexpr int roomForSource = 260;
constexpr int roomForWords = 320;
constexpr int roomForSentence = 150; // of height
constexpr int roomForIcon = 110;
constexpr double focusWidth = 1.5;

} // namespace

QString PanelCard::emptySentence() const
{
    if (!m_seen.failures.empty())
        return Format::sentence(m_seen.failures.front().error);
    if (m_queries.asks.empty())
        return tr("This panel has no query that is asked here.");
    return m_seen.settled ? tr("The query was answered and has no series in this range.") : tr("Asking…");
}

void PanelCard::showHeader()
{
    QStringList parts;
    const auto [drawn, all] = m_body->shownSeries();
    if (m_seen.total > m_seen.shown)
        parts << tr("shown: %1 of %2 series").arg(Format::count(qint64(m_seen.shown)), Format::count(qint64(m_seen.total)));
    else if (all > drawn)
        parts << tr("shown: %1 of %2").arg(Format::count(qint64(drawn)), Format::count(qint64(all)));
    if (m_cut)
        parts << tr("cut: too many rows");
    // Where the body says what failed, a narrow header leaves the room to the title.
    if (!m_seen.failures.empty() && (width() >= roomForAge || !m_body->isEmpty())) {
        const QueryFailure &first = m_seen.failures.front();
        const QString words = Format::words(first.error);
        parts << (first.refId.isEmpty() || m_panel.queries.size() < 2 ? words : QStringLiteral("%1: %2").arg(first.refId, words));
    } else if (m_seen.failures.empty() && !m_seen.warnings.isEmpty()) {
        parts << tr("warning");
    }
    if (m_seen.age && (width() >= roomForAge || isHatched(m_seen.state)))
        parts << Format::span(*m_seen.age);
    const QueryKey *first = m_queries.first(PanelAsk::Role::Value);
    if (first && !first->source.isEmpty() && width() >= roomForSource)
        parts << Format::safeText(first->source, 40);
    if (width() < roomForWords && parts.size() > 2)
        parts = parts.mid(0, 2);
    setDetail(parts.join(QStringLiteral(" · ")), m_seen.failures.empty() ? Tone::Hint : Tone::Warning);
    QStringList words;
    for (const QueryFailure &failure : m_seen.failures)
        words << (failure.refId.isEmpty() ? QString() : failure.refId + QStringLiteral(": ")) + Format::sentence(failure.error);
    words << m_seen.warnings << m_seen.infos;
    if (words.isEmpty() && !m_info->isVisibleTo(this))
        words << m_panel.description.left(2'000);
    setToolTip(toolTipText(words.join(u'\n').left(2'000)));
    setState(!m_queries.asks.empty() && isHatched(m_seen.state) && m_seen.shown > 0 ? std::optional(m_seen.state) : std::nullopt);
}

void PanelCard::showEmpty()
{
    const bool empty = m_body->isEmpty();
    if (m_empty->isVisibleTo(this) != empty) {
        m_body->setVisible(!empty);
        m_empty->setVisible(empty);
        layout()->activate(); // a picture that is taken now shows it
    }
    if (!empty)
        return;
    // A small card has room for two words only; the rest is in its tool tip.
    const bool small = height() < roomForSentence;
    const QString icon = height() < roomForIcon ? QString() : m_seen.settled ? QStringLiteral("chart") : QStringLiteral("clock");
    if (!m_seen.failures.empty() && !small)
        m_empty->setError(tr("This query has no answer"), m_seen.failures.front().error);
    else if (!m_seen.failures.empty())
        m_empty->setMessage(icon, Format::words(m_seen.failures.front().error), {}, Tone::Warning);
    else if (m_queries.asks.empty())
        m_empty->setMessage(icon, tr("No query"), small ? QString() : emptySentence());
    else if (m_seen.settled)
        m_empty->setMessage(icon, tr("No data"), small ? QString() : tr("The query was answered and has no series now."));
    else
        m_empty->setMessage(icon, tr("Asking…"));
}

void PanelCard::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    showButtons();
    update();
}

void PanelCard::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    showButtons();
    update();
}

void PanelCard::paintEvent(QPaintEvent *event)
{
    if (!m_panel.transparent || state())
        Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).accent, focusWidth));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Size::radius, Size::radius);
}

void PanelCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    if (event->size() == event->oldSize())
        return;
    showButtons();
    showHeader();
    showEmpty();
}

void PanelCard::enterEvent(QEnterEvent *event)
{
    Card::enterEvent(event);
    showButtons();
}

void PanelCard::leaveEvent(QEvent *event)
{
    Card::leaveEvent(event);
    showButtons();
}

/// Where the title would not have the room beside them, buttons come when the pointer or the keyboard does.
void PanelCard::showButtons()
{
    const bool wanted = underMouse() || hasFocus();
    m_menu->setVisible(width() >= roomForMenu || wanted);
    m_info->setVisible(!m_panel.description.isEmpty() && (width() >= roomForSource || wanted));
    m_partial->setVisible(m_panel.support == PanelSupport::Partial && !m_panel.missing.isEmpty() && (width() >= roomForSource || wanted));
}

} // namespace Watchfloor
