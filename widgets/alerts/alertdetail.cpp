#include "widgets/alerts/alertdetail.h"

#include "models/core/format.h"
#include "widgets/alerts/budgetsection.h"
#include "widgets/alerts/detailactions.h"
#include "widgets/alerts/detailfigures.h"
#include "widgets/alerts/detailhead.h"
#include "widgets/alerts/labelsection.h"
#include "widgets/alerts/linklist.h"
#include "widgets/alerts/notifiedsection.h"
#include "widgets/alerts/rulechart.h"
#include "widgets/alerts/runbooksection.h"
#include "widgets/alerts/servicesection.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/episodes/historystrip.h"
#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr int widestName = 120; ///< of an annotation
}

AlertDetail::AlertDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    m_scroll = scroll;
    scroll->viewport()->installEventFilter(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    inner->setProperty("transparent", true);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    buildSections(column);
    column->addStretch(1);
    scroll->setWidget(inner);
    outer->addWidget(scroll);
    connect(&context.commands, &Commands::lockChanged, this, &AlertDetail::refresh);
    connect(&context.stores.routing, &RoutingStore::changed, this, &AlertDetail::refresh);
    connect(&context.stores.deliveries, &DeliveryStore::changed, this, &AlertDetail::refresh);
}

void AlertDetail::buildHead(QVBoxLayout *column)
{
    m_head = new DetailHead(m_context);
    m_figures = new DetailFigures(m_context);
    m_actions = new DetailActions(m_context);
    column->addWidget(m_head);
    column->addWidget(new DetailLine);
    column->addWidget(m_figures);
    column->addWidget(new DetailLine);
    column->addWidget(m_actions);
    connect(m_head, &DetailHead::stepRequested, this, &AlertDetail::stepRequested);
    connect(m_head, &DetailHead::closeRequested, this, &AlertDetail::closeRequested);
    connect(m_head, &DetailHead::copyRequested, this, &AlertDetail::copyAll);
    connect(m_actions, &DetailActions::acknowledgeRequested, this, &AlertDetail::acknowledgeRequested);
    connect(m_actions, &DetailActions::acknowledgeForRequested, this, &AlertDetail::acknowledgeForRequested);
    connect(m_actions, &DetailActions::commentRequested, this, &AlertDetail::commentRequested);
    connect(m_actions, &DetailActions::silenceRequested, this, &AlertDetail::silenceRequested);
    connect(m_actions, &DetailActions::dismissRequested, this, &AlertDetail::dismissRequested);
}

void AlertDetail::buildSections(QVBoxLayout *column)
{
    m_runbooks = new RunbookSection(m_context);
    m_rule = new DetailSection(tr("The rule, as it ran"), tr("what moved then"));
    m_chart = new RuleChart(m_context);
    m_rule->body()->addWidget(m_chart);
    m_notified = new NotifiedSection(m_context);
    m_budget = new BudgetSection(m_context);
    m_service = new ServiceSection(m_context);
    m_labels = new LabelSection;
    m_annotations = new DetailSection(tr("Annotations"));
    m_annotationRows = new KeyValueList;
    m_links = new LinkList;
    m_annotations->body()->addWidget(m_annotationRows);
    m_annotations->body()->addWidget(m_links);
    m_origins = new DetailSection(tr("Who says so"));
    m_originRows = new KeyValueList;
    m_origins->body()->addWidget(m_originRows);
    m_history = new DetailSection(tr("History, 30 days"));
    m_strip = new HistoryStrip(m_context.commands, m_context.clock);
    m_history->body()->addWidget(m_strip);
    for (DetailSection *section : std::initializer_list<DetailSection *>{m_runbooks, m_rule, m_notified, m_budget, m_service, m_labels, m_annotations, m_history, m_origins})
        column->addWidget(section);
    connect(m_rule, &DetailSection::linkActivated, this, &AlertDetail::showWhatMoved);
    connect(m_runbooks, &RunbookSection::openRequested, this, &AlertDetail::openRequested);
    connect(m_service, &ServiceSection::openRequested, this, &AlertDetail::openRequested);
    connect(m_budget, &BudgetSection::openRequested, this, &AlertDetail::openRequested);
    connect(m_labels, &LabelSection::filterRequested, this, &AlertDetail::filterRequested);
    connect(m_strip, &HistoryStrip::sentenceChanged, this, [this](const QString &sentence) {
        m_history->setDetail(sentence);
        m_history->setSummary(sentence);
    });
}

bool AlertDetail::show(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    const bool known = m_context.stores.alerts.find(fingerprint);
    if (!known)
        m_chart->clear();
    refresh();
    unfoldWhatFits();
    return known;
}

void AlertDetail::setPlace(std::pair<int, int> place)
{
    m_head->setPlace(place.first, place.second);
}

void AlertDetail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_chart->setExpressionShown(!narrow);
    for (DetailSection *section : foldable())
        section->setFoldable(narrow);
    refresh();
    unfoldWhatFits();
}

/// What a person asks for first comes first.
std::array<DetailSection *, 6> AlertDetail::foldable() const
{
    return {m_annotations, m_labels, m_notified, m_service, m_history, m_origins};
}

