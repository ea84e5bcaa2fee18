#pragma once

#include "models/core/timerange.h"
#include "models/frames/frame.h"
#include "models/panels/panelqueries.h"
#include "models/session/commands.h"
#include "models/session/stores.h"
#include "widgets/charts/chartseries.h"

#include <QWidget>

#include <memory>

namespace Watchfloor {

class CrosshairGroup;
class TimeChart;

/// Where panels live: what is true, the door to ask through, the time, and the crosshair that all charts share (null: none).
struct PanelScene
{
    const Stores &stores;
    Commands &commands;
    const Clock &clock;
    CrosshairGroup *crosshair = nullptr;
    const QStringList *recent = nullptr; ///< names of dashboards that were opened lately, newest first; null: nobody keeps them
};

/// One query's answer as it came.
struct PanelAnswer
{
    PanelAsk ask;
    std::shared_ptr<const QueryAnswer> answer;
};

/// The same panel so long ago, moved here.
struct PanelComparison
{
    std::chrono::milliseconds back{};
    std::vector<Frame> frames;
};

/// What a panel shows: frames with everything of their fields settled, and what goes with them.
struct PanelContent
{
    std::vector<Frame> frames;
    std::vector<Frame> lines; ///< behind figures of now: the same over time
    std::vector<PanelComparison> comparisons;
    std::vector<PanelAnswer> answers;
    std::vector<ChartExemplar> exemplars;
    std::vector<Mark> marks;
    std::vector<ChartSpan> spans;
    VariableValues variables;
    bool cut = false; ///< rows or columns beyond what is held were left out
    bool foreign = false; ///< of a dashboard that is not ours: its options count where ours has a style of the house
};

/// What moves although nothing new was answered.
struct PanelMoment
{
    TimeRange range;
    std::chrono::milliseconds step{};
    State state = State::Healthy; ///< Healthy, Stale or Blind
    QString reason;               ///< of stale and blind, in words
    QString emptyText;            ///< why there is nothing to show
    bool operator==(const PanelMoment &) const = default;
};

/// What stands inside of a panel's card: one subclass a kind.
class PanelBody : public QWidget
{
    Q_OBJECT

public:
    PanelBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);

    void setContent(std::shared_ptr<const PanelContent> content);
    void setMoment(const PanelMoment &moment);

    /// Nothing was answered that could be shown: the card says why, unless the body says it itself.
    virtual bool isEmpty() const;
    /// It reaches the card's outline.
    virtual bool isFlush() const { return false; }
    virtual void setSynchronous(bool) {}
    virtual TimeChart *chart() { return nullptr; }
    /// What is shown as comma separated values; empty: of the frames.
    virtual QString csv() const { return {}; }
    /// The picture as vectors.
    virtual QByteArray svg();
    virtual void setLegendShown(bool) {}
    virtual bool hasLegend() const { return false; }
    /// What of the frames was left out of the picture: "500 of 12,345 series".
    virtual std::pair<size_t, size_t> shownSeries() const { return {0, 0}; }

Q_SIGNALS:
    void zoomRequested(const Watchfloor::TimeRange &range);
    void zoomResetRequested();
    void openRequested(const QString &path);

protected:
    /// New content, or the same in another theme.
    virtual void showContent() = 0;
    virtual void showMoment() {}
    const PanelScene &scene() const { return m_scene; }
    const Watchfloor::Panel &panel() const { return m_panel; }
    const PanelContent &content() const { return *m_content; }
    const PanelMoment &moment() const { return m_moment; }
    /// The state of a value as it may be claimed now.
    State claimed(State own) const;
    /// Fills the body with one widget.
    void fill(QWidget *widget);
    void changeEvent(QEvent *event) override;

private:
    PanelScene m_scene;
    Watchfloor::Panel m_panel;
    std::shared_ptr<const PanelContent> m_content;
    PanelMoment m_moment;
};

/// The body of the panel's kind.
std::unique_ptr<PanelBody> makePanelBody(const PanelScene &scene, const Watchfloor::Panel &panel);

} // namespace Watchfloor
