#pragma once

#include "models/session/commands.h"
#include "models/session/stores.h"

#include <QSet>

namespace Watchfloor {

/// What the buttons outside the window do about one alert, each ending in a sentence that says what came of it: nothing is called done
/// that was not seen to be.
class AlarmActions final : public QObject
{
    Q_OBJECT

public:
    AlarmActions(Commands &commands, const Stores &stores, const Clock &clock, QObject *parent = nullptr);

    void acknowledge(const QString &fingerprint);
    /// Exactly this alert, by all its labels, on one Alertmanager of each cluster that lists it. One silence at a time for each alert.
    void silence(const QString &fingerprint, std::chrono::milliseconds length);

Q_SIGNALS:
    void finished(const QString &fingerprint, const QString &sentence, bool done);

private:
    struct Posting;
    std::vector<std::pair<QString, Labels>> targetsOf(const Alert &alert) const;
    void handleAnswer(const std::shared_ptr<Posting> &posting, const QString &source, const Result<QString> &id);

    Commands &m_commands;
    const Stores &m_stores;
    const Clock &m_clock;
    QSet<QString> m_posting;
};

} // namespace Watchfloor
