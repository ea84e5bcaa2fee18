#include "widgets/editor/panelform.h"

#include "models/core/format.h"
#include "models/core/unitrule.h"
#include "models/frames/reducer.h"
#include "models/panels/shortform.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/editor/editorfields.h"
#include "widgets/editor/limitrows.h"
#include "widgets/panels/choicepopup.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace Watchfloor {

namespace {

constexpr int longestTitle = 500;
constexpr int longestText = 20'000;
constexpr int descriptionHeight = 56;
constexpr int textHeight = 160;
constexpr int gridColumns = 24;
constexpr int lowestRow = 10'000;
constexpr int mostDecimals = 10;
constexpr double widestLine = 10;
constexpr double unitExample = 12'345.678;
constexpr double ratioExample = 0.1234;
constexpr std::array logBases{0, 2, 10};
/// What people ask of a legend; others stay when a file has them.
constexpr std::array calculations{"lastNotNull", "last", "min", "max", "mean", "sum", "count", "first", "range", "delta", "diff", "stdDev"};

QString unitText(const QString &id)
{
    if (id.isEmpty())
        return PanelForm::tr("As it is counted");
    const double example = id == u"percentunit" ? ratioExample : unitExample;
    return QStringLiteral("%1   %2").arg(id, quantity(example, Unit{id}).text());
}

QSpinBox *spinBox(int least, int most, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMinimumHeight(Size::control);
    return box;
}

} // namespace

PanelForm::PanelForm(const QStringList &sources, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, Size::cardGap, 0);
    m_column->setSpacing(Size::cardGap);
    buildIdentity(sources);
    buildValues();
    buildStyle();
    buildLegend();
    buildPlace();
    m_column->addStretch(1);
    for (QComboBox *box : findChildren<QComboBox *>())
        connect(box, &QComboBox::currentIndexChanged, this, &PanelForm::changed);
    for (QSpinBox *box : findChildren<QSpinBox *>())
        connect(box, &QSpinBox::valueChanged, this, &PanelForm::changed);
    for (QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::toggled, this, &PanelForm::changed);
    for (QLineEdit *field : {m_title, static_cast<QLineEdit *>(m_minimum), static_cast<QLineEdit *>(m_maximum)})
        connect(field, &QLineEdit::textChanged, this, &PanelForm::changed);
    for (QPlainTextEdit *field : {m_description, m_text})
        connect(field, &QPlainTextEdit::textChanged, this, &PanelForm::changed);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &PanelForm::changed);
    connect(m_limits, &LimitRows::changed, this, &PanelForm::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PanelForm::showSections);
}

QVBoxLayout *PanelForm::addSection(const QString &title, QWidget **box)
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::unit);
    auto *caption = new TextLabel(title.toUpper(), Tone::Secondary);
    caption->setCaption();
    column->addWidget(caption);
    m_column->addWidget(section);
    if (box)
        *box = section;
    return column;
}

void PanelForm::addField(QVBoxLayout *column, const QString &label, QWidget *field)
{
    auto *text = new TextLabel(label, Tone::Secondary, TextSize::Small);
    text->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(text);
    column->addWidget(field);
}

