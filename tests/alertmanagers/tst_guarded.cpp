#include "tests/alertmanagers/watch.h"
#include "tests/support/certificates.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// An Alertmanager behind TLS of a house's own authority and a password: what reads it also silences it.
class TestGuarded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadIsSilencedAndEnded();
    void withoutTheAuthorityNothingIsSent();
};

void TestGuarded::whatIsReadIsSilencedAndEnded()
{
    Certificates certificates;
    const auto identity = certificates.issued(u"alertmanager"_s, u"IP:127.0.0.1"_s, 30);
    QVERIFY2(certificates.failure().isEmpty(), qPrintable(certificates.failure()));
    Alertmanagers servers;
    servers.guard(identity.certificateFile, identity.keyFile, certificates.authority().certificateFile);
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s), namedAlert(u"Other"_s)}));
    Watch watch(servers, 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Firing), 2, patience);
    const auto id = watch.post(u"am-1"_s, watch.silenceOf(*watch.row(u"DiskFull"_s)));
    QVERIFY2(id.ok(), id.ok() ? "" : qPrintable(id.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Silenced), patience);
    QCOMPARE(watch.row(u"Other"_s)->state, AlertState::Firing);
    for (const Matcher &matcher : watch.alerts().silences(u"am-1"_s).front().matchers)
        QVERIFY(matcher.isEqual() && !matcher.isRegex());
    std::optional<Result<QString>> ended;
    watch.session->expireSilence(u"am-1"_s, *id, watch.session.get(), [&ended](Result<QString> answer) { ended = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
    QVERIFY(ended->ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
}

void TestGuarded::withoutTheAuthorityNothingIsSent()
{
    Certificates certificates;
    Certificates strangers;
    const auto identity = certificates.issued(u"alertmanager"_s, u"IP:127.0.0.1"_s, 30);
    Alertmanagers servers;
    servers.guard(identity.certificateFile, identity.keyFile, certificates.authority().certificateFile);
    QVERIFY(servers.start(1));
    servers.guard(identity.certificateFile, identity.keyFile, strangers.authority().certificateFile);
    Watch watch(servers, 1);
    const SourceStatus *status = watch.session->stores().sources.find(u"am-1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(status->freshness.error(), patience);
    QCOMPARE(status->freshness.error()->kind, Error::Kind::Tls);
    Silence silence;
    silence.matchers = *parseMatchers(u"alertname=\"DiskFull\""_s);
    silence.startsAt = watch.clock.wall();
    silence.endsAt = watch.clock.wall() + std::chrono::hours(1);
    silence.comment = u"a test"_s;
    const auto id = watch.post(u"am-1"_s, silence);
    QVERIFY(!id.ok());
    QCOMPARE(id.error().kind, Error::Kind::Tls);
}

WATCHFLOOR_TEST(TestGuarded)
#include "tst_guarded.moc"
