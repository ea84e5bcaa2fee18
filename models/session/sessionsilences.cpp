#include "models/session/sessionprivate.h"

#include "models/alerts/alertmanagerjson.h"
#include "models/silences/clustersilence.h"
#include "models/silences/silencepreview.h"

#include <QDateTime>

#include <utility>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

QString isoText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
}

QString detailOf(const Silence &silence, const QString &where)
{
    const QString id = silence.id.isEmpty() ? QString() : QStringLiteral("\"id\":%1,").arg(quoted(silence.id));
    return QStringLiteral("{%1\"matchers\":%2,\"starts\":%3,\"ends\":%4,\"at\":%5}")
        .arg(id, quoted(matchersText(silence.matchers)), quoted(isoText(silence.startsAt)), quoted(isoText(silence.endsAt)), quoted(where));
}

/// An answer that must come: where the connection is replaced or taken away while it is waited for, nobody else would say so.
template <typename T>
class Promise
{
public:
    using Handler = std::function<void(Result<T>)>;

    Promise(const QString &member, QObject *context, Handler handler)
        : m_member(member)
        , m_context(context)
        , m_handler(std::move(handler))
    {
    }
    Promise(const Promise &) = delete;
    Promise &operator=(const Promise &) = delete;
    ~Promise()
    {
        // Its connection is in the middle of its end.
        if (m_handler && m_context)
            QTimer::singleShot(0, m_context, [handler = std::move(m_handler), member = m_member] {
                handler(Error{Error::Kind::Blind, QStringLiteral("the workspace was read again before %1 answered").arg(member), member});
            });
    }

    static Handler of(const QString &member, QObject *context, Handler handler)
    {
        return [promise = std::make_shared<Promise>(member, context, std::move(handler))](Result<T> result) {
            if (const Handler waiting = std::exchange(promise->m_handler, {}))
                waiting(std::move(result));
        };
    }

private:
    QString m_member;
    QPointer<QObject> m_context;
    Handler m_handler;
};

} // namespace

QStringList Session::Private::alertmanagers(const QString &clusterOrSource) const
{
    QStringList members;
    const auto clusters = session.m_stores.alerts.clusters();
    if (const auto told = clusters.find(clusterOrSource); told != clusters.end())
        members = told->second;
    SourceConnection *single = connection(clusterOrSource);
    // The name of a source is nobody else's, whatever a cluster beside it is called.
    const bool isOther = single && single->alertmanager() && single->spec().cluster != clusterOrSource;
    for (const auto &candidate : connections)
        if (!isOther && candidate->alertmanager() && candidate->spec().cluster == clusterOrSource && !members.contains(candidate->spec().name))
            members << candidate->spec().name;
    // What the workspace no longer names may still be told of.
    members.removeIf([this](const QString &name) {
        SourceConnection *known = connection(name);
        return !known || !known->alertmanager();
    });
    if (members.isEmpty() && single && single->alertmanager())
        members << clusterOrSource;
    return members;
}

std::vector<SilenceTarget> Session::Private::silenceTargets(const QStringList &members)
{
    std::vector<SilenceTarget> targets;
    for (const QString &name : members) {
        const auto source = [this, name]() -> AlertmanagerSource * {
            SourceConnection *asked = connection(name);
            return asked ? asked->alertmanager() : nullptr;
        };
        const Error gone{Error::Kind::NotFound, {}, name};
        SilenceTarget target;
        target.name = name;
        target.post = [source, name, gone](const Silence &silence, QObject *context, const SilenceTarget::IdHandler &handler) {
            AlertmanagerSource *asked = source();
            return asked ? asked->postSilence(silence, context, Promise<QString>::of(name, context, handler)) : handler(gone);
        };
        target.expire = [source, name, gone](const QString &id, QObject *context, const SilenceTarget::IdHandler &handler) {
            AlertmanagerSource *asked = source();
            return asked ? asked->expireSilence(id, context, Promise<QString>::of(name, context, handler)) : handler(gone);
        };
        target.list = [source, name, gone](QObject *context, const SilenceTarget::ListHandler &handler) {
            AlertmanagerSource *asked = source();
            return asked ? asked->fetchSilences(context, Promise<std::vector<Silence>>::of(name, context, handler)) : handler(gone);
        };
        targets.push_back(std::move(target));
    }
    const Instant now = session.m_clock.now();
    std::stable_partition(targets.begin(), targets.end(),
                          [this, now](const SilenceTarget &target) { return session.m_stores.sources.state(target.name, now) == State::Healthy; });
    return targets;
}

