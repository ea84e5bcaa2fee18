#include "models/metrics/answerscanner.h"
#include "models/metrics/prometheusjson.h"
#include "tests/metrics/sameanswer.h"
#include "tests/support/answerbodies.h"
#include "tests/support/testregistry.h"

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

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
        QTest::newRow("vector of both") << vectorBody(20, 7);
        QTest::newRow("histograms only") << envelope("matrix", R"({"metric":{},"histograms":[[1,{"count":"0","sum":"0"}]]})");
        QTest::newRow("partial said to be false")
            << QByteArray(R"({"status":"success","isPartial":false,"data":{"resultType":"vector","result":[]},"stats":{"seriesFetched":"0"}})");
        QTest::newRow("remarks behind") << envelope("matrix", "", ",\"warnings\":[\"w\"],\"infos\":[\"a\\\"b\"]");
        QTest::newRow("vector") << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0.5,"+Inf"]}]}})");
    }
    void scannerTakesWhatPrometheusWrites()
    {
        QFETCH(QByteArray, body);
        const auto scanned = scanQueryAnswer(body);
        QVERIFY(scanned.has_value());
        const auto general = parseQueryAnswerGenerally(body);
        QVERIFY(general.ok());
        QCOMPARE(differenceOf(*scanned, *general), QString());
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
        QTest::newRow("histogram in another order") << QByteArray(R"([{"metric":{},"histogram":[1,{"sum":"1","count":"1"}]}])");
        QTest::newRow("too small a number") << QByteArray(R"([{"metric":{},"value":[1,"1e-999"]}])");
    }
    void scannerLeavesTheRestToTheGeneralParser()
    {
        QFETCH(QByteArray, result);
        const QByteArray body = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":" + result + "}}";
        QVERIFY(!scanQueryAnswer(body));
        QVERIFY(parseQueryAnswer(body).ok());
    }

    /// Times of any number of digits, with and without a fraction, and each of their digits spoilt.
    void timesAreReadByBothAlike()
    {
        for (const char *time : {"0", "7", "999999999", "1000000000", "1795228980", "9999999999", "10000000000", "123456789012", "0123456789", "1795228980.5",
                                 "1795228980.055", "1795228980.", "17952289.80"}) {
            const QByteArray text(time);
            for (qsizetype at = -1; at < text.size(); ++at) {
                for (const char spoilt : {'/', ':', 'a', '-', '.', ' ', '\x10'}) {
                    QByteArray changed = text;
                    if (at >= 0)
                        changed[at] = spoilt;
                    const QByteArray body = envelope("vector", "{\"metric\":{},\"value\":[" + changed + ",\"1\"]}");
                    const auto scanned = scanQueryAnswer(body, seriesLimit);
                    const auto general = parseQueryAnswerGenerally(body);
                    QVERIFY2(!scanned || general, changed.constData());
                    QVERIFY2(!scanned || scanned->series == general->series, changed.constData());
                    QVERIFY2(at >= 0 || scanned || text.startsWith("01") || text.endsWith('.') || !general, changed.constData());
                }
            }
        }
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
            const int series = 1 + int(random() % 3);
            const auto seed = unsigned(random());
            QByteArray body = random() % 4 == 0 ? vectorBody(series, seed) : matrixBody(series, int(seed % 4), seed);
            for (unsigned times = random() % 4; times > 0; --times)
                mutate(body, random, answerTokens);
            const QByteArray exact(body.constData(), body.size());
            const auto scanned = scanQueryAnswer(exact);
            const auto general = parseQueryAnswerGenerally(exact);
            if (!scanned) {
                ++refused;
                continue;
            }
            ++accepted;
            QVERIFY2(general.ok(), exact.constData());
            const QString difference = differenceOf(*scanned, *general);
            QVERIFY2(difference.isEmpty(), qPrintable(difference + u'\n' + QString::fromUtf8(exact)));
        }
        QVERIFY(accepted > 2'000);
        QVERIFY(refused > 2'000);
    }
};

WATCHFLOOR_TEST(TestAnswerScanner)
#include "tst_answerscanner.moc"
