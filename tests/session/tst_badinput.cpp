#include "models/core/format.h"
#include "models/sources/sourcetablemodel.h"
#include "tests/session/rig.h"
#include "tests/support/certificates.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Deadlines are of a second and more, and not every round is quick on a machine that does other things.
constexpr int patience = 20'000;

/// What goes wrong with a server, and what must be said of it.
struct ServerFault
{
    enum class Place { Answer, Gone, NoName, Certificate };
    const char *name;
    Place place;
    Answer answer;
    const char *words;    ///< in the sentence
    State endpoint;       ///< what a health endpoint is then
};

/// A label of 64 letters is no name anywhere: it fails without asking anybody.
QUrl urlWithoutName()
{
    return QUrl(u"http://%1.invalid/"_s.arg(QString(64, u'a')));
}

std::vector<ServerFault> faults()
{
    const auto answer = ServerFault::Place::Answer;
    return {
        {"wrong URL", ServerFault::Place::Gone, {}, "Nothing answers at this address", State::Critical},
        {"name not found", ServerFault::Place::NoName, {}, "does not resolve", State::Blind},
        {"wrong certificate", ServerFault::Place::Certificate, {}, "not trusted", State::Blind},
        {"wrong path", answer, Answer::json("{}", 404), "It is not there", State::Critical},
        {"log-in page", answer, Answer::html(), "log-in page", State::Blind},
        {"cut body", answer, Answer::cut("{\"status\":\"healthy\"}", 1000), "before the whole answer came", State::Blind},
        {"reset in the body", answer, Answer::reset(), "before the whole answer came", State::Blind},
        {"huge body", answer, Answer::hugeBody(3 << 20), "over its size limit", State::Blind},
        {"huge body, length not told", answer, Answer::hugeBody(3 << 20, false), "over its size limit", State::Blind},
        {"drip", answer, Answer::drip(QByteArray(400, ' '), std::chrono::milliseconds(50)), "No complete answer came in time", State::Critical},
        {"no answer", answer, Answer::hang(), "No complete answer came in time", State::Critical},
        {"huge header", answer, Answer::hugeHeader(200'000), "", State::Blind},
        {"log-in needed", answer, Answer::error(401), "wants a log-in", State::Critical},
        {"not allowed", answer, Answer::error(403), "may not do this", State::Critical},
        {"failing with JSON", answer, Answer::error(500, R"({"status":"error","errorType":"internal","error":"disk is gone"})"),
         "failed to answer", State::Critical},
        {"failing with a page", answer, Answer::html(502), "failed to answer", State::Critical},
        {"asks to wait", answer, Answer::error(429, "{}", 0), "asks us to wait", State::Critical},
        {"not ready", answer, Answer{.status = 503, .contentType = "text/plain", .body = "Service Unavailable"}, "not ready yet", State::Critical},
        {"redirect to another host", answer, Answer::redirect(QUrl(u"http://127.0.0.1:1/elsewhere"_s)), "another address", State::Blind},
        {"a million brackets", answer, Answer::json(QByteArray(1'000'000, '[')), "", State::Blind},
        {"no JSON", answer, Answer::json("status: fine"), "", State::Blind},
        {"empty", answer, Answer::json(""), "", State::Blind},
    };
}

/// A page of metrics is plain text: what is wrong for an API in JSON may be no fault of it.
bool concerns(const ServerFault &fault, SourceKind kind)
{
    const QByteArray name = fault.name;
    return kind != SourceKind::Metrics || (name != "failing with JSON" && name != "a million brackets");
}

std::unique_ptr<FakeServer> serverOf(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Prometheus: {
        auto server = std::make_unique<FakePrometheus>();
        server->firing = {highErrorRate};
        return server;
    }
    case SourceKind::Alertmanager: {
        auto server = std::make_unique<FakeAlertmanager>();
        server->firing = {highErrorRate};
        return server;
    }
    case SourceKind::Metrics:
        return std::make_unique<FakeMetrics>();
    case SourceKind::Endpoints:
    case SourceKind::Rules:
        break;
    }
    return std::make_unique<FakeHealth>();
}

QString pathOf(SourceKind kind)
{
    return kind == SourceKind::Metrics ? u"/metrics"_s : kind == SourceKind::Endpoints ? u"/health"_s : QString();
}

} // namespace

