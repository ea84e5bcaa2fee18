#pragma once

#include "widgets/theme/sizes.h"
#include "widgets/runbooks/runwords.h"
#include "widgets/theme/sizes.h"

#include <QFrame>

namespace Watchfloor {

class ElidedLabel;
class FigureLabel;
class Sparkline;
class TextLabel;

/// An icon of the drawn set in a tone.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(int side = Size::icon, QWidget *parent = nullptr);
    void setIcon(const QString &name, Tone tone);
    QSize sizeHint() const override { return {m_side, m_side}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    QString m_name;
    Tone m_tone = Tone::Secondary;
};

/// A step in the document, in place of its code block: what is written, what will run, how it stands.
class StepCard final : public QFrame
{
    Q_OBJECT

public:
    StepCard(const RunbookStep &step, int number, Risk risk, const std::optional<WatchedCondition> &condition, QWidget *parent = nullptr);

    const RunbookStep &step() const { return m_step; }
    /// The command with the values in place, or why it cannot be resolved yet.
    void setResolved(const Result<ResolvedCommand> &resolved, const std::map<QString, QString> &parameters);
    void setResolvedUndo(const QString &shown);
    /// How far a run came with it; null: no run.
    void setProgress(const StepProgress *progress, WallTime now);
    /// What the condition's series is now.
    void setLive(const SeriesStore::Entry *entry, Instant now);
    QString stateText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(class QVBoxLayout *column, int number);
    void buildCode(QVBoxLayout *column);
    void buildLive(QVBoxLayout *column);
    void buildClock(QVBoxLayout *column);
    void showClock(const StepProgress *progress);

    RunbookStep m_step;
    Risk m_risk;
    std::optional<WatchedCondition> m_condition;
    std::optional<StepState> m_state;
    IconLabel *m_icon = nullptr;
    TextLabel *m_status = nullptr;
    TextLabel *m_time = nullptr;
    TextLabel *m_writtenLabel = nullptr;
    TextLabel *m_written = nullptr;
    TextLabel *m_ranLabel = nullptr;
    TextLabel *m_ran = nullptr;
    TextLabel *m_how = nullptr;
    TextLabel *m_undo = nullptr;
    ElidedLabel *m_message = nullptr;
    QWidget *m_live = nullptr;
    FigureLabel *m_then = nullptr;
    TextLabel *m_thenLabel = nullptr;
    FigureLabel *m_now = nullptr;
    TextLabel *m_nowLabel = nullptr;
    Sparkline *m_line = nullptr;
    QWidget *m_clock = nullptr;
    class ProgressLine *m_held = nullptr;
    ProgressLine *m_allowed = nullptr;
};

} // namespace Watchfloor
