#pragma once

#include "models/core/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

#include <memory>

namespace Watchfloor {

/// Bodies above this are parsed off the main thread.
inline constexpr qsizetype parseHereLimit = 64 * 1024;

/// Runs `parse` for a body of `size`, in the thread pool when it is large, and gives its result to `handler` on the thread of
/// `owner`, unless `owner` is gone by then.
template <typename T, typename Parse, typename Handler>
void parseSomewhere(QObject *owner, qsizetype size, Parse parse, Handler handler)
{
    if (size <= parseHereLimit) {
        handler(parse());
        return;
    }
    using Shared = std::shared_ptr<Result<T>>;
    auto *watcher = new QFutureWatcher<Shared>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        const Shared result = watcher->result();
        handler(std::move(*result));
    });
    watcher->setFuture(QtConcurrent::run([parse = std::move(parse)]() -> Shared { return std::make_shared<Result<T>>(parse()); }));
}

} // namespace Watchfloor
