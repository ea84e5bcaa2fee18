#include "widgets/alerts/filterbar.h"

#include "models/core/format.h"
#include "widgets/alerts/savedfilters.h"
#include "widgets/controls/buttons.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace Watchfloor {

namespace {
constexpr size_t mostLabels = 24;
constexpr qsizetype mostLevels = 4;
}

FilterBar::FilterBar(const PageContext &context, AlertRowsModel &rows, FilterCompletion &completion, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_completion(completion)
    , m_field(new FilterField(completion))
    , m_saved(new SavedFilters(context))
    , m_grouping(new SegmentedControl)
    , m_groupingMenu(new IconButton(QStringLiteral("chevron-down"), tr("Group by…")))
    , m_columns(new IconButton(QStringLiteral("columns"), tr("Columns")))
    , m_silence(new ActionButton(tr("Silence these…")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    m_field->setObjectName(QStringLiteral("alertFilter"));
    m_field->addTrailing(m_saved);
    m_grouping->setObjectName(QStringLiteral("grouping"));
    m_grouping->addSegment(tr("Flat"), QStringLiteral("list"), tr("One list, worst first"));
    m_grouping->addSegment(tr("By service"), QStringLiteral("tree"), tr("Under headings"));
    m_groupingMenu->setObjectName(QStringLiteral("groupingMenu"));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setFixedSize(Size::control, Size::control); // on a line with its neighbours
    m_silence->setObjectName(QStringLiteral("silenceThese"));
    m_silence->setIconName(QStringLiteral("bell-off"));
    row->addWidget(m_field, 1);
    auto *groups = new QHBoxLayout;
    groups->setSpacing(2);
    groups->addWidget(m_grouping);
    groups->addWidget(m_groupingMenu);
    row->addLayout(groups);
    row->addWidget(m_columns);
    row->addWidget(m_silence);
    for (int i = 1; i < row->count(); ++i)
        row->itemAt(i)->setAlignment(Qt::AlignTop);
    connect(m_field, &FilterField::filterChanged, this, [this] {
        m_saved->setTerms(m_field->terms());
        Q_EMIT filterChanged();
    });
    connect(m_field, &FilterField::saveRequested, m_saved, &SavedFilters::askToSave);
    connect(m_saved, &SavedFilters::chosen, this, [this](const QStringList &terms) {
        m_field->edit()->clear();
        m_field->setTerms(terms);
    });
    connect(m_grouping, &SegmentedControl::currentChanged, this, [this](int index) { setGrouping(index == 1 ? m_lastGrouping : QStringList()); });
    connect(m_groupingMenu, &IconButton::clicked, this, &FilterBar::showGroupingMenu);
    connect(m_columns, &IconButton::clicked, this, [this] { Q_EMIT columnsRequested(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_silence, &ActionButton::clicked, this, &FilterBar::silenceRequested);
    showGrouping();
}

QString FilterBar::savedName() const
{
    return m_saved->current();
}

void FilterBar::addTrailing(QWidget *widget)
{
    layout()->addWidget(widget);
    layout()->setAlignment(widget, Qt::AlignTop);
}

void FilterBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_saved->setNarrow(narrow);
    m_field->setHint(narrow ? tr("Add a matcher…") : tr("Add a matcher, or words to look for…"));
    m_silence->setText(narrow ? tr("Silence…") : tr("Silence these…"));
    showGrouping();
}

void FilterBar::setGrouping(const QStringList &by)
{
    if (!by.isEmpty())
        m_lastGrouping = by;
    const bool changed = by != m_rows.grouping();
    m_rows.setGrouping(by);
    showGrouping();
    if (changed)
        Q_EMIT groupingChanged();
}

void FilterBar::showGrouping()
{
    QStringList words;
    for (const QString &by : m_lastGrouping)
        words << AlertCells::groupingWord(by);
    m_grouping->setSegmentText(0, m_narrow ? QString() : tr("Flat"));
    m_grouping->setSegmentText(1, m_narrow ? QString() : tr("By %1", "grouped").arg(words.join(QStringLiteral(", "))));
    m_grouping->setCurrent(m_rows.grouping().isEmpty() ? 0 : 1);
}

void FilterBar::addGrouping(QMenu &menu, const QString &by)
{
    QString word = AlertCells::groupingWord(by);
    QAction *action = menu.addAction(word.replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(m_rows.grouping().contains(by));
    action->setEnabled(action->isChecked() || m_rows.grouping().size() < mostLevels);
    connect(action, &QAction::toggled, this, [this, by](bool chosen) {
        QStringList grouping = m_rows.grouping();
        if (chosen)
            grouping << by;
        else
            grouping.removeAll(by);
        setGrouping(grouping);
    });
}

/// Several may hold at once: what is chosen comes behind what was.
void FilterBar::showGroupingMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("groupingChoices"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList fixed{QStringLiteral("service"), QStringLiteral("@severity"), QStringLiteral("@state"), QStringLiteral("@origin"), QStringLiteral("@cluster")};
    for (const QString &by : fixed)
        addGrouping(*menu, by);
    menu->addSeparator();
    size_t shown = 0;
    for (const auto &[name, alerts] : m_completion.labelNames())
        if (!fixed.contains(name) && shown++ < mostLabels)
            addGrouping(*menu, name);
    menu->addSeparator();
    menu->addAction(tr("Fold all"), this, [this] { m_rows.foldAll(true); });
    menu->addAction(tr("Unfold all"), this, [this] { m_rows.foldAll(false); });
    menu->popup(m_groupingMenu->mapToGlobal(QPoint(0, m_groupingMenu->height())));
}

} // namespace Watchfloor
