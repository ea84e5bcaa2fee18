#pragma once

#include "widgets/desk/desk.h"

#include <QTimer>
#include <QWidget>

namespace Watchfloor {

class ActionButton;
class ElidedLabel;
class Pill;
class StateGlyph;
class TextLabel;

/// The alarm inside the window, for when the desktop cannot give it: the worst that nobody has looked at, with what can be done about it,
/// and how many more there are. Hidden while there is none, or while the desktop tells all of them.
class AlarmBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmBar(Desk &desk, QWidget *parent = nullptr);
    /// Time passed: how long it lasts.
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAlarm(const Alarm &alarm, size_t others);
    void showResult(const QString &key, const QString &sentence, bool done);

    Desk &m_desk;
    QString m_key;      ///< of the alarm that is shown
    QString m_pressed;  ///< whose button was pressed here
    State m_state = State::Warning;
    QTimer m_resultShown;
    StateGlyph *m_glyph;
    Pill *m_severity;
    ElidedLabel *m_name;
    TextLabel *m_since;
    ActionButton *m_more;
    ElidedLabel *m_result;
    ActionButton *m_acknowledge;
    ActionButton *m_open;
    ActionButton *m_silence;
    ActionButton *m_seen;
    ActionButton *m_allSeen;
};

} // namespace Watchfloor
