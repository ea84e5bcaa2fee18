#include "widgets/alerts/alertdetail.h"

#include "models/core/format.h"
#include "widgets/alerts/alertlook.h"
#include "widgets/alerts/linklist.h"
#include "widgets/alerts/rulechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QUrl>

#include <cmath>

namespace Watchfloor {

namespace {
constexpr int widestRunbook = 36;
constexpr int padding = 12;
constexpr int headGlyph = 16;
constexpr size_t mostRunbooks = 6;
constexpr int widestName = 150;
constexpr int narrowBar = 48;

/// A thin line over what follows.
class Rule final : public QWidget
{
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).line);
    }
};

bool canBeTaken(AlertState state)
{
    return state == AlertState::Firing || state == AlertState::Pending || state == AlertState::Acknowledged || state == AlertState::Unseen;
}

/// A target with the decimals that it was written with.
QString targetText(double target)
{
    int decimals = 0;
    while (decimals < 5 && std::abs(target - std::round(target * std::pow(10, decimals + 2)) / std::pow(10, decimals + 2)) > 1e-10)
        ++decimals;
    return Format::ratio(target, decimals);
}

QString timesBurn(double rate)
{
    return QLocale().toString(rate, 'f', rate >= 10 ? 0 : 1) + u'x';
}
}

AlertDetail::AlertDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    inner->setProperty("transparent", true);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(buildHead());
    m_column->addWidget(new Rule);
    m_column->addWidget(buildFigures());
    m_column->addWidget(new Rule);
    m_column->addWidget(buildActions());
    buildSections();
    m_column->addStretch(1);
    scroll->setWidget(inner);
    outer->addWidget(scroll);
    connect(&context.commands, &Commands::lockChanged, this, &AlertDetail::refresh);
}

