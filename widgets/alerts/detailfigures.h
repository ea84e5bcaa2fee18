#pragma once

#include "models/alerts/alert.h"
#include "widgets/controls/page.h"

class QHBoxLayout;

namespace Watchfloor {

class BudgetBar;
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
    };

    Figure add(QHBoxLayout *row, int stretch, bool large, const QString &name);
    void showRespond(const Alert &alert, const EscalationClock &escalation, WallTime now);
    void showSince(const Alert &alert, bool narrow, WallTime now);
    void showNext(const Alert &alert, const EscalationClock &escalation, WallTime now);

    PageContext m_context;
    Figure m_respond;
    Figure m_true;
    Figure m_firing;
    Figure m_next;
    BudgetBar *m_bar = nullptr;
};

} // namespace Watchfloor
