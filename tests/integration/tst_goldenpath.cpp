#include "models/runbooks/auditlog.h"
#include "models/slo/slotablemodel.h"
#include "tests/integration/liveconsole.h"
#include "tests/integration/outside.h"
#include "tests/integration/witness.h"
#include "tests/support/testregistry.h"
#include "widgets/controls/outputview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <csignal>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr double paymentTarget = 0.9999;
constexpr double enoughErrors = 60;

QString shownText(const QString &name)
{
    const auto *label = LiveConsole::shown<QLabel>(name);
    return label ? label->text() : QString();
}

bool inOrder(const QStringList &states, const QStringList &wanted)
{
    qsizetype from = 0;
    for (const QString &state : wanted) {
        const auto found = states.indexOf(state, from);
        if (found < 0)
            return false;
        from = found + 1;
    }
    return true;
}

} // namespace

/// One platform of real servers, one window on it, three stories one after the other. What a person does is clicks and keys;
/// what a deploy or a broken server does is the platform's.
class TestGoldenPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsHealthyAtTheStart();
    void aBadDeployIsSeenAndRolledBack();
    void theCacheIsWarmedOnceRedisIsBack();
    void aDeadPrometheusIsNeverGreen();
    void cleanupTestCase();

private:
    void deployBadly();
    void openRunbookOfAlert(const QString &runbook);
    void chooseCommit(const QString &commit);
    void openRunbook(const QString &title);
    void confirmRun(const QString &reason);
    QString runState() const;
    QString runOutput() const;
    std::optional<double> paymentBudget();
    QString serviceStates();
    QImage trayImage();

    std::unique_ptr<LiveConsole> m_console;
    std::unique_ptr<Witness> m_witness;
    Outside m_outside;
    QImage m_healthyTray;
    QString m_badCommit;
};

#define SUCCEEDED(call)                                                                                       \
    do {                                                                                                      \
        call;                                                                                                 \
        if (QTest::currentTestFailed())                                                                       \
            return;                                                                                           \
    } while (false)

void TestGoldenPath::initTestCase()
{
    m_console = std::make_unique<LiveConsole>();
    m_console->platform().start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->platform().isReady() || !m_console->failure().isEmpty(), "the platform does not start", 60'000);
    QVERIFY2(m_console->platform().isReady(), qPrintable(m_console->failure()));
    QVERIFY2(m_console->open(), qPrintable(m_console->failure()));
    m_witness = std::make_unique<Witness>(*m_console);
}

