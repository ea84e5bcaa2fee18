#pragma once

#include "models/core/state.h"

#include <QCoreApplication>

#include <chrono>
#include <optional>

namespace Watchfloor {

/// Many things of one kind told as one: how many, the worst of their states, and how old the oldest of their answers is.
class ManySeen final
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::ManySeen)

public:
    /// `age` of its last valid answer; absent: there never was one.
    void add(State state, std::optional<std::chrono::milliseconds> age);

    int count() const { return m_count; }
    State worst() const { return m_worst; }
    /// "≤ 3 s"; as long as any of them never answered, how many these are.
    QString ageText() const;

private:
    int m_count = 0;
    int m_unanswered = 0;
    State m_worst = State::Healthy;
    std::chrono::milliseconds m_oldest{0};
};

} // namespace Watchfloor
