#include "widgets/shell/truthbar.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/manyseen.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/icons.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace Watchfloor {

namespace {

constexpr int barHeight = 36;
constexpr int glyphSize = 12;
constexpr int itemGap = 20;

QString countWord(State state)
{
    switch (state) {
    case State::Critical:
        return TruthBar::tr("critical");
    case State::Blind:
        return TruthBar::tr("blind");
    case State::Stale:
        return TruthBar::tr("stale");
    case State::Warning:
        return TruthBar::tr("warning");
    case State::Healthy:
        return TruthBar::tr("healthy");
    }
    return {};
}

} // namespace

TruthBar::TruthBar(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setFixedHeight(barHeight);
    setMouseTracking(true);
    setAccessibleName(tr("Truth bar"));
    refresh();
}

void TruthBar::refresh()
{
    const Instant now = m_session.clock().now();
    m_counts = m_session.stores().services.counts(now);
    auto left = countItems();
    auto right = sourceItems(now);
    if (auto endpoints = endpointItem(now))
        right.push_back(*std::move(endpoints));
    if (left == m_left && right == m_right)
        return;
    m_left = std::move(left);
    m_right = std::move(right);
    setAccessibleDescription(text());
    update();
}

QString TruthBar::text() const
{
    QStringList parts;
    for (const auto *list : {&m_left, &m_right})
        for (const Item &item : *list)
            parts << item.name + u' ' + item.detail;
    return parts.join(QStringLiteral("  "));
}

QSize TruthBar::sizeHint() const
{
    return {640, barHeight};
}

std::vector<TruthBar::Item> TruthBar::countItems() const
{
    std::vector<Item> items;
    for (const State state : {State::Healthy, State::Warning, State::Critical, State::Stale, State::Blind}) {
        const QString path = state == State::Critical || state == State::Warning ? QStringLiteral("alerts") : state == State::Healthy ? QStringLiteral("overview") : QStringLiteral("sources");
        items.push_back({state, QString::number(m_counts.of(state)), countWord(state), {}, path, false, {}});
    }
    return items;
}

std::vector<TruthBar::Item> TruthBar::sourceItems(Instant now) const
{
    // Raw /metrics pages are many and alike: one item for all of them, in the state of the worst.
    std::vector<Item> items;
    ManySeen pages;
    for (const SourceStatus &status : m_session.stores().sources.sources()) {
        const State state = status.state(now);
        const auto age = status.freshness.age(now);
        if (status.spec.kind == SourceKind::Metrics) {
            pages.add(state, age);
            continue;
        }
        Item item{state, status.spec.name, age ? Format::span(*age) : tr("no answer yet"), {}, QStringLiteral("sources"), isHatched(state), {}};
        if (isHatched(state))
            item.detail = countWord(state) + u' ' + item.detail;
        if (const auto &error = status.freshness.error()) {
            item.toolTip = Format::sentence(*error);
            item.detail += QStringLiteral(": ") + Format::words(*error);
        }
        items.push_back(std::move(item));
    }
    if (pages.count() > 0)
        items.push_back({pages.worst(), tr("%n page(s)", "raw metrics pages", pages.count()), pages.ageText(), tr("Raw /metrics pages that are polled directly"),
                         QStringLiteral("sources"), isHatched(pages.worst()), {}});
    return items;
}

std::optional<TruthBar::Item> TruthBar::endpointItem(Instant now) const
{
    const auto &endpoints = m_session.stores().health.endpoints();
    if (endpoints.empty())
        return std::nullopt;
    // Whether they could be seen, not whether they are well: what they say is counted at the left.
    ManySeen seen;
    for (const EndpointStatus &status : endpoints)
        seen.add(status.latest.freshness.visibility(now), status.latest.age(now));
    return Item{seen.worst(), tr("%n endpoint(s)", nullptr, seen.count()), seen.ageText(), {}, QStringLiteral("health"), isHatched(seen.worst()), {}};
}

int TruthBar::widthOf(const Item &item)
{
    const QFont font = textFont(TextSize::Body);
    return glyphSize + 6 + int(std::ceil(tabularWidth(font, item.name) + 4 + tabularWidth(font, item.detail)));
}

void TruthBar::paintItem(QPainter &painter, const Item &item, int x) const
{
    const Theme &colours = themeOf(this);
    item.rect = QRect(x, 0, widthOf(item), height());
    paintStateGlyph(painter, QRectF(x, (height() - glyphSize) / 2.0, glyphSize, glyphSize), item.state, colours);
    const bool figure = item.path != u"sources" && item.path != u"health";
    painter.setFont(textFont(TextSize::Body, figure ? QFont::DemiBold : QFont::Normal));
    painter.setPen(item.loud ? colours.of(item.state) : colours.text);
    const double nameWidth = tabularWidth(textFont(TextSize::Body), item.name);
    drawTabular(painter, QRectF(x + glyphSize + 6, 0, nameWidth + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, item.name);
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(item.loud ? colours.of(item.state) : colours.text2);
    const double detailWidth = tabularWidth(painter.font(), item.detail);
    drawTabular(painter, QRectF(x + glyphSize + 6 + nameWidth + 5, 0, detailWidth + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, item.detail);
}

void TruthBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    int x = Size::cardGap + 4;
    for (const Item &item : m_left) {
        paintItem(painter, item, x);
        x += widthOf(item) + itemGap;
    }
    // What is worst keeps its place when there is no room: the healthy ones give way first.
    std::vector<const Item *> shown;
    for (const Item &item : m_right) {
        item.rect = {};
        shown.push_back(&item);
    }
    const auto total = [&shown] {
        int sum = 0;
        for (const Item *item : shown)
            sum += widthOf(*item) + itemGap;
        return sum;
    };
    while (!shown.empty() && total() > width() - x - Size::cardGap) {
        const auto least = std::max_element(shown.begin(), shown.end(), [](const Item *a, const Item *b) { return a->state < b->state; });
        shown.erase(least);
    }
    int right = width() - Size::cardGap - total() + itemGap - 4;
    for (const Item *item : shown) {
        paintItem(painter, *item, right);
        right += widthOf(*item) + itemGap;
    }
}

const TruthBar::Item *TruthBar::itemAt(QPoint position) const
{
    for (const auto *list : {&m_left, &m_right})
        for (const Item &item : *list)
            if (item.rect.contains(position))
                return &item;
    return nullptr;
}

void TruthBar::mousePressEvent(QMouseEvent *event)
{
    if (const Item *item = itemAt(event->position().toPoint()))
        Q_EMIT openRequested(item->path);
}

bool TruthBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const Item *item = itemAt(help->pos()); item && !item->toolTip.isEmpty())
            QToolTip::showText(help->globalPos(), toolTipText(item->toolTip), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace Watchfloor
