#include "models/session/escalationwatch.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestEscalationWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepIsToldOnce();
    void whatFellDueBeforeIsToldAfterTheStart();
    void whatTheRecordHasIsNotToldAgain_data();
    void whatTheRecordHasIsNotToldAgain();
    void nothingIsToldBeforeTheRecordAnswered();
    void whatSomebodyTookOnGoesToNobody();
    void ofManyEachStepIsToldOnce();
    void whatSomebodyTakesOnWhileManyAreLookedAtGoesToNobody();

private:
    struct Watched
    {
        Floor floor;
        EscalationWatch watch{floor.store, floor.clock};
        QStringList told;
        OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));

        Watched()
        {
            AlertPolicy policy;
            policy.escalation[Severity::Critical] = {5min, 15min, {u"On-call"_s, u"DevOps Lead"_s, u"CTO"_s}};
            floor.store.setPolicy(policy);
            alert.startsAt = floor.clock.wall();
            QObject::connect(&watch, &EscalationWatch::escalated, &watch, [this](const std::vector<Escalation> &fallen) {
                for (const Escalation &step : fallen)
                    told << QStringLiteral("%1 after %2 min").arg(step.to).arg(std::chrono::duration_cast<std::chrono::minutes>(step.at - alert.startsAt).count());
            });
        }
        /// So many, of which each thousandth is older than the others.
        std::vector<OriginAlert> many(int count) const
        {
            std::vector<OriginAlert> alerts;
            for (int i = 0; i < count; ++i) {
                alerts.push_back(alert);
                alerts.back().labels.set(u"pod"_s, QString::number(i));
                if (i % 1'000 != 0)
                    alerts.back().startsAt += 24h;
            }
            return alerts;
        }
        void at(std::chrono::minutes after)
        {
            floor.clock.advance(alert.startsAt + after - floor.clock.wall());
            floor.alertmanager({alert});
            watch.tick();
        }
    };
};

void TestEscalationWatch::eachStepIsToldOnce()
{
    Watched watched;
    watched.watch.learn({});
    for (const auto minute : {0min, 14min, 15min, 16min, 29min, 30min, 31min, 600min})
        watched.at(minute);
    QCOMPARE(watched.told, (QStringList{u"DevOps Lead after 15 min"_s, u"CTO after 30 min"_s}));
}

void TestEscalationWatch::whatFellDueBeforeIsToldAfterTheStart()
{
    Watched watched;
    watched.watch.learn({});
    watched.at(8h);
    QCOMPARE(watched.told, (QStringList{u"DevOps Lead after 15 min"_s, u"CTO after 30 min"_s}));
}

void TestEscalationWatch::whatTheRecordHasIsNotToldAgain_data()
{
    QTest::addColumn<int>("recorded"); // minutes after it fired
    QTest::addColumn<QString>("told");
    QTest::newRow("of this firing") << 15 << u"CTO after 30 min"_s;
    QTest::newRow("of an earlier one") << -60 << u"DevOps Lead after 15 min, CTO after 30 min"_s;
}

void TestEscalationWatch::whatTheRecordHasIsNotToldAgain()
{
    QFETCH(int, recorded);
    Watched watched;
    watched.floor.alertmanager({watched.alert});
    watched.watch.learn({{watched.floor.only().fingerprint, {amSource}, {watched.alert.startsAt + std::chrono::minutes(recorded)}}});
    watched.at(40min);
    QTEST(watched.told.join(u", "_s), "told");
}

void TestEscalationWatch::nothingIsToldBeforeTheRecordAnswered()
{
    Watched watched;
    watched.at(40min);
    QVERIFY(watched.told.isEmpty());
    watched.watch.learn({});
    watched.at(41min);
    QCOMPARE(watched.told.size(), 2);
}

void TestEscalationWatch::whatSomebodyTookOnGoesToNobody()
{
    Watched watched;
    watched.watch.learn({});
    watched.at(2min);
    watched.floor.store.acknowledge(watched.floor.only().fingerprint, {u"mk"_s, {}, watched.floor.clock.wall()});
    watched.at(3h);
    QVERIFY(watched.told.isEmpty());
}

void TestEscalationWatch::ofManyEachStepIsToldOnce()
{
    Watched watched;
    watched.watch.learn({});
    watched.floor.clock.advance(20min);
    watched.floor.alertmanager(watched.many(30'000));
    watched.watch.tick();
    QVERIFY(watched.told.isEmpty());
    watched.watch.tick();
    QTRY_VERIFY(!watched.told.isEmpty());
    QCOMPARE(watched.told, QStringList(30, u"DevOps Lead after 15 min"_s));
    watched.watch.tick();
    watched.floor.clock.advance(11min);
    watched.watch.tick();
    QTRY_COMPARE(watched.told.size(), 60);
    QCOMPARE(watched.told.mid(30), QStringList(30, u"CTO after 30 min"_s));
}

void TestEscalationWatch::whatSomebodyTakesOnWhileManyAreLookedAtGoesToNobody()
{
    Watched watched;
    watched.watch.learn({});
    watched.floor.clock.advance(20min);
    watched.floor.alertmanager(watched.many(30'000));
    QStringList old;
    for (const Alert &alert : watched.floor.store.alerts())
        if (alert.startsAt == watched.alert.startsAt)
            old << alert.fingerprint;
    QCOMPARE(old.size(), 30);
    watched.watch.tick();
    for (const QString &fingerprint : old.mid(1))
        watched.floor.store.acknowledge(fingerprint, {u"mk"_s, {}, watched.floor.clock.wall()});
    watched.watch.tick();
    QTRY_VERIFY(!watched.told.isEmpty());
    QCOMPARE(watched.told, QStringList{u"DevOps Lead after 15 min"_s});
}

WATCHFLOOR_TEST(TestEscalationWatch)
#include "tst_escalationwatch.moc"
