#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"
#include "widgets/charts/chartwidget.h"

#include <optional>

namespace Watchfloor {

/// Figures with their names and a line of what they were, as many as there are, in a grid that fills the room with type as large as fits.
class StatGrid final : public ChartWidget
{
    Q_OBJECT

public:
    struct Stat
    {
        QString name{};
        Quantity shown{};             ///< an empty number is a dash
        State state = State::Healthy; ///< stale and blind are hatched; others colour the figure where `color` is invalid
        QColor color{};               ///< of figure or ground; invalid: by state, healthy plain
        std::vector<double> line{};   ///< NaN a gap; empty: none
        std::optional<double> change{}; ///< since the first of the line, as a share: 0.12 is 12 % more
    };
    enum class ColorMode { None, Value, Background, BackgroundSolid };
    enum class TextMode { Auto, Value, ValueAndName, Name, None }; ///< Auto: the name where there are several
    enum class Arrangement { Auto, Row, Column };
    struct Look
    {
        ColorMode colorMode = ColorMode::Value;
        TextMode textMode = TextMode::Auto;
        Arrangement arrangement = Arrangement::Auto;
        bool graph = true;
        bool centered = false; ///< a single figure is centred in any case where there is no line
    };

    explicit StatGrid(QWidget *parent = nullptr);
    void setStats(std::vector<Stat> stats);
    void setLook(const Look &look);

    QSize sizeHint() const override { return {200, 96}; }
    QSize minimumSizeHint() const override { return {48, 28}; }

protected:
    bool isEmpty() const override { return m_stats.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_stats.size()); }
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;

private:
    struct Type;
    Type typeFor(QSizeF box) const;
    void fitType(Type &type, double width, double room) const;
    QSize grid(QSizeF size) const;
    QRectF cell(int item, QSizeF size) const;
    bool named() const;
    bool tiled() const;
    void paintStat(QPainter &painter, const Stat &stat, const QRectF &box, const Type &type) const;
    void paintWords(QPainter &painter, const Stat &stat, const QRectF &area, const Type &type, const QColor &nameColor, const QColor &figureColor) const;

    std::vector<Stat> m_stats;
    Look m_look;
};

} // namespace Watchfloor
