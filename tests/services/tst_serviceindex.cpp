#include "models/services/serviceindex.h"
#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestServiceIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allLabelsMustBeThere()
    {
        Service eu = Testing::serviceOf("payment");
        eu.labels.set(QStringLiteral("region"), QStringLiteral("eu"));
        const ServiceIndex index({eu});
        QVERIFY(!index.owner({{QStringLiteral("service"), QStringLiteral("payment")}}));
        QCOMPARE(index.owner(eu.labels), std::optional<size_t>(0));
    }

    void theOneThatAsksForMoreOwns()
    {
        Service any = Testing::serviceOf("payment");
        Service eu = any;
        eu.name = QStringLiteral("payment-eu");
        eu.labels.set(QStringLiteral("zone"), QStringLiteral("eu"));
        const ServiceIndex index({any, eu});
        QCOMPARE(index.owner(eu.labels), std::optional<size_t>(1));
        QCOMPARE(index.owner(any.labels), std::optional<size_t>(0));
        int owners = 0;
        index.forEachOwner(eu.labels, [&owners](size_t) { ++owners; });
        QCOMPARE(owners, 2);
    }

    void withoutLabelsTheNameCounts()
    {
        const ServiceIndex index({Testing::serviceOf("redis", false)});
        QVERIFY(index.owner({{QStringLiteral("service"), QStringLiteral("redis")}}));
        QVERIFY(!index.owner({{QStringLiteral("job"), QStringLiteral("redis")}}));
        QVERIFY(!index.owner({}));
    }

    void aServiceWithoutANameOwnsNothing()
    {
        const ServiceIndex index({Service{}});
        QVERIFY(!index.owner({{QStringLiteral("service"), QStringLiteral("x")}}));
    }
};

WATCHFLOOR_TEST(TestServiceIndex)
#include "tst_serviceindex.moc"
