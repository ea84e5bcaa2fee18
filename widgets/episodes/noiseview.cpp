#include "widgets/episodes/noiseview.h"

#include "models/core/format.h"
#include "models/episodes/episodereporttext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/textlabel.h"
#include "widgets/episodes/episodecopy.h"
#include "widgets/episodes/episodelook.h"
#include "widgets/episodes/shiftbars.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QMenu>
#include <QSaveFile>
#include <QShortcut>
#include <QStackedWidget>
#include <QtConcurrent>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

enum Page { ReportPage, EmptyPage };

constexpr int mostRead = 100'000;
constexpr auto refreshPause = 60s;
constexpr std::array spans{std::chrono::hours(24), std::chrono::hours(7 * 24), std::chrono::hours(30 * 24), std::chrono::hours(90 * 24)};

class TalkerDelegate final : public CellDelegate
{
public:
    TalkerDelegate(const TalkerTableModel &model, QObject *parent)
        : CellDelegate(parent)
        , m_model(model)
    {
    }

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        const Talker *talker = m_model.talkerAt(index.row());
        if (!talker)
            return cell;
        cell.tone = index.column() == TalkerTableModel::NameColumn || index.column() == TalkerTableModel::CountColumn ? Tone::Primary : Tone::Secondary;
        if (index.column() == TalkerTableModel::SeverityColumn) {
            cell.tone = toneOf(talker->worst);
        } else if (index.column() == TalkerTableModel::ShareColumn) {
            cell.bar = talker->share;
            cell.barTone = toneOf(talker->worst);
            cell.tabular = true;
        } else if (index.column() == TalkerTableModel::NeverColumn) {
            cell.tone = Tone::Warning;
        }
        return cell;
    }

private:
    const TalkerTableModel &m_model;
};

} // namespace

NoiseView::NoiseView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new TalkerTableModel(this))
    , m_span(new SegmentedControl)
    , m_told(new TextLabel({}, Tone::Hint, TextSize::Small))
    , m_export(new ActionButton(tr("Export")))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_rest(new TextLabel({}, Tone::Secondary))
    , m_shifts(new ShiftBars)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Size::cardGap);
    inner->addWidget(buildFigures());
    inner->addWidget(buildTalkers(), 1);
    m_stack->addWidget(content);
    auto *empty = new Card;
    empty->body()->addWidget(m_empty, 1);
    m_stack->addWidget(empty);
    m_empty->setMessage(QStringLiteral("history"), tr("The record is being read"));
    m_stack->setCurrentIndex(EmptyPage);
    column->addWidget(buildHead());
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    m_head->setFocusProxy(m_span);
    // A table of its own accord copies one cell.
    auto *copies = new QShortcut(QKeySequence::Copy, m_table);
    copies->setContext(Qt::WidgetShortcut);
    connect(copies, &QShortcut::activated, this, [this] {
        if (m_report)
            copy(reportMarkdown(*m_report), tr("Markdown copied"));
    });
    connect(m_span, &SegmentedControl::currentChanged, this, &NoiseView::ask);
    connect(m_empty, &EmptyState::nextStepRequested, this, [this] {
        m_span->setCurrent(int(spans.size()) - 1);
        ask();
    });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        const Talker *talker = m_model->talkerAt(index.row());
        if (!talker)
            return;
        QString text = QStringLiteral("alertname=") + quoted(talker->name);
        if (!talker->service.isEmpty())
            text += QStringLiteral(" service=") + quoted(talker->service);
        Q_EMIT searchRequested(text);
    });
}

