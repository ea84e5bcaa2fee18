#pragma once

#include "models/episodes/episodereport.h"

#include <QWidget>

namespace Watchfloor {

/// Each shift a line: its name, a bar with the critical part, how many, how many nobody took on, and how long taking on took.
class ShiftBars final : public QWidget
{
    Q_OBJECT

public:
    explicit ShiftBars(QWidget *parent = nullptr);
    void setShifts(const std::vector<ShiftNoise> &shifts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ShiftNoise> m_shifts;
};

} // namespace Watchfloor
