#include "widgets/alerts/alertspage.h"

#include "models/silences/silencepreview.h"
#include "models/core/format.h"
#include "widgets/alerts/alertdelegate.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/alertrowsmodel.h"
#include "widgets/silences/silencedialog.h"
#include "widgets/alerts/statechips.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds refreshAfter{100};
constexpr int detailWidth = 420;
constexpr int narrowDetailWidth = 356;
constexpr int wideDetailWidth = 560;
constexpr int narrowPage = 1400;
constexpr int widePage = 2600;
constexpr int orderFrom = 800; ///< page height from which the order of events has room
constexpr size_t mostOrderRows = 7;
constexpr size_t mostBanners = 3;
constexpr qsizetype mostCopied = 10'000;

/// Text without an operator is looked for in the rows.
bool isMatcher(const QString &text)
{
    return text.contains(u'=') || text.contains(u'~') || text.contains(u'{');
}
}

AlertsPage::AlertsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new AlertTableModel(stores().alerts, clock(), this))
    , m_rows(new AlertRowsModel(*m_model, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::gap);
    column->addWidget(buildFilters());
    m_chips = new StateChips(*m_model);
    column->addWidget(m_chips);
    column->addWidget(buildList(), 1);
    column->addWidget(buildOrder());
    row->addLayout(column, 1);
    m_detailCard = new Card;
    m_detailCard->setFlush(true);
    m_detail = new AlertDetail(context);
    m_detailCard->body()->addWidget(m_detail, 1);
    row->addWidget(m_detailCard);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshAfter);
    connect(&m_refresh, &QTimer::timeout, this, &AlertsPage::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&stores().alerts, &AlertStore::changed, this, soon);
    connect(&stores().sources, &SourceStore::changed, this, soon);
    connect(&stores().runs, &RunStore::catalogueChanged, this, soon);
    connect(&stores().slos, &SloStore::changed, this, soon);
    connect(m_chips, &StateChips::chosenChanged, this, [this](std::optional<AlertState> state) {
        m_model->setStateFilter(state);
        refresh();
    });
    connect(m_detail, &AlertDetail::acknowledgeRequested, this, &AlertsPage::acknowledge);
    connect(m_detail, &AlertDetail::silenceRequested, this, &AlertsPage::silence);
    connect(m_detail, &AlertDetail::dismissRequested, this, [this] { commands().dismiss(m_fingerprint); });
    connect(m_detail, &AlertDetail::openRequested, this, &AlertsPage::openRequested);
    connect(m_detail, &AlertDetail::stepRequested, this, &AlertsPage::step);
    connect(m_detail, &AlertDetail::closeRequested, this, [this] {
        m_closed = true;
        m_opened = false;
        m_fingerprint.clear();
        m_table->clearSelection();
        m_detail->show({});
        m_detailCard->hide();
    });
    addShortcuts();
    refresh();
}

QWidget *AlertsPage::buildFilters()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    m_filter = new ChipField(tr("Add a matcher, or words to look for…"));
    m_filter->setObjectName(QStringLiteral("alertFilter"));
    m_filter->setValidator([](const QString &text) {
        if (!isMatcher(text))
            return QString();
        const auto matchers = parseMatchers(text);
        return matchers ? QString() : Format::sentence(matchers.error());
    });
    m_grouping = new SegmentedControl;
    m_grouping->setObjectName(QStringLiteral("grouping"));
    m_grouping->addSegment(tr("Flat"), QStringLiteral("list"));
    m_grouping->addSegment(tr("By service"), QStringLiteral("tree"));
    m_columns = new IconButton(QStringLiteral("columns"), tr("Columns"));
    m_silenceThese = new ActionButton(tr("Silence these…"));
    m_silenceThese->setObjectName(QStringLiteral("silenceThese"));
    m_silenceThese->setIconName(QStringLiteral("bell-off"));
    row->addWidget(m_filter, 1);
    row->addWidget(m_grouping);
    row->addWidget(m_columns);
    row->addWidget(m_silenceThese);
    connect(m_filter, &ChipField::chipsChanged, this, &AlertsPage::applyFilter);
    connect(m_filter->edit(), &QLineEdit::textChanged, this, &AlertsPage::applyFilter);
    connect(m_grouping, &SegmentedControl::currentChanged, this, [this](int index) { m_rows->setGrouped(index == 1); });
    connect(m_columns, &IconButton::clicked, this, &AlertsPage::showColumnMenu);
    connect(m_silenceThese, &ActionButton::clicked, this, &AlertsPage::silenceMatching);
    return bar;
}

