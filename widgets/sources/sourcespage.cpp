#include "widgets/sources/sourcespage.h"

#include "models/core/format.h"
#include "models/core/redact.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/outputview.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/sources/handoncard.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace Watchfloor {

namespace {
constexpr size_t shownFamilies = 60;
constexpr int detailWidth = 420;
constexpr int narrowDetailWidth = 340;
constexpr int narrowPage = 1400;
}

SourcesPage::SourcesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new SourceTableModel(stores().sources, clock(), this))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_detail(new Card(tr("No source is chosen")))
    , m_badge(new StateBadge)
    , m_sentence(new TextLabel({}, Tone::Secondary))
    , m_facts(new KeyValueList)
    , m_families(new KeyValueList)
    , m_faultsCard(new Card(tr("What is wrong with the workspace's files")))
    , m_faults(new OutputView)
    , m_handOn(new HandOnCard(context))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    auto *left = new QVBoxLayout;
    left->setSpacing(Size::cardGap);
    auto *tableCard = new Card(tr("Sources"));
    buildTable(tableCard);
    left->addWidget(tableCard, 3);
    m_faultsCard->body()->addWidget(m_faults);
    m_faultsCard->setState(State::Warning);
    m_faultsCard->setDetail(tr("the last good workspace is shown"));
    left->addWidget(m_handOn, 2);
    left->addWidget(m_faultsCard, 1);
    row->addLayout(left, 1);
    buildDetail(m_detail);
    m_detail->setFixedWidth(detailWidth);
    row->addWidget(m_detail);
    showFaults();
    if (!stores().sources.sources().empty())
        m_table->selectRow(0);
}

void SourcesPage::buildTable(Card *card)
{
    card->setFlush(true);
    m_table->setObjectName(QStringLiteral("sourceTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StateDelegate(SourceTableModel::StateRole, SourceTableModel::StateColumn, m_table));
    m_table->setStretchColumn(SourceTableModel::FailureColumn);
    m_empty->setMessage(QStringLiteral("sources"), tr("No sources"), tr("Name a Prometheus, an Alertmanager or a /metrics page under sources: in the workspace file."));
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_empty);
    m_empty->setVisible(stores().sources.sources().empty());
    m_table->setVisible(!stores().sources.sources().empty());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) // a reload chooses nothing
                    showSource(current.data(SourceTableModel::NameRole).toString());
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const bool none = stores().sources.sources().empty();
        m_empty->setVisible(none);
        m_table->setVisible(!none);
    });
}

void SourcesPage::buildDetail(Card *card)
{
    m_sentence->setWordWrap(true);
    card->body()->setSpacing(Size::cardGap);
    card->body()->addWidget(m_badge);
    card->body()->addWidget(m_sentence);
    card->body()->addWidget(m_facts);
    auto *caption = new TextLabel(tr("What it serves").toUpper(), Tone::Secondary);
    caption->setCaption();
    card->body()->addWidget(caption);
    card->body()->addWidget(m_families);
    card->body()->addStretch(1);
}

bool SourcesPage::open(const QString &item)
{
    if (item.isEmpty())
        return true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(SourceTableModel::NameRole).toString() != item)
            continue;
        m_table->selectRow(row);
        showSource(item);
        return true;
    }
    return false;
}

/// On a narrow page the table leaves to the detail what stands there too.
void SourcesPage::fitToWidth()
{
    const bool isNarrow = width() < narrowPage;
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return; // a person's own widths stay
    m_table->setColumnWidths(isNarrow ? std::vector{100, 146, 106, 230, 60, 72, 88, 80, 84, 80, 70, 120}
                                      : std::vector{100, 160, 110, 250, 60, 84, 96, 88, 92, 100, 76, 120});
    m_detail->setFixedWidth(isNarrow ? narrowDetailWidth : detailWidth);
    for (const int column : {SourceTableModel::KindColumn, SourceTableModel::ServerTimeColumn, SourceTableModel::VersionColumn, SourceTableModel::AnswersColumn})
        m_table->setColumnHidden(column, isNarrow);
}

void SourcesPage::tick()
{
    m_model->tick();
    fitToWidth();
    showDetail();
    showFaults();
    m_handOn->refresh();
}

QList<std::pair<QString, QString>> SourcesPage::keys() const
{
    return {{tr("Up, Down"), tr("Choose a source")}};
}

void SourcesPage::showSource(const QString &name)
{
    m_source = name;
    showDetail();
}

