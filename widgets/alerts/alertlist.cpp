#include "widgets/alerts/alertlist.h"

#include "models/core/format.h"
#include "widgets/alerts/alertbanners.h"
#include "widgets/alerts/alertdelegate.h"
#include "widgets/alerts/alertselection.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"

#include <QApplication>
#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>

namespace Watchfloor {

namespace {

using Model = AlertTableModel;

constexpr std::array<int, 10> widths{134, 74, 206, 104, 260, 96, 136, 88, 100, 160};
constexpr std::array<int, 10> narrowWidths{134, 74, 176, 92, 200, 94, 116, 84, 100, 160};
constexpr int labelWidth = 120;
constexpr int groupedIndent = 14; ///< of a state under a heading
constexpr size_t mostLabelColumns = 12;
constexpr size_t mostLabelsOffered = 40;

} // namespace

AlertList::AlertList(const PageContext &context, AlertRowsModel &rows, FilterCompletion &completion, QWidget *parent)
    : Card({}, parent)
    , m_context(context)
    , m_rows(rows)
    , m_selection(new AlertSelection(rows, this))
    , m_completion(completion)
    , m_table(new DataTable)
    , m_delegate(new AlertDelegate(rows, m_table))
    , m_empty(new EmptyState)
    , m_banners(new AlertBanners(context))
{
    setFlush(true);
    m_table->setObjectName(QStringLiteral("alertTable"));
    m_table->setAccessibleName(tr("Alerts"));
    m_table->setModel(&m_rows);
    m_selection->setModel(m_table->selectionModel());
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setSortingEnabled(true);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_banners);
    layOutColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const Alert *alert = m_rows.alertAt(current.row()))
            Q_EMIT chosen(alert->fingerprint);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AlertList::selectionChanged);
    connect(m_table, &DataTable::clicked, this, &AlertList::handleClick);
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        if (m_rows.groupAt(index.row()))
            m_rows.toggle(index.row());
        else if (const Alert *alert = m_rows.alertAt(index.row()))
            Q_EMIT chosen(alert->fingerprint);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](QPoint place) { Q_EMIT menuRequested(m_table->viewport()->mapToGlobal(place)); });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint place) { showColumnMenu(header->mapToGlobal(place)); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (m_layingOut)
            return;
        m_columns = shownColumns();
        Q_EMIT viewChanged();
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        // Only what a person drags is kept: the rest follows the page.
        if (m_layingOut || !(QApplication::mouseButtons() & Qt::LeftButton) || !m_table->horizontalHeader()->underMouse())
            return;
        m_widths[m_rows.source().columnAt(section).id()] = width;
        Q_EMIT viewChanged();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
        if (!m_layingOut)
            Q_EMIT viewChanged();
    });
    connect(m_empty, &EmptyState::nextStepRequested, this, [this] {
        if (m_context.stores.alerts.alerts().empty())
            Q_EMIT openRequested(QStringLiteral("sources"));
        else
            Q_EMIT clearFilterRequested();
    });
    connect(m_banners, &AlertBanners::openRequested, this, &AlertList::openRequested);
}

bool AlertList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)))
        return true;
    return Card::eventFilter(watched, event);
}

/// Left folds and then goes up, Right unfolds; with Ctrl all at once.
bool AlertList::handleKey(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)
        return false;
    const bool left = event->key() == Qt::Key_Left;
    if (event->modifiers() & Qt::ControlModifier) {
        m_rows.foldAll(left);
        return true;
    }
    const int row = m_table->currentIndex().row();
    if (m_rows.canFold(row) && m_rows.isFolded(row) != left)
        m_rows.setFolded(row, left);
    else if (left && m_rows.rowAbove(row) >= 0)
        m_table->setCurrentIndex(m_rows.index(m_rows.rowAbove(row), Model::StateColumn));
    return true;
}

void AlertList::handleClick(const QModelIndex &index)
{
    const int row = index.row();
    const bool plain = QApplication::keyboardModifiers() == Qt::NoModifier;
    const int indent = AlertDelegate::nameIndent(m_rows, row);
    const int x = m_table->viewport()->mapFromGlobal(QCursor::pos()).x() - m_table->columnViewportPosition(Model::NameColumn);
    const bool atChevron = index.column() == Model::NameColumn && x >= indent && x < indent + AlertDelegate::chevronWidth;
    if (plain && (m_rows.groupAt(row) || (atChevron && m_rows.canFold(row))))
        m_rows.toggle(row);
    else if (const Alert *alert = m_rows.alertAt(row))
        Q_EMIT chosen(alert->fingerprint);
}

