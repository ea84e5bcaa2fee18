#pragma once

#include "models/alerts/alert.h"
#include "widgets/controls/page.h"

class QHBoxLayout;

namespace Watchfloor {

class BudgetBar;
class Divider;
class FigureLabel;
class TextLabel;
struct EscalationClock;

/// The times of an alert: until when somebody must respond, since when it is true and fires, and whose it becomes next.
class DetailFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailFigures(const PageContext &context);
    void show(const Alert &alert, bool narrow);

private:
    struct Figure
    {
        QWidget *box = nullptr;
        TextLabel *label = nullptr;
        FigureLabel *value = nullptr;
        TextLabel *detail = nullptr;
        Divider *divider = nullptr; ///< at its left
    };

    Figure add(bool large, const QString &name);
    void showRespond(const Alert &alert, const EscalationClock &escalation, bool isTight, WallTime now);
    void showSince(const Alert &alert, bool narrow, WallTime now);
    void showNext(const Alert &alert, const EscalationClock &escalation, bool isTight, WallTime now);
    void shareRoom();

    PageContext m_context;
    QHBoxLayout *m_row;
    Figure m_respond;
    Figure m_true;
    Figure m_firing;
    Figure m_next;
    BudgetBar *m_bar = nullptr;
};

} // namespace Watchfloor
