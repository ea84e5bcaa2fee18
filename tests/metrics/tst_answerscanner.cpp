#include "models/metrics/answerscanner.h"
#include "models/metrics/prometheusjson.h"
#include "tests/support/testregistry.h"

#include <bit>
#include <random>

using namespace Watchfloor;

namespace {

bool sameNumbers(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y); });
}

/// Bit by bit, for NaN is not equal to itself.
bool same(const QueryAnswer &a, const QueryAnswer &b)
{
    return a.type == b.type && a.text == b.text && a.warnings == b.warnings && a.totalSeries == b.totalSeries && a.error == b.error
           && std::equal(a.series.begin(), a.series.end(), b.series.begin(), b.series.end(), [](const Series &x, const Series &y) {
                  return x.labels == y.labels && sameNumbers(*x.times, *y.times) && sameNumbers(x.values, y.values);
              });
}

QByteArray matrixBody(int series, int samples, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray body = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";
    for (int s = 0; s < series; ++s) {
        body += s ? "," : "";
        body += "{\"metric\":{\"__name__\":\"rate\",\"instance\":\"host-" + QByteArray::number(s) + ":9100\",\"zone\":\"\xc3\xbc\"},\"values\":[";
        for (int i = 0; i < samples; ++i) {
            static const char *const special[] = {"NaN", "+Inf", "-Inf", "0", "-0", "1e-05"};
            const QByteArray value = random() % 8 == 0 ? QByteArray(special[random() % 6])
                                                       : QByteArray::number(double(random()) / 65537.0, 'g', 3 + int(random() % 15));
            body += i ? "," : "";
            body += "[" + QByteArray::number(1795228980 + i * 15) + (random() % 2 ? ".055" : "") + ",\"" + value + "\"]";
        }
        body += "]}";
    }
    return body + "]}}";
}

void mutate(QByteArray &body, std::mt19937 &random)
{
    static const QByteArray tokens[] = {"\"", "\\", "[", "]", "{", "}", ",", ":", "null", "-", ".", "0", "1e5", "NaN", "Inf", "\"1\"", " ", "\n",
                                        "\xff", "\xc3", QByteArray(1, '\0'), "[1,\"2\"]", "\"values\"", "\"value\"", "true", "\\u00e9", "9999999999999"};
    const qsizetype at = qsizetype(random() % size_t(body.size()));
    const QByteArray &token = tokens[random() % std::size(tokens)];
    switch (random() % 6) {
    case 0:
        body[at] = char(random() & 0xff);
        break;
    case 1:
        body.remove(at, 1 + qsizetype(random() % 8));
        break;
    case 2:
        body.insert(at, token);
        break;
    case 3:
        body.replace(at, std::min(token.size(), body.size() - at), token);
        break;
    case 4:
        body.insert(at, body.mid(qsizetype(random() % size_t(body.size())), 1 + qsizetype(random() % 40)));
        break;
    default:
        body.truncate(std::max<qsizetype>(at, 1));
        break;
    }
    if (body.isEmpty())
        body = "x";
}

}

class TestAnswerScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scannerTakesWhatPrometheusWrites_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("matrix") << matrixBody(10, 240, 1);
        QTest::newRow("with a newline") << QByteArray(matrixBody(2, 3, 2) + "\n");
        QTest::newRow("no series") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
        QTest::newRow("no samples") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[]}]}})");
        QTest::newRow("vector") << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0.5,"+Inf"]}]}})");
    }
    void scannerTakesWhatPrometheusWrites()
    {
        QFETCH(QByteArray, body);
        const auto scanned = scanQueryAnswer(body);
        QVERIFY(scanned.has_value());
        const auto general = parseQueryAnswerGenerally(body);
        QVERIFY(general.ok());
        QVERIFY(same(*scanned, *general));
    }

    void scannerLeavesTheRestToTheGeneralParser_data()
    {
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("escape") << QByteArray(R"([{"metric":{"a":"\n"},"value":[1,"1"]}])");
        QTest::newRow("space") << QByteArray(R"([ ])");
        QTest::newRow("other order") << QByteArray(R"([{"value":[1,"1"],"metric":{}}])");
        QTest::newRow("negative time") << QByteArray(R"([{"metric":{},"value":[-1,"1"]}])");
        QTest::newRow("time in exponents") << QByteArray(R"([{"metric":{},"value":[1.795e9,"1"]}])");
        QTest::newRow("four decimals") << QByteArray(R"([{"metric":{},"value":[1.0001,"1"]}])");
        QTest::newRow("histogram") << QByteArray(R"([{"metric":{},"histogram":[1,{"count":"1","sum":"1"}]}])");
    }
    void scannerLeavesTheRestToTheGeneralParser()
    {
        QFETCH(QByteArray, result);
        const QByteArray body = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":" + result + "}}";
        QVERIFY(!scanQueryAnswer(body));
        QVERIFY(parseQueryAnswer(body).ok());
    }

    void everyCutOfAnAnswerIsRefused()
    {
        const QByteArray body = matrixBody(2, 4, 3);
        for (qsizetype length = 0; length < body.size(); ++length) {
            QVERIFY2(!scanQueryAnswer(QByteArrayView(body).first(length)), qPrintable(QString::number(length)));
            QVERIFY2(!parseQueryAnswer(QByteArrayView(body).first(length)).ok(), qPrintable(QString::number(length)));
        }
    }

    /// Whatever the scanner accepts the general parser accepts too, with the same answer; neither reads past the end.
    void scannerAndGeneralParserAgreeOnMutations()
    {
        std::mt19937 random(20261121);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray body = matrixBody(1 + int(random() % 3), int(random() % 4), unsigned(random()));
            if (random() % 4 == 0)
                body.replace("matrix", "vector").replace("\"values\":[[", "\"value\":[").replace("\"]]}", "\"]}");
            for (unsigned times = random() % 4; times > 0; --times)
                mutate(body, random);
            const QByteArray exact(body.constData(), body.size());
            const auto scanned = scanQueryAnswer(exact);
            const auto general = parseQueryAnswerGenerally(exact);
            if (!scanned) {
                ++refused;
                continue;
            }
            ++accepted;
            QVERIFY2(general.ok(), exact.constData());
            QVERIFY2(same(*scanned, *general), exact.constData());
        }
        QVERIFY(accepted > 2'000);
        QVERIFY(refused > 2'000);
    }
};

WATCHFLOOR_TEST(TestAnswerScanner)
#include "tst_answerscanner.moc"
