#pragma once

#include "models/episodes/episodekeeper.h"
#include "tests/alerts/alertbuilders.h"

#include <QTemporaryDir>
#include <QTest>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;

/// A console that keeps a record: a floor of sources and alerts, and the file. The next console of the same folder finds it.
struct Console
{
    explicit Console(const QTemporaryDir &folder, const FakeClock &time = {})
        : history(folder.filePath(u"history.sqlite"_s), floor.clock)
        , keeper(floor.store, floor.sources, history, floor.clock)
    {
        floor.clock = time;
        QObject::connect(&keeper, &EpisodeKeeper::recalled, &keeper, [this] { isRecalled = true; });
    }

    bool start()
    {
        keeper.recall();
        return QTest::qWaitFor([this] { return isRecalled; }, 20'000);
    }
    /// So long between two looks as if seconds had passed.
    void pass(std::chrono::milliseconds time)
    {
        floor.clock.advance(time);
        floor.store.tick(floor.clock.now(), floor.clock.wall());
        keeper.tick();
    }
    std::vector<Episode> record(EpisodeSearch search = {})
    {
        search.withEvents = true;
        if (!QTest::qWaitFor([this] { return history.waiting() == 0; }, 20'000))
            return {};
        std::optional<std::vector<Episode>> found;
        keeper.search(search, &keeper, [&found](Result<std::vector<Episode>> answer) { found = answer ? *answer : std::vector<Episode>(99); });
        return QTest::qWaitFor([&found] { return found.has_value(); }, 20'000) ? *found : std::vector<Episode>(98);
    }

    Floor floor;
    History history;
    EpisodeKeeper keeper;
    bool isRecalled = false;
};

inline QStringList eventsOf(const Episode &episode)
{
    QStringList texts;
    for (const EpisodeEvent &event : episode.events) {
        const QString what = event.kind == EpisodeEvent::Kind::State ? alertStateName(event.state) : QString::number(int(event.kind)) + u':' + event.who;
        texts << what;
    }
    return texts;
}

} // namespace Watchfloor::Testing
