#include "models/http/gzip.h"
#include "models/http/linespeed.h"
#include "tests/http/callresult.h"
#include "tests/http/gzipped.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A clock that moves on a little at every look, so that whatever is measured with it takes its time.
class TickingClock final : public Clock
{
public:
    explicit TickingClock(std::chrono::milliseconds tick)
        : m_tick(tick)
    {
    }
    Instant now() const override { return m_now += m_tick; }
    WallTime wall() const override { return WallTime(1'795'230'764s); }

private:
    std::chrono::milliseconds m_tick;
    mutable Instant m_now{1h};
};

QByteArray text(qsizetype size)
{
    QByteArray text;
    for (int i = 0; text.size() < size; ++i)
        text += "[1795230764.123,\"" + QByteArray::number(i * 7919) + "\"],";
    return text.first(size);
}

}

class TestGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhatWasPacked_data();
    void unpacksWhatWasPacked();
    void refusesWhatIsBroken_data();
    void refusesWhatIsBroken();
    void capHoldsAfterUnpacking_data();
    void capHoldsAfterUnpacking();
    void anyCutIsSeen();
    void compressionPaysOnSlowLinesAlone_data();
    void compressionPaysOnSlowLinesAlone();
    void slowLineIsMeasuredAgain();
    void thisMachineIsAskedPlainly();
    void slowServerIsAskedForCompressedBodies();
    void compressedErrorIsReadable();
};

