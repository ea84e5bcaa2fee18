#include "models/core/format.h"
#include "models/runbooks/auditlog.h"
#include "models/session/acknowledgementfile.h"
#include "tests/session/shopfloor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// While it lives no file of this process grows beyond what it is: a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes = 0)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void unlockingIsRecordedAndRunsOut();
    void anotherEnvironmentIsLockedAgain();
    void whatCannotBeRecordedIsNotDone_data();
    void whatCannotBeRecordedIsNotDone();
    void aDiskThatFillsUpLosesNothing();
    void brokenFilesKeepTheLastGoodOne();
    void unchangedSourcesKeepWhatIsUnderWay();
    void replacingInFlightIsHarmless();
    void roundCallsBackOnce_data();
    void roundCallsBackOnce();
    void roundSurvivesReplacement();
    void alertStormGoesThrough();
    void deploysAndRestartsAreMarked();
    void anEndpointAlertComesAndGoes();
    void anEndpointsFailureGoesOnInTheNextConsole();
    void silencesAreRecordedFirst();
};

void TestSession::unlockingIsRecordedAndRunsOut()
{
    ShopFloor floor(u"production"_s);
    FakeClock clock;
    Session session(floor.workspace, clock, floor.options());
    QSignalSpy changed(&session, &Commands::lockChanged);
    QVERIFY(session.actionsLocked());
    QVERIFY(!session.unlockedFor());
    session.start();
    session.unlock(15min);
    QVERIFY(!session.actionsLocked());
    QCOMPARE(session.unlockedFor(), std::optional<std::chrono::milliseconds>(15min));
    clock.advance(14min);
    QVERIFY(!session.actionsLocked());
    QCOMPARE(session.unlockedFor(), std::optional<std::chrono::milliseconds>(1min));
    clock.advance(1min);
    QVERIFY(session.actionsLocked()); // at once, not with the next second
    QVERIFY(!session.unlockedFor());
    QTRY_COMPARE(changed.size(), 2);
    session.unlock(5min);
    session.lock();
    QVERIFY(session.actionsLocked());
    session.lock();
    QCOMPARE(floor.folder.recorded(), QStringList({u"unlock/ok"_s, u"lock/ok"_s, u"unlock/ok"_s, u"lock/ok"_s}));
}

void TestSession::anotherEnvironmentIsLockedAgain()
{
    ShopFloor floor;
    Session session(floor.workspace, floor.clock, floor.options());
    QVERIFY(!session.actionsLocked());
    session.unlock(15min);
    floor.workspace.environment = u"production"_s;
    session.replaceWorkspace(floor.workspace);
    QVERIFY(session.actionsLocked());
}

void TestSession::whatCannotBeRecordedIsNotDone_data()
{
    QTest::addColumn<QString>("dataFolder");
    QTest::addColumn<bool>("full");
    QTest::newRow("no folder") << QString() << false;
    QTest::newRow("a file where the folder should be") << u"file/data"_s << false;
    QTest::newRow("a folder that belongs to the kernel") << u"/proc/self/task/watchfloor"_s << false;
    QTest::newRow("full disk") << u"data"_s << true;
}

void TestSession::whatCannotBeRecordedIsNotDone()
{
    QFETCH(QString, dataFolder);
    QFETCH(bool, full);
    ShopFloor floor(u"production"_s);
    floor.prometheus.firing = {highErrorRate};
    floor.folder.write(u"file"_s, "x");
    Session::Options options = floor.options();
    options.dataFolder = dataFolder.isEmpty() ? QString() : floor.folder.path(dataFolder);
    Session session(floor.workspace, floor.clock, options);
    QSignalSpy failed(&session, &Commands::failed);
    session.start();
    std::optional<FullDisk> disk;
    if (full)
        disk.emplace();
    QTRY_VERIFY(!onlyFingerprint(session).isEmpty()); // it watches all the same

    session.unlock(15min);
    QVERIFY(session.actionsLocked());
    QVERIFY(!failed.empty());
    const auto id = session.startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(!id);
    Silence silence;
    silence.matchers = *parseMatchers(u"{alertname=\"HighErrorRate\"}"_s);
    silence.endsAt = floor.clock.wall() + 1h;
    silence.comment = u"known"_s;
    std::optional<Result<QString>> posted;
    session.postSilence(u"am"_s, silence, this, [&posted](Result<QString> answer) { posted = std::move(answer); });
    QTRY_VERIFY(posted);
    QVERIFY(!*posted);
    session.acknowledge({.fingerprints = {onlyFingerprint(session)}, });
    QVERIFY(!Format::sentence(failed.last().front().value<Error>()).isEmpty());

    QVERIFY(session.stores().runs.runs().empty());
    QVERIFY(floor.folder.read(u"trace"_s).isEmpty());
    for (const SeenRequest &request : floor.alertmanager.server.requests())
        QCOMPARE(request.method, QByteArray("GET"));
    QVERIFY(isSeen(session, "main"));
}