/// What it is asked, how often, and what that costs the server and the line.
void SourcesPage::addCosts(std::vector<KeyValueList::Row> &rows, const SourceStatus &status) const
{
    rows.push_back({tr("Asked"), tr("every %1").arg(Format::span(status.spec.interval))});
    if (!status.figures)
        return;
    const SourceFigures &figures = *status.figures;
    const auto milliseconds = [](std::chrono::milliseconds span) { return quantity(double(span.count()), ownUnit(QStringLiteral("ms"))).text(); };
    rows.push_back({tr("Queries"), tr("%1/min by panels").arg(Format::count(figures.queries))});
    rows.push_back({tr("Of them"), tr("%1 of what is new, %2 of whole ranges").arg(Format::count(figures.tails), Format::count(figures.wholes))});
    rows.push_back({tr("Bytes"), tr("%1/min").arg(Format::bytes(figures.bytes))});
    rows.push_back({tr("Server time"), tr("%1/min, half of them within %2").arg(milliseconds(figures.serverTime), milliseconds(figures.latency))});
    if (figures.skipped > 0)
        rows.push_back({tr("Left out"), tr("%1/min, still under way").arg(Format::count(figures.skipped)), Tone::Warning});
    if (figures.stretchedTo.count() > 0)
        rows.push_back({tr("Slow"), tr("panels ask every %1").arg(Format::span(figures.stretchedTo)), Tone::Warning});
}

void SourcesPage::showDetail()
{
    const SourceStatus *status = stores().sources.find(m_source);
    if (!status)
        return;
    const Instant now = clock().now();
    const State state = status->state(now);
    m_detail->setTitle(Format::safeText(m_source));
    m_detail->setState(state);
    m_badge->setState(state);
    const auto age = status->freshness.age(now);
    const auto &error = status->freshness.error();
    m_sentence->setText(error ? Format::sentence(*error) : age ? tr("It answered %1 ago.").arg(Format::span(*age)) : tr("It is being asked for the first time."));
    std::vector<KeyValueList::Row> rows{{tr("Kind"), sourceKindName(status->spec.kind)},
                                        {tr("Address"), redacted(status->spec.target.base), Tone::Primary, true},
                                        {tr("Last answer"), age ? tr("%1 ago").arg(Format::span(*age)) : tr("never")},
                                        {tr("Latency"), age ? quantity(double(status->latency.count()), ownUnit(QStringLiteral("ms"))).text() : tr("not known")},
                                        {tr("Answers"), tr("%1, %2 failed").arg(Format::count(status->answers), Format::count(status->failures))}};
    addCosts(rows, *status);
    if (!status->version.isEmpty())
        rows.push_back({tr("Version"), Format::safeText(status->version, 60)});
    if (const auto since = status->freshness.failingSince())
        rows.push_back({tr("Failing for"), Format::span(now - *since), Tone::Blind});
    m_facts->setRows(rows);

    std::vector<KeyValueList::Row> families;
    if (status->spec.kind == SourceKind::Metrics) {
        if (const MetricsStore::Entry *entry = stores().metrics.find(m_source); entry && entry->latest.page)
            for (const MetricFamily &family : entry->latest.page->families)
                if (families.size() < shownFamilies)
                    families.push_back({Format::safeText(family.name, 60), tr("%1, %n sample(s)", nullptr, int(family.samples.size())).arg(family.type)});
    } else if (status->spec.kind == SourceKind::Alertmanager) {
        families.push_back({tr("Silences"), age ? Format::count(qint64(stores().alerts.silences(m_source).size())) : tr("not known")});
    }
    int listed = 0;
    for (const Alert &alert : stores().alerts.alerts())
        listed += alert.origins.contains(m_source) && alert.isOpen() ? 1 : 0;
    if (status->spec.kind == SourceKind::Rules)
        addRules(families);
    if (status->spec.kind != SourceKind::Metrics)
        families.push_back({tr("Open alerts"), age ? Format::count(listed) : tr("not known")});
    m_families->setRows(families);
}

/// What it leaves to others, and what it cannot see.
void SourcesPage::addRules(std::vector<KeyValueList::Row> &rows) const
{
    const RuleReport &report = stores().rules.report();
    std::map<QString, QStringList> left;
    for (const SkippedGroup &skipped : report.skipped)
        left[skipped.source] << skipped.group;
    for (const auto &[source, groups] : left)
        rows.push_back({tr("Left to %1").arg(Format::safeText(source, 40)), Format::safeText(groups.join(QStringLiteral(", ")), 300)});
    for (const QString &source : report.unreadable)
        rows.push_back({Format::safeText(source, 40), tr("not read: it offers no remote read"), Tone::Warning});
}

void SourcesPage::showFaults()
{
    std::vector<Fault> faults = session().reloadFaults();
    m_faultsCard->setDetail(faults.empty() ? QString() : tr("the last good workspace is shown"));
    const std::vector<Fault> &ruleFaults = stores().rules.report().faults;
    faults.insert(faults.end(), ruleFaults.begin(), ruleFaults.end());
    m_faultsCard->setVisible(!faults.empty());
    if (faults == m_shownFaults)
        return;
    m_shownFaults = faults;
    m_faults->clear();
    for (const Fault &fault : faults)
        m_faults->appendLine({}, fault.toString(), Tone::Warning);
}

} // namespace Watchfloor
