#pragma once

#include "models/metrics/answermerge.h"
#include "models/metrics/queryhub.h"
#include "tests/engines/engine.h"
#include "tests/metrics/sameanswer.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTestEventLoop>

namespace Watchfloor::Testing {

/// A hub before a real server, on a clock that moves by hand, and the plain client beside it.
class EngineBench
{
public:
    explicit EngineBench(const Engine &engine, WallTime start)
        : m_http({.base = engine.url()}, clock, nullptr)
        , client(m_http)
    {
        clock.stepWall(start - clock.wall());
        hub.setSeed(1);
        hub.setPaused(true);
        hub.addSource(QStringLiteral("main"), &client, std::chrono::seconds(15));
        QObject::connect(&hub, &QueryHub::answered, &hub, [this](const QuerySnapshot &snapshot) {
            latest[snapshot.key] = snapshot;
            ++m_answers;
        });
    }

    void watch(const QString &expression, std::chrono::milliseconds length, std::chrono::milliseconds step)
    {
        interests.push_back(hub.watch({QStringLiteral("main"), expression, length, step}));
    }

    /// Every watched query answers once; between rounds none is asked, whatever real time passes.
    [[nodiscard]] bool round()
    {
        const size_t wanted = m_answers + interests.size();
        QSignalSpy answered(&hub, &QueryHub::answered);
        hub.setPaused(false);
        hub.refresh();
        while (m_answers < wanted && answered.wait(30'000)) { }
        hub.setPaused(true);
        return m_answers == wanted;
    }

    /// Where the hub's answer differs from that of the whole query now; empty when it does not. A server of many threads gives
    /// other last digits and another order each time.
    QString difference(const QueryKey &key, bool isThreaded = false)
    {
        const TimeRange range = alignedTo(lastUntil(clock.wall(), key.length), key.step);
        const auto whole = wait<QueryAnswer>([&](auto handler) { client.queryRange(key.expression, range, key.step, &client, handler); });
        const QuerySnapshot &snapshot = latest[key];
        if (!whole.ok() || !snapshot.answer)
            return QStringLiteral("no answer: ") + (whole.ok() ? snapshot.error.value_or(Error{}).detail : whole.error().detail);
        return isThreaded ? differenceOf(sorted(*snapshot.answer), sorted(*whole), 1e-13) : differenceOf(*snapshot.answer, *whole);
    }

    static QueryAnswer sorted(QueryAnswer answer)
    {
        std::sort(answer.series.begin(), answer.series.end(), [](const Series &a, const Series &b) { return listedBefore(a.labels, b.labels); });
        return answer;
    }

    template <typename T, typename Ask>
    static Result<T> wait(Ask ask)
    {
        QTestEventLoop loop;
        std::optional<Result<T>> result;
        ask([&](Result<T> answer) {
            result = std::move(answer);
            loop.exitLoop();
        });
        if (!result)
            loop.enterLoopMSecs(30'000);
        return result ? *result : Result<T>(Error{Error::Kind::Blind, QStringLiteral("no answer"), {}});
    }

    FakeClock clock;

private:
    HttpClient m_http;

public:
    PrometheusClient client;
    QueryHub hub{clock};
    std::vector<QueryInterest> interests;
    std::map<QueryKey, QuerySnapshot> latest;

private:
    size_t m_answers = 0;
};

} // namespace Watchfloor::Testing
