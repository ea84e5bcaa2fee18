#include "models/episodes/episodedays.h"
#include "models/episodes/episodejson.h"
#include "models/episodes/episodereport.h"
#include "models/episodes/episodereporttext.h"
#include "models/episodes/shiftclock.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WallTime at(const QString &iso)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
}

const WallTime noon = at(u"2026-11-20T12:00:00Z"_s);
const TimeRange week{noon - 24h * 7, noon};

/// In minutes from `begin`: -1 is not known.
Episode life(WallTime begin, int fired, int taken, int ended, AlertState state = AlertState::Recovered, const QString &name = u"Errors"_s)
{
    const auto minute = [begin](int minutes) { return minutes < 0 ? std::nullopt : std::optional(begin + std::chrono::minutes(minutes)); };
    Episode episode;
    episode.labels = {{u"alertname"_s, name}, {u"service"_s, u"payment"_s}};
    episode.severity = Severity::Critical;
    episode.startedAt = begin;
    episode.firedAt = minute(fired);
    episode.acknowledgedAt = minute(taken);
    episode.endedAt = minute(ended);
    episode.state = state;
    episode.starts = fired < 0 ? 0 : 1;
    return episode;
}

TimeFigure figure(int mean, int median, int known, int missing)
{
    const auto minutes = [](int count) { return count < 0 ? std::nullopt : std::optional<std::chrono::milliseconds>(std::chrono::minutes(count)); };
    return {minutes(mean), minutes(median), known, missing};
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Episode>)
Q_DECLARE_METATYPE(TimeFigure)

class TestEpisodeReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreOfWhatIsKnown_data();
    void timesAreOfWhatIsKnown();
    void countsWhatWasNoise();
    void talkersAreTheNoisiestFirst();
    void firingIsCountedWithinTheSpan();
    void shiftsFollowTheClocksOfTheirZone_data();
    void shiftsFollowTheClocksOfTheirZone();
    void everyShiftIsTold();
    void daysAreThoseOfTheZone_data();
    void daysAreThoseOfTheZone();
    void spreadsheetsRunNothing();
    void jsonSaysNullForWhatIsNotKnown();
    void labelsComeBackFromJson();
};

void TestEpisodeReport::timesAreOfWhatIsKnown_data()
{
    QTest::addColumn<std::vector<Episode>>("lives");
    QTest::addColumn<TimeFigure>("detect");
    QTest::addColumn<TimeFigure>("acknowledge");
    QTest::addColumn<TimeFigure>("resolve");
    const WallTime then = noon - 24h;
    QTest::newRow("nothing") << std::vector<Episode>() << TimeFigure() << TimeFigure() << TimeFigure();
    QTest::newRow("one, all known") << std::vector{life(then, 5, 8, 25)} << figure(5, 5, 1, 0) << figure(3, 3, 1, 0) << figure(20, 20, 1, 0);
    QTest::newRow("mean and median differ") << std::vector{life(then, 1, 2, 3), life(then, 2, 4, 6), life(then, 9, 33, 48)} << figure(4, 2, 3, 0) << figure(9, 2, 3, 0) << figure(15, 4, 3, 0);
    QTest::newRow("an even count has a middle between two") << std::vector{life(then, 2, -1, 4), life(then, 4, -1, 10)} << figure(3, 3, 2, 0) << figure(-1, -1, 0, 2) << figure(4, 4, 2, 0);
    QTest::newRow("fired with its condition: detection is not known, and not nought") << std::vector{life(then, 0, 4, 9)} << figure(-1, -1, 0, 1) << figure(4, 4, 1, 0) << figure(9, 9, 1, 0);
    QTest::newRow("taken on before it fired") << std::vector{life(then, 5, 3, 9)} << figure(5, 5, 1, 0) << figure(-1, -1, 0, 1) << figure(4, 4, 1, 0);
    QTest::newRow("open") << std::vector{life(then, 5, -1, -1, AlertState::Firing)} << figure(5, 5, 1, 0) << figure(-1, -1, 0, 1) << figure(-1, -1, 0, 1);
    QTest::newRow("its end was not seen") << std::vector{life(then, 5, -1, 60, AlertState::Unseen)} << figure(5, 5, 1, 0) << figure(-1, -1, 0, 1) << figure(-1, -1, 0, 1);
    QTest::newRow("stayed pending") << std::vector{life(then, -1, -1, 4)} << TimeFigure() << TimeFigure() << TimeFigure();
    QTest::newRow("a clock that stepped back") << std::vector{life(then, 5, -1, 2)} << figure(5, 5, 1, 0) << figure(-1, -1, 0, 1) << figure(-1, -1, 0, 1);
    QTest::newRow("fired before the span") << std::vector{life(week.start - 1h, 5, 8, 600)} << TimeFigure() << TimeFigure() << TimeFigure();
}