void PanelForm::buildIdentity(const QStringList &sources)
{
    auto *column = addSection(tr("Panel"));
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_title->setMaxLength(longestTitle);
    addField(column, tr("Title"), m_title);
    QStringList kinds;
    for (const auto &[kind, name] : editableKinds())
        kinds << name;
    m_kind = makeChoice(kinds, tr("Kind"));
    m_kind->setObjectName(QStringLiteral("panelKind"));
    addField(column, tr("Kind"), m_kind);
    m_source = makeChoice({tr("The dashboard's source")}, tr("Source"));
    m_source->setObjectName(QStringLiteral("panelSource"));
    for (const QString &source : sources)
        m_source->addItem(Format::safeText(source, 60), source);
    addField(column, tr("Source"), m_source);
    m_description = new QPlainTextEdit;
    m_description->setObjectName(QStringLiteral("panelDescription"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(descriptionHeight);
    addField(column, tr("Description"), m_description);
    auto *text = addSection(tr("Text"), &m_textBox);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("panelText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    addField(text, tr("Markdown"), m_text);
}

void PanelForm::buildValues()
{
    auto *column = addSection(tr("Values"), &m_valuesBox);
    m_unitButton = new ActionButton({});
    m_unitButton->setObjectName(QStringLiteral("panelUnit"));
    m_unitButton->setMenuArrow(true);
    connect(m_unitButton, &QAbstractButton::clicked, this, &PanelForm::chooseUnit);
    addField(column, tr("Unit"), m_unitButton);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_decimals = spinBox(-1, mostDecimals, tr("Decimals"));
    m_decimals->setObjectName(QStringLiteral("panelDecimals"));
    m_decimals->setSpecialValueText(tr("automatic"));
    m_minimum = new NumberField(tr("found"));
    m_minimum->setObjectName(QStringLiteral("panelMinimum"));
    m_maximum = new NumberField(tr("found"));
    m_maximum->setObjectName(QStringLiteral("panelMaximum"));
    const auto add = [this, row](const QString &label, QWidget *field) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(Size::unit);
        addField(cell, label, field);
        row->addLayout(cell, 1);
    };
    add(tr("Decimals"), m_decimals);
    add(tr("Minimum"), m_minimum);
    add(tr("Maximum"), m_maximum);
    column->addLayout(row);
    auto *limits = addSection(tr("Thresholds"), &m_limitsBox);
    m_limits = new LimitRows;
    limits->addWidget(m_limits);
}

void PanelForm::buildStyle()
{
    auto *column = addSection(tr("Lines"), &m_styleBox);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Size::gap);
    grid->setVerticalSpacing(Size::unit);
    int at = 0;
    const auto add = [this, grid, &at](const QString &label, QWidget *field) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(Size::unit);
        addField(cell, label, field);
        grid->addLayout(cell, at / 2, at % 2);
        ++at;
    };
    m_draw = makeChoice({tr("Lines"), tr("Bars"), tr("Points")}, {});
    m_draw->setObjectName(QStringLiteral("styleDraw"));
    m_shape = makeChoice({tr("Straight"), tr("Smooth"), tr("Step before"), tr("Step after")}, {});
    m_stack = makeChoice({tr("Not stacked"), tr("Stacked"), tr("Stacked to 100 %")}, {});
    m_stack->setObjectName(QStringLiteral("styleStack"));
    m_points = makeChoice({tr("Where there is room"), tr("Always"), tr("Never")}, {});
    m_width = new QDoubleSpinBox;
    m_width->setRange(0, widestLine);
    m_width->setDecimals(1);
    m_width->setFocusPolicy(Qt::StrongFocus);
    m_width->setMinimumHeight(Size::control);
    m_fill = spinBox(0, 100, tr("Fill"));
    m_fill->setObjectName(QStringLiteral("styleFill"));
    m_fill->setSuffix(QStringLiteral(" %"));
    m_log = makeChoice({tr("Linear"), tr("Logarithmic, base 2"), tr("Logarithmic, base 10")}, {});
    m_log->setObjectName(QStringLiteral("styleLog"));
    m_negative = new QCheckBox(tr("Downwards"));
    add(tr("Drawn as"), m_draw);
    add(tr("Shape"), m_shape);
    add(tr("Width"), m_width);
    add(tr("Fill"), m_fill);
    add(tr("Stack"), m_stack);
    add(tr("Points"), m_points);
    add(tr("Axis"), m_log);
    add(tr("Direction"), m_negative);
    column->addLayout(grid);
}

void PanelForm::buildLegend()
{
    auto *column = addSection(tr("Legend"), &m_legendBox);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_legend = makeChoice({tr("List"), tr("Table"), tr("Hidden")}, tr("Legend"));
    m_legend->setObjectName(QStringLiteral("legendMode"));
    m_side = makeChoice({tr("Below"), tr("At the right")}, tr("Place of the legend"));
    row->addWidget(m_legend, 1);
    row->addWidget(m_side, 1);
    column->addLayout(row);
    m_calculationsButton = new ActionButton({});
    m_calculationsButton->setObjectName(QStringLiteral("legendValues"));
    m_calculationsButton->setMenuArrow(true);
    connect(m_calculationsButton, &QAbstractButton::clicked, this, &PanelForm::chooseCalculations);
    addField(column, tr("Values"), m_calculationsButton);
}

