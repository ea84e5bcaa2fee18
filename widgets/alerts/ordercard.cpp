#include "widgets/alerts/ordercard.h"

#include "models/core/format.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr size_t mostRows = 7;
}

OrderCard::OrderCard(const PageContext &context, QWidget *parent)
    : Card(tr("In what order it happened"), parent)
    , m_context(context)
    , m_order(new StateTimeline)
{
    body()->addWidget(m_order);
    connect(m_order, &StateTimeline::rowActivated, this, [this](int row) {
        if (const QString fingerprint = m_fingerprints.value(row); fingerprint.isEmpty())
            Q_EMIT openRequested(QStringLiteral("sources"));
        else
            Q_EMIT alertActivated(fingerprint);
    });
}

void OrderCard::setRoom(bool room)
{
    m_room = room;
    refresh();
}

void OrderCard::refresh()
{
    if (!m_room) {
        hide();
        return;
    }
    const WallTime wall = m_context.clock.wall();
    const TimeRange range = lastUntil(wall, m_range);
    AlertOrder::Rows order = AlertOrder::of(m_context.stores, range, m_context.clock.now(), mostRows);
    m_fingerprints = order.fingerprints;
    setSubtitle(tr("last %1, oldest first").arg(Format::span(m_range)));
    setVisible(!order.rows.empty());
    // That an information fires is nothing green.
    for (StateTimeline::Row &row : order.rows)
        for (StateTimeline::Span &span : row.spans)
            if (span.state == State::Healthy)
                span.color = themeOf(this).of(Tone::Accent);
    m_order->setRange(range);
    m_order->setRows(std::move(order.rows));
    std::vector<Mark> marks;
    for (const Mark &mark : m_context.stores.marks.within(range))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Run || mark.kind == Mark::Kind::Incident)
            marks.push_back(mark);
    m_order->setMarks(std::move(marks));
    m_order->setNow(wall);
}

} // namespace Watchfloor
