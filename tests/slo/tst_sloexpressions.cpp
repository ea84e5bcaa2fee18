#include "models/slo/slosource.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestSloExpressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totals_data()
    {
        QTest::addColumn<QString>("total");
        QTest::addColumn<bool>("counter");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *total, bool counter, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(total) << counter << QString::fromUtf8(expected);
        };
        row("Sloth's rate becomes a number of events", "sum(rate(x[{{.window}}]))", true, "sum((sum(rate(x[1h]))) * 3600)");
        row("template with spaces", "sum(rate(x[{{ .window }}]))", true, "sum((sum(rate(x[1h]))) * 3600)");
        row("increase is events already", "sum(increase(x[{{.window}}]))", true, "sum(sum(increase(x[1h])))");
        row("rate in a label's value is none", "sum(increase(x{a=\"rate(\"}[{{.window}}]))", true, "sum(sum(increase(x{a=\"rate(\"}[1h])))");
        row("the word window", "increase(x[window])", true, "sum(increase(x[1h]))");
        row("counter", "x", true, "sum(increase(x[1h]))");
        row("counter with matchers", "x{a=\"}\",b!~\"c{2}\"}", true, "sum(increase(x{a=\"}\",b!~\"c{2}\"}[1h]))");
        row("matchers alone", "{__name__=\"x\"}", true, "sum(increase({__name__=\"x\"}[1h]))");
        row("numbers of events", "x", false, "sum(sum_over_time((x)[1h:1m]))");
        row("sum of counters", "sum(x)", true, "sum(increase(x[1h]))");
        row("sum of counters by a label", "sum by (code) (x{a=\"(\"})", true, "sum(increase(x{a=\"(\"}[1h]))");
        row("sum of numbers of events", "sum(x)", false, "sum(sum_over_time((sum(x))[1h:1m]))");
        row("other expression", "sum(x) - sum(y)", true, "sum(increase((sum(x) - sum(y))[1h:1m]))");
        row("rate of a range of its own", "sum(rate(x[5m]))", true, "sum(avg_over_time((sum(rate(x[5m])))[1h:1m]) * 3600)");
        row("increase of a range of its own", "increase(x[5m])", true, "sum(sum_over_time((increase(x[5m]))[1h:5m]))");
    }

    void totals()
    {
        QFETCH(QString, total);
        QFETCH(bool, counter);
        QFETCH(QString, expected);
        Objective objective;
        objective.indicator.total = total;
        objective.indicator.counter = counter;
        QCOMPARE(totalExpression(objective, QStringLiteral("1h")), expected);
    }

    void errorsOfGoodAndBad()
    {
        Objective objective;
        objective.indicator = {.kind = Indicator::Kind::BadTotal, .good = {}, .bad = QStringLiteral("b"), .total = QStringLiteral("t"), .ratio = {}, .threshold = {}, .op = {}};
        QCOMPARE(errorsExpression(objective, QStringLiteral("5m")), QStringLiteral("(sum(increase(b[5m]))) or (sum(increase(t[5m]))) * 0"));
        QCOMPARE(errorRatioExpression(objective, QStringLiteral("5m")),
                 QStringLiteral("((sum(increase(b[5m]))) or (sum(increase(t[5m]))) * 0) / (sum(increase(t[5m])))"));
        objective.indicator.kind = Indicator::Kind::GoodTotal;
        objective.indicator.good = QStringLiteral("g");
        QCOMPARE(errorsExpression(objective, QStringLiteral("5m")),
                 QStringLiteral("clamp_min((sum(increase(t[5m]))) - ((sum(increase(g[5m]))) or (sum(increase(t[5m]))) * 0), 0)"));
    }

    void ratiosCountSeconds()
    {
        Objective objective;
        objective.indicator.kind = Indicator::Kind::RatioMetric;
        objective.indicator.ratio = QStringLiteral("r[{{.window}}]");
        QCOMPARE(errorsExpression(objective, QStringLiteral("5m")), QStringLiteral("(avg(r[5m])) * 300"));
        QCOMPARE(totalExpression(objective, QStringLiteral("5m")), QStringLiteral("(avg(r[5m])) * 0 + 300"));
        objective.indicator.ratio = QStringLiteral("r");
        QCOMPARE(errorRatioExpression(objective, QStringLiteral("30d")), QStringLiteral("avg(avg_over_time((r)[30d:15m]))"));
    }

    void thresholdsCountSeconds_data()
    {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("sign");
        QTest::newRow("lt") << QStringLiteral("lt") << QStringLiteral("<");
        QTest::newRow("lte") << QStringLiteral("lte") << QStringLiteral("<=");
        QTest::newRow("gt") << QStringLiteral("gt") << QStringLiteral(">");
        QTest::newRow("gte") << QStringLiteral("gte") << QStringLiteral(">=");
    }

    void thresholdsCountSeconds()
    {
        QFETCH(QString, op);
        QFETCH(QString, sign);
        Objective objective;
        objective.indicator.kind = Indicator::Kind::Threshold;
        objective.indicator.threshold = QStringLiteral("p95");
        objective.indicator.op = op;
        objective.indicator.limit = 0.5;
        const QString total = QStringLiteral("sum(count_over_time(((p95) == (p95))[1h:1m])) * 60");
        QCOMPARE(totalExpression(objective, QStringLiteral("1h")), total);
        QCOMPARE(errorsExpression(objective, QStringLiteral("1h")),
                 QStringLiteral("clamp_min((%1) - ((sum(sum_over_time(((p95) %2 bool 0.5)[1h:1m])) * 60) or (%1) * 0), 0)").arg(total, sign));
    }
};

WATCHFLOOR_TEST(TestSloExpressions)
#include "tst_sloexpressions.moc"
