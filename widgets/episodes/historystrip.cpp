#include "widgets/episodes/historystrip.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int shownDays = 30;
constexpr int mostEpisodes = 2'000;
constexpr int cellHeight = 12;
constexpr int cellGap = 2;

} // namespace

HistoryStrip::HistoryStrip(Commands &commands, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_clock(clock)
{
    setAccessibleName(tr("History of 30 days"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistoryStrip::setAlert(const QString &fingerprint)
{
    if (fingerprint == m_fingerprint && m_askedAt && m_clock.now() - *m_askedAt < 1min)
        return;
    if (fingerprint != m_fingerprint) {
        m_days.clear();
        m_chosen = -1;
        m_hasFailed = false;
        tell({});
    }
    m_fingerprint = fingerprint;
    refresh();
}

void HistoryStrip::refresh()
{
    update();
    if (m_fingerprint.isEmpty())
        return;
    m_askedAt = m_clock.now();
    m_isAsking = true;
    EpisodeSearch search;
    search.fingerprint = m_fingerprint;
    search.during = lastUntil(m_clock.wall(), std::chrono::days(shownDays));
    search.brief = true;
    search.limit = mostEpisodes;
    m_commands.searchEpisodes(search, this, [this, asked = m_fingerprint](const Result<std::vector<Episode>> &answer) {
        if (asked == m_fingerprint)
            showAnswer(answer);
    });
}

void HistoryStrip::showAnswer(const Result<std::vector<Episode>> &answer)
{
    m_isAsking = false;
    m_hasFailed = !answer;
    update();
    if (!answer) {
        m_days.clear();
        tell(tr("The record cannot be read: %1").arg(Format::words(answer.error())));
        return;
    }
    const WallTime now = m_clock.wall();
    m_days = episodeDays(*answer, shownDays, now, QTimeZone::systemTimeZone());
    const WallTime today = m_days.back().range.start;
    int before = 0;
    std::optional<WallTime> last;
    for (const Episode &episode : *answer) {
        if (!episode.firedAt || *episode.firedAt >= today)
            continue;
        ++before;
        last = std::max(last.value_or(*episode.firedAt), *episode.firedAt);
    }
    tell(before == 0 ? tr("not before today") : tr("%n time(s) before today, last on %1", nullptr, before).arg(Format::day(*last)));
}

void HistoryStrip::tell(const QString &sentence)
{
    if (std::exchange(m_sentence, sentence) == sentence)
        return;
    setAccessibleDescription(sentence);
    Q_EMIT sentenceChanged(sentence);
}

QString HistoryStrip::dayText(int index) const
{
    if (index < 0 || size_t(index) >= m_days.size())
        return {};
    const EpisodeDay &day = m_days[size_t(index)];
    const QString name = size_t(index) + 1 == m_days.size() ? tr("Today") : Format::day(day.range.start);
    if (!day.worst)
        return tr("%1: it did not fire").arg(name);
    QStringList parts{Format::severity(*day.worst)};
    parts << (day.begun > 0 ? tr("fired %n time(s)", nullptr, day.begun) : tr("still firing from the day before"));
    parts << tr("%1 in all").arg(Format::span(day.firing));
    if (day.unseen)
        parts << tr("its end was not seen");
    return tr("%1: %2").arg(name, parts.join(QStringLiteral(", ")));
}

QSize HistoryStrip::sizeHint() const
{
    return {shownDays * (cellHeight + cellGap), cellHeight + Size::unit + QFontMetrics(textFont(TextSize::Small)).height()};
}

QSize HistoryStrip::minimumSizeHint() const
{
    return {shownDays * Size::unit, sizeHint().height()};
}

QRectF HistoryStrip::cellRect(int day) const
{
    const double step = double(width() + cellGap) / shownDays;
    const double left = std::round(day * step);
    return {left, 0, std::max(1.0, std::round((day + 1) * step) - left - cellGap), double(cellHeight)};
}

int HistoryStrip::dayAt(double x) const
{
    const double step = double(width() + cellGap) / shownDays;
    return std::clamp(int(x / step), 0, shownDays - 1);
}

void HistoryStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    const bool isLight = hasFocus() && m_chosen >= 0;
    for (int index = 0; index < shownDays; ++index) {
        const EpisodeDay *day = size_t(index) < m_days.size() ? &m_days[size_t(index)] : nullptr;
        const QRectF cell = cellRect(index);
        painter.setPen(Qt::NoPen);
        painter.setBrush(day && day->worst ? colours.of(*day->worst) : colours.track);
        painter.drawRoundedRect(cell, 2, 2);
        if (m_hasFailed || (day && day->unseen))
            paintHatch(painter, cell, State::Blind, colours);
        if (isLight && index == m_chosen) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colours.accent, 2));
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 2, 2);
        }
    }
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(colours.text3);
    const QRectF foot(0, cellHeight + Size::unit, width(), height() - cellHeight - Size::unit);
    if (!m_days.empty())
        drawLine(painter, foot, Qt::AlignLeft, Format::day(m_days.front().range.start));
    if (isLight) {
        painter.setPen(colours.text2);
        drawLine(painter, foot, Qt::AlignHCenter, dayText(m_chosen));
    }
    painter.setPen(colours.text);
    drawLine(painter, foot, Qt::AlignRight, tr("today"));
}

bool HistoryStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), m_hasFailed ? toolTipText(m_sentence) : dayText(dayAt(help->pos().x())), this);
    return true;
}

void HistoryStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    m_chosen = std::clamp(m_chosen + step, 0, shownDays - 1);
    setAccessibleDescription(dayText(m_chosen));
    update();
}

void HistoryStrip::focusInEvent(QFocusEvent *event)
{
    if (m_chosen < 0)
        m_chosen = shownDays - 1;
    QWidget::focusInEvent(event);
}

} // namespace Watchfloor
