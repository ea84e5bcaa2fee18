#include "models/alerts/alertfilter.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {
constexpr WallTime now{1'795'230'000'000ms};

/// payment's errors, firing for ten minutes, taken on by mk, flapping, told by am-1 and main.
Alert example()
{
    Alert alert;
    alert.fingerprint = u"f1"_s;
    alert.labels = {{u"alertname"_s, u"HighErrorRate"_s}, {u"service"_s, u"Payment"_s}, {u"severity"_s, u"P1"_s}, {u"pod"_s, u"payment-7Ü"_s}};
    alert.externalLabels = {{u"cluster"_s, u"eu-1"_s}};
    alert.annotations = {{u"summary"_s, u"Error ratio 4.71 %, limit 1 %"_s}};
    alert.severity = Severity::Critical;
    alert.state = AlertState::Acknowledged;
    alert.startsAt = now - 10min;
    alert.origins = {u"am-1"_s, u"main"_s};
    alert.receivers = {u"payments-page"_s, u"slack"_s};
    alert.silencedBy = {u"s1"_s};
    alert.inhibitedBy = {u"i1"_s};
    alert.flapping = true;
    alert.acknowledgement = Acknowledgement{u"mk"_s, {}, now};
    return alert;
}
}

class TestAlertFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTermLetsThrough_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<bool>("through");
        const auto row = [](const char *name, const QString &term, bool through) { QTest::newRow(name) << term << through; };
        row("equal", u"service=\"Payment\""_s, true);
        row("equal, bare", u"service=Payment"_s, true);
        row("equal looks at the case", u"service=payment"_s, false);
        row("not equal", u"service!=\"Payment\""_s, false);
        row("expression", u"severity=~\"P1|P2\""_s, true);
        row("expression is anchored", u"severity=~\"P\""_s, false);
        row("not expression", u"service!~\"lab-.*\""_s, true);
        row("external label", u"cluster=\"eu-1\""_s, true);
        row("absent label is empty", u"team=\"\""_s, true);
        row("list", u"{service=\"Payment\", severity=\"P1\"}"_s, true);
        row("list of which one fails", u"{service=\"Payment\", severity=\"P2\"}"_s, false);
        row("negated matcher", u"-service=\"Payment\""_s, false);
        row("negated list", u"-{service=\"Payment\", severity=\"P2\"}"_s, true);
        row("blanks", u"  service = \"Payment\" "_s, true);
        row("state", u"@state=acknowledged"_s, true);
        row("state in capitals", u"@state=Acknowledged"_s, true);
        row("other state", u"@state=firing"_s, false);
        row("not this state", u"@state!=silenced"_s, true);
        row("state expression", u"@state=~\"firing|ack.*\""_s, true);
        row("no state of an expression", u"@state!~\"firing|ack.*\""_s, false);
        row("active", u"@state=active"_s, true);
        row("suppressed", u"@state=suppressed"_s, false);
        row("severity as the policy reads it", u"@severity=critical"_s, true);
        row("severity of several", u"@severity=~warning|critical"_s, true);
        row("not this severity", u"@severity!=critical"_s, false);
        row("origin", u"@origin=am-1"_s, true);
        row("no such origin", u"@origin=am-2"_s, false);
        row("not of an origin", u"@origin!=am-2"_s, true);
        row("not of one of its origins", u"@origin!=main"_s, false);
        row("a lone Alertmanager is its own cluster", u"@cluster=am-1"_s, true);
        row("owner", u"@owner=mk"_s, true);
        row("unclaimed", u"@owner=\"\""_s, false);
        row("receiver", u"@receiver=~pay.*"_s, true);
        row("silence", u"@silenced_by=s1"_s, true);
        row("inhibitor", u"@inhibited_by=~i.*"_s, true);
        row("fingerprint", u"@fingerprint=f1"_s, true);
        row("older", u"@age>5m"_s, true);
        row("not so old", u"@age>10m"_s, false);
        row("old enough", u"@age>=10m"_s, true);
        row("younger", u"@age<1h"_s, true);
        row("not younger", u"@age<10m"_s, false);
        row("at most", u"@age <= 10m"_s, true);
        row("negated age", u"-@age<1h"_s, false);
        row("flapping", u"@flapping"_s, true);
        row("not flapping", u"!@flapping"_s, false);
        row("flapping false", u"@flapping=false"_s, false);
        row("disputed", u"@disputed"_s, false);
        row("not disputed", u"@disputed!=true"_s, true);
        row("word", u"error"_s, true);
        row("word of another letter case", u"PAYMENT"_s, true);
        row("word beyond ASCII", u"7ü"_s, true);
        row("part of a label's value", u"payment-7"_s, true);
        row("value of an external label", u"eu-1"_s, true);
        row("word that is not there", u"disk"_s, false);
        row("words are all there", u"limit high"_s, true);
        row("one word of them is not there", u"limit disk"_s, false);
        row("phrase", u"\"error ratio\""_s, true);
        row("phrase in another order", u"\"ratio error\""_s, false);
        row("quoted operator", u"\"a=b\""_s, false);
        row("negated word", u"-error"_s, false);
        row("negated word with an exclamation mark", u"!disk"_s, true);
        row("negated phrase", u"-\"ratio error\""_s, true);
        row("words and a negated one", u"error -disk"_s, true);
        row("a minus alone is a word", u"-"_s, true);
        row("a per cent sign", u"4.71 %"_s, true);
    }
    void aTermLetsThrough()
    {
        QFETCH(QString, term);
        QFETCH(bool, through);
        const auto filter = parseAlertFilter({term});
        QVERIFY2(filter, qPrintable(filter ? QString() : filter.error().detail));
        QCOMPARE(filter->matches(example(), now), through);
        QCOMPARE(filter->matches(example(), now, alertText(example())), through);
        const auto turned = parseAlertFilter({negatedTerm(term)});
        QVERIFY(turned);
        const bool several = !isStructuredTerm(term) && term.contains(u' ') && !term.contains(u'"') && term != u"4.71 %";
        if (term != u"-" && !several)
            QCOMPARE(turned->matches(example(), now), !through);
    }

    void aFaultNamesItsPlace_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<int>("character");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &term, int character, const QString &says) { QTest::newRow(name) << term << character << says; };
        row("empty", u" "_s, 1, u"empty"_s);
        row("open expression", u"severity=~\"(\""_s, 11, u"regular expression"_s);
        row("open expression in a list", u"{a=\"b\", severity=~\"(\"}"_s, 19, u"regular expression"_s);
        row("no matcher", u"{}"_s, 1, u"no matcher"_s);
        row("open quote of words", u"disk \"is full"_s, 6, u"does not end"_s);
        row("unknown attribute", u"@stat=firing"_s, 2, u"there is no @stat; there are @state"_s);
        row("unknown state", u"@state=burning"_s, 7, u"there is no state \"burning\"; there are firing"_s);
        row("unknown severity", u"@severity=bad"_s, 10, u"there is no severity \"bad\""_s);
        row("attribute without an operator", u"@owner"_s, 7, u"needs = != =~ or !~"_s);
        row("age without a comparison", u"@age=5m"_s, 5, u"@age needs"_s);
        row("age of no duration", u"@age>soon"_s, 6, u"not a duration"_s);
        row("age in a wrong order", u"-@age>5m1h"_s, 7, u"not a duration"_s);
        row("flag with a value", u"@flapping=often"_s, 10, u"stands alone"_s);
        row("expression of an attribute", u"@state=~\"(\""_s, 9, u"regular expression"_s);
        row("no name", u"=\"x\""_s, 1, u"not a matcher"_s);
    }
    void aFaultNamesItsPlace()
    {
        QFETCH(QString, term);
        QFETCH(int, character);
        QFETCH(QString, says);
        const auto filter = parseAlertFilter({u"good"_s, term});
        QVERIFY(!filter);
        QCOMPARE(filter.error().where, term);
        QVERIFY2(filter.error().detail.startsWith(u"Character %1: "_s.arg(character)), qPrintable(filter.error().detail));
        QVERIFY2(filter.error().detail.contains(says), qPrintable(filter.error().detail));
        QVERIFY(filter.error().detail.endsWith(u'.'));
    }

    void whatIsTooLongIsRefused()
    {
        QVERIFY(!parseAlertFilter({QString(5'000, u'x')}));
        QVERIFY(!parseAlertFilter(QStringList(100, u"x"_s)));
        QVERIFY(parseAlertFilter({})->isEmpty());
    }

    void allTermsMustHold()
    {
        QVERIFY(parseAlertFilter({u"service=Payment"_s, u"@flapping"_s, u"error"_s})->matches(example(), now));
        QVERIFY(!parseAlertFilter({u"service=Payment"_s, u"@disputed"_s, u"error"_s})->matches(example(), now));
        AlertFilter filter = *parseAlertFilter({u"service=Payment"_s});
        filter.add(*parseAlertFilter({u"disk"_s}));
        QVERIFY(!filter.matches(example(), now));
    }

    void aTermTurnedTwiceIsItself_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("turned");
        QTest::newRow("matcher") << u"service=\"a\""_s << u"service!=\"a\""_s;
        QTest::newRow("expression") << u"service!~\"a|b\""_s << u"service=~\"a|b\""_s;
        QTest::newRow("list") << u"{a=\"b\",c=\"d\"}"_s << u"-{a=\"b\",c=\"d\"}"_s;
        QTest::newRow("attribute") << u"@state=firing"_s << u"-@state=firing"_s;
        QTest::newRow("word") << u"disk"_s << u"-disk"_s;
        QTest::newRow("phrase") << u"\"a b\""_s << u"-\"a b\""_s;
        QTest::newRow("words become a phrase") << u"-\"a b\""_s << u"\"a b\""_s;
    }
    void aTermTurnedTwiceIsItself()
    {
        QFETCH(QString, term);
        QFETCH(QString, turned);
        QCOMPARE(negatedTerm(term), turned);
        QCOMPARE(negatedTerm(turned), term);
        QCOMPARE(negatedTerm(u"a b"_s), u"-\"a b\""_s);
    }

    void narrowingIsKnown_data()
    {
        QTest::addColumn<QStringList>("wide");
        QTest::addColumn<QStringList>("narrow");
        QTest::addColumn<bool>("narrows");
        QTest::newRow("nothing") << QStringList() << QStringList{u"a"_s} << true;
        QTest::newRow("one more letter") << QStringList{u"po"_s} << QStringList{u"pod"_s} << true;
        QTest::newRow("one letter less") << QStringList{u"pod"_s} << QStringList{u"po"_s} << false;
        QTest::newRow("one more term") << QStringList{u"a=b"_s} << QStringList{u"a=b"_s, u"x"_s} << true;
        QTest::newRow("another term") << QStringList{u"a=b"_s} << QStringList{u"a=c"_s} << false;
        QTest::newRow("turned") << QStringList{u"a=b"_s} << QStringList{u"-a=b"_s} << false;
        QTest::newRow("more kept away") << QStringList{u"-pod"_s} << QStringList{u"-po"_s} << true;
        QTest::newRow("less kept away") << QStringList{u"-po"_s} << QStringList{u"-pod"_s} << false;
        QTest::newRow("time") << QStringList{u"@age>5m"_s} << QStringList{u"@age>5m"_s, u"x"_s} << false;
    }
    void narrowingIsKnown()
    {
        QFETCH(QStringList, wide);
        QFETCH(QStringList, narrow);
        QFETCH(bool, narrows);
        QCOMPARE(parseAlertFilter(narrow)->narrows(*parseAlertFilter(wide)), narrows);
    }

    void namesAreLookedUpInTheStore()
    {
        Floor floor;
        Silence silence;
        silence.id = u"s1"_s;
        silence.createdBy = u"jo"_s;
        silence.endsAt = floor.clock.wall() + 1h;
        OriginAlert cause = alertOf(labelsOf(u"NodeDown"_s));
        cause.fingerprint = u"i1"_s;
        OriginAlert muted = alertOf(labelsOf(u"Disk"_s), OriginAlert::State::Suppressed);
        muted.silencedBy << u"s1"_s;
        muted.inhibitedBy << u"i1"_s;
        floor.alertmanager({cause, muted}, amSource, {silence});
        const auto through = [&floor](const QString &term) {
            AlertFilter filter = *parseAlertFilter({term});
            filter.lookAround(floor.store);
            return std::count_if(floor.store.alerts().begin(), floor.store.alerts().end(),
                                 [&](const Alert &alert) { return filter.matches(alert, floor.clock.wall()); });
        };
        QCOMPARE(through(u"@silenced_by=jo"_s), 1);
        QCOMPARE(through(u"@silenced_by=s1"_s), 1);
        QCOMPARE(through(u"@silenced_by=ak"_s), 0);
        QCOMPARE(through(u"@inhibited_by=NodeDown"_s), 1);
        QCOMPARE(through(u"@inhibited_by=~.+"_s), 1);
    }

    void matchersAreForASilence()
    {
        const auto filter = parseAlertFilter({u"a=b"_s, u"x"_s, u"-c=d"_s, u"{e=\"f\",g!=\"h\"}"_s, u"@state=firing"_s});
        QCOMPARE(matchersText(filter->matchers()), u"{a=\"b\", e=\"f\", g!=\"h\"}"_s);
    }
};

WATCHFLOOR_TEST(TestAlertFilter)
#include "tst_alertfilter.moc"
