#pragma once

#include "models/core/state.h"

#include <QAbstractButton>

namespace Watchfloor {

/// One line that leads somewhere: a state's shape and words in its colour, cut where there is no room.
class StateLink final : public QAbstractButton
{
    Q_OBJECT

public:
    StateLink(State state, const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    State m_state;
};

} // namespace Watchfloor
