#include "widgets/episodes/episodesview.h"

#include "models/core/format.h"
#include "models/episodes/searchtext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"
#include "widgets/episodes/episodecopy.h"
#include "widgets/episodes/episodedetail.h"
#include "widgets/episodes/episodelook.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int mostShown = 1'000;
constexpr int narrowWidth = 1'400;
constexpr auto typingPause = 250ms;
constexpr auto refreshPause = 5s; ///< between questions, however much happens
constexpr std::array spans{std::chrono::hours(24), std::chrono::hours(7 * 24), std::chrono::hours(30 * 24)};

class RowDelegate final : public CellDelegate
{
public:
    RowDelegate(const EpisodeTableModel &model, QObject *parent)
        : CellDelegate(parent)
        , m_model(model)
    {
    }

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        cell.tone = Tone::Secondary;
        const Episode *episode = m_model.episodeAt(index.row());
        if (!episode)
            return cell;
        if (index.column() == EpisodeTableModel::NameColumn) {
            cell.tone = Tone::Primary;
            cell.weight = episode->endedAt ? QFont::Normal : QFont::DemiBold;
        } else if (index.column() == EpisodeTableModel::SeverityColumn) {
            cell.tone = toneOf(episode->severity);
        } else if (index.column() == EpisodeTableModel::EndColumn) {
            const AlertLook look = lookOf(*episode);
            cell.glyph = look.glyph;
            cell.glyphStyle = look.style;
            cell.iconName = look.iconName;
            cell.iconTone = look.tone;
            cell.tone = look.tone;
        } else if (index.column() == EpisodeTableModel::OwnerColumn && !episode->owner.isEmpty()) {
            cell.iconName = QStringLiteral("user");
        } else if (index.column() == EpisodeTableModel::StartsColumn && episode->starts > 1) {
            cell.tone = Tone::Warning;
        } else if (index.column() == EpisodeTableModel::StartedColumn || index.column() == EpisodeTableModel::EndedColumn) {
            cell.tabular = true;
        }
        return cell;
    }
    std::optional<State> rowState(const QModelIndex &index) const override
    {
        const Episode *episode = m_model.episodeAt(index.row());
        return episode && episode->state == AlertState::Unseen ? std::optional(State::Blind) : std::nullopt;
    }

private:
    const EpisodeTableModel &m_model;
};

} // namespace

EpisodesView::EpisodesView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new EpisodeTableModel(context.clock, this))
    , m_search(new SearchField(tr("Words, or severity=critical, instance=~\"node.*\""), QStringLiteral("/")))
    , m_span(new SegmentedControl)
    , m_fault(new TextLabel({}, Tone::Critical))
    , m_count(new TextLabel({}, Tone::Hint, TextSize::Small))
    , m_copy(new ActionButton(tr("Copy")))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_detail(new EpisodeDetail)
    , m_typing(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::cardGap);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    column->addWidget(buildHead());
    column->addWidget(m_fault);
    column->addWidget(buildTable(), 1);
    row->addWidget(left, 9);
    row->addWidget(m_detail, 4);
    m_fault->hide();
    setFocusProxy(m_table);
    m_head->setFocusProxy(m_search);
    // A table of its own accord copies one cell.
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] { copyChosen(0); });
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_typing, &QTimer::timeout, this, &EpisodesView::ask);
    connect(m_search, &SearchField::textChanged, this, [this] { m_typing->start(); });
    connect(m_search, &SearchField::returnPressed, this, &EpisodesView::ask);
    connect(m_span, &SegmentedControl::currentChanged, this, &EpisodesView::ask);
    connect(&context.stores.alerts, &AlertStore::changed, this, [this] { m_hasChanged = true; });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EpisodesView::showDetail);
    connect(m_detail, &EpisodeDetail::openRequested, this, &EpisodesView::openRequested);
    connect(m_detail, &EpisodeDetail::onlyThisRequested, this, &EpisodesView::setSearch);
    connect(m_table, &DataTable::rowActivated, this, [this] {
        if (const Episode *episode = chosen(); episode && m_context.stores.alerts.find(episode->fingerprint))
            Q_EMIT openRequested(QStringLiteral("alerts/") + episode->fingerprint);
    });
}