void TestGzip::unpacksWhatWasPacked_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("word");
    QTest::newRow("one piece") << text(65'536);
    QTest::newRow("one more") << text(65'537);
    QTest::newRow("millions") << text(5'000'000);
    QTest::newRow("zeros") << QByteArray(3'000'000, '\0');
}

void TestGzip::unpacksWhatWasPacked()
{
    QFETCH(QByteArray, plain);
    const auto unpacked = gunzipped(gzipped(plain), 10'000'000);
    QVERIFY(unpacked.ok());
    QCOMPARE(*unpacked, plain);
    const auto twice = gunzipped(gzipped(plain) + gzipped("more"), 10'000'000);
    QVERIFY(twice.ok());
    QCOMPARE(*twice, plain + "more");
}

void TestGzip::refusesWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray packed = gzipped(text(10'000));
    QByteArray turned = packed;
    turned[packed.size() / 2] = char(~turned[packed.size() / 2]);
    QByteArray wrongSum = packed;
    wrongSum[packed.size() - 8] = char(~wrongSum[packed.size() - 8]);
    QByteArray wrongLength = packed;
    wrongLength[packed.size() - 1] = char(~wrongLength[packed.size() - 1]);
    QTest::newRow("nothing") << QByteArray() << Error::Kind::Truncated;
    QTest::newRow("plain text") << text(100) << Error::Kind::Malformed;
    QTest::newRow("zlib's own format") << qCompress(text(100)).mid(4) << Error::Kind::Malformed;
    QTest::newRow("a turned bit") << turned << Error::Kind::Malformed;
    QTest::newRow("another sum") << wrongSum << Error::Kind::Malformed;
    QTest::newRow("another length") << wrongLength << Error::Kind::Malformed;
    QTest::newRow("cut") << packed.chopped(1) << Error::Kind::Truncated;
    QTest::newRow("something after it") << packed + "x" << Error::Kind::Truncated;
    QTest::newRow("much after it") << packed + text(100) << Error::Kind::Malformed;
    QByteArray parts;
    for (int i = 0; i < 10'000; ++i)
        parts += gzipped({});
    QTest::newRow("ten thousand parts and one") << parts + gzipped({}) << Error::Kind::Malformed;
}

void TestGzip::refusesWhatIsBroken()
{
    QFETCH(QByteArray, packed);
    QFETCH(Error::Kind, kind);
    const auto unpacked = gunzipped(packed, 1'000'000);
    QVERIFY(!unpacked.ok());
    QCOMPARE(unpacked.error().kind, kind);
}

void TestGzip::capHoldsAfterUnpacking_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("fits");
    QTest::newRow("as many as allowed") << qint64(100'000) << qint64(100'000) << true;
    QTest::newRow("one more") << qint64(100'001) << qint64(100'000) << false;
    QTest::newRow("one less") << qint64(99'999) << qint64(100'000) << true;
    QTest::newRow("as large as a piece") << qint64(65'536) << qint64(65'536) << true;
    QTest::newRow("one more than a piece") << qint64(65'537) << qint64(65'536) << false;
    QTest::newRow("a bomb") << qint64(500'000'000) << qint64(1'000'000) << false;
    QTest::newRow("nothing allowed") << qint64(1) << qint64(0) << false;
}

void TestGzip::capHoldsAfterUnpacking()
{
    QFETCH(qint64, size);
    QFETCH(qint64, limit);
    QFETCH(bool, fits);
    const auto unpacked = gunzipped(gzipped(QByteArray(size, '\0')), limit);
    QCOMPARE(unpacked.ok(), fits);
    if (fits)
        QCOMPARE(unpacked->size(), size);
    else
        QCOMPARE(unpacked.error().kind, Error::Kind::TooLarge);
}

void TestGzip::anyCutIsSeen()
{
    const QByteArray packed = gzipped(text(2'000));
    for (qsizetype length = 0; length < packed.size(); ++length)
        QVERIFY2(!gunzipped(QByteArrayView(packed).first(length), 10'000).ok(), qPrintable(QString::number(length)));
}

void TestGzip::compressionPaysOnSlowLinesAlone_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("wants");
    QTest::newRow("never measured") << qint64(0) << 1 << false;
    QTest::newRow("a gigabit") << qint64(12'500'000) << 100 << false;
    QTest::newRow("172 Mbit/s") << qint64(2'150'000) << 100 << false;
    QTest::newRow("168 Mbit/s") << qint64(2'100'000) << 100 << true;
    QTest::newRow("10 Mbit/s") << qint64(1'250'000) << 1000 << true;
    QTest::newRow("too small to tell") << qint64(1'000) << 1000 << false;
    QTest::newRow("at once") << qint64(200'000) << 0 << false;
}

void TestGzip::compressionPaysOnSlowLinesAlone()
{
    QFETCH(qint64, bytes);
    QFETCH(int, milliseconds);
    QFETCH(bool, wants);
    LineSpeed line;
    line.record(bytes, std::chrono::milliseconds(milliseconds), false);
    QCOMPARE(line.wantsCompression(), wants);
    line.record(100, 10s, false);
    line.record(100'000'000, 100s, true); // compressed bodies wait for the server's work
    QCOMPARE(line.wantsCompression(), wants);
    line.setLoopback(true);
    QVERIFY(!line.wantsCompression());
}

void TestGzip::slowLineIsMeasuredAgain()
{
    LineSpeed line;
    line.record(1'000'000, 1s, false);
    int compressed = 0;
    while (line.wantsCompression() && compressed < 1000)
        ++compressed;
    QCOMPARE(compressed, 64);
    QVERIFY(!line.wantsCompression());
    line.record(1'000'000, 1ms, false);
    QVERIFY(!line.wantsCompression()); // it has become fast
}

void TestGzip::thisMachineIsAskedPlainly()
{
    FaultServer server;
    server.on(u"/x"_s, Answer::json(text(500'000)));
    const TickingClock clock(50ms);
    HttpClient client({.base = server.url()}, clock, nullptr);
    for (int i = 0; i < 3; ++i) {
        HttpRequest request;
        request.url = server.url(u"/x"_s);
        request.mayCompress = true;
        QCOMPARE(kindOf(answerTo(client, request)), u"ok"_s);
        QCOMPARE(server.requests().back().header("accept-encoding"), QByteArray("identity"));
    }
}

void TestGzip::slowServerIsAskedForCompressedBodies()
{
    const QString host = u"0.0.0.0"_s; // this machine, by a name that does not say so
    FaultServer server;
    const QByteArray body = text(500'000);
    server.on(u"/x"_s, [&body](const SeenRequest &request) {
        if (request.header("accept-encoding") != "gzip")
            return Answer::json(body);
        Answer answer = Answer::json(gzipped(body));
        answer.headers.emplace_back("Content-Encoding", "gzip");
        return answer;
    });
    const TickingClock clock(50ms);
    HttpClient client({.base = server.url({}, host)}, clock, nullptr);
    HttpRequest request;
    request.url = server.url(u"/x"_s, host);
    const auto small = answerTo(client, request);
    QVERIFY(small.ok());
    QCOMPARE(server.requests().back().header("accept-encoding"), QByteArray("identity"));
    request.mayCompress = true;
    const auto packed = answerTo(client, request);
    QVERIFY(packed.ok());
    QCOMPARE(server.requests().back().header("accept-encoding"), QByteArray("gzip"));
    QVERIFY(packed->unpackedLimit > 0);
    QVERIFY(packed->body.size() < body.size() / 2);
    QCOMPARE(*gunzipped(packed->body, packed->unpackedLimit), body);
    request.bodyLimitBytes = 200'000;
    const auto capped = answerTo(client, request);
    QVERIFY(capped.ok());
    QCOMPARE(gunzipped(capped->body, capped->unpackedLimit).error().kind, Error::Kind::TooLarge);
    request.mayCompress = false;
    request.bodyLimitBytes = 0;
    QCOMPARE(kindOf(answerTo(client, request)), u"ok"_s);
    QCOMPARE(server.requests().back().header("accept-encoding"), QByteArray("identity"));
}

void TestGzip::compressedErrorIsReadable()
{
    const QString host = u"0.0.0.0"_s;
    FaultServer server;
    server.on(u"/x"_s, [](const SeenRequest &request) {
        if (request.header("accept-encoding") != "gzip")
            return Answer::json(text(500'000));
        Answer answer = Answer::error(422, gzipped("{\"error\":\"too many samples\"}"));
        answer.headers.emplace_back("Content-Encoding", "gzip");
        return answer;
    });
    const TickingClock clock(50ms);
    HttpClient client({.base = server.url({}, host)}, clock, nullptr);
    HttpRequest request;
    request.url = server.url(u"/x"_s, host);
    request.mayCompress = true;
    request.wantErrorBody = true;
    QCOMPARE(kindOf(answerTo(client, request)), u"ok"_s);
    const auto failed = answerTo(client, request);
    QVERIFY(failed.ok());
    QCOMPARE(failed->status, 422);
    QCOMPARE(failed->unpackedLimit, qint64(0));
    QCOMPARE(failed->body, QByteArray("{\"error\":\"too many samples\"}"));
    server.on(u"/x"_s, [](const SeenRequest &) {
        Answer answer = Answer::error(422, "not packed at all");
        answer.headers.emplace_back("Content-Encoding", "gzip");
        return answer;
    });
    QCOMPARE(kindOf(answerTo(client, request)), errorKindName(Error::Kind::Malformed));
}

WATCHFLOOR_TEST(TestGzip)
#include "tst_gzip.moc"
