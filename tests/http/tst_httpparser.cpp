#include "models/http/httpparser.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void anyCutIsTruncated();
    void headerIsCapped();
};

void TestHttpParser::answersAreReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, const char *bytes, const char *outcome, bool usable = false) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(outcome) << usable;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "200 {}", true);
    row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", "200 {}", true);
    row("no reason", "HTTP/1.1 204\r\n\r\n", "204 ", true);
    row("empty", "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n", "200 ", true);
    row("until the end", "HTTP/1.1 200 OK\r\n\r\nabc", "200 abc");
    row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n", "200 abc0123456789", true);
    row("trailer", "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\na\r\n0\r\nX: y\r\n\r\n", "200 a", true);
    row("close", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na", "200 a");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", "200 a");
    row("left over", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab", "200 a");
    row("announced", "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", "200 a", true);
    row("announced for ever", "HTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\n"
                              "HTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\n", "malformed");
    row("nothing", "", "truncated");
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", "malformed");
    row("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", "malformed");
    row("status of letters", "HTTP/1.1 2x0 OK\r\n\r\n", "malformed");
    row("header without colon", "HTTP/1.1 200 OK\r\nbroken\r\n\r\n", "malformed");
    row("folded header", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "malformed");
    row("blank before colon", "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\n", "malformed");
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "malformed");
    row("length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "malformed");
    row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "malformed");
    row("length of letters", "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n", "malformed");
    row("huge length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "malformed");
    row("over the cap", "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "too-large");
    row("chunk over the cap", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n"
                              "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x", "too-large");
    row("chunk of letters", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "malformed");
    row("negative chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "malformed");
    row("empty chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", "malformed");
    row("chunk too long", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", "malformed");
    row("gzip as transfer coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "unsupported");
}

void TestHttpParser::answersAreReadOrRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QFETCH(bool, usable);
    for (const qsizetype piece : {bytes.size() + 1, qsizetype(1), qsizetype(7)}) {
        HttpParser parser(false, 100);
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        const bool isDone = parser.end() == HttpParser::Progress::Done;
        QCOMPARE(parser.leavesConnectionUsable(), usable);
        const QString got = isDone ? QString::number(parser.status()) + u' ' + QString::fromLatin1(parser.takeBody())
                                   : errorKindName(parser.failure());
        QCOMPARE(got, outcome);
    }
}

void TestHttpParser::anyCutIsTruncated()
{
    for (const QByteArray &whole : {QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
                                    QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"UP\"}")}) {
        for (qsizetype cut = 0; cut < whole.size(); ++cut) {
            HttpParser parser(false, 100);
            QCOMPARE(parser.feed(QByteArrayView(whole).first(cut)), HttpParser::Progress::More);
            QCOMPARE(parser.end(), HttpParser::Progress::Failed);
            QCOMPARE(parser.failure(), Error::Kind::Truncated);
        }
        HttpParser parser(false, 100);
        QCOMPARE(parser.feed(whole), HttpParser::Progress::Done);
    }
}

void TestHttpParser::headerIsCapped()
{
    HttpParser line(false, 100);
    line.feed("HTTP/1.1 200 OK\r\nX: ");
    QCOMPARE(line.feed(QByteArray(200'000, 'h')), HttpParser::Progress::Failed);
    HttpParser many(false, 100);
    many.feed("HTTP/1.1 200 OK\r\n");
    HttpParser::Progress progress = HttpParser::Progress::More;
    for (int i = 0; i < 400; ++i)
        progress = many.feed("A: b\r\n");
    QCOMPARE(progress, HttpParser::Progress::Failed);
    HttpParser trailer(false, 100);
    trailer.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
    QCOMPARE(trailer.feed(QByteArray(200'000, 't')), HttpParser::Progress::Failed);
}

WATCHFLOOR_TEST(TestHttpParser)
#include "tst_httpparser.moc"
