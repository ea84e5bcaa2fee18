#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// A world with a truth: what fires, who answers. The store must never call anything over whose Prometheus cannot be seen.
class TestAlertFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverRecoversUnseen_data();
    void neverRecoversUnseen();
};

void TestAlertFaults::neverRecoversUnseen_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 7U, 42U, 2026U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestAlertFaults::neverRecoversUnseen()
{
    QFETCH(unsigned, seed);
    constexpr int polls = 10'000;
    constexpr int alertCount = 6;
    std::mt19937 random(seed);
    const auto chance = [&random](int percent) { return int(random() % 100) < percent; };

    Floor floor;
    floor.rules.clear();
    for (int i = 0; i < alertCount; ++i)
        floor.rules.push_back(ruleOf(u"Alert%1"_s.arg(i)));
    bool prometheusUp = true;
    bool alertmanagerUp = true;
    std::array<bool, alertCount> truth{};
    std::array<WallTime, alertCount> resentUntil{};
    int ended = 0;
    int unseen = 0;
    bool violated = false;

    const auto isHidden = [&floor] { return floor.sources.state(mainSource, floor.clock.now()) != State::Healthy; };
    QObject::connect(&floor.store, &AlertStore::transitioned, this, [&](const Alert &alert, AlertState before) {
        const bool over = alert.state == AlertState::Recovered || alert.state == AlertState::Vanished;
        ended += over ? 1 : 0;
        unseen += alert.state == AlertState::Unseen ? 1 : 0;
        violated = violated || (over && isHidden());
        Q_UNUSED(before)
    });

    const auto listed = [&](bool byPrometheus) {
        std::vector<OriginAlert> alerts;
        for (size_t i = 0; i < alertCount; ++i)
            if (byPrometheus ? truth[i] : resentUntil[i] > floor.clock.wall())
                alerts.push_back(alertOf(labelsOf(u"Alert%1"_s.arg(i))));
        return alerts;
    };
    for (int poll = 0; poll < polls; ++poll) {
        floor.clock.advance(10s);
        if (chance(3))
            prometheusUp = !prometheusUp;
        if (chance(3))
            alertmanagerUp = !alertmanagerUp;
        for (size_t i = 0; i < alertCount; ++i) {
            if (chance(2))
                truth[i] = !truth[i];
            if (prometheusUp)
                resentUntil[i] = truth[i] ? floor.clock.wall() + 4min : WallTime{};
        }
        if (prometheusUp)
            floor.prometheus(listed(true));
        else
            floor.sources.applyFailure(mainSource, {Error::Kind::Refused, {}, {}}, floor.clock.now());
        if (alertmanagerUp)
            floor.alertmanager(listed(false));
        else
            floor.sources.applyFailure(amSource, {Error::Kind::Timeout, {}, {}}, floor.clock.now());
        floor.store.tick(floor.clock.now(), floor.clock.wall());
        for (const QString &fingerprint : std::exchange(floor.asked, {}))
            if (chance(70))
                floor.answer(fingerprint, chance(80));
        for (const Alert &alert : floor.store.alerts()) {
            const bool mustFire = prometheusUp && std::find_if(floor.rules.begin(), floor.rules.end(), [&](const AlertRule &rule) {
                                      return rule.name == alert.name() && truth[size_t(&rule - floor.rules.data())];
                                  }) != floor.rules.end();
            QVERIFY2(!mustFire || alert.state == AlertState::Firing, "what fires and can be seen is shown as firing");
            // An open alert whose Prometheus is hidden is never green.
            if (isHidden() && alert.isOpen())
                QVERIFY(alert.claim() == State::Blind || alert.claim() == State::Critical);
        }
        QVERIFY2(!violated, "something was called over while its Prometheus could not be seen");
    }
    QVERIFY(ended > 100);
    QVERIFY(unseen > 100);
}

WATCHFLOOR_TEST(TestAlertFaults)
#include "tst_alertfaults.moc"
