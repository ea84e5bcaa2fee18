#include "widgets/explore/moversview.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/textlabel.h"
#include "widgets/explore/askedpanel.h"
#include "widgets/panels/panelcard.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPointer>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
constexpr size_t shownMovers = 200;
constexpr int samplesEachSide = 60;
constexpr int chartHeight = 260;
constexpr size_t offeredMarks = 15;

/// The score as a bar, the rest as text; the name in the font of code.
class MoverDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        cell.mono = index.column() == MoverTableModel::SeriesColumn;
        cell.tabular = !cell.mono;
        if (index.column() == MoverTableModel::ScoreColumn)
            cell.bar = index.data(MoverTableModel::ShareRole).toDouble();
        return cell;
    }
};

} // namespace

MoversView::MoversView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new MoverTableModel(this))
    , m_serviceButton(new ActionButton({}))
    , m_momentButton(new ActionButton({}))
    , m_windowButton(new ActionButton({}))
    , m_rank(new ActionButton(tr("Show what moved"), ActionButton::Look::Primary))
    , m_note(new TextLabel({}, Tone::Hint))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Size::cardGap);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    for (ActionButton *button : {m_serviceButton, m_momentButton, m_windowButton}) {
        button->setMenuArrow(true);
        row->addWidget(button);
    }
    row->addWidget(m_rank);
    row->addWidget(m_note, 1);
    m_column->addLayout(row);
    auto *card = new Card;
    card->setFlush(true);
    m_table->setObjectName(QStringLiteral("movers"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MoverDelegate(m_table));
    m_table->setCompact(true);
    m_table->setStretchColumn(MoverTableModel::SeriesColumn);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_empty, 1);
    m_column->addWidget(card, 1);
    m_empty->setMessage(QStringLiteral("chart"), tr("What was different?"),
                        tr("Choose a service and a moment: every series of it is compared before and after, and those that moved most come first."));
    m_table->hide();
    connect(m_serviceButton, &QAbstractButton::clicked, this, &MoversView::showServiceMenu);
    connect(m_momentButton, &QAbstractButton::clicked, this, &MoversView::showMomentMenu);
    connect(m_windowButton, &QAbstractButton::clicked, this, &MoversView::showWindowMenu);
    connect(m_rank, &QAbstractButton::clicked, this, &MoversView::rank);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) { showSeries(current.row()); });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT queryChosen(index.data(MoverTableModel::ExpressionRole).toString()); });
    const auto &services = context.stores.workspace().services;
    if (!services.empty())
        m_service = services.front().name;
    m_moment = context.clock.wall() - m_window;
    const auto &marks = context.stores.marks.marks();
    const auto last = std::find_if(marks.rbegin(), marks.rend(), [](const Mark &mark) { return mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Incident; });
    if (last != marks.rend())
        m_moment = last->at;
    showChoices();
}

MoversView::~MoversView() = default;

void MoversView::setSource(const QString &source)
{
    m_source = source;
}

void MoversView::setService(const QString &service)
{
    m_service = service;
    showChoices();
}

void MoversView::setMoment(WallTime moment)
{
    m_moment = moment;
    showChoices();
}

void MoversView::showChoices()
{
    m_serviceButton->setText(m_service.isEmpty() ? tr("All services") : Format::safeText(m_service, 40));
    m_momentButton->setText(tr("around %1").arg(Format::moment(m_moment, m_context.clock.wall())));
    m_windowButton->setText(tr("%1 before and after").arg(Format::shortSpan(m_window)));
}

void MoversView::showServiceMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("All services"), this, [this] { setService({}); });
    for (const Service &service : m_context.stores.workspace().services)
        menu->addAction(Format::safeText(service.name, 60), this, [this, name = service.name] { setService(name); });
    menu->popup(m_serviceButton->mapToGlobal(QPoint(0, m_serviceButton->height())));
}

void MoversView::showMomentMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const WallTime now = m_context.clock.wall();
    for (const auto back : {5min, 15min, 30min, 60min, 180min})
        menu->addAction(tr("%1 ago").arg(Format::shortSpan(back)), this, [this, at = now - back] { setMoment(at); });
    menu->addSeparator();
    const auto &marks = m_context.stores.marks.marks();
    size_t offered = 0;
    for (auto mark = marks.rbegin(); mark != marks.rend() && offered < offeredMarks; ++mark) {
        if (!m_service.isEmpty() && !mark->service.isEmpty() && mark->service != m_service)
            continue;
        const QString text = QStringLiteral("%1  %2  %3").arg(Format::moment(mark->at, now), Format::safeText(mark->service, 30), Format::safeText(mark->text, 60));
        menu->addAction(text, this, [this, at = mark->at] { setMoment(at); });
        ++offered;
    }
    if (offered == 0)
        menu->addAction(tr("No deploys, runs or incidents are known yet"))->setEnabled(false);
    menu->popup(m_momentButton->mapToGlobal(QPoint(0, m_momentButton->height())));
}