QWidget *AlertDetail::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(padding, 10, padding, 10);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_glyph = new StateGlyph(State::Blind, headGlyph);
    m_icon = new QLabel;
    m_name = new ElidedLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold);
    m_name->setObjectName(QStringLiteral("alertName"));
    m_state = new Pill({}, Tone::Secondary, Pill::Look::Filled);
    m_service = new ElidedLabel({}, Tone::Secondary);
    m_place = new TextLabel({}, Tone::Secondary);
    auto *previous = new IconButton(QStringLiteral("chevron-left"), tr("The one before (K)"));
    auto *next = new IconButton(QStringLiteral("chevron-right"), tr("The next one (J)"));
    auto *close = new IconButton(QStringLiteral("close"), tr("Close the detail"));
    row->addWidget(m_glyph);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_state);
    row->addWidget(m_service, 1);
    row->addStretch();
    row->addWidget(m_place);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    for (IconButton *button : {previous, next, close}) {
        button->setFixedSize(Size::smallControl, Size::smallControl);
        steps->addWidget(button);
    }
    row->addLayout(steps);
    column->addLayout(row);
    m_summary = new TextLabel;
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_summary);
    connect(previous, &IconButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(next, &IconButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(close, &IconButton::clicked, this, &AlertDetail::closeRequested);
    return head;
}

AlertDetail::Figure AlertDetail::addFigure(QHBoxLayout *row, int stretch, bool large)
{
    Figure figure;
    figure.box = new QWidget;
    auto *column = new QVBoxLayout(figure.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    figure.label = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    figure.value = new FigureLabel(large ? TextSize::Figure : TextSize::Body);
    figure.detail = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    column->addWidget(figure.label);
    column->addWidget(figure.value);
    column->addWidget(figure.detail);
    column->addStretch(1);
    row->addWidget(figure.box, stretch);
    return figure;
}

QWidget *AlertDetail::buildFigures()
{
    auto *figures = new QWidget;
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(padding, 10, padding, 10);
    row->setSpacing(10);
    m_respond = addFigure(row, 5, true);
    m_respondBar = new BudgetBar;
    m_respondBar->setThickness(4);
    static_cast<QVBoxLayout *>(m_respond.box->layout())->insertWidget(2, m_respondBar);
    m_true = addFigure(row, 4, false);
    m_firing = addFigure(row, 4, false);
    m_next = addFigure(row, 5, false);
    return figures;
}

QWidget *AlertDetail::buildActions()
{
    auto *actions = new QWidget;
    auto *column = new QVBoxLayout(actions);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_acknowledge = new ActionButton(tr("Acknowledge"), ActionButton::Look::Primary);
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    m_acknowledge->setKeyHint(QStringLiteral("A"));
    m_silence = new ActionButton(tr("Silence…"));
    m_silence->setObjectName(QStringLiteral("silence"));
    m_silence->setIconName(QStringLiteral("bell-off"));
    m_silence->setKeyHint(QStringLiteral("S"));
    m_dismiss = new ActionButton(tr("Dismiss"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_dismiss->setIconName(QStringLiteral("close"));
    for (ActionButton *button : {m_acknowledge, m_silence, m_dismiss})
        row->addWidget(button, 1);
    column->addLayout(row);
    m_note = new TextLabel({}, Tone::Secondary, TextSize::Small);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    connect(m_acknowledge, &ActionButton::clicked, this, &AlertDetail::acknowledgeRequested);
    connect(m_silence, &ActionButton::clicked, this, &AlertDetail::silenceRequested);
    connect(m_dismiss, &ActionButton::clicked, this, &AlertDetail::dismissRequested);
    return actions;
}

AlertDetail::Section AlertDetail::addSection(const QString &caption, const QString &link)
{
    Section section;
    section.box = new QWidget;
    auto *outer = new QVBoxLayout(section.box);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Rule);
    section.body = new QVBoxLayout;
    section.body->setContentsMargins(padding, 10, padding, 10);
    section.body->setSpacing(6);
    outer->addLayout(section.body);
    auto *row = new QHBoxLayout;
    section.caption = new ElidedLabel(caption);
    section.caption->setCaption();
    section.detail = new TextLabel({}, Tone::Secondary, TextSize::Small);
    row->addWidget(section.caption, 1);
    row->addWidget(section.detail);
    if (!link.isEmpty()) {
        section.link = new ActionButton(link, ActionButton::Look::Link);
        section.link->setSmall(true);
        row->addWidget(section.link);
    }
    section.body->addLayout(row);
    m_column->addWidget(section.box);
    return section;
}

void AlertDetail::buildSections()
{
    m_runbooks = addSection(tr("RUNBOOKS THAT MATCH"));
    m_runbookGrid = new QGridLayout;
    m_runbookGrid->setSpacing(6);
    m_runbooks.body->addLayout(m_runbookGrid);
    m_rule = addSection(tr("THE RULE, AS IT RAN"), tr("what moved then"));
    m_chart = new RuleChart(m_context);
    m_rule.body->addWidget(m_chart);
    connect(m_rule.link, &ActionButton::clicked, this, &AlertDetail::showWhatMoved);
    m_budget = addSection(tr("BUDGET"), tr("open SLO"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(padding);
    m_budgetBar = new BudgetBar;
    m_budgetBar->setMinimumWidth(narrowBar); // the words beside it are longer in other languages
    m_budgetLeft = new ElidedLabel;
    bar->addWidget(m_budgetBar, 1);
    bar->addWidget(m_budgetLeft);
    m_budget.body->addLayout(bar);
    m_budgetPace = new TextLabel({}, Tone::Secondary, TextSize::Small);
    m_budgetPace->setWordWrap(true);
    m_budget.body->addWidget(m_budgetPace);
    connect(m_budget.link, &ActionButton::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("slos/") + m_objective); });
    m_labels = addSection(tr("LABELS"));
    m_labelChips = new ChipList;
    m_labels.body->addWidget(m_labelChips);
    m_annotations = addSection(tr("ANNOTATIONS"));
    m_annotationRows = new KeyValueList;
    m_annotations.body->addWidget(m_annotationRows);
    m_links = new LinkList;
    m_annotations.body->addWidget(m_links);
    m_origins = addSection(tr("WHO SAYS SO"));
    m_originRows = new KeyValueList;
    m_origins.body->addWidget(m_originRows);
}

bool AlertDetail::show(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    const bool known = m_context.stores.alerts.find(fingerprint);
    if (!known)
        m_chart->clear();
    refresh();
    return known;
}

void AlertDetail::setPlace(int row, int rows)
{
    m_place->setVisible(row >= 0 && !m_narrow);
    m_place->setText(tr("%1 of %2").arg(Format::count(row + 1), Format::count(rows)));
}

void AlertDetail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_chart->setExpressionShown(!narrow);
    refresh();
}

bool AlertDetail::isSettled() const
{
    return m_chart->isSettled();
}

void AlertDetail::setSynchronous(bool synchronous)
{
    m_chart->setSynchronous(synchronous);
}

void AlertDetail::refresh()
{
    const Alert *alert = m_context.stores.alerts.find(m_fingerprint);
    if (!alert)
        return;
    showHead(*alert);
    showFigures(*alert);
    showActions(*alert);
    showRunbooks(*alert);
    m_chart->setAlert(*alert);
    m_rule.box->setVisible(m_context.stores.alerts.ruleOf(*alert).has_value());
    m_rule.detail->setText(m_chart->detail());
    showBudget(*alert);
    showText(*alert);
}

void AlertDetail::showHead(const Alert &alert)
{
    const AlertLook look = lookOf(alert.state, alert.severity);
    m_glyph->setVisible(look.glyph.has_value());
    m_icon->setVisible(!look.glyph);
    if (look.glyph) {
        m_glyph->setState(*look.glyph, look.style);
        m_glyph->setBlinking(alert.state == AlertState::Firing && stateOf(alert.severity) == State::Critical);
    } else {
        m_icon->setPixmap(iconPixmap(look.iconName, themeOf(this).of(look.tone), headGlyph, devicePixelRatioF()));
    }
    m_name->setText(Format::safeText(alert.name(), 120));
    m_name->setMinimumWidth(std::min(QFontMetrics(m_name->font()).horizontalAdvance(m_name->text()) + 2, widestName));
    m_state->setText(AlertWords::of(alert.state));
    m_state->setTone(look.strong ? toneOf(alert.severity) : look.tone == Tone::Primary ? toneOf(alert.severity) : look.tone);
    m_state->setLook(look.strong ? Pill::Look::Filled : Pill::Look::Tinted);
    // Three letters of a name say nothing; the labels below have it in full.
    constexpr int roomForService = 500;
    m_service->setVisible(!m_narrow && width() >= roomForService);
    m_service->setText(Format::safeText(alert.service(), 60));
    m_summary->setText(Format::safeText(alert.summary(), 500));
    m_summary->setVisible(!alert.summary().isEmpty());
}

/// The series of the alert's service, compared before and after it began.
void AlertDetail::showWhatMoved()
{
    const Alert *alert = m_context.stores.alerts.find(m_fingerprint);
    if (!alert)
        return;
    const QString service = QString::fromLatin1(QUrl::toPercentEncoding(alert->service()));
    Q_EMIT openRequested(QStringLiteral("explore/moved/%1/%2").arg(service).arg(alert->startsAt.time_since_epoch().count()));
}

void AlertDetail::showFigures(const Alert &alert)
{
    const AlertStore &store = m_context.stores.alerts;
    const WallTime now = m_context.clock.wall();
    const auto rest = store.respondWithin(alert, now);
    m_respond.box->setVisible(rest.has_value());
    if (rest) {
        const auto step = store.policy().escalation.find(alert.severity);
        const auto allowed = step == store.policy().escalation.end() ? std::chrono::milliseconds(0) : step->second.respond;
        const bool late = rest->count() < 0;
        m_respond.label->setText(tr("Respond in %1").arg(Format::span(allowed)));
        m_respond.value->setText(Format::countdown(*rest));
        m_respond.value->setTone(late ? Tone::Critical : toneOf(alert.severity));
        m_respond.detail->setVisible(false);
        const double left = allowed.count() > 0 ? std::clamp(double(rest->count()) / double(allowed.count()), 0.0, 1.0) : 0;
        m_respondBar->setLeft(late ? 1 : left, late ? State::Critical : stateOf(alert.severity));
    }
    const WallTime end = alert.endedAt.value_or(now);
    m_true.label->setText(alert.isOpen() ? tr("True for") : tr("Was true for"));
    m_true.value->setText(Format::span(end - alert.startsAt));
    m_true.detail->setText(tr("since %1").arg(Format::moment(alert.startsAt, now)));
    const bool pendingFirst = alert.firingSince && *alert.firingSince > alert.startsAt;
    m_firing.box->setVisible(pendingFirst && !(m_narrow && rest));
    if (pendingFirst) {
        m_firing.label->setText(alert.isOpen() ? tr("Firing for") : tr("Fired for"));
        m_firing.value->setText(Format::span(end - *alert.firingSince));
        m_firing.detail->setText(tr("since %1").arg(Format::moment(*alert.firingSince, now)));
    }
    showNext(alert);
}

/// Whose turn it is after whoever should have answered; for an alert that is over, when that was.
void AlertDetail::showNext(const Alert &alert)
{
    const WallTime now = m_context.clock.wall();
    const auto &escalation = m_context.stores.alerts.policy().escalation;
    const auto step = escalation.find(alert.severity);
    const bool owed = alert.state == AlertState::Firing && alert.firingSince && step != escalation.end() && !step->second.path.isEmpty();
    m_next.box->setVisible(owed || alert.endedAt || alert.acknowledgement);
    if (alert.acknowledgement) {
        m_next.label->setText(tr("Taken on by"));
        m_next.value->setText(Format::safeText(alert.acknowledgement->owner, 40));
        m_next.detail->setText(tr("at %1").arg(Format::moment(alert.acknowledgement->at, now)));
    } else if (owed) {
        const WallTime at = *alert.firingSince + step->second.escalate;
        m_next.label->setText(tr("Then goes to"));
        m_next.value->setText(Format::safeText(step->second.path.first(), 40));
        m_next.detail->setText(at > now ? tr("in %1, at %2").arg(Format::countdown(at - now), Format::shortTime(at)) : tr("since %1").arg(Format::moment(at, now)));
    } else if (alert.endedAt) {
        m_next.label->setText(alert.state == AlertState::Recovered ? tr("Recovered") : tr("Last seen"));
        m_next.value->setText(Format::moment(*alert.endedAt, now));
        m_next.detail->setText(tr("%1 ago").arg(Format::span(now - *alert.endedAt)));
    }
}

void AlertDetail::showActions(const Alert &alert)
{
    const bool taken = alert.acknowledgement.has_value();
    m_acknowledge->setVisible(canBeTaken(alert.state) || taken);
    m_acknowledge->setText(taken ? tr("Let go") : tr("Acknowledge"));
    m_acknowledge->setLook(taken ? ActionButton::Look::Plain : ActionButton::Look::Primary);
    m_acknowledge->setIconName(taken ? QStringLiteral("undo") : QStringLiteral("check"));
    m_silence->setVisible(alert.isOpen());
    m_dismiss->setVisible(!alert.isOpen() || alert.state == AlertState::Unseen);
    QString note;
    if (alert.state == AlertState::Unseen)
        note = tr("It left while what raised it cannot be seen. It is kept as last seen, not called recovered.");
    else if (alert.state == AlertState::Vanished)
        note = tr("What the rule watches has no series any more: nobody measures whether it recovered.");
    else if (!alert.silencedBy.isEmpty())
        note = tr("Muted by %n silence(s).", nullptr, int(alert.silencedBy.size()));
    else if (!alert.inhibitedBy.isEmpty())
        note = tr("Muted by another alert that fires.");
    else if (taken && !alert.acknowledgement->comment.isEmpty())
        note = Format::safeText(alert.acknowledgement->comment, 300);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->setTone(alert.state == AlertState::Unseen ? Tone::Blind : Tone::Secondary);
}

void AlertDetail::showRunbooks(const Alert &alert)
{
    auto matching = m_context.stores.runs.matching(alert.allLabels());
    // The one that the alert itself names stands first.
    const Runbook *suggested = m_context.stores.runs.suggested(alert.allLabels(), alert.annotations);
    std::stable_partition(matching.begin(), matching.end(), [suggested](const Runbook *runbook) { return runbook == suggested; });
    if (matching.size() > mostRunbooks)
        matching.resize(mostRunbooks);
    QStringList names;
    for (const Runbook *runbook : matching)
        names << runbook->name;
    const bool locked = m_context.commands.actionsLocked();
    m_runbooks.box->setVisible(!names.isEmpty());
    m_runbooks.detail->setText(locked ? tr("production is locked") : QString());
    if (names != m_runbookNames) {
        m_runbookNames = names;
        for (ActionButton *button : m_runbookButtons) {
            button->hide();
            m_runbookGrid->removeWidget(button);
            button->setObjectName({});
            button->deleteLater();
        }
        m_runbookButtons.clear();
        for (const Runbook *runbook : matching) {
            auto *button = new ActionButton(Format::safeText(runbook->title.isEmpty() ? runbook->name : runbook->title, widestRunbook));
            button->setToolTip(Format::safeText(runbook->title, 200).toHtmlEscaped());
            button->setObjectName(QStringLiteral("runbook/") + runbook->name);
            button->setLook(runbook->risk == Risk::Safe ? ActionButton::Look::Plain : runbook->risk == Risk::Disruptive ? ActionButton::Look::Caution : ActionButton::Look::Danger);
            button->setIconName(QStringLiteral("runbooks"));
            connect(button, &ActionButton::clicked, this, [this, name = runbook->name] { Q_EMIT openRequested(QStringLiteral("runbooks/") + name); });
            const int at = int(m_runbookButtons.size());
            m_runbookGrid->addWidget(button, at, 0);
            m_runbookButtons.push_back(button);
        }
    }
    for (ActionButton *button : m_runbookButtons)
        button->setLocked(locked);
}

void AlertDetail::showBudget(const Alert &alert)
{
    const SloStore &slos = m_context.stores.slos;
    const QString declared = m_context.stores.services.serviceOf(alert.labels);
    const auto objectives = slos.ofService(declared.isEmpty() ? alert.service() : declared);
    m_budget.box->setVisible(!objectives.empty());
    if (objectives.empty())
        return;
    // The objective that suffers most is the one that this alert is about.
    const SloStatus *status = *std::min_element(objectives.begin(), objectives.end(), [](const SloStatus *a, const SloStatus *b) {
        return a->budget.remaining.value_or(1) < b->budget.remaining.value_or(1);
    });
    m_objective = status->objective.name;
    const Instant now = m_context.clock.now();
    const WallTime wall = m_context.clock.wall();
    const State state = status->state(slos.policy(), now);
    const QString title = status->objective.title.isEmpty() ? status->objective.name : status->objective.title;
    m_budget.caption->setText(tr("BUDGET: %1, %2").arg(Format::safeText(title, 60).toUpper(), targetText(status->objective.target)));
    const Budget &budget = status->budget;
    m_budgetBar->setLeft(budget.remaining ? std::optional(std::clamp(*budget.remaining, 0.0, 1.0)) : std::nullopt, state);
    m_budgetLeft->setText(!status->known ? tr("not known")
                          : budget.remaining ? tr("%1 left, %2 of %3").arg(Format::ratio(*budget.remaining, 1), Format::span(std::max(budget.timeLeft, std::chrono::milliseconds(0))), Format::span(budget.timeAllowed))
                                             : tr("no traffic"));
    QStringList pace;
    if (const auto rate = status->burnOver(std::chrono::hours(1)))
        pace << tr("Burning %1 over 1 h (page above %2)").arg(timesBurn(*rate), timesBurn(slos.policy().page));
    const auto empty = status->emptyAt(wall, std::chrono::minutes(5));
    if (empty)
        pace << tr("at the 5 min rate empty at %1").arg(*empty - wall < std::chrono::hours(12) ? Format::shortTime(*empty) : Format::moment(*empty, wall));
    m_budgetPace->setText(pace.join(QStringLiteral(" · ")));
    m_budgetPace->setVisible(!pace.isEmpty());
    m_budgetPace->setTone(state == State::Critical ? Tone::Critical : Tone::Secondary);
}

void AlertDetail::showText(const Alert &alert)
{
    QStringList chips;
    for (const auto &[name, value] : alert.allLabels())
        if (name != u"alertname")
            chips << Format::safeText(name + u'=' + value, 120);
    m_labelChips->setTexts(chips);
    std::vector<KeyValueList::Row> rows;
    std::vector<std::pair<QString, QString>> links;
    for (const auto &[name, value] : alert.annotations) {
        if (LinkList::mayOpen(QUrl(value, QUrl::StrictMode)))
            links.emplace_back(name, value);
        else if (value != alert.summary())
            rows.push_back({Format::safeText(name, 60), Format::safeText(value, 2'000)});
    }
    if (!alert.generatorUrl.isEmpty())
        links.emplace_back(tr("expression"), alert.generatorUrl);
    m_annotationRows->setRows(rows);
    m_annotationRows->setVisible(!rows.empty());
    m_links->setLinks(links);
    m_links->setVisible(!links.empty());
    m_annotations.box->setVisible(!rows.empty() || !links.empty());
    const Instant now = m_context.clock.now();
    std::vector<KeyValueList::Row> origins;
    for (const QString &origin : alert.origins) {
        const SourceStatus *source = m_context.stores.sources.find(origin);
        const auto age = source ? source->freshness.age(now) : std::nullopt;
        const State seen = source ? source->state(now) : State::Healthy;
        origins.push_back({origin, !source ? tr("this console") : age ? tr("%1, answered %2 ago").arg(Format::state(seen).toLower(), Format::span(*age)) : tr("never answered"), isHatched(seen) ? toneOf(seen) : Tone::Primary, false});
    }
    m_originRows->setRows(origins);
    m_origins.box->setVisible(!origins.empty());
}

} // namespace Watchfloor
