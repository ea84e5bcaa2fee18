#pragma once

#include "models/panels/panel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class LimitRows;
class NumberField;

/// Everything of a panel but its queries: what it is, how its values are shown, its limits, how its lines are drawn, its legend and its place.
class PanelForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelForm(const QStringList &sources, QWidget *parent = nullptr);

    void setPanel(const Panel &panel);
    /// Writes what the form says into the panel; what it does not speak of stays.
    void applyTo(Panel &panel) const;
    /// What cannot be kept as it stands, as a sentence; empty: nothing.
    QString fault() const;
    void focusTitle();

Q_SIGNALS:
    void changed();

private:
    QVBoxLayout *addSection(const QString &title, QWidget **box = nullptr);
    void addField(QVBoxLayout *column, const QString &label, QWidget *field);
    void buildIdentity(const QStringList &sources);
    void buildValues();
    void buildStyle();
    void buildLegend();
    void buildPlace();
    void showUnit();
    void showCalculations();
    void chooseUnit();
    void chooseCalculations();
    void showSections();
    PanelKind kind() const;

    QVBoxLayout *m_column;
    QLineEdit *m_title = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_source = nullptr;
    QWidget *m_textBox = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QString m_unit;
    QWidget *m_valuesBox = nullptr;
    ActionButton *m_unitButton = nullptr;
    QSpinBox *m_decimals = nullptr;
    NumberField *m_minimum = nullptr;
    NumberField *m_maximum = nullptr;
    QWidget *m_limitsBox = nullptr;
    LimitRows *m_limits = nullptr;
    QWidget *m_styleBox = nullptr;
    QComboBox *m_draw = nullptr;
    QComboBox *m_shape = nullptr;
    QComboBox *m_stack = nullptr;
    QComboBox *m_points = nullptr;
    QComboBox *m_log = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QSpinBox *m_fill = nullptr;
    QCheckBox *m_negative = nullptr;
    QWidget *m_legendBox = nullptr;
    QComboBox *m_legend = nullptr;
    QComboBox *m_side = nullptr;
    QStringList m_calculations;
    ActionButton *m_calculationsButton = nullptr;
    std::array<QSpinBox *, 4> m_place{}; ///< x, y, width, height
};

} // namespace Watchfloor
