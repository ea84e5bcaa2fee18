#include "widgets/alerts/alertspage.h"

#include "widgets/alerts/alertactions.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/alertlist.h"
#include "widgets/alerts/filterbar.h"
#include "widgets/alerts/ordercard.h"
#include "widgets/alerts/rowlinks.h"
#include "widgets/alerts/statechips.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/episodes/episodesview.h"
#include "widgets/episodes/noiseview.h"
#include "widgets/silences/silencesview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds refreshAfter{100};
constexpr std::chrono::milliseconds keepAfter{800};
constexpr int detailWidth = 444;
constexpr int narrowDetailWidth = 356;
constexpr int wideDetailWidth = 560;
constexpr int narrowPage = 1400;
constexpr int widePage = 2600;
constexpr int orderFrom = 800; ///< page height from which the order of events has room
constexpr int textsAtOnce = 1'500; ///< made ready for a search between two events
}

AlertsPage::AlertsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new AlertTableModel(stores().alerts, clock(), this))
    , m_rows(new AlertRowsModel(*m_model, this))
    , m_links(new RowLinks(stores(), *m_rows, this))
    , m_completion(stores().alerts)
    , m_tabs(new SegmentedControl)
    , m_heads(new QHBoxLayout)
    , m_stack(new QStackedWidget)
    , m_bar(new FilterBar(context, *m_rows, m_completion))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    column->setSpacing(Size::gap);
    m_tabs->setObjectName(QStringLiteral("alertTabs"));
    for (const QString &icon : {QStringLiteral("alerts"), QStringLiteral("bell-off"), QStringLiteral("history"), QStringLiteral("sound")})
        m_tabs->addSegment({}, icon);
    m_heads->setSpacing(Size::gap);
    m_heads->addWidget(m_bar, 1);
    m_heads->addWidget(m_tabs, 0, Qt::AlignTop);
    column->addLayout(m_heads);
    m_stack->addWidget(buildAlerts());
    column->addWidget(m_stack, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshAfter);
    connect(&m_refresh, &QTimer::timeout, this, &AlertsPage::refresh);
    m_prepare.setInterval(1);
    connect(&m_prepare, &QTimer::timeout, this, [this] {
        if (!m_model->prepareTexts(textsAtOnce))
            m_prepare.stop();
    });
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfter);
    connect(&m_keep, &QTimer::timeout, this, &AlertsPage::keepView);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&stores().alerts, &AlertStore::changed, this, [this, soon] {
        m_completion.noteStoreChange();
        if (m_bar->field().edit()->hasFocus())
            m_prepare.start();
        soon();
    });
    connect(&stores().sources, &SourceStore::changed, this, soon);
    connect(&stores().runs, &RunStore::catalogueChanged, this, soon);
    connect(&stores().slos, &SloStore::changed, this, soon);
    connect(m_tabs, &SegmentedControl::currentChanged, this, [this](int tab) { showTab(Tab(tab)); });
    connectList();
    addShortcuts();
    showTabTexts();
    recallView();
    refresh();
}

AlertsPage::~AlertsPage()
{
    if (m_keep.isActive())
        keepView();
}

QWidget *AlertsPage::buildAlerts()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::cardGap);
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::gap);
    m_chips = new StateChips(*m_model);
    m_list = new AlertList(context(), *m_rows, m_completion);
    page->setFocusProxy(&m_list->table());
    m_order = new OrderCard(context());
    m_actions = new AlertActions(context(), *m_list, *this);
    column->addWidget(m_chips);
    column->addWidget(m_list, 1);
    column->addWidget(m_order);
    row->addLayout(column, 1);
    m_detailCard = new Card;
    m_detailCard->setFlush(true);
    m_detail = new AlertDetail(context());
    m_detailCard->body()->addWidget(m_detail, 1);
    row->addWidget(m_detailCard);
    return page;
}

