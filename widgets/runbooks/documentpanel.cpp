#include "widgets/runbooks/documentpanel.h"

#include "models/core/format.h"
#include "widgets/controls/card.h"
#include "widgets/controls/markdownview.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/parameterfield.h"
#include "widgets/runbooks/stepcard.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr auto liveLength = 15min;
constexpr auto liveStep = 15s;
constexpr size_t earlierRuns = 3;
constexpr int readableWidth = 1'240; ///< longer lines are not read

/// Holds the title, with a line below.
class HeadGround final : public QWidget
{
public:
    HeadGround() { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), themeOf(this).line);
    }
};

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

DocumentPanel::DocumentPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *card = new Card;
    card->setFlush(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    buildHead(card->body());
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *inner = new QWidget;
    inner->setProperty("transparent", true);
    inner->setMaximumWidth(readableWidth);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(2 * Size::gap, Size::cardPadding, 2 * Size::gap, 2 * Size::gap);
    column->setSpacing(Size::cardPadding);
    m_parameterBox = new QWidget;
    m_parameterColumn = new QVBoxLayout(m_parameterBox);
    m_parameterColumn->setContentsMargins(0, 0, 0, 0);
    m_parameterColumn->setSpacing(Size::unit);
    column->addWidget(m_parameterBox);
    m_view = new MarkdownView;
    connect(m_view, &MarkdownView::linkActivated, this, &DocumentPanel::follow);
    column->addWidget(m_view);
    m_earlierCaption = new TextLabel(tr("Earlier runs"), Tone::Primary, TextSize::Heading, QFont::DemiBold);
    column->addWidget(m_earlierCaption);
    m_earlier = new QWidget;
    m_earlierRow = new QHBoxLayout(m_earlier);
    m_earlierRow->setContentsMargins(0, 0, 0, 0);
    m_earlierRow->setSpacing(Size::gap);
    column->addWidget(m_earlier);
    column->addStretch(1);
    m_scroll->setWidget(inner);
    card->body()->addWidget(m_scroll, 1);
    connect(&context.stores.series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        for (StepCard *step : m_cards)
            if (const auto found = m_interests.find(step); found != m_interests.end() && *found->second == key)
                step->setLive(m_context.stores.series.find(key), m_context.clock.now());
    });
}

void DocumentPanel::buildHead(QVBoxLayout *column)
{
    auto *ground = new HeadGround;
    auto *head = new QVBoxLayout(ground);
    head->setContentsMargins(2 * Size::gap, Size::cardPadding, 2 * Size::gap, Size::cardPadding);
    head->setSpacing(Size::unit);
    auto *first = new QHBoxLayout;
    first->setSpacing(Size::gap);
    m_title = new TextLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("runbookTitle"));
    m_title->setWordWrap(true);
    m_risk = new Pill;
    first->addWidget(m_title, 1);
    first->addWidget(m_risk, 0, Qt::AlignTop);
    head->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(Size::cardPadding);
    m_facts = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_file = new ElidedLabel({}, Tone::Hint, TextSize::Small);
    second->addWidget(m_facts, 1);
    second->addWidget(m_file);
    head->addLayout(second);
    column->addWidget(ground);
}

void DocumentPanel::setRunbook(const Runbook &runbook)
{
    const bool another = runbook.name != m_runbook.name;
    m_runbook = runbook;
    m_title->setText(Format::safeText(runbook.title, 200));
    m_risk->setText(riskWord(runbook.risk));
    m_risk->setTone(riskTone(runbook.risk));
    m_risk->setIconName(riskIcon(runbook.risk));
    QStringList facts{tr("target %1").arg(Format::safeText(runbook.target, 60))};
    if (const ServiceStatus *service = m_context.stores.services.find(runbook.target); service && !service->service.owner.isEmpty())
        facts.append(tr("owner %1").arg(Format::safeText(service->service.owner, 60)));
    if (!runbook.match.empty())
        facts.append(tr("matches %1").arg(Format::safeText(matchersText(runbook.match), 160)));
    m_facts->setText(facts.join(QStringLiteral("   ")));
    m_file->setText(Format::safeText(QFileInfo(runbook.file).fileName(), 80));

    m_cards.clear();
    m_interests.clear();
    int number = 0;
    m_view->setBlocks(runbook.document, [this, &number](const MarkdownBlock &block) -> QWidget * {
        const auto step = std::find_if(m_runbook.steps.begin(), m_runbook.steps.end(), [&block](const RunbookStep &candidate) { return candidate.line == block.line; });
        if (step == m_runbook.steps.end() || block.line == 0)
            return nullptr;
        const auto condition = watchedCondition(*step, m_context.stores.workspace());
        number += step->kind == RunbookStep::Kind::Shell ? 1 : 0;
        auto *card = new StepCard(*step, number, m_runbook.risk, condition);
        if (condition)
            m_interests[card] = m_context.commands.watch({condition->source, condition->selector, liveLength, liveStep});
        m_cards.push_back(card);
        return card;
    });
    buildParameters(runbook);
    showResolved();
    showLive();
    showEarlierRuns();
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
}

