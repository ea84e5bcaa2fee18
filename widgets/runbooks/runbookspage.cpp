#include "widgets/runbooks/runbookspage.h"

#include "models/core/format.h"
#include "models/runbooks/runbooklistmodel.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"
#include "widgets/runbooks/confirmrundialog.h"
#include "widgets/runbooks/documentpanel.h"
#include "widgets/runbooks/parameterfield.h"
#include "widgets/runbooks/runbookdelegate.h"
#include "widgets/runbooks/runpanel.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QListView>
#include <QSortFilterProxyModel>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int catalogueWidth = 296;
constexpr int narrowCatalogueWidth = 232;
constexpr int narrowPage = 1'500;
constexpr auto alertsDelay = 200ms;
constexpr auto runDelay = 50ms;
constexpr size_t keptOutputs = 8;
constexpr qsizetype keptOutput = 2 * 1024 * 1024;

/// Title, target and name are searched; one risk or all of them are shown.
class CatalogueFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString &text)
    {
        m_text = text.trimmed();
        invalidateFilter();
    }
    void setRisk(std::optional<Risk> risk)
    {
        m_risk = risk;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (m_risk && index.data(RunbookListModel::RiskRole).value<Risk>() != *m_risk)
            return false;
        for (const int role : {int(RunbookListModel::TitleRole), int(RunbookListModel::TargetRole), int(RunbookListModel::NameRole)})
            if (index.data(role).toString().contains(m_text, Qt::CaseInsensitive))
                return true;
        return false;
    }

private:
    QString m_text;
    std::optional<Risk> m_risk;
};

} // namespace

