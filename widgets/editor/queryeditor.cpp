#include "widgets/editor/queryeditor.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/textlabel.h"
#include "widgets/editor/editorfields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
constexpr int longestWord = 500;
constexpr int stepWidth = 76;

struct Comparison
{
    std::chrono::milliseconds back;
    const char *text;
};
constexpr std::array comparisons{Comparison{0ms, QT_TRANSLATE_NOOP("Watchfloor::QueryEditor", "Compared with nothing")}, Comparison{1h, QT_TRANSLATE_NOOP("Watchfloor::QueryEditor", "Beside the hour before")},
                                 Comparison{24h, QT_TRANSLATE_NOOP("Watchfloor::QueryEditor", "Beside the same time yesterday")},
                                 Comparison{7 * 24h, QT_TRANSLATE_NOOP("Watchfloor::QueryEditor", "Beside the same time last week")}};

} // namespace

QueryEditor::QueryEditor(const QStringList &sources, QWidget *parent)
    : Card({}, parent)
    , m_edit(new PromEdit)
    , m_fault(new TextLabel({}, Tone::Warning, TextSize::Small))
    , m_up(new IconButton(QStringLiteral("arrow-up"), tr("One place up")))
    , m_down(new IconButton(QStringLiteral("arrow-down"), tr("One place down")))
{
    auto *remove = new IconButton(QStringLiteral("trash"), tr("Remove this query"));
    remove->setObjectName(QStringLiteral("removeQuery"));
    addHeaderWidget(m_up);
    addHeaderWidget(m_down);
    addHeaderWidget(remove);
    m_source = makeChoice({tr("The panel's source")}, tr("Source of this query"));
    for (const QString &source : sources)
        m_source->addItem(Format::safeText(source, 60), source);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    body()->setSpacing(Size::unit);
    body()->addWidget(m_edit);
    m_fault->setWordWrap(true);
    m_fault->hide();
    body()->addWidget(m_fault);
    body()->addWidget(buildOptions());
    connect(m_edit, &PromEdit::faultChanged, this, &QueryEditor::showFault);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &QueryEditor::changed);
    connect(m_up, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(remove, &QAbstractButton::clicked, this, &QueryEditor::removeRequested);
}

QWidget *QueryEditor::buildOptions()
{
    auto *options = new QWidget;
    auto *grid = new QGridLayout(options);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Size::gap);
    grid->setVerticalSpacing(Size::unit);
    m_legend = new QLineEdit;
    m_legend->setObjectName(QStringLiteral("legend"));
    m_legend->setMaxLength(longestWord);
    m_legend->setPlaceholderText(tr("Names of the series: {{service}}"));
    m_legend->setAccessibleName(tr("Names of the series"));
    m_step = new QLineEdit;
    m_step->setObjectName(QStringLiteral("step"));
    m_step->setMaxLength(longestWord);
    m_step->setFixedWidth(stepWidth);
    m_step->setPlaceholderText(tr("step"));
    m_step->setToolTip(tr("The least step: 30s, 5m; empty: as fine as is seen"));
    m_step->setAccessibleName(tr("Least step"));
    QStringList words;
    for (const Comparison &comparison : comparisons)
        words << tr(comparison.text);
    m_compare = makeChoice(words, tr("Compare with"));
    m_compare->setToolTip(tr("What it is compared with, drawn dashed"));
    grid->addWidget(m_legend, 0, 0, 1, 2);
    grid->addWidget(m_step, 0, 2);
    grid->addWidget(m_source, 1, 0);
    grid->addWidget(m_compare, 1, 1, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *flags = new QHBoxLayout;
    flags->setSpacing(Size::cardGap);
    m_table = new QCheckBox(tr("Table"));
    m_table->setToolTip(tr("Rows with a column a label instead of series"));
    m_exemplars = new QCheckBox(tr("Exemplars"));
    m_exemplars->setToolTip(tr("Marks that lead to traces"));
    m_hidden = new QCheckBox(tr("Hidden"));
    m_hidden->setToolTip(tr("Not asked and not shown"));
    for (QCheckBox *box : {m_table, m_exemplars, m_hidden}) {
        flags->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &QueryEditor::changed);
    }
    flags->addStretch(1);
    grid->addLayout(flags, 2, 0, 1, 3);
    connect(m_legend, &QLineEdit::textChanged, this, &QueryEditor::changed);
    connect(m_step, &QLineEdit::textChanged, this, &QueryEditor::changed);
    connect(m_source, &QComboBox::currentIndexChanged, this, &QueryEditor::changed);
    connect(m_compare, &QComboBox::currentIndexChanged, this, &QueryEditor::changed);
    return options;
}

void QueryEditor::setQuery(const PanelQuery &query)
{
    m_query = query;
    m_edit->setExpression(query.expression);
    m_legend->setText(query.legend);
    m_step->setText(query.minimumStep);
    if (m_source->findData(query.source) < 0 && !query.source.isEmpty())
        m_source->addItem(Format::safeText(query.source, 60), query.source);
    m_source->setCurrentIndex(query.source.isEmpty() ? 0 : m_source->findData(query.source));
    // A span that is not among the usual ones stands as it is written.
    const auto usual = std::find_if(comparisons.begin(), comparisons.end(), [&query](const Comparison &one) { return one.back == query.compare; });
    if (usual == comparisons.end() && m_compare->count() == int(comparisons.size()))
        m_compare->addItem(tr("Beside %1 before").arg(durationText(query.compare)));
    m_compare->setCurrentIndex(usual == comparisons.end() ? int(comparisons.size()) : int(usual - comparisons.begin()));
    m_table->setChecked(query.format == PanelQuery::Format::Table);
    m_exemplars->setChecked(query.exemplars);
    m_hidden->setChecked(query.hidden);
}

PanelQuery QueryEditor::query() const
{
    PanelQuery query = m_query;
    query.expression = m_edit->expression();
    query.legend = m_legend->text().trimmed();
    query.minimumStep = m_step->text().trimmed();
    query.source = m_source->currentData().toString();
    if (size_t(m_compare->currentIndex()) < comparisons.size())
        query.compare = comparisons[size_t(m_compare->currentIndex())].back;
    if (m_table->isChecked() != (query.format == PanelQuery::Format::Table))
        query.format = m_table->isChecked() ? PanelQuery::Format::Table : PanelQuery::Format::TimeSeries;
    query.exemplars = m_exemplars->isChecked();
    query.hidden = m_hidden->isChecked();
    return query;
}

void QueryEditor::setPlace(size_t index, size_t count)
{
    setTitle(tr("Query %1").arg(queryLetter(index)));
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
}

bool QueryEditor::hasGoodStep() const
{
    const QString step = m_step->text().trimmed();
    return step.isEmpty() || step.startsWith(u'$') || parseDuration(step);
}

bool QueryEditor::canBeAsked() const
{
    return m_edit->fault().isEmpty() && !m_edit->expression().isEmpty() && hasGoodStep();
}

void QueryEditor::showFault(const QString &fault)
{
    m_fault->setText(Format::safeText(fault, 300));
    m_fault->setVisible(!fault.isEmpty());
}

} // namespace Watchfloor
