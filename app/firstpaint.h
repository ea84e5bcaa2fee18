#pragma once

#include <QObject>

namespace Watchfloor {

/// Writes "first paint MILLISECONDS" to standard error when the first picture of a window has reached the screen, in
/// CLOCK_MONOTONIC's time, so that whoever started the program knows how long a person waited. Only when asked to, through
/// WATCHFLOOR_REPORT_FIRST_PAINT in the environment; else nothing is watched.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    static void reportIfAsked(QObject &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FirstPaint(QObject &application);
    void report();

    bool m_painted = false;
};

} // namespace Watchfloor
