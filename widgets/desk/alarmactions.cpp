#include "widgets/desk/alarmactions.h"

#include "models/core/format.h"
#include "models/silences/silencepreview.h"

namespace Watchfloor {

/// The silences of one press, until every Alertmanager answered.
struct AlarmActions::Posting
{
    QString fingerprint;
    WallTime end{};
    qsizetype open = 0;
    QStringList done;
    QStringList refused;
};

AlarmActions::AlarmActions(Commands &commands, const Stores &stores, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_stores(stores)
    , m_clock(clock)
{
}

void AlarmActions::acknowledge(const QString &fingerprint)
{
    const Alert *alert = m_stores.alerts.find(fingerprint);
    if (!alert || !alert->isOpen()) {
        Q_EMIT finished(fingerprint, tr("It is over already: there is nothing to acknowledge."), false);
        return;
    }
    if (alert->acknowledgement) {
        Q_EMIT finished(fingerprint, tr("%1 has acknowledged it already.").arg(Format::safeText(alert->acknowledgement->owner, 60)), true);
        return;
    }
    std::optional<Error> refusal;
    const auto told = connect(&m_commands, &Commands::failed, this, [&refusal](const Error &error) { refusal = error; });
    m_commands.acknowledge({{fingerprint}});
    disconnect(told);
    alert = m_stores.alerts.find(fingerprint);
    if (alert && alert->acknowledgement)
        Q_EMIT finished(fingerprint, tr("Acknowledged by %1.").arg(Format::safeText(alert->acknowledgement->owner, 60)), true);
    else
        Q_EMIT finished(fingerprint, refusal ? tr("Not acknowledged: %1").arg(Format::sentence(*refusal)) : tr("Not acknowledged: it did not stay so."), false);
}

/// Of each cluster the first member that can be seen, for members tell one another; with the labels that the cluster gives it.
std::vector<std::pair<QString, Labels>> AlarmActions::targetsOf(const Alert &alert) const
{
    std::vector<std::pair<QString, Labels>> targets;
    for (const auto &[cluster, members] : m_stores.alerts.clusters()) {
        std::vector<Labels> listed;
        for (const QString &member : members)
            if (listed.empty() && alert.origins.contains(member))
                listed = m_stores.alerts.labelsAt(alert, member);
        const auto seen = std::find_if(members.begin(), members.end(),
                                       [this](const QString &member) { return m_stores.sources.state(member, m_clock.now()) == State::Healthy; });
        for (const Labels &labels : listed)
            targets.emplace_back(seen == members.end() ? members.front() : *seen, labels);
    }
    return targets;
}

void AlarmActions::silence(const QString &fingerprint, std::chrono::milliseconds length)
{
    const Alert *alert = m_stores.alerts.find(fingerprint);
    if (!alert || !alert->isOpen()) {
        Q_EMIT finished(fingerprint, tr("It is over already: there is nothing to silence."), false);
        return;
    }
    const auto targets = targetsOf(*alert);
    if (targets.empty()) {
        Q_EMIT finished(fingerprint, tr("Not silenced: no Alertmanager lists it, so none could mute it. Acknowledge it instead."), false);
        return;
    }
    if (m_posting.contains(fingerprint))
        return;
    m_posting.insert(fingerprint);
    Silence silence;
    silence.startsAt = m_clock.wall();
    silence.endsAt = silence.startsAt + length;
    silence.comment = QStringLiteral("Silenced for %1 from the desktop").arg(Format::span(length));
    auto posting = std::make_shared<Posting>(Posting{fingerprint, silence.endsAt, qsizetype(targets.size()), {}, {}});
    for (const auto &[name, labels] : targets) {
        silence.matchers = matchersFor(labels);
        m_commands.postSilence(name, silence, this, [this, posting, target = name](const Result<QString> &id) { handleAnswer(posting, target, id); });
    }
}

void AlarmActions::handleAnswer(const std::shared_ptr<Posting> &posting, const QString &source, const Result<QString> &id)
{
    if (id)
        posting->done << (posting->done.contains(source) ? QStringList() : QStringList(source));
    else
        posting->refused << tr("%1: %2").arg(source, Format::sentence(id.error()));
    if (--posting->open > 0)
        return;
    m_posting.remove(posting->fingerprint);
    const QString refusals = posting->refused.join(u' ');
    if (posting->done.isEmpty()) {
        Q_EMIT finished(posting->fingerprint, tr("Not silenced. %1").arg(refusals), false);
        return;
    }
    const QString done = tr("Silenced until %1 on %2.").arg(Format::shortTime(posting->end), posting->done.join(QStringLiteral(", ")));
    Q_EMIT finished(posting->fingerprint, posting->refused.isEmpty() ? done : tr("%1 Not everywhere. %2").arg(done, refusals), posting->refused.isEmpty());
}

} // namespace Watchfloor