/// Full in the middle: the records that stand are whole, nothing starts, and with room again everything goes on.
void TestSession::aDiskThatFillsUpLosesNothing()
{
    ShopFloor floor;
    floor.prometheus.results[u"errors > 0.01"_s] = FakePrometheus::sample({}, "0.2");
    floor.prometheus.results[u"errors < 0.005"_s] = FakePrometheus::sample({}, "0.001");
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "main"));
    session->unlock(15min);
    const QByteArray before = floor.folder.read(u"data/audit.jsonl"_s);
    QVERIFY(!before.isEmpty());
    {
        const FullDisk disk(rlim_t(before.size() + 20));
        const auto refused = session->startRun(floor.rollbackTo(u"9b31f02"_s));
        QVERIFY(!refused);
        QVERIFY2(!Format::sentence(refused.error()).isEmpty(), "it says why");
        QCOMPARE(floor.folder.read(u"data/audit.jsonl"_s), before);
        QVERIFY(floor.folder.read(u"trace"_s).isEmpty());
        session->lock();
        QVERIFY(session->storageError());
    }
    const auto id = session->startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(id.ok());
    QTRY_VERIFY(isOver(session->stores().runs.find(*id)->state));
    QCOMPARE(session->stores().runs.find(*id)->state, RunState::Succeeded);
    session->unlock(1min);
    QVERIFY(!session->storageError());
    QVERIFY(AuditLog(floor.folder.data() + u"/audit.jsonl"_s, floor.clock).verify()->ok());
}

void TestSession::brokenFilesKeepTheLastGoodOne()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    const QByteArray url = floor.prometheus.server.url().toEncoded();
    const QByteArray good = "workspace: Shop\nsources: [{name: main, prometheus: {url: " + url + ", interval: 1s}}]\n";
    floor.folder.write(u"watchfloor.yaml"_s, good);
    const auto document = readWorkspace(floor.folder.path(u"watchfloor.yaml"_s));
    QVERIFY2(document.workspace, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
    Session::Options options = floor.options();
    options.watchFiles = true;
    Session session(*document.workspace, floor.clock, options);
    QSignalSpy changed(&session, &Session::workspaceChanged);
    session.start();
    QTRY_VERIFY(!onlyFingerprint(session).isEmpty());
    session.acknowledge({.fingerprints = {onlyFingerprint(session)}, });

    floor.folder.write(u"watchfloor.yaml"_s, good + "service: [\n");
    QTRY_VERIFY(!session.reloadFaults().empty());
    QCOMPARE(session.reloadFaults().front().file, floor.folder.path(u"watchfloor.yaml"_s));
    QVERIFY(session.reloadFaults().front().line > 0);
    QCOMPARE(session.stores().workspace().name, u"Shop"_s);
    const qint64 answers = session.stores().sources.find(u"main"_s)->answers;
    QTRY_VERIFY(session.stores().sources.find(u"main"_s)->answers > answers); // it runs on

    floor.folder.write(u"watchfloor.yaml"_s, QByteArray(good).replace("Shop", "Market"));
    QTRY_COMPARE(session.stores().workspace().name, u"Market"_s);
    QVERIFY(session.reloadFaults().empty());
    QVERIFY(changed.size() >= 2);
    QVERIFY(session.stores().sources.find(u"main"_s)->answers > answers); // kept, not begun anew
    QCOMPARE(session.stores().alerts.alerts().front().state, AlertState::Acknowledged);

    floor.folder.write(u"watchfloor.yaml"_s, QByteArray(good).replace("Shop", "Bazaar"));
    QTRY_COMPARE(session.stores().workspace().name, u"Bazaar"_s); // and again
}

