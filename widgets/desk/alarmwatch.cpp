#include "widgets/desk/alarmwatch.h"

#include "models/alerts/quiethours.h"
#include "models/core/format.h"
#include "widgets/desk/alarmwords.h"

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds gatherFor{250};
constexpr std::chrono::milliseconds endFor{20};
constexpr int pruneEvery = 60; ///< ticks
constexpr qsizetype mostGathered = 5'000;
constexpr size_t manyAlarms = 1'000;
const QString sourcePrefix = QStringLiteral("source/");

bool isOver(const Alert &alert)
{
    return !alert.isOpen();
}
}

const QString AlarmWatch::manyKey = QStringLiteral("alerts");

AlarmWatch::AlarmWatch(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatherFor);
    connect(&m_gathering, &QTimer::timeout, this, &AlarmWatch::announce);
    m_ending.setSingleShot(true);
    m_ending.setInterval(endFor);
    connect(&m_ending, &QTimer::timeout, this, &AlarmWatch::takeSeen);
    const AlertStore &alerts = session.stores().alerts;
    connect(&alerts, &AlertStore::changed, this, [this] {
        m_isCounted = false;
        m_mayBeRenamed = true;
        rememberAcknowledgements();
    });
    connect(&session, &Session::workspaceChanged, this, [this] { m_isCounted = false; });
    connect(&alerts, &AlertStore::transitioned, this, &AlarmWatch::handleTransition);
    connect(&session, &Session::escalated, this, &AlarmWatch::handleEscalations);
}

void AlarmWatch::setChoice(const DeskChoice &choice)
{
    m_choice = choice;
    // Who mutes the desk has heard it.
    if (isMuted(m_choice, m_session.clock().wall()))
        markAllSeen();
    m_isCounted = false;
    countNeedy();
}

std::optional<WallTime> AlarmWatch::quietUntil() const
{
    return m_choice.quietHours ? Watchfloor::quietUntil(policy().quiet, m_session.clock().wall()) : std::nullopt;
}

bool AlarmWatch::concernsMe(const Alert &alert) const
{
    const DeskPolicy &desk = policy();
    if (desk.services.isEmpty() && desk.owners.isEmpty() && !m_choice.onlyMine)
        return true;
    const ServiceStore &services = m_session.stores().services;
    const QString name = services.serviceOf(alert.labels);
    const ServiceStatus *status = name.isEmpty() ? nullptr : services.find(name);
    return concerns(desk, m_choice, {name, status ? status->service.owner : QString()});
}

/// Many alerts are of few services: whether one concerns me is asked once for each.
void AlarmWatch::countNeedy()
{
    if (std::exchange(m_isCounted, true))
        return;
    const DeskPolicy &desk = policy();
    const bool all = desk.services.isEmpty() && desk.owners.isEmpty() && !m_choice.onlyMine;
    QHash<QString, bool> known;
    m_needy = 0;
    for (const Alert &alert : m_session.stores().alerts.alerts()) {
        if (!needsSomebody(alert))
            continue;
        bool isMine = all;
        if (!all) {
            const QString service = m_session.stores().services.serviceOf(alert.labels);
            const auto found = known.constFind(service);
            isMine = found == known.cend() ? *known.insert(service, concernsMe(alert)) : *found;
        }
        m_needy += isMine;
    }
}

std::vector<const Alert *> AlarmWatch::needy(size_t limit) const
{
    std::vector<const Alert *> found;
    for (const Alert &alert : m_session.stores().alerts.alerts()) {
        if (found.size() == limit)
            break;
        if (needsSomebody(alert) && concernsMe(alert))
            found.push_back(&alert);
    }
    return found;
}

/// A person may change the end of what is taken on without a change of its state.
void AlarmWatch::rememberAcknowledgements()
{
    for (auto taken = m_taken.begin(); taken != m_taken.end(); ++taken)
        if (const Alert *alert = m_session.stores().alerts.find(taken.key()); alert && alert->acknowledgement)
            *taken = *alert->acknowledgement;
}

