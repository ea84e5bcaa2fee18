#include "models/silences/silencepreview.h"
#include "models/silences/silencetablemodel.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Model = SilenceTableModel;

class TestSilenceTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsShowWhatIsMuted();
    void expiredOnesOnlyWhenWanted();
    void thoseThatMatchNothingAreListed();
    void theEndOfOneThatIsStillNeededIsMarked();
    void membersThatDisagreeAreNamed();
    void wordsNarrowTheRows();
    void previewMutesExactlyWhatMatches();
    void previewOfNoMatcherIsNothing();

private:
    Silence silence(const Floor &floor, const QString &id, const QString &matchers, Silence::State state = Silence::State::Active) const
    {
        Silence made;
        made.id = id;
        made.state = state;
        made.matchers = *parseMatchers(matchers);
        made.endsAt = floor.clock.wall() + 2h;
        made.createdBy = u"mk"_s;
        made.comment = u"known"_s;
        return made;
    }
};

void TestSilenceTableModel::rowsShowWhatIsMuted()
{
    Floor floor;
    Model model(floor.store, floor.sources, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s)), alertOf(labelsOf(u"C"_s, u"db"_s))}, amSource,
                       {silence(floor, u"b"_s, u"service=\"nothing\""_s, Silence::State::Pending), silence(floor, u"a"_s, u"service=\"payment\""_s)});
    QCOMPARE(model.rowCount(), 2);
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(Model::StateColumn), u"Active"_s);
    QCOMPARE(cell(Model::MatchersColumn), u"{service=\"payment\"}"_s);
    QCOMPARE(cell(Model::MatchesColumn), u"2"_s);
    QCOMPARE(cell(Model::CreatedByColumn), u"mk"_s);
    QCOMPARE(cell(Model::CommentColumn), u"known"_s);
    QCOMPARE(cell(Model::EndsColumn), u"in 2 h"_s);
    QCOMPARE(cell(Model::PlaceColumn), amSource);
    QCOMPARE(model.index(0, 0).data(Model::IdRole).toString(), u"a"_s);
    QCOMPARE(model.index(0, 0).data(Model::ClusterRole).toString(), amSource);
    QCOMPARE(model.index(0, 0).data(Model::MatchesRole).toInt(), 2);
    QCOMPARE(model.rowAt(1)->silence.id, u"b"_s);
    QVERIFY(!model.rowAt(2));
    floor.clock.advance(3h);
    model.tick();
    QCOMPARE(cell(Model::EndsColumn), u"1 h ago"_s);
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestSilenceTableModel::expiredOnesOnlyWhenWanted()
{
    Floor floor;
    Model model(floor.store, floor.sources, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    floor.alertmanager({}, amSource, {silence(floor, u"a"_s, u"service=\"payment\""_s, Silence::State::Expired)});
    QCOMPARE(model.rowCount(), 0);
    model.setShown(Model::Shown::Expired);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, Model::StateColumn).data().toString(), u"Over"_s);
}

void TestSilenceTableModel::thoseThatMatchNothingAreListed()
{
    Floor floor;
    Model model(floor.store, floor.sources, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::vector<Silence> silences{silence(floor, u"a"_s, u"service=\"payment\""_s), silence(floor, u"b"_s, u"service=\"shop\""_s),
                                        silence(floor, u"c"_s, u"service=~\"sh.*\""_s), silence(floor, u"d"_s, u"service=\"x\""_s, Silence::State::Pending),
                                        silence(floor, u"e"_s, u"service=\"x\""_s, Silence::State::Expired)};
    floor.alertmanager({alertOf(labelsOf(u"A"_s))}, amSource, silences);
    model.setShown(Model::Shown::Idle);
    QTRY_COMPARE(model.count(Model::Shown::Idle), 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowAt(0)->silence.id, u"b"_s);
    QVERIFY(model.index(0, 0).data(Model::MutesNothingRole).toBool());
    QCOMPARE(model.index(0, Model::MatchesColumn).data().toString(), u"nothing"_s);
    // One of them has something to mute again.
    floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s, u"shop"_s))}, amSource, silences);
    QTRY_COMPARE(model.count(Model::Shown::Idle), 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestSilenceTableModel::theEndOfOneThatIsStillNeededIsMarked()
{
    Floor floor;
    Model model(floor.store, floor.sources, floor.clock);
    floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s))}, amSource, {silence(floor, u"a"_s, u"service=\"payment\""_s)});
    QTRY_COMPARE(model.index(0, 0).data(Model::MatchesRole).toInt(), 2);
    QVERIFY(!model.index(0, 0).data(Model::EndsSoonRole).toBool());
    floor.clock.advance(95min);
    model.tick();
    QVERIFY(model.index(0, 0).data(Model::EndsSoonRole).toBool());
    QCOMPARE(model.index(0, Model::EndsColumn).data().toString(), u"in 25 min, 2 still firing"_s);
    model.setWarnBefore(20min);
    QVERIFY(!model.index(0, 0).data(Model::EndsSoonRole).toBool());
}

