#include "models/http/gzip.h"
#include "models/http/httpparser.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/http/gzipped.h"

namespace Watchfloor::Testing {

namespace {

constexpr qint64 limit = 100'000;

std::vector<QByteArray> gzipSeeds()
{
    return {gzipped("{\"status\":\"success\"}"), gzipped(QByteArray(50'000, 'a')), gzipped(QByteArray(200'000, 'a')), gzipped({}), gzipped("one") + gzipped("two")};
}

std::vector<QByteArray> gzipTokens()
{
    return {QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10), QByteArray("\0\0\0\0", 4), QByteArray("\xff\xff\xff\xff", 4), gzipped("x"), "x"};
}

QString unpack(const QByteArray &bytes)
{
    const auto plain = gunzipped(bytes, limit);
    if (!plain)
        return plain.error().detail.isEmpty() ? QStringLiteral("an error says something") : QString();
    return plain->size() <= limit ? QString() : QStringLiteral("never more than the limit");
}

std::vector<QByteArray> httpSeeds()
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\nyou\r\n0\r\nA: b\r\n\r\n",
            "HTTP/1.0 404 Not Found\r\nConnection: close\r\n\r\nto the end", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"};
}

std::vector<QByteArray> httpTokens()
{
    return {"\r\n", "\n", "\r", " ", ":", "HTTP/1.1 200 OK\r\n", "Content-Length: 7\r\n", "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "ffffffffffffffff\r\n", "-1\r\n", "\0"};
}

/// In one piece or byte by byte an answer is the same.
QString readHttp(const QByteArray &bytes)
{
    const auto outcome = [&bytes](qsizetype piece) {
        HttpParser parser(false, limit);
        auto progress = HttpParser::Progress::More;
        for (qsizetype at = 0; at < bytes.size() && progress == HttpParser::Progress::More; at += piece)
            progress = parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        if (progress == HttpParser::Progress::More)
            progress = parser.end();
        const bool done = progress == HttpParser::Progress::Done;
        return std::tuple(progress, parser.status(), done ? parser.takeBody() : QByteArray(), done ? parser.headers() : HttpParser::Headers());
    };
    const auto whole = outcome(std::max<qsizetype>(bytes.size(), 1));
    if (std::get<2>(whole).size() > limit)
        return QStringLiteral("never more than the limit");
    return whole == outcome(1) ? QString() : QStringLiteral("the same in one piece and in many");
}

}

Fuzzer gzipFuzzer()
{
    return {"gzip", gzipSeeds, gzipTokens, unpack, 6'000};
}

Fuzzer httpFuzzer()
{
    return {"http", httpSeeds, httpTokens, readHttp, 10'000};
}

} // namespace Watchfloor::Testing