QWidget *AlertsPage::buildList()
{
    auto *card = new Card;
    card->setFlush(true);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("alertTable"));
    m_table->setAccessibleName(tr("Alerts"));
    m_table->setModel(m_rows);
    m_delegate = new AlertDelegate(*m_rows, stores().alerts, clock(), m_table);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setStretchColumn(AlertTableModel::SummaryColumn);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    card->body()->addWidget(m_table, 1);
    m_empty = new EmptyState;
    card->body()->addWidget(m_empty, 1);
    for (size_t i = 0; i < mostBanners; ++i) {
        auto *banner = new Banner;
        banner->setLink(tr("Open source"));
        banner->hide();
        connect(banner, &Banner::linkActivated, this, [this] { Q_EMIT openRequested(QStringLiteral("sources")); });
        card->body()->addWidget(banner);
        m_banners.push_back(banner);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const Alert *alert = m_rows->alertAt(current.row()))
            choose(alert->fingerprint);
    });
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex &index) {
        m_rows->toggle(index.row());
        if (const Alert *alert = m_rows->alertAt(index.row()))
            choose(alert->fingerprint);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        if (const Alert *alert = m_rows->alertAt(index.row()))
            choose(alert->fingerprint);
    });
    connect(m_empty, &EmptyState::nextStepRequested, this, [this] {
        m_filter->edit()->clear();
        m_filter->setChips({});
        m_chips->setChosen({});
    });
    return card;
}

QWidget *AlertsPage::buildOrder()
{
    m_orderCard = new Card(tr("In what order it happened"));
    m_order = new StateTimeline;
    m_orderCard->body()->addWidget(m_order);
    connect(m_order, &StateTimeline::rowActivated, this, [this](int row) {
        if (const QString fingerprint = m_orderFingerprints.value(row); fingerprint.isEmpty())
            Q_EMIT openRequested(QStringLiteral("sources"));
        else
            select(fingerprint);
    });
    return m_orderCard;
}

void AlertsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_A, [this] { acknowledge(); });
    add(Qt::Key_S, [this] { silence(); });
    add(Qt::Key_J, [this] { step(1); });
    add(Qt::Key_K, [this] { step(-1); });
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &AlertsPage::copyRows);
}

void AlertsPage::arrange()
{
    const bool narrow = width() < narrowPage;
    m_detailCard->setFixedWidth(narrow ? narrowDetailWidth : width() > widePage ? wideDetailWidth : detailWidth);
    m_orderCard->setVisible(height() >= orderFrom && !m_orderFingerprints.isEmpty());
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_delegate->setNarrow(narrow);
    m_detail->setNarrow(narrow);
    m_silenceThese->setText(narrow ? tr("Silence…") : tr("Silence these…"));
    m_grouping->setSegmentText(0, narrow ? QString() : tr("Flat"));
    m_grouping->setSegmentText(1, narrow ? QString() : tr("By service"));
    if (narrow)
        m_table->setColumnWidths({112, 80, 178, 98, 200, 86, 128, 92, 100, 150});
    else
        m_table->setColumnWidths({134, 82, 206, 110, 260, 92, 142, 92, 116, 144});
    if (m_columnsChosen)
        return;
    for (const int column : {AlertTableModel::SeverityColumn, AlertTableModel::OriginColumn, AlertTableModel::SilencedColumn})
        m_table->setColumnHidden(column, narrow);
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
        m_table->setFocus();
}

void AlertsPage::applyFilter()
{
    Matchers matchers;
    QStringList words;
    for (const QString &chip : m_filter->chips()) {
        if (!isMatcher(chip))
            words << chip;
        else if (auto parsed = parseMatchers(chip))
            matchers.insert(matchers.end(), parsed->begin(), parsed->end());
    }
    const QString typed = m_filter->edit()->text().trimmed();
    if (!isMatcher(typed) && !typed.isEmpty())
        words << typed;
    m_model->setFilter(std::move(matchers), words.join(u' '));
    refresh();
}

