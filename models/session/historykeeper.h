#pragma once

#include "models/database/history.h"
#include "models/episodes/episodekeeper.h"
#include "models/session/observation.h"
#include "models/session/stores.h"

#include <QObject>

#include <map>

namespace Watchfloor {

/// Keeps what happened over restarts: every transition of an alert and every change of what a source is goes into history.sqlite,
/// with the lives of alerts beside them, and what happened in the hour before a start comes back as marks.
class HistoryKeeper final : public QObject
{
    Q_OBJECT

public:
    HistoryKeeper(const Stores &stores, const QString &folder, const Clock &clock, QObject *parent = nullptr);

    /// Asks for the hour before now; its marks follow as observations.
    void recall();
    /// Looks which sources became something else since the last look.
    void tick();
    /// What a person did about an alert, before the stores are told.
    void follow(const Observation::Body &body, const QString &actor);
    EpisodeKeeper &episodes() { return m_episodes; }

Q_SIGNALS:
    void observed(const QString &source, const Watchfloor::Observation::Body &body);
    void failed(const Watchfloor::Error &error);

private:
    void noteTransition(const Alert &alert);
    void noteSource(const SourceStatus &status, State state);

    const Stores &m_stores;
    const Clock &m_clock;
    History m_history;
    EpisodeKeeper m_episodes;
    std::map<QString, State> m_sources;
};

} // namespace Watchfloor