void TestGoldenPath::everythingIsHealthyAtTheStart()
{
    const auto unhealthy = [this] {
        const StateCounts counts = m_console->counts();
        return counts.of(State::Critical) + counts.of(State::Blind) + counts.of(State::Stale) + counts.of(State::Warning);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(unhealthy() == 0 && m_console->counts().of(State::Healthy) >= 16, qPrintable(serviceStates()), 45'000);
    QCOMPARE(m_console->tiles().size(), 8);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->desk().trayState(), State::Healthy, 3'000);
    m_healthyTray = trayImage();
    QVERIFY(!m_healthyTray.isNull());

    QVERIFY(m_console->goTo(u"alerts"_s));
    QCOMPARE(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).row, -1);
    QVERIFY(m_console->goTo(u"slos"_s));
    QTRY_VERIFY_WITH_TIMEOUT(paymentBudget().value_or(0) >= 0.6, 10'000);
    QCOMPARE(Outside::output({u"redis-cli"_s, u"-p"_s, QString::number(m_console->platform().info().redisPort), u"dbsize"_s}), u"7"_s);
}

void TestGoldenPath::aBadDeployIsSeenAndRolledBack()
{
    const StackInfo info = m_console->platform().info();
    const StackService payment = *info.service(u"payment"_s);
    const QString goodCommit = Outside::output({u"git"_s, u"-C"_s, payment.directory, u"rev-parse"_s, u"--short=7"_s, u"HEAD"_s});
    QCOMPARE(goodCommit.size(), 7);
    QVERIFY(m_console->goTo(u"slos"_s));
    const double budgetBefore = paymentBudget().value_or(0);
    const EventLedger::Sums before = m_witness->ledger().sums();
    QVERIFY(before.total() > 0);
    QVERIFY(m_console->goTo(u"dashboards"_s));
    auto *dashboards = LiveConsole::shown<QAbstractItemView>(u"dashboardList"_s);
    QVERIFY(LiveConsole::clickRow(dashboards, LiveConsole::rowWith(dashboards, {{0, u"Platform"_s}})));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->newest(u"Errors"_s).has_value(), 10'000);
    const double errorsBefore = *m_console->newest(u"Errors"_s);
    QVERIFY(errorsBefore < 0.001);
    m_witness->beginAnew();

    deployBadly();
    QTRY_COMPARE_WITH_TIMEOUT(m_badCommit.size(), 7, 10'000);

    // The panel rises, and the mark of the deploy stands among the changes.
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->newest(u"Errors"_s).value_or(0) > 3 * errorsBefore + 0.002, qPrintable(serviceStates()), 20'000);
    QVERIFY(m_console->goTo(u"overview"_s));
    QTRY_VERIFY_WITH_TIMEOUT(LiveConsole::shown(u"changes"_s)->accessibleDescription().contains(u"payment %1 deployed"_s.arg(m_badCommit)), 5'000);

    // Everybody who should tell of the alert does.
    QTRY_COMPARE_WITH_TIMEOUT(m_outside.alertmanagerAlert(info.alertmanagerUrl, u"HighErrorRate"_s, u"payment"_s), u"active"_s, 30'000);
    QTRY_VERIFY2_WITH_TIMEOUT(inOrder(m_witness->prometheusStates(), {u"pending"_s, u"firing"_s}), qPrintable(m_witness->prometheusStates().join(u' ')), 3'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->tile(u"payment"_s).state, State::Critical, 5'000);
    QVERIFY(!m_console->tile(u"payment"_s).action.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->desk().trayState(), State::Critical, 3'000);
    QVERIFY(trayImage() != m_healthyTray);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->counts().of(State::Critical), 1, 3'000);
    QVERIFY2(m_console->truth().contains(u"1 critical"_s), qPrintable(m_console->truth()));

    QVERIFY(m_console->goTo(u"alerts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state, u"Firing"_s, 5'000);
    QCOMPARE(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).severity, u"Critical"_s);
    SUCCEEDED(openRunbookOfAlert(u"rollback-payment"_s));

    // Production is locked until somebody unlocks it.
    auto *lock = LiveConsole::shown<QAbstractButton>(u"lock"_s);
    QCOMPARE(lock->text(), u"Actions locked"_s);
    QVERIFY(LiveConsole::click(lock));
    QVERIFY(LiveConsole::chooseFromMenu(u"Unlock for 15"_s));
    QTRY_COMPARE(lock->text(), u"Actions unlocked"_s);

    // A scrape's worth of errors dies uncounted with the process: beside enough of them it is less than five per cent.
    QTRY_VERIFY_WITH_TIMEOUT(m_witness->ledger().sums().errors - before.errors >= enoughErrors, 45'000);
    SUCCEEDED(chooseCommit(goodCommit));
    QVERIFY(LiveConsole::click(u"run"_s));
    SUCCEEDED(confirmRun(u"Errors rose with %1"_s.arg(m_badCommit)));

    QTRY_VERIFY2_WITH_TIMEOUT(runOutput().contains(u"payment: started"_s), qPrintable(runOutput()), 20'000);
    QVERIFY2(runOutput().contains(u"HEAD is now at %1"_s.arg(goodCommit)), qPrintable(runOutput()));
    QCOMPARE(Outside::output({u"git"_s, u"-C"_s, payment.directory, u"rev-parse"_s, u"--short=7"_s, u"HEAD"_s}), goodCommit);
    QTRY_VERIFY2_WITH_TIMEOUT(runState() == u"Verified"_s, qPrintable(runState() + u'\n' + runOutput()), 60'000);

    // It is over, everywhere.
    QVERIFY(m_console->goTo(u"alerts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state, u"Recovered"_s, 20'000);
    QCOMPARE(m_outside.prometheusAlert(info.prometheusUrl, u"HighErrorRate"_s, u"payment"_s), QString());
    QVERIFY(m_console->goTo(u"overview"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->counts().of(State::Critical), 0, 10'000);
    // What the budget lost burns on in the rates of the last half hour and hour: that, and nothing else, may still warn.
    const TileContent after = m_console->tile(u"payment"_s);
    QVERIFY2(after.state == State::Healthy || after.reason.contains(u"payment-availability"_s), qPrintable(after.reason));

    // The budget lost what payment itself counted.
    QVERIFY(m_console->goTo(u"slos"_s));
    QCOMPARE(m_witness->ledger().restarts(), 2);
    const EventLedger::Sums counted = m_witness->ledger().sums();
    const double known = (counted.errors - before.errors) / (before.total() * (1 - paymentTarget));
    const auto lost = [&] { return budgetBefore - paymentBudget().value_or(budgetBefore); };
    QTRY_VERIFY2_WITH_TIMEOUT(std::abs(lost() - known) <= 0.05 * known, qPrintable(u"lost %1, counted %2"_s.arg(lost()).arg(known)), 10'000);
    QVERIFY(known > 0.001);

    // And all of it is on record.
    const AuditLog audit(m_console->auditPath(), m_console->clock());
    const auto verified = audit.verify();
    QVERIFY(verified && verified->ok());
    QStringList events;
    const auto records = audit.read();
    QVERIFY(records);
    for (const AuditRecord &record : *records)
        if (record.event != "alert"_L1)
            events << record.event + u' ' + record.outcome;
    const QStringList story{u"unlock ok"_s, u"run-start intent"_s, u"step-start intent"_s, u"step-end ok"_s, u"step-start intent"_s, u"step-end ok"_s, u"run-end ok"_s};
    QVERIFY2(inOrder(events, story), qPrintable(events.join(u", "_s)));
}

void TestGoldenPath::theCacheIsWarmedOnceRedisIsBack()
{
    const StackInfo info = m_console->platform().info();
    const QString port = QString::number(info.redisPort);
    const auto redisUp = [&] { return m_outside.value(info.prometheusUrl, u"redis_up"_s).value_or(-1); };

    // The pre-check held when it was asked for the confirmation, and is asked again before anything runs.
    SUCCEEDED(openRunbook(u"Warm the attribute cache"_s));
    QVERIFY(LiveConsole::click(u"run"_s));
    QTRY_VERIFY(LiveConsole::shown(u"confirm"_s) && LiveConsole::shown(u"confirm"_s)->isEnabled());
    m_console->platform().killServer(u"redis"_s);
    QTRY_COMPARE_WITH_TIMEOUT(redisUp(), 0.0, 10'000);
    SUCCEEDED(confirmRun(u"It is slow"_s));
    QTRY_COMPARE_WITH_TIMEOUT(runState(), u"Refused by a gate"_s, 10'000);
    QVERIFY(!runOutput().contains(u"unified_attrs:"_s));

    QVERIFY(m_console->goTo(u"health"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->endpointState(u"payment/database"_s), u"Critical"_s, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->endpointState(u"redis/server"_s), u"Critical"_s, 10'000);
    QVERIFY(m_console->goTo(u"overview"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->tile(u"redis"_s).state, State::Critical, 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->desk().trayState(), State::Critical, 3'000);

    // Who asks now is not even offered to run it.
    SUCCEEDED(openRunbook(u"Warm the attribute cache"_s));
    QVERIFY(LiveConsole::click(u"run"_s));
    QTRY_COMPARE(shownText(u"hint"_s), u"A gate does not hold."_s);
    QVERIFY(!LiveConsole::shown(u"confirm"_s)->isEnabled());
    QVERIFY(LiveConsole::click(u"cancel"_s));
    QTRY_VERIFY(!LiveConsole::shown(u"cancel"_s));

    m_console->platform().restartServer(u"redis"_s);
    QTRY_COMPARE_WITH_TIMEOUT(Outside::output({u"redis-cli"_s, u"-p"_s, port, u"dbsize"_s}), u"0"_s, 10'000);
    QVERIFY(m_console->goTo(u"health"_s));
    // It answers again, and is empty.
    QTRY_COMPARE_WITH_TIMEOUT(m_console->endpointState(u"payment/database"_s), u"Warning"_s, 10'000);
    QVERIFY(m_console->goTo(u"dashboards"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->newest(u"Cache hit ratio"_s).value_or(1) < 0.7, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(redisUp(), 1.0, 10'000);

    SUCCEEDED(openRunbook(u"Warm the attribute cache"_s));
    QVERIFY(LiveConsole::click(u"run"_s));
    SUCCEEDED(confirmRun(u"Redis came back empty"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(runOutput().contains(u"Total keys in namespace: 7"_s), qPrintable(runOutput()), 15'000);
    QTRY_VERIFY2_WITH_TIMEOUT(runState() == u"Verified"_s, qPrintable(runState() + u'\n' + runOutput()), 60'000);
    const QStringList keys = Outside::output({u"redis-cli"_s, u"-p"_s, port, u"keys"_s, u"unified_attrs*"_s}).split(u'\n');
    QCOMPARE(keys.size(), 7);
    QCOMPARE(Outside::output({u"redis-cli"_s, u"-p"_s, port, u"dbsize"_s}), u"7"_s);
    QVERIFY(m_console->goTo(u"health"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->endpointState(u"payment/database"_s), u"Healthy"_s, 5'000);
}

void TestGoldenPath::aDeadPrometheusIsNeverGreen()
{
    const StackInfo info = m_console->platform().info();
    const QUrl ready = info.prometheusUrl.resolved(QUrl(u"/-/ready"_s));
    deployBadly();
    QVERIFY(m_console->goTo(u"alerts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state, u"Firing"_s, 40'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_outside.alertmanagerAlert(info.alertmanagerUrl, u"HighErrorRate"_s, u"payment"_s), u"active"_s, 10'000);
    QVERIFY(m_console->goTo(u"overview"_s));
    m_witness->beginAnew();
    m_console->platform().killServer(u"prometheus"_s);

    QTRY_COMPARE_WITH_TIMEOUT(m_console->sourceState(u"main"_s), State::Stale, 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->sourceState(u"main"_s), State::Blind, 8'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->tile(u"taxi"_s).state, State::Blind, 5'000);
    // Its figures may go a beat before the source is given up; from then on that is the reason.
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->tile(u"taxi"_s).reason.contains(u"main"_s), qPrintable(m_console->tile(u"taxi"_s).reason), 5'000);

    // What does not come from it goes on: its pages, the endpoints, Alertmanager.
    static const QRegularExpression fresh(u"6 page\\S* \u2264 [01] s  14 endpoint\\S* \u2264 [01] s"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(fresh.match(m_console->truth()).hasMatch(), qPrintable(m_console->truth()), 3'000);
    QVERIFY(m_console->goTo(u"health"_s));
    QCOMPARE(m_console->endpointState(u"taxi/system"_s), u"Healthy"_s);

    // Alertmanager drops what nobody resends; the console does not take that for good news.
    QVERIFY(m_console->goTo(u"alerts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_outside.alertmanagerAlert(info.alertmanagerUrl, u"HighErrorRate"_s, u"payment"_s), QString(), 45'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state, u"Unseen"_s, 5'000);
    QVERIFY2(!m_witness->rowStates().contains(u"Recovered"_s), qPrintable(m_witness->rowStates().join(u' ')));
    QVERIFY(m_console->goTo(u"overview"_s));
    const int looks = m_witness->looks();
    QTRY_VERIFY_WITH_TIMEOUT(m_witness->looks() >= looks + 10, 10'000);
    QVERIFY2(inOrder(m_witness->sourceStates(u"main"_s), {u"healthy"_s, u"stale"_s, u"blind"_s}), qPrintable(m_witness->sourceStates(u"main"_s).join(u' ')));
    QCOMPARE(m_witness->sourceStates(u"main"_s).size(), 3);
    QCOMPARE(m_witness->sourceStates(u"am-1"_s), QStringList{u"healthy"_s});
    for (const ServiceTile *tile : m_console->tiles()) {
        const QString service = tile->content().name;
        const QStringList states = m_witness->tileStates(service);
        QVERIFY2(states.lastIndexOf(u"healthy"_s) <= 0, qPrintable(service + u": "_s + states.join(u' ')));
        QVERIFY2(states.last() == u"blind"_s || states.last() == u"critical"_s, qPrintable(service + u": "_s + states.join(u' ')));
    }

    m_console->platform().restartServer(u"prometheus"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_outside.answers(ready), 30'000);
    // Two of its own intervals of a second, and one beat of the window.
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->sourceState(u"main"_s) == State::Healthy, qPrintable(m_console->truth()), 3'000);
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->counts().of(State::Blind) + m_console->counts().of(State::Stale) == 0, qPrintable(serviceStates()), 30'000);
    QVERIFY(m_console->goTo(u"alerts"_s));
    // It fired for every bad deployment of the night before: by now it may count as flapping.
    static const QRegularExpression fires(u"^(Firing|Flapping .+)$"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(fires.match(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state).hasMatch(),
                              qPrintable(m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).state), 30'000);
    QVERIFY2(!m_witness->rowStates().contains(u"Recovered"_s), qPrintable(m_witness->rowStates().join(u' ')));
}

void TestGoldenPath::cleanupTestCase()
{
    m_witness.reset();
    const QString folder = m_console->platform().info().folder;
    std::vector<qint64> pids;
    for (const auto &server : {"prometheus"_L1, "alertmanager"_L1, "redis"_L1, "node-exporter"_L1, "redis-exporter"_L1, "supervisor"_L1})
        if (const qint64 pid = m_console->platform().serverPid(server); pid > 0)
            pids.push_back(pid);
    m_console->close();
    bool stopped = false;
    connect(&m_console->platform(), &DemoPlatform::stopped, this, [&stopped] { stopped = true; });
    m_console->platform().stop();
    QTRY_VERIFY_WITH_TIMEOUT(stopped, 30'000);
    for (const qint64 pid : pids)
        QCOMPARE(::kill(pid_t(pid), 0), -1);
    QVERIFY(!QFileInfo::exists(folder));
}

void TestGoldenPath::deployBadly()
{
    m_badCommit.clear();
    m_console->platform().badDeploy(u"payment"_s, this, [this](const Result<QString> &commit) { m_badCommit = commit ? *commit : u"failed"_s; });
}

/// Opens the alert by its row and follows the button that names the runbook.
void TestGoldenPath::openRunbookOfAlert(const QString &runbook)
{
    auto *table = LiveConsole::shown<QAbstractItemView>(u"alertTable"_s);
    QVERIFY(LiveConsole::clickRow(table, m_console->alertRow(u"HighErrorRate"_s, u"payment"_s).row));
    QTRY_COMPARE(shownText(u"alertName"_s), u"HighErrorRate"_s);
    QVERIFY(LiveConsole::click(u"runbook/"_s + runbook));
    QTRY_COMPARE(m_console->window().currentPath(), u"runbooks/"_s + runbook);
}

void TestGoldenPath::openRunbook(const QString &title)
{
    QVERIFY(m_console->goTo(u"runbooks"_s));
    auto *list = LiveConsole::shown<QAbstractItemView>(u"runbookList"_s);
    QVERIFY(LiveConsole::clickRow(list, LiveConsole::rowWith(list, {{0, title}})));
    QTRY_VERIFY(LiveConsole::shown(u"run"_s) && LiveConsole::shown(u"run"_s)->isEnabled());
}

/// From the list that the runbook's own command gives, by keys.
void TestGoldenPath::chooseCommit(const QString &commit)
{
    QTRY_VERIFY_WITH_TIMEOUT(LiveConsole::shown<QComboBox>(u"parameter/commit"_s) && LiveConsole::shown<QComboBox>(u"parameter/commit"_s)->count() > 1, 10'000);
    auto *combo = LiveConsole::shown<QComboBox>(u"parameter/commit"_s);
    const int wanted = combo->findText(commit, Qt::MatchStartsWith);
    QCOMPARE(wanted, 1);
    QVERIFY(LiveConsole::click(combo->lineEdit()));
    for (int key = 0; key <= wanted; ++key)
        QTest::keyClick(combo->lineEdit(), Qt::Key_Down);
    QTRY_VERIFY2(combo->currentText().startsWith(commit), qPrintable(combo->currentText()));
}

/// Gives the confirmation what it asks for.
void TestGoldenPath::confirmRun(const QString &reason)
{
    QTRY_VERIFY(LiveConsole::shown(u"confirm"_s));
    if (auto *field = LiveConsole::shown<QLineEdit>(u"reason"_s))
        QVERIFY(LiveConsole::type(field, reason));
    QVERIFY(LiveConsole::click(u"confirm"_s));
    QTRY_VERIFY(!LiveConsole::shown(u"confirm"_s));
}

QString TestGoldenPath::runState() const
{
    return shownText(u"runState"_s);
}

QString TestGoldenPath::runOutput() const
{
    const auto *view = LiveConsole::shown<OutputView>({});
    return view ? view->text() : QString();
}

std::optional<double> TestGoldenPath::paymentBudget()
{
    const auto *list = LiveConsole::shown<QAbstractItemView>(u"objectiveList"_s);
    for (int row = 0; list && row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(SloTableModel::NameRole).toString() == "payment-availability"_L1 && index.data(SloTableModel::RemainingRole).isValid())
            return index.data(SloTableModel::RemainingRole).toDouble();
    }
    return std::nullopt;
}

QString TestGoldenPath::serviceStates()
{
    QString text = m_console->truth();
    for (const ServiceTile *tile : m_console->tiles())
        text += u"\n%1 %2: %3"_s.arg(tile->content().name, stateName(tile->content().state), tile->content().reason);
    return text;
}

QImage TestGoldenPath::trayImage()
{
    const QSystemTrayIcon *icon = m_console->desk().trayIcon();
    return icon ? icon->icon().pixmap(22, 22).toImage() : QImage();
}

WATCHFLOOR_TEST(TestGoldenPath)
#include "tst_goldenpath.moc"