QWidget *NoiseView::buildHead()
{
    m_span->setObjectName(QStringLiteral("noiseSpan"));
    for (const QString &text : {tr("24 h"), tr("7 d"), tr("30 d"), tr("90 d")})
        m_span->addSegment(text);
    m_span->setCurrent(1);
    m_told->setObjectName(QStringLiteral("noiseTold"));
    m_export->setObjectName(QStringLiteral("noiseExport"));
    m_export->setIconName(QStringLiteral("export"));
    m_export->setMenuArrow(true);
    m_export->setEnabled(false);
    auto *menu = new QMenu(m_export);
    menu->addAction(tr("Save as CSV\u2026"), this, &NoiseView::save);
    menu->addAction(tr("Copy as CSV"), this, [this] { copy(reportCsv(*m_report), tr("CSV copied")); });
    menu->addAction(tr("Copy as Markdown"), this, [this] { copy(reportMarkdown(*m_report), tr("Markdown copied")); });
    menu->addAction(tr("Copy as JSON"), this, [this] { copy(reportJson(*m_report), tr("JSON copied")); });
    connect(m_export, &QPushButton::clicked, this, [this, menu] { menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
    m_head = new QWidget;
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    row->addWidget(m_span);
    row->addWidget(m_told);
    row->addStretch();
    row->addWidget(m_export);
    return m_head;
}

NoiseView::Figure NoiseView::addFigure(QHBoxLayout *row, const QString &title, const QString &what)
{
    auto *card = new Card(title, nullptr);
    card->setToolTip(what);
    Figure figure{new FigureLabel(TextSize::Figure), new TextLabel({}, Tone::Hint, TextSize::Small)};
    figure.note->setWordWrap(true);
    card->body()->setSpacing(Size::unit);
    card->body()->addWidget(figure.mean);
    card->body()->addWidget(figure.note);
    card->body()->addStretch();
    row->addWidget(card, 1);
    return figure;
}

QWidget *NoiseView::buildFigures()
{
    auto *figures = new QWidget;
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::cardGap);
    m_count = addFigure(row, tr("Alerts that fired"), tr("Lives of alerts that began to fire within the span; one that flaps is one."));
    m_detect = addFigure(row, tr("Time to detect"), tr("From the beginning of its condition until it fired, on average."));
    m_acknowledge = addFigure(row, tr("Time to acknowledge"), tr("From firing until somebody took it on, on average."));
    m_resolve = addFigure(row, tr("Time to resolve"), tr("From firing until its end, on average."));
    m_count.mean->setObjectName(QStringLiteral("noiseCount"));
    m_detect.mean->setObjectName(QStringLiteral("noiseDetect"));
    m_acknowledge.mean->setObjectName(QStringLiteral("noiseAcknowledge"));
    m_resolve.mean->setObjectName(QStringLiteral("noiseResolve"));
    return figures;
}

QWidget *NoiseView::buildTalkers()
{
    m_table->setObjectName(QStringLiteral("talkerTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TalkerDelegate(*m_model, m_table));
    m_table->setColumnWidths({220, 130, 90, 70, 120, 70, 110, 100});
    m_table->setStretchColumn(TalkerTableModel::NameColumn);
    auto *talkers = new Card(tr("The noisiest"));
    talkers->setFlush(true);
    talkers->body()->addWidget(m_table);
    m_rest->setWordWrap(true);
    auto *shifts = new Card(tr("By shift"));
    shifts->body()->setSpacing(Size::gap);
    shifts->body()->addWidget(m_shifts);
    auto *rest = new Card(tr("What else it says"));
    rest->body()->addWidget(m_rest);
    auto *side = new QVBoxLayout;
    side->setSpacing(Size::cardGap);
    side->addWidget(shifts);
    side->addWidget(rest);
    for (Card *card : {shifts, rest})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    side->addStretch(1);
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::cardGap);
    row->addWidget(talkers, 5);
    row->addLayout(side, 2);
    return widget;
}

void NoiseView::tick()
{
    if (m_askedAt && !m_isAsking && m_context.clock.now() - *m_askedAt >= refreshPause)
        ask();
}

QList<std::pair<QString, QString>> NoiseView::keys() const
{
    return {{tr("Up, Down"), tr("Choose an alert")}, {tr("Enter"), tr("Look for its lives in the record")}, {QStringLiteral("Ctrl+C"), tr("Copy the report as Markdown")}};
}

void NoiseView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void NoiseView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && m_report)
        return copy(reportMarkdown(*m_report), tr("Markdown copied"));
    QWidget::keyPressEvent(event);
}

