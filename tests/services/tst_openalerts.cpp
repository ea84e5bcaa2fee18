#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

/// As the tiles have always been given them: a walk over all that there are.
std::vector<const Alert *> walked(const World &world, size_t service)
{
    constexpr size_t most = 50;
    std::vector<const Alert *> open;
    for (const Alert &alert : world.alerts.alerts())
        if (alert.isOpen() && world.services.ownerOf(alert) == service && open.size() < most)
            open.push_back(&alert);
    return open;
}

QStringList namesOf(const World &world, size_t service)
{
    QStringList names;
    for (const Alert *alert : world.services.openAlerts(service))
        names << alert->name();
    return names;
}

Service labelled(const char *name, const Labels &labels)
{
    Service service = serviceOf(name);
    service.labels = labels;
    return service;
}

/// One by its name alone, one that shares its alerts with a narrower one, one that is never told of.
std::vector<Service> house()
{
    return {serviceOf("payment"), serviceOf("redis", false), labelled("payment-eu", {{QStringLiteral("service"), QStringLiteral("payment")}, {QStringLiteral("region"), QStringLiteral("eu")}}),
            serviceOf("auth"), serviceOf("quiet")};
}

/// Some of so many alerts, each of any service, severity and state: in another round another some.
std::vector<OriginAlert> someOf(int count, QRandomGenerator &random)
{
    static constexpr const char *services[] = {"payment", "payment", "redis", "auth", "nobody"};
    static constexpr const char *severities[] = {"critical", "warning", "info", "none"};
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < count; ++i) {
        if (random.bounded(4) == 0)
            continue;
        OriginAlert alert = alertOf("Rule", services[i % 5], severities[i / 5 % 4], random.bounded(3) == 0 ? OriginAlert::State::Pending : OriginAlert::State::Firing);
        alert.labels.set(QStringLiteral("pod"), QString::number(i));
        alert.labels.set(QStringLiteral("region"), i % 3 == 0 ? QStringLiteral("eu") : QStringLiteral("us"));
        alert.startsAt = WallTime(std::chrono::seconds(random.bounded(1'000)));
        alerts.push_back(std::move(alert));
    }
    return alerts;
}

/// What a person does to some of them between the rounds.
void touchSome(World &world, QRandomGenerator &random)
{
    QStringList fingerprints;
    for (const Alert &alert : world.alerts.alerts())
        if (random.bounded(40) == 0)
            fingerprints << alert.fingerprint;
    for (const QString &fingerprint : fingerprints.mid(0, 40)) {
        if (random.bounded(2) == 0)
            world.alerts.acknowledge(fingerprint, {QStringLiteral("ada"), {}, world.clock.wall()});
        else
            world.alerts.dismiss(fingerprint);
    }
}

} // namespace

class TestOpenAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComeFirst_data()
    {
        QTest::addColumn<std::vector<OriginAlert>>("alerts");
        QTest::addColumn<QStringList>("payment");
        QTest::addColumn<QStringList>("narrower");

        OriginAlert eu = alertOf("LagGrows", "payment", "warning");
        eu.labels.set(QStringLiteral("region"), QStringLiteral("eu"));
        QTest::newRow("nothing") << std::vector<OriginAlert>{} << QStringList{} << QStringList{};
        QTest::newRow("one") << std::vector{alertOf("Down", "payment")} << QStringList{QStringLiteral("Down")} << QStringList{};
        QTest::newRow("of nobody") << std::vector{alertOf("Down", "nobody")} << QStringList{} << QStringList{};
        QTest::newRow("of another") << std::vector{alertOf("Down", "auth")} << QStringList{} << QStringList{};
        QTest::newRow("by severity, pending last") << std::vector{alertOf("Soon", "payment", "critical", OriginAlert::State::Pending), alertOf("Slow", "payment", "warning"), alertOf("Down", "payment")}
                                                   << QStringList{QStringLiteral("Down"), QStringLiteral("Slow"), QStringLiteral("Soon")} << QStringList{};
        QTest::newRow("the narrower owns it") << std::vector{eu, alertOf("Down", "payment")} << QStringList{QStringLiteral("Down")} << QStringList{QStringLiteral("LagGrows")};
        QTest::newRow("what claims nothing bad is open, too") << std::vector{alertOf("Watchdog", "payment", "none")} << QStringList{QStringLiteral("Watchdog")} << QStringList{};
    }
    void theWorstComeFirst()
    {
        QFETCH(std::vector<OriginAlert>, alerts);
        World world(house());
        world.prometheusSays(alerts);
        QTEST(namesOf(world, 0), "payment");
        QTEST(namesOf(world, 2), "narrower");
        world.update();
        QTEST(namesOf(world, 0), "payment");
        QTEST(namesOf(world, 2), "narrower");
    }

    void noMoreThanAreLookedAt()
    {
        World world(house());
        std::vector<OriginAlert> many;
        for (int i = 0; i < 60; ++i) {
            many.push_back(alertOf("Down", "auth", i == 59 ? "critical" : "warning"));
            many.back().labels.set(QStringLiteral("pod"), QString::number(i));
        }
        world.prometheusSays(many);
        QCOMPARE(world.services.openAlerts(3).size(), size_t(50));
        QCOMPARE(world.services.openAlerts(3).front()->labels.value(u"pod"), QStringLiteral("59"));
        QVERIFY(world.services.openAlerts(0).empty());
    }

    void otherServicesHaveOthers()
    {
        World world(house());
        world.prometheusSays({alertOf("Down", "auth")});
        world.update();
        QCOMPARE(namesOf(world, 3), QStringList{QStringLiteral("Down")});
        world.services.setServices({serviceOf("auth"), serviceOf("payment")}, QStringLiteral("main"));
        QCOMPARE(namesOf(world, 0), QStringList{QStringLiteral("Down")});
        QVERIFY(world.services.openAlerts(1).empty());
    }

    void theyAreThoseOfAWalk_data()
    {
        QTest::addColumn<int>("alerts");
        QTest::addColumn<int>("rounds");
        QTest::newRow("few") << 20 << 40;
        QTest::newRow("hundreds") << 600 << 20;
        QTest::newRow("thousands") << 4'000 << 5;
    }
    void theyAreThoseOfAWalk()
    {
        QFETCH(int, alerts);
        QFETCH(int, rounds);
        QRandomGenerator random(quint32(7 + alerts));
        World world(house());
        for (int round = 0; round < rounds; ++round) {
            world.prometheusSays(someOf(alerts, random));
            touchSome(world, random);
            if (random.bounded(2) == 0)
                world.update();
            for (size_t service = 0; service < world.services.declared().size(); ++service)
                QCOMPARE(world.services.openAlerts(service), walked(world, service));
            world.clock.advance(10s);
        }
        QVERIFY(!walked(world, 0).empty());
    }

    /// As the session has it: many new ones are looked at between events, and nobody is given one that is gone meanwhile.
    void thoseOfBeforeAreStillThere()
    {
        QRandomGenerator random(11);
        World world(house());
        world.services.setSliced(true);
        int between = 0;
        for (int round = 0; round < 6; ++round) {
            world.prometheusSays(someOf(40'000, random));
            touchSome(world, random);
            std::set<const Alert *> present;
            for (const Alert &alert : world.alerts.alerts())
                present.insert(&alert);
            const auto isThatOfAWalk = [&world] {
                for (size_t service = 0; service < world.services.declared().size(); ++service)
                    if (world.services.openAlerts(service) != walked(world, service))
                        return false;
                return true;
            };
            int looks = 0;
            for (; !isThatOfAWalk() && looks < 20'000; ++looks) {
                for (size_t service = 0; service < world.services.declared().size(); ++service)
                    for (const Alert *alert : world.services.openAlerts(service))
                        QVERIFY(present.count(alert) == 1 && alert->isOpen());
                QTest::qWait(0);
            }
            QVERIFY(isThatOfAWalk());
            between += looks;
            world.clock.advance(10s);
        }
        QVERIFY(between > 0);
    }
};

WATCHFLOOR_TEST(TestOpenAlerts)
#include "tst_openalerts.moc"
