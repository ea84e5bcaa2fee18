#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

class TextLabel;

/// A number with its unit in tabular figures: "4.71" large and "%" small on the same base line. Absent shows a dash.
class FigureLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureLabel(TextSize size = TextSize::Figure, QWidget *parent = nullptr);
    void setQuantity(const std::optional<Quantity> &quantity);
    /// Any short text as the number, with a suffix: "03:34" "today, in 22 min".
    void setText(const QString &number, const QString &suffix = {});
    void setTone(Tone tone);
    void setTextSize(TextSize size, double scale = 1);
    void setAlignment(Qt::Alignment alignment);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_number;
    QString m_suffix;
    TextSize m_size;
    double m_scale = 1;
    Tone m_tone = Tone::Primary;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

/// A line without axes, from the least to the greatest value, NaN a gap; with a dashed limit line.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);
    void setValues(std::vector<double> values);
    void setLimit(std::optional<double> limit);
    /// Accent unless told otherwise: the colour of what the line says.
    void setTone(Tone tone);
    void setFilled(bool filled);
    QSize sizeHint() const override { return {120, 28}; }
    QSize minimumSizeHint() const override { return {24, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
    std::optional<double> m_limit;
    Tone m_tone = Tone::Accent;
    bool m_filled = true;
};

/// How much of a budget is left, with a tick where an even pace would be and, where an action would cost some, what it costs.
class BudgetBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetBar(QWidget *parent = nullptr);
    /// `left` between 0 and 1; absent draws an empty track. Stale and blind are hatched.
    void setLeft(std::optional<double> left, State state);
    void setPace(std::optional<double> pace);
    void setAfter(std::optional<double> after);
    void setThickness(int pixels);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {24, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_left;
    std::optional<double> m_pace;
    std::optional<double> m_after;
    State m_state = State::Blind;
    int m_thickness;
};

/// Draws such a bar anywhere, for delegates.
void paintBudgetBar(QPainter &painter, const QRectF &rect, double left, State state, const Theme &theme,
                    std::optional<double> pace = {}, std::optional<double> after = {});
/// Draws such a line anywhere, for delegates and tiles.
void paintSparkline(QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &color, bool filled,
                    std::optional<double> limit = {}, const QColor &limitColor = {});

/// A label, a large number with its unit, a sparkline.
class StatTile final : public QWidget
{
    Q_OBJECT

public:
    explicit StatTile(const QString &label = {}, TextSize size = TextSize::Figure, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setQuantity(const std::optional<Quantity> &quantity);
    /// Colours number and line; healthy stays plain.
    void setState(State state);
    void setValues(std::vector<double> values, std::optional<double> limit = {});
    /// As a card of its own, or bare inside one.
    void setFramed(bool framed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_label;
    FigureLabel *m_figure;
    Sparkline *m_line;
    State m_state = State::Healthy;
    bool m_framed = false;
};

} // namespace Watchfloor
