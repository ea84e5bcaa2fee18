#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakecommands.h"
#include "tests/support/widgethands.h"
#include "widgets/explore/explorepage.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Workspace exploreWorkspace()
{
    Workspace workspace;
    workspace.name = u"Shop"_s;
    for (const auto &[name, kind] : {std::pair(u"am-1"_s, SourceKind::Alertmanager), std::pair(u"main"_s, SourceKind::Prometheus), std::pair(u"orders-raw"_s, SourceKind::Metrics)}) {
        SourceSpec spec;
        spec.name = name;
        spec.kind = kind;
        spec.target.base = QUrl(u"http://127.0.0.1:9"_s);
        spec.interval = 15s;
        workspace.sources.push_back(spec);
    }
    for (const QString &name : {u"payment"_s, u"orders"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    return workspace;
}

/// Series on one grid that ends now; `value(series, share)` with a share of 0 to 1 of the range.
template <typename Value>
QueryAnswer matrix(WallTime end, std::chrono::milliseconds length, const std::vector<Labels> &labels, Value value, int samples = 120)
{
    QueryAnswer answer;
    answer.type = QueryAnswer::Type::Matrix;
    auto times = std::make_shared<std::vector<double>>();
    const double seconds = std::chrono::duration<double>(length).count();
    for (int at = 0; at < samples; ++at)
        times->push_back(toEpochSeconds(end) - seconds * (1 - double(at) / (samples - 1)));
    for (size_t index = 0; index < labels.size(); ++index) {
        Series series;
        series.labels = labels[index];
        series.times = times;
        for (int at = 0; at < samples; ++at)
            series.values.push_back(value(index, double(at) / (samples - 1)));
        answer.series.push_back(std::move(series));
    }
    answer.totalSeries = answer.series.size();
    return answer;
}

inline std::vector<Labels> requestLabels()
{
    std::vector<Labels> labels;
    for (const QString &service : {u"payment"_s, u"orders"_s, u"basket"_s})
        for (const QString &code : {u"200"_s, u"500"_s})
            labels.push_back({{u"service"_s, service}, {u"code"_s, code}, {u"instance"_s, u"127.0.0.1:9101"_s}});
    return labels;
}

/// The page over stores that nobody fills but the test, and a door that remembers.
struct ExploreRoom
{
    QTemporaryDir folder;
    FakeClock clock;
    FakeCommands commands;
    Session session;
    ExplorePage page;

    explicit ExploreRoom(ThemeMode mode = ThemeMode::Dark, const Workspace &workspace = exploreWorkspace())
        : commands()
        , session(themed(workspace, mode), clock, {.dataFolder = folder.path(), .actor = u"mk"_s, .watchFiles = false, .storageError = {}})
        , page(PageContext{session.stores(), known(commands), clock, session})
    {
        page.resize(1'200, 760);
        page.setSynchronous(true);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
    }

    static const Workspace &themed(const Workspace &workspace, ThemeMode mode)
    {
        applyTheme(*qApp, mode);
        return workspace;
    }
    static FakeCommands &known(FakeCommands &commands)
    {
        commands.metrics = {{u"http_requests_total"_s, {u"counter"_s, u"Requests by service and code."_s, {}}},
                            {u"http_request_duration_seconds_bucket"_s, {u"histogram"_s, u"How long requests take."_s, {}}},
                            {u"queue_depth"_s, {u"gauge"_s, u"Orders that <b>wait</b>."_s, {}}},
                            {u"up"_s, {u"gauge"_s, {}, {}}}};
        commands.labels = {{{}, {u"__name__"_s, u"code"_s, u"instance"_s, u"service"_s}}, {u"http_requests_total"_s, {u"__name__"_s, u"code"_s, u"service"_s}}};
        commands.labelValues = {{u"service"_s, {u"orders"_s, u"payment"_s}}};
        return commands;
    }

    /// Answers everything that is watched.
    template <typename Value>
    void answer(const std::vector<Labels> &labels, Value value)
    {
        for (const QueryKey &key : commands.watched) {
            QuerySnapshot snapshot;
            snapshot.key = key;
            const WallTime end = key.end(clock.wall());
            snapshot.answer = std::make_shared<QueryAnswer>(key.isInstant() ? instant(end, labels, value) : matrix(end, key.length, labels, value, int(key.length / key.step) + 1));
            session.stores().apply({key.source, clock.now(), clock.wall(), snapshot});
        }
    }
    template <typename Value>
    static QueryAnswer instant(WallTime at, const std::vector<Labels> &labels, Value value)
    {
        QueryAnswer answer;
        for (size_t index = 0; index < labels.size(); ++index) {
            Series series;
            series.labels = labels[index];
            series.times = std::make_shared<const std::vector<double>>(1, toEpochSeconds(at));
            series.values = {value(index, 1.0)};
            answer.series.push_back(std::move(series));
        }
        answer.totalSeries = answer.series.size();
        return answer;
    }

    template <typename T>
    T *visible(const QString &name = {}) const
    {
        return shownIn<T>(page, name);
    }
    bool choose(const QString &text) const
    {
        return chooseFrom(visible<QMenu>(), text);
    }
    template <typename Button>
    Button *button(const QString &text) const
    {
        for (Button *one : page.findChildren<Button *>())
            if (one->isVisible() && one->text().startsWith(text))
                return one;
        return nullptr;
    }
    bool keepPicture(const QString &name)
    {
        QTest::qWait(100); // charts gather changes for a frame
        return Testing::keepPicture(page.grab(), name);
    }
};

} // namespace Watchfloor::Testing