void PanelForm::buildPlace()
{
    auto *column = addSection(tr("Place, in 24 columns"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_place = {spinBox(0, gridColumns - 1, tr("Column")), spinBox(0, lowestRow, tr("Row")), spinBox(1, gridColumns, tr("Width")), spinBox(1, lowestRow, tr("Height"))};
    const QStringList labels{tr("Column"), tr("Row"), tr("Width"), tr("Height")};
    for (size_t i = 0; i < m_place.size(); ++i) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(Size::unit);
        m_place[i]->setObjectName(QStringLiteral("place%1").arg(i));
        addField(cell, labels[qsizetype(i)], m_place[i]);
        row->addLayout(cell, 1);
    }
    column->addLayout(row);
}

PanelKind PanelForm::kind() const
{
    return editableKinds()[size_t(std::max(m_kind->currentIndex(), 0))].first;
}

/// Only what the kind reads.
void PanelForm::showSections()
{
    const PanelKind now = kind();
    const bool asks = !asksNothing(now);
    m_textBox->setVisible(now == PanelKind::Text);
    m_valuesBox->setVisible(asks);
    m_limitsBox->setVisible(asks);
    m_styleBox->setVisible(now == PanelKind::TimeSeries);
    m_legendBox->setVisible(now == PanelKind::TimeSeries || now == PanelKind::Pie || now == PanelKind::BarChart || now == PanelKind::StateTimeline);
}

void PanelForm::setPanel(const Panel &panel)
{
    const auto kinds = editableKinds();
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&panel](const auto &one) { return one.first == panel.kind; });
    m_kind->setCurrentIndex(known == kinds.end() ? 0 : int(known - kinds.begin()));
    m_title->setText(panel.title);
    m_description->setPlainText(panel.description.left(longestText));
    m_text->setPlainText(panel.options.text.content.left(longestText));
    if (!panel.source.isEmpty() && m_source->findData(panel.source) < 0)
        m_source->addItem(Format::safeText(panel.source, 60), panel.source);
    m_source->setCurrentIndex(panel.source.isEmpty() ? 0 : m_source->findData(panel.source));
    m_unit = panel.field.unit.id;
    m_decimals->setValue(panel.field.decimals.value_or(-1));
    m_minimum->setNumber(panel.field.minimum);
    m_maximum->setNumber(panel.field.maximum);
    m_limits->setLimits(limitsOf(panel.field.thresholds));
    const SeriesStyle &style = panel.field.style;
    m_draw->setCurrentIndex(int(style.draw));
    m_shape->setCurrentIndex(int(style.interpolation));
    m_stack->setCurrentIndex(int(style.stack));
    m_points->setCurrentIndex(int(style.points));
    m_width->setValue(style.lineWidth);
    m_fill->setValue(int(std::lround(style.fillOpacity * 100)));
    const auto base = std::find(logBases.begin(), logBases.end(), int(style.logBase));
    m_log->setCurrentIndex(base == logBases.end() ? 0 : int(base - logBases.begin()));
    m_negative->setChecked(style.negativeY);
    m_legend->setCurrentIndex(int(panel.options.legend.mode));
    m_side->setCurrentIndex(panel.options.legend.atRight ? 1 : 0);
    m_calculations = panel.options.legend.calculations;
    const std::array place{panel.at.x, panel.at.y, panel.at.width, panel.at.height};
    for (size_t i = 0; i < place.size(); ++i)
        m_place[i]->setValue(place[i]);
    showUnit();
    showCalculations();
    showSections();
}