void Session::Private::followSilence(const QStringList &members)
{
    const auto ask = [this, members] {
        for (const QString &name : members)
            if (SourceConnection *asked = connection(name))
                asked->poll();
    };
    ask();
    for (const auto later : {1'000ms, 3'500ms, 7'000ms})
        QTimer::singleShot(later, &session, ask);
}

void Session::Private::noteSilence(const Silence &silence, const PostedSilence &posted, const QString &actor)
{
    observe(posted.member, Mark{Mark::Kind::Silence, session.m_clock.wall(), {}, matchersText(silence.matchers), actor, posted.id});
}

void Session::postSilence(const QString &source, const Silence &silence, QObject *context, std::function<void(Result<QString>)> handler)
{
    const QStringList members = d->alertmanagers(source);
    if (members.isEmpty())
        return handler(Error{Error::Kind::NotFound, {}, source});
    Silence signedSilence = silence;
    if (signedSilence.createdBy.isEmpty())
        signedSilence.createdBy = m_options.actor;
    const SilencePreview preview = previewSilence(signedSilence.matchers, m_stores.alerts.alerts(), &members);
    if (const auto allowed = checkSilencePolicy(signedSilence, preview, m_stores.workspace().silencePolicy, m_clock.wall()); !allowed)
        return handler(allowed.error());
    if (const auto complete = checkSilence(signedSilence); !complete)
        return handler(complete.error());
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence"), QStringLiteral("intent"), detailOf(signedSilence, source)};
    if (const auto recorded = d->record(intent); !recorded)
        return handler(recorded.error());
    SilencePost::start(d->silenceTargets(members), signedSilence, this,
                       [this, intent, members, signedSilence, isWanted = context != nullptr, context = QPointer<QObject>(context),
                        handler = std::move(handler)](Result<PostedSilence> posted) {
                           const bool isUnknown = !posted && posted.error().kind == Error::Kind::Blind;
                           (void)d->record({intent.actor, {}, intent.event,
                                            posted ? QStringLiteral("ok") : isUnknown ? QStringLiteral("unknown") : QStringLiteral("failed"), intent.detail});
                           if (posted)
                               d->noteSilence(signedSilence, *posted, intent.actor);
                           if (posted || isUnknown)
                               d->followSilence(members);
                           if (context || !isWanted)
                               handler(posted ? Result<QString>(posted->id) : Result<QString>(posted.error()));
                       });
}

void Session::expireSilence(const QString &source, const QString &id, QObject *context, std::function<void(Result<QString>)> handler)
{
    const QStringList members = d->alertmanagers(source);
    if (members.isEmpty())
        return handler(Error{Error::Kind::NotFound, {}, source});
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence-expire"), QStringLiteral("intent"),
                                 QStringLiteral("{\"id\":%1,\"at\":%2}").arg(quoted(id), quoted(source))};
    if (const auto recorded = d->record(intent); !recorded)
        return handler(recorded.error());
    SilencePost::expire(d->silenceTargets(members), id, this,
                        [this, intent, members, isWanted = context != nullptr, context = QPointer<QObject>(context),
                         handler = std::move(handler)](Result<PostedSilence> ended) {
                            (void)d->record({intent.actor, {}, intent.event, ended ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
                            d->followSilence(members);
                            if (context || !isWanted)
                                handler(ended ? Result<QString>(ended->id) : Result<QString>(ended.error()));
                        });
}

} // namespace Watchfloor
