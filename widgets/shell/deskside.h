#pragma once

#include "widgets/desk/desk.h"

#include <QPointer>

class QVBoxLayout;
class QWidget;

namespace Watchfloor {

class AlarmBar;
class NotificationsDialog;

/// What the window does for the desk: the alarm bar over every page, the mark in its title, the flashing in the task bar; and what it
/// tells the desk: that a person has the alarm before the eyes.
class DeskSide final : public QObject
{
    Q_OBJECT

public:
    /// The bar goes into `column` at `place`.
    DeskSide(Desk &desk, QWidget &window, QVBoxLayout &column, int place);

    /// Time passed, and this path is on the screen.
    void tick(const QString &path);
    void showSettings();
    Desk &desk() { return m_desk; }

private:
    Desk &m_desk;
    QWidget &m_window;
    AlarmBar *m_bar;
    QPointer<NotificationsDialog> m_dialog;
};

} // namespace Watchfloor
