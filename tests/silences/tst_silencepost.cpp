#include "models/silences/silencepost.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Silence asked()
{
    Silence silence;
    silence.matchers = {*parseMatcher(u"service=\"payment\"")};
    silence.startsAt = WallTime(1'795'230'000'000ms);
    silence.endsAt = silence.startsAt + 2h;
    silence.createdBy = u"mk"_s;
    silence.comment = u"deploy"_s;
    return silence;
}

/// A member that answers as it is told to.
struct Member
{
    QString name;
    Result<QString> onPost = u"id-of-"_s;
    std::vector<Result<std::vector<Silence>>> lists{};
    int posts = 0;
    int looks = 0;
    int ends = 0;

    SilenceTarget target()
    {
        SilenceTarget made;
        made.name = name;
        made.post = [this](const Silence &, QObject *, const SilenceTarget::IdHandler &handler) {
            ++posts;
            handler(onPost);
        };
        made.expire = [this](const QString &, QObject *, const SilenceTarget::IdHandler &handler) {
            ++ends;
            handler(onPost);
        };
        made.list = [this](QObject *, const SilenceTarget::ListHandler &handler) {
            const size_t at = size_t(looks++);
            handler(lists.empty() ? Result<std::vector<Silence>>(Error{Error::Kind::Refused, {}, name}) : lists[std::min(at, lists.size() - 1)]);
        };
        return made;
    }
};

Error errorOf(Error::Kind kind)
{
    return {kind, u"because"_s, u"http://am"_s};
}

} // namespace

class TestSilencePost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextIsAskedOnlyWhereNothingWasSent_data();
    void theNextIsAskedOnlyWhereNothingWasSent();
    void anAnswerThatNeverCameIsLookedFor();
    void anotherMemberMayHaveIt();
    void whatIsNowhereIsUnknown();
    void anEditGoesToAMemberThatKnowsIt();
    void endingGoesOnToTheNext();

private:
    Result<PostedSilence> post(std::vector<Member *> members, const Silence &silence = asked())
    {
        QObject context;
        std::vector<SilenceTarget> targets;
        for (Member *member : members)
            targets.push_back(member->target());
        std::optional<Result<PostedSilence>> answered;
        int answers = 0;
        SilencePost::start(std::move(targets), silence, &context, [&](Result<PostedSilence> result) {
            answered = std::move(result);
            ++answers;
        }, 1ms);
        if (!QTest::qWaitFor([&answered] { return answered.has_value(); }))
            return Error{Error::Kind::Timeout, u"the test"_s, {}};
        return answers == 1 ? *answered : Result<PostedSilence>(Error{Error::Kind::Invalid, u"answered twice"_s, {}});
    }
};

void TestSilencePost::theNextIsAskedOnlyWhereNothingWasSent_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("looks");
    const auto row = [](const char *name, Error::Kind kind, bool goesOn, bool looks) { QTest::newRow(name) << int(kind) << goesOn << looks; };
    row("nothing listens", Error::Kind::Refused, true, false);
    row("no such host", Error::Kind::HostNotFound, true, false);
    row("no handshake", Error::Kind::Tls, true, false);
    row("it starts", Error::Kind::Starting, true, false);
    row("no answer in time", Error::Kind::Timeout, false, true);
    row("cut off", Error::Kind::Truncated, false, true);
    row("a gateway's error", Error::Kind::Server, false, true);
    row("a log-in page", Error::Kind::NotExpected, false, true);
    row("refused", Error::Kind::Rejected, false, false);
    row("not allowed", Error::Kind::Forbidden, false, false);
    row("does not stand as asked", Error::Kind::Invalid, false, false);
}

void TestSilencePost::theNextIsAskedOnlyWhereNothingWasSent()
{
    QFETCH(int, kind);
    QFETCH(bool, goesOn);
    QFETCH(bool, looks);
    Member first{u"am-1"_s, errorOf(Error::Kind(kind))};
    Member second{u"am-2"_s, u"s2"_s};
    first.lists = second.lists = {std::vector<Silence>()};
    const auto result = post({&first, &second});
    QCOMPARE(first.posts, 1);
    QCOMPARE(second.posts, goesOn ? 1 : 0);
    QCOMPARE(first.looks > 0, looks);
    QCOMPARE(result.ok(), goesOn);
    if (goesOn)
        QVERIFY((*result == PostedSilence{u"am-2"_s, u"s2"_s}));
    else
        QCOMPARE(result.error().kind, looks ? Error::Kind::Blind : Error::Kind(kind));
}

