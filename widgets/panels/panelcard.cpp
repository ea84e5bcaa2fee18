#include "widgets/panels/panelcard.h"

#include "models/core/format.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/pill.h"
#include "widgets/panels/csv.h"
#include "widgets/panels/inspectdialog.h"
#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QFocusEvent>
#include <QPainter>
#include <QMenu>
#include <QUrl>

namespace Watchfloor {

namespace {

// On a narrow card the title needs the room; fresh data says so by its state.
constexpr int roomForMenu = 160;
constexpr int roomForAge = 200;
constexpr int roomForSource = 260;
constexpr int roomForWords = 320;
constexpr int roomForSentence = 150; // of height
constexpr int roomForIcon = 110;
constexpr int titleLimit = 100;
constexpr double focusWidth = 1.5;
constexpr size_t shownExemplars = 1'000;
constexpr std::chrono::minutes exemplarInterval{1};

} // namespace

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

PanelCard::PanelCard(const PanelScene &scene, std::shared_ptr<const Dashboard> dashboard, Watchfloor::Panel panel, VariableValues own, QWidget *parent)
    : Card({}, parent)
    , m_scene(scene)
    , m_dashboard(std::move(dashboard))
    , m_panel(std::move(panel))
    , m_own(std::move(own))
    , m_empty(new EmptyState)
    , m_menu(new IconButton(QStringLiteral("more"), tr("What can be done with this panel")))
    , m_info(new IconButton(QStringLiteral("info"), tr("What this panel shows")))
    , m_partial(new Pill(tr("partial"), Tone::Warning, Pill::Look::Outlined))
{
    // Ours are written in the style of the console's own pages, others as where they come from.
    if (!m_dashboard->foreign)
        m_panel.field.unit = ownUnit(m_panel.field.unit.id);
    setObjectName(QStringLiteral("panel/") + m_panel.title);
    setFocusPolicy(Qt::StrongFocus);
    setTitle(shownTitle());
    addHeaderWidget(m_partial);
    addHeaderWidget(m_info);
    addHeaderWidget(m_menu);
    m_info->setToolTip(plainToolTip(m_panel.description.left(2'000)));
    m_info->setFocusPolicy(Qt::NoFocus);
    m_partial->setToolTip(plainToolTip(tr("Not done here: %1").arg(m_panel.missing.join(QStringLiteral(", ")).left(1'000))));
    m_partial->setFocusPolicy(Qt::NoFocus);
    m_menu->setFocusPolicy(Qt::NoFocus);
    connect(m_menu, &IconButton::clicked, this, [this] { makePanelMenu(*this, m_scene)->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    buildBody();
    showButtons();
}

PanelCard::~PanelCard() = default;

void PanelCard::buildBody()
{
    m_body = makePanelBody(m_scene, m_panel);
    setFlush(m_body->isFlush());
    Card::body()->addWidget(m_body.get(), 1);
    Card::body()->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_body.get(), &PanelBody::zoomRequested, this, &PanelCard::zoomRequested);
    connect(m_body.get(), &PanelBody::zoomResetRequested, this, &PanelCard::zoomResetRequested);
    connect(m_body.get(), &PanelBody::openRequested, this, &PanelCard::openRequested);
}

QString PanelCard::shownTitle() const
{
    return Format::safeText(filledTitle(m_panel.title, m_view.variables.empty() ? m_own : m_view.variables), titleLimit);
}

void PanelCard::setView(const PanelView &view)
{
    const auto compare = m_view.compare;
    const VariableValues before = std::exchange(m_view, view).variables;
    m_view.compare = compare;
    for (const auto &[name, value] : m_own)
        m_view.variables[name] = value;
    if (m_view.variables != before) {
        setTitle(shownTitle());
        m_dirty = true;
    }
    PanelQueries next = queriesOf(*m_dashboard, m_panel, m_view);
    if (next == m_queries && !m_interests.empty())
        return;
    m_queries = std::move(next);
    m_dirty = true;
    askAll();
    refresh();
}

void PanelCard::askAll()
{
    std::vector<QueryInterest> interests; // the old ones are let go after the new ones hold what both ask
    for (const PanelAsk &ask : m_queries.asks) {
        interests.push_back(m_scene.commands.watch(ask.key, m_view.refresh));
        if (!m_asking)
            m_scene.commands.setPaused(interests.back(), true);
    }
    m_interests = std::move(interests);
    askExemplars();
}

void PanelCard::setAsking(bool asking)
{
    if (asking == m_asking)
        return;
    m_asking = asking;
    for (const QueryInterest &interest : m_interests)
        m_scene.commands.setPaused(interest, !asking);
}

/// Exemplars are asked apart from the samples that they lead to, and less often.
void PanelCard::askExemplars()
{
    m_exemplars.clear();
    m_exemplarsAt = m_scene.clock.now();
    const int asked = ++m_exemplarAsks;
    for (const PanelAsk &ask : m_queries.asks) {
        if (ask.role != PanelAsk::Role::Value || ask.key.isInstant() || !m_panel.queries[ask.query].exemplars || !m_body->chart())
            continue;
        const TimeRange range = lastUntil(ask.key.end(m_scene.clock.wall()), ask.key.length);
        m_scene.commands.listExemplars(ask.key.source, ask.key.expression, range, this, [this, asked](const Result<std::vector<ExemplarSeries>> &answer) {
            if (!answer || asked != m_exemplarAsks)
                return;
            for (const ExemplarSeries &series : *answer)
                for (const Exemplar &exemplar : series.exemplars)
                    if (exemplar.timestamp && m_exemplars.size() < shownExemplars)
                        m_exemplars.push_back({*exemplar.timestamp, exemplar.value, exemplar.labels, {}, AxisSide::Left});
            m_dirty = true;
        });
    }
}

void PanelCard::setMarks(const BoardMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    m_dirty = true;
}

void PanelCard::handleChanged(const QueryKey &key)
{
    m_dirty = m_dirty || std::any_of(m_queries.asks.begin(), m_queries.asks.end(), [&key](const PanelAsk &ask) { return ask.key == key; });
}

void PanelCard::setComparison(std::chrono::milliseconds back)
{
    m_view.compare = back;
    m_queries = queriesOf(*m_dashboard, m_panel, m_view);
    m_dirty = true;
    askAll();
    refresh();
}

void PanelCard::setLegendShown(bool shown)
{
    m_legendShown = shown;
    m_body->setLegendShown(shown);
}

bool PanelCard::isSettled() const
{
    return m_queries.asks.empty() || stateOf(m_panel, m_queries, m_scene.stores.series, m_scene.clock.now()).settled;
}

void PanelCard::setSynchronous(bool synchronous)
{
    m_body->setSynchronous(synchronous);
}

TimeChart *PanelCard::chart()
{
    return m_body->chart();
}

PanelMoment PanelCard::momentNow() const
{
    PanelMoment moment;
    const WallTime end = m_view.until.value_or(m_scene.clock.wall()) - m_queries.back;
    moment.range = lastUntil(end, m_queries.range);
    moment.step = m_queries.step;
    if (!m_queries.asks.empty() && isHatched(m_seen.state) && m_seen.shown > 0)
        moment.state = m_seen.state;
    if (!m_seen.failures.empty())
        moment.reason = Format::words(m_seen.failures.front().error);
    moment.emptyText = emptySentence();
    return moment;
}

QString PanelCard::emptySentence() const
{
    if (!m_seen.failures.empty())
        return Format::sentence(m_seen.failures.front().error);
    if (m_queries.asks.empty())
        return tr("This panel has no query that is asked here.");
    return m_seen.settled ? tr("The query was answered and has no series in this range.") : tr("Asking…");
}

void PanelCard::refresh()
{
    m_seen = stateOf(m_panel, m_queries, m_scene.stores.series, m_scene.clock.now());
    if (m_asking && m_scene.clock.now() - m_exemplarsAt >= exemplarInterval)
        askExemplars();
    m_body->setMoment(momentNow());
    if (std::exchange(m_dirty, false))
        showContent();
    showHeader();
    showEmpty();
}

void PanelCard::showContent()
{
    const auto content = makePanelContent(m_scene, *m_dashboard, m_panel, m_queries, m_view.variables);
    const TimeRange range = momentNow().range;
    for (const Mark &mark : m_scene.stores.marks.within(range))
        if (m_marks.kinds.contains(mark.kind))
            content->marks.push_back(mark);
    content->marks.insert(content->marks.end(), m_marks.marks.begin(), m_marks.marks.end());
    content->spans = m_marks.spans;
    content->exemplars = m_exemplars;
    m_cut = content->cut;
    m_body->setContent(content);
}

void PanelCard::showHeader()
{
    QStringList parts;
    const auto [drawn, all] = m_body->shownSeries();
    if (m_seen.total > m_seen.shown)
        parts << tr("shown: %1 of %2 series").arg(Format::count(qint64(m_seen.shown)), Format::count(qint64(m_seen.total)));
    else if (all > drawn)
        parts << tr("shown: %1 of %2").arg(Format::count(qint64(drawn)), Format::count(qint64(all)));
    if (m_cut)
        parts << tr("cut: too many rows");
    if (!m_seen.failures.empty()) {
        const QueryFailure &first = m_seen.failures.front();
        const QString words = Format::words(first.error);
        parts << (first.refId.isEmpty() || m_panel.queries.size() < 2 ? words : QStringLiteral("%1: %2").arg(first.refId, words));
    } else if (!m_seen.warnings.isEmpty()) {
        parts << tr("warning");
    }
    if (m_seen.age && (width() >= roomForAge || isHatched(m_seen.state)))
        parts << Format::span(*m_seen.age);
    const QueryKey *first = m_queries.first(PanelAsk::Role::Value);
    if (first && !first->source.isEmpty() && width() >= roomForSource)
        parts << Format::safeText(first->source, 40);
    if (width() < roomForWords && parts.size() > 2)
        parts = parts.mid(0, 2);
    setDetail(parts.join(QStringLiteral(" · ")), m_seen.failures.empty() ? Tone::Hint : Tone::Warning);
    QStringList words;
    for (const QueryFailure &failure : m_seen.failures)
        words << (failure.refId.isEmpty() ? QString() : failure.refId + QStringLiteral(": ")) + Format::sentence(failure.error);
    words << m_seen.warnings << m_seen.infos;
    if (words.isEmpty() && !m_info->isVisibleTo(this))
        words << m_panel.description.left(2'000);
    setToolTip(plainToolTip(words.join(u'\n').left(2'000)));
    setState(!m_queries.asks.empty() && isHatched(m_seen.state) && m_seen.shown > 0 ? std::optional(m_seen.state) : std::nullopt);
}

void PanelCard::showEmpty()
{
    const bool empty = m_body->isEmpty();
    if (m_empty->isVisibleTo(this) != empty) {
        m_body->setVisible(!empty);
        m_empty->setVisible(empty);
        layout()->activate(); // a picture that is taken now shows it
    }
    if (!empty)
        return;
    // A small card has room for two words only; the rest is in its tool tip.
    const bool small = height() < roomForSentence;
    const QString icon = height() < roomForIcon ? QString() : m_seen.settled ? QStringLiteral("chart") : QStringLiteral("clock");
    if (!m_seen.failures.empty() && !small)
        m_empty->setError(tr("This query has no answer"), m_seen.failures.front().error);
    else if (!m_seen.failures.empty())
        m_empty->setMessage(icon, Format::words(m_seen.failures.front().error), {}, Tone::Warning);
    else if (m_queries.asks.empty())
        m_empty->setMessage(icon, tr("No query"), small ? QString() : emptySentence());
    else if (m_seen.settled)
        m_empty->setMessage(icon, tr("No data"), small ? QString() : tr("The query was answered and has no series now."));
    else
        m_empty->setMessage(icon, tr("Asking…"));
}

QString PanelCard::csv() const
{
    const QString own = m_body->csv();
    return own.isEmpty() ? csvOf(makePanelContent(m_scene, *m_dashboard, m_panel, m_queries, m_view.variables)->frames) : own;
}

QImage PanelCard::image()
{
    return grab().toImage();
}

QByteArray PanelCard::svg()
{
    return m_body->svg();
}

void PanelCard::inspect()
{
    auto *dialog = new InspectDialog(m_panel, m_queries, m_scene.stores.series, m_scene.clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PanelCard::explore()
{
    if (const QueryKey *key = m_queries.first(PanelAsk::Role::Value))
        Q_EMIT openRequested(QStringLiteral("explore/%1/%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(key->source)), QString::fromLatin1(QUrl::toPercentEncoding(key->expression))));
}

void PanelCard::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    showButtons();
    update();
}

void PanelCard::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    showButtons();
    update();
}

void PanelCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).accent, focusWidth));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Size::radius, Size::radius);
}

void PanelCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    if (event->size() == event->oldSize())
        return;
    showButtons();
    showHeader();
    showEmpty();
}

void PanelCard::enterEvent(QEnterEvent *event)
{
    Card::enterEvent(event);
    showButtons();
}

void PanelCard::leaveEvent(QEvent *event)
{
    Card::leaveEvent(event);
    showButtons();
}

/// Where the title would not have the room beside them, buttons come when the pointer or the keyboard does.
void PanelCard::showButtons()
{
    const bool wanted = underMouse() || hasFocus();
    m_menu->setVisible(width() >= roomForMenu || wanted);
    m_info->setVisible(!m_panel.description.isEmpty() && (width() >= roomForSource || wanted));
    m_partial->setVisible(m_panel.support == PanelSupport::Partial && !m_panel.missing.isEmpty() && (width() >= roomForSource || wanted));
}

} // namespace Watchfloor