/// Every way in which a server can be wrong, against a whole session with real sockets. Time stands still unless it is moved, so
/// that a slow machine changes nothing.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSourceGoesWrongAndComesBack_data();
    void aSourceGoesWrongAndComesBack();
    void aSourceWasNeverRight_data();
    void aSourceWasNeverRight();
    void anEndpointGoesWrongAndComesBack_data();
    void anEndpointGoesWrongAndComesBack();
    void noSecretIsShown();
    void secretsOfAnEndpointAreSent();
    void redirectedSecretsStay();

private:
    /// Makes `server` wrong, or right again. Where that needs another address, the workspace gets it.
    void breakServer(const ServerFault &fault, FakeServer &server);
    void mendServer(const ServerFault &fault, FakeServer &server);
    static int rowOf(const SourceTableModel &model, const QString &name);

    Certificates m_certificates;
    Certificates::Identity m_stranger;
};

void TestBadInput::initTestCase()
{
    m_stranger = m_certificates.selfSigned(u"stranger"_s, u"IP:127.0.0.1"_s, 30);
    QVERIFY2(m_certificates.failure().isEmpty(), qPrintable(m_certificates.failure()));
}

void TestBadInput::breakServer(const ServerFault &fault, FakeServer &server)
{
    if (fault.place == ServerFault::Place::Answer)
        server.fault = fault.answer;
    else if (fault.place == ServerFault::Place::Gone)
        server.server.goAway();
}

void TestBadInput::mendServer(const ServerFault &fault, FakeServer &server)
{
    server.fault.reset();
    if (fault.place == ServerFault::Place::Gone)
        QVERIFY(server.server.comeBack());
}

int TestBadInput::rowOf(const SourceTableModel &model, const QString &name)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(SourceTableModel::NameRole).toString() == name)
            return row;
    return -1;
}

void TestBadInput::aSourceGoesWrongAndComesBack_data()
{
    QTest::addColumn<SourceKind>("kind");
    QTest::addColumn<ServerFault>("fault");
    for (const SourceKind kind : {SourceKind::Prometheus, SourceKind::Alertmanager, SourceKind::Metrics})
        for (const ServerFault &fault : faults())
            if ((fault.place == ServerFault::Place::Answer || fault.place == ServerFault::Place::Gone) && concerns(fault, kind))
                QTest::addRow("%s: %s", qPrintable(sourceKindName(kind)), fault.name) << kind << fault;
}

