#pragma once

#include "models/metrics/prometheusjson.h"
#include "tests/metrics/hubbench.h"
#include "tests/metrics/sameanswer.h"

#include <QSignalSpy>
#include <QTest>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString rangePath = u"/api/v1/query_range"_s;
inline const QString startPath = u"/api/v1/status/runtimeinfo"_s;
inline const QueryKey key{u"main"_s, u"rate(x[5m])"_s, 1h, 15s};

/// Whose server answers ranges from one function of series and time.
struct TailBench : HubBench
{
    /// The number of series `index` at `time`; nothing: a gap.
    std::function<std::optional<int>(int index, qint64 time)> number = [](int index, qint64 time) { return int(time / 15 % 1000) + index; };
    std::function<Answer(const SeenRequest &)> fault; ///< when set, answers instead
    QByteArray warnings;
    int seriesCount = 3;

    TailBench()
    {
        hub.setSeed(1);
        server.on(rangePath, [this](const SeenRequest &request) { return fault ? fault(request) : answer(request); });
        hub.addSource(u"main"_s, &client, 15s);
    }

    Answer answer(const SeenRequest &request) const
    {
        const auto seconds = [&request](const QString &name) { return qint64(request.query.queryItemValue(name).toDouble()); };
        QByteArray list;
        for (int index = 0; index < seriesCount; ++index) {
            QByteArray values;
            for (qint64 time = seconds(u"start"_s); time <= seconds(u"end"_s); time += seconds(u"step"_s))
                if (const auto value = number(index, time))
                    values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(time) + ",\"" + QByteArray::number(*value) + "\"]";
            if (!values.isEmpty())
                list += (list.isEmpty() ? "{\"metric\":{\"i\":\"" : ",{\"metric\":{\"i\":\"") + QByteArray::number(index) + "\"},\"values\":[" + values + "]}";
        }
        return Answer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + list + "]}" + warnings + "}");
    }

    /// What the server would say to the whole query now.
    QueryAnswer whole(const QueryKey &of = key) const
    {
        const TimeRange range = alignedTo(lastUntil(clock.wall(), of.length), of.step);
        SeenRequest request;
        request.query.addQueryItem(u"start"_s, QString::number(toEpochSeconds(range.start), 'f', 0));
        request.query.addQueryItem(u"end"_s, QString::number(toEpochSeconds(range.end), 'f', 0));
        request.query.addQueryItem(u"step"_s, QString::number(of.step / 1s));
        Result<QueryAnswer> parsed = parseQueryAnswer(answer(request).body);
        markGaps(*parsed, of.step);
        return *parsed;
    }

    [[nodiscard]] bool waitForSnapshots(size_t count)
    {
        QSignalSpy answered(&hub, &QueryHub::answered);
        while (snapshots.size() < count && answered.wait()) { }
        return snapshots.size() == count;
    }
    [[nodiscard]] bool refresh(std::chrono::milliseconds after = 15s)
    {
        clock.advance(after);
        hub.refresh();
        return waitForSnapshots(snapshots.size() + 1);
    }
    std::vector<SeenRequest> asked() const { return server.requestsTo(rangePath); }
    /// How long the range of an ask was; negative: counted from the last.
    std::chrono::seconds span(int index) const
    {
        const std::vector<SeenRequest> all = asked();
        const SeenRequest &request = all.at(index < 0 ? all.size() - size_t(-index) : size_t(index));
        return std::chrono::seconds(qint64(request.query.queryItemValue(u"end"_s).toDouble() - request.query.queryItemValue(u"start"_s).toDouble()));
    }
};

} // namespace Watchfloor::Testing
