#pragma once

#include "widgets/alerts/detailsection.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class BudgetBar;

/// What an alert's service has left of the budget that suffers most.
class BudgetSection final : public DetailSection
{
    Q_OBJECT

public:
    explicit BudgetSection(const PageContext &context);
    void show(const Alert &alert);

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    void showPace(const SloStatus &status, State state, WallTime now);

    PageContext m_context;
    BudgetBar *m_bar;
    TextLabel *m_left;
    TextLabel *m_pace;
    QString m_objective;
};

} // namespace Watchfloor
