#pragma once

#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/widgethands.h"
#include "widgets/charts/timechart.h"
#include "widgets/panels/dashboardspage.h"
#include "widgets/panels/panelboard.h"

#include <QApplication>
#include <QTest>

#include <cmath>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A door that remembers what is asked, and answers queries by a rule into the stores when the test says so.
class BoardDoor final : public Commands
{
public:
    std::map<QueryKey, std::weak_ptr<const QueryKey>> watched;
    std::map<QueryKey, bool> paused;
    std::vector<std::pair<QString, std::function<void(Result<QByteArray>)>>> fetches;

    bool actionsLocked() const override { return false; }
    std::optional<std::chrono::milliseconds> unlockedFor() const override { return std::nullopt; }
    void unlock(std::chrono::minutes) override {}
    void lock() override {}
    void acknowledge(const AcknowledgeRequest &) override {}
    void unacknowledge(const QString &) override {}
    void dismiss(const QString &) override {}
    void postSilence(const QString &, const Silence &, QObject *, std::function<void(Result<QString>)>) override {}
    void expireSilence(const QString &, const QString &, QObject *, std::function<void(Result<QString>)>) override {}
    Result<QString> startRun(const RunRequest &) override { return QString(); }
    void stopRun(const QString &) override {}
    void undoRun(const QString &) override {}
    void fetchChoices(const QString &, const QString &, QObject *, std::function<void(Result<QStringList>)>) override {}
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds) override
    {
        auto interest = std::make_shared<const QueryKey>(key);
        watched[key] = interest;
        paused[key] = false;
        return interest;
    }
    void setPaused(const QueryInterest &interest, bool pause) override { paused[*interest] = pause; }
    void evaluate(const QString &, const QString &, QObject *, std::function<void(Result<QueryAnswer>)>) override {}
    void fetchApi(const QString &, const QString &path, QObject *, std::function<void(Result<QByteArray>)> handler) override { fetches.emplace_back(path, std::move(handler)); }
    void listExemplars(const QString &, const QString &expression, TimeRange range, QObject *, std::function<void(Result<std::vector<ExemplarSeries>>)> handler) override
    {
        exemplarAsks << expression;
        handler(std::vector<ExemplarSeries>{{Labels{}, {{Labels{{u"trace_id"_s, u"4bf92f35"_s}}, 0.7, toEpochSeconds(range.end) - 60}}}});
    }
    void refreshNow() override {}
    void setRefreshInterval(std::chrono::milliseconds) override {}

    QStringList exemplarAsks;
    /// Those that somebody holds and looks at.
    std::vector<QueryKey> live() const
    {
        std::vector<QueryKey> keys;
        for (const auto &[key, interest] : watched)
            if (!interest.expired() && !paused.at(key))
                keys.push_back(key);
        return keys;
    }
};

inline double noise(double at, int seed)
{
    const double raw = std::sin(at * 12'345.678 + seed * 78.233) * 43'758.5453;
    return raw - std::floor(raw);
}

/// A workspace of one source and the dashboards given, a session that asks nobody, and a dashboards page before a door of the test.
struct BoardRoom
{
    using Rule = std::function<QuerySnapshot(const QueryKey &)>;

    FakeClock clock;
    Session session;
    BoardDoor door;
    DashboardsPage page;

    explicit BoardRoom(std::vector<Dashboard> dashboards, QSize size = {1400, 900})
        : session(workspaceOf(std::move(dashboards)), clock, {.dataFolder = {}, .actor = u"mk"_s, .watchFiles = false, .storageError = {}})
        , page(PageContext{session.stores(), door, clock, session})
    {
        page.setSynchronous(true);
        page.resize(size);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
    }

    static Workspace workspaceOf(std::vector<Dashboard> dashboards)
    {
        Workspace workspace;
        workspace.name = u"shop"_s;
        SourceSpec spec;
        spec.name = u"main"_s;
        spec.target.base = QUrl(u"http://127.0.0.1:9"_s);
        workspace.sources = {spec};
        workspace.dashboards = std::move(dashboards);
        return workspace;
    }

    void apply(Observation::Body body, const QString &source = u"main"_s) { session.stores().apply({source, clock.now(), clock.wall(), std::move(body)}); }
    /// Answers everything that is asked now and has no answer yet, by the rule; again until nothing new is asked.
    void answer(const Rule &rule, bool again = false)
    {
        for (bool any = true; std::exchange(any, false);) {
            for (const QueryKey &key : door.live()) {
                if (!again && session.stores().series.find(key))
                    continue;
                apply(rule(key));
                any = !again;
            }
            page.tick();
        }
        page.tick();
    }

    /// Layouts and charts that wait for the next turn of the loop are brought up to date, for a picture.
    void draw()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (PanelCard *one : page.board().cards())
            if (one->chart() && one->isVisible())
                (void)one->chart()->grabImage();
    }

    PanelCard *card(const QString &title)
    {
        for (PanelCard *one : page.board().cards())
            if (one->panel().title == title)
                return one;
        return nullptr;
    }

    /// Samples over the key's range, or one of now, for each of the label sets.
    QuerySnapshot series(const QueryKey &key, const std::vector<Labels> &labels, const std::function<double(double, int)> &value) const
    {
        auto answer = std::make_shared<QueryAnswer>();
        answer->type = key.isInstant() ? QueryAnswer::Type::Vector : QueryAnswer::Type::Matrix;
        auto times = std::make_shared<std::vector<double>>();
        const double end = toEpochSeconds(key.end(clock.wall()));
        const double step = std::max(1.0, std::chrono::duration<double>(key.step).count());
        const double length = std::chrono::duration<double>(key.length).count();
        for (double at = key.isInstant() ? end : std::ceil((end - length) / step) * step; at <= end; at += step)
            times->push_back(at);
        for (size_t index = 0; index < labels.size(); ++index) {
            Series one{labels[index], times, {}, {}};
            for (const double at : *times)
                one.values.push_back(value(length > 0 ? 1 - (end - at) / length : 1, int(index)));
            answer->series.push_back(std::move(one));
        }
        answer->totalSeries = labels.size();
        return {key, answer, std::nullopt, {}, 15s};
    }
    static QuerySnapshot failure(const QueryKey &key, const Error &error) { return {key, nullptr, error, {}, 15s}; }
};

inline std::vector<Labels> services(const QStringList &names)
{
    std::vector<Labels> list;
    for (const QString &name : names)
        list.push_back(Labels{{u"service"_s, name}});
    return list;
}

inline Watchfloor::Panel panelOf(const QString &title, PanelKind kind, const QString &expression, PanelPlace at, const QString &legend = u"{{service}}"_s)
{
    static int id = 0;
    Watchfloor::Panel panel;
    panel.id = ++id;
    panel.title = title;
    panel.kind = kind;
    panel.at = at;
    if (!expression.isEmpty()) {
        panel.queries = {{expression, legend}};
        panel.queries[0].refId = u"A"_s;
    }
    return panel;
}

} // namespace Watchfloor::Testing
