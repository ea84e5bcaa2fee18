#pragma once

#include "models/panels/variableboard.h"

#include <QWidget>

class QLineEdit;

namespace Watchfloor {

class ActionButton;
class ChipField;
class FlowLayout;
class TextLabel;

/// A control for each variable of a dashboard: a list to choose from, a field to type into, or chips of filters.
class VariableBar final : public QWidget
{
    Q_OBJECT

public:
    explicit VariableBar(QWidget *parent = nullptr);
    /// Controls are made for the variables, and show what each offers and what is chosen.
    void setEntries(const std::vector<VariableBoard::Entry> &entries);
    void openChoices(const QString &name);

Q_SIGNALS:
    void chosen(const QString &name, const QStringList &values);
    void filtersChanged(const QString &name, const std::vector<Watchfloor::Variable::Filter> &filters);

private:
    struct Control
    {
        QString name;
        TextLabel *label = nullptr;
        ActionButton *button = nullptr;
        QLineEdit *edit = nullptr;
        ChipField *chips = nullptr;
    };
    Control makeControl(const Variable &variable);
    void showEntry(const Control &control, const VariableBoard::Entry &entry);

    FlowLayout *m_flow;
    std::vector<Control> m_controls;
    std::vector<VariableBoard::Entry> m_entries;
};

/// A filter as a person writes it: label="value", label=~"pattern"; absent where it is none.
std::optional<Variable::Filter> filterOf(const QString &text);
QString filterText(const Variable::Filter &filter);

} // namespace Watchfloor