void TestEpisodeReport::timesAreOfWhatIsKnown()
{
    QFETCH(std::vector<Episode>, lives);
    const EpisodeReport report = reportOf(lives, week, noon);
    QTEST(report.detect, "detect");
    QTEST(report.acknowledge, "acknowledge");
    QTEST(report.resolve, "resolve");
}

void TestEpisodeReport::countsWhatWasNoise()
{
    const WallTime then = noon - 24h;
    Episode flapping = life(then, 5, -1, 30);
    flapping.starts = 4;
    Episode escalated = life(then, 5, -1, -1, AlertState::Firing);
    escalated.escalations = 2;
    const EpisodeReport report = reportOf({flapping, escalated, life(then, 1, 2, 63), life(then, 1, 2, 30), life(then, -1, -1, 3)}, week, noon);
    QCOMPARE(report.fired, 4);
    QCOMPARE(report.open, 1);
    QCOMPARE(report.flapped, 1);
    QCOMPARE(report.escalated, 1);
    QCOMPARE(report.neverAcknowledged, 2);
    QCOMPARE(report.acknowledgedOnly, 1); // 61 minutes later it still fired
    QCOMPARE(report.stayedPending, 1);
}

void TestEpisodeReport::talkersAreTheNoisiestFirst()
{
    const WallTime then = noon - 24h;
    const EpisodeReport report = reportOf({life(then, 0, 1, 10, AlertState::Recovered, u"Rare"_s), life(then, 0, -1, 10), life(then + 1h, 0, 1, 20), life(then + 2h, 0, 1, 30)}, week, noon);
    QCOMPARE(report.talkers.size(), 2u);
    QCOMPARE(report.talkers[0].name, u"Errors"_s);
    QCOMPARE(report.talkers[0].count, 3);
    QCOMPARE(report.talkers[0].share, 0.75);
    QCOMPARE(report.talkers[0].firing, std::chrono::milliseconds(1h));
    QCOMPARE(report.talkers[0].neverAcknowledged, 1);
    QCOMPARE(report.talkers[1].name, u"Rare"_s);
}

void TestEpisodeReport::firingIsCountedWithinTheSpan()
{
    const EpisodeReport report = reportOf({life(week.start - 1h, 0, -1, 90), life(noon - 30min, 0, -1, -1, AlertState::Firing)}, week, noon);
    QCOMPARE(report.firing, std::chrono::milliseconds(1h));
    QCOMPARE(report.fired, 1);
}

void TestEpisodeReport::shiftsFollowTheClocksOfTheirZone_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("shift");
    QTest::newRow("a winter's morning in Berlin") << u"2026-11-20T07:00:00Z"_s << u"day"_s;
    QTest::newRow("a minute before") << u"2026-11-20T06:59:59Z"_s << u"night"_s;
    QTest::newRow("a summer's morning in Berlin") << u"2026-07-20T06:00:00Z"_s << u"day"_s;
    QTest::newRow("the evening") << u"2026-11-20T19:00:00Z"_s << u"night"_s;
    QTest::newRow("the hour that comes twice, first") << u"2026-10-25T00:30:00Z"_s << u"night"_s;
    QTest::newRow("and again") << u"2026-10-25T01:30:00Z"_s << u"night"_s;
    QTest::newRow("the night that an hour is missing of") << u"2026-03-29T01:30:00Z"_s << u"night"_s;
    QTest::newRow("Saturday's day is nobody's") << u"2026-11-21T10:00:00Z"_s << QString();
    QTest::newRow("Friday's night reaches into Saturday") << u"2026-11-21T03:00:00Z"_s << u"night"_s;
}

