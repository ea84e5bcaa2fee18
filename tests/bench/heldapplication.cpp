#include "tests/bench/heldapplication.h"

#include <QAbstractEventDispatcher>
#include <QThread>

namespace Watchfloor::Bench {

namespace {

/// Without a screen, and without GLib's loop, which does not say when it waits.
int &prepared(int &argc)
{
    qputenv("QT_NO_GLIB", "1");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return argc;
}

} // namespace

HeldApplication::HeldApplication(int &argc, char **argv)
    : QApplication(prepared(argc), argv)
{
    m_clock.start();
    // The loop looks at the outside where it may wait, and before every turn.
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, &HeldApplication::noteLook);
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        noteLook();
        Q_EMIT idle();
    });
}

void HeldApplication::begin()
{
    m_beganNs = m_clock.nsecsElapsed();
    m_holdNs = 0;
    m_sumNs = 0;
    m_longestNs = 0;
}

bool HeldApplication::notify(QObject *receiver, QEvent *event)
{
    // What other threads handle, the bench's own server among them, holds nobody.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    const qint64 entered = m_clock.nsecsElapsed();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    m_holdNs += m_clock.nsecsElapsed() - std::max(entered, m_beganNs);
    return handled;
}

void HeldApplication::noteLook()
{
    m_sumNs += m_holdNs;
    m_longestNs = std::max(m_longestNs, m_holdNs);
    m_holdNs = 0;
}

} // namespace Watchfloor::Bench
