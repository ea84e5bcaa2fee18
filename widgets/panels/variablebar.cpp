#include "widgets/panels/variablebar.h"

#include "models/core/format.h"
#include "models/core/matcher.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/panels/choicepopup.h"
#include "widgets/theme/sizes.h"

#include <QLineEdit>

namespace Watchfloor {

namespace {

constexpr int shownLetters = 40;
constexpr int editWidth = 140;
constexpr int chipsWidth = 260;

bool isChoice(Variable::Kind kind)
{
    return kind == Variable::Kind::Query || kind == Variable::Kind::Custom || kind == Variable::Kind::Interval || kind == Variable::Kind::DataSource;
}

QString textOf(const VariableBoard::Entry &entry)
{
    QStringList texts;
    for (const QString &value : entry.chosen) {
        const auto option = std::find_if(entry.options.begin(), entry.options.end(), [&value](const Variable::Option &one) { return one.value == value; });
        texts << (value == allChoice ? VariableBar::tr("All") : value == automaticChoice ? VariableBar::tr("auto") : option == entry.options.end() ? value : option->text);
    }
    return Format::safeText(texts.join(QStringLiteral(", ")), shownLetters);
}

} // namespace

std::optional<Variable::Filter> filterOf(const QString &text)
{
    const auto matcher = parseMatcher(text);
    if (!matcher)
        return std::nullopt;
    static const std::map<Matcher::Operator, QString> operators{{Matcher::Operator::Equal, QStringLiteral("=")},
                                                                {Matcher::Operator::NotEqual, QStringLiteral("!=")},
                                                                {Matcher::Operator::Matches, QStringLiteral("=~")},
                                                                {Matcher::Operator::NotMatches, QStringLiteral("!~")}};
    return Variable::Filter{matcher->name(), operators.at(matcher->op()), {matcher->value()}};
}

QString filterText(const Variable::Filter &filter)
{
    return filter.label + filter.op + quoted(filter.values.join(u'|'));
}

VariableBar::VariableBar(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, Size::gap))
{
}

void VariableBar::setEntries(const std::vector<VariableBoard::Entry> &entries)
{
    const auto namesOf = [](const auto &list, const auto &nameOf) {
        QStringList names;
        for (const auto &one : list)
            if (const QString name = nameOf(one); !name.isEmpty())
                names << name;
        return names;
    };
    const auto shown = [](const VariableBoard::Entry &entry) {
        return entry.variable.hidden || entry.variable.kind == Variable::Kind::Constant ? QString() : entry.variable.name;
    };
    m_entries = entries;
    if (namesOf(entries, shown) != namesOf(m_controls, [](const Control &control) { return control.name; })) {
        for (const Control &control : m_controls)
            for (QWidget *widget : {static_cast<QWidget *>(control.label), static_cast<QWidget *>(control.button), static_cast<QWidget *>(control.edit),
                                    static_cast<QWidget *>(control.chips)})
                delete widget;
        m_controls.clear();
        for (const VariableBoard::Entry &entry : entries)
            if (!shown(entry).isEmpty())
                m_controls.push_back(makeControl(entry.variable));
    }
    for (const Control &control : m_controls)
        for (const VariableBoard::Entry &entry : entries)
            if (entry.variable.name == control.name)
                showEntry(control, entry);
    setVisible(!m_controls.empty());
}

VariableBar::Control VariableBar::makeControl(const Variable &variable)
{
    Control control;
    control.name = variable.name;
    const QString label = Format::safeText(variable.label.isEmpty() ? variable.name : variable.label, shownLetters);
    if (isChoice(variable.kind)) {
        control.button = new ActionButton(label);
        control.button->setObjectName(QStringLiteral("variable/") + variable.name);
        control.button->setMenuArrow(true);
        m_flow->addWidget(control.button);
        connect(control.button, &ActionButton::clicked, this, [this, name = variable.name] { openChoices(name); });
        return control;
    }
    if (!variable.labelHidden) {
        control.label = new TextLabel(label, Tone::Secondary);
        control.label->setFixedHeight(Size::control);
        m_flow->addWidget(control.label);
    }
    if (variable.kind == Variable::Kind::AdHoc) {
        control.chips = new ChipField(tr("label=\"value\""));
        control.chips->setObjectName(QStringLiteral("variable/") + variable.name);
        control.chips->setFixedWidth(chipsWidth);
        control.chips->setValidator([](const QString &text) { return filterOf(text) ? QString() : tr("A filter is a label, one of = != =~ !~, and a value."); });
        m_flow->addWidget(control.chips);
        connect(control.chips, &ChipField::chipsChanged, this, [this, name = variable.name](const QStringList &chips) {
            std::vector<Variable::Filter> filters;
            for (const QString &chip : chips)
                if (const auto filter = filterOf(chip))
                    filters.push_back(*filter);
            Q_EMIT filtersChanged(name, filters);
        });
        return control;
    }
    control.edit = new QLineEdit;
    control.edit->setObjectName(QStringLiteral("variable/") + variable.name);
    control.edit->setFixedSize(editWidth, Size::control);
    control.edit->setMaxLength(1'000);
    control.edit->setAccessibleName(label);
    m_flow->addWidget(control.edit);
    connect(control.edit, &QLineEdit::editingFinished, this, [this, name = variable.name, edit = control.edit] { Q_EMIT chosen(name, {edit->text()}); });
    return control;
}

void VariableBar::showEntry(const Control &control, const VariableBoard::Entry &entry)
{
    if (control.button) {
        const QString label = Format::safeText(entry.variable.label.isEmpty() ? entry.variable.name : entry.variable.label, shownLetters);
        const QString text = entry.waiting && entry.chosen.isEmpty() ? tr("…") : textOf(entry);
        control.button->setText(QString(entry.variable.labelHidden ? text : QStringLiteral("%1: %2").arg(label, text)).replace(u'&', QStringLiteral("&&")));
        control.button->setToolTip(entry.fault ? toolTipText(Format::sentence(*entry.fault)) : QString());
        control.button->setIconName(entry.fault ? QStringLiteral("failed") : QString());
    } else if (control.edit && !control.edit->hasFocus()) {
        control.edit->setText(entry.chosen.value(0));
    } else if (control.chips) {
        QStringList chips;
        for (const Variable::Filter &filter : entry.variable.filters)
            chips << filterText(filter);
        if (chips != control.chips->chips() && !control.chips->edit()->hasFocus())
            control.chips->setChips(chips);
    }
}

void VariableBar::openChoices(const QString &name)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&name](const VariableBoard::Entry &one) { return one.variable.name == name; });
    const auto control = std::find_if(m_controls.begin(), m_controls.end(), [&name](const Control &one) { return one.name == name; });
    if (entry == m_entries.end() || control == m_controls.end() || !control->button)
        return;
    const Variable &variable = entry->variable;
    std::vector<ChoiceModel::Choice> choices;
    if (variable.kind == Variable::Kind::Interval && variable.automatic)
        choices.push_back({tr("auto"), automaticChoice});
    for (const Variable::Option &option : entry->options)
        choices.push_back({option.text, option.value});
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), entry->chosen, {variable.multi, variable.includeAll, variable.kind == Variable::Kind::Query || variable.kind == Variable::Kind::Custom});
    connect(popup, &ChoicePopup::chosen, this, [this, name](const QStringList &values) { Q_EMIT chosen(name, values); });
    popup->openBelow(control->button);
}

} // namespace Watchfloor