void AlertsPage::connectList()
{
    const auto keepSoon = [this] { m_keep.start(); };
    connect(m_bar, &FilterBar::filterChanged, this, &AlertsPage::applyFilter);
    connect(m_bar, &FilterBar::filterChanged, this, keepSoon);
    connect(m_bar, &FilterBar::groupingChanged, this, keepSoon);
    connect(m_bar, &FilterBar::groupingChanged, m_list, &AlertList::layOutColumns);
    connect(m_bar, &FilterBar::columnsRequested, m_list, &AlertList::showColumnMenu);
    connect(m_bar, &FilterBar::silenceRequested, this, [this] {
        if (const Matchers matchers = m_bar->field().filter().matchers(); !matchers.empty())
            m_actions->openSilenceDialog(matchers);
        else if (!m_actions->chosen().isEmpty())
            m_actions->silence();
        else
            m_actions->openSilenceDialog({});
    });
    connect(&m_bar->field(), &FilterField::left, this, [this] { m_list->table().setFocus(); });
    connect(&m_bar->field(), &FilterField::entered, this, [this] { m_prepare.start(); });
    connect(m_list, &AlertList::chosen, this, &AlertsPage::choose);
    connect(m_list, &AlertList::viewChanged, this, keepSoon);
    connect(m_list, &AlertList::viewChanged, this, &AlertsPage::showChips);
    connect(m_list, &AlertList::selectionChanged, &m_refresh, qOverload<>(&QTimer::start));
    connect(m_list, &AlertList::menuRequested, m_actions, &AlertActions::showMenu);
    connect(m_list, &AlertList::clearFilterRequested, this, &AlertsPage::clearFilter);
    connect(m_list, &AlertList::openRequested, this, &AlertsPage::openRequested);
    connect(m_actions, &AlertActions::filterRequested, this, [this](const QString &term) { m_bar->field().addTerm(term); });
    connect(m_order, &OrderCard::alertActivated, this, &AlertsPage::select);
    connect(m_order, &OrderCard::openRequested, this, &AlertsPage::openRequested);
    connect(m_chips, &StateChips::chosenChanged, this, [this](std::optional<AlertState> state, bool flapping) {
        m_model->setStateFilter(state);
        m_model->setFlappingOnly(flapping);
        refresh();
    });
    m_actions->serve(*m_detail);
    connect(m_detail, &AlertDetail::openRequested, this, &AlertsPage::openRequested);
    connect(m_detail, &AlertDetail::stepRequested, this, &AlertsPage::step);
    connect(m_detail, &AlertDetail::filterRequested, this, [this](const QString &term) { m_bar->field().addTerm(term); });
    connect(m_detail, &AlertDetail::closeRequested, this, [this] {
        m_closed = true;
        m_opened = false;
        m_fingerprint.clear();
        m_actions->setCurrent({});
        m_list->clearSelection();
        m_detail->show({});
        m_detailCard->hide();
    });
}

void AlertsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, QWidget *where, Qt::ShortcutContext scope, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(scope);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    QWidget *alerts = m_stack->widget(AlertsTab);
    add(Qt::Key_A, alerts, Qt::WidgetWithChildrenShortcut, [this] { m_actions->acknowledge(); });
    add(Qt::SHIFT | Qt::Key_A, alerts, Qt::WidgetWithChildrenShortcut, [this] { m_actions->acknowledgeWithComment(); });
    add(Qt::Key_S, alerts, Qt::WidgetWithChildrenShortcut, [this] { m_actions->silence(); });
    add(Qt::Key_J, alerts, Qt::WidgetWithChildrenShortcut, [this] { step(1); });
    add(Qt::Key_K, alerts, Qt::WidgetWithChildrenShortcut, [this] { step(-1); });
    add(Qt::CTRL | Qt::Key_Tab, this, Qt::WidgetWithChildrenShortcut, [this] { stepTab(1); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, this, Qt::WidgetWithChildrenShortcut, [this] { stepTab(-1); });
    add(QKeySequence::Copy, &m_list->table(), Qt::WidgetShortcut, [this] { m_actions->copy(AlertCopy::Form::Text); });
    add(Qt::Key_Delete, &m_list->table(), Qt::WidgetShortcut, [this] { m_actions->dismiss(); });
}

void AlertsPage::showTabTexts()
{
    const bool narrow = m_narrow.value_or(false);
    const QStringList words{tr("Alerts"), tr("Silences"), tr("History"), tr("Noise")};
    for (int tab = 0; tab < int(words.size()); ++tab)
        m_tabs->setSegmentText(tab, narrow && tab != m_tabs->current() ? QString() : words[tab]);
}

