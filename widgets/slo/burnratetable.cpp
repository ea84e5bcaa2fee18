#include "widgets/slo/burnratetable.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int rowHeight = 26;
constexpr int rateWidth = 64;
constexpr double scaleEnd = 1000; ///< a full outage at 99.9 % burns a thousandfold

double position(double rate)
{
    return std::clamp(std::log10(1 + std::max(rate, 0.0)) / std::log10(1 + scaleEnd), 0.0, 1.0);
}
}

BurnRateTable::BurnRateTable(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Burn rate by window"));
}

void BurnRateTable::setRates(const std::vector<BurnRate> &rates, const BurnPolicy &policy)
{
    if (rates == m_rates && policy == m_policy)
        return;
    m_rates = rates;
    m_policy = policy;
    updateGeometry();
    update();
}

QSize BurnRateTable::sizeHint() const
{
    return {320, rowHeight * int(std::size(burnWindows) + 1)};
}

void BurnRateTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    const QFont body = textFont();
    const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
    const QFont small = textFont(TextSize::Small);
    const QString pageText = tr("page > %1x").arg(QLocale().toString(m_policy.page, 'g', 3));
    const QString ticketText = tr("ticket > %1x").arg(QLocale().toString(m_policy.ticket, 'g', 3));
    // Words are as long as the language makes them; the bar takes what they leave.
    const QFontMetrics metrics(body);
    int windowWidth = QFontMetrics(small).horizontalAdvance(tr("window"));
    for (const auto window : burnWindows)
        windowWidth = std::max(windowWidth, metrics.horizontalAdvance(Format::span(window)));
    const int limitWidth = std::max(metrics.horizontalAdvance(pageText), metrics.horizontalAdvance(ticketText)) + 20;
    const int barLeft = windowWidth + rateWidth + 8;
    const int barWidth = std::max(24, width() - barLeft - limitWidth - 12);
    const auto draw = [&](int x, int y, int w, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment) {
        painter.setFont(font);
        painter.setPen(color);
        drawTabular(painter, QRect(x, y, w, rowHeight), Qt::AlignVCenter | alignment, text);
    };
    draw(0, 0, windowWidth, tr("window"), small, colours.text2, Qt::AlignLeft);
    draw(windowWidth, 0, rateWidth, tr("burn"), small, colours.text2, Qt::AlignRight);
    draw(barLeft + barWidth + 12, 0, limitWidth, tr("limit"), small, colours.text2, Qt::AlignLeft);
    int y = rowHeight;
    for (const auto window : burnWindows) {
        painter.fillRect(QRect(0, y, width(), 1), colours.line);
        const auto found = std::find_if(m_rates.begin(), m_rates.end(), [window](const BurnRate &rate) { return rate.window == window; });
        const std::optional<double> rate = found == m_rates.end() ? std::nullopt : found->rate;
        // Short windows page, long ones open a ticket.
        const bool pages = window <= std::chrono::hours(1);
        const double limit = pages ? m_policy.page : m_policy.ticket;
        const State state = !rate ? State::Blind : *rate > limit ? (pages ? State::Critical : State::Warning) : *rate > m_policy.ticket ? State::Warning : State::Healthy;
        const QColor color = colours.of(state);
        draw(0, y, windowWidth, Format::span(window), body, colours.text, Qt::AlignLeft);
        draw(windowWidth, y, rateWidth, rate ? QLocale().toString(*rate, 'f', *rate >= 100 ? 0 : *rate >= 10 ? 1 : 2) + QStringLiteral("x") : QStringLiteral("\u2014"), bold, state == State::Healthy ? colours.text : color, Qt::AlignRight);
        const QRectF track(barLeft, y + rowHeight / 2.0 - Size::bar / 2.0, barWidth, Size::bar);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.track);
        painter.drawRoundedRect(track, Size::bar / 2.0, Size::bar / 2.0);
        if (rate && *rate > 0) {
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(3.0, track.width() * position(*rate)), track.height()), Size::bar / 2.0, Size::bar / 2.0);
        }
        painter.fillRect(QRectF(track.left() + track.width() * position(limit) - 1, track.top() - 3, 2, track.height() + 6), colours.text);
        paintStateGlyph(painter, QRectF(barLeft + barWidth + 12, y + rowHeight / 2.0 - 5, 10, 10), state, colours);
        draw(barLeft + barWidth + 28, y, limitWidth - 16, pages ? pageText : ticketText, body, colours.text2, Qt::AlignLeft);
        y += rowHeight;
    }
}

} // namespace Watchfloor
