#include "models/core/format.h"
#include "models/session/acknowledgementfile.h"
#include "models/session/keptstartsfile.h"
#include "tests/ruleengine/rulerig.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = RuleRig::patience;

const QByteArray ordersFail = "groups:\n"
                              "- name: orders\n"
                              "  interval: 1s\n"
                              "  rules:\n"
                              "  - alert: OrdersFail\n"
                              "    expr: orders_failed > 0\n"
                              "    for: 3s\n"
                              "    keep_firing_for: 5s\n"
                              "    labels: {severity: critical}\n"
                              "    annotations: {summary: '{{ $value }} failed at {{ $labels.job }}'}\n";

/// As soon as one failed, and after three seconds of it: neither start is found again in samples.
const QByteArray twoStarts = "groups:\n"
                             "- name: starts\n"
                             "  interval: 1s\n"
                             "  rules:\n"
                             "  - alert: AtOnce\n"
                             "    expr: orders_failed > 0\n"
                             "    labels: {severity: critical}\n"
                             "  - alert: After\n"
                             "    expr: orders_failed > 0\n"
                             "    for: 3s\n";

/// What both the console and the source have.
const QByteArray known = "groups:\n"
                         "- name: known\n"
                         "  rules:\n"
                         "  - alert: Known\n"
                         "    expr: vector(1)\n";

/// Takes every program away for as long as it lives.
struct NoPrograms
{
    QTemporaryDir empty;
    QByteArray before = qgetenv("PATH");
    NoPrograms() { qputenv("PATH", empty.path().toUtf8()); }
    ~NoPrograms() { qputenv("PATH", before); }
};

}

/// Rule files over a real Prometheus, evaluated by another one that the console starts.
class TestRuleEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertLivesThroughItsStates();
    void leavesAGroupToTheSourceThatListsIt();
    void diesAndIsBlindAndComesBack();
    void aSourceThatCannotBeReadEndsNoAlert();
    void withoutAPrometheusSaysWhatToInstall();
    void aWrongFileTakesNoOtherWithIt();
    void evaluatesOverRawPages();
    void saysWhichSourceCannotBeRead();
    void handsItsAlertsOnAcrossARestart();
    void goesOnWithTheNextConsole();
    void whatEndedUnseenIsOver();
    void anUnseenRowIsDecidedByTheNextConsole();
    void endsWithTheSession();
};

void TestRuleEngine::anAlertLivesThroughItsStates()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus());
    rig.addFile(u"orders.yaml"_s, ordersFail);
    rig.startSession();
    QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Healthy, patience);
    QVERIFY(!rig.row(u"OrdersFail"_s));
    rig.failed = 2;
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Pending), patience);
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    const Alert *alert = rig.row(u"OrdersFail"_s);
    QCOMPARE(alert->origins, QStringList(u"rules"_s));
    QCOMPARE(alert->severity, Severity::Critical);
    QCOMPARE(alert->summary(), u"2 failed at orders"_s);
    // What the source adds to everything is no part of what is compared with other origins.
    QVERIFY(!alert->labels.contains(u"cluster"_s));
    QCOMPARE(alert->externalLabels.value(u"cluster"_s), u"eu"_s);
    QCOMPARE(rig.session->stores().alerts.ruleOf(*alert)->second.keepFiringFor, std::chrono::milliseconds(5'000));
    QElapsedTimer sinceWell;
    sinceWell.start();
    rig.failed = 0;
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Recovered), patience);
    QVERIFY2(sinceWell.elapsed() >= 4'500, qPrintable(QString::number(sinceWell.elapsed())));
    QVERIFY(!rig.everWas(u"OrdersFail"_s, AlertState::Vanished));
}

