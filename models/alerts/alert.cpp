#include "models/alerts/alert.h"

namespace Watchfloor {

QString alertStateName(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
        return QStringLiteral("firing");
    case AlertState::Pending:
        return QStringLiteral("pending");
    case AlertState::Acknowledged:
        return QStringLiteral("acknowledged");
    case AlertState::Silenced:
        return QStringLiteral("silenced");
    case AlertState::Inhibited:
        return QStringLiteral("inhibited");
    case AlertState::Unseen:
        return QStringLiteral("unseen");
    case AlertState::Vanished:
        return QStringLiteral("vanished");
    case AlertState::Recovered:
        return QStringLiteral("recovered");
    }
    return {};
}

int alertStateRank(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
    case AlertState::Acknowledged:
        return 0;
    case AlertState::Unseen:
        return 1;
    case AlertState::Vanished:
        return 2;
    case AlertState::Pending:
        return 3;
    case AlertState::Silenced:
        return 4;
    case AlertState::Inhibited:
        return 5;
    case AlertState::Recovered:
        return 6;
    }
    return 0;
}

Labels Alert::allLabels() const
{
    Labels all = labels;
    for (const auto &pair : externalLabels)
        if (!all.contains(pair.first))
            all.set(pair.first, pair.second);
    return all;
}

QString Alert::summary() const
{
    for (const QStringView name : {u"summary", u"message", u"description"})
        if (const QString text = annotations.value(name); !text.isEmpty())
            return text;
    return {};
}

WallTime Alert::beganBy(WallTime time) const
{
    return startsAt <= time ? startsAt : std::min(firingSince.value_or(time), time);
}

State Alert::claim() const
{
    switch (state) {
    case AlertState::Firing:
    case AlertState::Acknowledged:
        return stateOf(severity);
    case AlertState::Unseen:
        return State::Blind;
    case AlertState::Pending:
        return stateOf(severity) == State::Critical ? State::Warning : stateOf(severity);
    case AlertState::Silenced:
    case AlertState::Inhibited:
    case AlertState::Vanished:
    case AlertState::Recovered:
        return State::Healthy;
    }
    return State::Critical;
}

} // namespace Watchfloor
