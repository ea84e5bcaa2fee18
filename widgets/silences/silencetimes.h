#pragma once

#include "models/core/clock.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QDateTimeEdit;
class QLineEdit;

namespace Watchfloor {

class ActionButton;
class SegmentedControl;
class TextLabel;

/// From when until when: a length and an end that follow each other, with the zone they are in, and buttons that reach further.
/// An end that was chosen as a length moves with the clock until it is posted; one that was set stays.
class SilenceTimes final : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceTimes(const Clock &clock, QWidget *parent = nullptr);

    /// Of a silence that has begun: its begin is told and cannot be changed.
    void setBegun(WallTime begin, WallTime end);
    void setSpan(WallTime begin, WallTime end);
    void setLength(std::chrono::milliseconds length);
    WallTime begin() const;
    WallTime end() const;
    /// Empty: it may be posted.
    QString fault() const;
    /// The clock moved on.
    void tick();

Q_SIGNALS:
    void changed();

private:
    void buildBegin(class QGridLayout *grid);
    void buildEnd(QGridLayout *grid);
    void choosePreset(int preset);
    void readLength(const QString &text);
    void setEnd(WallTime end);
    void reachFurther(std::chrono::milliseconds time);
    void reachTomorrow();
    void showTimes();
    void tell();

    const Clock &m_clock;
    SegmentedControl *m_presets;
    SegmentedControl *m_when;
    QDateTimeEdit *m_begin;
    TextLabel *m_begun;
    QLineEdit *m_lengthEdit;
    QDateTimeEdit *m_endEdit;
    TextLabel *m_text;
    std::optional<WallTime> m_beginAt;            ///< absent: now
    bool m_hasBegun = false;
    std::chrono::milliseconds m_length;
    std::optional<WallTime> m_endAt;              ///< absent: so long after its begin
    bool m_isLengthFaulty = false;
    bool m_isLengthTyped = false; ///< as it was typed, "90m", it stays
};

} // namespace Watchfloor
