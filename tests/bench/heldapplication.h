#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace Watchfloor::Bench {

/// An application that knows how long its main loop is held: every event's handling, summed since begin(), and the longest
/// hold between two looks at the outside, what was not over yet included.
class HeldApplication final : public QApplication
{
    Q_OBJECT

public:
    HeldApplication(int &argc, char **argv);

    void begin();
    double sumMs() const { return double(m_sumNs + m_holdNs) / 1e6; }
    double longestMs() const { return double(std::max(m_longestNs, m_holdNs)) / 1e6; }
    double sinceBeginMs() const { return double(m_clock.nsecsElapsed() - m_beganNs) / 1e6; }

    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    /// The loop has nothing more to do just now.
    void idle();

private:
    void noteLook();

    QElapsedTimer m_clock;
    int m_depth = 0;
    qint64 m_beganNs = 0;
    qint64 m_holdNs = 0;
    qint64 m_sumNs = 0;
    qint64 m_longestNs = 0;
};

} // namespace Watchfloor::Bench
