#include "widgets/runbooks/stepcard.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/grounds.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int codeCap = 8'192;
constexpr int nameWidth = 52;
constexpr int sparklineHeight = 40;

QString codeText(const QString &code)
{
    QStringList lines;
    for (const QString &line : code.trimmed().left(codeCap).split(u'\n'))
        lines.append(Format::safeText(line, 4'096));
    return lines.join(u'\n');
}

TextLabel *monoLabel(const QString &text, Tone tone)
{
    auto *label = new TextLabel(text, tone);
    label->setFont(monoFont());
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

/// A word, a bar, and how far it is: "time allowed ---- 38 s of 5 min".
class ProgressLine final : public QWidget
{
public:
    explicit ProgressLine(const QString &name)
        : m_name(name)
    {
        setFixedHeight(18);
        setFont(textFont(TextSize::Small));
    }
    void setShare(double share, const QString &text, Tone tone)
    {
        m_share = std::clamp(share, 0.0, 1.0);
        m_text = text;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int sides = 104;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(this);
        painter.setPen(theme.text2);
        painter.drawText(QRect(0, 0, sides, height()), Qt::AlignVCenter, m_name);
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(width() - sides, 0, sides, height()), Qt::AlignVCenter | Qt::AlignRight, m_text);
        QRectF bar(sides, (height() - Size::bar) / 2.0, width() - 2.0 * sides - Size::gap, Size::bar);
        if (bar.width() < 1)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(bar, Size::bar / 2.0, Size::bar / 2.0);
        bar.setWidth(bar.width() * m_share);
        painter.setBrush(theme.of(m_tone));
        if (m_share > 0)
            painter.drawRoundedRect(bar, Size::bar / 2.0, Size::bar / 2.0);
    }

private:
    QString m_name;
    QString m_text;
    double m_share = 0;
    Tone m_tone = Tone::Accent;
};

IconLabel::IconLabel(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_name.isEmpty())
        paintIcon(painter, rect(), m_name, themeOf(this).of(m_tone));
}

StepCard::StepCard(const RunbookStep &step, int number, Risk risk, const std::optional<WatchedCondition> &condition, QWidget *parent)
    : QFrame(parent)
    , m_step(step)
    , m_risk(risk)
    , m_condition(condition)
{
    setObjectName(QStringLiteral("step/%1").arg(step.line));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardPadding + Size::stripe, Size::gap, Size::cardPadding, Size::cardPadding - 2);
    column->setSpacing(Size::gap);
    buildHead(column, number);
    buildCode(column);
    if (m_condition)
        buildLive(column);
    if (m_step.kind == RunbookStep::Kind::Verify)
        buildClock(column);
    setProgress(nullptr, {});
}

void StepCard::buildHead(QVBoxLayout *column, int number)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_icon = new IconLabel;
    auto *caption = new TextLabel(stepCaption(m_step.kind, number).toUpper());
    caption->setCaption();
    auto *title = new ElidedLabel(Format::safeText(m_step.title, 160), Tone::Primary, TextSize::Heading, QFont::DemiBold);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status = new TextLabel({}, Tone::Hint, TextSize::Small, QFont::DemiBold);
    m_status->setObjectName(QStringLiteral("status"));
    m_time = new TextLabel({}, Tone::Secondary, TextSize::Small);
    row->addWidget(m_icon);
    row->addWidget(caption);
    row->addWidget(title, 1);
    row->addWidget(m_status);
    row->addWidget(m_time);
    column->addLayout(row);
}

void StepCard::buildCode(QVBoxLayout *column)
{
    auto *box = new SunkenGround;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(Size::cardPadding, Size::gap - 2, Size::cardPadding, Size::gap - 2);
    grid->setHorizontalSpacing(Size::cardPadding);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, nameWidth);
    grid->setColumnStretch(1, 1);
    const auto name = [](const QString &text) { return new TextLabel(text, Tone::Hint, TextSize::Small); };
    m_how = new TextLabel({}, Tone::Hint, TextSize::Small);
    if (m_step.isQuery) {
        grid->addWidget(name(Format::safeText(m_condition && !m_condition->source.isEmpty() ? m_condition->source : tr("query"), 24)), 0, 0, Qt::AlignTop);
        grid->addWidget(monoLabel(codeText(m_step.code), Tone::Primary), 0, 1);
        if (m_step.kind == RunbookStep::Kind::Verify)
            m_how->setText(m_step.holdFor.count() > 0 ? tr("within %1 \u00b7 for %2").arg(durationText(m_step.within), durationText(m_step.holdFor)) : tr("within %1").arg(durationText(m_step.within)));
        grid->addWidget(m_how, 0, 2, Qt::AlignTop);
    } else {
        m_writtenLabel = name(tr("written"));
        m_written = monoLabel(codeText(m_step.code), Tone::Secondary);
        grid->addWidget(m_writtenLabel, 0, 0, Qt::AlignTop);
        grid->addWidget(m_written, 0, 1);
        m_ranLabel = name(tr("runs"));
        m_ran = monoLabel({}, Tone::Primary);
        m_ran->setObjectName(QStringLiteral("resolved"));
        grid->addWidget(m_ranLabel, 1, 0, Qt::AlignTop);
        grid->addWidget(m_ran, 1, 1);
        grid->addWidget(m_how, 1, 2, Qt::AlignTop);
    }
    column->addWidget(box);
    if (!m_step.undo.isEmpty()) {
        m_undo = monoLabel({}, Tone::Primary);
        auto *row = new QHBoxLayout;
        row->setSpacing(Size::gap);
        auto *icon = new IconLabel(14);
        icon->setIcon(QStringLiteral("undo"), Tone::Accent);
        row->addWidget(icon);
        row->addWidget(new TextLabel(tr("Undo"), Tone::Accent, TextSize::Small, QFont::Medium));
        row->addWidget(m_undo, 1);
        column->addLayout(row);
    }
    m_message = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_message);
}

