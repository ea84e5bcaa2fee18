#include "models/core/duration.h"
#include "models/http/httpclient.h"
#include "models/slo/slosource.h"
#include "models/slo/slostore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {
const QString queryPath = QStringLiteral("/api/v1/query");
const QString rangePath = QStringLiteral("/api/v1/query_range");

Answer vectorOf(const QByteArray &value)
{
    return Answer::json(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795230764,")" + value + R"("]}]}})");
}

Answer emptyVector()
{
    return Answer::json(R"({"status":"success","data":{"resultType":"vector","result":[]}})");
}

QByteArray matrix(const QByteArray &values)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + values + "]}]}}";
}

QString expressionOf(const SeenRequest &request)
{
    return request.query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
}

double numberOf(const SeenRequest &request, const char *name)
{
    return request.query.queryItemValue(QString::fromLatin1(name)).toDouble();
}

Objective objective()
{
    Objective made;
    made.name = QStringLiteral("payment-availability");
    made.target = 0.99;
    made.indicator.bad = QStringLiteral("bad");
    made.indicator.total = QStringLiteral("total");
    return made;
}

/// A Prometheus that counted 10,000 events and 50 errors; a ratio of a window w is w's minutes in ten-thousandths.
Answer honest(const SeenRequest &request)
{
    const QString expression = expressionOf(request);
    if (expression == totalExpression(objective(), QStringLiteral("30d")))
        return vectorOf("10000");
    if (expression == errorsExpression(objective(), QStringLiteral("30d")))
        return vectorOf("50");
    for (const auto window : burnWindows) {
        if (expression == errorRatioExpression(objective(), durationText(window)))
            return vectorOf(QByteArray::number(double(window / 1min) / 10'000));
    }
    return Answer::error(400, R"({"status":"error","errorType":"bad_data","error":"unexpected query"})");
}

Answer honestRange(const SeenRequest &request)
{
    const double start = numberOf(request, "start");
    const double end = numberOf(request, "end");
    const double step = numberOf(request, "step");
    QByteArray values;
    for (double at = start; at <= end + 0.001; at += step)
        values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(at, 'f', 3) + ",\"" + (at + step > end ? "50" : "0") + "\"]";
    return Answer::json(matrix(values));
}
}

class TestSloSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_server->on(queryPath, FaultServer::Responder(honest));
        m_server->on(rangePath, FaultServer::Responder(honestRange));
        HttpTarget target;
        target.base = m_server->url();
        m_http = std::make_unique<HttpClient>(target, m_clock, std::make_shared<SystemSecretResolver>());
        m_client = std::make_unique<PrometheusClient>(*m_http);
        m_source = std::make_unique<SloSource>(objective(), *m_client, m_clock, 30s);
        m_answers.clear();
        connect(m_source.get(), &SloSource::finished, this, [this](const SloSnapshot &snapshot) { m_answers.push_back(snapshot); });
    }

    void cleanup()
    {
        m_source.reset();
        m_client.reset();
        m_http.reset();
        m_server.reset();
    }

    void asksForEverythingOfOneMoment()
    {
        QVERIFY(poll());
        const SloSnapshot &snapshot = m_answers[0];
        QVERIFY2(!snapshot.error, snapshot.error ? qPrintable(snapshot.error->detail) : "");
        QCOMPARE(snapshot.objective, QStringLiteral("payment-availability"));
        QCOMPARE(snapshot.interval, std::chrono::milliseconds(30s));
        QCOMPARE(snapshot.at, m_clock.wall());
        QCOMPARE(snapshot.errors, std::optional<double>(50));
        QCOMPARE(snapshot.total, std::optional<double>(10'000));
        QCOMPARE(snapshot.burn.size(), std::size(burnWindows));
        for (size_t at = 0; at < snapshot.burn.size(); ++at) {
            QCOMPARE(snapshot.burn[at].window, burnWindows[at]);
            QVERIFY(std::abs(*snapshot.burn[at].rate - double(burnWindows[at] / 1min) / 100) < 1e-9);
        }
        const auto queries = m_server->requestsTo(queryPath);
        QCOMPARE(queries.size(), size_t(8));
        for (const SeenRequest &request : queries)
            QCOMPARE(numberOf(request, "time"), toEpochSeconds(m_clock.wall()));
        QCOMPARE(m_server->requestsTo(rangePath).size(), size_t(2));
    }

    void burnDownCoversTheWindowUpToNow()
    {
        QVERIFY(poll());
        const auto &points = m_answers[0].burnDown;
        QVERIFY(points.size() > 100 && points.size() < 400);
        QCOMPARE(points.front().at, m_clock.wall() - 24h * 30);
        QCOMPARE(points.front().remaining, 1.0);
        QCOMPARE(points[points.size() - 2].remaining, 1.0);
        QCOMPARE(points.back().at, m_clock.wall());
        QVERIFY(std::abs(points.back().remaining - 0.5) < 1e-9);
        QVERIFY(!m_answers[0].errorRatio.empty());
    }

    void burnDownIsAskedWithEveryTenthPoll()
    {
        for (int round = 0; round < 11; ++round)
            QVERIFY(poll());
        for (int round = 0; round < 11; ++round) {
            QVERIFY(!m_answers[size_t(round)].error);
            QCOMPARE(m_answers[size_t(round)].burnDown.empty(), round % 10 != 0);
            QVERIFY(!m_answers[size_t(round)].errorRatio.empty());
        }
    }

    void pollsDoNotOverlap()
    {
        m_source->poll();
        m_source->poll();
        m_source->poll();
        QTRY_COMPARE(m_answers.size(), size_t(1));
        QCOMPARE(m_server->requests().size(), size_t(10));
    }

    void noTrafficIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no series") << QByteArray();
        QTest::newRow("NaN") << QByteArray("NaN");
    }

    void noTrafficIsAnAnswer()
    {
        QFETCH(QByteArray, value);
        m_server->on(queryPath, FaultServer::Responder([value](const SeenRequest &) { return value.isEmpty() ? emptyVector() : vectorOf(value); }));
        m_server->on(rangePath, Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})"));
        QVERIFY(poll());
        const SloSnapshot &snapshot = m_answers[0];
        QVERIFY(!snapshot.error && !snapshot.errors && !snapshot.total);
        QVERIFY(snapshot.burnDown.empty());
        for (const BurnRate &rate : snapshot.burn)
            QVERIFY(!rate.rate);
    }

    void totalWithoutErrorsIsNotNoErrors()
    {
        m_server->on(queryPath, FaultServer::Responder([](const SeenRequest &request) {
                         return expressionOf(request) == errorsExpression(objective(), QStringLiteral("30d")) ? vectorOf("+Inf") : honest(request);
                     }));
        QVERIFY(poll());
        QVERIFY(m_answers[0].error);
        QCOMPARE(m_answers[0].error->kind, Error::Kind::Malformed);
    }

    void aFailingQueryFailsTheSnapshot_data()
    {
        QTest::addColumn<int>("failing");
        for (int number = 0; number < 10; ++number)
            QTest::addRow("query %d", number) << number;
    }

    void aFailingQueryFailsTheSnapshot()
    {
        QFETCH(int, failing);
        auto number = std::make_shared<int>(0);
        const auto failOne = [number, failing](FaultServer::Responder honestly) {
            return FaultServer::Responder([number, failing, honestly](const SeenRequest &request) {
                return (*number)++ == failing ? Answer::error(422, R"({"status":"error","errorType":"execution","error":"too many samples"})") : honestly(request);
            });
        };
        m_server->on(queryPath, failOne(honest));
        m_server->on(rangePath, failOne(honestRange));
        QVERIFY(poll());
        QVERIFY(m_answers[0].error);
        QVERIFY(poll());
        QVERIFY(!m_answers[1].error);
        // The burn-down of the failed poll is asked for again at once.
        QVERIFY(!m_answers[1].burnDown.empty());
    }

    void recoversAfterItsServerWasAway()
    {
        SloStore store;
        store.setObjectives({objective()});
        m_server->goAway();
        QVERIFY(poll());
        QVERIFY(m_answers[0].error);
        store.apply(m_answers[0], m_clock.now());
        QVERIFY(store.objectives()[0].state(store.policy(), m_clock.now()) == State::Blind);
        QVERIFY(m_server->comeBack());
        QVERIFY(poll());
        QVERIFY(!m_answers[1].error);
        store.apply(m_answers[1], m_clock.now());
        QVERIFY(store.objectives()[0].known);
        QVERIFY(store.objectives()[0].state(store.policy(), m_clock.now()) == State::Healthy);
    }

    void deletingItEndsItsPoll()
    {
        m_source->poll();
        m_source.reset();
        QTRY_VERIFY(m_http->inFlight() == 0);
        QVERIFY(m_answers.empty());
    }

private:
    bool poll()
    {
        const size_t before = m_answers.size();
        m_source->poll();
        return QTest::qWaitFor([this, before] { return m_answers.size() > before; }, 15'000);
    }

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<PrometheusClient> m_client;
    std::unique_ptr<SloSource> m_source;
    std::vector<SloSnapshot> m_answers;
};

WATCHFLOOR_TEST(TestSloSource)
#include "tst_slosource.moc"