void AlertsPage::refresh()
{
    m_chips->refresh(int(stores().alerts.alerts().size()));
    showEmpty();
    showBanners();
    showOrder();
    if (!m_fingerprint.isEmpty() && !stores().alerts.find(m_fingerprint)) {
        m_fingerprint.clear();
        m_opened = false;
    }
    if (m_fingerprint.isEmpty() && !m_closed)
        chooseFirst();
    m_detailCard->setVisible(!m_fingerprint.isEmpty());
    m_detail->setPlace(m_rows->rowOf(m_fingerprint), m_rows->rowCount());
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
    m_detailCard->setVisible(true);
    m_detail->setPlace(m_rows->rowOf(fingerprint), m_rows->rowCount());
}

bool AlertsPage::select(const QString &fingerprint)
{
    const int row = m_rows->rowOf(fingerprint);
    choose(fingerprint);
    if (row < 0)
        return false;
    m_table->setCurrentIndex(m_rows->index(row, 0));
    m_table->scrollTo(m_rows->index(row, 0));
    return true;
}

bool AlertsPage::open(const QString &item)
{
    if (item.isEmpty())
        return true;
    if (!stores().alerts.find(item))
        return false;
    if (m_rows->rowOf(item) < 0) {
        m_filter->edit()->clear();
        m_filter->setChips({});
        m_chips->setChosen({});
    }
    select(item);
    refresh();
    return true;
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
    m_range = range;
    showOrder();
}

void AlertsPage::tick()
{
    m_model->tick();
    m_detail->refresh();
    showBanners();
    showOrder();
    if (m_dialog)
        m_dialog->tick();
}

void AlertsPage::focusFilter()
{
    m_filter->edit()->setFocus();
}

bool AlertsPage::isSettled() const
{
    return !m_refresh.isActive() && m_detail->isSettled();
}

void AlertsPage::setSynchronous(bool synchronous)
{
    m_detail->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> AlertsPage::keys() const
{
    return {{tr("A"), tr("Acknowledge the alert, or let it go again")},
            {tr("S"), tr("Silence it")},
            {tr("J, K"), tr("The next alert, the one before")},
            {tr("Up, Down"), tr("Choose an alert")},
            {tr("Ctrl+C"), tr("Copy the chosen rows")}};
}

void AlertsPage::showEmpty()
{
    const bool none = m_rows->rowCount() == 0;
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    if (!none)
        return;
    if (!stores().alerts.alerts().empty()) {
        m_empty->setMessage(QStringLiteral("filter"), tr("No alert matches"), tr("%n alert(s) are kept away by the filter.", nullptr, int(stores().alerts.alerts().size())));
        m_empty->setNextStep(tr("Clear the filter"));
        return;
    }
    m_empty->setNextStep({});
    int seen = 0;
    int blind = 0;
    for (const SourceStatus &source : stores().sources.sources()) {
        const bool tells = source.spec.kind == SourceKind::Alertmanager || source.spec.kind == SourceKind::Prometheus;
        seen += tells && source.state(clock().now()) == State::Healthy;
        blind += tells && source.state(clock().now()) != State::Healthy;
    }
    if (seen + blind == 0)
        m_empty->setMessage(QStringLiteral("sources"), tr("Nobody tells of alerts"), tr("Name a Prometheus or an Alertmanager under sources: in the workspace file."));
    else if (blind > 0)
        m_empty->setMessage(QStringLiteral("eye-off"), tr("No alert can be seen"), tr("%n source(s) of alerts do not answer, so this is not quiet, it is not known.", nullptr, blind), Tone::Blind);
    else
        m_empty->setMessage(QStringLiteral("check-circle"), tr("Nothing fires"), tr("%n source(s) answered just now, and none lists an alert.", nullptr, seen), Tone::Healthy);
}

void AlertsPage::showBanners()
{
    const Instant now = clock().now();
    const WallTime wall = clock().wall();
    size_t used = 0;
    for (const SourceStatus &source : stores().sources.sources()) {
        const bool tells = source.spec.kind == SourceKind::Alertmanager || source.spec.kind == SourceKind::Prometheus;
        if (!tells || used == m_banners.size() || source.state(now) != State::Blind)
            continue;
        const auto &alerts = stores().alerts.alerts();
        const auto kept = std::count_if(alerts.begin(), alerts.end(), [&source](const Alert &alert) {
            return alert.state == AlertState::Unseen && alert.origins.contains(source.spec.name);
        });
        const auto age = source.freshness.age(now);
        const QString title = age ? tr("%1 has not answered since %2.").arg(source.spec.name, Format::moment(wall - *age, wall)) : tr("%1 has never answered.").arg(source.spec.name);
        const QString sentence = kept > 0 ? tr("%n alert(s) that it told of are kept as last seen, not cleared.", nullptr, int(kept))
                                          : source.spec.kind == SourceKind::Alertmanager ? tr("Alerts and silences that only it knows cannot be seen.")
                                                                                         : tr("What only it would raise cannot be seen.");
        m_banners[used]->setMessage(State::Blind, title, sentence);
        m_banners[used++]->show();
    }
    for (; used < m_banners.size(); ++used)
        m_banners[used]->hide();
}

void AlertsPage::showOrder()
{
    if (height() < orderFrom)
        return;
    const WallTime wall = clock().wall();
    const TimeRange range = lastUntil(wall, m_range);
    AlertOrder::Rows order = AlertOrder::of(stores(), range, clock().now(), mostOrderRows);
    m_orderFingerprints = order.fingerprints;
    m_orderCard->setSubtitle(tr("last %1, oldest first").arg(Format::span(m_range)));
    m_orderCard->setVisible(!order.rows.empty());
    m_order->setRange(range);
    m_order->setRows(std::move(order.rows));
    std::vector<Mark> marks;
    for (const Mark &mark : stores().marks.within(range))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Run || mark.kind == Mark::Kind::Incident)
            marks.push_back(mark);
    m_order->setMarks(std::move(marks));
    m_order->setNow(wall);
}

