#pragma once

#include "widgets/alerts/detailsection.h"
#include "widgets/controls/page.h"

class QGridLayout;

namespace Watchfloor {

/// The runbooks that fit an alert as buttons: the one that its annotations name first.
class RunbookSection final : public DetailSection
{
    Q_OBJECT

public:
    explicit RunbookSection(const PageContext &context);
    void show(const Alert &alert);

Q_SIGNALS:
    void openRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    std::vector<const Runbook *> matching(const Alert &alert) const;
    void build(const std::vector<const Runbook *> &runbooks);

    PageContext m_context;
    QGridLayout *m_grid;
    std::vector<ActionButton *> m_buttons;
    QStringList m_names;
};

} // namespace Watchfloor
