#include "widgets/wall/wallboard.h"

#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/overview/tilecontent.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace Watchfloor {

namespace {
constexpr double gap = 12;
constexpr double budgetHeight = 196;
constexpr double sideShare = 0.35;
constexpr double rowMost = 150;

void drawFitted(QPainter &painter, const QRectF &area, Qt::Alignment alignment, const QString &text, QFont font, const QColor &color)
{
    // A long name is made smaller before it is cut: on a wall nobody can point at it to read the rest.
    while (font.pixelSize() > 18 && QFontMetricsF(font).horizontalAdvance(text) > area.width())
        font.setPixelSize(font.pixelSize() * 9 / 10);
    painter.setFont(font);
    painter.setPen(color);
    drawTabular(painter, area, Qt::AlignVCenter | alignment, QFontMetricsF(font).elidedText(text, Qt::ElideRight, area.width()));
}
}

WallBoard::WallBoard(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
}

void WallBoard::setScale(double scale)
{
    m_scale = scale;
    update();
}

void WallBoard::setBurning(const QString &service)
{
    m_service = service;
    update();
}

void WallBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Stores &stores = m_context.stores;
    const Theme &colours = themeOf(this);
    const auto &services = stores.services.services();
    if (services.empty()) {
        drawFitted(painter, QRectF(rect()), Qt::AlignHCenter, tr("No services in this workspace"), textFont(TextSize::Display, QFont::Normal, m_scale), colours.text2);
        return;
    }
    const bool budgets = !stores.slos.objectives().empty();
    const QRectF main(0, 0, width(), height() - (budgets ? px(budgetHeight + gap) : 0));
    const ServiceStatus *burning = m_service.isEmpty() ? nullptr : stores.services.find(m_service);
    QRectF rows = main;
    if (burning) {
        const double side = main.width() * sideShare - px(gap);
        paintBurning(painter, QRectF(0, 0, main.width() - side - px(gap), main.height()), *burning);
        rows = QRectF(main.width() - side, 0, side, main.height());
    }
    std::vector<TileContent> contents;
    const TileAlerts alerts(stores);
    for (const ServiceStatus *status : tileOrder(services))
        if (status != burning && status->service.name != m_service)
            contents.push_back(tileContent(*status, alerts, stores, m_context.clock.now(), m_context.clock.wall()));
    const int columns = burning ? 1 : contents.size() > 5 ? 2 : 1;
    const int lines = int((contents.size() + size_t(columns) - 1) / size_t(columns));
    const double columnWidth = (rows.width() - px(gap) * (columns - 1)) / columns;
    const double rowHeight = lines == 0 ? 0 : std::min(px(rowMost) * (burning ? 1.0 : 1.4), (rows.height() - px(gap) * (lines - 1)) / lines);
    for (size_t i = 0; i < contents.size(); ++i) {
        const int column = int(i) % columns;
        const int line = int(i) / columns;
        const QRectF area(rows.left() + column * (columnWidth + px(gap)), rows.top() + line * (rowHeight + px(gap)), columnWidth, rowHeight);
        if (area.bottom() <= rows.bottom() + 1)
            paintRow(painter, area, contents[i]);
    }
    if (budgets)
        paintBudgets(painter, QRectF(0, height() - px(budgetHeight), width(), px(budgetHeight)));
}