RunbooksPage::RunbooksPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new RunbookListModel(stores().runs, this))
    , m_proxy(new CatalogueFilter(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    row->addWidget(buildCatalogue());
    m_empty = new EmptyState;
    row->addWidget(m_empty, 1);
    m_body = new QWidget;
    auto *body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(Size::cardGap);
    m_document = new DocumentPanel(context);
    m_run = new RunPanel(context);
    body->addWidget(m_document, 10);
    body->addWidget(m_run, 7);
    row->addWidget(m_body, 1);
    connectStores();
    showOpenAlerts();
    showCatalogue();
    selectFirst();
}

QWidget *RunbooksPage::buildCatalogue()
{
    m_proxy->setSourceModel(m_model);
    m_catalogue = new Card(tr("Runbooks"));
    m_catalogue->setFlush(true);
    m_filter = new SearchField(tr("Filter"), QStringLiteral("/"));
    m_filter->setObjectName(QStringLiteral("runbookFilter"));
    m_risks = new SegmentedControl;
    m_risks->addSegment(tr("All"));
    m_risks->addSegment({}, QStringLiteral("eye"), tr("Safe"));
    m_risks->addSegment({}, QStringLiteral("disruptive"), tr("Disruptive"));
    m_risks->addSegment({}, QStringLiteral("destructive"), tr("Destructive"));
    auto *padded = new QVBoxLayout;
    padded->setContentsMargins(Size::cardPadding, 0, Size::cardPadding, Size::gap);
    padded->setSpacing(Size::gap);
    padded->addWidget(m_filter);
    padded->addWidget(m_risks, 0, Qt::AlignLeft);
    m_catalogue->body()->addLayout(padded);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("runbookList"));
    m_list->setAccessibleName(tr("Runbooks"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new RunbookDelegate(stores().services, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_catalogue->body()->addWidget(m_list, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Size::cardPadding, Size::gap, Size::cardPadding, Size::gap);
    m_foot = new TextLabel({}, Tone::Hint, TextSize::Small);
    m_foot->setWordWrap(true);
    foot->addWidget(m_foot);
    m_catalogue->body()->addLayout(foot);
    m_catalogue->setFixedWidth(catalogueWidth);
    auto *filter = static_cast<CatalogueFilter *>(m_proxy);
    connect(m_filter, &SearchField::textChanged, this, [filter](const QString &text) { filter->setText(text); });
    connect(m_filter, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_risks, &SegmentedControl::currentChanged, this, [filter](int index) { filter->setRisk(index == 0 ? std::nullopt : std::optional(Risk(index - 1))); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!m_choosing && current.isValid())
            choose(current.data(RunbookListModel::NameRole).toString());
    });
    return m_catalogue;
}

void RunbooksPage::connectStores()
{
    m_alertsTimer.setSingleShot(true);
    m_alertsTimer.setInterval(alertsDelay);
    connect(&m_alertsTimer, &QTimer::timeout, this, &RunbooksPage::showOpenAlerts);
    connect(&stores().alerts, &AlertStore::changed, this, [this] {
        if (!m_alertsTimer.isActive())
            m_alertsTimer.start();
    });
    m_runTimer.setSingleShot(true);
    m_runTimer.setInterval(runDelay);
    connect(&m_runTimer, &QTimer::timeout, this, [this] {
        if (const Run *run = stores().runs.find(m_runId)) {
            m_run->update(*run);
            m_document->setRun(run);
        }
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { select(m_name); });
    connect(&stores().runs, &RunStore::catalogueChanged, this, [this] {
        showCatalogue();
        const QString name = stores().runs.runbook(m_name) ? m_name : QString();
        m_name.clear();
        if (name.isEmpty())
            selectFirst();
        else
            choose(name);
    });
    connect(&stores().runs, &RunStore::runChanged, this, &RunbooksPage::handleRun);
    connect(&commands(), &Commands::runOutput, this, &RunbooksPage::handleOutput);
    connect(&commands(), &Commands::lockChanged, this, [this] { m_run->setLocked(commands().actionsLocked()); });
    connect(m_document, &DocumentPanel::runbookRequested, this, &RunbooksPage::open);
    connect(m_document, &DocumentPanel::runChosen, this, &RunbooksPage::showRun);
    connect(m_run, &RunPanel::runRequested, this, &RunbooksPage::requestRun);
    connect(m_run, &RunPanel::dryRunRequested, this, &RunbooksPage::requestDryRun);
    connect(m_run, &RunPanel::stopRequested, this, [this](const QString &id) { commands().stopRun(id); });
    connect(m_run, &RunPanel::undoRequested, this, [this](const QString &id) { commands().undoRun(id); });
    m_run->setLocked(commands().actionsLocked());
}

bool RunbooksPage::open(const QString &item)
{
    m_opened = !item.isEmpty();
    if (item.isEmpty())
        return true;
    if (!stores().runs.runbook(item))
        return false;
    if (!m_proxy->mapFromSource(m_model->indexOf(item)).isValid()) {
        m_filter->clear();
        m_risks->setCurrent(0);
    }
    choose(item);
    return true;
}

void RunbooksPage::selectFirst()
{
    const QModelIndex first = m_proxy->index(0, 0);
    if (first.isValid())
        choose(first.data(RunbookListModel::NameRole).toString());
}

void RunbooksPage::select(const QString &name)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(name));
    m_choosing = true;
    m_list->setCurrentIndex(index);
    m_choosing = false;
    if (index.isValid())
        m_list->scrollTo(index);
}

void RunbooksPage::choose(const QString &name)
{
    const Runbook *runbook = stores().runs.runbook(name);
    if (!runbook)
        return;
    select(name);
    if (name == m_name)
        return;
    m_name = name;
    m_document->setRunbook(*runbook);
    const Run *latest = stores().runs.latestOf(name);
    // An old run is history; what is chosen anew has not started.
    const bool recent = latest && (!isOver(latest->state) || latest->undoOffered || clock().wall() - latest->startedAt < 1h);
    showRun(recent ? latest->id : QString());
}

void RunbooksPage::showCatalogue()
{
    const int count = m_model->rowCount();
    m_empty->setVisible(count == 0);
    m_body->setVisible(count > 0);
    m_catalogue->setVisible(count > 0);
    m_empty->setMessage(QStringLiteral("runbooks"), tr("No runbooks"), tr("Name Markdown files with steps under runbooks: in the workspace file."));
    m_catalogue->setDetail(tr("%1 \u00b7 %2 match now").arg(tr("%n file(s)", nullptr, count)).arg(m_model->matchingCount()));
    m_foot->setText(tr("A dot marks what an open alert asks for."));
}

void RunbooksPage::showOpenAlerts()
{
    std::vector<Labels> open;
    for (const Alert &alert : stores().alerts.alerts())
        if (alert.isOpen())
            open.push_back(alert.labels);
    m_model->setOpenAlerts(open);
    showCatalogue();
}

void RunbooksPage::showRun(const QString &id)
{
    m_runId = id;
    const Run *run = id.isEmpty() ? nullptr : stores().runs.find(id);
    m_run->setRun(stores().runs.runbook(m_name), run, outputOf(id));
    m_document->setRun(run);
    showHolder();
}

void RunbooksPage::showHolder()
{
    const Runbook *runbook = stores().runs.runbook(m_name);
    const Run *holding = runbook ? stores().runs.holding(runbook->target) : nullptr;
    const bool other = holding && holding->id != m_runId;
    m_run->setHeldBy(other ? tr("%1 is held by %2: %3").arg(Format::safeText(runbook->target, 40), Format::safeText(holding->actor, 40), Format::safeText(holding->title, 60)) : QString());
}

void RunbooksPage::handleRun(const QString &id)
{
    const Run *run = stores().runs.find(id);
    if (!run)
        return;
    showHolder();
    m_list->viewport()->update();
    if (run->runbook != m_name)
        return;
    if (id != m_runId && !isOver(run->state))
        return showRun(id);
    if (id == m_runId && !m_runTimer.isActive())
        m_runTimer.start();
    if (isOver(run->state))
        m_document->showEarlierRuns();
}

void RunbooksPage::handleOutput(const QString &id, const QString &text)
{
    auto found = std::find_if(m_outputs.begin(), m_outputs.end(), [&id](const auto &kept) { return kept.first == id; });
    if (found == m_outputs.end()) {
        if (m_outputs.size() == keptOutputs)
            m_outputs.pop_front();
        m_outputs.emplace_back(id, QString());
        found = std::prev(m_outputs.end());
    }
    found->second += text;
    if (found->second.size() > 2 * keptOutput)
        found->second.remove(0, found->second.size() - keptOutput);
    if (id == m_runId)
        m_run->appendOutput(text);
}

QString RunbooksPage::outputOf(const QString &id) const
{
    // A page that was opened in the middle of a run heard less than the store; a store without output heard nothing.
    const Run *run = stores().runs.find(id);
    QString longest = run ? run->output : QString();
    for (const auto &[known, text] : m_outputs)
        if (known == id && text.size() > longest.size())
            longest = text;
    return longest;
}

bool RunbooksPage::parametersFit()
{
    ParameterField *faulty = m_document->faultyField();
    if (!faulty)
        return true;
    faulty->edit();
    return false;
}

void RunbooksPage::requestRun()
{
    const Runbook *runbook = stores().runs.runbook(m_name);
    if (!runbook || findChild<ConfirmRunDialog *>() || !parametersFit())
        return;
    auto *dialog = new ConfirmRunDialog(context(), *runbook, m_document->parameters(), this);
    connect(dialog, &ConfirmRunDialog::runStarted, this, &RunbooksPage::showRun);
    dialog->open();
}

void RunbooksPage::requestDryRun()
{
    if (m_name.isEmpty() || !parametersFit())
        return;
    if (const auto id = commands().startRun({m_name, m_document->parameters(), {}, true, false}))
        showRun(*id);
}

void RunbooksPage::tick()
{
    m_document->tick();
    m_run->tick();
    if (const Run *run = stores().runs.find(m_runId); run && !isOver(run->state))
        m_document->setRun(run);
    if (auto *dialog = findChild<ConfirmRunDialog *>())
        dialog->tick();
    m_list->viewport()->update();
}

void RunbooksPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

bool RunbooksPage::isSettled() const
{
    return m_name.isEmpty() || (m_document->isSettled() && m_run->isSettled());
}

void RunbooksPage::setSynchronous(bool synchronous)
{
    m_run->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> RunbooksPage::keys() const
{
    return {{tr("Up, Down"), tr("Choose a runbook")}, {tr("Ctrl+Enter"), tr("Run it, after a question")}, {tr("Ctrl+Shift+Enter"), tr("Dry run")}, {tr("Ctrl+."), tr("Stop the run")}};
}

void RunbooksPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        const Run *run = stores().runs.find(m_runId);
        if (run && !isOver(run->state))
            return;
        return event->modifiers().testFlag(Qt::ShiftModifier) ? requestDryRun() : requestRun();
    }
    if (event->key() == Qt::Key_Period && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (const Run *run = stores().runs.find(m_runId); run && !isOver(run->state))
            commands().stopRun(m_runId);
        return;
    }
    Page::keyPressEvent(event);
}

void RunbooksPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_catalogue->setFixedWidth(width() < narrowPage ? narrowCatalogueWidth : catalogueWidth);
}

} // namespace Watchfloor
