#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <QObject>

#include <functional>

namespace Watchfloor {

/// A member of a cluster that can be asked about its silences.
struct SilenceTarget
{
    using IdHandler = std::function<void(Result<QString>)>;
    using ListHandler = std::function<void(Result<std::vector<Silence>>)>;

    QString name;
    std::function<void(const Silence &, QObject *, IdHandler)> post;   ///< posts and reads back
    std::function<void(const QString &, QObject *, IdHandler)> expire; ///< by id
    std::function<void(QObject *, ListHandler)> list;
};

/// Which member took it, and the id that it gave.
struct PostedSilence
{
    QString member;
    QString id;
    bool operator==(const PostedSilence &) const = default;
};

/// Whether nothing can have reached the other side: another member may be asked instead.
bool isBeforeSending(const Error &error);
/// Whether the other side understood and said no: asking again changes nothing.
bool isRefusal(const Error &error);

/// Posts one silence to a cluster, through the first of `targets` that takes it. The next one is asked only where nothing was
/// sent to the one before. Where an answer never came it is not posted again: the members are asked for their lists until one
/// has it or three rounds are over, and then the outcome is told as Blind. Deletes itself when it has answered; answers nothing
/// once `context` is gone.
class SilencePost final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Result<PostedSilence>)>;

    static void start(std::vector<SilenceTarget> targets, const Silence &silence, QObject *context, Handler handler,
                      std::chrono::milliseconds betweenLooks = std::chrono::milliseconds(1'500));
    /// Ends one by its id, through the first member that can: ending twice does no harm, so any failure leads to the next.
    static void expire(std::vector<SilenceTarget> targets, const QString &id, QObject *context, Handler handler);

private:
    SilencePost(std::vector<SilenceTarget> targets, QObject *context, Handler handler);
    void postNext();
    void expireNext(const QString &id);
    void look(int round);
    void lookAt(size_t target, int round);
    void answer(Result<PostedSilence> result);

    std::vector<SilenceTarget> m_targets;
    Handler m_handler;
    Silence m_silence;
    std::chrono::milliseconds m_betweenLooks{};
    size_t m_next = 0;
    size_t m_unsure = 0; ///< the one whose answer never came
    bool m_seen = false; ///< a member was looked at and did not have it
    std::optional<Error> m_error;
};

} // namespace Watchfloor