void AlarmWatch::handleTransition(const Alert &alert, AlertState before)
{
    const QString &key = alert.fingerprint;
    if (alert.state == AlertState::Acknowledged && alert.acknowledgement)
        m_taken.insert(key, *alert.acknowledgement);
    if (alert.state != AlertState::Firing) {
        // What cannot be seen has not ended.
        if (alert.state != AlertState::Unseen)
            end(alert);
        return;
    }
    const auto taken = m_taken.constFind(key);
    const auto former = taken == m_taken.constEnd() ? std::nullopt : std::optional(*taken);
    m_taken.remove(key);
    if (before == AlertState::Unseen && (m_told.contains(key) || former))
        return;
    const auto event = deskEvent(alert, before, former, m_flapTold.contains(key), m_session.clock().wall());
    if (!event || !isTold(policy(), alert.severity) || !concernsMe(alert))
        return;
    if (alert.flapping)
        m_flapTold.insert(key);
    else
        m_flapTold.remove(key);
    raise(waitingOf(alert, *event));
}

void AlarmWatch::handleEscalations(const std::vector<Escalation> &escalations)
{
    for (const Escalation &escalation : escalations) {
        const Alert *alert = m_session.stores().alerts.find(escalation.alert.fingerprint);
        // To me it comes whatever my services are.
        if (!alert || !needsSomebody(*alert) || (!concernsMe(*alert) && escalation.to != m_session.options().actor))
            continue;
        Waiting waiting = waitingOf(*alert, DeskEvent::Escalated);
        waiting.to = escalation.to;
        raise(waiting);
    }
}

AlarmWatch::Waiting AlarmWatch::waitingOf(const Alert &alert, DeskEvent event) const
{
    Alarm alarm;
    alarm.key = alert.fingerprint;
    alarm.name = AlarmWords::nameOf(alert);
    alarm.summary = alert.summary();
    alarm.severity = alert.severity;
    alarm.event = event;
    alarm.since = alert.firingSince.value_or(alert.startsAt);
    alarm.labels = alert.allLabels();
    return {alarm, false, {}, alert.flapping ? std::max(alert.starts, 1) : 0};
}

/// Told once as long as it stays blind, however many alerts it hides.
void AlarmWatch::watchSources()
{
    const Instant now = m_session.clock().now();
    for (const SourceStatus &source : m_session.stores().sources.sources()) {
        const QString key = sourcePrefix + source.spec.name;
        const bool blind = source.state(now) == State::Blind && source.freshness.error();
        if (blind == m_blind.contains(key))
            continue;
        if (!blind) {
            m_blind.remove(key);
            endKey(key, AlarmWords::seenAgain(source.spec.name));
            continue;
        }
        m_blind.insert(key);
        Alarm alarm;
        alarm.key = key;
        alarm.name = AlarmWords::cannotBeSeen(source.spec.name);
        alarm.summary = Format::sentence(*source.freshness.error());
        alarm.severity = Severity::Critical;
        alarm.event = DeskEvent::Unseen;
        alarm.since = m_session.clock().wall();
        raise({alarm, false, {}, 0});
    }
}

void AlarmWatch::raise(const Waiting &waiting)
{
    const QString &key = waiting.alarm.key;
    if (hushOf(policy(), m_choice, waiting.alarm.severity, m_session.clock().wall()) != Hush::None) {
        m_held.insert(key, waiting);
        return;
    }
    m_waiting.insert(key, waiting);
    if (m_waiting.size() >= mostGathered)
        m_gathering.start(0);
    else if (!m_gathering.isActive())
        m_gathering.start(gatherFor);
}

void AlarmWatch::end(const Alert &alert)
{
    m_waiting.remove(alert.fingerprint);
    m_held.remove(alert.fingerprint);
    if (alert.state != AlertState::Acknowledged)
        m_taken.remove(alert.fingerprint);
    endKey(alert.fingerprint, isOver(alert) ? AlarmWords::howItEnded(alert) : QString());
}

void AlarmWatch::endKey(const QString &key, const QString &words)
{
    m_waiting.remove(key);
    m_held.remove(key);
    if (!m_told.remove(key))
        return;
    if (m_many.remove(key)) {
        if (m_many.isEmpty())
            Q_EMIT ended(manyKey, AlarmWords::allOver());
    } else {
        Q_EMIT ended(key, words);
    }
    m_over.insert(key);
    // The first of them at once, all others of a storm's end together.
    if (m_ending.isActive())
        return;
    takeSeen();
    m_ending.start();
}

