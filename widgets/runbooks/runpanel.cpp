#include "widgets/runbooks/runpanel.h"

#include "models/core/format.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/outputview.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/stepcard.h"
#include "widgets/runbooks/steplist.h"
#include "widgets/theme/glyphs.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr auto flushInterval = 50ms;
constexpr int linesAFlush = 400;
constexpr size_t linesWaiting = 10'000;
constexpr qsizetype restLimit = 16'384;
constexpr auto metricLength = 15min;
constexpr auto metricStep = 5s;
constexpr auto fastInterval = 5s;
constexpr int shownSteps = 8;
constexpr int narrowPanel = 560;

Tone lineTone(const QString &line)
{
    if (line.startsWith(QLatin1String("$ ")))
        return Tone::Accent;
    if (line.startsWith(QLatin1String("exit 0 after")))
        return Tone::Healthy;
    if (line.startsWith(QLatin1String("exit ")))
        return Tone::Critical;
    if (line.startsWith(QLatin1String("verify ")) || line.startsWith(QLatin1String("gate ")))
        return Tone::Secondary;
    return Tone::Primary;
}

/// The last verify, or the first gate where nothing verifies.
const RunbookStep *provingStep(const Runbook &runbook, const Run *run)
{
    const RunbookStep *found = nullptr;
    if (run)
        for (const StepProgress &progress : run->steps)
            if (progress.step.kind == RunbookStep::Kind::Verify && progress.state == StepState::Running)
                return &progress.step;
    for (const RunbookStep &step : runbook.steps)
        if (step.isQuery && (!found || step.kind == RunbookStep::Kind::Verify))
            found = &step;
    return found;
}

} // namespace

RunPanel::RunPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_icon(new IconLabel(Size::largeIcon))
    , m_state(new TextLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold))
    , m_subtitle(new ElidedLabel({}, Tone::Secondary))
    , m_undo(new ActionButton(tr("Undo")))
    , m_dryRun(new ActionButton(tr("Dry run")))
    , m_run(new ActionButton(tr("Run\u2026"), ActionButton::Look::Primary))
    , m_stop(new ActionButton(tr("Stop"), ActionButton::Look::Danger))
    , m_steps(new StepList)
    , m_metricCard(new Card)
    , m_figure(new FigureLabel(TextSize::Figure))
    , m_trend(new ElidedLabel({}, Tone::Secondary))
    , m_chart(new TimeChart)
    , m_output(new OutputView)
    , m_undoLine(new TextLabel({}, Tone::Secondary))
    , m_record(new TextLabel({}, Tone::Secondary))
    , m_fault(new TextLabel({}, Tone::Critical))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    buildHead(column);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(Size::cardPadding);
    figures->addWidget(m_figure);
    m_trend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    figures->addWidget(m_trend, 1, Qt::AlignBottom);
    m_metricCard->body()->addLayout(figures);
    m_chart->setLegend(TimeChart::Legend::None);
    m_chart->setLastValueShown(true);
    m_chart->setEmptyText(tr("Not answered yet."));
    m_metricCard->body()->addWidget(m_chart, 1);
    column->addWidget(m_metricCard, 5);
    auto *output = new Card;
    m_output->setEmptyText(tr("What the steps print will stand here."));
    output->body()->addWidget(m_output, 1);
    column->addWidget(output, 5);
    auto *foot = new Card;
    foot->body()->setSpacing(Size::unit);
    m_undoLine->setObjectName(QStringLiteral("undoLine"));
    m_record->setObjectName(QStringLiteral("record"));
    for (TextLabel *label : {m_fault, m_undoLine, m_record}) {
        label->setWordWrap(true);
        foot->body()->addWidget(label);
    }
    column->addWidget(foot);
    m_flush.setInterval(flushInterval);
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &RunPanel::flushOutput);
    connect(&context.stores.series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        if (m_interest && key == *m_interest)
            showMetric();
    });
}

