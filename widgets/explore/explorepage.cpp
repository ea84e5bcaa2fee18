#include "widgets/explore/explorepage.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/vocabularyfeed.h"
#include "widgets/explore/askedpanel.h"
#include "widgets/explore/moversview.h"
#include "widgets/explore/querybrowser.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QUrl>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
constexpr int browserWidth = 260;
constexpr int fewestColumns = 200;
constexpr std::chrono::milliseconds shortestZoom = 1s;
enum Mode { QueryMode, MovedMode };

bool isAsked(const SourceSpec &spec)
{
    return spec.kind == SourceKind::Prometheus || spec.kind == SourceKind::Metrics;
}

QString historyFile(const Session &session)
{
    const QString folder = session.options().dataFolder;
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/queries.jsonl");
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

ExplorePage::ExplorePage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_feed(new VocabularyFeed(context.commands, this))
    , m_browser(new QueryBrowser(context.clock, historyFile(context.session)))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    column->setSpacing(Size::cardGap);
    column->addWidget(buildHead());
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::cardGap);
    m_browser->setFixedWidth(browserWidth);
    row->addWidget(m_browser);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildQuestion());
    m_movers = new MoversView(context);
    m_stack->addWidget(m_movers);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);

    connect(m_feed, &VocabularyFeed::changed, m_browser, [this] { m_browser->setVocabulary(m_feed->vocabulary()); });
    connect(m_feed, &VocabularyFeed::failed, m_browser, [this](const Error &error) { m_browser->setFault(Format::sentence(error)); });
    connect(m_browser, &QueryBrowser::metricChosen, this, [this](const QString &name, const QString &type) {
        ask(m_source, type == u"counter" ? QStringLiteral("rate(%1[$__rate_interval])").arg(name) : name);
    });
    connect(m_browser, &QueryBrowser::queryChosen, this, &ExplorePage::ask);
    connect(m_browser, &QueryBrowser::failed, &context.commands, &Commands::failed);
    connect(m_movers, &MoversView::queryChosen, this, [this](const QString &expression) { ask(m_source, expression); });
    connect(m_movers, &MoversView::openRequested, this, &Page::openRequested);
    connect(&stores().series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        m_movers->handleChanged(key);
        for (PanelCard *card : cards()) {
            card->handleChanged(key);
            if (card->isDirty() && isVisible())
                card->refresh();
        }
    });
    const auto &sources = stores().workspace().sources;
    const auto prometheus = std::find_if(sources.begin(), sources.end(), [](const SourceSpec &spec) { return spec.kind == SourceKind::Prometheus; });
    const auto first = prometheus == sources.end() ? std::find_if(sources.begin(), sources.end(), isAsked) : prometheus;
    chooseSource(first == sources.end() ? QString() : first->name);
}

ExplorePage::~ExplorePage() = default;

QWidget *ExplorePage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    row->addWidget(new TextLabel(tr("Explore"), Tone::Primary, TextSize::Title, QFont::DemiBold));
    row->addSpacing(Size::cardGap);
    m_sourceButton = new ActionButton({});
    m_sourceButton->setIconName(QStringLiteral("sources"));
    m_sourceButton->setMenuArrow(true);
    m_sourceButton->setAccessibleName(tr("Source"));
    row->addWidget(m_sourceButton);
    m_zoomButton = new ActionButton({});
    m_zoomButton->setIconName(QStringLiteral("undo"));
    m_zoomButton->setToolTip(tr("Back to what was shown before"));
    m_zoomButton->hide();
    row->addWidget(m_zoomButton);
    row->addStretch(1);
    m_mode = new SegmentedControl;
    m_mode->addSegment(tr("Query"));
    m_mode->addSegment(tr("What moved"));
    row->addWidget(m_mode);
    connect(m_mode, &SegmentedControl::currentChanged, this, &ExplorePage::showMode);
    connect(m_sourceButton, &QAbstractButton::clicked, this, &ExplorePage::showSourceMenu);
    connect(m_zoomButton, &QAbstractButton::clicked, this, &ExplorePage::zoomBack);
    return head;
}