void TestRuleEngine::leavesAGroupToTheSourceThatListsIt()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus(known));
    rig.addFile(u"known.yaml"_s, known);
    rig.addFile(u"orders.yaml"_s, ordersFail);
    rig.failed = 1;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing) && rig.isIn(u"Known"_s, AlertState::Firing), patience);
    const std::vector<SkippedGroup> expected{{u"known"_s, u"known.yaml"_s, u"main"_s}};
    QCOMPARE(rig.session->stores().rules.report().skipped, expected);
    QCOMPARE(rig.row(u"Known"_s)->origins, QStringList(u"main"_s));
    QCOMPARE(rig.row(u"OrdersFail"_s)->origins, QStringList(u"rules"_s));
}

void TestRuleEngine::diesAndIsBlindAndComesBack()
{
    RuleRig rig;
    QVERIFY(rig.startFailing(u"orders.yaml"_s, ordersFail));
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    const qint64 first = rig.privatePid();
    QVERIFY(first > 1);
    {
        // It cannot be started again at once, so that there is time to look.
        NoPrograms gone;
        ::kill(pid_t(first), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Blind, patience);
        QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Unseen), patience);
        QVERIFY(rig.rulesError());
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Healthy, patience);
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    QVERIFY(rig.privatePid() != first);
    QVERIFY(!rig.everWas(u"OrdersFail"_s, AlertState::Recovered) && !rig.everWas(u"OrdersFail"_s, AlertState::Vanished));
    // And by itself, when nobody holds it.
    const qint64 second = rig.privatePid();
    ::kill(pid_t(second), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(rig.privatePid() > 1 && rig.privatePid() != second, patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Healthy, patience);
}

void TestRuleEngine::aSourceThatCannotBeReadEndsNoAlert()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus());
    QByteArray atOnce = ordersFail;
    rig.addFile(u"orders.yaml"_s, atOnce.replace("    keep_firing_for: 5s\n", ""));
    rig.failed = 1;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    rig.transitions.clear();
    rig.stack.killServer(u"main"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Blind, patience);
    QVERIFY(rig.rulesError()->detail.contains(u"rules cannot read main"_s));
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Unseen), patience);
    QVERIFY(rig.restartPrometheus());
    QTRY_VERIFY_WITH_TIMEOUT(rig.rulesState() == State::Healthy && rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    for (const AlertState state : {AlertState::Recovered, AlertState::Vanished, AlertState::Pending})
        QVERIFY(!rig.everWas(u"OrdersFail"_s, state));
}

void TestRuleEngine::withoutAPrometheusSaysWhatToInstall()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus(known));
    rig.addFile(u"orders.yaml"_s, ordersFail);
    const NoPrograms gone;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"Known"_s, AlertState::Firing), patience);
    QTRY_VERIFY_WITH_TIMEOUT(rig.rulesError(), patience);
    QCOMPARE(rig.rulesState(), State::Blind);
    QCOMPARE(rig.rulesError()->kind, Error::Kind::MissingTool);
    QVERIFY2(Format::sentence(*rig.rulesError()).contains(u"apt install prometheus"_s), qPrintable(Format::sentence(*rig.rulesError())));
}

void TestRuleEngine::aWrongFileTakesNoOtherWithIt()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus());
    rig.addFile(u"wrong.yaml"_s, "groups:\n- name: wrong\n  rules:\n  - alert: Fine\n    expr: vector(1)\n  - alert: Wrong\n    expr: sum(up\n");
    rig.addFile(u"unreadable.yaml"_s, "groups:\n- name: g\n  rulez: []\n");
    rig.addFile(u"orders.yaml"_s, ordersFail);
    rig.failed = 1;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    QVERIFY(!rig.row(u"Fine"_s));
    const auto &faults = rig.session->stores().rules.report().faults;
    QCOMPARE(faults.size(), size_t(2));
    QVERIFY2(faults[0].toString().startsWith(u"unreadable.yaml:3:"_s), qPrintable(faults[0].toString()));
    QVERIFY2(faults[1].toString().startsWith(u"wrong.yaml:6: Wrong: could not parse expression"_s), qPrintable(faults[1].toString()));
}