void NoiseView::ask()
{
    EpisodeSearch search;
    const TimeRange during = lastUntil(m_context.clock.wall(), spans[size_t(std::clamp(m_span->current(), 0, int(spans.size()) - 1))]);
    search.during = during;
    search.brief = true;
    search.limit = mostRead;
    m_isAsking = true;
    m_askedAt = m_context.clock.now();
    m_context.commands.searchEpisodes(search, this, [this, during, question = ++m_question](Result<std::vector<Episode>> answer) {
        if (question != m_question)
            return; // of another span
        if (answer)
            compute(*std::move(answer), during);
        else
            showFault(answer.error());
    });
}

/// Up to 100,000 lives: not on the thread that draws.
void NoiseView::compute(std::vector<Episode> episodes, TimeRange during)
{
    auto *watcher = new QFutureWatcher<EpisodeReport>(this);
    connect(watcher, &QFutureWatcher<EpisodeReport>::finished, this, [this, watcher, question = m_question] {
        watcher->deleteLater();
        if (question == m_question)
            showReport(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([episodes = std::move(episodes), during, now = m_context.clock.wall(), shifts = m_context.stores.alerts.policy().shifts] {
        EpisodeReport report = reportOf(episodes, during, now, shifts);
        report.isCut = episodes.size() >= size_t(mostRead);
        return report;
    }));
}

void NoiseView::showFault(const Error &error)
{
    m_isAsking = false;
    m_report.reset();
    m_export->setEnabled(false);
    m_told->clear();
    m_empty->setError(tr("The record cannot be read"), error);
    m_empty->setNextStep({});
    m_stack->setCurrentIndex(EmptyPage);
}

void NoiseView::fill(const Figure &figure, const TimeFigure &value, const QString &missing)
{
    figure.mean->setText(figureText(value.mean));
    QStringList notes;
    if (value.median)
        notes << tr("median %1, of %n", nullptr, value.known).arg(figureText(value.median));
    if (value.missing > 0)
        notes << missing.arg(value.missing);
    if (notes.isEmpty())
        notes << tr("not known of any");
    figure.note->setText(notes.join(QStringLiteral(" \u00B7 ")));
}

void NoiseView::showReport(const EpisodeReport &report)
{
    m_isAsking = false;
    m_report = report;
    m_export->setEnabled(true);
    if (report.fired == 0) {
        m_told->clear();
        const bool isLongest = m_span->current() + 1 >= int(spans.size());
        m_empty->setMessage(QStringLiteral("check-circle"), tr("Nothing fired"), tr("No alert began to fire in this span of time, as far as this console kept watch."));
        m_empty->setNextStep(isLongest ? QString() : tr("Look at 90 days"));
        m_stack->setCurrentIndex(EmptyPage);
        return;
    }
    m_stack->setCurrentIndex(ReportPage);
    m_told->setText(report.isCut ? tr("of the newest %1 lives; the record has more").arg(Format::count(mostRead)) : QString());
    m_count.mean->setText(Format::count(report.fired));
    m_count.note->setText(tr("%1 open \u00B7 %2 flapped \u00B7 %3 of firing in all").arg(Format::count(report.open), Format::count(report.flapped), Format::span(report.firing)));
    fill(m_detect, report.detect, tr("%1 not known"));
    fill(m_acknowledge, report.acknowledge, tr("%1 never taken on"));
    fill(m_resolve, report.resolve, tr("%1 open, or their end not seen"));
    m_model->setTalkers(report.talkers);
    m_shifts->setShifts(report.shifts);
    const QStringList rest{tr("%n nobody ever took on.", nullptr, report.neverAcknowledged), tr("%n taken on and still firing an hour later.", nullptr, report.acknowledgedOnly),
                           tr("%n went on to the next person.", nullptr, report.escalated), tr("%n pending and gone before firing.", nullptr, report.stayedPending)};
    m_rest->setText(rest.join(u'\n'));
}

void NoiseView::copy(const QString &text, const QString &what)
{
    QApplication::clipboard()->setText(text);
    m_told->setText(what);
}

void NoiseView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"), QStringLiteral("alerts.csv"), tr("Comma separated values (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, text = reportCsv(*m_report)](const QString &path) {
        QSaveFile file(path);
        const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
        m_told->setText(isSaved ? tr("Saved as %1").arg(Format::safeText(path)) : tr("Not saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

} // namespace Watchfloor
