#pragma once

#include "widgets/desk/desk.h"

#include <QDialog>

class QCheckBox;
class QListWidget;
class QSlider;
class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class TextLabel;

/// What this person wants to be told outside the window, and how; what of the desktop is missing is said beside it. Every change holds at
/// once.
class NotificationsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NotificationsDialog(Desk &desk, QWidget *parent = nullptr);

private:
    void addHead(const QString &text);
    QCheckBox *addCheck(const char *name, const QString &text, bool DeskChoice::*member);
    TextLabel *addText(const char *name);
    void addMute();
    void addWhose();
    void addSound();
    void fillWhose();
    void choose(const std::function<void(DeskChoice &)> &change);
    void refresh();

    Desk &m_desk;
    QVBoxLayout *m_column;
    std::vector<std::pair<QCheckBox *, bool DeskChoice::*>> m_checks;
    QListWidget *m_whose = nullptr;
    QSlider *m_volume = nullptr;
    TextLabel *m_muted = nullptr;
    ActionButton *m_unmute = nullptr;
    QWidget *m_muteButtons = nullptr;
    TextLabel *m_notificationText = nullptr;
    TextLabel *m_soundText = nullptr;
    TextLabel *m_trayText = nullptr;
    TextLabel *m_quietText = nullptr;
    bool m_filling = false;
};

} // namespace Watchfloor