void AlarmWatch::takeSeen()
{
    if (takeAway(std::exchange(m_over, {})))
        Q_EMIT alarmsChanged();
}

bool AlarmWatch::takeAway(const QSet<QString> &keys)
{
    QSet<size_t> marks;
    marks.reserve(keys.size());
    for (const QString &key : keys)
        marks.insert(qHash(key));
    return std::erase_if(m_alarms, [&](const Alarm &alarm) { return marks.contains(alarm.mark) && keys.contains(alarm.key); }) > 0;
}

void AlarmWatch::markSeen(const QString &key)
{
    const size_t before = m_alarms.size();
    std::erase_if(m_alarms, [this, &key](const Alarm &alarm) { return alarm.key == key || (key == manyKey && m_many.contains(alarm.key)); });
    if (m_alarms.size() != before)
        Q_EMIT alarmsChanged();
}

void AlarmWatch::markAllSeen()
{
    if (!std::exchange(m_alarms, {}).empty())
        Q_EMIT alarmsChanged();
}

void AlarmWatch::tick()
{
    watchSources();
    followRenamed();
    if (!m_held.isEmpty())
        releaseHeld();
    if (++m_ticks % pruneEvery == 0)
        prune();
}

/// Muting or the quiet hours are over: what still needs somebody is told now.
void AlarmWatch::releaseHeld()
{
    const WallTime now = m_session.clock().wall();
    std::array<bool, allSeverities.size()> hushed{};
    for (const Severity severity : allSeverities)
        hushed[size_t(severity)] = hushOf(policy(), m_choice, severity, now) != Hush::None;
    std::vector<Waiting> free;
    for (auto held = m_held.begin(); held != m_held.end();) {
        if (hushed[size_t(held->alarm.severity)]) {
            ++held;
            continue;
        }
        const Alert *alert = m_session.stores().alerts.find(held.key());
        if (m_blind.contains(held.key()) || (alert && needsSomebody(*alert))) {
            held->late = true;
            free.push_back(*held);
        }
        held = m_held.erase(held);
    }
    for (const Waiting &waiting : free)
        raise(waiting);
}

void AlarmWatch::followRenamed()
{
    // Of very many none is looked for: their one message is about no name.
    const size_t count = m_alarms.size() + size_t(m_waiting.size() + m_held.size());
    if (count >= manyAlarms || !std::exchange(m_mayBeRenamed, false))
        return;
    const AlertStore &alerts = m_session.stores().alerts;
    QHash<Labels, QString> lost;
    QSet<QString> names;
    const auto look = [&](const Alarm &alarm) {
        if (alarm.isSource() || alerts.find(alarm.key))
            return;
        lost.insert(alarm.labels, alarm.key);
        names.insert(alarm.labels.value(u"alertname"));
    };
    for (const QHash<QString, Waiting> *waiting : {&m_waiting, &m_held})
        for (const Waiting &one : *waiting)
            look(one.alarm);
    for (const Alarm &alarm : m_alarms)
        look(alarm);
    if (lost.isEmpty())
        return;
    for (const Alert &alert : alerts.alerts()) {
        const QString before = needsSomebody(alert) && names.contains(alert.name()) ? lost.value(alert.allLabels()) : QString();
        if (before.isEmpty())
            continue;
        for (QHash<QString, Waiting> *waiting : {&m_waiting, &m_held})
            if (const auto known = waiting->constFind(before); known != waiting->constEnd()) {
                Waiting renamed = waiting->take(before);
                renamed.alarm.key = alert.fingerprint;
                waiting->insert(alert.fingerprint, renamed);
            }
        // What stands on the screen leads to the name that is gone: it is told again.
        const auto unseen = std::find_if(m_alarms.begin(), m_alarms.end(), [&before](const Alarm &alarm) { return alarm.key == before; });
        if (unseen == m_alarms.end())
            continue;
        const DeskEvent event = unseen->event;
        endKey(before, {});
        raise(waitingOf(alert, event));
    }
}

