#include "widgets/runbooks/confirmrundialog.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/grounds.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/argumentview.h"
#include "widgets/runbooks/stepcard.h"
#include "widgets/runbooks/touchedview.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QSysInfo>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr QSize wanted(1'080, 700);
constexpr int reasonLimit = 1'000;
constexpr auto unlockLength = std::chrono::minutes(15);

/// A ground of its own behind a row of the dialog.
class Ground final : public QWidget
{
public:
    Ground(Tone tone, bool tinted, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_tone(tone)
        , m_tinted(tinted)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        painter.fillRect(rect(), m_tinted ? theme.tint(theme.of(m_tone), 0.18) : theme.sunken);
        painter.fillRect(QRect(0, m_tinted ? height() - 1 : 0, width(), 1), m_tinted ? theme.of(m_tone) : theme.line);
    }

private:
    Tone m_tone;
    bool m_tinted;
};

QHBoxLayout *captionRow(const QString &caption, TextLabel *detail)
{
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(caption.toUpper());
    label->setCaption();
    row->addWidget(label);
    row->addWidget(detail, 1);
    return row;
}

QScrollArea *scrolled(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setProperty("transparent", true);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

ConfirmRunDialog::ConfirmRunDialog(const PageContext &context, const Runbook &runbook, const std::map<QString, QString> &parameters, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_runbook(runbook)
    , m_parameters(parameters)
{
    setObjectName(QStringLiteral("confirmRun"));
    setWindowTitle(tr("Run: %1").arg(Format::safeText(runbook.title, 120)));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const RunbookStep &step : runbook.steps)
        if (step.kind == RunbookStep::Kind::Gate)
            m_gates.push_back({step, watchedCondition(step, context.stores.workspace()), StepState::Waiting, {}, {}});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(2 * Size::gap, 2 * Size::gap, 2 * Size::gap, 2 * Size::gap);
    leftColumn->setSpacing(Size::cardPadding);
    leftColumn->addWidget(buildCommands());
    m_facts = new KeyValueList;
    leftColumn->addWidget(m_facts);
    leftColumn->addWidget(buildChecks());
    leftColumn->addStretch(1);
    auto *touched = new TouchedView(context.stores, runbook.target);
    touched->setContentsMargins(2 * Size::gap, 2 * Size::gap, 2 * Size::gap, 2 * Size::gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(scrolled(left), 4);
    row->addWidget(new Divider);
    row->addWidget(scrolled(touched), 3);
    column->addLayout(row, 1);
    column->addWidget(buildFoot());
    connect(&context.commands, &Commands::lockChanged, this, [this] {
        showFacts();
        showButtons();
    });
    connect(&context.stores.runs, &RunStore::runChanged, this, [this](const QString &id) {
        if (id == m_dryRunId)
            takeDryRun(id);
        showButtons();
    });
    showFacts();
    showChecks();
    askGates();
    showButtons();
    const QSize room = parent ? parent->window()->size() - QSize(48, 48) : wanted;
    resize(wanted.boundedTo(room).expandedTo(QSize(640, 420)));
    (m_typed ? static_cast<QWidget *>(m_typed) : static_cast<QWidget *>(m_reason))->setFocus();
}

QWidget *ConfirmRunDialog::buildHead()
{
    auto *head = new Ground(m_runbook.risk == Risk::Safe ? Tone::Accent : riskTone(m_runbook.risk), true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(2 * Size::gap, Size::cardPadding, 2 * Size::gap, Size::cardPadding);
    row->setSpacing(Size::cardPadding);
    auto *icon = new IconLabel(Size::largeIcon);
    icon->setIcon(riskIcon(m_runbook.risk), m_runbook.risk == Risk::Safe ? Tone::Accent : riskTone(m_runbook.risk));
    row->addWidget(icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    const QString environment = m_context.stores.workspace().environment;
    const QString title = Format::safeText(m_runbook.title, 160);
    auto *question = new TextLabel(environment.isEmpty() ? tr("%1?").arg(title) : tr("%1, in %2?").arg(title, Format::safeText(environment, 40)), Tone::Primary, TextSize::Title, QFont::DemiBold);
    question->setWordWrap(true);
    words->addWidget(question);
    const auto commands = std::count_if(m_runbook.steps.begin(), m_runbook.steps.end(), [](const RunbookStep &step) { return step.kind == RunbookStep::Kind::Shell; });
    const bool undo = std::any_of(m_runbook.steps.begin(), m_runbook.steps.end(), [](const RunbookStep &step) { return !step.undo.isEmpty(); });
    words->addWidget(new TextLabel(tr("On %1: %2. %3").arg(Format::safeText(m_runbook.target, 60), tr("%n command(s)", nullptr, int(commands)), undo ? tr("It can be undone.") : tr("There is no undo.")), Tone::Secondary));
    row->addLayout(words, 1);
    row->addWidget(new Pill(riskWord(m_runbook.risk).toUpper(), riskTone(m_runbook.risk), Pill::Look::Outlined), 0, Qt::AlignVCenter);
    return head;
}

QWidget *ConfirmRunDialog::buildCommands()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    auto *summary = new TextLabel({}, Tone::Hint, TextSize::Small);
    auto *caption = captionRow(tr("What will run"), summary);
    auto *copy = new ActionButton(tr("Copy"), ActionButton::Look::Link);
    copy->setSmall(true);
    copy->setIconName(QStringLiteral("copy"));
    copy->setAutoDefault(false);
    caption->addWidget(copy);
    column->addLayout(caption);
    int commands = 0;
    int arguments = 0;
    bool shell = false;
    QStringList shown;
    for (const RunbookStep &step : m_runbook.steps) {
        if (step.isQuery)
            continue;
        const bool gate = step.kind == RunbookStep::Kind::Gate;
        commands += gate ? 0 : 1;
        auto *line = new QHBoxLayout;
        line->setSpacing(Size::gap);
        line->addWidget(new TextLabel(gate ? tr("Gate") : tr("Step %1").arg(commands), Tone::Hint, TextSize::Small));
        line->addWidget(new TextLabel(Format::safeText(step.title, 120), Tone::Primary, TextSize::Body, QFont::DemiBold));
        line->addStretch(1);
        column->addLayout(line);
        const auto resolved = resolveCommand(m_runbook, step.code, m_parameters);
        if (!resolved) {
            column->addWidget(new TextLabel(Format::sentence(resolved.error()), Tone::Critical));
            continue;
        }
        line->addWidget(new TextLabel(resolved->viaShell ? tr("via shell") : tr("no shell"), resolved->viaShell ? Tone::Warning : Tone::Secondary, TextSize::Small));
        line->addWidget(new TextLabel(tr("at most %1").arg(durationText(step.timeout)), Tone::Secondary, TextSize::Small));
        shell = shell || resolved->viaShell;
        arguments += int(resolved->argv.size());
        shown.append(resolved->shown);
        auto *ground = new SunkenGround;
        auto *inside = new QVBoxLayout(ground);
        inside->setContentsMargins(Size::cardPadding, Size::unit, Size::cardPadding, Size::gap);
        inside->addWidget(new ArgumentView(*resolved, gate ? Risk::Safe : m_runbook.risk));
        column->addWidget(ground);
    }
    summary->setText(tr("%1, %2, %3").arg(tr("%n command(s)", nullptr, commands), tr("%n argument(s)", nullptr, arguments), shell ? tr("some via shell") : tr("no shell between")));
    connect(copy, &QAbstractButton::clicked, this, [shown] { QGuiApplication::clipboard()->setText(shown.join(u'\n')); });
    return box;
}

QWidget *ConfirmRunDialog::buildChecks()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    m_checkSummary = new TextLabel({}, Tone::Secondary, TextSize::Small);
    auto *caption = captionRow(tr("Pre-checks"), m_checkSummary);
    auto *again = new ActionButton(tr("Ask again"), ActionButton::Look::Link);
    again->setSmall(true);
    again->setAutoDefault(false);
    caption->addWidget(again);
    connect(again, &QAbstractButton::clicked, this, &ConfirmRunDialog::askGates);
    column->addLayout(caption);
    m_checkBox = new QWidget;
    m_checks = new QGridLayout(m_checkBox);
    m_checks->setContentsMargins(0, 0, 0, 0);
    m_checks->setHorizontalSpacing(Size::gap);
    m_checks->setVerticalSpacing(6);
    m_checks->setColumnStretch(2, 1);
    column->addWidget(m_checkBox);
    return box;
}

QWidget *ConfirmRunDialog::buildFoot()
{
    auto *foot = new Ground(Tone::Secondary, false);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(2 * Size::gap, Size::cardPadding, 2 * Size::gap, Size::cardPadding);
    column->setSpacing(Size::gap);
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(2 * Size::gap);
    m_reasonLabel = new TextLabel(tr("Why (recorded)"), Tone::Secondary);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(reasonLimit);
    fields->addWidget(m_reasonLabel, 0, 0);
    fields->addWidget(m_reason, 1, 0);
    fields->setColumnStretch(0, 3);
    connect(m_reason, &QLineEdit::textChanged, this, &ConfirmRunDialog::showButtons);
    if (m_runbook.risk == Risk::Destructive) {
        m_typed = new QLineEdit;
        m_typed->setObjectName(QStringLiteral("typeTarget"));
        m_typed->setFont(monoFont());
        m_typed->setMaxLength(256);
        m_typed->setAccessibleName(tr("The target's name"));
        fields->addWidget(new TextLabel(tr("Type %1 to confirm").arg(Format::safeText(m_runbook.target, 60)), Tone::Critical, TextSize::Body, QFont::DemiBold), 0, 1);
        fields->addWidget(m_typed, 1, 1);
        fields->setColumnStretch(1, 2);
        connect(m_typed, &QLineEdit::textChanged, this, &ConfirmRunDialog::showButtons);
    }
    column->addLayout(fields);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_override = new QCheckBox(tr("Run although a gate does not hold"));
    m_override->setObjectName(QStringLiteral("overrideGates"));
    connect(m_override, &QCheckBox::toggled, this, &ConfirmRunDialog::showButtons);
    row->addWidget(m_override);
    m_hint = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_hint, 1);
    auto *cancel = new ActionButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setKeyHint(tr("Esc"));
    m_dry = new ActionButton(tr("Dry run"));
    m_dry->setObjectName(QStringLiteral("dryRunFirst"));
    m_dry->setIconName(QStringLiteral("eye"));
    m_dry->setToolTip(tr("Asks the gates and runs nothing else"));
    m_unlock = new ActionButton(tr("Unlock for 15 minutes"), ActionButton::Look::Caution);
    m_unlock->setObjectName(QStringLiteral("unlock"));
    m_unlock->setIconName(QStringLiteral("unlock"));
    m_confirm = new ActionButton(tr("Run on %1").arg(Format::safeText(m_runbook.target, 32)), riskLook(m_runbook.risk));
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setToolTip(tr("Ctrl+Enter"));
    for (ActionButton *button : {cancel, m_dry, m_unlock, m_confirm}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_dry, &QAbstractButton::clicked, this, &ConfirmRunDialog::dryRun);
    connect(m_unlock, &QAbstractButton::clicked, this, [this] { m_context.commands.unlock(unlockLength); });
    connect(m_confirm, &QAbstractButton::clicked, this, &ConfirmRunDialog::confirm);
    return foot;
}

void ConfirmRunDialog::showFacts()
{
    const auto rest = m_context.commands.unlockedFor();
    const QString lock = m_context.commands.actionsLocked() ? tr("production is locked")
                         : rest                             ? tr("unlocked, locks again in %1").arg(Format::countdown(*rest))
                                                            : tr("nothing locks here");
    QString where = tr("%1 (this machine)").arg(QSysInfo::machineHostName());
    if (!m_runbook.directory.isEmpty())
        where += tr(" in %1").arg(Format::safeText(m_runbook.directory, 200));
    m_facts->setRows({{tr("Where"), where},
                      {tr("Who"), tr("%1 (you) \u00b7 %2").arg(Format::safeText(m_context.session.options().actor, 60), lock)},
                      {tr("Limits"), tr("one run at a time on %1 \u00b7 a step over its time is stopped with its process group \u00b7 never retried").arg(Format::safeText(m_runbook.target, 60))},
                      {tr("Record"), tr("written to the audit log before it starts, with every step, and when it ends")}});
}

void ConfirmRunDialog::askGates()
{
    for (size_t at = 0; at < m_gates.size(); ++at) {
        Gate &gate = m_gates[at];
        if (!gate.step.isQuery)
            continue;
        gate.state = StepState::Running;
        m_context.commands.evaluate(gate.condition->source, gate.step.code.trimmed(), this, [this, at](const Result<QueryAnswer> &answer) { judgeGate(at, answer); });
    }
    if (const Run *latest = m_context.stores.runs.latestOf(m_runbook.name); latest && latest->dryRun && latest->parameters == m_parameters)
        takeDryRun(latest->id);
    showChecks();
    showButtons();
}

void ConfirmRunDialog::judgeGate(size_t index, const Result<QueryAnswer> &answer)
{
    Gate &gate = m_gates[index];
    gate.at = m_context.clock.wall();
    if (!answer) {
        gate.state = StepState::Failed;
        gate.message = Format::sentence(answer.error());
    } else {
        const auto value = worstValue(*answer, gate.condition->badAbove);
        const bool holds = value && (answer->type == QueryAnswer::Type::Vector || (answer->type == QueryAnswer::Type::Scalar && *value != 0));
        gate.state = holds ? StepState::Passed : StepState::Failed;
        const QString limit = gate.condition->limitText();
        gate.message = holds ? QStringLiteral("%1 %2").arg(gate.condition->valueText(value), limit).trimmed()
                             : limit.isEmpty() ? tr("it gives nothing") : tr("it is not %1").arg(limit);
    }
    showChecks();
    showButtons();
}

void ConfirmRunDialog::takeDryRun(const QString &id)
{
    const Run *run = m_context.stores.runs.find(id);
    if (!run)
        return;
    for (Gate &gate : m_gates)
        for (const StepProgress &step : run->steps)
            if (step.step == gate.step && step.state != StepState::Waiting) {
                gate.state = step.state;
                gate.message = stepMessage(step, gate.condition);
                gate.at = step.startedAt;
            }
    showChecks();
    showButtons();
}

void ConfirmRunDialog::addCheck(const QString &icon, Tone tone, const QString &name, const QString &message, const QString &time)
{
    const int row = m_checkRows++;
    auto *glyph = new IconLabel;
    glyph->setIcon(icon, tone);
    auto *text = new ElidedLabel(message, tone == Tone::Healthy || tone == Tone::Hint ? Tone::Secondary : tone);
    m_checks->addWidget(glyph, row, 0);
    m_checks->addWidget(new TextLabel(name, Tone::Primary, TextSize::Body, tone == Tone::Healthy ? QFont::Normal : QFont::DemiBold), row, 1);
    m_checks->addWidget(text, row, 2);
    m_checks->addWidget(new TextLabel(time, Tone::Hint, TextSize::Small), row, 3);
}

void ConfirmRunDialog::showChecks()
{
    while (QLayoutItem *item = m_checks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_checkRows = 0;
    int failed = 0;
    for (const Gate &gate : m_gates) {
        failed += gate.state == StepState::Failed ? 1 : 0;
        const bool waits = gate.state == StepState::Waiting;
        addCheck(stepIcon(gate.state), stepTone(gate.state), Format::safeText(gate.step.title, 80), waits ? tr("a command; a dry run asks it") : gate.state == StepState::Running ? tr("being asked") : gate.message,
                 gate.at ? Format::clockTime(*gate.at) : QString());
    }
    const QString passed = stepIcon(StepState::Passed);
    const Run *holding = m_context.stores.runs.holding(m_runbook.target);
    addCheck(holding ? stepIcon(StepState::Failed) : passed, holding ? Tone::Critical : Tone::Healthy, tr("nobody holds %1").arg(Format::safeText(m_runbook.target, 40)),
             holding ? tr("%1 since %2, by %3").arg(Format::safeText(holding->title, 60), Format::clockTime(holding->startedAt), Format::safeText(holding->actor, 40)) : tr("free, the run will hold it"), {});
    int unseen = 0;
    QString example;
    const auto touched = TouchedView::touched(m_context.stores, m_runbook.target);
    for (const ServiceStatus *service : touched) {
        unseen += isHatched(service->state) ? 1 : 0;
        example = isHatched(service->state) ? service->service.name : example;
    }
    addCheck(unseen ? QStringLiteral("unseen") : passed, unseen ? Tone::Blind : Tone::Healthy, tr("what it touches can be seen"), unseen ? tr("%1 cannot be seen now").arg(Format::safeText(example, 60)) : touched.empty() ? tr("the workspace names nothing") : tr("all of it"), {});
    if (!m_runbook.match.empty()) {
        const auto &alerts = m_context.stores.alerts.alerts();
        const auto asking = std::find_if(alerts.begin(), alerts.end(), [this](const Alert &alert) { return alert.isOpen() && matchAll(m_runbook.match, alert.labels); });
        const bool asked = asking != alerts.end();
        addCheck(asked ? passed : QStringLiteral("info"), asked ? Tone::Healthy : Tone::Warning, tr("an alert asks for it"), asked ? Format::safeText(asking->name(), 80) : tr("no open alert matches this runbook"), {});
    }
    m_checkSummary->setText(failed ? tr("%n gate(s) do not hold \u00b7 all are asked again before the start", nullptr, failed) : tr("all are asked again before the start"));
    m_checkSummary->setTone(failed ? Tone::Warning : Tone::Secondary);
}

bool ConfirmRunDialog::gatesFail() const
{
    return std::any_of(m_gates.begin(), m_gates.end(), [](const Gate &gate) { return gate.state == StepState::Failed; });
}

QString ConfirmRunDialog::obstacle() const
{
    if (const auto fits = checkParameters(m_runbook, m_parameters); !fits)
        return Format::sentence(fits.error());
    if (m_context.stores.runs.holding(m_runbook.target))
        return tr("Another run holds %1.").arg(Format::safeText(m_runbook.target, 60));
    if (m_typed && m_typed->text() != m_runbook.target)
        return tr("Type the target's name.");
    if (gatesFail() && !m_override->isChecked())
        return tr("A gate does not hold.");
    if (gatesFail() && m_reason->text().trimmed().isEmpty())
        return tr("Say why, although a gate does not hold.");
    if (m_context.commands.actionsLocked())
        return tr("Production is locked.");
    return {};
}

void ConfirmRunDialog::showButtons()
{
    const QString why = obstacle();
    const bool locked = m_context.commands.actionsLocked();
    m_override->setVisible(gatesFail());
    m_reasonLabel->setText(gatesFail() ? tr("Why, although a gate does not hold (recorded)") : tr("Why (recorded, may stay empty)"));
    m_unlock->setVisible(locked);
    m_confirm->setLocked(locked);
    m_confirm->setEnabled(why.isEmpty());
    m_hint->setText(why);
    m_hint->setTone(Tone::Secondary);
}

void ConfirmRunDialog::tick()
{
    showFacts();
}

void ConfirmRunDialog::dryRun()
{
    const auto id = m_context.commands.startRun({m_runbook.name, m_parameters, m_reason->text().trimmed(), true, false});
    if (!id) {
        m_hint->setText(Format::sentence(id.error()));
        m_hint->setTone(Tone::Critical);
        return;
    }
    m_dryRunId = *id;
    takeDryRun(*id);
}

void ConfirmRunDialog::confirm()
{
    if (!obstacle().isEmpty())
        return;
    const bool overriding = gatesFail() && m_override->isChecked();
    const auto id = m_context.commands.startRun({m_runbook.name, m_parameters, m_reason->text().trimmed(), false, overriding});
    if (!id) {
        m_hint->setText(Format::sentence(id.error()));
        m_hint->setTone(Tone::Critical);
        return;
    }
    Q_EMIT runStarted(*id);
    accept();
}

void ConfirmRunDialog::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers().testFlag(Qt::ControlModifier))
        return confirm();
    QDialog::keyPressEvent(event);
}

void ConfirmRunDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).raised);
}

} // namespace Watchfloor