void TestEpisodeReport::shiftsFollowTheClocksOfTheirZone()
{
    QFETCH(QString, time);
    const std::vector<Shift> shifts{{u"day"_s, 8 * 60, 20 * 60, "Europe/Berlin", {1, 2, 3, 4, 5}}, {u"night"_s, 20 * 60, 8 * 60, "Europe/Berlin", {}}};
    const Shift *shift = shiftAt(shifts, at(time));
    QTEST(shift ? shift->name : QString(), "shift");
}

void TestEpisodeReport::everyShiftIsTold()
{
    const std::vector<Shift> shifts{{u"day"_s, 8 * 60, 20 * 60, "UTC", {}}, {u"late"_s, 20 * 60, 23 * 60, "UTC", {}}};
    const EpisodeReport report = reportOf({life(noon - 1h, 0, 4, 10), life(noon - 10h, 0, -1, 10)}, week, noon, shifts);
    QCOMPARE(report.shifts.size(), 3u);
    QCOMPARE(report.shifts[0].name, u"day"_s);
    QCOMPARE(report.shifts[0].count, 1);
    QCOMPARE(report.shifts[0].acknowledge, figure(4, 4, 1, 0));
    QCOMPARE(report.shifts[1].count, 0);
    QCOMPARE(report.shifts[2].name, QString());
    QCOMPARE(report.shifts[2].neverAcknowledged, 1);
}

void TestEpisodeReport::daysAreThoseOfTheZone_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("hours"); // of the last day but one
    QTest::newRow("an ordinary day") << u"2026-11-20T12:00:00Z"_s << 24;
    QTest::newRow("summer begins") << u"2026-03-30T12:00:00Z"_s << 23;
    QTest::newRow("summer ends") << u"2026-10-26T12:00:00Z"_s << 25;
}

void TestEpisodeReport::daysAreThoseOfTheZone()
{
    QFETCH(QString, now);
    const QTimeZone berlin("Europe/Berlin");
    Episode episode = life(at(now) - 24h * 10, 0, -1, -1, AlertState::Firing);
    const auto days = episodeDays({episode, life(at(now), -1, -1, -1, AlertState::Pending)}, 30, at(now), berlin);
    QCOMPARE(days.size(), 30u);
    QFETCH(int, hours);
    QCOMPARE(days[28].firing, std::chrono::milliseconds(std::chrono::hours(hours)));
    QCOMPARE(days[28].begun, 0);
    QCOMPARE(days[19].begun, 1);
    QVERIFY(!days[18].worst);
    QCOMPARE(days[29].worst, std::optional(Severity::Critical));
}

void TestEpisodeReport::spreadsheetsRunNothing()
{
    const EpisodeReport report = reportOf({life(noon - 1h, 0, -1, 10, AlertState::Recovered, u"=cmd|' /C calc'!A1"_s), life(noon - 1h, 0, -1, 10, AlertState::Recovered, u"a,\"b\"\nc"_s)}, week, noon);
    const QString csv = reportCsv(report);
    QVERIFY(csv.contains(u"\r\n'=cmd|"_s));
    QVERIFY(csv.contains(u"\"a,\"\"b\"\"\nc\",payment"_s));
    QVERIFY(csv.contains(u"\r\ndetect,,,0,2\r\n"_s));
}

void TestEpisodeReport::jsonSaysNullForWhatIsNotKnown()
{
    const QString json = reportJson(reportOf({life(noon - 1h, 0, 4, 10)}, week, noon));
    QVERIFY(json.contains(u"\"meanSeconds\": null"_s));
    QVERIFY(json.contains(u"\"meanSeconds\": 240.0"_s));
}

void TestEpisodeReport::labelsComeBackFromJson()
{
    const Labels labels{{u"alertname"_s, u"Ü \"x\"\n\u202E"_s}, {u"a"_s, u"b"_s}};
    QCOMPARE(labelsOfJson(labelsJson(labels)), labels);
    QCOMPARE(labelsOfJson(u"[1"_s), Labels());
    QCOMPARE(labelsOfJson(u"{\"a\":1,\"b\":\"c\"}"_s), (Labels{{u"b"_s, u"c"_s}}));
}

WATCHFLOOR_TEST(TestEpisodeReport)
#include "tst_episodereport.moc"