void MoversView::showWindowMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto window : {2min, 5min, 15min, 60min, 360min})
        menu->addAction(tr("%1 before and after").arg(Format::shortSpan(window)), this, [this, window] {
            m_window = window;
            showChoices();
        });
    menu->popup(m_windowButton->mapToGlobal(QPoint(0, m_windowButton->height())));
}

/// The labels of the service, else every series that has a service at all.
QString MoversView::selector() const
{
    const auto &services = m_context.stores.workspace().services;
    const auto found = std::find_if(services.begin(), services.end(), [this](const Service &service) { return service.name == m_service; });
    if (found != services.end())
        return found->labels.isEmpty() ? QStringLiteral("{service=%1}").arg(quoted(found->name)) : found->labels.toString();
    return QStringLiteral("{service!=\"\"}");
}

TimeRange MoversView::range() const
{
    const WallTime end = std::min(m_moment + m_window, m_context.clock.wall());
    return {m_moment - m_window, std::max(end, m_moment)};
}

void MoversView::rank()
{
    m_asking = true;
    const int generation = ++m_generation;
    m_rank->setEnabled(false);
    m_note->setText(tr("Asking for every series…"));
    const TimeRange asked = range();
    const auto step = std::max<std::chrono::milliseconds>(m_window / samplesEachSide, 1s);
    const QPointer<MoversView> guard(this);
    m_context.commands.listMetrics(m_source, this, [guard, generation, asked, step](const Result<std::map<QString, MetricMetadata>> &metrics) {
        if (!guard || guard->m_generation != generation)
            return;
        guard->m_types.clear();
        if (metrics)
            for (const auto &[name, metadata] : *metrics)
                guard->m_types[name] = metadata.type;
        guard->m_context.commands.evaluateRange(guard->m_source, guard->selector(), asked, step, guard, [guard, generation](const Result<QueryAnswer> &answer) {
            if (guard && guard->m_generation == generation)
                guard->handleAnswer(answer);
        });
    });
}

void MoversView::handleAnswer(const Result<QueryAnswer> &answer)
{
    m_asking = false;
    m_rank->setEnabled(true);
    std::vector<Mover> movers;
    if (answer)
        movers = rankedMovers(*answer, m_moment, m_types, shownMovers);
    const bool none = movers.empty();
    if (!answer) {
        m_note->clear();
        m_empty->setError(tr("The series could not be asked for"), answer.error());
    } else {
        const bool cut = answer->totalSeries > answer->series.size();
        m_note->setText(cut ? tr("%1 of %2 series compared").arg(Format::count(qint64(answer->series.size())), Format::count(qint64(answer->totalSeries)))
                            : tr("%n series compared", nullptr, int(answer->series.size())));
        if (answer->series.empty())
            m_empty->setMessage(QStringLiteral("chart"), tr("No series"), tr("%1 selects nothing in this span of time.").arg(Format::safeText(selector(), 200)));
        else if (none)
            m_empty->setMessage(QStringLiteral("check"), tr("Nothing moved"), tr("Every series is after the moment as it was before."));
    }
    m_model->setMovers(std::move(movers));
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    if (!none)
        m_table->selectRow(0);
    else
        showSeries(-1);
}

void MoversView::showSeries(int row)
{
    if (m_chart) {
        m_chart->hide();
        m_column->removeWidget(m_chart);
        m_chart->deleteLater(); // its menu may have led here
        m_chart = nullptr;
    }
    if (row < 0 || row >= m_model->rowCount())
        return;
    AskedPanel asked{m_source, m_model->index(row, 0).data(MoverTableModel::ExpressionRole).toString(), PanelKind::TimeSeries,
                     m_model->index(row, MoverTableModel::SeriesColumn).data().toString()};
    m_chart = makeAskedCard(m_context, asked, this);
    m_chart->setSynchronous(m_synchronous);
    m_chart->setFixedHeight(chartHeight);
    m_column->addWidget(m_chart);
    m_chart->show();
    connect(m_chart, &PanelCard::openRequested, this, &MoversView::openRequested);
    BoardMarks marks;
    Mark moment;
    moment.kind = Mark::Kind::Note;
    moment.at = m_moment;
    moment.text = tr("chosen moment");
    moment.key = QStringLiteral("moment");
    marks.marks.push_back(moment);
    m_chart->setMarks(marks);
    PanelView view = viewOf(m_context, m_source, m_context.clock.wall() - range().start);
    view.until = range().end;
    view.range = range().length();
    view.columns = std::max(width() - chartMargin, 200);
    m_chart->setView(view);
}

bool MoversView::isSettled() const
{
    return !m_asking && (!m_chart || m_chart->isSettled());
}

void MoversView::setSynchronous(bool synchronous)
{
    m_synchronous = synchronous;
    if (m_chart)
        m_chart->setSynchronous(synchronous);
}

void MoversView::handleChanged(const QueryKey &key)
{
    if (!m_chart)
        return;
    m_chart->handleChanged(key);
    if (m_chart->isDirty() && isVisible())
        m_chart->refresh();
}

void MoversView::tick()
{
    if (m_chart)
        m_chart->refresh();
}

} // namespace Watchfloor