void TestBadInput::aSourceGoesWrongAndComesBack()
{
    QFETCH(SourceKind, kind);
    QFETCH(ServerFault, fault);
    const auto server = serverOf(kind);
    FakeMetrics other;
    SourceSpec wrong = sourceAt(u"main"_s, kind, server->server.url(pathOf(kind)));
    wrong.bodyLimitBytes = 1 << 20;
    Workspace workspace = workspaceOf({wrong, sourceAt(u"other"_s, SourceKind::Metrics, other.server.url(u"/metrics"_s))});
    workspace.services = {paymentService()};
    FakeClock clock;
    Session session(workspace, clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    SourceTableModel model(session.stores().sources, clock);
    const auto state = [&](const char *name) { return session.stores().sources.state(QString::fromLatin1(name), clock.now()); };
    session.start();
    QTRY_COMPARE(state("main"), State::Healthy);
    QTRY_COMPARE(state("other"), State::Healthy);
    // On a machine that is slow the store takes its alerts in after the source was seen.
    const size_t alertsBefore = kind == SourceKind::Metrics ? 0 : 1;
    QTRY_COMPARE(session.stores().alerts.alerts().size(), alertsBefore);

    // It goes wrong: told at once in one sentence, green only while the last answer is young.
    breakServer(fault, *server);
    const int row = rowOf(model, u"main"_s);
    const auto sentence = [&] { return model.index(row, SourceTableModel::FailureColumn).data(SourceTableModel::SentenceRole).toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(!sentence().isEmpty(), patience);
    // A slow machine may miss the deadline once before it sees what is wrong.
    QTRY_VERIFY2_WITH_TIMEOUT(sentence().contains(QLatin1String(fault.words)), qPrintable(sentence()), patience);
    QVERIFY(!sentence().contains(u'\n') && sentence().size() < 900);
    QVERIFY(!model.index(row, SourceTableModel::FailureColumn).data().toString().isEmpty());
    clock.advance(2 * shortInterval);
    QCOMPARE(state("main"), State::Stale);
    QTRY_COMPARE(state("other"), State::Healthy);
    clock.advance(3 * shortInterval);
    QCOMPARE(state("main"), State::Blind);
    QTRY_COMPARE(state("other"), State::Healthy);
    const auto failures = session.stores().sources.find(u"main"_s)->failures;
    QTRY_VERIFY(session.stores().sources.find(u"main"_s)->failures > failures); // asked again at its interval, still wrong
    QCOMPARE(state("main"), State::Blind);

    // What it said last is there, with its age, and nothing made of it is green.
    session.stores().tick(clock.now(), clock.wall());
    QCOMPARE(session.stores().alerts.alerts().size(), alertsBefore);
    for (const Alert &alert : session.stores().alerts.alerts())
        QVERIFY(alert.state == AlertState::Unseen || alert.state == AlertState::Firing);
    QCOMPARE(session.stores().metrics.find(u"main"_s) != nullptr, kind == SourceKind::Metrics);
    QVERIFY(session.stores().sources.find(u"main"_s)->freshness.age(clock.now()) >= 5 * shortInterval);
    QVERIFY(session.stores().services.overall(clock.now()) != State::Healthy);
    if (kind != SourceKind::Metrics)
        QVERIFY(session.stores().services.find(u"payment"_s)->state < State::Warning);

    // It is right again: seen within two rounds, without a word left of the failure.
    mendServer(fault, *server);
    QTRY_COMPARE(state("main"), State::Healthy);
    QVERIFY(!session.stores().sources.find(u"main"_s)->freshness.error());
    QVERIFY(sentence().isEmpty());
    QTRY_COMPARE(session.stores().alerts.count(AlertState::Firing), int(alertsBefore));
    QCOMPARE(session.stores().alerts.alerts().size(), alertsBefore);
}

void TestBadInput::aSourceWasNeverRight_data()
{
    QTest::addColumn<SourceKind>("kind");
    QTest::addColumn<ServerFault>("fault");
    for (const SourceKind kind : {SourceKind::Prometheus, SourceKind::Alertmanager, SourceKind::Metrics})
        for (const ServerFault &fault : faults())
            if (kind == SourceKind::Prometheus || fault.place == ServerFault::Place::NoName || fault.place == ServerFault::Place::Certificate)
                QTest::addRow("%s: %s", qPrintable(sourceKindName(kind)), fault.name) << kind << fault;
}

void TestBadInput::aSourceWasNeverRight()
{
    QFETCH(SourceKind, kind);
    QFETCH(ServerFault, fault);
    const auto server = serverOf(kind);
    FakeMetrics other;
    if (fault.place == ServerFault::Place::Certificate)
        server->server.useTls(m_stranger.chain(), m_stranger.key());
    SourceSpec wrong = sourceAt(u"main"_s, kind, server->server.url(pathOf(kind)));
    if (fault.place == ServerFault::Place::NoName)
        wrong.target.base = urlWithoutName();
    wrong.bodyLimitBytes = 1 << 20;
    breakServer(fault, *server);
    FakeClock clock;
    Session session(workspaceOf({wrong, sourceAt(u"other"_s, SourceKind::Metrics, other.server.url(u"/metrics"_s))}), clock,
                    {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    bool wasGreen = false;
    connect(&session.stores().sources, &SourceStore::changed, this,
            [&] { wasGreen = wasGreen || session.stores().sources.state(u"main"_s, clock.now()) != State::Blind; });
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.stores().sources.find(u"main"_s)->freshness.error(), patience);
    QTRY_COMPARE(session.stores().sources.state(u"other"_s, clock.now()), State::Healthy);
    const auto sentence = [&] { return Format::sentence(*session.stores().sources.find(u"main"_s)->freshness.error()); };
    QTRY_VERIFY2_WITH_TIMEOUT(sentence().contains(QLatin1String(fault.words)), qPrintable(sentence()), patience);
    SourceTableModel model(session.stores().sources, clock);
    QCOMPARE(model.index(rowOf(model, u"main"_s), SourceTableModel::AgeColumn).data().toString(), u"never"_s);
    QCOMPARE(session.stores().sources.state(u"main"_s, clock.now()), State::Blind);
    QVERIFY(!wasGreen);
    QVERIFY(session.stores().alerts.alerts().empty());
}

void TestBadInput::anEndpointGoesWrongAndComesBack_data()
{
    QTest::addColumn<ServerFault>("fault");
    for (const ServerFault &fault : faults())
        QTest::newRow(fault.name) << fault;
}

void TestBadInput::anEndpointGoesWrongAndComesBack()
{
    QFETCH(ServerFault, fault);
    FakeHealth server;
    FakeHealth other;
    const bool movable = fault.place == ServerFault::Place::Answer || fault.place == ServerFault::Place::Gone;
    if (fault.place == ServerFault::Place::Certificate)
        server.server.useTls(m_stranger.chain(), m_stranger.key());
    Workspace workspace = workspaceOf({});
    workspace.endpoints = {endpointAt(u"system"_s, server.server.url(u"/health"_s)), endpointAt(u"other"_s, other.server.url(u"/health"_s))};
    if (fault.place == ServerFault::Place::NoName)
        workspace.endpoints.front().target.base = urlWithoutName();
    workspace.services = {paymentService()};
    FakeClock clock;
    Session session(workspace, clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    const EndpointStatus *status = &session.stores().health.endpoints().front();
    const auto payment = [&] {
        session.stores().tick(clock.now(), clock.wall());
        return session.stores().services.find(u"payment"_s)->state;
    };
    session.start();
    if (movable)
        QTRY_COMPARE(status->state(clock.now()), State::Healthy);
    breakServer(fault, server);
    QTRY_VERIFY_WITH_TIMEOUT(status->lastFailure, patience);
    QTRY_COMPARE_WITH_TIMEOUT(status->state(clock.now()), fault.endpoint, patience);
    const QString reason = status->reason(clock.now());
    QVERIFY(!reason.isEmpty() && !reason.contains(u'\n') && reason.size() <= 121);
    QVERIFY(payment() != State::Healthy && payment() != State::Warning);
    clock.advance(2 * shortInterval);
    QTRY_COMPARE(session.stores().health.endpoints().back().state(clock.now()), State::Healthy);
    QTRY_COMPARE_WITH_TIMEOUT(status->state(clock.now()), fault.endpoint, patience);
    QVERIFY(payment() != State::Healthy && payment() != State::Warning);
    if (!movable)
        return;
    mendServer(fault, server);
    QTRY_COMPARE(status->state(clock.now()), State::Healthy);
    QTRY_COMPARE(status->failuresInRow, 0);
}

void TestBadInput::noSecretIsShown()
{
    qputenv("WATCHFLOOR_TEST_TOKEN", "s3cr3t-t0k3n");
    FakePrometheus server;
    server.fault = Answer::error(401, "no s3cr3t-t0k3n here");
    SourceSpec spec = sourceAt(u"main"_s, SourceKind::Prometheus, server.server.url());
    spec.target.credentials.bearer = {SecretReference::Kind::Environment, u"WATCHFLOOR_TEST_TOKEN"_s};
    FakePrometheus other;
    other.fault = Answer::error(403, "not for " + QByteArray("ab:pa55word").toBase64() + " or pa55word");
    SourceSpec inUrl = sourceAt(u"url"_s, SourceKind::Prometheus, other.server.url());
    inUrl.target.base.setUserInfo(u"ab:pa55word"_s);
    const SystemClock clock;
    Session session(workspaceOf({spec, inUrl}), clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    SourceTableModel model(session.stores().sources, clock);
    session.start();
    for (const char *name : {"main", "url"})
        QTRY_VERIFY(session.stores().sources.find(QString::fromLatin1(name))->freshness.error());
    QCOMPARE(server.server.requests().front().header("authorization"), QByteArray("Bearer s3cr3t-t0k3n"));
    QCOMPARE(other.server.requests().front().header("authorization"), "Basic " + QByteArray("ab:pa55word").toBase64());
    QString shown;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(SourceTableModel::SentenceRole)})
                shown += model.index(row, column).data(role).toString() + u'\n';
    QVERIFY2(!shown.contains(u"s3cr3t"_s) && !shown.contains(u"pa55word"_s)
                 && !shown.contains(QString::fromLatin1(QByteArray("ab:pa55word").toBase64())), qPrintable(shown));
    qunsetenv("WATCHFLOOR_TEST_TOKEN");
}

void TestBadInput::secretsOfAnEndpointAreSent()
{
    qputenv("WATCHFLOOR_TEST_TOKEN", "s3cr3t-t0k3n");
    FakeHealth server;
    Workspace workspace = workspaceOf({});
    Endpoint endpoint = endpointAt(u"system"_s, server.server.url(u"/health"_s));
    endpoint.method = "POST";
    endpoint.body = "{\"key\":\"${secret:token}\"}";
    endpoint.target.headers = {{u"X-Api-Key"_s, u"${secret:token}"_s}, {u"Content-Type"_s, u"application/json"_s}};
    workspace.endpoints = {endpoint};
    workspace.secrets = {{u"token"_s, {SecretReference::Kind::Environment, u"WATCHFLOOR_TEST_TOKEN"_s}}};
    const SystemClock clock;
    Session session(workspace, clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    session.start();
    QTRY_COMPARE(session.stores().health.endpoints().front().state(clock.now()), State::Healthy);
    QCOMPARE(server.server.requests().front().body, QByteArray("{\"key\":\"s3cr3t-t0k3n\"}"));
    QCOMPARE(server.server.requests().front().header("x-api-key"), QByteArray("s3cr3t-t0k3n"));
    QCOMPARE(server.server.requests().front().header("content-type"), QByteArray("application/json"));
    qunsetenv("WATCHFLOOR_TEST_TOKEN");
    // Gone from the environment it is a sentence, not an empty password.
    QTRY_VERIFY(session.stores().health.endpoints().front().lastFailure);
    QCOMPARE(session.stores().health.endpoints().front().lastFailure->error->kind, Error::Kind::MissingSecret);
    QCOMPARE(session.stores().health.endpoints().front().state(clock.now()), State::Blind);
}

void TestBadInput::redirectedSecretsStay()
{
    qputenv("WATCHFLOOR_TEST_TOKEN", "s3cr3t-t0k3n");
    FakePrometheus server;
    FakePrometheus thief;
    server.fault = Answer::redirect(thief.server.url(u"/api/v1/alerts"_s));
    SourceSpec spec = sourceAt(u"main"_s, SourceKind::Prometheus, server.server.url());
    spec.target.credentials.bearer = {SecretReference::Kind::Environment, u"WATCHFLOOR_TEST_TOKEN"_s};
    const SystemClock clock;
    Session session(workspaceOf({spec}), clock, {.dataFolder = {}, .actor = u"ab"_s, .watchFiles = false});
    session.start();
    QTRY_VERIFY(session.stores().sources.find(u"main"_s)->failures >= 3);
    QCOMPARE(thief.server.connections(), 0);
    QCOMPARE(session.stores().sources.find(u"main"_s)->freshness.error()->kind, Error::Kind::Redirected);
    qunsetenv("WATCHFLOOR_TEST_TOKEN");
}

WATCHFLOOR_TEST(TestBadInput)
#include "tst_badinput.moc"
