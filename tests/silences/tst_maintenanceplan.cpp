#include "models/silences/maintenanceplan.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString shop = u"Shop"_s;
const QString begin = u"2026-11-28T02:00+01:00"_s;

WallTime at(const QString &iso)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
}

const WallTime evening = at(u"2026-11-27T18:00:00Z"_s);
const WallTime written = at(u"2026-11-20T12:00:00Z"_s);

MaintenanceWindow window(const QString &name = u"backup"_s)
{
    MaintenanceWindow made;
    made.name = name;
    made.matchers = {*parseMatcher(u"service=\"payment\"")};
    made.days = {6, 7};
    made.at = QTime(2, 0);
    made.length = 2h;
    made.timeZone = "Europe/Berlin";
    made.comment = u"The backup runs"_s;
    return made;
}

Silence marked(const QString &id, Silence::State state = Silence::State::Pending, const QString &name = u"backup"_s, const QString &when = begin)
{
    Silence silence;
    silence.id = id;
    silence.state = state;
    silence.matchers = {*parseMatcher(u"service=\"payment\"")};
    silence.startsAt = at(u"2026-11-28T01:00:00Z"_s);
    silence.endsAt = at(u"2026-11-28T03:00:00Z"_s);
    silence.updatedAt = written - 1h;
    silence.createdBy = u"watchfloor"_s;
    silence.comment = u"The backup runs "_s + maintenanceMarkText({shop, name, when});
    return silence;
}

MaintenanceCluster cluster(const std::vector<Silence> &silences = {}, bool visible = true)
{
    return {u"eu"_s, {u"am-1"_s, u"am-2"_s}, visible, silences};
}

MaintenancePlan planned(const std::vector<Silence> &silences, const std::vector<MaintenanceWindow> &windows = {window()}, WallTime now = evening)
{
    return planMaintenance(shop, windows, {cluster(silences)}, now, written);
}

} // namespace

class TestMaintenancePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreReadAsTheyAreWritten_data();
    void marksAreReadAsTheyAreWritten();
    void whatIsMissingIsMade();
    void whatIsNotDueIsNotMade();
    void whatStandsIsLeft();
    void aLateOneBeginsNow();
    void ofTwoTheLesserStays();
    void whatAPersonEndedIsNotMadeAgain();
    void aMovedEndStays();
    void anotherWordingGoesByWhoIsNewer();
    void whatIsNoLongerPlannedGoes_data();
    void whatIsNoLongerPlannedGoes();
    void whatCannotBeSeenIsToldAsSuch();
    void sourcesChooseClusters();
};

void TestMaintenancePlan::marksAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("window");
    QTest::newRow("alone") << maintenanceMarkText({shop, u"backup"_s, begin}) << shop << u"backup"_s;
    QTest::newRow("behind words") << u"Ask [mk] "_s + maintenanceMarkText({shop, u"backup"_s, begin}) << shop << u"backup"_s;
    QTest::newRow("spaces and brackets") << maintenanceMarkText({u"A [b] c"_s, u"Nightly [full] backup"_s, begin}) << u"A [b] c"_s << u"Nightly [full] backup"_s;
    QTest::newRow("a workspace with a slash") << maintenanceMarkText({u"eu/shop"_s, u"backup"_s, begin}) << u"eu/shop"_s << u"backup"_s;
    QTest::newRow("a copied mark: the last counts")
        << maintenanceMarkText({shop, u"old"_s, begin}) + u' ' + maintenanceMarkText({shop, u"backup"_s, begin}) << shop << u"backup"_s;
    QTest::newRow("not at the end") << maintenanceMarkText({shop, u"backup"_s, begin}) + u" and more"_s << QString() << QString();
    QTest::newRow("without a time") << u"[watchfloor maintenance Shop/backup]"_s << QString() << QString();
    QTest::newRow("with a strange time") << u"[watchfloor maintenance Shop/backup tomorrow]"_s << QString() << QString();
    QTest::newRow("without a workspace") << u"[watchfloor maintenance backup 2026-11-28T02:00+01:00]"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("only its opening") << u"[watchfloor maintenance ]"_s << QString() << QString();
}

void TestMaintenancePlan::marksAreReadAsTheyAreWritten()
{
    QFETCH(QString, comment);
    QFETCH(QString, workspace);
    QFETCH(QString, window);
    const auto mark = maintenanceMark(comment);
    QCOMPARE(mark.has_value(), !workspace.isEmpty());
    if (mark)
        QVERIFY((*mark == MaintenanceMark{workspace, window, begin}));
}