void StepCard::buildLive(QVBoxLayout *column)
{
    m_live = new QWidget;
    auto *row = new QHBoxLayout(m_live);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Size::cardPadding);
    const auto figure = [row](TextLabel *&label, FigureLabel *&value) {
        auto *stack = new QVBoxLayout;
        stack->setSpacing(2);
        label = new TextLabel({}, Tone::Hint, TextSize::Small);
        value = new FigureLabel(TextSize::Title);
        stack->addWidget(label);
        stack->addWidget(value);
        row->addLayout(stack);
    };
    figure(m_thenLabel, m_then);
    figure(m_nowLabel, m_now);
    m_line = new Sparkline;
    m_line->setFixedHeight(sparklineHeight);
    m_line->setLimit(m_condition->limit);
    row->addStretch(1);
    row->addWidget(m_line, 3);
    m_then->hide();
    m_thenLabel->hide();
    column->addWidget(m_live);
}

void StepCard::buildClock(QVBoxLayout *column)
{
    m_clock = new QWidget;
    auto *stack = new QVBoxLayout(m_clock);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(2);
    m_held = new ProgressLine(m_condition && !m_condition->limitText().isEmpty() ? m_condition->limitText() : tr("holds"));
    m_allowed = new ProgressLine(tr("time allowed"));
    stack->addWidget(m_held);
    stack->addWidget(m_allowed);
    m_clock->hide();
    column->addWidget(m_clock);
}

void StepCard::setResolved(const Result<ResolvedCommand> &resolved, const std::map<QString, QString> &parameters)
{
    if (!m_ran)
        return;
    const bool same = resolved && resolved->shown.trimmed() == m_step.code.trimmed();
    m_writtenLabel->setVisible(!same);
    m_written->setVisible(!same);
    if (!resolved) {
        m_ran->setText(Format::safeText(resolved.error().detail, 512));
        m_ran->setTone(Tone::Hint);
        m_how->clear();
        return;
    }
    m_ran->setText(codeText(resolved->shown));
    m_ran->setTone(Tone::Primary);
    QStringList how;
    if (resolved->viaShell)
        how.append(tr("via shell"));
    else
        how.append(tr("%n argument(s)", nullptr, int(resolved->argv.size())));
    for (const auto &[name, value] : parameters)
        if (m_step.code.contains(QLatin1Char('$') + name))
            how.append(QStringLiteral("%1=%2").arg(name, Format::safeText(value, 24)));
    m_how->setText(how.join(QStringLiteral(" \u00b7 ")));
}

void StepCard::setResolvedUndo(const QString &shown)
{
    if (m_undo)
        m_undo->setText(codeText(shown.isEmpty() ? m_step.undo : shown));
}

QString StepCard::stateText() const
{
    return m_status->text();
}

