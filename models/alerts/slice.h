#pragma once

#include <QElapsedTimer>

namespace Watchfloor {

/// How much of a long work may be done in one turn of the event loop: always some, so that what is small is done at once, and
/// beyond that until the time is over.
class Slice
{
public:
    explicit Slice(bool isLimited)
        : m_isLimited(isLimited)
    {
        m_since.start();
    }

    /// Counts work done, in units of looking at something known; making something new is about twenty of them.
    void spend(int units) { m_units += units; }
    bool isOver()
    {
        if (!m_isLimited || m_units < freeUnits)
            return false;
        if (m_units >= m_looked + unitsBetweenLooks) {
            m_looked = m_units;
            m_isOver = m_since.nsecsElapsed() > nanoseconds;
        }
        return m_isOver;
    }
    /// Half of the time is left for what cannot be divided.
    bool isHalfOver() const { return m_isLimited && m_units >= freeUnits && m_since.nsecsElapsed() > nanoseconds / 2; }

private:
    static constexpr qint64 nanoseconds = 4'500'000;
    static constexpr int freeUnits = 20'000;
    static constexpr int unitsBetweenLooks = 400;

    QElapsedTimer m_since;
    int m_units = 0;
    int m_looked = 0;
    bool m_isLimited;
    bool m_isOver = false;
};

} // namespace Watchfloor