void AlarmWatch::announce()
{
    followRenamed();
    std::vector<Waiting> alerts;
    std::vector<Waiting> sources;
    for (Waiting &waiting : m_waiting)
        (waiting.alarm.isSource() ? sources : alerts).push_back(std::move(waiting));
    m_waiting.clear();
    for (std::vector<Waiting> *batch : {&sources, &alerts}) {
        if (batch->empty())
            continue;
        std::sort(batch->begin(), batch->end(), [](const Waiting &a, const Waiting &b) {
            return std::tie(a.alarm.severity, a.alarm.since, a.alarm.name) < std::tie(b.alarm.severity, b.alarm.since, b.alarm.name);
        });
        const bool each = m_pacer.take(batch->size(), m_session.clock().now());
        for (Waiting &waiting : *batch)
            waiting.alarm.isOfMany = !each;
        addAlarms(*batch);
        if (each)
            for (const Waiting &waiting : *batch)
                tellEach(waiting);
        else
            tellTogether(*batch, batch == &sources);
    }
    Q_EMIT alarmsChanged();
}

/// They are in order, and stay so together with those before.
void AlarmWatch::addAlarms(const std::vector<Waiting> &waiting)
{
    // Room that is made bit by bit is moved again and again.
    if (waiting.size() >= manyAlarms)
        for (QSet<QString> *keys : {&m_told, &m_many})
            keys->reserve(qsizetype(m_session.stores().alerts.alerts().size()));
    QSet<QString> again;
    for (const Waiting &one : waiting) {
        const qsizetype known = m_told.size();
        m_told.insert(one.alarm.key);
        if (m_told.size() == known || m_over.remove(one.alarm.key))
            again.insert(one.alarm.key);
    }
    if (!again.isEmpty())
        takeAway(again);
    const auto middle = qsizetype(m_alarms.size());
    for (const Waiting &one : waiting) {
        m_alarms.push_back(one.alarm);
        m_alarms.back().mark = qHash(one.alarm.key);
    }
    std::inplace_merge(m_alarms.begin(), m_alarms.begin() + middle, m_alarms.end(),
                       [](const Alarm &a, const Alarm &b) { return std::tie(a.severity, a.since) < std::tie(b.severity, b.since); });
}

void AlarmWatch::tellEach(const Waiting &waiting)
{
    const Alarm &alarm = waiting.alarm;
    m_many.remove(alarm.key);
    DeskTelling telling{alarm.key, AlarmWords::title(alarm, waiting.to), alarm.summary, alarm.severity, alarm.event};
    QStringList body{alarm.summary};
    if (alarm.event == DeskEvent::Reopened)
        body << AlarmWords::reopened();
    if (waiting.starts > 0)
        body << AlarmWords::flaps(waiting.starts);
    if (waiting.late)
        body << AlarmWords::keptBack(alarm.since, m_session.clock().wall());
    body.removeAll(QString());
    telling.body = body.join(QStringLiteral(" · "));
    Q_EMIT told(telling);
}

void AlarmWatch::tellTogether(const std::vector<Waiting> &waiting, bool sources)
{
    const bool late = std::all_of(waiting.begin(), waiting.end(), [](const Waiting &one) { return one.late; });
    for (const Waiting &one : waiting)
        m_many.insert(one.alarm.key);
    // The message stands for those before too that nobody has looked at.
    std::vector<const Alarm *> alarms;
    for (const Alarm &alarm : m_alarms)
        if (alarm.isSource() == sources && alarm.isOfMany)
            alarms.push_back(&alarm);
    DeskTelling telling{manyKey, AlarmWords::titleOfMany(alarms, sources, late), AlarmWords::bodyOfMany(alarms), alarms.front()->severity, std::nullopt};
    Q_EMIT told(telling);
}

/// Rows can leave the list without a word, by a person or with their source.
void AlarmWatch::prune()
{
    followRenamed();
    const AlertStore &alerts = m_session.stores().alerts;
    const auto isGone = [this, &alerts](const QString &key) {
        return key.startsWith(sourcePrefix) ? !m_session.stores().sources.find(key.mid(sourcePrefix.size())) : !alerts.find(key);
    };
    for (const QString &key : QSet<QString>(m_told))
        if (isGone(key))
            endKey(key, {});
    m_flapTold.removeIf([&isGone](const QString &key) { return isGone(key); });
    m_blind.removeIf([&isGone](const QString &key) { return isGone(key); });
    for (const QString &key : m_taken.keys())
        if (isGone(key))
            m_taken.remove(key);
}

} // namespace Watchfloor
