#pragma once

#include "models/episodes/episodetablemodel.h"
#include "widgets/controls/page.h"

class QTimer;
class QStackedWidget;

namespace Watchfloor {

class ActionButton;
class DataTable;
class EmptyState;
class EpisodeDetail;
class SearchField;
class SegmentedControl;
class TextLabel;

/// The record of every alert: a search by words and matchers over a span of time, one row a life, with what befell it beside.
class EpisodesView final : public QWidget
{
    Q_OBJECT

public:
    explicit EpisodesView(const PageContext &context, QWidget *parent = nullptr);

    /// A second passed while it is visible.
    void tick();
    void focusFilter();
    /// Whether the record answered what was asked last.
    bool isSettled() const { return !m_isAsking; }
    QList<std::pair<QString, QString>> keys() const;
    /// What stands above it, for a page that has a row of its own: it goes where the page puts it.
    QWidget *head() const { return m_head; }
    /// As if it were typed.
    void setSearch(const QString &text);

Q_SIGNALS:
    /// "alerts/FINGERPRINT"
    void openRequested(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTable();
    void ask();
    void showAnswer(const Result<std::vector<Episode>> &answer);
    void showDetail();

    void copyChosen(int format);
    const Episode *chosen() const;

    PageContext m_context;
    EpisodeTableModel *m_model;
    QWidget *m_head = nullptr;
    SearchField *m_search;
    SegmentedControl *m_span;
    TextLabel *m_fault;
    TextLabel *m_count;
    ActionButton *m_copy;
    DataTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    EpisodeDetail *m_detail;
    QTimer *m_typing;
    std::vector<Episode> m_answer; ///< as the record gave it; the model sorts
    std::optional<Instant> m_askedAt;
    quint64 m_question = 0;
    bool m_isAsking = false;
    bool m_hasChanged = true;
};

} // namespace Watchfloor
