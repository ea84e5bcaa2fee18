#include "models/slo/arithmetic.h"
#include "models/slo/budget.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {
Objective objective(double target, std::chrono::milliseconds window = 24h * 30)
{
    Objective made;
    made.name = QStringLiteral("payment-availability");
    made.target = target;
    made.window = window;
    return made;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}
}

class TestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// operations-facts: 99.9 % of 30 days is 43.2 min, 99.95 % 21.6 min, 99.99 % 4.32 min.
    void timeAllowedOfThirtyDays_data()
    {
        QTest::addColumn<double>("target");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("99.9 %") << 0.999 << qint64(2'592'000);
        QTest::newRow("99.95 %") << 0.9995 << qint64(1'296'000);
        QTest::newRow("99.99 %") << 0.9999 << qint64(259'200);
        QTest::newRow("100 %") << 1.0 << qint64(0);
    }

    void timeAllowedOfThirtyDays()
    {
        QFETCH(double, target);
        QFETCH(qint64, milliseconds);
        QCOMPARE(budgetOf(objective(target), 0, 1000).timeAllowed.count(), milliseconds);
    }

    void budgetOfCounts_data()
    {
        QTest::addColumn<double>("target");
        QTest::addColumn<double>("errors");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("remaining");
        QTest::addColumn<double>("sli");
        QTest::newRow("untouched") << 0.999 << 0.0 << 1e6 << 1.0 << 1.0;
        QTest::newRow("half") << 0.999 << 500.0 << 1e6 << 0.5 << 0.9995;
        QTest::newRow("spent to the last") << 0.99 << 10.0 << 1000.0 << 0.0 << 0.99;
        QTest::newRow("overspent") << 0.999 << 2500.0 << 1e6 << -1.5 << 0.9975;
        QTest::newRow("everything failed") << 0.999 << 1e6 << 1e6 << -999.0 << 0.0;
        QTest::newRow("extrapolation below zero") << 0.999 << -0.5 << 1e6 << 1.0 << 1.0;
    }

    void budgetOfCounts()
    {
        QFETCH(double, target);
        QFETCH(double, errors);
        QFETCH(double, total);
        QFETCH(double, remaining);
        QFETCH(double, sli);
        const Budget budget = budgetOf(objective(target), errors, total);
        QVERIFY(budget.remaining && budget.sli);
        QVERIFY2(isNear(*budget.remaining, remaining), qPrintable(QString::number(*budget.remaining)));
        QVERIFY(isNear(*budget.sli, sli));
        QVERIFY(isNear(budget.eventsLeft, budget.allowed - budget.errors));
        QVERIFY(std::abs(double(budget.timeLeft.count()) - double(budget.timeAllowed.count()) * remaining) <= 1);
    }

    void nothingIsClaimedWithoutTraffic_data()
    {
        QTest::addColumn<double>("errors");
        QTest::addColumn<double>("total");
        QTest::newRow("no events") << 0.0 << 0.0;
        QTest::newRow("NaN total") << 0.0 << std::nan("");
        QTest::newRow("NaN errors") << std::nan("") << 100.0;
        QTest::newRow("infinite total") << 0.0 << std::numeric_limits<double>::infinity();
        QTest::newRow("negative total") << 0.0 << -1.0;
    }

    void nothingIsClaimedWithoutTraffic()
    {
        QFETCH(double, errors);
        QFETCH(double, total);
        const Budget budget = budgetOf(objective(0.999), errors, total);
        QVERIFY(!budget.sli && !budget.remaining);
        QCOMPARE(budget.total, 0.0);
        QVERIFY(!burnRate(objective(0.999), errors, total));
    }

    void aTargetOfOneHasNoBudget()
    {
        const Budget budget = budgetOf(objective(1), 1, 100);
        QVERIFY(budget.sli && !budget.remaining);
        QVERIFY(!burnRate(objective(1), 1, 100));
    }

    /// operations-facts: 2x for 1 h spends 0.28 % of a 30-day budget, 10x empties it in 3 days, a full outage at 99.9 % is 1000x.
    void burnRatesAndWhatTheySpend()
    {
        const Objective slo = objective(0.999);
        QVERIFY(isNear(*burnRate(slo, 1, 1), 1000));
        QVERIFY(isNear(*burnRate(slo, 2, 1000), 2));
        const WallTime now{};
        QCOMPARE(exhaustion(slo, 1, 10, now).value() - now, 72h);
        QCOMPARE(exhaustion(slo, 2.0 / 720, 2, now).value() - now, 1h);
    }

    void exhaustionIsAbsent_data()
    {
        QTest::addColumn<double>("remaining");
        QTest::addColumn<double>("rate");
        QTest::newRow("lasts the window") << 1.0 << 0.9;
        QTest::newRow("nothing burns") << 0.5 << 0.0;
        QTest::newRow("empty already") << 0.0 << 5.0;
        QTest::newRow("overspent") << -1.0 << 5.0;
        QTest::newRow("not a number") << std::nan("") << 5.0;
        QTest::newRow("infinite rate") << 0.5 << std::numeric_limits<double>::infinity();
    }

    void exhaustionIsAbsent()
    {
        QFETCH(double, remaining);
        QFETCH(double, rate);
        QVERIFY(!exhaustion(objective(0.999), remaining, rate, WallTime{}));
    }

    void burnDownSumsTheErrorsOfItsSteps()
    {
        const Objective slo = objective(0.99, 4h);
        const WallTime end{std::chrono::hours(100)};
        const double start = toEpochSeconds(end - 4h);
        // 10,000 events allow 100 errors; 10, none, a gap, and 40 in the last hour.
        const auto points = burnDownOf(slo, {start + 3600, start + 7200, start + 10800, start + 14400}, {10, 0, std::nan(""), 40}, 50, 10'000, end);
        QCOMPARE(points.size(), size_t(5));
        QCOMPARE(points.front().at, end - 4h);
        QCOMPARE(points.front().remaining, 1.0);
        QVERIFY(isNear(points[1].remaining, 0.9));
        QVERIFY(isNear(points[3].remaining, 0.9));
        QCOMPARE(points.back().at, end);
        QVERIFY(isNear(points.back().remaining, 0.5));
    }

    void burnDownSpreadsExtrapolation()
    {
        const WallTime end{std::chrono::hours(100)};
        const double start = toEpochSeconds(end - 4h);
        const auto points = burnDownOf(objective(0.99, 4h), {start + 3600, start + 7200}, {24, 26}, 48, 10'000, end);
        QCOMPARE(points.size(), size_t(4));
        QVERIFY(isNear(points[1].remaining, 1 - 24 * 0.96 / 100));
        QVERIFY(isNear(points[2].remaining, 0.52));
        QVERIFY(isNear(points[3].remaining, 0.52));
    }

    void burnDownNeverRisesAndNeedsTraffic()
    {
        const WallTime end{std::chrono::hours(100)};
        QVERIFY(burnDownOf(objective(0.99, 4h), {}, {}, 0, 0, end).empty());
        const auto untouched = burnDownOf(objective(0.99, 4h), {}, {}, 0, 10, end);
        QCOMPARE(untouched, (std::vector<BurnDownPoint>{{end - 4h, 1}, {end, 1}}));
        std::vector<double> times;
        std::vector<double> errors;
        for (int step = 1; step <= 48; ++step) {
            times.push_back(toEpochSeconds(end - 4h) + step * 300);
            errors.push_back(step % 7 == 0 ? -1 : step % 5);
        }
        const auto points = burnDownOf(objective(0.99, 4h), times, errors, 82, 1000, end);
        QVERIFY(points.size() > 40);
        for (size_t at = 1; at < points.size(); ++at) {
            QVERIFY(points[at].remaining <= points[at - 1].remaining + 1e-12);
            QVERIFY(points[at].at > points[at - 1].at);
        }
    }

    void arithmeticShowsEveryFigure()
    {
        const Testing::FakeClock clock;
        SloStatus status;
        status.objective = objective(0.999);
        QVERIFY(arithmeticOf(status, clock.wall()).empty());
        status.known = true;
        status.budget = budgetOf(status.objective, 250, 1'000'000);
        status.burn = {{1h, 10}};
        QStringList values;
        for (const ArithmeticRow &row : arithmeticOf(status, clock.wall())) {
            QVERIFY(!row.label.isEmpty() && !row.how.isEmpty());
            values.append(row.value);
        }
        QCOMPARE(values.size(), 8);
        QCOMPARE(values[0], QStringLiteral("1,000,000"));
        QCOMPARE(values[1], QStringLiteral("250"));
        QVERIFY(values[2].startsWith(QLatin1String("99.975")));
        QCOMPARE(values[3], QStringLiteral("1,000"));
        QCOMPARE(values[4], QStringLiteral("750"));
        QCOMPARE(values[5], QStringLiteral("32 min 24 s"));
        QVERIFY(values[6].startsWith(QLatin1String("10")));
        QVERIFY(!values[7].isEmpty());
    }

    void arithmeticHasDashesWithoutTraffic()
    {
        SloStatus status;
        status.objective = objective(0.999);
        status.known = true;
        const auto rows = arithmeticOf(status, WallTime{});
        QCOMPARE(rows[0].value, QStringLiteral("0"));
        for (size_t at = 1; at < rows.size(); ++at)
            QCOMPARE(rows[at].value, QString(QChar(0x2014)));
    }
};

WATCHFLOOR_TEST(TestBudget)
#include "tst_budget.moc"
