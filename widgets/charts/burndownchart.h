#pragma once

#include "widgets/charts/chartseries.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

struct ChartFrame;

/// What is left of an error budget over its window, as ratios of the whole (1: all, 0: empty).
struct BurnDown
{
    TimeRange window;                     ///< start and end of the objective's window
    std::vector<ChartPoint> left;         ///< epoch seconds, ratio left; ascending
    WallTime now{};
    std::optional<WallTime> emptyFast{};  ///< when it is empty at the fastest current rate
    std::optional<WallTime> emptySlow{};  ///< at the slowest; absent: not within the window
    std::optional<double> freeze;         ///< below this only repairs are deployed: 0.1
    std::vector<Mark> marks;              ///< incidents and deploys; their text is shown
    State state = State::Healthy;
};

/// Actual as an area, the ideal pace dashed, the projection as a cone, the freeze line, marks on top.
class BurnDownChart final : public QWidget
{
    Q_OBJECT

public:
    explicit BurnDownChart(QWidget *parent = nullptr);
    void setBurnDown(BurnDown burnDown);
    /// The words beside the last point: "18 % left" and "empty today 03:34".
    void setCaption(const QString &left, const QString &projection);
    void setLegendShown(bool shown);
    QImage grabImage(double pixelRatio = 1);
    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChartFrame frame() const;
    void paintCone(QPainter &painter, const ChartFrame &frame) const;
    void paintIdeal(QPainter &painter, const ChartFrame &frame) const;
    void paintActual(QPainter &painter, const ChartFrame &frame) const;
    void paintFlags(QPainter &painter, const ChartFrame &frame) const;
    void paintCaption(QPainter &painter, const ChartFrame &frame) const;
    void paintLegend(QPainter &painter) const;
    QPointF lastPoint(const ChartFrame &frame) const;

    BurnDown m_burnDown;
    QString m_caption;
    QString m_projection;
    bool m_legend = false;
};

} // namespace Watchfloor
