#include "models/routing/routingstore.h"
#include "models/services/alertfolding.h"
#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Service needing(const char *name, const QStringList &depends)
{
    Service service = serviceOf(name);
    service.depends = depends;
    return service;
}

struct House : World
{
    RoutingStore routing{sources, alerts};

    explicit House(const std::vector<Service> &declared)
        : World(declared, {sourceOf("am-1", SourceKind::Alertmanager)})
    {
    }

    void alertmanagerSays(const std::vector<OriginAlert> &list, const QString &configuration = {})
    {
        answer("am-1");
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = list;
        snapshot.totalAlerts = list.size();
        snapshot.configuration = configuration;
        snapshot.serverTime = clock.wall();
        alerts.apply(u"am-1"_s, snapshot, clock.now(), clock.wall());
        services.update(clock.now());
    }
    /// "Child < Parent (dependency)" for each that is folded, by name.
    QStringList folded() const
    {
        QStringList lines;
        const AlertFolding folding = foldAlerts(alerts.alerts(), alerts, services, &routing);
        for (const Alert &alert : alerts.alerts())
            if (const FoldedAlert *found = folding.find(alert.fingerprint))
                lines << u"%1 < %2 (%3)"_s.arg(alert.name(), alerts.find(found->root)->name(), found->reason == FoldedAlert::Reason::Depends ? found->dependency : u"inhibited"_s);
        lines.sort();
        return lines;
    }
};

OriginAlert inhibited(const char *name, const char *service, const QString &by)
{
    OriginAlert alert = alertOf(name, service, "warning", OriginAlert::State::Suppressed);
    alert.inhibitedBy = {by};
    return alert;
}

OriginAlert marked(OriginAlert alert, const QString &fingerprint)
{
    alert.fingerprint = fingerprint;
    return alert;
}

} // namespace

class TestAlertFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void childrenFoldUnderWhatFailed_data();
    void childrenFoldUnderWhatFailed();
    void anEndpointMayBeTheDependency();
    void inhibitedAlertsStandUnderTheirInhibitor();
    void anInhibitorIsFoundByRule();
    void aRingOfInhibitionsIsOpened();
    void nothingIsLostAndEverythingIsCounted();
    void fiftyThousandAlertsAreFoldedInOnePass();
};

void TestAlertFolding::childrenFoldUnderWhatFailed_data()
{
    using State = OriginAlert::State;
    QTest::addColumn<std::vector<Service>>("services");
    QTest::addColumn<std::vector<OriginAlert>>("alerts");
    QTest::addColumn<QStringList>("lines");
    const std::vector<Service> chain{needing("shop", {u"payment"_s}), needing("payment", {u"db"_s}), serviceOf("db")};
    QTest::newRow("under its dependency") << chain << std::vector{alertOf("Slow", "payment", "warning"), alertOf("Down", "db")} << QStringList{u"Slow < Down (db)"_s};
    QTest::newRow("through to the root") << chain << std::vector{alertOf("Slow", "shop", "warning"), alertOf("Errors", "payment"), alertOf("Down", "db")}
                                         << QStringList{u"Errors < Down (db)"_s, u"Slow < Down (db)"_s};
    QTest::newRow("not over a service that works") << chain << std::vector{alertOf("Slow", "shop", "warning"), alertOf("Down", "db")} << QStringList();
    QTest::newRow("a warning folds nothing") << chain << std::vector{alertOf("Slow", "payment", "warning"), alertOf("Full", "db", "warning")} << QStringList();
    QTest::newRow("nor does what is pending") << chain << std::vector{alertOf("Slow", "payment", "warning"), alertOf("Down", "db", "critical", State::Pending)} << QStringList();
    QTest::newRow("a pending child folds") << chain << std::vector{alertOf("Slow", "payment", "warning", State::Pending), alertOf("Down", "db")} << QStringList{u"Slow < Down (db)"_s};
    QTest::newRow("of the same service not") << chain << std::vector{alertOf("Slow", "db", "warning"), alertOf("Down", "db")} << QStringList();
    QTest::newRow("a service nobody declared") << chain << std::vector{alertOf("Slow", "other", "warning"), alertOf("Down", "db")} << QStringList();
    const std::vector<Service> ring{needing("a", {u"b"_s}), needing("b", {u"c"_s}), needing("c", {u"a"_s})};
    QTest::newRow("a ring keeps one") << ring << std::vector{alertOf("A", "a"), alertOf("B", "b"), alertOf("C", "c")} << QStringList{u"A < C (c)"_s, u"B < C (c)"_s};
    QTest::newRow("itself") << std::vector{needing("a", {u"a"_s})} << std::vector{alertOf("A", "a"), alertOf("A2", "a")} << QStringList();
    QTest::newRow("a dependency nobody knows") << std::vector{needing("a", {u"ghost"_s})} << std::vector{alertOf("A", "a")} << QStringList();
    const std::vector<Service> two{needing("a", {u"b"_s, u"c"_s}), serviceOf("b"), serviceOf("c")};
    QTest::newRow("the worst of two") << two << std::vector{alertOf("A", "a", "warning"), alertOf("B", "b"), alertOf("C", "c", "emergency")} << QStringList{u"A < C (c)"_s};
}

