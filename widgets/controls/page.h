#pragma once

#include "models/core/clock.h"
#include "models/session/session.h"

#include <QWidget>

namespace Watchfloor {

class CrosshairGroup;

/// What every page is made of: what is true, the one door to ask through, and the time.
struct PageContext
{
    const Stores &stores;
    Commands &commands;
    const Clock &clock;
    const Session &session; ///< workspace faults, loop, query figures; never to ask through
    CrosshairGroup *crosshair = nullptr; ///< of all charts of all windows; null: each page has its own
};

/// One page of the window, the wall or a snapshot. Pages show stores and ask commands; they know nothing of one another and
/// name a place to go as a path: "alerts/FINGERPRINT", "slos/NAME", "runbooks/NAME", "health/NAME", "dashboards/NAME", "sources", "explore/SOURCE/QUERY".
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(const PageContext &context, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
    {
    }

    /// Shows one item of the page; empty: the page itself. False when there is no such item.
    virtual bool open(const QString &item) { return item.isEmpty(); }
    /// The item that is open, for the address of a snapshot or a torn-off window.
    virtual QString openItem() const { return {}; }
    /// The span that charts show, ending now.
    virtual void setTimeRange(std::chrono::milliseconds) {}
    /// A second passed while the page is visible: ages and count-downs moved.
    virtual void tick() {}
    /// "/" was pressed: the page's own filter takes the keyboard.
    virtual void focusFilter() {}
    /// Everything that the page asked for has been answered once, validly or not: a picture of it is complete.
    virtual bool isSettled() const { return true; }
    /// Charts draw at once instead of in the background; for pictures.
    virtual void setSynchronous(bool) {}
    /// The page's own keys, for the help: key and what it does.
    virtual QList<std::pair<QString, QString>> keys() const { return {}; }

Q_SIGNALS:
    /// Go there: a page path as above.
    void openRequested(const QString &path);
    /// A chart was zoomed; 0 gives the range back.
    void timeRangeRequested(std::chrono::milliseconds range);

protected:
    const Stores &stores() const { return m_context.stores; }
    Commands &commands() const { return m_context.commands; }
    const Clock &clock() const { return m_context.clock; }
    const Session &session() const { return m_context.session; }
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace Watchfloor
