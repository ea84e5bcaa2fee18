#pragma once

#include "widgets/alerts/alertorder.h"
#include "widgets/controls/card.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

/// "In what order it happened", under the list of a page that is high enough.
class OrderCard final : public Card
{
    Q_OBJECT

public:
    explicit OrderCard(const PageContext &context, QWidget *parent = nullptr);

    void setTimeRange(std::chrono::milliseconds range) { m_range = range; }
    /// There is room for it; it is shown where it has something to say.
    void setRoom(bool room);
    void refresh();

Q_SIGNALS:
    void alertActivated(const QString &fingerprint);
    void openRequested(const QString &path);

private:
    PageContext m_context;
    StateTimeline *m_order;
    QStringList m_fingerprints;
    std::chrono::milliseconds m_range = std::chrono::minutes(45);
    bool m_room = false;
};

} // namespace Watchfloor