void AlertsPage::showTab(Tab tab)
{
    if (tab == SilencesTab && !m_silences) {
        m_silences = new SilencesView(context());
        m_heads->insertWidget(0, m_silences->head(), 1);
        m_stack->addWidget(m_silences);
    }
    if (tab == HistoryTab && !m_history) {
        m_history = new EpisodesView(context());
        m_heads->insertWidget(0, m_history->head(), 1);
        m_stack->addWidget(m_history);
        connect(m_history, &EpisodesView::openRequested, this, &AlertsPage::openRequested);
    }
    if (tab == NoiseTab && !m_noise) {
        m_noise = new NoiseView(context());
        m_heads->insertWidget(0, m_noise->head(), 1);
        m_stack->addWidget(m_noise);
        connect(m_noise, &NoiseView::searchRequested, this, [this](const QString &text) {
            showTab(HistoryTab);
            m_history->setSearch(text);
        });
    }
    m_tabs->setCurrent(tab);
    showTabTexts();
    QWidget *const shown[]{m_stack->widget(0), m_silences, m_history, m_noise};
    for (int other = AlertsTab; other <= NoiseTab; ++other)
        if (QWidget *head = headOf(Tab(other)))
            head->setVisible(other == tab);
    m_stack->setCurrentWidget(shown[tab]);
    if (isVisible() && !m_tabs->hasFocus())
        focusView();
    if (tab == AlertsTab)
        refresh();
}

void AlertsPage::stepTab(int by)
{
    showTab(Tab((m_tabs->current() + by + NoiseTab + 1) % (NoiseTab + 1)));
    focusView();
}

/// To its rows, and where there are none to what stands above them.
void AlertsPage::focusView()
{
    QWidget *rows = m_stack->currentWidget()->focusProxy();
    const Tab tab = Tab(m_tabs->current());
    (tab == AlertsTab || rows->isVisible() ? rows : headOf(tab))->setFocus();
}

QWidget *AlertsPage::headOf(Tab tab) const
{
    QWidget *const heads[]{m_bar, m_silences ? m_silences->head() : nullptr, m_history ? m_history->head() : nullptr, m_noise ? m_noise->head() : nullptr};
    return heads[tab];
}

void AlertsPage::arrange()
{
    const bool narrow = width() < narrowPage;
    m_detailCard->setFixedWidth(narrow ? narrowDetailWidth : width() > widePage ? wideDetailWidth : detailWidth);
    m_order->setRoom(height() >= orderFrom);
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_bar->setNarrow(narrow);
    m_list->setNarrow(narrow);
    m_detail->setNarrow(narrow);
    showTabTexts();
}

void AlertsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void AlertsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    arrange();
    refresh();
    // The keys of the page are letters: they must not land in the filter.
    if (!isAncestorOf(QApplication::focusWidget()))
        focusView();
}

void AlertsPage::applyFilter()
{
    m_model->setFilter(m_bar->field().filter());
    refresh();
}

void AlertsPage::clearFilter()
{
    m_bar->field().clear();
    m_chips->setChosen({});
}

void AlertsPage::showChips()
{
    const int sorted = m_model->sortColumn();
    m_chips->refresh(int(stores().alerts.alerts().size()), sorted < 0 ? QString() : AlertCells::heading(m_model->columnAt(sorted)), m_list->manySelected());
}

void AlertsPage::refresh()
{
    showChips();
    m_list->refresh();
    m_order->refresh();
    if (!m_fingerprint.isEmpty() && !stores().alerts.find(m_fingerprint)) {
        m_fingerprint.clear();
        m_opened = false;
    }
    if (m_fingerprint.isEmpty() && !m_closed)
        chooseFirst();
    m_actions->setCurrent(m_fingerprint);
    m_detailCard->setVisible(!m_fingerprint.isEmpty());
    m_detail->setPlace(m_list->placeOf(m_fingerprint));
    m_detail->refresh();
}

/// Nothing was chosen by anybody: the worst one.
void AlertsPage::chooseFirst()
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (const Alert *alert = m_rows->alertAt(row)) {
            select(alert->fingerprint);
            m_opened = false;
            return;
        }
    }
    m_detail->show({});
}

void AlertsPage::choose(const QString &fingerprint)
{
    m_closed = false;
    m_opened = true;
    if (fingerprint != m_fingerprint) {
        m_fingerprint = fingerprint;
        m_detail->show(fingerprint);
    }
    m_actions->setCurrent(fingerprint);
    m_detailCard->setVisible(true);
    m_detail->setPlace(m_list->placeOf(m_fingerprint));
}

bool AlertsPage::select(const QString &fingerprint)
{
    choose(fingerprint);
    return m_list->select(fingerprint);
}