void PanelForm::applyTo(Panel &panel) const
{
    panel.title = m_title->text().trimmed();
    panel.kind = kind();
    panel.description = m_description->toPlainText().trimmed().left(longestText);
    panel.options.text.content = panel.kind == PanelKind::Text ? m_text->toPlainText().left(longestText) : QString();
    panel.source = m_source->currentData().toString();
    panel.field.unit.id = m_unit;
    panel.field.decimals = m_decimals->value() < 0 ? std::nullopt : std::optional(m_decimals->value());
    panel.field.minimum = m_minimum->number();
    panel.field.maximum = m_maximum->number();
    if (limitsOf(panel.field.thresholds) != m_limits->limits())
        panel.field.thresholds = thresholdsOf(m_limits->limits());
    SeriesStyle &style = panel.field.style;
    style.draw = DrawStyle(m_draw->currentIndex());
    style.interpolation = LineInterpolation(m_shape->currentIndex());
    style.stack = StackMode(m_stack->currentIndex());
    style.points = PointsShown(m_points->currentIndex());
    style.lineWidth = m_width->value();
    // A file may say it finer than the field does.
    if (std::lround(style.fillOpacity * 100) != m_fill->value())
        style.fillOpacity = m_fill->value() / 100.0;
    style.logBase = logBases[size_t(m_log->currentIndex())];
    style.negativeY = m_negative->isChecked();
    panel.options.legend.mode = LegendOptions::Mode(m_legend->currentIndex());
    panel.options.legend.atRight = m_side->currentIndex() == 1;
    panel.options.legend.calculations = m_calculations;
    panel.at = {m_place[0]->value(), m_place[1]->value(), std::min(m_place[2]->value(), gridColumns - m_place[0]->value()), m_place[3]->value()};
}

QString PanelForm::fault() const
{
    if (m_title->text().trimmed().isEmpty())
        return tr("A panel needs a title.");
    if (kind() == PanelKind::Text && m_text->toPlainText().trimmed().isEmpty())
        return tr("The text is empty.");
    if (!m_minimum->isValid() || !m_maximum->isValid())
        return tr("Minimum and maximum are numbers, or empty.");
    if (m_minimum->number() && m_maximum->number() && *m_minimum->number() >= *m_maximum->number())
        return tr("The maximum must be more than the minimum.");
    if (!m_limits->isValid())
        return tr("A threshold has no number.");
    return {};
}

void PanelForm::focusTitle()
{
    m_title->setFocus();
    m_title->selectAll();
}

void PanelForm::showUnit()
{
    m_unitButton->setText(Format::safeText(unitText(m_unit), 40));
}

void PanelForm::showCalculations()
{
    QStringList names;
    for (const QString &calculation : m_calculations)
        names << reducerName(calculation);
    m_calculationsButton->setText(names.isEmpty() ? tr("None") : Format::safeText(names.join(QStringLiteral(", ")), 40));
}

void PanelForm::chooseUnit()
{
    std::vector<ChoiceModel::Choice> choices{{unitText({}), {}}};
    for (const QString &id : unitIds())
        choices.push_back({unitText(id), id});
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), {m_unit}, {false, false, true});
    connect(popup, &ChoicePopup::chosen, this, [this](const QStringList &values) {
        m_unit = values.value(0).trimmed();
        showUnit();
        Q_EMIT changed();
    });
    popup->openBelow(m_unitButton);
}

void PanelForm::chooseCalculations()
{
    std::vector<ChoiceModel::Choice> choices;
    for (const char *calculation : calculations)
        choices.push_back({reducerName(QString::fromLatin1(calculation)), QString::fromLatin1(calculation)});
    for (const QString &calculation : m_calculations)
        if (std::none_of(choices.begin(), choices.end(), [&calculation](const ChoiceModel::Choice &choice) { return choice.value == calculation; }))
            choices.push_back({reducerName(calculation), calculation});
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), m_calculations, {true, false, false});
    connect(popup, &ChoicePopup::chosen, this, [this](const QStringList &values) {
        m_calculations = values;
        showCalculations();
        Q_EMIT changed();
    });
    popup->openBelow(m_calculationsButton);
}

} // namespace Watchfloor
