#pragma once

#include "models/alerts/alert.h"
#include "widgets/controls/page.h"

class QMenu;

namespace Watchfloor {

class ActionButton;
class IconButton;
class TextLabel;

/// What can be done about an alert, and what was: who took it on, until when, with what words.
class DetailActions final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailActions(const PageContext &context);
    void show(const Alert &alert);

Q_SIGNALS:
    /// As the key does it: takes it on, or lets it go.
    void acknowledgeRequested();
    /// From the menu: for a time, without one until it is over; with a silence behind it or not.
    void acknowledgeForRequested(std::optional<std::chrono::milliseconds> length, bool silence);
    void commentRequested();
    void silenceRequested();
    void dismissRequested();

private:
    void showMenu();
    void addLengths(QMenu *menu, bool silence);
    void showNote(const Alert &alert);
    QString silenceComment(const Alert &alert) const;
    static QString acknowledgementText(const Acknowledgement &acknowledgement, WallTime now);

    PageContext m_context;
    ActionButton *m_acknowledge;
    IconButton *m_more;
    ActionButton *m_silence;
    ActionButton *m_dismiss;
    TextLabel *m_note;
};

} // namespace Watchfloor
