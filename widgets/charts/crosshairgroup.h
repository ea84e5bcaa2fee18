#pragma once

#include "models/core/clock.h"

#include <QObject>

#include <optional>

namespace Watchfloor {

/// The moment that charts point at together, over pages and windows. Whoever owns the charts makes one and hands it to them.
class CrosshairGroup final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    std::optional<WallTime> time() const { return m_time; }
    /// `from` is the chart under the pointer: the only one that may take the moment away again.
    void setTime(std::optional<WallTime> time, const QObject *from);
    /// Every chart shows its values in a box of its own, not only the one under the pointer.
    bool valuesShown() const { return m_valuesShown; }
    void setValuesShown(bool shown);

Q_SIGNALS:
    void changed();

private:
    std::optional<WallTime> m_time;
    const QObject *m_from = nullptr; ///< compared, never used
    bool m_valuesShown = false;
};

} // namespace Watchfloor