QWidget *EpisodesView::buildHead()
{
    m_search->setObjectName(QStringLiteral("episodeSearch"));
    m_span->setObjectName(QStringLiteral("episodeSpan"));
    m_count->setObjectName(QStringLiteral("episodeCount"));
    for (const QString &text : {tr("24 h"), tr("7 d"), tr("30 d"), tr("All")})
        m_span->addSegment(text);
    m_span->setCurrent(1);
    m_copy->setObjectName(QStringLiteral("episodeCopy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_copy->setMenuArrow(true);
    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("As text"), this, [this] { copyChosen(0); });
    menu->addAction(tr("As Markdown"), this, [this] { copyChosen(1); });
    menu->addAction(tr("As JSON"), this, [this] { copyChosen(2); });
    connect(m_copy, &QPushButton::clicked, this, [this, menu] { menu->popup(m_copy->mapToGlobal(QPoint(0, m_copy->height()))); });
    m_head = new QWidget;
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    row->addWidget(m_search, 1);
    row->addWidget(m_span);
    row->addWidget(m_copy);
    return m_head;
}

QWidget *EpisodesView::buildTable()
{
    m_table->setObjectName(QStringLiteral("episodeTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(*m_model, m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumnWidths({118, 200, 130, 90, 116, 100, 130, 118, 60});
    m_table->setStretchColumn(EpisodeTableModel::NameColumn);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::nextStepRequested, this, [this] {
        m_search->clear();
        m_span->setCurrent(int(spans.size()));
        ask();
    });
    auto *card = new Card(tr("Record of alerts"));
    card->setFlush(true);
    card->addHeaderWidget(m_count);
    card->body()->addWidget(m_stack);
    m_empty->setMessage(QStringLiteral("history"), tr("The record is being read"));
    m_stack->setCurrentWidget(m_empty);
    return card;
}

void EpisodesView::tick()
{
    const Instant now = m_context.clock.now();
    if (m_askedAt && !m_isAsking && m_hasChanged && now - *m_askedAt >= refreshPause)
        return ask();
    m_model->tick();
}

void EpisodesView::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

QList<std::pair<QString, QString>> EpisodesView::keys() const
{
    return {{tr("Up, Down"), tr("Choose a life of an alert")}, {tr("Enter"), tr("Open its alert where it still stands in the list")}, {QStringLiteral("Ctrl+C"), tr("Copy the chosen as text")}};
}

void EpisodesView::setSearch(const QString &text)
{
    m_search->setText(text);
    m_typing->stop();
    ask();
}

void EpisodesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void EpisodesView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyChosen(0);
    QWidget::keyPressEvent(event);
}

/// Where there is little room, what the detail says too makes way for names.
void EpisodesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrowWidth;
    for (const int column : {EpisodeTableModel::EndedColumn, EpisodeTableModel::OwnerColumn})
        m_table->setColumnHidden(column, isNarrow);
}

void EpisodesView::ask()
{
    m_typing->stop();
    auto search = parseEpisodeSearch(m_search->text());
    m_fault->setVisible(!search);
    if (!search) {
        // What was found before stays: it answers the search before this one.
        m_fault->setText(Format::sentence(search.error()));
        return;
    }
    const size_t span = size_t(m_span->current());
    if (span < spans.size())
        search->during = lastUntil(m_context.clock.wall(), spans[span]);
    search->limit = mostShown;
    m_isAsking = true;
    m_hasChanged = false;
    m_askedAt = m_context.clock.now();
    m_context.commands.searchEpisodes(*search, this, [this, question = ++m_question](const Result<std::vector<Episode>> &answer) {
        if (question != m_question)
            return; // an older question
        m_isAsking = false;
        showAnswer(answer);
    });
}

void EpisodesView::showAnswer(const Result<std::vector<Episode>> &answer)
{
    if (!answer) {
        m_answer.clear();
        m_model->setEpisodes({});
        m_detail->clear();
        m_count->clear();
        m_empty->setError(tr("The record cannot be read"), answer.error());
        m_empty->setNextStep({});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const Episode *before = chosen();
    const qint64 id = before ? before->id : 0;
    const bool isSame = *answer == m_answer;
    if (!isSame) {
        m_answer = *answer;
        m_model->setEpisodes(*answer);
    }
    const bool isEmpty = answer->empty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_count->setText(answer->size() >= mostShown ? tr("the newest %1; narrow the search for the others").arg(Format::count(mostShown)) : tr("%n alert(s)", nullptr, int(answer->size())));
    if (isEmpty) {
        m_detail->clear();
        const bool isNarrow = !m_search->text().isEmpty() || m_span->current() < int(spans.size());
        m_empty->setMessage(QStringLiteral("history"), tr("No alert found"),
                            isNarrow ? tr("Nothing in the record matches in this span of time.") : tr("Nothing has fired since this console keeps a record."));
        m_empty->setNextStep(isNarrow ? tr("Search the whole record") : QString());
        return;
    }
    if (!isSame || !before)
        m_table->selectRow(std::max(m_model->rowOf(id), 0));
}

const Episode *EpisodesView::chosen() const
{
    return m_model->episodeAt(m_table->currentIndex().row());
}

void EpisodesView::showDetail()
{
    const Episode *episode = chosen();
    if (!episode)
        return m_detail->clear();
    const Episode shown = *episode;
    const bool isListed = m_context.stores.alerts.find(shown.fingerprint);
    m_detail->setEpisode(shown, m_context.clock.wall(), isListed);
    EpisodeSearch search;
    search.fingerprint = shown.fingerprint;
    search.during = TimeRange{shown.startedAt, shown.endedAt.value_or(m_context.clock.wall())};
    search.withEvents = true;
    search.limit = 50;
    m_context.commands.searchEpisodes(search, this, [this, shown, isListed](const Result<std::vector<Episode>> &answer) {
        const Episode *now = chosen();
        if (!now || now->id != shown.id)
            return;
        if (!answer)
            return m_detail->setFault(Format::sentence(answer.error()));
        const auto found = std::find_if(answer->begin(), answer->end(), [&shown](const Episode &other) { return other.id == shown.id; });
        if (found != answer->end())
            m_detail->setEpisode(*found, m_context.clock.wall(), isListed);
    });
}

/// The chosen rows, or with none chosen all of them.
void EpisodesView::copyChosen(int format)
{
    std::vector<Episode> episodes;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        if (const Episode *episode = m_model->episodeAt(index.row()))
            episodes.push_back(*episode);
    if (episodes.empty())
        episodes = m_model->episodes();
    if (!episodes.empty())
        QApplication::clipboard()->setText(episodesText(episodes, EpisodeFormat(format), m_context.clock.wall()));
}

} // namespace Watchfloor