void TestMaintenancePlan::whatIsMissingIsMade()
{
    const MaintenancePlan plan = planned({});
    QCOMPARE(plan.actions.size(), size_t(1));
    const MaintenanceAction &action = plan.actions.front();
    QCOMPARE(action.kind, MaintenanceAction::Kind::Make);
    QCOMPARE(action.silence.startsAt, at(u"2026-11-28T01:00:00Z"_s));
    QCOMPARE(action.silence.endsAt, at(u"2026-11-28T03:00:00Z"_s));
    QCOMPARE(action.silence.comment, u"The backup runs [watchfloor maintenance Shop/backup 2026-11-28T02:00+01:00]"_s);
    QCOMPARE(matchersText(action.silence.matchers), u"{service=\"payment\"}"_s);
    QVERIFY(action.silence.id.isEmpty());
    QCOMPARE(plan.reports.size(), size_t(1));
    QCOMPARE(plan.reports.front().source, u"eu"_s);
    QVERIFY(!plan.reports.front().error);
    // One that an Alertmanager lost is no longer there, so it is made again: the same world, the same plan.
    QVERIFY(planned({}).actions == plan.actions);
    // Others' silences, and those of another workspace, are none of ours.
    Silence foreign = marked(u"x"_s);
    foreign.comment = maintenanceMarkText({u"Other shop"_s, u"backup"_s, begin});
    QVERIFY(planned({foreign}).actions == plan.actions);
}

void TestMaintenancePlan::whatIsNotDueIsNotMade()
{
    QVERIFY(planned({}, {window()}, evening - 18h).actions.empty());
    QVERIFY(planned({}, {window()}, evening - 18h).reports.empty());
    QCOMPARE(planned({}, {window()}, at(u"2026-11-28T04:00:00Z"_s)).actions.front().report.startsAt, at(u"2026-11-29T01:00:00Z"_s));
}

void TestMaintenancePlan::whatStandsIsLeft()
{
    for (const Silence::State state : {Silence::State::Pending, Silence::State::Active}) {
        const MaintenancePlan plan = planned({marked(u"s1"_s, state)});
        QVERIFY(plan.actions.empty());
        QCOMPARE(plan.reports.front().silence, u"s1"_s);
        QVERIFY(!plan.reports.front().error);
    }
}

void TestMaintenancePlan::aLateOneBeginsNow()
{
    const WallTime late = at(u"2026-11-28T01:30:00Z"_s);
    const MaintenancePlan plan = planned({}, {window()}, late);
    QCOMPARE(plan.actions.front().silence.startsAt, late);
    QCOMPARE(plan.actions.front().silence.endsAt, at(u"2026-11-28T03:00:00Z"_s));
    QVERIFY(plan.actions.front().silence.comment.endsWith(begin + u']'));
    QVERIFY(planned({}, {window()}, at(u"2026-11-30T12:00:00Z"_s)).actions.empty());
}

void TestMaintenancePlan::ofTwoTheLesserStays()
{
    const MaintenancePlan plan = planned({marked(u"b"_s), marked(u"a"_s), marked(u"c"_s, Silence::State::Expired)});
    QCOMPARE(plan.reports.front().silence, u"a"_s);
    QCOMPARE(plan.actions.size(), size_t(1));
    QCOMPARE(plan.actions.front().kind, MaintenanceAction::Kind::End);
    QCOMPARE(plan.actions.front().silence.id, u"b"_s);
}

void TestMaintenancePlan::whatAPersonEndedIsNotMadeAgain()
{
    const MaintenancePlan plan = planned({marked(u"s1"_s, Silence::State::Expired)});
    QVERIFY(plan.actions.empty());
    QVERIFY(plan.reports.front().error);
    QCOMPARE(plan.reports.front().error->kind, Error::Kind::Cancelled);
}

void TestMaintenancePlan::aMovedEndStays()
{
    Silence longer = marked(u"s1"_s, Silence::State::Active);
    longer.endsAt += 1h;
    MaintenanceWindow only = window();
    only.days = {6};
    const MaintenancePlan plan = planned({longer}, {only}, at(u"2026-11-28T01:30:00Z"_s));
    QVERIFY(plan.actions.empty());
    QVERIFY(!plan.reports.front().error);
}