QWidget *ExplorePage::buildQuestion()
{
    auto *query = new QWidget;
    m_answers = new QVBoxLayout(query);
    m_answers->setContentsMargins(0, 0, 0, 0);
    m_answers->setSpacing(Size::cardGap);
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::gap);
    m_edit = new PromEdit;
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_feed->feed(m_edit);
    line->addWidget(m_edit, 1);
    auto *runButton = new ActionButton(tr("Run"), ActionButton::Look::Primary);
    runButton->setKeyHint(QStringLiteral("Enter"));
    line->addWidget(runButton, 0, Qt::AlignTop);
    m_answers->addLayout(line);
    m_fault = new TextLabel({}, Tone::Warning);
    m_fault->setObjectName(QStringLiteral("queryFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_answers->addWidget(m_fault);
    auto *empty = new EmptyState;
    empty->setMessage(QStringLiteral("explore"), tr("Ask anything"), tr("Type a query, or choose a metric at the left. Ctrl+Space shows what may stand at the cursor."));
    m_empty = empty;
    m_answers->addWidget(m_empty, 1);
    connect(runButton, &QAbstractButton::clicked, this, &ExplorePage::run);
    connect(m_edit, &PromEdit::submitted, this, &ExplorePage::run);
    connect(m_edit, &PromEdit::faultChanged, this, [this](const QString &fault) {
        m_fault->setText(Format::safeText(fault, 300));
        m_fault->setVisible(!fault.isEmpty());
    });
    return query;
}

void ExplorePage::showMode(int mode)
{
    m_mode->setCurrent(mode);
    m_stack->setCurrentIndex(mode);
    m_browser->setVisible(mode == QueryMode);
}

void ExplorePage::showSourceMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SourceSpec &spec : stores().workspace().sources) {
        if (!isAsked(spec))
            continue;
        const QString name = Format::safeText(spec.name, 60);
        menu->addAction(spec.kind == SourceKind::Metrics ? tr("%1 (its page, without history before now)").arg(name) : name, this, [this, source = spec.name] {
            chooseSource(source);
            if (!m_expression.isEmpty())
                run();
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("The workspace has no Prometheus and no metrics page"))->setEnabled(false);
    menu->popup(m_sourceButton->mapToGlobal(QPoint(0, m_sourceButton->height() + Size::unit)));
}

void ExplorePage::chooseSource(const QString &source)
{
    m_source = source;
    m_sourceButton->setText(source.isEmpty() ? tr("No source") : Format::safeText(source, 40));
    m_movers->setSource(source);
    m_feed->setSource(source);
}

void ExplorePage::ask(const QString &source, const QString &expression)
{
    if (!source.isEmpty() && source != m_source)
        chooseSource(source);
    showMode(QueryMode);
    m_edit->setExpression(expression);
    run();
    m_edit->setFocus();
}

std::vector<PanelCard *> ExplorePage::cards() const
{
    std::vector<PanelCard *> list;
    for (PanelCard *card : {m_graph, m_table})
        if (card)
            list.push_back(card);
    return list;
}

/// Cards may be what the wish to ask anew came from: they go when the loop is back.
void ExplorePage::dropAnswer()
{
    for (PanelCard *card : cards()) {
        card->hide();
        m_answers->removeWidget(card);
        card->deleteLater();
    }
    m_graph = m_table = nullptr;
}

void ExplorePage::run()
{
    const QString expression = m_edit->expression();
    if (expression.isEmpty() || m_source.isEmpty())
        return;
    m_expression = expression;
    dropAnswer();
    m_empty->hide();
    m_graph = addCard(PanelKind::TimeSeries, tr("Graph"), 3);
    m_table = addCard(PanelKind::Table, tr("Values"), 2);
    applyView();
    m_browser->keep(m_source, expression);
}

PanelCard *ExplorePage::addCard(PanelKind kind, const QString &title, int stretch)
{
    PanelCard *card = makeAskedCard(context(), {m_source, m_expression, kind, title});
    card->setSynchronous(m_synchronous);
    m_answers->addWidget(card, stretch);
    card->show(); // now, not when the loop is back
    connect(card, &PanelCard::zoomRequested, this, &ExplorePage::zoomTo);
    connect(card, &PanelCard::zoomResetRequested, this, &ExplorePage::zoomBack);
    connect(card, &PanelCard::openRequested, this, &Page::openRequested);
    connect(card, &PanelCard::fullScreenRequested, this, [this, card] { showFull(card); });
    return card;
}

/// The one card alone, and back.
void ExplorePage::showFull(PanelCard *card)
{
    const bool full = m_browser->isVisible();
    m_browser->setVisible(!full);
    for (PanelCard *one : cards())
        one->setVisible(!full || one == card);
}

void ExplorePage::applyView()
{
    for (PanelCard *card : cards()) {
        PanelView view = viewOf(context(), m_source, m_range);
        if (m_zoom) {
            view.range = m_zoom->length();
            view.until = m_zoom->end;
        }
        view.columns = std::max(m_stack->width() - chartMargin, fewestColumns);
        card->setView(view);
        card->refresh();
    }
    showZoom();
}

void ExplorePage::showZoom()
{
    m_zoomButton->setVisible(m_zoom.has_value());
    if (!m_zoom)
        return;
    const WallTime now = clock().wall();
    m_zoomButton->setText(tr("Not now: %1 – %2").arg(Format::moment(m_zoom->start, now), Format::moment(m_zoom->end, now)));
}

void ExplorePage::zoomTo(const TimeRange &range)
{
    if (range.length() < shortestZoom)
        return;
    m_zooms.push(m_zoom);
    m_zoom = range;
    applyView();
}

void ExplorePage::zoomBack()
{
    m_zoom = m_zooms.pop();
    applyView();
}

bool ExplorePage::open(const QString &item)
{
    if (item.isEmpty())
        return true;
    const QString first = QUrl::fromPercentEncoding(item.section(u'/', 0, 0).toUtf8());
    if (first == u"moved") {
        const QString service = QUrl::fromPercentEncoding(item.section(u'/', 1, 1).toUtf8());
        bool isMoment = false;
        const qint64 moment = item.section(u'/', 2).toLongLong(&isMoment);
        showMode(MovedMode);
        if (!service.isEmpty())
            m_movers->setService(service);
        if (isMoment && moment > 0)
            m_movers->setMoment(WallTime(std::chrono::milliseconds(moment)));
        m_movers->rank();
        return true;
    }
    const QString second = QUrl::fromPercentEncoding(item.section(u'/', 1).toUtf8());
    const auto &sources = stores().workspace().sources;
    if (std::none_of(sources.begin(), sources.end(), [&first](const SourceSpec &spec) { return spec.name == first && isAsked(spec); }))
        return false;
    chooseSource(first);
    showMode(QueryMode);
    m_edit->setExpression(second);
    run();
    return true;
}

QString ExplorePage::openItem() const
{
    if (m_stack->currentIndex() == MovedMode)
        return QStringLiteral("moved/") + encoded(m_movers->service());
    return m_expression.isEmpty() ? QString() : encoded(m_source) + u'/' + encoded(m_expression);
}

void ExplorePage::setTimeRange(std::chrono::milliseconds range)
{
    if (range != m_range) {
        m_zoom.reset();
        m_zooms.clear();
    }
    m_range = range;
    applyView();
}

void ExplorePage::tick()
{
    for (PanelCard *card : cards())
        card->refresh();
    m_movers->tick();
}

void ExplorePage::focusFilter()
{
    m_browser->focusSearch();
}

bool ExplorePage::isSettled() const
{
    if (m_stack->currentIndex() == MovedMode)
        return m_movers->isSettled();
    const auto shown = cards();
    return std::all_of(shown.begin(), shown.end(), [](const PanelCard *card) { return card->isSettled(); });
}

void ExplorePage::setSynchronous(bool synchronous)
{
    m_synchronous = synchronous;
    for (PanelCard *card : cards())
        card->setSynchronous(synchronous);
    m_movers->setSynchronous(synchronous);
}

void ExplorePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Z && event->modifiers() == Qt::NoModifier && m_zoom)
        return zoomBack();
    Page::keyPressEvent(event);
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    applyView();
}

QList<std::pair<QString, QString>> ExplorePage::keys() const
{
    return {{QStringLiteral("Enter"), tr("Run the query")},
            {QStringLiteral("Shift+Enter"), tr("A new line in the query")},
            {QStringLiteral("Ctrl+Space"), tr("What may stand at the cursor")},
            {QStringLiteral("/"), tr("Find a metric or an earlier query")},
            {QStringLiteral("Z"), tr("One zoom back")}};
}

} // namespace Watchfloor
