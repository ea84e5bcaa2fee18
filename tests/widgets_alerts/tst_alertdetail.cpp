#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/tracewords.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QString routes = u"route: {receiver: default, routes: [{matchers: [severity=critical], receiver: payments-page}]}\n"
                       "receivers: [{name: default}, {name: payments-page, pagerduty_configs: [{}]}]"_s;

/// What one Alertmanager says of an alert, with its routes.
void tellRoutes(Night &night, const std::vector<OriginAlert> &alerts)
{
    AlertmanagerSnapshot snapshot;
    snapshot.alerts = alerts;
    snapshot.totalAlerts = alerts.size();
    snapshot.configuration = routes;
    snapshot.serverTime = night.clock.wall();
    night.apply(u"am-1"_s, SourceAnswer{});
    night.apply(u"am-1"_s, snapshot);
}

QStringList sentences(const QWidget &detail)
{
    QStringList texts;
    for (const QLabel *label : detail.findChildren<QLabel *>(u"traceSentence"_s))
        texts << label->text();
    return texts;
}

} // namespace

class TestAlertDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void whyItWasSentIsSaid()
    {
        Night night;
        tellRoutes(night, {night.alert(u"HighErrorRate"_s, u"payment"_s, u"critical"_s, u"errors"_s, 10min)});
        AlertDetail detail(night.context());
        QVERIFY(detail.show(night.fingerprintOf(u"HighErrorRate"_s)));
        const QStringList said = sentences(detail);
        QVERIFY2(said.join(u' ').contains(u"Sent to payments-page at 03:03:14"), qPrintable(said.join(u'\n')));
    }

    void whatIsNotSentYetCountsDown()
    {
        Night night;
        tellRoutes(night, {night.alert(u"HighErrorRate"_s, u"payment"_s, u"critical"_s, u"errors"_s, 10s)});
        AlertDetail detail(night.context());
        QVERIFY(detail.show(night.fingerprintOf(u"HighErrorRate"_s)));
        QVERIFY2(sentences(detail).join(u' ').contains(u"in 0:20"), qPrintable(sentences(detail).join(u'\n')));
    }

    void aChipAsksForAFilter()
    {
        Night night;
        night.tell();
        AlertDetail detail(night.context());
        QVERIFY(detail.show(night.fingerprintOf(u"HighErrorRate"_s)));
        QSignalSpy asked(&detail, &AlertDetail::filterRequested);
        auto *chip = detail.findChild<Pill *>(u"label/service"_s);
        QVERIFY(chip);
        chip->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), u"service=\"payment\""_s);
    }

    void everyVerdictHasItsSentence_data()
    {
        using Verdict = NotificationTrace::Verdict;
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << int(Verdict::Unknown) << u"night cannot be asked"_s;
        QTest::newRow("pending") << int(Verdict::Pending) << u"fires in 2:00"_s;
        QTest::newRow("not listed") << int(Verdict::NotListed) << u"night does not have it"_s;
        QTest::newRow("silenced") << int(Verdict::Silenced) << u"Not sent: silenced by jo until 04:12:44."_s;
        QTest::newRow("inhibited") << int(Verdict::Inhibited) << u"Not sent: DbDown of db fires and holds it back."_s;
        QTest::newRow("muted") << int(Verdict::Muted) << u"muted by nights until 04:12:44"_s;
        QTest::newRow("waiting") << int(Verdict::Waiting) << u"until 03:13:14, in 0:30"_s;
        QTest::newRow("over") << int(Verdict::Over) << u"It is over."_s;
    }
    void everyVerdictHasItsSentence()
    {
        QFETCH(const int, verdict);
        QFETCH(const QString, words);
        FakeClock clock;
        NotificationTrace trace;
        trace.alertmanager = u"night"_s;
        trace.verdict = NotificationTrace::Verdict(verdict);
        trace.firesAt = clock.wall() + 2min;
        trace.silences = {{u"am-1"_s, u"s1"_s, u"jo"_s, u"planned"_s, clock.wall() - 1h, clock.wall() + 1h}};
        trace.inhibitors = {{u"f"_s, u"DbDown"_s, u"db"_s, {}, {}}};
        RouteTrace route;
        route.receiver = u"page"_s;
        route.firstAt = clock.wall() + 30s;
        if (trace.verdict == NotificationTrace::Verdict::Muted) {
            route.mutedBy = QStringList{u"nights"_s};
            route.mutedUntil = clock.wall() + 1h;
        }
        trace.routes = {route};
        const QString sentence = TraceWords::of(trace, clock.wall()).sentence;
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }

    void computedTimesAreCalledSo()
    {
        FakeClock clock;
        NotificationTrace trace;
        trace.verdict = NotificationTrace::Verdict::Notified;
        RouteTrace route;
        route.receiver = u"page"_s;
        route.sentAt = clock.wall();
        route.groupWait = 30s;
        route.groupInterval = 5min;
        route.repeatInterval = 4h;
        trace.routes = {route};
        const auto notes = TraceWords::of(trace, clock.wall()).notes;
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const TraceWords::Note &note) {
            return note.text == u"Times are computed from its configuration (group_wait 30 s, group_interval 5 min, repeat_interval 4 h); no Alertmanager tells when it sends.";
        }));
        trace.verdict = NotificationTrace::Verdict::NotListed;
        trace.routes.clear();
        QVERIFY(TraceWords::of(trace, clock.wall()).notes.empty());
    }

    void aBlindMemberIsWarnedOf()
    {
        FakeClock clock;
        NotificationTrace trace;
        trace.verdict = NotificationTrace::Verdict::Notified;
        trace.members = {{u"am-1"_s, State::Healthy, true, false}, {u"am-2"_s, State::Blind, false, false}};
        RouteTrace route;
        route.receiver = u"page"_s;
        route.sentAt = clock.wall();
        trace.routes = {route};
        const auto notes = TraceWords::of(trace, clock.wall()).notes;
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const TraceWords::Note &note) {
            return note.tone == Tone::Blind && note.text == u"am-2 cannot be asked: a second page from it is possible";
        }));
    }
};

WATCHFLOOR_TEST(TestAlertDetail)
#include "tst_alertdetail.moc"