/// A gate that waits for its answer gets it, although the workspace came anew meanwhile.
void TestSession::unchangedSourcesKeepWhatIsUnderWay()
{
    ShopFloor floor;
    floor.prometheus.server.on(u"/api/v1/query"_s, [](const SeenRequest &) {
        return Answer::slow(FakePrometheus::data(R"({"resultType":"vector","result":)" + FakePrometheus::sample({}, "1") + '}').body, 300ms);
    });
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "main"));
    const auto id = session->startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(id.ok());
    QCOMPARE(session->stores().runs.find(*id)->state, RunState::Gating);
    Workspace renamed = floor.workspace;
    renamed.name = u"Market"_s;
    session->replaceWorkspace(renamed);
    QTRY_COMPARE(session->stores().runs.find(*id)->state, RunState::Succeeded);
}

void TestSession::replacingInFlightIsHarmless()
{
    ShopFloor floor;
    FakeHealth health;
    FakeMetrics metrics;
    for (FakeServer *server : std::initializer_list<FakeServer *>{&floor.prometheus, &floor.alertmanager, &health, &metrics})
        server->fault = Answer::slow("{}", 30ms);
    Workspace full = floor.workspace;
    full.sources.push_back(sourceAt(u"raw"_s, SourceKind::Metrics, metrics.server.url(u"/metrics"_s)));
    full.endpoints = {endpointAt(u"system"_s, health.server.url(u"/health"_s))};
    Objective objective;
    objective.name = u"availability"_s;
    objective.service = u"payment"_s;
    full.objectives = {objective};
    Workspace other = full;
    for (SourceSpec &spec : other.sources)
        spec.interval += 20ms;
    auto session = std::make_unique<Session>(full, floor.clock, floor.options());
    session->start();
    const QueryInterest interest = session->watch({u"main"_s, u"up"_s, {}, {}}, 20ms);
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        session->evaluate(u"main"_s, u"up"_s, this, [&answered](const Result<QueryAnswer> &) { ++answered; });
        session->replaceWorkspace(i % 2 == 0 ? other : i % 3 == 0 ? Workspace{} : full);
        QTest::qWait(i % 4 * 10);
    }
    for (FakeServer *server : std::initializer_list<FakeServer *>{&floor.prometheus, &floor.alertmanager, &health, &metrics})
        server->fault.reset();
    session->replaceWorkspace(full);
    QTRY_VERIFY(isSeen(*session, "main") && isSeen(*session, "am") && isSeen(*session, "raw"));
    QTRY_COMPARE(session->stores().health.endpoints().front().state(floor.clock.now()), State::Healthy);
    session->refreshNow();
    session.reset(); // with requests under way
    QTest::qWait(50);
}

void TestSession::roundCallsBackOnce_data()
{
    QTest::addColumn<bool>("hasServices");
    QTest::addColumn<bool>("isDown");
    QTest::newRow("bare") << false << false;
    QTest::newRow("with services") << true << false;
    QTest::newRow("everything down") << true << true;
}

void TestSession::roundCallsBackOnce()
{
    QFETCH(bool, hasServices);
    QFETCH(bool, isDown);
    ShopFloor floor;
    FakeHealth health;
    Workspace workspace = floor.workspace;
    workspace.endpoints = {endpointAt(u"system"_s, health.server.url(u"/health"_s))};
    if (!hasServices)
        workspace.services.clear();
    if (isDown) {
        floor.prometheus.server.goAway();
        floor.alertmanager.server.goAway();
        health.server.goAway();
    }
    Session session(workspace, floor.clock, floor.options());
    int finished = 0;
    session.round([&finished] { ++finished; });
    QTRY_COMPARE(finished, 1);
    for (const SourceStatus &status : session.stores().sources.sources())
        QCOMPARE(status.answers + status.failures, qint64(1));
    QCOMPARE(session.stores().health.endpoints().front().latest.value.has_value(), true);
    QTest::qWait(100);
    QCOMPARE(finished, 1);
    session.round([&finished] { ++finished; });
    session.round([&finished] { ++finished; });
    QTRY_COMPARE(finished, 3);
}

void TestSession::roundSurvivesReplacement()
{
    ShopFloor floor;
    floor.prometheus.fault = Answer::slow("{}", 200ms);
    Session session(floor.workspace, floor.clock, floor.options());
    int finished = 0;
    session.round([&finished] { ++finished; });
    Workspace other = floor.workspace;
    other.sources.front().interval += 10ms;
    session.replaceWorkspace(other);
    QTRY_COMPARE(finished, 1);
    QTest::qWait(300);
    QCOMPARE(finished, 1);
}