void StepCard::setProgress(const StepProgress *progress, WallTime now)
{
    m_state = progress ? std::optional(progress->state) : std::nullopt;
    if (m_ranLabel)
        m_ranLabel->setText(progress && progress->startedAt ? tr("ran") : tr("runs"));
    if (progress) {
        m_icon->setIcon(stepIcon(progress->state), stepTone(progress->state));
        m_status->setText(progress->exitCode && progress->state == StepState::Passed ? tr("exit %1").arg(*progress->exitCode) : stepWord(progress->state));
        m_status->setTone(stepTone(progress->state));
    } else {
        const bool command = m_step.kind == RunbookStep::Kind::Shell;
        m_icon->setIcon(command ? QStringLiteral("terminal") : m_step.kind == RunbookStep::Kind::Gate ? QStringLiteral("shield") : QStringLiteral("check-circle"), Tone::Secondary);
        m_status->setText(command ? riskWord(m_risk) : QString());
        m_status->setTone(command ? riskTone(m_risk) : Tone::Hint);
    }
    QString time;
    if (progress && progress->startedAt) {
        const bool running = progress->state == StepState::Running;
        const auto took = running ? now - *progress->startedAt : progress->took;
        time = QStringLiteral("%1 \u00b7 %2").arg(Format::clockTime(*progress->startedAt), tookText(std::max(took, std::chrono::milliseconds(0))));
        if (m_step.kind == RunbookStep::Kind::Shell)
            time = tr("%1 of %2").arg(time, durationText(m_step.timeout));
    } else if (m_step.kind == RunbookStep::Kind::Shell) {
        time = tr("at most %1").arg(durationText(m_step.timeout));
    }
    m_time->setText(time);
    const bool wrong = progress && (progress->state == StepState::Failed || progress->state == StepState::Stopped || progress->state == StepState::Unknown);
    const QString message = progress ? stepMessage(*progress, m_condition) : QString();
    m_message->setText(message);
    m_message->setTone(wrong ? stepTone(progress->state) : Tone::Secondary);
    m_message->setVisible(!message.isEmpty() && (wrong || (!m_condition && progress->state == StepState::Running)));
    if (m_then) {
        const bool known = progress && progress->value && progress->state != StepState::Running;
        m_then->setVisible(known);
        m_thenLabel->setVisible(known);
        if (known) {
            m_thenLabel->setText(m_step.kind == RunbookStep::Kind::Gate ? tr("at the gate") : tr("at the end"));
            m_then->setText(m_condition->valueText(progress->value), m_condition->limitText());
            m_then->setTone(progress->state == StepState::Failed ? Tone::Critical : Tone::Primary);
        }
    }
    showClock(progress);
    update();
}

void StepCard::showClock(const StepProgress *progress)
{
    if (!m_clock)
        return;
    const bool shown = progress && progress->startedAt;
    m_clock->setVisible(shown);
    if (!shown)
        return;
    const auto share = [](std::chrono::milliseconds part, std::chrono::milliseconds whole) { return whole.count() > 0 ? double(part.count()) / double(whole.count()) : 0.0; };
    const bool passed = progress->state == StepState::Passed;
    m_held->setVisible(m_step.holdFor.count() > 0);
    m_held->setShare(passed ? 1 : share(progress->heldFor, m_step.holdFor), tr("%1 of %2").arg(Format::shortSpan(progress->heldFor), Format::shortSpan(m_step.holdFor)), Tone::Healthy);
    m_allowed->setShare(share(progress->took, m_step.within), tr("%1 of %2").arg(Format::shortSpan(progress->took), Format::shortSpan(m_step.within)),
                        progress->state == StepState::Failed ? Tone::Critical : Tone::Accent);
}

void StepCard::setLive(const SeriesStore::Entry *entry, Instant now)
{
    if (!m_live)
        return;
    const bool answered = entry && entry->answer;
    const auto value = answered ? worstValue(*entry->answer, m_condition->badAbove) : std::nullopt;
    const State state = entry ? entry->freshness.visibility(now) : State::Blind;
    const auto age = entry ? entry->freshness.age(now) : std::nullopt;
    if (value) {
        m_now->setQuantity(quantity(*value, m_condition->unit));
    } else {
        m_now->setText(QStringLiteral("\u2014"));
    }
    const bool beyond = value && m_condition->isBad(*value);
    m_now->setTone(isHatched(state) ? toneOf(state) : beyond ? Tone::Critical : Tone::Primary);
    QString label = tr("now");
    if (entry && entry->freshness.error() && !answered)
        label = Format::words(*entry->freshness.error());
    else if (!entry)
        label = tr("not answered yet");
    else if (!value)
        label = tr("no data");
    else if (age)
        label = tr("now, %1 old").arg(Format::span(*age));
    m_nowLabel->setText(label);
    m_nowLabel->setTone(isHatched(state) && entry ? toneOf(state) : Tone::Hint);
    std::vector<double> values;
    if (answered && !entry->answer->series.empty())
        values = entry->answer->series.front().values;
    m_line->setValues(std::move(values));
    m_line->setTone(isHatched(state) ? toneOf(state) : beyond ? Tone::Critical : Tone::Accent);
}

void StepCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool running = m_state == StepState::Running;
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, Size::radius, Size::radius);
    painter.fillPath(path, running ? theme.tint(theme.accent, 0.08) : theme.raised);
    painter.setPen(running ? theme.accent : theme.line);
    painter.drawPath(path);
    const bool command = m_step.kind == RunbookStep::Kind::Shell;
    const Tone tone = m_state && *m_state != StepState::Waiting ? stepTone(*m_state) : command ? riskTone(m_risk) : Tone::Hint;
    painter.setClipPath(path);
    painter.fillRect(QRect(0, 0, Size::stripe, height()), theme.of(tone));
}

} // namespace Watchfloor
