#pragma once

#include "models/alerts/alertcopy.h"
#include "widgets/controls/page.h"

#include <array>

class QScrollArea;
class QVBoxLayout;

namespace Watchfloor {

class BudgetSection;
class DetailActions;
class DetailFigures;
class DetailHead;
class DetailSection;
class HistoryStrip;
class KeyValueList;
class LabelSection;
class LinkList;
class NotifiedSection;
class RuleChart;
class RunbookSection;
class ServiceSection;

/// One alert in full: what it is, how long it has been so, what can be done, the rule as it ran, whom it told, the budget it costs.
class AlertDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertDetail(const PageContext &context, QWidget *parent = nullptr);

    /// False when there is no such alert.
    bool show(const QString &fingerprint);
    QString fingerprint() const { return m_fingerprint; }
    /// "1 of 4" beside the arrows.
    void setPlace(std::pair<int, int> place);
    /// What is not needed at once is folded away.
    void setNarrow(bool narrow);
    void refresh();
    bool isSettled() const;
    void setSynchronous(bool synchronous);

Q_SIGNALS:
    void acknowledgeRequested();
    void acknowledgeForRequested(std::optional<std::chrono::milliseconds> length, bool silence);
    void commentRequested();
    void silenceRequested();
    void dismissRequested();
    void closeRequested();
    void stepRequested(int by);
    void openRequested(const QString &path);
    /// name="value": a term for the filter.
    void filterRequested(const QString &matcher);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildSections(QVBoxLayout *column);
    std::array<DetailSection *, 6> foldable() const;
    void unfoldWhatFits();
    void showAnnotations(const Alert &alert);
    void showTellings(const Alert &alert);
    QString tellingText(const QString &origin, const AlertTelling *telling) const;
    void showWhatMoved();
    void copyAll(AlertCopy::Form form) const;

    PageContext m_context;
    QString m_fingerprint;
    bool m_narrow = false;
    QScrollArea *m_scroll = nullptr;
    DetailHead *m_head = nullptr;
    DetailFigures *m_figures = nullptr;
    DetailActions *m_actions = nullptr;
    RunbookSection *m_runbooks = nullptr;
    DetailSection *m_rule = nullptr;
    RuleChart *m_chart = nullptr;
    NotifiedSection *m_notified = nullptr;
    BudgetSection *m_budget = nullptr;
    ServiceSection *m_service = nullptr;
    DetailSection *m_origins = nullptr;
    KeyValueList *m_originRows = nullptr;
    LabelSection *m_labels = nullptr;
    DetailSection *m_annotations = nullptr;
    KeyValueList *m_annotationRows = nullptr;
    LinkList *m_links = nullptr;
    DetailSection *m_history = nullptr;
    HistoryStrip *m_strip = nullptr;
};

} // namespace Watchfloor