void TestRuleEngine::evaluatesOverRawPages()
{
    RuleRig rig;
    rig.addSource(u"raw"_s, SourceKind::Metrics, rig.page.url(u"/metrics"_s));
    rig.addFile(u"orders.yaml"_s, ordersFail);
    rig.addFile(u"down.yaml"_s, "groups:\n- name: down\n  rules:\n  - alert: PageDown\n    expr: up{job='raw'} == 0\n");
    rig.failed = 3;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    QCOMPARE(rig.row(u"OrdersFail"_s)->summary(), u"3 failed at raw"_s);
    rig.isPageDown = true;
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"PageDown"_s, AlertState::Firing), patience);
    QCOMPARE(rig.row(u"PageDown"_s)->labels.value(u"instance"_s), u"127.0.0.1:%1"_s.arg(rig.page.serverPort()));
}

void TestRuleEngine::saysWhichSourceCannotBeRead()
{
    RuleRig rig;
    FaultServer other;
    other.on(u"/api/v1/read"_s, Answer::error(400, "unsupported path requested"));
    rig.addSource(u"vm"_s, SourceKind::Prometheus, other.url());
    QVERIFY(rig.startFailing(u"orders.yaml"_s, ordersFail));
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    QCOMPARE(rig.session->stores().rules.report().unreadable, QStringList(u"vm"_s));
}

void TestRuleEngine::handsItsAlertsOnAcrossARestart()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus());
    FaultServer receiver;
    receiver.otherwise(Answer::json("{}"));
    Webhook webhook;
    webhook.name = u"bus"_s;
    webhook.target.base = receiver.url(u"/hook"_s);
    rig.workspace.webhooks = {webhook};
    rig.addFile(u"orders.yaml"_s, ordersFail);
    rig.failed = 1;
    rig.startSession();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), size_t(1), patience);
    QVERIFY(receiver.requests()[0].body.contains("OrdersFail") && receiver.requests()[0].body.contains("firing"));
    // The next console knows nothing at first, which is no end of the alert.
    rig.session.reset();
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"OrdersFail"_s, AlertState::Firing), patience);
    const std::vector<SeenRequest> told = receiver.requests();
    QVERIFY(std::none_of(told.begin(), told.end(), [](const SeenRequest &request) { return request.body.contains("resolved"); }));
    rig.failed = 0;
    QTRY_VERIFY_WITH_TIMEOUT(receiver.requests().back().body.contains("resolved"), patience);
}

/// Since when it fires, who has it on and what is left to answer it: all of that is the same in the next console.
void TestRuleEngine::goesOnWithTheNextConsole()
{
    RuleRig rig;
    QVERIFY(rig.startPrometheus());
    rig.workspace.alertPolicy.escalation[Severity::Critical] = {std::chrono::minutes(5), std::chrono::minutes(15), {u"On-call"_s, u"Lead"_s}};
    rig.addFile(u"starts.yaml"_s, twoStarts);
    rig.failed = 1;
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Firing) && rig.isIn(u"After"_s, AlertState::Firing), patience);
    const std::map<QString, WallTime> starts{{u"AtOnce"_s, rig.row(u"AtOnce"_s)->startsAt}, {u"After"_s, rig.row(u"After"_s)->startsAt}};
    const auto respondBy = [&rig] { return escalationOf(*rig.row(u"AtOnce"_s), rig.session->stores().alerts.policy(), rig.clock.wall()).respondBy; };
    const auto due = respondBy();
    QVERIFY(due);
    rig.session->acknowledge({.fingerprints = {rig.row(u"After"_s)->fingerprint}, .comment = u"looking"_s});
    for (int console = 0; console < 2; ++console) {
        rig.session.reset();
        rig.transitions.clear();
        rig.startSession();
        QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Firing) && rig.isIn(u"After"_s, AlertState::Acknowledged), patience);
        for (const auto &[name, start] : starts)
            QCOMPARE(rig.row(name)->startsAt, start);
        QCOMPARE(respondBy(), due);
        QCOMPARE(rig.row(u"After"_s)->acknowledgement->comment, u"looking"_s);
        QVERIFY(!rig.everWas(u"After"_s, AlertState::Pending));
    }
    // The same where the console stays, and its Prometheus does not.
    const qint64 before = rig.privatePid();
    ::kill(pid_t(before), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(rig.privatePid() > 1 && rig.privatePid() != before, patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.rulesState(), State::Healthy, patience);
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Firing) && rig.isIn(u"After"_s, AlertState::Acknowledged), patience);
    for (const auto &[name, start] : starts)
        QCOMPARE(rig.row(name)->startsAt, start);
}