void TestAlertFolding::childrenFoldUnderWhatFailed()
{
    QFETCH(const std::vector<Service>, services);
    QFETCH(const std::vector<OriginAlert>, alerts);
    House house(services);
    house.prometheusSays(alerts);
    house.services.update(house.clock.now());
    QTEST(house.folded(), "lines");
}

void TestAlertFolding::anEndpointMayBeTheDependency()
{
    for (const QString &name : {u"core/health"_s, u"health"_s}) {
        House house({needing("payment", {name})});
        house.prometheusSays({alertOf("Slow", "payment", "warning")});
        OriginAlert down = alertOf("EndpointDown", "core");
        down.labels.set(u"endpoint"_s, u"core/health"_s);
        house.alerts.apply(u"endpoints"_s, ConsoleAlertsSnapshot{{down}}, house.clock.now(), house.clock.wall());
        house.services.update(house.clock.now());
        QCOMPARE(house.folded(), QStringList{u"Slow < EndpointDown (%1)"_s.arg(name)});
    }
}

void TestAlertFolding::inhibitedAlertsStandUnderTheirInhibitor()
{
    House house({needing("payment", {u"db"_s}), serviceOf("db")});
    house.alertmanagerSays({marked(alertOf("Errors", "payment"), u"f1"_s), inhibited("Slow", "payment", u"f1"_s), alertOf("Down", "db")});
    const AlertFolding folding = foldAlerts(house.alerts.alerts(), house.alerts, house.services);
    QCOMPARE(house.folded(), (QStringList{u"Errors < Down (db)"_s, u"Slow < Down (inhibited)"_s}));
    for (const Alert &alert : house.alerts.alerts()) {
        const FoldedAlert *found = folding.find(alert.fingerprint);
        if (alert.name() == u"Slow")
            QCOMPARE(house.alerts.find(found->parent)->name(), u"Errors"_s);
        if (alert.name() != u"Down")
            continue;
        QVERIFY(!found);
        QCOMPARE(folding.count(alert.fingerprint), 2);
        QCOMPARE(folding.count(alert.fingerprint, FoldedAlert::Reason::Inhibited), 1);
        QCOMPARE(folding.count(alert.fingerprint, FoldedAlert::Reason::Depends), 1);
    }
}

