#include "models/silences/silencepolicy.h"
#include "models/silences/silencepreview.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestSilencePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itRefusesWhatIsTooMuch_data();
    void itRefusesWhatIsTooMuch();
    void matchersThatPickSomething_data();
    void matchersThatPickSomething();
};

namespace {

constexpr WallTime now{1'795'230'000'000ms};

Silence silenceOf(const QString &matchers, std::chrono::milliseconds begin, std::chrono::milliseconds end, const QString &comment)
{
    Silence silence;
    if (!matchers.isEmpty())
        silence.matchers = *parseMatchers(matchers);
    silence.startsAt = now + begin;
    silence.endsAt = now + end;
    silence.comment = comment;
    return silence;
}

SilencePolicy strict()
{
    SilencePolicy policy;
    policy.longest = 8h;
    policy.need = QStringList{u"service"_s, u"instance"_s};
    policy.most = 3;
    return policy;
}

} // namespace

void TestSilencePolicy::itRefusesWhatIsTooMuch_data()
{
    QTest::addColumn<bool>("isStrict");
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<qint64>("beginMinutes");
    QTest::addColumn<qint64>("endMinutes");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<int>("muted");
    QTest::addColumn<QString>("reason"); // empty: it may stand
    const auto row = [](const char *name, bool isStrict, const QString &matchers, qint64 begin, qint64 end, const QString &comment, int muted,
                        const QString &reason) { QTest::newRow(name) << isStrict << matchers << begin << end << comment << muted << reason; };
    const QString payment = u"service=\"payment\""_s;
    row("plain", false, payment, 0, 120, u"deploy"_s, 2, {});
    row("no matcher", false, {}, 0, 120, u"deploy"_s, 0, u"a silence needs a matcher"_s);
    row("all of them fit what is absent", false, u"env!=\"lab\",team=~\".*\""_s, 0, 120, u"deploy"_s, 9, u"every alert"_s);
    row("any name", false, u"alertname=~\".+\""_s, 0, 120, u"deploy"_s, 9, u"every alert"_s);
    row("any name and an absent label", false, u"alertname=~\"(?s).+\",env!=\"lab\""_s, 0, 120, u"deploy"_s, 9, u"every alert"_s);
    row("not the empty name", false, u"alertname!=\"\""_s, 0, 120, u"deploy"_s, 9, u"every alert"_s);
    row("any value of another label", false, u"job=~\".+\""_s, 0, 120, u"deploy"_s, 9, {});
    row("ends before it begins", false, payment, 60, 30, u"deploy"_s, 2, u"must end after"_s);
    row("is over", false, payment, -60, -30, u"deploy"_s, 2, u"over already"_s);
    row("ends now", false, payment, -60, 0, u"deploy"_s, 2, u"over already"_s);
    row("thirty days", false, payment, 0, 30 * 24 * 60, u"deploy"_s, 2, {});
    row("a minute more", false, payment, 0, 30 * 24 * 60 + 1, u"deploy"_s, 2, u"at most 30d"_s);
    row("its past does not count", true, payment, -24 * 60, 8 * 60, u"deploy"_s, 2, {});
    row("a later one counts from its start", true, payment, 24 * 60, 32 * 60, u"deploy"_s, 2, {});
    row("too long from its start", true, payment, 24 * 60, 33 * 60, u"deploy"_s, 2, u"at most 8h"_s);
    row("no comment", false, payment, 0, 60, u"  "_s, 2, u"needs a comment"_s);
    row("one of the needed", true, u"alertname=\"A\",instance=~\"db-.*\""_s, 0, 60, u"deploy"_s, 3, {});
    row("none of the needed", true, u"alertname=\"A\""_s, 0, 60, u"deploy"_s, 1, u"service, instance"_s);
    row("needed but any", true, u"alertname=\"A\",service=~\".+\""_s, 0, 60, u"deploy"_s, 1, u"service, instance"_s);
    row("needed but negative", true, u"alertname=\"A\",service!=\"payment\""_s, 0, 60, u"deploy"_s, 1, u"service, instance"_s);
    row("one too many", true, payment, 0, 60, u"deploy"_s, 4, u"4 open alerts"_s);
    row("as many as may be", true, payment, 0, 60, u"deploy"_s, 3, {});
}

void TestSilencePolicy::itRefusesWhatIsTooMuch()
{
    QFETCH(bool, isStrict);
    QFETCH(QString, matchers);
    QFETCH(qint64, beginMinutes);
    QFETCH(qint64, endMinutes);
    QFETCH(QString, comment);
    QFETCH(int, muted);
    QFETCH(QString, reason);
    SilencePreview preview;
    const Alert alert;
    preview.muted.assign(size_t(muted), &alert);
    const auto checked = checkSilencePolicy(silenceOf(matchers, std::chrono::minutes(beginMinutes), std::chrono::minutes(endMinutes), comment), preview,
                                            isStrict ? strict() : SilencePolicy(), now);
    QCOMPARE(checked.ok(), reason.isEmpty());
    if (reason.isEmpty())
        return;
    QCOMPARE(checked.error().kind, Error::Kind::Invalid);
    QVERIFY2(checked.error().detail.contains(reason), qPrintable(checked.error().detail));
}

void TestSilencePolicy::matchersThatPickSomething_data()
{
    QTest::addColumn<QString>("matcher");
    QTest::addColumn<bool>("picks");
    QTest::newRow("equal") << u"a=\"b\""_s << true;
    QTest::newRow("equal to nothing") << u"a=\"\""_s << false;
    QTest::newRow("not equal") << u"a!=\"b\""_s << false;
    QTest::newRow("not nothing") << u"a!=\"\""_s << false;
    QTest::newRow("anything") << u"a=~\".*\""_s << false;
    QTest::newRow("anything that is") << u"a=~\".+\""_s << false;
    QTest::newRow("anything, spelled out") << u"a=~\"(.|\\n)+\""_s << false;
    QTest::newRow("an alternative is nothing") << u"a=~\"b|\""_s << false;
    QTest::newRow("a prefix") << u"a=~\"b.*\""_s << true;
    QTest::newRow("alternatives") << u"a=~\"b|c\""_s << true;
    QTest::newRow("not a pattern") << u"a!~\"b.*\""_s << false;
}

void TestSilencePolicy::matchersThatPickSomething()
{
    QFETCH(QString, matcher);
    QFETCH(bool, picks);
    const auto parsed = parseMatcher(matcher);
    QVERIFY(parsed);
    QCOMPARE(narrows(*parsed), picks);
}

WATCHFLOOR_TEST(TestSilencePolicy)
#include "tst_silencepolicy.moc"