/// An empty half below folded lines helps nobody; what a person folded stays folded.
void AlertDetail::unfoldWhatFits()
{
    if (!m_narrow)
        return;
    QWidget *inner = m_scroll->widget();
    const int tall = inner->heightForWidth(m_scroll->viewport()->width());
    int room = m_scroll->viewport()->height() - (tall >= 0 ? tall : inner->sizeHint().height());
    std::vector<DetailSection *> open;
    for (DetailSection *section : foldable())
        if (!section->isHidden() && !section->isDecided())
            open.push_back(section);
    for (const DetailSection *section : open)
        room += section->isFolded() ? 0 : section->contentHeight();
    for (DetailSection *section : open) {
        const bool fits = section->contentHeight() <= room;
        room -= fits ? section->contentHeight() : 0;
        section->suggestFolded(!fits);
    }
}

bool AlertDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        unfoldWhatFits();
    return QWidget::eventFilter(watched, event);
}

bool AlertDetail::isSettled() const
{
    return m_chart->isSettled() && m_strip->isSettled();
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
    m_head->show(*alert);
    m_figures->show(*alert, m_narrow);
    m_actions->show(*alert);
    m_runbooks->show(*alert);
    m_chart->setAlert(*alert);
    m_rule->setVisible(m_context.stores.alerts.ruleOf(*alert).has_value());
    m_rule->setDetail(m_chart->detail());
    m_notified->show(*alert);
    m_budget->show(*alert);
    m_service->show(*alert);
    m_labels->show(alert->allLabels());
    showAnnotations(*alert);
    showTellings(*alert);
    m_strip->setAlert(alert->fingerprint);
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

void AlertDetail::copyAll(AlertCopy::Form form) const
{
    const Alert *alert = m_context.stores.alerts.find(m_fingerprint);
    if (alert)
        QGuiApplication::clipboard()->setText(AlertCopy::whole(*alert, form, m_context.stores.alerts, m_context.clock.wall()));
}

void AlertDetail::showAnnotations(const Alert &alert)
{
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
    QStringList names;
    for (const KeyValueList::Row &row : rows)
        names << row.name;
    for (const auto &[name, address] : links)
        names << Format::safeText(name, 60);
    const int nameWidth = std::min(KeyValueList::widthOf(names), widestName);
    m_annotationRows->setNameWidth(nameWidth);
    m_links->setNameWidth(nameWidth);
    m_annotationRows->setRows(rows);
    m_annotationRows->setVisible(!rows.empty());
    m_links->setLinks(links);
    m_links->setVisible(!links.empty());
    m_annotations->setVisible(!rows.empty() || !links.empty());
    m_annotations->setSummary(Format::count(qint64(rows.size() + links.size())));
}

QString AlertDetail::tellingText(const QString &origin, const AlertTelling *telling) const
{
    const Instant now = m_context.clock.now();
    const SourceStatus *source = m_context.stores.sources.find(origin);
    QString said;
    if (telling && !telling->lists)
        said = tr("does not list it");
    else if (telling && telling->state == OriginAlert::State::Pending)
        said = tr("pending since %1").arg(Format::moment(telling->startsAt, m_context.clock.wall()));
    else if (telling && telling->state == OriginAlert::State::Suppressed)
        said = tr("muted, since %1").arg(Format::moment(telling->startsAt, m_context.clock.wall()));
    else if (telling)
        said = tr("firing since %1").arg(Format::moment(telling->startsAt, m_context.clock.wall()));
    else
        said = tr("listed it last");
    if (!source)
        return tr("%1; this console").arg(said);
    const auto age = source->freshness.age(now);
    return age ? tr("%1; %2, answered %3 ago").arg(said, Format::state(source->state(now)).toLower(), Format::span(*age)) : tr("%1; never answered").arg(said);
}

/// Each origin in its own words, those included that should list it and do not.
void AlertDetail::showTellings(const Alert &alert)
{
    const std::vector<AlertTelling> tellings = m_context.stores.alerts.tellings(alert);
    QStringList names = alert.origins;
    for (const AlertTelling &telling : tellings)
        if (!names.contains(telling.origin))
            names << telling.origin;
    std::vector<KeyValueList::Row> rows;
    for (const QString &name : names) {
        const auto telling = std::find_if(tellings.begin(), tellings.end(), [&name](const AlertTelling &each) { return each.origin == name; });
        const AlertTelling *told = telling == tellings.end() ? nullptr : &*telling;
        const SourceStatus *source = m_context.stores.sources.find(name);
        const State seen = source ? source->state(m_context.clock.now()) : State::Healthy;
        const Tone tone = isHatched(seen) ? toneOf(seen) : told && !told->lists ? Tone::Warning : Tone::Primary;
        rows.push_back({Format::safeText(name, 60), tellingText(name, told), tone, false});
    }
    m_originRows->setRows(rows);
    m_origins->setVisible(!rows.empty());
    m_origins->setDetail(alert.disputed ? tr("they disagree") : QString(), Tone::Warning);
    m_origins->setSummary(alert.disputed ? tr("they disagree") : names.join(QStringLiteral(", ")));
}

} // namespace Watchfloor