void TestAlertFolding::anInhibitorIsFoundByRule()
{
    const QString rule = u"route: {receiver: a}\ninhibit_rules: [{source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [service]}]"_s;
    House house({});
    const std::vector<OriginAlert> alerts{alertOf("Errors", "payment"), inhibited("Slow", "payment", u"gone"_s), inhibited("Slow", "taxi", u"gone"_s)};
    house.alertmanagerSays(alerts);
    QCOMPARE(house.folded(), QStringList());
    house.alertmanagerSays(alerts, rule);
    QCOMPARE(house.folded(), QStringList{u"Slow < Errors (inhibited)"_s});
}

void TestAlertFolding::aRingOfInhibitionsIsOpened()
{
    House house({});
    house.alertmanagerSays({marked(inhibited("A", "a", u"b"_s), u"a"_s), marked(inhibited("B", "b", u"c"_s), u"b"_s), marked(inhibited("C", "c", u"a"_s), u"c"_s),
                            inhibited("Tail", "t", u"a"_s), marked(inhibited("Own", "o", u"o"_s), u"o"_s)});
    const AlertFolding folding = foldAlerts(house.alerts.alerts(), house.alerts, house.services);
    QCOMPARE(folding.folded().size(), 3);
    for (const FoldedAlert &folded : folding.folded())
        QVERIFY(!folding.find(folded.root));
}

void TestAlertFolding::nothingIsLostAndEverythingIsCounted()
{
    std::vector<Service> services;
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 60; ++i) {
        const QByteArray name = "s" + QByteArray::number(i);
        services.push_back(needing(name, {u"s%1"_s.arg(i * 7 % 60), u"s%1"_s.arg(i * 13 % 60 + 1)}));
        alerts.push_back(marked(alertOf("Errors", name, i % 3 ? "critical" : "warning"), u"e%1"_s.arg(i)));
        alerts.push_back(marked(inhibited("Slow", name, u"e%1"_s.arg(i * 11 % 70)), u"w%1"_s.arg(i)));
    }
    House house(services);
    house.alertmanagerSays(alerts);
    const AlertFolding folding = foldAlerts(house.alerts.alerts(), house.alerts, house.services);
    QVERIFY(folding.folded().size() > 40);
    int counted = 0;
    for (const Alert &alert : house.alerts.alerts()) {
        const FoldedAlert *folded = folding.find(alert.fingerprint);
        if (!folded)
            counted += 1 + folding.count(alert.fingerprint);
        else
            QVERIFY(!folding.find(folded->root) && house.alerts.find(folded->root));
    }
    QCOMPARE(size_t(counted), house.alerts.alerts().size());
    QVERIFY(folding == foldAlerts(house.alerts.alerts(), house.alerts, house.services));
}

void TestAlertFolding::fiftyThousandAlertsAreFoldedInOnePass()
{
    House house({needing("payment", {u"db"_s}), serviceOf("db")});
    const auto fill = [&house](int many) {
        std::vector<OriginAlert> alerts{marked(alertOf("Down", "db"), u"down"_s)};
        for (int i = 1; i < many; ++i) {
            OriginAlert alert = i % 2 ? alertOf("Slow", "payment", "warning") : inhibited("Held", "payment", i % 4 ? u"down"_s : u"gone%1"_s.arg(i % 100));
            alert.labels.set(u"pod"_s, QString::number(i));
            alert.fingerprint = QString::number(i);
            alerts.push_back(alert);
        }
        house.alertmanagerSays(alerts);
        QElapsedTimer timer;
        timer.start();
        const AlertFolding folding = foldAlerts(house.alerts.alerts(), house.alerts, house.services);
        const qint64 taken = timer.nsecsElapsed();
        return folding.folded().size() == many - 1 ? taken : -1;
    };
    const qint64 few = fill(5'000);
    const qint64 many = fill(50'000);
    QVERIFY(few > 0 && many > 0);
    QVERIFY2(many < few * 40, qPrintable(u"%1 µs for 5,000 and %2 µs for 50,000"_s.arg(few / 1000).arg(many / 1000)));
}

WATCHFLOOR_TEST(TestAlertFolding)
#include "tst_alertfolding.moc"
