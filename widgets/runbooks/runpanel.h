#pragma once

#include "widgets/controls/page.h"
#include "widgets/runbooks/runwords.h"

#include <QTimer>

#include <deque>

namespace Watchfloor {

class ActionButton;
class Card;
class ElidedLabel;
class FigureLabel;
class IconLabel;
class OutputView;
class StepList;
class TextLabel;
class TimeChart;

/// The right side: how the run stands, its steps, the metric that proves it, its output, what is recorded, and the buttons.
class RunPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RunPanel(const PageContext &context, QWidget *parent = nullptr);

    /// What is chosen and the run of it that is shown; null: none yet. `output` is all of it so far.
    void setRun(const Runbook *runbook, const Run *run, const QString &output);
    /// The shown run came on.
    void update(const Run &run);
    void appendOutput(const QString &text);
    void setLocked(bool locked);
    /// Another run holds the target; empty: none.
    void setHeldBy(const QString &who);
    void tick();
    void setSynchronous(bool synchronous);
    bool isSettled() const;
    QString runId() const { return m_runId; }

Q_SIGNALS:
    void runRequested();
    void dryRunRequested();
    void stopRequested(const QString &runId);
    void undoRequested(const QString &runId);

private:
    void buildHead(class QVBoxLayout *column);
    void showHead(const Run *run);
    void showSteps(const Run *run);
    void showFoot(const Run *run);
    void watchMetric(const Runbook *runbook, const Run *run);
    void showMetric();
    void flushOutput();
    void addLine(const QString &margin, const QString &line);

    PageContext m_context;
    const Run *shownRun() const;
    IconLabel *m_icon;
    TextLabel *m_state;
    ElidedLabel *m_subtitle;
    ActionButton *m_undo;
    ActionButton *m_dryRun;
    ActionButton *m_run;
    ActionButton *m_stop;
    StepList *m_steps;
    Card *m_metricCard;
    FigureLabel *m_figure;
    ElidedLabel *m_trend;
    TimeChart *m_chart;
    OutputView *m_output;
    TextLabel *m_undoLine;
    TextLabel *m_record;
    TextLabel *m_fault;
    QString m_runbook;
    QString m_runId;
    QString m_heldBy;
    std::optional<WatchedCondition> m_condition;
    QueryInterest m_interest;
    bool m_fast = false;
    QTimer m_flush;
    std::deque<std::pair<QString, QString>> m_lines; ///< margin and line, not shown yet
    QString m_rest;                                  ///< a line whose end has not come
};

} // namespace Watchfloor
