#include "widgets/panels/dashboardspage.h"

#include "models/core/format.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QScrollArea>

namespace Watchfloor {

namespace {
constexpr int listWidth = 220;
constexpr int gridColumns = 24;
constexpr int gridRowHeight = 36;
constexpr int narrowBoard = 900;
constexpr int gap = Size::cardGap;
constexpr int mostChoices = 200;
}

DashboardsPage::DashboardsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new DashboardListModel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(buildList());
    row->addWidget(buildBoard(), 1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(100);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        for (PanelCard *card : m_cards)
            card->refresh();
    });
    connect(&stores().series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        for (auto &[name, state] : m_variables) {
            if (state.key != key)
                continue;
            const SeriesStore::Entry *entry = stores().series.find(key);
            QStringList values;
            if (entry && entry->answer)
                for (const Series &series : entry->answer->series)
                    values << series.labels.value(state.label);
            values.removeDuplicates();
            values.sort();
            offerVariable(name, state.multi, values);
        }
        if (!m_refresh.isActive() && isVisible())
            m_refresh.start();
    });
    connect(&context.session, &Session::workspaceChanged, this, &DashboardsPage::showDashboards);
    showDashboards();
}

DashboardsPage::~DashboardsPage() = default;

QWidget *DashboardsPage::buildList()
{
    auto *card = new Card(tr("Dashboards"));
    card->setFlush(true);
    card->setFixedWidth(listWidth);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("dashboardList"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    card->body()->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { choose(current.data(DashboardListModel::NameRole).toString()); });
    m_listCard = card;
    return card;
}

QWidget *DashboardsPage::buildBoard()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::gap);
    m_title = new TextLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold);
    head->addWidget(m_title);
    m_variableRow = new QHBoxLayout;
    m_variableRow->setSpacing(Size::gap);
    head->addSpacing(Size::cardGap);
    head->addLayout(m_variableRow);
    head->addStretch(1);
    column->addLayout(head);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_board = new QWidget;
    m_scroll->setWidget(m_board);
    m_scroll->viewport()->installEventFilter(this);
    column->addWidget(m_scroll, 1);
    m_empty = new EmptyState;
    m_empty->setMessage(QStringLiteral("dashboards"), tr("No dashboards"), tr("Name short YAML files under dashboards: in the workspace file."));
    column->addWidget(m_empty, 1);
    return right;
}

void DashboardsPage::showDashboards()
{
    m_model->setDashboards(stores().workspace().dashboards);
    const bool none = m_model->rowCount() == 0;
    m_empty->setVisible(none);
    m_scroll->setVisible(!none);
    m_listCard->setVisible(m_model->rowCount() > 1);
    if (none) {
        choose({});
        return;
    }
    const int row = std::max(0, m_model->rowOf(m_name));
    m_name.clear();
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (m_name.isEmpty())
        choose(m_model->index(row, 0).data(DashboardListModel::NameRole).toString());
}

bool DashboardsPage::open(const QString &item)
{
    m_opened = !item.isEmpty();
    if (item.isEmpty())
        return true;
    const int row = m_model->rowOf(item);
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model->index(row, 0));
    return true;
}

void DashboardsPage::choose(const QString &name)
{
    if (name == m_name && !m_cards.empty())
        return;
    m_name = name;
    buildPanels();
}

QString DashboardsPage::sourceOfBoard(const Dashboard &dashboard) const
{
    const SourceSpec *spec = stores().workspace().prometheus(dashboard.source);
    return spec ? spec->name : dashboard.source;
}

