#include "models/alerts/alerttablemodel.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/rowlinks.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// Payment needs the gateway.
Workspace needingWorkspace()
{
    Workspace workspace = nightWorkspace();
    workspace.services.front().depends = QStringList{u"api-gateway"_s};
    return workspace;
}

/// The gateway has failed, and so many of payment's fire.
std::vector<OriginAlert> failing(const Night &night, int count)
{
    std::vector<OriginAlert> alerts{night.alert(u"Down"_s, u"api-gateway"_s, u"critical"_s, {}, 2min)};
    for (int i = 0; i < count; ++i)
        alerts.push_back(night.alert(u"Slow%1"_s.arg(i), u"payment"_s, u"warning"_s, {}, 1min));
    return alerts;
}

struct Listed
{
    explicit Listed(Night &night)
        : table(night.stores().alerts, night.clock)
        , links(night.stores(), rows)
    {
    }
    int underneath(Night &night) const { return rows.underneath(rows.rowOf(night.fingerprintOf(u"Down"_s))); }

    AlertTableModel table;
    AlertRowsModel rows{table};
    RowLinks links;
};

} // namespace

class TestRowLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyFollowTheStore()
    {
        Night night(needingWorkspace());
        night.pass(0s);
        Listed listed(night);
        night.prometheus(failing(night, 3));
        QCOMPARE(listed.underneath(night), 3);
        QVERIFY(listed.links.isSettled());
        night.prometheus(failing(night, 5));
        QCOMPARE(listed.underneath(night), 5);
    }

    void veryManyNewOnesAreLinkedLater()
    {
        Night night(needingWorkspace());
        night.pass(0s);
        Listed listed(night);
        night.prometheus(failing(night, 20'100));
        QCOMPARE(listed.underneath(night), 0);
        QVERIFY(!listed.links.isSettled());
        QTRY_VERIFY(listed.links.isSettled());
        QCOMPARE(listed.underneath(night), 20'100);
        night.prometheus(failing(night, 20'200));
        QCOMPARE(listed.underneath(night), 20'200);
    }

    void manyThatAreThereAreLinkedAtOnce()
    {
        Night night(needingWorkspace());
        night.prometheus(failing(night, 20'100));
        night.pass(0s);
        Listed listed(night);
        QVERIFY(listed.links.isSettled());
        QCOMPARE(listed.underneath(night), 20'100);
    }
};

WATCHFLOOR_TEST(TestRowLinks)
#include "tst_rowlinks.moc"