bool AlertsPage::open(const QString &item)
{
    if (item == u"silences" || item.startsWith(u"silences/")) {
        showTab(SilencesTab);
        return item == u"silences" || m_silences->openSilence(item.mid(9));
    }
    if (item == u"history" || item == u"noise") {
        showTab(item == u"history" ? HistoryTab : NoiseTab);
        return true;
    }
    if (!item.isEmpty() && !stores().alerts.find(item))
        return false;
    showTab(AlertsTab);
    if (item.isEmpty() && isVisible())
        focusView(); // the keyboard was asked for, too
    if (item.isEmpty())
        return true;
    if (m_rows->reveal(item) < 0)
        clearFilter();
    select(item);
    refresh();
    return true;
}

QString AlertsPage::openItem() const
{
    switch (Tab(m_tabs->current())) {
    case SilencesTab:
        return QStringLiteral("silences");
    case HistoryTab:
        return QStringLiteral("history");
    case NoiseTab:
        return QStringLiteral("noise");
    case AlertsTab:
        break;
    }
    return m_opened ? m_fingerprint : QString();
}

void AlertsPage::step(int by)
{
    int row = m_rows->rowOf(m_fingerprint);
    do
        row += by;
    while (m_rows->groupAt(row));
    if (const Alert *alert = row >= 0 && row < m_rows->rowCount() ? m_rows->alertAt(row) : nullptr)
        select(alert->fingerprint);
}

void AlertsPage::setTimeRange(std::chrono::milliseconds range)
{
    m_order->setTimeRange(range);
    m_order->refresh();
}

void AlertsPage::tick()
{
    m_actions->tick();
    if (m_tabs->current() == SilencesTab)
        return m_silences->tick();
    if (m_tabs->current() == HistoryTab)
        return m_history->tick();
    if (m_tabs->current() == NoiseTab)
        return m_noise->tick();
    m_model->tick();
    m_detail->refresh();
    m_list->refresh();
    m_order->refresh();
}

void AlertsPage::focusFilter()
{
    if (m_tabs->current() == SilencesTab)
        m_silences->focusFilter();
    else if (m_tabs->current() == HistoryTab)
        m_history->focusFilter();
    else if (m_tabs->current() == AlertsTab)
        m_bar->field().edit()->setFocus();
}

bool AlertsPage::isSettled() const
{
    if (m_tabs->current() == HistoryTab)
        return m_history->isSettled();
    if (m_tabs->current() == NoiseTab)
        return m_noise->isSettled();
    return !m_refresh.isActive() && m_links->isSettled() && (m_tabs->current() != AlertsTab || m_detail->isSettled());
}

void AlertsPage::setSynchronous(bool synchronous)
{
    m_detail->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> AlertsPage::keys() const
{
    const std::pair views{tr("Ctrl+Tab"), tr("Alerts, silences, history, noise")};
    if (m_tabs->current() == SilencesTab)
        return m_silences->keys() << views;
    if (m_tabs->current() == HistoryTab)
        return m_history->keys() << views;
    if (m_tabs->current() == NoiseTab)
        return m_noise->keys() << views;
    return {{tr("A"), tr("Acknowledge the chosen alerts, or let them go again")},
            {tr("Shift+A"), tr("Acknowledge them with a comment and for how long")},
            {tr("S"), tr("Silence them")},
            {tr("Delete"), tr("Take away those that are over")},
            {tr("J, K"), tr("The next alert, the one before")},
            {tr("Up, Down"), tr("Choose an alert; with Shift more of them, Ctrl+A all")},
            {tr("Left, Right"), tr("Fold and unfold; with Ctrl all at once")},
            {tr("/"), tr("Filter: Enter adds, Tab completes, Backspace takes the last one back, Ctrl+S saves, Esc clears and leaves")},
            {tr("Ctrl+C"), tr("Copy the chosen rows")},
            views};
}

void AlertsPage::recallView()
{
    const AlertView view = loadAlertView(session().options().dataFolder);
    m_list->apply(view);
    m_bar->setGrouping(view.grouping);
    m_bar->field().setTerms(view.terms);
    m_keep.stop();
}

/// A look that cannot be kept is no reason to bother anybody: it is there as long as the page is.
void AlertsPage::keepView()
{
    m_keep.stop();
    if (session().options().dataFolder.isEmpty())
        return;
    AlertView view;
    view.terms = m_bar->field().terms();
    view.filterName = m_bar->savedName();
    view.grouping = m_rows->grouping();
    m_list->store(view);
    (void)saveAlertView(session().options().dataFolder, view);
}

} // namespace Watchfloor