void RunPanel::buildHead(QVBoxLayout *column)
{
    m_state->setObjectName(QStringLiteral("runState"));
    m_run->setObjectName(QStringLiteral("run"));
    m_dryRun->setObjectName(QStringLiteral("dryRun"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_run->setIconName(QStringLiteral("play"));
    m_stop->setIconName(QStringLiteral("stop"));
    m_undo->setIconName(QStringLiteral("undo"));
    m_run->setToolTip(tr("Ctrl+Enter"));
    auto *head = new Card;
    head->setFlush(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Size::cardPadding, Size::cardPadding, Size::cardPadding, Size::cardPadding);
    row->setSpacing(Size::gap);
    row->addWidget(m_icon);
    row->addWidget(m_state);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_subtitle, 1);
    for (ActionButton *button : {m_undo, m_dryRun, m_run, m_stop})
        row->addWidget(button);
    head->body()->addLayout(row);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setProperty("transparent", true);
    scroll->setWidget(m_steps);
    scroll->setObjectName(QStringLiteral("stepScroll"));
    head->body()->addWidget(scroll);
    column->addWidget(head);
    connect(m_run, &QAbstractButton::clicked, this, &RunPanel::runRequested);
    connect(m_dryRun, &QAbstractButton::clicked, this, &RunPanel::dryRunRequested);
    connect(m_stop, &QAbstractButton::clicked, this, [this] { Q_EMIT stopRequested(m_runId); });
    connect(m_undo, &QAbstractButton::clicked, this, [this] { Q_EMIT undoRequested(m_runId); });
}

const Run *RunPanel::shownRun() const
{
    return m_runId.isEmpty() ? nullptr : m_context.stores.runs.find(m_runId);
}

void RunPanel::setRun(const Runbook *runbook, const Run *run, const QString &output)
{
    m_runbook = runbook ? runbook->name : QString();
    m_runId = run ? run->id : QString();
    m_output->clear();
    m_lines.clear();
    m_rest.clear();
    m_run->setLook(runbook ? riskLook(runbook->risk) : ActionButton::Look::Primary);
    watchMetric(runbook, run);
    showHead(run);
    showSteps(run);
    showFoot(run);
    showMetric();
    QStringView rest = QStringView(output).right(restLimit * 64);
    for (const auto line : rest.tokenize(u'\n'))
        if (!line.isEmpty())
            addLine({}, line.toString());
    flushOutput();
}

void RunPanel::update(const Run &run)
{
    if (const Runbook *runbook = m_context.stores.runs.runbook(m_runbook))
        watchMetric(runbook, &run);
    showHead(&run);
    showSteps(&run);
    showFoot(&run);
    showMetric();
}

void RunPanel::appendOutput(const QString &text)
{
    const QString now = Format::clockTime(m_context.clock.wall());
    m_rest += text;
    qsizetype start = 0;
    for (qsizetype end = m_rest.indexOf(u'\n'); end >= 0; end = m_rest.indexOf(u'\n', start)) {
        addLine(now, m_rest.mid(start, end - start));
        start = end + 1;
    }
    m_rest.remove(0, start);
    if (m_rest.size() > restLimit)
        addLine(now, std::exchange(m_rest, {}));
    if (!m_flush.isActive())
        m_flush.start();
}

void RunPanel::addLine(const QString &margin, const QString &line)
{
    m_lines.emplace_back(margin, line);
    if (m_lines.size() > linesWaiting)
        m_lines.pop_front();
}

void RunPanel::flushOutput()
{
    const Run *run = shownRun();
    if (!m_rest.isEmpty() && m_lines.empty() && run && isOver(run->state))
        addLine(Format::clockTime(m_context.clock.wall()), std::exchange(m_rest, {}));
    m_output->setUpdatesEnabled(false);
    for (int count = 0; count < linesAFlush && !m_lines.empty(); ++count) {
        m_output->appendLine(m_lines.front().first, m_lines.front().second, lineTone(m_lines.front().second));
        m_lines.pop_front();
    }
    m_output->setUpdatesEnabled(true);
    if (!m_lines.empty())
        m_flush.start();
}

void RunPanel::setLocked(bool locked)
{
    m_run->setLocked(locked);
    m_undo->setLocked(locked);
}

void RunPanel::setHeldBy(const QString &who)
{
    if (who == m_heldBy)
        return;
    m_heldBy = who;
    showHead(shownRun());
}

void RunPanel::showHead(const Run *run)
{
    const Runbook *runbook = m_context.stores.runs.runbook(m_runbook);
    const bool live = run && !isOver(run->state);
    m_icon->setIcon(run ? runIcon(run->state) : QStringLiteral("circle"), run ? runTone(*run) : Tone::Hint);
    m_state->setText(run ? runWord(*run) : tr("Not started"));
    m_state->setTone(!run || live ? Tone::Primary : runTone(*run));
    QStringList words;
    if (runbook && width() > narrowPanel)
        words.append(Format::safeText(run ? run->title : runbook->title, 60));
    if (run) {
        const WallTime end = run->endedAt.value_or(m_context.clock.wall());
        words.append(tookText(std::max(end - run->startedAt, 0ms)));
        if (run->dryRun && live)
            words.append(tr("dry run"));
    } else if (!m_heldBy.isEmpty()) {
        words.append(m_heldBy);
    }
    m_subtitle->setText(words.join(QStringLiteral(" \u00b7 ")));
    m_stop->setVisible(live);
    m_run->setVisible(!live);
    m_dryRun->setVisible(!live);
    m_undo->setVisible(run && !live && run->undoOffered);
    m_run->setEnabled(runbook);
    m_dryRun->setEnabled(runbook);
}

void RunPanel::showSteps(const Run *run)
{
    const Runbook *runbook = m_context.stores.runs.runbook(m_runbook);
    std::vector<StepProgress> steps;
    if (run)
        steps = run->steps;
    else if (runbook)
        for (const RunbookStep &step : runbook->steps)
            steps.push_back({step, StepState::Waiting, {}, {}, {}, {}, {}, {}, {}});
    std::vector<StepList::Row> rows;
    for (size_t at = 0; at < steps.size(); ++at) {
        const StepProgress &step = steps[at];
        const bool active = step.state == StepState::Running;
        const auto took = active && step.startedAt ? m_context.clock.wall() - *step.startedAt : step.took;
        rows.push_back({stepIcon(step.state), stepTone(step.state), stepCaption(step.step.kind, commandNumber(steps, at)), Format::safeText(step.step.title, 120),
                        run ? stepMessage(step, watchedCondition(step.step, m_context.stores.workspace())) : QString(),
                        step.startedAt ? Format::clockTime(*step.startedAt) : QString(),
                        step.startedAt ? tookText(std::max(std::chrono::duration_cast<std::chrono::milliseconds>(took), 0ms)) : QString(), active});
    }
    m_steps->setRows(std::move(rows));
    if (auto *scroll = findChild<QScrollArea *>(QStringLiteral("stepScroll")))
        scroll->setFixedHeight(std::min(m_steps->sizeHint().height(), shownSteps * Size::row));
}

void RunPanel::showFoot(const Run *run)
{
    m_fault->setVisible(run && run->error);
    if (run && run->error)
        m_fault->setText(Format::sentence(*run->error));
    const bool undoable = run && run->undoOffered;
    m_undoLine->setVisible(undoable);
    if (undoable)
        m_undoLine->setText(tr("Undo is available: it runs the undo commands of the steps that ran, last one first."));
    QStringList words;
    if (!run)
        words = {tr("Nothing is recorded yet: the intent is written to the audit log before anything runs.")};
    else if (run->firstRecord == 0)
        words = {tr("Not recorded, and nothing ran.")};
    else
        words = {run->lastRecord > run->firstRecord ? tr("Recorded #%1 to #%2").arg(run->firstRecord).arg(run->lastRecord) : tr("Recorded #%1").arg(run->firstRecord)};
    if (run)
        words.append(tr("by %1").arg(Format::safeText(run->actor, 60)));
    if (run && !isOver(run->state))
        words.append(tr("the outcome will be the next record"));
    if (run && !run->reason.isEmpty())
        words.append(Format::safeText(run->reason, 200));
    m_record->setText(words.join(QStringLiteral(" \u00b7 ")));
}

void RunPanel::watchMetric(const Runbook *runbook, const Run *run)
{
    const RunbookStep *step = runbook ? provingStep(*runbook, run) : nullptr;
    m_condition = step ? watchedCondition(*step, m_context.stores.workspace()) : std::nullopt;
    m_metricCard->setVisible(m_condition.has_value());
    if (!m_condition) {
        m_interest.reset();
        return;
    }
    const bool fast = run && !isOver(run->state);
    const QueryKey key{m_condition->source, m_condition->selector, metricLength, metricStep};
    if (m_interest && *m_interest == key && fast == m_fast)
        return;
    m_fast = fast;
    m_interest = m_context.commands.watch(key, fast ? std::chrono::milliseconds(fastInterval) : 0ms);
    m_metricCard->setTitle(Format::safeText(m_condition->selector, 80));
    m_chart->setUnit(m_condition->unit);
    std::vector<ChartThreshold> limits;
    if (m_condition->limit)
        limits.push_back({*m_condition->limit, State::Healthy, tr("limit %1").arg(roundText(*m_condition->limit, m_condition->unit)), !m_condition->badAbove, false});
    m_chart->setThresholds(std::move(limits));
}

void RunPanel::showMetric()
{
    if (!m_condition || !m_interest)
        return;
    const Instant now = m_context.clock.now();
    const WallTime wall = m_context.clock.wall();
    const SeriesStore::Entry *entry = m_context.stores.series.find(*m_interest);
    const auto value = entry && entry->answer ? worstValue(*entry->answer, m_condition->badAbove) : std::nullopt;
    const State state = entry ? entry->freshness.visibility(now) : State::Blind;
    m_figure->setText(m_condition->valueText(value));
    const bool beyond = value && m_condition->isBad(*value);
    m_figure->setTone(entry && isHatched(state) ? toneOf(state) : beyond ? Tone::Warning : value ? Tone::Healthy : Tone::Hint);
    m_trend->setText(m_condition->limitText().isEmpty() ? QString() : value && !beyond ? tr("within %1").arg(m_condition->limitText()) : tr("needs %1").arg(m_condition->limitText()));
    const auto age = entry ? entry->freshness.age(now) : std::nullopt;
    QStringList detail;
    if (m_fast)
        detail.append(tr("every 5 s while it runs"));
    if (age)
        detail.append(Format::span(*age));
    detail.append(Format::safeText(m_condition->source, 40));
    m_metricCard->setDetail(detail.join(QStringLiteral(" \u00b7 ")));
    std::vector<ChartSeries> lines;
    const bool alone = entry && entry->answer && entry->answer->series.size() == 1;
    if (entry && entry->answer)
        for (const Series &series : entry->answer->series)
            if (lines.size() < 12)
                lines.push_back({series, Format::safeText(series.labels.isEmpty() ? m_condition->selector : series.labels.toString(), 80),
                                 alone ? themeOf(this).accent : QColor(), alone, false});
    const Run *run = shownRun();
    std::vector<ChartSpan> spans;
    WallTime start = wall - metricLength;
    if (run && !run->dryRun) {
        for (const StepProgress &step : run->steps)
            if (step.step.kind == RunbookStep::Kind::Shell && step.startedAt && *step.startedAt > start)
                spans.push_back({*step.startedAt, *step.startedAt + std::max<std::chrono::milliseconds>(step.took, 1s), State::Warning, width() > narrowPanel ? Format::safeText(step.step.title, 40) : QString()});
        if (!isOver(run->state))
            start = std::max(start, run->startedAt - 2min);
    }
    m_chart->setRange({start, wall + (m_fast ? 1min : 0min)});
    m_chart->setSpans(std::move(spans));
    m_chart->setNow(m_fast ? std::optional(wall) : std::nullopt, m_fast ? tr("now %1").arg(Format::clockTime(wall)) : QString());
    m_chart->setState(entry && isHatched(state) ? state : State::Healthy, entry && entry->freshness.error() ? Format::words(*entry->freshness.error()) : QString());
    m_chart->setSeries(std::move(lines));
}

void RunPanel::tick()
{
    const Run *run = shownRun();
    showHead(run);
    if (run && !isOver(run->state))
        showSteps(run);
    showMetric();
}

void RunPanel::setSynchronous(bool synchronous)
{
    m_chart->setSynchronous(synchronous);
}

bool RunPanel::isSettled() const
{
    return !m_interest || m_context.stores.series.find(*m_interest);
}

} // namespace Watchfloor
