#include "widgets/explore/querybrowser.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QMenu>

namespace Watchfloor {

namespace {

constexpr size_t shownMetrics = 2'000;
constexpr int toolTipLimit = 500;
enum Mode { MetricsMode, HistoryMode };
enum Role { NameRole = Qt::UserRole, TypeRole };

bool fits(const QString &name, const QString &help, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive) || help.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QueryBrowser::QueryBrowser(const Clock &clock, QString historyFile, QWidget *parent)
    : Card({}, parent)
    , m_clock(clock)
    , m_file(std::move(historyFile))
    , m_history(m_file.isEmpty() ? QueryHistory() : QueryHistory::load(m_file))
    , m_mode(new SegmentedControl)
    , m_search(new SearchField(tr("Find"), QStringLiteral("/")))
    , m_list(new QListWidget)
    , m_hint(new TextLabel(tr("Asking for metrics…"), Tone::Hint, TextSize::Small))
{
    m_mode->addSegment(tr("Metrics"));
    m_mode->addSegment(tr("History"));
    m_list->setObjectName(QStringLiteral("exploreList"));
    m_list->setAccessibleName(tr("What can be asked"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_hint->setWordWrap(true);
    body()->addWidget(m_mode);
    body()->addWidget(m_search);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_hint);
    connect(m_mode, &SegmentedControl::currentChanged, this, &QueryBrowser::showList);
    connect(m_search, &QLineEdit::textChanged, this, &QueryBrowser::showList);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { take(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { take(m_list->row(item)); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &QueryBrowser::showMenu);
}

void QueryBrowser::setVocabulary(const PromVocabulary &vocabulary)
{
    m_fault.clear();
    m_vocabulary = vocabulary;
    showList();
}

void QueryBrowser::setFault(const QString &fault)
{
    m_fault = fault;
    showList();
}

void QueryBrowser::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void QueryBrowser::showList()
{
    m_list->clear();
    m_shownHistory.clear();
    if (m_mode->current() == HistoryMode)
        showHistory(m_search->text());
    else
        showMetrics(m_search->text().split(u' ', Qt::SkipEmptyParts));
}

void QueryBrowser::showHistory(const QString &wanted)
{
    m_shownHistory = m_history.matching(wanted);
    for (const size_t place : m_shownHistory) {
        const AskedQuery &asked = m_history.queries()[place];
        auto *item = new QListWidgetItem((asked.starred ? QStringLiteral("★ ") : QString()) + Format::safeText(asked.expression, 200).simplified(), m_list);
        item->setToolTip(toolTipText(QStringLiteral("%1\n%2 · %3")
                                         .arg(Format::safeText(asked.expression, toolTipLimit), Format::moment(asked.at, m_clock.wall()), Format::safeText(asked.source, 60))));
    }
    m_hint->setText(m_shownHistory.empty() ? tr("What you ask is kept here.") : tr("A right click keeps or removes one."));
}

void QueryBrowser::showMetrics(const QStringList &words)
{
    size_t found = 0;
    for (const auto &[name, metric] : m_vocabulary.metrics) {
        if (!fits(name, metric.help, words) || ++found > shownMetrics)
            continue;
        auto *item = new QListWidgetItem(Format::safeText(name, 200), m_list);
        item->setData(NameRole, name);
        item->setData(TypeRole, metric.type);
        const QString type = Format::safeText(metric.type.isEmpty() ? tr("of unknown type") : metric.type, 30);
        QStringList lines{QStringLiteral("%1 · %2").arg(Format::safeText(name, 200), type)};
        if (!metric.help.isEmpty())
            lines << Format::safeText(metric.help, toolTipLimit);
        item->setToolTip(toolTipText(lines.join(u'\n')));
    }
    if (!m_fault.isEmpty())
        m_hint->setText(m_fault);
    else if (m_vocabulary.metrics.empty())
        m_hint->setText(tr("Asking for metrics…"));
    else if (found > shownMetrics)
        m_hint->setText(tr("%1 of %2 metrics are listed; type to find others.").arg(Format::count(qint64(shownMetrics)), Format::count(qint64(found))));
    else
        m_hint->setText(tr("%n metrics", nullptr, int(found)));
}

void QueryBrowser::take(int row)
{
    if (m_mode->current() == HistoryMode) {
        if (row < 0 || size_t(row) >= m_shownHistory.size())
            return;
        const AskedQuery asked = m_history.queries()[m_shownHistory[size_t(row)]];
        Q_EMIT queryChosen(asked.source, asked.expression);
    } else if (const QListWidgetItem *item = m_list->item(row)) {
        Q_EMIT metricChosen(item->data(NameRole).toString(), item->data(TypeRole).toString());
    }
}

void QueryBrowser::showMenu(QPoint position)
{
    const int row = m_list->row(m_list->itemAt(position));
    if (m_mode->current() != HistoryMode || row < 0 || size_t(row) >= m_shownHistory.size())
        return;
    const size_t asked = m_shownHistory[size_t(row)];
    const bool starred = m_history.queries()[asked].starred;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(starred ? tr("Keep no longer") : tr("Keep"), this, [this, asked, starred] {
        m_history.setStarred(asked, !starred);
        save();
    });
    menu->addAction(tr("Remove"), this, [this, asked] {
        m_history.remove(asked);
        save();
    });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void QueryBrowser::keep(const QString &source, const QString &expression)
{
    m_history.add(source, expression, m_clock.wall());
    save();
}

void QueryBrowser::save()
{
    if (!m_file.isEmpty())
        if (const auto saved = m_history.save(m_file); !saved)
            Q_EMIT failed(saved.error());
    if (m_mode->current() == HistoryMode)
        showList();
}

} // namespace Watchfloor