void DocumentPanel::buildParameters(const Runbook &runbook)
{
    clearLayout(m_parameterColumn);
    m_fields.clear();
    m_parameterBox->setVisible(!runbook.parameters.empty());
    for (const RunbookParameter &parameter : runbook.parameters) {
        auto *field = new ParameterField(parameter);
        m_parameterColumn->addWidget(field);
        m_fields.push_back(field);
        const auto &entered = m_entered[runbook.name];
        if (const auto found = entered.find(parameter.name); found != entered.end())
            field->setValue(found->second);
        connect(field, &ParameterField::changed, this, [this, field, name = runbook.name] {
            m_entered[name][field->parameter().name] = field->value();
            showResolved();
            Q_EMIT parametersChanged();
        });
        if (parameter.choicesCommand.isEmpty())
            continue;
        m_context.commands.fetchChoices(runbook.name, parameter.name, field, [guard = QPointer(field)](const Result<QStringList> &lines) {
            if (!guard)
                return;
            if (lines)
                guard->setChoices(*lines);
            else
                guard->setChoicesError(lines.error());
        });
    }
}

std::map<QString, QString> DocumentPanel::parameters() const
{
    std::map<QString, QString> values;
    for (const ParameterField *field : m_fields)
        values[field->parameter().name] = field->value();
    return values;
}

ParameterField *DocumentPanel::faultyField() const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [](const ParameterField *field) { return !field->fault().isEmpty(); });
    return found == m_fields.end() ? nullptr : *found;
}

void DocumentPanel::showResolved()
{
    const auto values = parameters();
    for (StepCard *card : m_cards) {
        if (card->step().isQuery)
            continue;
        card->setResolved(resolveCommand(m_runbook, card->step().code, values), values);
        if (!card->step().undo.isEmpty()) {
            const auto undo = resolveCommand(m_runbook, card->step().undo, values);
            card->setResolvedUndo(undo ? undo->shown : QString());
        }
    }
}

void DocumentPanel::setRun(const Run *run)
{
    const WallTime now = m_context.clock.wall();
    for (StepCard *card : m_cards) {
        const StepProgress *progress = nullptr;
        if (run)
            for (const StepProgress &candidate : run->steps)
                if (candidate.step.line == card->step().line)
                    progress = &candidate;
        card->setProgress(progress, now);
    }
    showEarlierRuns();
}

void DocumentPanel::showLive()
{
    for (StepCard *card : m_cards)
        if (const auto found = m_interests.find(card); found != m_interests.end())
            card->setLive(m_context.stores.series.find(*found->second), m_context.clock.now());
}

void DocumentPanel::showEarlierRuns()
{
    clearLayout(m_earlierRow);
    size_t shown = 0;
    for (const Run &run : m_context.stores.runs.runs()) {
        if (run.runbook != m_runbook.name || !isOver(run.state) || shown == earlierRuns)
            continue;
        ++shown;
        auto *card = new Card;
        card->setClickable(true);
        card->setObjectName(QStringLiteral("earlier/") + run.id);
        auto *word = new ElidedLabel(tr("%1 in %2").arg(runWord(run), tookText(run.endedAt.value_or(run.startedAt) - run.startedAt)), runTone(run), TextSize::Body, QFont::DemiBold);
        QStringList facts{tr("%1 ago").arg(Format::shortSpan(m_context.clock.wall() - run.startedAt)), Format::safeText(run.actor, 40)};
        for (const auto &[name, value] : run.parameters)
            facts.append(Format::safeText(value, 24));
        if (run.firstRecord > 0)
            facts.append(QStringLiteral("#%1").arg(run.firstRecord));
        card->body()->setSpacing(Size::unit);
        card->body()->addWidget(word);
        card->body()->addWidget(new ElidedLabel(facts.join(QStringLiteral(" \u00b7 ")), Tone::Hint, TextSize::Small));
        connect(card, &Card::clicked, this, [this, id = run.id] { Q_EMIT runChosen(id); }, Qt::QueuedConnection);
        m_earlierRow->addWidget(card, 1);
    }
    if (shown == 0)
        m_earlierRow->addWidget(new TextLabel(tr("No run of it is known to this console yet."), Tone::Hint));
}

void DocumentPanel::follow(const QString &target)
{
    const QString name = QFileInfo(target.section(u'#', 0, 0)).completeBaseName();
    if (m_context.stores.runs.runbook(name))
        Q_EMIT runbookRequested(name);
}

void DocumentPanel::tick()
{
    showLive();
}

bool DocumentPanel::isSettled() const
{
    return std::all_of(m_interests.begin(), m_interests.end(), [this](const auto &entry) { return m_context.stores.series.find(*entry.second) != nullptr; });
}

} // namespace Watchfloor