void AlertsPage::showColumnMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < AlertTableModel::ColumnCount; ++column) {
        if (column == AlertTableModel::StateColumn || column == AlertTableModel::NameColumn)
            continue;
        QAction *action = menu->addAction(m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_columnsChosen = true;
            m_table->setColumnHidden(column, !shown);
        });
    }
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

QStringList AlertsPage::selected() const
{
    QStringList fingerprints;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        if (const Alert *alert = m_rows->alertAt(index.row()))
            fingerprints << alert->fingerprint;
    if (fingerprints.size() < 2 && !m_fingerprint.isEmpty())
        return {m_fingerprint};
    return fingerprints;
}

/// Takes on whatever of the chosen ones nobody has; when all are taken, lets them go.
void AlertsPage::acknowledge()
{
    QStringList open;
    QStringList taken;
    for (const QString &fingerprint : selected()) {
        const Alert *alert = stores().alerts.find(fingerprint);
        if (!alert)
            continue;
        if (alert->acknowledgement)
            taken << fingerprint;
        else if (alert->state == AlertState::Firing || alert->state == AlertState::Pending || alert->state == AlertState::Unseen)
            open << fingerprint;
    }
    if (!open.isEmpty())
        commands().acknowledge({.fingerprints = open});
    else
        for (const QString &fingerprint : taken)
            commands().unacknowledge(fingerprint);
}

void AlertsPage::silence()
{
    const QStringList fingerprints = selected();
    const Alert *first = fingerprints.isEmpty() ? nullptr : stores().alerts.find(fingerprints.first());
    if (!first)
        return;
    Matchers common;
    for (const Matcher &matcher : matchersFor(*first)) {
        const bool shared = std::all_of(fingerprints.begin(), fingerprints.end(), [&](const QString &fingerprint) {
            const Alert *alert = stores().alerts.find(fingerprint);
            return !alert || matcher.matches(alert->allLabels());
        });
        if (shared)
            common.push_back(matcher);
    }
    openSilenceDialog(common);
}

void AlertsPage::silenceMatching()
{
    Matchers matchers;
    for (const QString &chip : m_filter->chips())
        if (auto parsed = isMatcher(chip) ? parseMatchers(chip) : Result<Matchers>(Matchers()))
            matchers.insert(matchers.end(), parsed->begin(), parsed->end());
    if (matchers.empty())
        silence();
    else
        openSilenceDialog(matchers);
    if (!m_dialog)
        openSilenceDialog({});
}

void AlertsPage::openSilenceDialog(const Matchers &matchers)
{
    if (m_dialog)
        return;
    m_dialog = new SilenceDialog(context(), matchers, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
}

void AlertsPage::copyRows() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : rows.first(std::min(rows.size(), mostCopied))) {
        QStringList cells;
        for (int column = 0; column < AlertTableModel::ColumnCount; ++column)
            if (!m_table->isColumnHidden(column))
                cells << row.siblingAtColumn(column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

} // namespace Watchfloor
