#include "models/silences/silencepost.h"

#include "models/alerts/alertmanagerjson.h"

#include <QTimer>

namespace Watchfloor {

namespace {

constexpr int mostLooks = 3;

} // namespace

bool isBeforeSending(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Refused:
    case Error::Kind::HostNotFound:
    case Error::Kind::Offline:
    case Error::Kind::Tls:
    case Error::Kind::MissingSecret:
    case Error::Kind::Throttled:
    case Error::Kind::Starting:
        return true;
    default:
        return false;
    }
}

bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Rejected:
    case Error::Kind::Redirected:
    case Error::Kind::Unsupported:
    case Error::Kind::Invalid:
    case Error::Kind::Cancelled:
        return true;
    default:
        return false;
    }
}

SilencePost::SilencePost(std::vector<SilenceTarget> targets, QObject *context, Handler handler)
    : QObject(context)
    , m_targets(std::move(targets))
    , m_handler(std::move(handler))
{
}

void SilencePost::start(std::vector<SilenceTarget> targets, const Silence &silence, QObject *context, Handler handler,
                        std::chrono::milliseconds betweenLooks)
{
    auto *post = new SilencePost(std::move(targets), context, std::move(handler));
    post->m_silence = silence;
    post->m_betweenLooks = betweenLooks;
    post->postNext();
}

void SilencePost::expire(std::vector<SilenceTarget> targets, const QString &id, QObject *context, Handler handler)
{
    (new SilencePost(std::move(targets), context, std::move(handler)))->expireNext(id);
}

void SilencePost::postNext()
{
    if (m_next == m_targets.size())
        return answer(m_error.value_or(Error{Error::Kind::NotFound, {}, {}}));
    const size_t target = m_next++;
    m_targets[target].post(m_silence, this, [this, target](const Result<QString> &id) {
        if (id)
            return answer(PostedSilence{m_targets[target].name, *id});
        m_error = id.error();
        // An edit reads the silence first: a member that does not know it was sent nothing more.
        const bool isUnknownThere = m_error->kind == Error::Kind::NotFound && !m_silence.id.isEmpty();
        if (isBeforeSending(*m_error) || isUnknownThere)
            return postNext();
        if (isRefusal(*m_error))
            return answer(*m_error);
        m_unsure = target;
        look(0);
    });
}

void SilencePost::expireNext(const QString &id)
{
    if (m_next == m_targets.size())
        return answer(m_error.value_or(Error{Error::Kind::NotFound, {}, {}}));
    const size_t target = m_next++;
    m_targets[target].expire(id, this, [this, target, id](const Result<QString> &ended) {
        if (ended)
            return answer(PostedSilence{m_targets[target].name, *ended});
        // What a member that can be asked says counts more than that another cannot be asked.
        if (!m_error || !isRefusal(*m_error))
            m_error = ended.error();
        expireNext(id);
    });
}

/// The member whose answer never came first: it knows before the others do.
void SilencePost::look(int round)
{
    if (round < mostLooks) {
        m_seen = false;
        return lookAt(0, round);
    }
    const QString who = m_targets[m_unsure].name;
    answer(Error{Error::Kind::Blind,
                 m_seen ? QStringLiteral("%1 did not answer, and the silence is on no member that can be asked; look again before you post it again").arg(who)
                        : QStringLiteral("%1 did not answer, and no member can be asked whether the silence stands; look before you post it again").arg(who),
                 m_error->where});
}

void SilencePost::lookAt(size_t target, int round)
{
    if (target == m_targets.size()) {
        QTimer::singleShot(m_betweenLooks, this, [this, round] { look(round + 1); });
        return;
    }
    const size_t place = target == 0 ? m_unsure : target <= m_unsure ? target - 1 : target;
    m_targets[place].list(this, [this, target, place, round](const Result<std::vector<Silence>> &silences) {
        if (silences) {
            m_seen = true;
            for (const Silence &silence : *silences)
                if (standsAsAsked(silence, m_silence))
                    return answer(PostedSilence{m_targets[place].name, silence.id});
        }
        lookAt(target + 1, round);
    });
}

void SilencePost::answer(Result<PostedSilence> result)
{
    deleteLater();
    m_handler(std::move(result));
}

} // namespace Watchfloor