QStringList AlertList::selected() const
{
    QStringList fingerprints;
    for (const Alert *alert : selectedAlerts())
        fingerprints << alert->fingerprint;
    return fingerprints;
}

std::vector<const Alert *> AlertList::selectedAlerts() const
{
    return m_selection->alerts();
}

std::pair<int, int> AlertList::placeOf(const QString &fingerprint) const
{
    const int row = m_rows.rowOf(fingerprint);
    int headings = 0;
    int above = 0;
    for (int at = 0; m_rows.isGrouped() && at < m_rows.rowCount(); ++at)
        if (m_rows.groupAt(at)) {
            ++headings;
            above += at < row;
        }
    return {row < 0 ? 0 : row + 1 - above, m_rows.rowCount() - headings};
}

int AlertList::manySelected() const
{
    const QItemSelection rows = m_table->selectionModel()->selection();
    if (rows.isEmpty() || (rows.size() == 1 && rows.first().height() == 1 && !m_rows.groupAt(rows.first().top())))
        return 0;
    return int(selectedAlerts().size());
}

bool AlertList::select(const QString &fingerprint)
{
    const int row = m_rows.reveal(fingerprint);
    if (row < 0) {
        clearSelection(); // another one is not meant by what is done next
        return false;
    }
    m_table->setCurrentIndex(m_rows.index(row, Model::StateColumn));
    m_table->scrollTo(m_rows.index(row, Model::StateColumn));
    return true;
}

void AlertList::clearSelection()
{
    m_table->clearSelection();
}

void AlertList::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_delegate->setNarrow(narrow);
    layOutColumns();
}

void AlertList::refresh()
{
    showEmpty();
    m_banners->refresh();
}

void AlertList::showEmpty()
{
    const bool none = m_rows.rowCount() == 0;
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    if (!none)
        return;
    const Stores &stores = m_context.stores;
    if (!stores.alerts.alerts().empty()) {
        m_empty->setMessage(QStringLiteral("filter"), tr("No alert matches"), tr("%n alert(s) are kept away by the filter.", nullptr, int(stores.alerts.alerts().size())));
        m_empty->setNextStep(tr("Clear the filter"));
        return;
    }
    int seen = 0;
    int waiting = 0;
    int blind = 0;
    const Instant now = m_context.clock.now();
    for (const SourceStatus &source : stores.sources.sources()) {
        if (source.spec.kind != SourceKind::Alertmanager && source.spec.kind != SourceKind::Prometheus && source.spec.kind != SourceKind::Rules)
            continue;
        const bool healthy = source.state(now) == State::Healthy;
        seen += healthy;
        waiting += !healthy && !source.freshness.error() && !source.freshness.age(now);
        blind += !healthy;
    }
    m_empty->setNextStep(blind > 0 ? tr("Open the sources") : QString());
    if (seen + blind == 0)
        m_empty->setMessage(QStringLiteral("sources"), tr("Nobody tells of alerts"), tr("Name a Prometheus or an Alertmanager under sources: in the workspace file."));
    else if ((blind > 0 && waiting == blind) || stores.alerts.isBusy()) // what was answered is not yet all read
        m_empty->setMessage(QStringLiteral("eye-off"), tr("No alert can be seen"), tr("%n source(s) of alerts have not answered yet; what they tell appears here.", nullptr, std::max(waiting, 1)), Tone::Blind);
    else if (blind > 0)
        m_empty->setMessage(QStringLiteral("eye-off"), tr("No alert can be seen"), tr("%n source(s) of alerts do not answer, so this is not quiet, it is not known.", nullptr, blind), Tone::Blind);
    else
        m_empty->setMessage(QStringLiteral("check-circle"), tr("Nothing fires"), tr("%n source(s) answered just now, and none lists an alert.", nullptr, seen), Tone::Healthy);
}

std::vector<AlertColumn> AlertList::shownColumns() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    std::vector<AlertColumn> columns;
    for (int place = 0; place < header->count(); ++place)
        if (const int section = header->logicalIndex(place); !header->isSectionHidden(section))
            columns.push_back(m_rows.source().columnAt(section));
    return columns;
}