void DashboardsPage::buildPanels()
{
    m_full = nullptr;
    for (PanelCard *card : m_cards)
        delete card;
    m_cards.clear();
    const Dashboard *dashboard = m_model->find(m_name);
    m_title->setText(dashboard ? Format::safeText(dashboard->title, 80) : QString());
    if (!dashboard)
        return;
    for (const Panel &panel : dashboard->panels) {
        auto *card = new PanelCard(*dashboard, panel, stores(), commands(), clock(), m_board);
        card->setSynchronous(m_synchronous);
        connect(card, &PanelCard::fullScreenRequested, this, [this, card] { toggleFullScreen(card); });
        connect(card, &PanelCard::zoomRequested, this, [this](const TimeRange &range) { Q_EMIT timeRangeRequested(clock().wall() - range.start); });
        connect(card, &PanelCard::zoomResetRequested, this, [this] { Q_EMIT timeRangeRequested(std::chrono::milliseconds(0)); });
        if (TimeChart *chart = card->chart())
            connect(chart, &TimeChart::cursorMoved, this, [this, chart](std::optional<WallTime> time) {
                for (PanelCard *other : m_cards)
                    if (other->chart() && other->chart() != chart)
                        other->chart()->setCursor(time);
            });
        card->show();
        m_cards.push_back(card);
    }
    buildVariables(*dashboard);
    arrange();
    applyView();
}

void DashboardsPage::buildVariables(const Dashboard &dashboard)
{
    for (const auto &[name, state] : m_variables)
        delete state.button;
    m_variables.clear();
    for (const Variable &variable : dashboard.variables) {
        auto *button = new ActionButton(variable.name);
        button->setMenuArrow(true);
        button->setSmall(true);
        m_variableRow->addWidget(button);
        VariableState state;
        state.multi = variable.multi;
        state.button = button;
        m_variables[variable.name] = state;
        connect(button, &ActionButton::clicked, this, [this, name = variable.name] { showVariableMenu(name); });
        QStringList given;
        for (const Variable::Option &option : variable.values)
            given << option.value;
        if (!given.isEmpty())
            offerVariable(variable.name, variable.multi, given);
        else
            askVariable(variable);
    }
}

void DashboardsPage::askVariable(const Variable &variable)
{
    const auto query = labelValuesQuery(variable.query);
    const Dashboard *dashboard = m_model->find(m_name);
    if (!query || !dashboard)
        return;
    // The values of a label are those of the series that have it now: one instant query, shared with whoever else asks it.
    VariableState &state = m_variables[variable.name];
    state.label = query->label;
    const QString selector = query->match.isEmpty() ? QStringLiteral("{%1!=\"\"}").arg(query->label) : query->match;
    state.key = {sourceOfBoard(*dashboard), QStringLiteral("count by (%1) (%2)").arg(query->label, selector), {}, {}};
    state.interest = commands().watch(state.key, std::chrono::minutes(1));
}

void DashboardsPage::offerVariable(const QString &name, bool multi, const QStringList &values)
{
    VariableState &state = m_variables[name];
    if (state.values == values && !state.chosen.isEmpty())
        return;
    state.values = values;
    QStringList kept;
    for (const QString &value : state.chosen)
        if (values.contains(value))
            kept << value;
    if (kept.isEmpty())
        kept = multi ? values : values.mid(0, 1);
    const bool changed = kept != state.chosen;
    state.chosen = kept;
    const bool all = kept.size() == values.size() && multi;
    state.button->setText(QStringLiteral("%1: %2").arg(name, all ? tr("all") : Format::safeText(kept.join(QStringLiteral(", ")), 40)));
    if (changed)
        applyView();
}

void DashboardsPage::showVariableMenu(const QString &name)
{
    const VariableState &state = m_variables[name];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto take = [this, name](const QStringList &chosen) {
        VariableState &changed = m_variables[name];
        changed.chosen = chosen;
        const QStringList values = changed.values;
        changed.button->setText(QStringLiteral("%1: %2").arg(name, changed.multi && chosen.size() == values.size() ? tr("all") : Format::safeText(chosen.join(QStringLiteral(", ")), 40)));
        applyView();
    };
    if (state.multi)
        menu->addAction(tr("All"), this, [take, values = state.values] { take(values); });
    for (const QString &value : state.values.mid(0, mostChoices)) {
        QAction *action = menu->addAction(Format::safeText(value, 60), this, [take, value] { take({value}); });
        action->setCheckable(true);
        action->setChecked(state.chosen.contains(value));
    }
    menu->popup(state.button->mapToGlobal(QPoint(0, state.button->height() + 4)));
}