void TestSilenceTableModel::membersThatDisagreeAreNamed()
{
    Floor floor;
    std::vector<SourceSpec> specs{spec(amSource, SourceKind::Alertmanager), spec(u"am-2"_s, SourceKind::Alertmanager)};
    specs[0].cluster = specs[1].cluster = u"eu"_s;
    floor.sources.setSources(specs);
    Model model(floor.store, floor.sources, floor.clock);
    Silence told = silence(floor, u"a"_s, u"service=\"payment\""_s);
    told.updatedAt = floor.clock.wall() - 1min;
    floor.alertmanager({}, amSource, {told});
    floor.alertmanager({}, u"am-2"_s);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 0).data(Model::DisputedRole).toBool());
    QCOMPARE(model.index(0, Model::PlaceColumn).data().toString(), u"eu, not am-2"_s);
    QCOMPARE(model.index(0, Model::PlaceColumn).data(Qt::ToolTipRole).toString(), u"am-1 has it\nam-2 does not have it"_s);
}

void TestSilenceTableModel::wordsNarrowTheRows()
{
    Floor floor;
    Model model(floor.store, floor.sources, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    floor.alertmanager({}, amSource, {silence(floor, u"a"_s, u"service=\"payment\""_s), silence(floor, u"b"_s, u"service=\"shop\""_s)});
    model.setFilter(u"SHOP mk"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(u"b"_s), 0);
    QCOMPARE(model.rowOf(u"a"_s), -1);
    model.setFilter(u"shop nobody"_s);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.count(Model::Shown::Active), 2);
}

void TestSilenceTableModel::previewMutesExactlyWhatMatches()
{
    Floor floor;
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 2'000; ++i) {
        Labels labels = labelsOf(u"A%1"_s.arg(i % 10));
        labels.set(u"instance"_s, u"host-%1:9100"_s.arg(i));
        alerts.push_back(alertOf(labels, i % 3 == 0 ? OriginAlert::State::Suppressed : OriginAlert::State::Firing));
    }
    floor.alertmanager(alerts);
    for (const Alert &alert : floor.store.alerts()) {
        if (alert.labels.value(u"instance") != u"host-7:9100")
            continue;
        const SilencePreview one = previewSilence(matchersFor(alert), floor.store.alerts());
        QCOMPARE(one.muted.size(), size_t(1));
        QCOMPARE(one.muted.front(), &alert);
        QCOMPARE(one.notYet, 1);
        QCOMPARE(one.outOf, 2'000);
    }
    const SilencePreview many = previewSilence(*parseMatchers(u"alertname=~\"A[12]\", instance!~\"host-1:.*\""), floor.store.alerts());
    QCOMPARE(many.muted.size(), size_t(399));
    QCOMPARE(many.bySeverity.at(Severity::Critical), 399);
}

void TestSilenceTableModel::previewOfNoMatcherIsNothing()
{
    Floor floor;
    floor.alertmanager({alertOf(labelsOf(u"A"_s))});
    QVERIFY(previewSilence({}, floor.store.alerts()).muted.empty());
}

WATCHFLOOR_TEST(TestSilenceTableModel)
#include "tst_silencetablemodel.moc"