void AlertList::layOutColumns()
{
    m_layingOut = true;
    std::vector<AlertColumn> columns = m_columns;
    if (columns.empty())
        for (int column = 0; column < Model::ColumnCount; ++column)
            if (!m_narrow || (column != Model::SeverityColumn && column != Model::OriginColumn && column != Model::SilencedColumn))
                columns.push_back({AlertColumn::Kind(column)});
    QStringList labels;
    for (const AlertColumn &column : columns)
        if (column.kind == AlertColumn::Label)
            labels << column.label;
    m_rows.source().setLabelColumns(labels);
    QHeaderView *header = m_table->horizontalHeader();
    const auto &defaults = m_narrow ? narrowWidths : widths;
    bool stretched = false;
    for (int section = 0; section < header->count(); ++section) {
        const AlertColumn column = m_rows.source().columnAt(section);
        const auto own = m_widths.find(column.id());
        const bool shown = std::find(columns.begin(), columns.end(), column) != columns.end();
        stretched = stretched || (shown && section == Model::SummaryColumn);
        header->setSectionHidden(section, !shown);
        header->setSectionResizeMode(section, section == Model::SummaryColumn ? QHeaderView::Stretch : QHeaderView::Interactive);
        const int indent = section == Model::StateColumn && m_rows.isGrouped() ? groupedIndent : 0;
        header->resizeSection(section, own != m_widths.end() ? own->second : section < Model::ColumnCount ? defaults[size_t(section)] + indent : labelWidth);
    }
    header->setStretchLastSection(!stretched);
    for (size_t place = 0; place < columns.size(); ++place)
        header->moveSection(header->visualIndex(m_rows.source().columnOf(columns[place])), int(place));
    m_layingOut = false;
}

void AlertList::setShown(const AlertColumn &column, bool shown)
{
    m_columns = shownColumns();
    if (shown)
        m_columns.push_back(column);
    else
        std::erase(m_columns, column);
    layOutColumns();
    Q_EMIT viewChanged();
}

void AlertList::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnChoices"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<AlertColumn> shown = shownColumns();
    const auto add = [&](const AlertColumn &column) {
        QString word = AlertCells::heading(column);
        QAction *action = menu->addAction(word.replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(std::find(shown.begin(), shown.end(), column) != shown.end());
        connect(action, &QAction::toggled, this, [this, column](bool wanted) { setShown(column, wanted); });
        return action;
    };
    for (int column = 0; column < Model::ColumnCount; ++column)
        if (column != Model::StateColumn && column != Model::NameColumn)
            add({AlertColumn::Kind(column)});
    menu->addSeparator();
    const QStringList &chosen = m_rows.source().labelColumns();
    for (const QString &label : chosen)
        add({AlertColumn::Label, label});
    size_t offered = 0;
    for (const auto &[name, alerts] : m_completion.labelNames())
        if (name != u"alertname" && name != u"service" && !chosen.contains(name) && offered++ < mostLabelsOffered)
            add({AlertColumn::Label, name})->setEnabled(size_t(chosen.size()) < mostLabelColumns);
    menu->addSeparator();
    menu->addAction(tr("As at first"), this, [this] {
        m_columns.clear();
        m_widths.clear();
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        layOutColumns();
        Q_EMIT viewChanged();
    });
    menu->popup(place);
}

void AlertList::apply(const AlertView &view)
{
    m_columns = view.columns;
    for (const AlertColumn &kept : {AlertColumn{AlertColumn::Name}, AlertColumn{AlertColumn::State}})
        if (!m_columns.empty() && std::find(m_columns.begin(), m_columns.end(), kept) == m_columns.end())
            m_columns.insert(m_columns.begin(), kept);
    m_widths = view.widths;
    layOutColumns();
    const int sorted = view.sortedBy ? m_rows.source().columnOf(*view.sortedBy) : -1;
    m_layingOut = true;
    m_table->horizontalHeader()->setSortIndicator(sorted, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_layingOut = false;
}

void AlertList::store(AlertView &view) const
{
    view.columns = m_columns;
    view.widths = m_widths;
    const int sorted = m_rows.source().sortColumn();
    view.sortedBy = sorted < 0 ? std::nullopt : std::optional(m_rows.source().columnAt(sorted));
    view.descending = m_rows.source().sortOrder() == Qt::DescendingOrder;
}

AlertCopy::Work AlertList::copyOf(AlertCopy::Form form) const
{
    return {selectedAlerts(), form, shownColumns(), m_context.stores.alerts, m_context.clock.wall()};
}

} // namespace Watchfloor