void TestSession::alertStormGoesThrough()
{
    ShopFloor floor;
    Session session(floor.workspace, floor.clock, floor.options());
    PrometheusAlertsSnapshot storm;
    constexpr int count = 10'000;
    for (int i = 0; i < count; ++i) {
        OriginAlert alert;
        alert.labels = {{u"alertname"_s, u"Alert%1"_s.arg(i % 40)}, {u"service"_s, u"payment"_s}, {u"severity"_s, u"critical"_s},
                        {u"instance"_s, QString::number(i)}};
        alert.startsAt = floor.clock.wall();
        storm.alerts.push_back(std::move(alert));
    }
    storm.totalAlerts = storm.alerts.size();
    Stores &stores = session.stores();
    const auto apply = [&](Observation::Body body) { stores.apply({u"main"_s, floor.clock.now(), floor.clock.wall(), std::move(body)}); };
    apply(SourceAnswer{});
    apply(storm);
    QCOMPARE(stores.alerts.alerts().size(), size_t(count));
    QCOMPARE(stores.alerts.count(AlertState::Firing), count);
    stores.tick(floor.clock.now(), floor.clock.wall());
    QCOMPARE(stores.services.find(u"payment"_s)->state, State::Critical);
    QCOMPARE(stores.services.find(u"payment"_s)->firing, count);
    QVERIFY(!stores.marks.marks().empty() && stores.marks.marks().size() <= 5'000);
    // The first have a record each, and of the rest it is recorded how many there were.
    QTRY_VERIFY_WITH_TIMEOUT(floor.folder.transitions().contains(u"left-out"_s), 60'000);
    const QStringList recorded = floor.folder.transitions();
    QVERIFY(recorded.count(u"firing"_s) >= 500);
    const auto records = AuditLog(floor.folder.data() + u"/audit.jsonl"_s, floor.clock).read();
    qint64 told = recorded.count(u"firing"_s);
    for (const AuditRecord &record : *records)
        if (record.outcome == u"left-out")
            told += QString(record.detail).remove(uR"({"transitions":)"_s).remove(u'}').toLongLong();
    QCOMPARE(told, qint64(count));
}

void TestSession::deploysAndRestartsAreMarked()
{
    ShopFloor floor;
    const QString version = u"app_build_info{service=\"payment\"}"_s;
    const QString start = u"max(process_start_time_seconds{service=\"payment\"})"_s;
    floor.workspace.services.front().version = version;
    floor.workspace.sources.push_back(sourceAt(u"second"_s, SourceKind::Prometheus, floor.prometheus.server.url(), calmInterval)); // the first one tells
    floor.prometheus.results[version] = FakePrometheus::sample({{u"commit"_s, u"9b31f02"_s}}, "1");
    floor.prometheus.results[start] = FakePrometheus::sample({}, "1795230000");
    const auto session = floor.start();
    QTRY_COMPARE(session->stores().services.find(u"payment"_s)->commit, u"9b31f02"_s);
    const QueryInterest startTime = session->watch({u"main"_s, start, {}, {}});
    QTRY_VERIFY(session->stores().series.find(*startTime) && session->stores().series.find(*startTime)->answer);
    QVERIFY(session->stores().marks.marks().empty()); // what was there when we came is no event
    floor.prometheus.results[version] = FakePrometheus::sample({{u"commit"_s, u"4f1c9ae"_s}}, "1");
    QTRY_COMPARE(session->stores().marks.marks().size(), size_t(1));
    QCOMPARE(session->stores().marks.marks().front().kind, Mark::Kind::Deploy);
    QCOMPARE(session->stores().services.find(u"payment"_s)->commit, u"4f1c9ae"_s);
    floor.prometheus.results[start] = FakePrometheus::sample({}, "1795230600");
    QTRY_COMPARE(session->stores().marks.marks().size(), size_t(2));
    QVERIFY(std::any_of(session->stores().marks.marks().begin(), session->stores().marks.marks().end(),
                        [](const Mark &mark) { return mark.kind == Mark::Kind::Restart && mark.service == u"payment"; }));
    // A reload is no deploy.
    session->replaceWorkspace(floor.workspace);
    const qint64 answers = session->stores().sources.find(u"main"_s)->answers;
    QTRY_VERIFY(session->stores().sources.find(u"main"_s)->answers > answers + 3);
    QCOMPARE(session->stores().marks.marks().size(), size_t(2));
}

void TestSession::anEndpointAlertComesAndGoes()
{
    ShopFloor floor;
    FakeHealth health;
    Endpoint endpoint = endpointAt(u"system"_s, health.server.url(u"/health"_s));
    endpoint.alerts = {{300ms, u"critical"_s}};
    floor.workspace.endpoints = {endpoint};
    const auto session = floor.start();
    QTRY_COMPARE(session->stores().health.endpoints().front().state(floor.clock.now()), State::Healthy);
    QVERIFY(session->stores().alerts.alerts().empty());
    health.fault = Answer::json(R"({"status":"down"})", 503);
    QTRY_COMPARE(session->stores().alerts.count(AlertState::Firing), 1);
    const Alert alert = session->stores().alerts.alerts().front();
    QCOMPARE(alert.name(), u"EndpointDown"_s);
    QCOMPARE(alert.service(), u"payment"_s);
    QCOMPARE(alert.labels.value(u"endpoint"), u"payment/system"_s);
    QVERIFY(alert.summary().contains(u"503"_s));
    // Not to see it is no recovery.
    health.fault = Answer::html();
    QTRY_COMPARE(session->stores().health.endpoints().front().state(floor.clock.now()), State::Blind);
    QSignalSpy judged(session.get(), &Session::ticked);
    QTRY_VERIFY(judged.size() >= 2);
    QCOMPARE(session->stores().alerts.count(AlertState::Recovered), 0);
    health.fault.reset();
    QTRY_COMPARE(session->stores().alerts.count(AlertState::Recovered), 1);
    QTRY_VERIFY(floor.folder.transitions().contains(u"recovered"_s));
}

void TestSession::anEndpointsFailureGoesOnInTheNextConsole()
{
    ShopFloor floor;
    FakeHealth health;
    health.fault = Answer::json(R"({"status":"down"})", 503);
    Endpoint endpoint = endpointAt(u"system"_s, health.server.url(u"/health"_s));
    endpoint.alerts = {{300ms, u"critical"_s}};
    floor.workspace.endpoints = {endpoint};
    WallTime startsAt{};
    {
        const auto session = floor.start();
        QTRY_COMPARE(session->stores().alerts.count(AlertState::Firing), 1);
        startsAt = session->stores().alerts.alerts().front().startsAt;
        session->acknowledge({.fingerprints = {onlyFingerprint(*session)}, .comment = u"looking"_s});
        QTRY_COMPARE(session->stores().alerts.count(AlertState::Acknowledged), 1);
    }
    const auto session = floor.start();
    QTRY_COMPARE(session->stores().alerts.count(AlertState::Acknowledged), 1);
    QCOMPARE(session->stores().alerts.alerts().front().startsAt, startsAt);
    QCOMPARE(floor.folder.recorded().filter(u"acknowledge"_s).size(), 1);
}

void TestSession::silencesAreRecordedFirst()
{
    ShopFloor floor;
    floor.alertmanager.fault = Answer::error(500, "{}");
    Session session(floor.workspace, floor.clock, floor.options());
    Silence silence;
    silence.matchers = *parseMatchers(u"{alertname=\"HighErrorRate\"}"_s);
    silence.endsAt = floor.clock.wall() + 1h;
    silence.comment = u"known"_s;
    std::optional<Result<QString>> answer;
    session.postSilence(u"am"_s, silence, this, [&answer](Result<QString> told) { answer = std::move(told); });
    QCOMPARE(floor.folder.recorded(), QStringList{u"silence/intent"_s});
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(floor.folder.recorded(), QStringList({u"silence/intent"_s, u"silence/unknown"_s}));
    answer.reset();
    session.expireSilence(u"am"_s, u"3b0b8a3c-0000-4000-8000-000000000001"_s, this, [&answer](Result<QString> told) { answer = std::move(told); });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(floor.folder.recorded().mid(2), QStringList({u"silence-expire/intent"_s, u"silence-expire/failed"_s}));
    answer.reset();
    session.postSilence(u"nobody"_s, silence, this, [&answer](Result<QString> told) { answer = std::move(told); });
    QCOMPARE(answer->error().kind, Error::Kind::NotFound);
}

WATCHFLOOR_TEST(TestSession)
#include "tst_session.moc"