void WallBoard::paintRow(QPainter &painter, const QRectF &area, const TileContent &content) const
{
    const Theme &colours = themeOf(this);
    paintPanel(painter, area, colours, {&content.state, false, false});
    painter.fillRect(QRectF(area.left(), area.top() + 2, px(8), area.height() - 4), colours.of(content.state));
    const double glyph = std::min(px(44), area.height() * 0.36);
    paintStateGlyph(painter, QRectF(area.left() + px(30), area.center().y() - glyph / 2, glyph, glyph), content.state, colours);
    const double textLeft = area.left() + px(50) + glyph;
    const double figureWidth = std::min(area.width() * 0.42, px(420));
    const double room = area.right() - figureWidth - textLeft - px(20);
    const double nameHeight = area.height() * 0.52;
    drawFitted(painter, QRectF(textLeft, area.top() + area.height() * 0.06, room, nameHeight), Qt::AlignLeft, content.name, textFont(TextSize::Display, QFont::DemiBold, m_scale), colours.text);
    const QRectF second(textLeft, area.top() + area.height() * 0.54, room, area.height() * 0.36);
    const QFont small = textFont(TextSize::Figure, QFont::DemiBold, m_scale * 0.9);
    const QString word = Format::state(content.state);
    drawFitted(painter, second, Qt::AlignLeft, word, small, colours.of(content.state));
    const double wordWidth = QFontMetricsF(small).horizontalAdvance(word) + px(12);
    drawFitted(painter, second.adjusted(wordWidth, 0, 0, 0), Qt::AlignLeft, content.state != State::Healthy ? content.reason : content.figures.size() > 2 ? tr("errors") : content.figures.empty() ? QString() : content.figures.front().label, textFont(TextSize::Figure, QFont::Normal, m_scale * 0.9), colours.text2);

    QString number = QStringLiteral("\u2014");
    QString suffix;
    if (isHatched(content.state) && !content.age.isEmpty()) {
        number = content.age;
    } else if (content.figures.size() > 2) {
        number = content.figures[1].number;
        suffix = content.figures[1].suffix;
        if ((content.figures[2].state == State::Warning || content.figures[2].state == State::Critical) && content.figures[1].state == State::Healthy) {
            number = content.figures[2].number;
            suffix = content.figures[2].suffix;
        }
    } else if (!content.figures.empty()) {
        number = content.figures.front().number;
        suffix = content.figures.front().suffix;
    } else {
        number.clear();
    }
    const QFont suffixFont = textFont(TextSize::Figure, QFont::Normal, m_scale);
    const double suffixWidth = suffix.isEmpty() ? 0 : QFontMetricsF(suffixFont).horizontalAdvance(suffix) + px(12);
    const QRectF figure(area.right() - figureWidth, area.top(), figureWidth - px(24), area.height());
    drawFitted(painter, figure.adjusted(0, 0, -suffixWidth, 0), Qt::AlignRight, number, textFont(TextSize::Wall, QFont::DemiBold, m_scale), content.state == State::Healthy ? colours.text : colours.of(content.state));
    drawFitted(painter, QRectF(figure.right() - suffixWidth + px(8), figure.top() + px(14), suffixWidth, figure.height() - px(14)), Qt::AlignLeft, suffix, suffixFont, colours.text2);
}

const TileContent::Figure *WallBoard::leading(const TileContent &content, const Alert *alert) const
{
    if (content.figures.size() < 3)
        return content.figures.empty() ? nullptr : &content.figures.front();
    if (alert && alert->name().contains(u"latency", Qt::CaseInsensitive))
        return &content.figures[2];
    return &content.figures[1];
}

void WallBoard::paintBurning(QPainter &painter, const QRectF &area, const ServiceStatus &status) const
{
    const Theme &colours = themeOf(this);
    const TileAlerts alerts(m_context.stores);
    const TileContent content = tileContent(status, alerts, m_context.stores, m_context.clock.now(), m_context.clock.wall());
    const Alert *alert = alerts.worst(status.service.name);
    painter.setPen(QPen(colours.of(status.state), px(2)));
    painter.setBrush(colours.tint(colours.of(status.state), 0.08));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), px(8), px(8));
    painter.setBrush(Qt::NoBrush); // panels drawn later outline themselves with the painter's brush
    const double head = std::min(px(124), area.height() * 0.2);
    const double facts = std::min(px(176), area.height() * 0.26);
    const double also = std::min(px(64), area.height() * 0.1);
    paintBurningHead(painter, QRectF(area.left(), area.top(), area.width(), head), content, alert);
    const QRectF middle(area.left() + px(32), area.top() + head, area.width() - px(64), area.height() - head - facts - also);
    if (const TileContent::Figure *figure = leading(content, alert))
        paintBurningFigure(painter, middle, *figure, status.state);
    else
        drawFitted(painter, middle, Qt::AlignLeft, content.reason, textFont(TextSize::Display, QFont::DemiBold, m_scale), colours.text);
    paintFacts(painter, QRectF(area.left(), area.bottom() - facts - also, area.width(), facts), status, alert);
    paintAlso(painter, QRectF(area.left(), area.bottom() - also, area.width(), also), alert);
}

