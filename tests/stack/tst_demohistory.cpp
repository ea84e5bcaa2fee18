#include "models/stack/demohistory.h"
#include "models/stack/demoservices.h"
#include "models/stack/workingcopy.h"
#include "tests/support/testregistry.h"

#include <QBuffer>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestDemoHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsStartWhereTheyShould_data();
    void budgetsStartWhereTheyShould();
    void countersNeverFall();
    void anIncidentCostsWhatItSays();
    void partsCoverEveryPointOnce();
    void partsAreCutWhereBlocksAre();
    void everyServiceIsHealthyByItsRules();
    void releasesAreDifferentFiles();
    void theImportHoldsEveryRelease();

private:
    static constexpr qint64 m_end = 1'795'242'000;
};

void TestDemoHistory::budgetsStartWhereTheyShould_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<double>("objective");
    QTest::newRow("api-gateway") << u"api-gateway"_s << 0.999;
    QTest::newRow("auth") << u"auth"_s << 0.9995;
    QTest::newRow("payment") << u"payment"_s << 0.9999;
    QTest::newRow("ecommerce") << u"ecommerce"_s << 0.999;
    QTest::newRow("hotel") << u"hotel"_s << 0.999;
    QTest::newRow("taxi") << u"taxi"_s << 0.999;
}

void TestDemoHistory::budgetsStartWhereTheyShould()
{
    QFETCH(QString, service);
    QFETCH(double, objective);
    const CounterPair end = countersAt(*demoService(service), historySeconds);
    const double allowed = double(end.good + end.errors) * (1 - objective);
    const double left = 1 - double(end.errors) / allowed;
    QVERIFY2(left >= 0.6 && left < 0.95, qPrintable(QString::number(left)));
}

void TestDemoHistory::countersNeverFall()
{
    for (const DemoService &service : demoServices()) {
        CounterPair last;
        for (qint64 since = 0; since <= historySeconds; since += 60) {
            const CounterPair now = countersAt(service, since);
            QVERIFY2(now.good >= last.good && now.errors >= last.errors, qPrintable(service.name));
            last = now;
        }
        QCOMPARE(last.good + last.errors, qint64(double(historySeconds) * service.requestsPerSecond));
    }
}

void TestDemoHistory::anIncidentCostsWhatItSays()
{
    const DemoIncident &incident = demoIncidents().front();
    QCOMPARE(incident.service, u"payment"_s);
    const DemoService &payment = *demoService(incident.service);
    const qint64 begin = historySeconds - incident.beforeEnd;
    const qint64 cost = countersAt(payment, begin + incident.seconds).errors - countersAt(payment, begin).errors;
    QCOMPARE(cost, qint64(double(incident.seconds) * payment.requestsPerSecond * incident.errorRatio));
}

void TestDemoHistory::partsCoverEveryPointOnce()
{
    qint64 points = 0;
    for (const HistoryPart &part : historyParts(m_end)) {
        QBuffer page;
        QVERIFY(page.open(QIODevice::WriteOnly));
        QVERIFY(writeHistory(page, part, m_end));
        QVERIFY(page.data().startsWith("# TYPE http_requests counter\n"));
        QVERIFY(page.data().endsWith("# EOF\n"));
        points += page.data().count("service=\"payment\",code=\"500\"}");
    }
    QCOMPARE(points, historySeconds / 60 + 1);
}

void TestDemoHistory::partsAreCutWhereBlocksAre()
{
    const auto parts = historyParts(m_end);
    QVERIFY(parts.size() > 1);
    QCOMPARE(parts.front().from, m_end - historySeconds);
    QCOMPARE(parts.back().to, m_end + 1);
    for (size_t i = 1; i < parts.size(); ++i) {
        QCOMPARE(parts[i].from, parts[i - 1].to);
        QCOMPARE(parts[i].from % (18 * 3600), qint64(0));
    }
}

void TestDemoHistory::everyServiceIsHealthyByItsRules()
{
    for (const DemoService &service : demoServices()) {
        QVERIFY2(service.errorRatio < 0.005, qPrintable(service.name));
        // p95 is 1.93 times the median; HighAPILatency warns above 50 ms.
        QVERIFY2(service.latencyMs * 1.95 < 50, qPrintable(service.name));
    }
    QVERIFY(badErrorRatio > 0.01);
}

void TestDemoHistory::releasesAreDifferentFiles()
{
    const DemoService &payment = *demoService(u"payment"_s);
    QSet<QByteArray> files;
    for (int number = 0; number < 3; ++number)
        files.insert(goodRelease(payment, number));
    files.insert(badRelease(payment, 3));
    files.insert(badRelease(payment, 4));
    QCOMPARE(files.size(), 5);
    QVERIFY(badRelease(payment, 3).contains("0.0471"));
}

void TestDemoHistory::theImportHoldsEveryRelease()
{
    const DemoService &payment = *demoService(u"payment"_s);
    const QByteArray stream = importStream(payment, m_end);
    QCOMPARE(stream.count("commit refs/heads/main\n"), qsizetype(payment.releases.size()));
    for (const QString &subject : payment.releases)
        QVERIFY(stream.contains("data " + QByteArray::number(subject.toUtf8().size()) + '\n' + subject.toUtf8() + '\n'));
}

WATCHFLOOR_TEST(TestDemoHistory)
#include "tst_demohistory.moc"