void TestRuleEngine::whatEndedUnseenIsOver()
{
    RuleRig rig;
    QVERIFY(rig.startFailing(u"starts.yaml"_s, twoStarts));
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Firing), patience);
    const QString fingerprint = rig.row(u"AtOnce"_s)->fingerprint;
    rig.session->acknowledge({.fingerprints = {fingerprint}});
    QVERIFY(loadAcknowledgements(rig.data.path())->contains(fingerprint));
    rig.session.reset();
    rig.failed = 0;
    const size_t scraped = rig.page.requests().size();
    QTRY_VERIFY_WITH_TIMEOUT(rig.page.requests().size() > scraped + 1, patience);
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(loadAcknowledgements(rig.data.path())->empty(), patience);
    QVERIFY(!rig.row(u"AtOnce"_s));
    QTRY_VERIFY(loadKeptStarts(rig.data.path() + u"/rulestarts.json"_s)->since.empty());
    std::optional<std::vector<Episode>> lives;
    const auto isOver = [this, &rig, &lives] {
        rig.session->searchEpisodes({}, this, [&lives](const Result<std::vector<Episode>> &found) { lives = *found; });
        return lives && !lives->empty() && std::all_of(lives->begin(), lives->end(), [](const Episode &life) { return life.endedAt.has_value(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), patience);
}

/// Nobody could see it when the console ended; the next one asks.
void TestRuleEngine::anUnseenRowIsDecidedByTheNextConsole()
{
    RuleRig rig;
    QVERIFY(rig.startFailing(u"starts.yaml"_s, twoStarts));
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Firing), patience);
    rig.stack.killServer(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Unseen), patience);
    rig.session.reset();
    rig.failed = 0;
    rig.startSession();
    QVERIFY(rig.isIn(u"AtOnce"_s, AlertState::Unseen));
    QVERIFY(rig.restartPrometheus());
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"AtOnce"_s, AlertState::Recovered), patience);
}

void TestRuleEngine::endsWithTheSession()
{
    RuleRig rig;
    rig.addFile(u"known.yaml"_s, known);
    rig.startSession();
    QTRY_VERIFY_WITH_TIMEOUT(rig.isIn(u"Known"_s, AlertState::Firing), patience);
    const qint64 pid = rig.privatePid();
    QVERIFY(pid > 1);
    // Without rule files there is nothing to evaluate.
    Workspace without = rig.workspace;
    without.ruleFiles.clear();
    without.rules.clear();
    rig.session->replaceWorkspace(without);
    QTRY_COMPARE_WITH_TIMEOUT(rig.privatePid(), qint64(0), patience);
    QVERIFY(!rig.session->stores().sources.find(u"rules"_s));
    rig.session->replaceWorkspace(rig.workspace);
    QTRY_VERIFY_WITH_TIMEOUT(rig.privatePid() > 1 && rig.rulesState() == State::Healthy, patience);
    rig.session.reset();
    QTRY_COMPARE_WITH_TIMEOUT(rig.privatePid(), qint64(0), patience);
}

WATCHFLOOR_TEST(TestRuleEngine)
#include "tst_ruleengine.moc"