void TestMaintenancePlan::anotherWordingGoesByWhoIsNewer()
{
    Silence old = marked(u"s1"_s);
    old.matchers = {*parseMatcher(u"service=\"shop\"")};
    const MaintenancePlan edit = planned({old});
    QCOMPARE(edit.actions.size(), size_t(1));
    QCOMPARE(edit.actions.front().kind, MaintenanceAction::Kind::Make);
    QCOMPARE(edit.actions.front().silence.id, u"s1"_s);
    QCOMPARE(matchersText(edit.actions.front().silence.matchers), u"{service=\"payment\"}"_s);
    // Made after this file was written: another console has a newer one, and two must not quarrel.
    old.updatedAt = written + 1h;
    const MaintenancePlan left = planned({old});
    QVERIFY(left.actions.empty());
    QVERIFY(left.reports.front().error);
    QCOMPARE(left.reports.front().silence, u"s1"_s);
    // One that mutes already is not torn away under those who work.
    old.updatedAt = written - 1h;
    old.state = Silence::State::Active;
    QVERIFY(planned({old}).actions.empty());
}

void TestMaintenancePlan::whatIsNoLongerPlannedGoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isNewer");
    QTest::addColumn<bool>("goes");
    const auto row = [](const char *title, const QString &name, const QString &when, Silence::State state, bool isNewer, bool goes) {
        QTest::newRow(title) << name << when << int(state) << isNewer << goes;
    };
    row("a window that was taken out", u"gone"_s, begin, Silence::State::Pending, false, true);
    row("its active one runs out by itself", u"gone"_s, begin, Silence::State::Active, false, false);
    row("its expired one is over", u"gone"_s, begin, Silence::State::Expired, false, false);
    row("one that a newer file made", u"gone"_s, begin, Silence::State::Pending, true, false);
    row("a time that was moved", u"backup"_s, u"2026-11-28T02:30+01:00"_s, Silence::State::Pending, false, true);
    row("a zone that was changed", u"backup"_s, u"2026-11-28T02:00+00:00"_s, Silence::State::Pending, false, true);
    row("a time that stands", u"backup"_s, begin, Silence::State::Pending, false, false);
}

void TestMaintenancePlan::whatIsNoLongerPlannedGoes()
{
    QFETCH(QString, name);
    QFETCH(QString, when);
    QFETCH(int, state);
    QFETCH(bool, isNewer);
    QFETCH(bool, goes);
    Silence silence = marked(u"s9"_s, Silence::State(state), name, when);
    if (isNewer)
        silence.updatedAt = written + 1h;
    const MaintenancePlan plan = planned({marked(u"s1"_s), silence});
    const auto ends = std::count_if(plan.actions.begin(), plan.actions.end(), [](const MaintenanceAction &action) {
        return action.kind == MaintenanceAction::Kind::End && action.silence.id == u"s9"_s;
    });
    // Of two of the same time the greater id goes: that is another rule.
    const bool isDouble = name == u"backup"_s && when == begin;
    QCOMPARE(ends, goes || isDouble ? 1 : 0);
}

void TestMaintenancePlan::whatCannotBeSeenIsToldAsSuch()
{
    const auto blind = [](const std::vector<Silence> &silences) { return planMaintenance(shop, {window()}, {cluster(silences, false)}, evening, written); };
    const MaintenancePlan nothing = blind({});
    QVERIFY(nothing.actions.empty());
    QCOMPARE(nothing.reports.front().error->kind, Error::Kind::Blind);
    QVERIFY(nothing.reports.front().silence.isEmpty());
    const MaintenancePlan known = blind({marked(u"s1"_s), marked(u"s2"_s, Silence::State::Pending, u"gone"_s)});
    QVERIFY(known.actions.empty());
    QCOMPARE(known.reports.front().silence, u"s1"_s);
    QCOMPARE(known.reports.front().error->kind, Error::Kind::Blind);
}

void TestMaintenancePlan::sourcesChooseClusters()
{
    MaintenanceWindow only = window();
    only.sources = QStringList{u"am-2"_s};
    const MaintenanceCluster us{u"us"_s, {u"am-9"_s}, true, {}};
    const auto plan = planMaintenance(shop, {only}, {cluster(), us}, evening, written);
    QCOMPARE(plan.reports.size(), size_t(1));
    QCOMPARE(plan.reports.front().source, u"eu"_s);
    QCOMPARE(planMaintenance(shop, {window()}, {cluster(), us}, evening, written).reports.size(), size_t(2));
    // What stands where the window is no longer meant for goes.
    const MaintenanceCluster leftover{u"us"_s, {u"am-9"_s}, true, {marked(u"s5"_s)}};
    const auto moved = planMaintenance(shop, {only}, {cluster({marked(u"s1"_s)}), leftover}, evening, written);
    QCOMPARE(moved.actions.size(), size_t(1));
    QCOMPARE(moved.actions.front().silence.id, u"s5"_s);
    QCOMPARE(moved.actions.front().report.source, u"us"_s);
}

WATCHFLOOR_TEST(TestMaintenancePlan)
#include "tst_maintenanceplan.moc"