void DashboardsPage::applyView()
{
    const Dashboard *dashboard = m_model->find(m_name);
    if (!dashboard)
        return;
    PanelView view;
    view.range = m_range;
    for (const auto &[name, state] : m_variables)
        view.variables[name] = state.chosen;
    const SourceSpec *only = stores().workspace().prometheus();
    view.onlyPrometheus = only ? only->name : QString();
    for (PanelCard *card : m_cards) {
        const SourceSpec *spec = stores().workspace().prometheus(sourceOf(*dashboard, card->panel(), view.onlyPrometheus));
        view.interval = spec ? spec->interval : std::chrono::seconds(15);
        view.columns = std::max(card->width() - 80, 120);
        card->setView(view);
    }
}

void DashboardsPage::arrange()
{
    const int width = m_scroll->viewport()->width() - 2;
    if (m_full) {
        m_full->setGeometry(0, 0, width, m_scroll->viewport()->height());
        m_board->resize(width, m_scroll->viewport()->height());
        return;
    }
    // On a narrow window panels stand one below the other, in reading order.
    const bool narrow = width < narrowBoard;
    const double unit = double(width + gap) / gridColumns;
    int bottom = 0;
    for (PanelCard *card : m_cards) {
        const PanelPlace &place = card->panel().at;
        const int height = place.height * gridRowHeight - gap;
        QRect rect(int(place.x * unit), place.y * gridRowHeight, int(place.width * unit) - gap, height);
        if (narrow && place.width > gridColumns / 4)
            rect = QRect(0, bottom, width, height);
        else if (narrow)
            rect.moveTop(bottom);
        card->setGeometry(rect);
        const bool endsRow = narrow && (place.width > gridColumns / 4 || place.x + place.width >= gridColumns);
        if (!narrow)
            bottom = std::max(bottom, rect.bottom() + gap);
        else if (endsRow)
            bottom = rect.bottom() + gap;
    }
    m_board->resize(width, std::max(bottom, 1));
}

void DashboardsPage::toggleFullScreen(PanelCard *card)
{
    m_full = m_full == card ? nullptr : card;
    for (PanelCard *other : m_cards)
        other->setVisible(!m_full || other == m_full);
    arrange();
    applyView();
}

void DashboardsPage::setTimeRange(std::chrono::milliseconds range)
{
    m_range = range;
    applyView();
}

void DashboardsPage::tick()
{
    for (PanelCard *card : m_cards)
        card->refresh();
}

bool DashboardsPage::isSettled() const
{
    for (const auto &[name, state] : m_variables)
        if (state.chosen.isEmpty() && state.interest && !stores().series.find(state.key))
            return false;
    return std::all_of(m_cards.begin(), m_cards.end(), [](const PanelCard *card) { return card->isSettled(); });
}

void DashboardsPage::setSynchronous(bool synchronous)
{
    m_synchronous = synchronous;
    for (PanelCard *card : m_cards)
        card->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> DashboardsPage::keys() const
{
    return {{QStringLiteral("F"), tr("The panel under the pointer in full, and back")}, {QStringLiteral("Esc"), tr("Back to all panels")}};
}

bool DashboardsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        arrange();
        applyView();
    }
    return Page::eventFilter(watched, event);
}

void DashboardsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_full) {
        toggleFullScreen(m_full);
        return;
    }
    if (event->key() == Qt::Key_F) {
        for (PanelCard *card : m_cards) {
            if (card->isVisible() && card->underMouse()) {
                toggleFullScreen(card);
                return;
            }
        }
    }
    Page::keyPressEvent(event);
}

} // namespace Watchfloor