void WallBoard::paintBurningHead(QPainter &painter, const QRectF &area, const TileContent &content, const Alert *alert) const
{
    const Theme &colours = themeOf(this);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(area, px(8), px(8));
    path.addRect(QRectF(area.left(), area.center().y(), area.width(), area.height() / 2));
    painter.fillPath(path, colours.of(content.state));
    const double glyph = area.height() * 0.52;
    paintStateGlyph(painter, QRectF(area.left() + px(32), area.center().y() - glyph / 2, glyph, glyph), content.state, colours.onAccent);
    const double left = area.left() + px(56) + glyph;
    drawFitted(painter, QRectF(left, area.top(), area.width() * 0.5, area.height()), Qt::AlignLeft, content.name, textFont(TextSize::Wall, QFont::Bold, m_scale * 1.15), colours.onAccent);
    const QString name = alert ? Format::safeText(alert->name(), 60) : content.reason;
    drawFitted(painter, QRectF(area.left() + area.width() * 0.55, area.top(), area.width() * 0.45 - px(28), area.height()), Qt::AlignRight, name, textFont(TextSize::Display, QFont::DemiBold, m_scale * 1.1), colours.onAccent);
}

void WallBoard::paintBurningFigure(QPainter &painter, const QRectF &area, const TileContent::Figure &figure, State state) const
{
    const Theme &colours = themeOf(this);
    const QRectF left(area.left(), area.top(), area.width() * 0.52, area.height());
    // The number that must be read from five metres takes what room there is.
    QFont huge = textFont(TextSize::Wall, QFont::Bold, m_scale * std::clamp(left.height() / px(112), 1.0, 3.0));
    while (huge.pixelSize() > 24 && tabularWidth(huge, figure.number) > left.width() * 0.74)
        huge.setPixelSize(huge.pixelSize() * 9 / 10);
    const double numberWidth = tabularWidth(huge, figure.number);
    painter.setFont(huge);
    painter.setPen(colours.of(state));
    const double base = left.top() + left.height() * 0.72;
    drawTabular(painter, QPointF(left.left(), base), figure.number);
    painter.setFont(textFont(TextSize::Wall, QFont::DemiBold, m_scale));
    painter.drawText(QPointF(left.left() + numberWidth + px(12), base), figure.suffix);
    QString words = figure.label;
    if (figure.limit)
        words = tr("%1, limit %2").arg(figure.label, quantity(*figure.limit, ownUnit(figure.suffix == u"%" ? QStringLiteral("percentunit") : QStringLiteral("s"))).text());
    drawFitted(painter, QRectF(left.left(), base + px(18), left.width(), px(44)), Qt::AlignLeft, words, textFont(TextSize::Figure, QFont::Normal, m_scale), colours.text2);
    const QRectF right(area.left() + area.width() * 0.56, area.top() + px(36), area.width() * 0.44, area.height() - px(100));
    // Lines grow with the wall: one pixel of four thousand is not seen from five metres.
    const double zoom = 2 * std::max(m_scale, 0.1);
    painter.save();
    painter.translate(right.topLeft());
    painter.scale(zoom, zoom);
    paintSparkline(painter, QRectF(0, 0, right.width() / zoom, right.height() / zoom), figure.line, colours.of(state), true, figure.limit, colours.critical);
    painter.restore();
    const WallTime now = m_context.clock.wall();
    const QFont axis = textFont(TextSize::Figure, QFont::Normal, m_scale * 0.85);
    const QRectF times(right.left(), right.bottom() + px(8), right.width(), px(36));
    drawFitted(painter, times, Qt::AlignLeft, Format::clockTime(now - std::chrono::hours(1), true).left(5), axis, colours.text2);
    drawFitted(painter, times, Qt::AlignRight, Format::clockTime(now, true).left(5), axis, colours.text2);
}

