#include "widgets/episodes/episodestrip.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"
#include "widgets/episodes/episodelook.h"
#include "widgets/theme/fonts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Watchfloor {

namespace {

constexpr int tickHeight = 14;
constexpr int barHeight = 16;
constexpr int mostTicks = 60;

bool isOver(AlertState state)
{
    return state == AlertState::Recovered || state == AlertState::Vanished;
}

} // namespace

std::vector<EpisodeStrip::Stretch> stretchesOf(const Episode &episode, WallTime now)
{
    const WallTime end = std::max(episode.endedAt.value_or(now), episode.startedAt);
    std::vector<EpisodeStrip::Stretch> stretches;
    WallTime from = episode.startedAt;
    AlertState state = episode.firedAt == episode.startedAt ? AlertState::Firing : AlertState::Pending;
    const auto close = [&](WallTime at) {
        at = std::clamp(at, from, end);
        if (at > from && !isOver(state))
            stretches.push_back({from, at, state});
        from = at;
    };
    for (const EpisodeEvent &event : episode.events) {
        if (event.kind != EpisodeEvent::Kind::State)
            continue;
        close(event.at);
        state = event.state;
    }
    // Without events only its last state is known.
    if (episode.events.empty() && episode.firedAt) {
        close(*episode.firedAt);
        state = isOver(episode.state) || episode.endedAt ? AlertState::Firing : episode.state;
    }
    if (!episode.endedAt || episode.events.empty())
        close(end);
    return stretches;
}

EpisodeStrip::EpisodeStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Course of the alert"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EpisodeStrip::setEpisode(const Episode &episode, WallTime now)
{
    m_episode = episode;
    m_now = now;
    m_stretches = stretchesOf(episode, now);
    update();
}

QSize EpisodeStrip::sizeHint() const
{
    return {320, tickHeight + barHeight + Size::unit + QFontMetrics(textFont(TextSize::Small)).height()};
}

QSize EpisodeStrip::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

double EpisodeStrip::xOf(WallTime time) const
{
    const double length = std::max<double>(1, double((m_episode.endedAt.value_or(m_now) - m_episode.startedAt).count()));
    return std::clamp(double((time - m_episode.startedAt).count()) / length, 0.0, 1.0) * (width() - 1);
}

void EpisodeStrip::paintStretch(QPainter &painter, const Stretch &stretch) const
{
    const Theme &colours = themeOf(this);
    const QColor colour = m_episode.severity >= Severity::Info ? colours.text3 : colours.of(m_episode.severity);
    const double left = xOf(stretch.from);
    QRectF bar(left, tickHeight, std::max(2.0, xOf(stretch.to) - left), barHeight);
    painter.setPen(Qt::NoPen);
    switch (stretch.state) {
    case AlertState::Pending:
        painter.setPen(colour);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    case AlertState::Firing:
        painter.fillRect(bar, colour);
        return;
    case AlertState::Acknowledged:
        painter.fillRect(bar, colours.tint(colour, 0.45));
        painter.fillRect(QRectF(bar.left(), bar.bottom() - 3, bar.width(), 3), colour);
        return;
    case AlertState::Silenced:
    case AlertState::Inhibited:
        painter.fillRect(bar, colours.track);
        painter.fillRect(QRectF(bar.left(), bar.bottom() - 3, bar.width(), 3), colour);
        return;
    case AlertState::Unseen:
        painter.fillRect(bar, colours.track);
        paintHatch(painter, bar, State::Blind, colours);
        return;
    case AlertState::Vanished:
    case AlertState::Recovered:
        return;
    }
}

void EpisodeStrip::paintTicks(QPainter &painter) const
{
    const Theme &colours = themeOf(this);
    int drawn = 0;
    double last = -tickHeight;
    for (const EpisodeEvent &event : m_episode.events) {
        if (event.kind == EpisodeEvent::Kind::State || ++drawn > mostTicks)
            continue;
        const double x = std::clamp(xOf(event.at), tickHeight / 2.0, width() - tickHeight / 2.0);
        painter.fillRect(QRectF(std::min(xOf(event.at), width() - 1.0), tickHeight - 2, 1, barHeight + 2), colours.text);
        if (x - last < tickHeight)
            continue;
        last = x;
        paintAlertLook(painter, QRectF(x - 5, 0, 10, 10), lookOf(event, m_episode.severity), colours);
    }
}

void EpisodeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    painter.fillRect(QRectF(0, tickHeight + barHeight - 1, width(), 1), colours.line);
    for (const Stretch &stretch : m_stretches)
        paintStretch(painter, stretch);
    paintTicks(painter);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(colours.text3);
    const QRectF foot(0, tickHeight + barHeight + Size::unit, width(), height() - tickHeight - barHeight - Size::unit);
    drawTabular(painter, foot, Qt::AlignLeft, Format::moment(m_episode.startedAt, m_now));
    drawTabular(painter, foot, Qt::AlignRight, m_episode.endedAt ? Format::moment(*m_episode.endedAt, m_now) : tr("now"));
}

bool EpisodeStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text;
    for (const Stretch &stretch : m_stretches)
        if (help->pos().x() >= xOf(stretch.from) && help->pos().x() <= xOf(stretch.to) + 1)
            text = tr("%1 for %2, since %3").arg(AlertCells::stateWord(stretch.state), Format::span(stretch.to - stretch.from), Format::moment(stretch.from, m_now));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace Watchfloor
