#include "models/alerts/filtercompletion.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestFilterCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("part of a name") << u"sev"_s << QStringList(u"severity"_s);
        QTest::newRow("a whole name") << u"severity"_s << QStringList({u"severity="_s, u"severity!="_s, u"severity=~"_s, u"severity!~"_s});
        QTest::newRow("values, frequent first") << u"service="_s << QStringList({u"service=\"payment\""_s, u"service=\"db.1\""_s});
        QTest::newRow("part of a value") << u"service=\"d"_s << QStringList(u"service=\"db.1\""_s);
        QTest::newRow("in the middle of a value") << u"service=ym"_s << QStringList(u"service=\"payment\""_s);
        QTest::newRow("a value in an expression") << u"service=~\"payment|d"_s << QStringList(u"service=~\"payment|db\\\\.1\""_s);
        QTest::newRow("negated") << u"-service=\"d"_s << QStringList(u"-service=\"db.1\""_s);
        QTest::newRow("a finished value") << u"service=\"payment\""_s << QStringList();
        QTest::newRow("external label") << u"cluster="_s << QStringList(u"cluster=\"eu-1\""_s);
        QTest::newRow("attributes") << u"@s"_s << QStringList({u"@state"_s, u"@severity"_s, u"@silenced_by"_s});
        QTest::newRow("a whole attribute") << u"@owner"_s << QStringList({u"@owner="_s, u"@owner!="_s, u"@owner=~"_s, u"@owner!~"_s});
        QTest::newRow("a flag") << u"@flapping"_s << QStringList(u"@flapping"_s);
        QTest::newRow("states that are there") << u"@state="_s << QStringList({u"@state=\"firing\""_s, u"@state=\"pending\""_s});
        QTest::newRow("ages") << u"@age>1"_s << QStringList({u"@age>15m"_s, u"@age>1h"_s, u"@age>1d"_s});
        QTest::newRow("comparisons of age") << u"@age"_s << QStringList({u"@age>"_s, u"@age<"_s});
        QTest::newRow("a word") << u"err"_s << QStringList(u"alertname=\"Errors\""_s);
        QTest::newRow("a phrase") << u"\"err"_s << QStringList();
        QTest::newRow("nothing like it") << u"zebra"_s << QStringList();
    }
    void whatMayBeMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, terms);
        Floor floor;
        floor.external = {{u"cluster"_s, u"eu-1"_s}};
        floor.prometheus({alertOf(labelsOf(u"Pend"_s), OriginAlert::State::Pending)});
        Labels told = labelsOf(u"Errors"_s);
        told.set(u"cluster"_s, u"eu-1"_s);
        floor.alertmanager({alertOf(told), alertOf(labelsOf(u"Disk"_s, u"db.1"_s))});
        FilterCompletion completion(floor.store);
        QStringList found;
        for (const FilterSuggestion &suggestion : completion.suggestions(typed)) {
            found << suggestion.term;
            if (suggestion.complete)
                QVERIFY2(parseAlertFilter({suggestion.term}), qPrintable(suggestion.term));
        }
        QCOMPARE(found, terms);
    }

    void countsFollowTheStore()
    {
        Floor floor;
        FilterCompletion completion(floor.store);
        QVERIFY(completion.suggestions(u"service="_s).empty());
        floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s))});
        completion.noteStoreChange();
        QCOMPARE(completion.suggestions(u"service="_s).front().detail, u"2 alert(s)"_s);
        QCOMPARE(completion.labelNames().size(), size_t(3));
    }

    void manyValuesAreCut()
    {
        Floor floor;
        std::vector<OriginAlert> alerts;
        for (int i = 0; i < 200; ++i)
            alerts.push_back(alertOf(labelsOf(u"A%1"_s.arg(i))));
        floor.alertmanager(alerts);
        FilterCompletion completion(floor.store);
        QCOMPARE(completion.suggestions(u"alertname="_s, 12).size(), size_t(12));
    }
};

WATCHFLOOR_TEST(TestFilterCompletion)
#include "tst_filtercompletion.moc"
