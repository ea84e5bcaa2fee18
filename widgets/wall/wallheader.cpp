#include "widgets/wall/wallheader.h"

#include "models/core/format.h"
#include "widgets/controls/manyseen.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QDateTime>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr double headerHeight = 112;
}

WallHeader::WallHeader(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
}

void WallHeader::setScale(double scale)
{
    m_scale = scale;
    setFixedHeight(int(headerHeight * scale));
}

QSize WallHeader::sizeHint() const
{
    return {640, int(headerHeight * m_scale)};
}

std::vector<WallHeader::Source> WallHeader::sources(Instant now) const
{
    std::vector<Source> list;
    ManySeen pages;
    for (const SourceStatus &status : m_context.stores.sources.sources()) {
        const State state = status.state(now);
        const auto age = status.freshness.age(now);
        if (status.spec.kind == SourceKind::Metrics) {
            pages.add(state, age);
            continue;
        }
        const QString ageText = age ? Format::span(*age) : tr("no answer");
        list.push_back({Format::safeText(status.spec.name, 24), state == State::Healthy ? ageText : QStringLiteral("%1 %2").arg(Format::state(state).toLower(), ageText), state});
    }
    if (pages.count() > 0)
        list.push_back({tr("%n page(s)", "raw metrics pages", pages.count()), pages.ageText(), pages.worst()});
    ManySeen probes;
    for (const EndpointStatus &status : m_context.stores.health.endpoints())
        probes.add(status.latest.freshness.visibility(now), status.latest.age(now));
    if (probes.count() > 0)
        list.push_back({tr("%n probe(s)", nullptr, probes.count()), probes.ageText(), probes.worst()});
    return list;
}

void WallHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    const Workspace &workspace = m_context.stores.workspace();
    const Instant now = m_context.clock.now();
    const auto px = [this](double value) { return value * m_scale; };
    const QFont title = textFont(TextSize::Display, QFont::DemiBold, m_scale);
    const QFont second = textFont(TextSize::Figure, QFont::Normal, m_scale);
    const double left = px(8);
    painter.setFont(title);
    painter.setPen(colours.text);
    painter.drawText(QRectF(left, px(4), px(520), px(56)), Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(title).elidedText(Format::safeText(workspace.name, 60), Qt::ElideRight, px(520)));
    painter.setFont(second);
    painter.setPen(workspace.isProduction() ? colours.critical : colours.accent);
    const QString environment = Format::safeText(workspace.environment, 24);
    painter.drawText(QRectF(left, px(58), px(300), px(40)), Qt::AlignVCenter | Qt::AlignLeft, environment);
    painter.setPen(colours.text2);
    painter.drawText(QRectF(left + QFontMetricsF(second).horizontalAdvance(environment) + px(16), px(58), px(300), px(40)), Qt::AlignVCenter | Qt::AlignLeft, tr("times in UTC"));

    const QFont clockFont = textFont(TextSize::Wall, QFont::DemiBold, m_scale);
    const double clockWidth = tabularWidth(clockFont, QStringLiteral("00:00:00")) + px(8);
    paintClock(painter, QRectF(width() - clockWidth, 0, clockWidth, height()));

    // The oldest thing that anything here rests on, and whose it is.
    std::chrono::milliseconds oldest{0};
    QString whose;
    for (const ServiceStatus &status : m_context.stores.services.services()) {
        if (status.age && *status.age > oldest) {
            oldest = *status.age;
            whose = status.service.name;
        }
    }
    double right = width() - clockWidth - px(40);
    const QFont oldFont = textFont(TextSize::Display, QFont::DemiBold, m_scale);
    const QString oldText = whose.isEmpty() ? QStringLiteral("\u2014") : Format::span(oldest);
    const double oldWidth = tabularWidth(oldFont, oldText) + px(4);
    painter.setFont(oldFont);
    painter.setPen(colours.text);
    drawTabular(painter, QRectF(right - oldWidth, px(8), oldWidth, px(88)), Qt::AlignVCenter | Qt::AlignRight, oldText);
    painter.setFont(second);
    painter.setPen(colours.text2);
    painter.drawText(QRectF(right - oldWidth - px(200), px(10), px(186), px(40)), Qt::AlignVCenter | Qt::AlignRight, tr("oldest data"));
    painter.drawText(QRectF(right - oldWidth - px(200), px(54), px(186), px(40)), Qt::AlignVCenter | Qt::AlignRight, Format::safeText(whose, 16));
    right -= oldWidth + px(220);

    const double titleWidth = std::max(QFontMetricsF(title).horizontalAdvance(Format::safeText(workspace.name, 60)), px(360));
    double x = left + std::min(titleWidth, px(520)) + px(48);
    for (const Source &source : sources(now)) {
        const QFont nameFont = textFont(TextSize::Figure, QFont::Medium, m_scale);
        const double room = std::max(QFontMetricsF(nameFont).horizontalAdvance(source.name), tabularWidth(second, source.detail)) + px(52);
        if (x + room > right)
            break;
        paintStateGlyph(painter, QRectF(x, px(36), px(32), px(32)), source.state, colours);
        painter.setFont(nameFont);
        painter.setPen(isHatched(source.state) ? colours.of(source.state) : colours.text);
        painter.drawText(QRectF(x + px(44), px(12), room, px(40)), Qt::AlignVCenter | Qt::AlignLeft, source.name);
        painter.setFont(second);
        painter.setPen(isHatched(source.state) ? colours.of(source.state) : colours.text2);
        drawTabular(painter, QRectF(x + px(44), px(52), room, px(40)), Qt::AlignVCenter | Qt::AlignLeft, source.detail);
        x += room + px(16);
    }
}

void WallHeader::paintClock(QPainter &painter, const QRectF &area) const
{
    const Theme &colours = themeOf(this);
    const WallTime now = m_context.clock.wall();
    painter.setFont(textFont(TextSize::Wall, QFont::DemiBold, m_scale));
    painter.setPen(colours.text);
    drawTabular(painter, QRectF(area.left(), area.top(), area.width(), area.height() - 16 * m_scale), Qt::AlignVCenter | Qt::AlignRight, Format::clockTime(now, true));
    // Sixty ticks, one more of them lit each second: a picture that stands still shows it.
    const qint64 second = (now.time_since_epoch().count() / 1000) % 60;
    const double step = area.width() / 60;
    for (int i = 0; i < 60; ++i)
        painter.fillRect(QRectF(area.left() + i * step, area.bottom() - 16 * m_scale, std::max(1.0, step - 2 * m_scale), 7 * m_scale), i == second ? colours.text : i < second ? colours.text3 : colours.line);
}

} // namespace Watchfloor
