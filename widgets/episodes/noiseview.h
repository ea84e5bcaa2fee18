#pragma once

#include "models/episodes/talkertablemodel.h"
#include "widgets/controls/page.h"

class QStackedWidget;

namespace Watchfloor {

class ActionButton;
class Card;
class DataTable;
class EmptyState;
class FigureLabel;
class SegmentedControl;
class ShiftBars;
class TextLabel;

/// What a span of time cost the people on call: times to detect, to acknowledge and to resolve, the noisiest alerts, and each
/// shift's part.
class NoiseView final : public QWidget
{
    Q_OBJECT

public:
    explicit NoiseView(const PageContext &context, QWidget *parent = nullptr);

    /// A second passed while it is visible.
    void tick();
    bool isSettled() const { return !m_isAsking; }
    QList<std::pair<QString, QString>> keys() const;
    const std::optional<EpisodeReport> &report() const { return m_report; }
    /// What stands above it, for a page that has a row of its own: it goes where the page puts it.
    QWidget *head() const { return m_head; }

Q_SIGNALS:
    /// Look for this in the record: a text for EpisodesView::setSearch().
    void searchRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A time to something: mean large, median and what is missing below.
    struct Figure
    {
        FigureLabel *mean = nullptr;
        TextLabel *note = nullptr;
    };
    QWidget *buildHead();
    QWidget *buildFigures();
    QWidget *buildTalkers();
    Figure addFigure(class QHBoxLayout *row, const QString &title, const QString &what);
    void ask();
    void compute(std::vector<Episode> episodes, TimeRange during);
    void showReport(const EpisodeReport &report);
    void showFault(const Error &error);
    static void fill(const Figure &figure, const TimeFigure &value, const QString &missing);
    void copy(const QString &text, const QString &what);
    void save();

    PageContext m_context;
    TalkerTableModel *m_model;
    QWidget *m_head = nullptr;
    SegmentedControl *m_span;
    TextLabel *m_told;
    ActionButton *m_export;
    DataTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    Figure m_detect;
    Figure m_acknowledge;
    Figure m_resolve;
    Figure m_count;
    TextLabel *m_rest;
    ShiftBars *m_shifts;
    std::optional<EpisodeReport> m_report;
    std::optional<Instant> m_askedAt;
    quint64 m_question = 0;
    bool m_isAsking = false;
};

} // namespace Watchfloor