void WallBoard::paintFacts(QPainter &painter, const QRectF &area, const ServiceStatus &status, const Alert *alert) const
{
    const Theme &colours = themeOf(this);
    const WallTime wall = m_context.clock.wall();
    struct Fact
    {
        QString label;
        QString value;
        QString below;
        QColor color;
    };
    std::vector<Fact> facts;
    if (alert)
        facts.push_back({tr("failing for"), Format::countdown(wall - alert->startsAt), tr("since %1").arg(Format::clockTime(alert->startsAt, true).left(5)), colours.text});
    if (const SloStatus *slo = status.objective.isEmpty() ? nullptr : m_context.stores.slos.find(status.objective); slo && slo->budget.remaining) {
        const auto empty = slo->emptyAt(wall, std::chrono::minutes(5));
        facts.push_back({tr("budget left"), Format::ratio(*slo->budget.remaining, 0), empty ? tr("empty %1").arg(Format::clockTime(*empty, true).left(5)) : QString(), *slo->budget.remaining < 0.25 ? colours.critical : colours.text});
    }
    facts.push_back({tr("owner"), status.service.owner.isEmpty() ? QStringLiteral("\u2014") : Format::safeText(status.service.owner, 24), alert && alert->acknowledgement ? tr("acknowledged") : tr("not acknowledged"), colours.text});
    if (alert)
        if (const auto rest = m_context.stores.alerts.respondWithin(*alert, wall))
            facts.push_back({rest->count() < 0 ? tr("overdue by") : tr("respond in"), Format::countdown(rest->count() < 0 ? -*rest : *rest), {}, rest->count() < 0 ? colours.critical : colours.warning});
    const double column = area.width() / double(facts.size());
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), px(1)), colours.line);
    for (size_t i = 0; i < facts.size(); ++i) {
        const QRectF cell(area.left() + double(i) * column + px(28), area.top(), column - px(40), area.height());
        if (i > 0)
            painter.fillRect(QRectF(cell.left() - px(28), area.top(), px(1), area.height()), colours.line);
        drawFitted(painter, QRectF(cell.left(), cell.top() + cell.height() * 0.06, cell.width(), cell.height() * 0.24), Qt::AlignLeft, facts[i].label, textFont(TextSize::Figure, QFont::Normal, m_scale), colours.text2);
        drawFitted(painter, QRectF(cell.left(), cell.top() + cell.height() * 0.3, cell.width(), cell.height() * 0.4), Qt::AlignLeft, facts[i].value, textFont(TextSize::Display, QFont::DemiBold, m_scale * 1.2), facts[i].color);
        drawFitted(painter, QRectF(cell.left(), cell.top() + cell.height() * 0.7, cell.width(), cell.height() * 0.24), Qt::AlignLeft, facts[i].below, textFont(TextSize::Figure, QFont::Normal, m_scale * 0.9), colours.text2);
    }
}

