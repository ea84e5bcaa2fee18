#pragma once

#include "widgets/charts/chartaxis.h"
#include "widgets/charts/chartseries.h"

#include <QImage>
#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

namespace Watchfloor {

class CrosshairGroup;

/// Lines over time. Qt Charts draws axes and grid; the lines are decimated and made into an image in a worker and handed over by
/// a swap. A chart that is not visible draws nothing until it is.
class TimeChart final : public QWidget
{
    Q_OBJECT

public:
    enum class Legend { None, Names, Table };
    enum class Placement { Bottom, Right };
    /// Given: the next of the series' own figures.
    enum class Figure { Last, Minimum, Maximum, Mean, Sum, Given };
    struct LegendColumn
    {
        Figure figure = Figure::Last;
        QString title; ///< empty: the figure's name
        bool operator==(const LegendColumn &) const = default;
    };
    struct LegendOptions
    {
        Legend mode = Legend::Names;
        Placement placement = Placement::Bottom;
        std::vector<LegendColumn> columns; ///< of the table; of a list what stands beside the names
        int sortedBy = -1;                 ///< a column; -1: in the order of the series
        bool descending = true;
        int width = 0;                     ///< at the right; 0: as the names need, at most a third
        bool operator==(const LegendOptions &) const = default;
    };
    enum class Tooltip { Single, All, None };
    /// Nearest: to the pointer, first.
    enum class TooltipOrder { Nearest, AsIs, Ascending, Descending };

    explicit TimeChart(QWidget *parent = nullptr);
    ~TimeChart() override;

    void setSeries(std::vector<ChartSeries> series);
    /// The span of the time axis; without one it is that of the data.
    void setRange(TimeRange range);
    void setUnit(const Unit &unit, int decimals = -1);
    void setThresholds(std::vector<ChartThreshold> thresholds);
    void setSpans(std::vector<ChartSpan> spans);
    void setMarks(std::vector<Mark> marks);
    void setExemplars(std::vector<ChartExemplar> exemplars);
    /// All of one value axis at once; unit, bounds and logarithmic below are the left one's in short.
    void setAxis(AxisSide side, const ChartAxis &axis);
    /// Fixed ends of the value axis; absent follows the data.
    void setValueBounds(std::optional<double> minimum, std::optional<double> maximum);
    /// Powers of ten; what is zero or less lies on the bottom.
    void setLogarithmic(bool logarithmic);
    /// Names with their last values, or a table of last, least, greatest and mean.
    void setLegend(Legend legend);
    void setLegendOptions(const LegendOptions &options);
    void setTooltip(Tooltip tooltip, TooltipOrder order = TooltipOrder::Nearest);
    /// A dot and the value at the last sample of the only series: "4.71 %".
    void setLastValueShown(bool shown);
    /// A vertical line with its text, "now 03:12:44".
    void setNow(std::optional<WallTime> now, const QString &label = {});
    /// Stale and blind lie as a hatch over the plot, with the reason in words.
    void setState(State state, const QString &reason = {});
    /// What stands in the plot when there is no series: a sentence, never an empty rectangle.
    void setEmptyText(const QString &text);

    /// Draws on the calling thread instead of a worker; for snapshots, reports and tests.
    void setSynchronous(bool synchronous);
    /// The whole chart as it would be painted now, lines included, whether it is visible or not.
    QImage grabImage(double pixelRatio = 1);
    /// The same with lines, text and axes as vectors.
    QByteArray svg();
    /// Draws the whole chart into `target` as vectors: for printers and reports. Colours are those of the theme it stands in.
    void paintVector(QPainter &painter, const QRectF &target);

    /// The crosshair of charts that share a time axis; absent hides it.
    void setCursor(std::optional<WallTime> time);
    /// Follows and leads the crosshair of all charts in `group`, which has to live longer; null: on its own.
    void setCrosshairGroup(CrosshairGroup *group);
    /// Series by name that a person switched off: greyed in the legend, absent from plot and axes.
    void setHidden(const QSet<QString> &names);
    QSet<QString> hidden() const;
    /// Only this series in full colour; -1: all.
    void setIsolated(int index);
    int isolated() const;

    int paintCount() const;  ///< how often the image of the lines was painted
    int rasterCount() const; ///< how often it was made
    QRectF plotArea() const; ///< in this widget's pixels

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

Q_SIGNALS:
    /// Dragged over a span: show that.
    void zoomRequested(const Watchfloor::TimeRange &range);
    /// Double-clicked: one zoom back, to what it was before.
    void zoomResetRequested();
    /// Moved along without changing its length.
    void panRequested(const Watchfloor::TimeRange &range);
    /// The pointer stands at this moment; absent when it left.
    void cursorMoved(std::optional<Watchfloor::WallTime> time);
    void markActivated(const Watchfloor::Mark &mark);
    void exemplarActivated(const Watchfloor::ChartExemplar &exemplar);
    void hiddenChanged(const QSet<QString> &names);
    /// An image for the newest data is on the screen.
    void rendered();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
