#pragma once

#include "widgets/controls/page.h"

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class BudgetBar;
class ChipList;
class ElidedLabel;
class FigureLabel;
class IconButton;
class KeyValueList;
class LinkList;
class Pill;
class RuleChart;
class StateGlyph;
class TextLabel;

/// One alert in full: what it is, how long it has been so, what can be done, the rule as it ran, the budget it costs.
class AlertDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertDetail(const PageContext &context, QWidget *parent = nullptr);

    /// False when there is no such alert.
    bool show(const QString &fingerprint);
    QString fingerprint() const { return m_fingerprint; }
    /// "1 of 4" beside the arrows.
    void setPlace(int row, int rows);
    void setNarrow(bool narrow);
    void refresh();
    bool isSettled() const;
    void setSynchronous(bool synchronous);

Q_SIGNALS:
    void acknowledgeRequested();
    void silenceRequested();
    void dismissRequested();
    void closeRequested();
    void stepRequested(int by);
    void openRequested(const QString &path);

private:
    struct Figure
    {
        QWidget *box = nullptr;
        TextLabel *label = nullptr;
        FigureLabel *value = nullptr;
        TextLabel *detail = nullptr;
    };
    struct Section
    {
        QWidget *box = nullptr;
        TextLabel *caption = nullptr;
        TextLabel *detail = nullptr;
        ActionButton *link = nullptr;
        QVBoxLayout *body = nullptr;
    };

    QWidget *buildHead();
    QWidget *buildFigures();
    QWidget *buildActions();
    Figure addFigure(QHBoxLayout *row, int stretch, bool large);
    Section addSection(const QString &caption, const QString &link = {});
    void buildSections();
    void showHead(const Alert &alert);
    void showFigures(const Alert &alert);
    void showNext(const Alert &alert);
    void showActions(const Alert &alert);
    void showRunbooks(const Alert &alert);
    void showBudget(const Alert &alert);
    void showText(const Alert &alert);
    void showWhatMoved();

    PageContext m_context;
    QString m_fingerprint;
    bool m_narrow = false;
    QVBoxLayout *m_column = nullptr;
    StateGlyph *m_glyph = nullptr;
    QLabel *m_icon = nullptr;
    ElidedLabel *m_name = nullptr;
    Pill *m_state = nullptr;
    ElidedLabel *m_service = nullptr;
    TextLabel *m_place = nullptr;
    TextLabel *m_summary = nullptr;
    Figure m_respond;
    Figure m_true;
    Figure m_firing;
    Figure m_next;
    BudgetBar *m_respondBar = nullptr;
    ActionButton *m_acknowledge = nullptr;
    ActionButton *m_silence = nullptr;
    ActionButton *m_dismiss = nullptr;
    TextLabel *m_note = nullptr;
    Section m_runbooks;
    QGridLayout *m_runbookGrid = nullptr;
    std::vector<ActionButton *> m_runbookButtons;
    QStringList m_runbookNames;
    Section m_rule;
    RuleChart *m_chart = nullptr;
    Section m_budget;
    BudgetBar *m_budgetBar = nullptr;
    TextLabel *m_budgetLeft = nullptr;
    TextLabel *m_budgetPace = nullptr;
    QString m_objective;
    Section m_labels;
    ChipList *m_labelChips = nullptr;
    Section m_annotations;
    KeyValueList *m_annotationRows = nullptr;
    LinkList *m_links = nullptr;
    Section m_origins;
    KeyValueList *m_originRows = nullptr;
};

} // namespace Watchfloor
