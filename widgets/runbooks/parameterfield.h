#pragma once

#include "models/runbooks/runbook.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Watchfloor {

class ElidedLabel;
class TextLabel;

/// One parameter of a runbook: its name, a field or a list of choices, and whether the value fits, told while it is typed.
class ParameterField final : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterField(const RunbookParameter &parameter, QWidget *parent = nullptr);

    const RunbookParameter &parameter() const { return m_parameter; }
    QString value() const;
    void setValue(const QString &value);
    /// Empty when the value fits, else what is wrong with it.
    QString fault() const;
    /// Lines of which the first word is the value.
    void setChoices(const QStringList &lines);
    void setChoicesError(const Error &error);
    /// Takes the keyboard.
    void edit();

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void handleEdit();
    QString choiceLine() const;

    RunbookParameter m_parameter;
    QComboBox *m_combo = nullptr;
    QLineEdit *m_edit = nullptr;
    ElidedLabel *m_hint;
    QString m_choicesFault;
    bool m_waiting = false;
};

} // namespace Watchfloor