void TestSilencePost::anAnswerThatNeverCameIsLookedFor()
{
    Silence stands = asked();
    stands.id = u"s1"_s;
    Member first{u"am-1"_s, errorOf(Error::Kind::Timeout)};
    // It comes up after a moment, and lists the silence then.
    first.lists = {errorOf(Error::Kind::Refused), std::vector<Silence>{stands}};
    Member second{u"am-2"_s, u"s2"_s};
    second.lists = {std::vector<Silence>()};
    const auto result = post({&first, &second});
    QVERIFY(result);
    QVERIFY((*result == PostedSilence{u"am-1"_s, u"s1"_s}));
    QCOMPARE(first.posts, 1);
    QCOMPARE(second.posts, 0);
    QCOMPARE(first.looks, 2);
}

void TestSilencePost::anotherMemberMayHaveIt()
{
    Silence stands = asked();
    stands.id = u"s1"_s;
    Silence other = stands;
    other.id = u"s0"_s;
    other.comment = u"something else"_s;
    Member first{u"am-1"_s, errorOf(Error::Kind::Truncated)};
    Member second{u"am-2"_s, u"s2"_s};
    second.lists = {std::vector<Silence>{other, stands}};
    const auto result = post({&first, &second});
    QVERIFY(result);
    QVERIFY((*result == PostedSilence{u"am-2"_s, u"s1"_s}));
}

void TestSilencePost::whatIsNowhereIsUnknown()
{
    Member first{u"am-1"_s, errorOf(Error::Kind::Timeout)};
    const auto unseen = post({&first});
    QVERIFY(!unseen);
    QCOMPARE(unseen.error().kind, Error::Kind::Blind);
    QVERIFY(unseen.error().detail.contains(u"no member can be asked"));
    QCOMPARE(first.posts, 1);
    QCOMPARE(first.looks, 3);
    first.lists = {std::vector<Silence>()};
    const auto absent = post({&first});
    QVERIFY(absent.error().detail.contains(u"on no member"));
    QVERIFY(!post({}));
}

void TestSilencePost::anEditGoesToAMemberThatKnowsIt()
{
    Silence edit = asked();
    edit.id = u"s1"_s;
    Member first{u"am-1"_s, errorOf(Error::Kind::NotFound)};
    Member second{u"am-2"_s, u"s1"_s};
    QVERIFY(post({&first, &second}, edit));
    QCOMPARE(second.posts, 1);
    Member third{u"am-3"_s, errorOf(Error::Kind::NotFound)};
    QCOMPARE(post({&first, &third}, edit).error().kind, Error::Kind::NotFound);
    // What is new is not known anywhere: 404 is the answer of something else.
    Member fourth{u"am-4"_s, u"s4"_s};
    QCOMPARE(post({&first, &fourth}).error().kind, Error::Kind::NotFound);
    QCOMPARE(fourth.posts, 0);
}

void TestSilencePost::endingGoesOnToTheNext()
{
    QObject context;
    Member first{u"am-1"_s, errorOf(Error::Kind::Timeout)};
    Member second{u"am-2"_s, u"s1"_s};
    std::optional<Result<PostedSilence>> answered;
    SilencePost::expire({first.target(), second.target()}, u"s1"_s, &context, [&answered](Result<PostedSilence> result) { answered = std::move(result); });
    QVERIFY(answered && *answered);
    QCOMPARE((**answered).member, u"am-2"_s);
    second.onPost = errorOf(Error::Kind::Rejected);
    SilencePost::expire({second.target(), first.target()}, u"s1"_s, &context, [&answered](Result<PostedSilence> result) { answered = std::move(result); });
    QCOMPARE(answered->error().kind, Error::Kind::Rejected);
}

WATCHFLOOR_TEST(TestSilencePost)
#include "tst_silencepost.moc"