void WallBoard::paintAlso(QPainter &painter, const QRectF &area, const Alert *shown) const
{
    const Theme &colours = themeOf(this);
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), px(1)), colours.line);
    const QFont font = textFont(TextSize::Figure, QFont::Normal, m_scale * 0.95);
    double x = area.left() + px(28);
    const auto word = [&](const QString &text, const QColor &color) {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        drawFitted(painter, QRectF(x, area.top(), std::min(width + 2, area.right() - x), area.height()), Qt::AlignLeft, text, font, color);
        x += width + px(16);
    };
    bool first = true;
    for (const Alert &alert : m_context.stores.alerts.alerts()) {
        const bool fires = alert.state == AlertState::Firing || alert.state == AlertState::Acknowledged || alert.state == AlertState::Unseen;
        if (&alert == shown || !fires)
            continue;
        const QString name = Format::safeText(alert.name() + u' ' + alert.service(), 40);
        if (x + QFontMetricsF(font).horizontalAdvance(name) + px(120) > area.right())
            break;
        if (std::exchange(first, false))
            word(tr("also"), colours.text2);
        paintStateGlyph(painter, QRectF(x, area.center().y() - px(12), px(24), px(24)), alert.claim(), colours);
        x += px(36);
        word(name, colours.text);
        if (alert.acknowledgement)
            word(tr("acked"), colours.text2);
        x += px(12);
    }
    if (first)
        word(tr("nothing else fires"), colours.text2);
}

void WallBoard::paintBudgets(QPainter &painter, const QRectF &area) const
{
    const Theme &colours = themeOf(this);
    paintPanel(painter, area, colours);
    const Instant now = m_context.clock.now();
    std::vector<std::pair<const ServiceStatus *, const SloStatus *>> budgets;
    for (const ServiceStatus *shown : tileOrder(m_context.stores.services.services()))
        if (const SloStatus *slo = shown->objective.isEmpty() ? nullptr : m_context.stores.slos.find(shown->objective))
            budgets.emplace_back(shown, slo);
    const double labelWidth = px(150);
    painter.setFont(textFont(TextSize::Figure, QFont::Normal, m_scale));
    painter.setPen(colours.text2);
    painter.drawText(QRectF(area.left() + px(20), area.top(), labelWidth - px(20), area.height()), Qt::AlignVCenter | Qt::TextWordWrap, tr("error budget left"));
    if (budgets.empty())
        return;
    const double column = (area.width() - labelWidth) / double(std::min<size_t>(budgets.size(), 8));
    for (size_t i = 0; i < std::min<size_t>(budgets.size(), 8); ++i) {
        const auto &[service, slo] = budgets[i];
        const State state = slo->state(m_context.stores.slos.policy(), now);
        const QRectF cell(area.left() + labelWidth + double(i) * column, area.top(), column, area.height());
        painter.fillRect(QRectF(cell.left(), cell.top() + 1, px(1), cell.height() - 2), colours.line);
        if (isHatched(state))
            painter.fillRect(cell.adjusted(2, 2, -1, -2), hatchBrush(state, colours));
        paintStateGlyph(painter, QRectF(cell.left() + px(22), cell.top() + px(20), px(24), px(24)), state, colours);
        drawFitted(painter, QRectF(cell.left() + px(56), cell.top() + px(8), cell.width() - px(66), px(48)), Qt::AlignLeft, Format::safeText(service->service.name, 40), textFont(TextSize::Figure, QFont::DemiBold, m_scale), colours.text);
        const bool bad = state == State::Critical || state == State::Warning || isHatched(state);
        const QString left = slo->budget.remaining ? QString::number(int(std::round(*slo->budget.remaining * 100))) : QStringLiteral("\u2014");
        const QFont number = textFont(TextSize::Wall, QFont::DemiBold, m_scale);
        painter.setFont(number);
        painter.setPen(bad ? colours.of(state) : colours.text);
        const double numberWidth = drawTabular(painter, QPointF(cell.left() + px(22), cell.top() + px(122)), left);
        painter.setFont(textFont(TextSize::Display, QFont::Normal, m_scale));
        painter.setPen(colours.text2);
        painter.drawText(QPointF(cell.left() + px(30) + numberWidth, cell.top() + px(122)), QStringLiteral("%"));
        paintBudgetBar(painter, QRectF(cell.left() + px(22), cell.bottom() - px(40), cell.width() - px(44), px(18)), slo->budget.remaining.value_or(0), state, colours);
    }
}

} // namespace Watchfloor
