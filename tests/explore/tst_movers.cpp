#include "models/explore/movertablemodel.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace Watchfloor;

namespace {

constexpr int samples = 40;
constexpr int middle = 20;

/// A series of forty samples, fifteen seconds apart, made by a function of the sample's number.
Series seriesOf(const char *name, double (*value)(int))
{
    Series series;
    series.labels = {{QStringLiteral("__name__"), QString::fromLatin1(name)}};
    auto times = std::make_shared<std::vector<double>>();
    for (int i = 0; i < samples; ++i) {
        times->push_back(1'000 + i * 15);
        series.values.push_back(value(i));
    }
    series.times = std::move(times);
    return series;
}

WallTime moment()
{
    return WallTime(std::chrono::seconds(1'000 + middle * 15));
}

QueryAnswer answer()
{
    QueryAnswer all;
    all.type = QueryAnswer::Type::Matrix;
    all.series = {
        seriesOf("steady", [](int) { return 5.0; }),
        seriesOf("swinging", [](int i) { return 10 + 8 * std::sin(i * 2.0); }),
        seriesOf("risen", [](int i) { return i < middle ? 1 + 0.1 * (i % 3) : 4 + 0.1 * (i % 3); }),
        seriesOf("fallen", [](int i) { return i < middle ? 100.0 + i % 2 : 50.0 + i % 2; }),
        seriesOf("requests_total", [](int i) { return i * 15.0; }),
        seriesOf("errors_total", [](int i) { return i < middle ? i * 1.0 : middle + (i - middle) * 30.0; }),
        seriesOf("seconds_bucket", [](int i) { return i < middle ? 1.0 : 900.0; }),
        seriesOf("born", [](int i) { return i < middle ? noSample : 3.0; }),
        seriesOf("hardly", [](int i) { return i < middle ? 1'000'000.0 : 1'000'001.0; }),
    };
    return all;
}

} // namespace

class TestMovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksByHowFarASeriesMoved()
    {
        const auto movers = rankedMovers(answer(), moment(), {}, 10);
        QStringList names;
        for (const Mover &mover : movers)
            names << mover.labels.value(u"__name__");
        QVERIFY2(names.size() >= 5, qPrintable(names.join(u' ')));
        const QStringList top = names.mid(0, 4);
        for (const char *expected : {"born", "errors_total", "fallen", "risen"})
            QVERIFY2(top.contains(QLatin1String(expected)), qPrintable(names.join(u' ')));
        QVERIFY(!names.contains(QLatin1String("steady")));
        QVERIFY(!names.contains(QLatin1String("requests_total")));
        QVERIFY(!names.contains(QLatin1String("seconds_bucket")));
        for (const Mover &mover : movers) {
            if (mover.labels.value(u"__name__") == u"swinging" || mover.labels.value(u"__name__") == u"hardly")
                QVERIFY(mover.score < 2);
            QCOMPARE(answer().series[mover.place].labels, mover.labels);
        }
    }

    void countersAreComparedByTheirRates()
    {
        const auto movers = rankedMovers(answer(), moment(), {}, 10);
        const auto errors = std::find_if(movers.begin(), movers.end(), [](const Mover &mover) { return mover.labels.value(u"__name__") == u"errors_total"; });
        QVERIFY(errors != movers.end());
        QVERIFY(errors->isRate);
        QCOMPARE(errors->before, 1.0 / 15);
        QCOMPARE(errors->after, 2.0);
        QCOMPARE(errors->ratio(), 30.0);
    }

    void theTypeIsStrongerThanTheName()
    {
        QVERIFY(isCounterName(QStringLiteral("a_total"), {}));
        QVERIFY(!isCounterName(QStringLiteral("a_total"), {{QStringLiteral("a_total"), QStringLiteral("gauge")}}));
        QVERIFY(isCounterName(QStringLiteral("a"), {{QStringLiteral("a"), QStringLiteral("counter")}}));
        QVERIFY(isCounterName(QStringLiteral("a_count"), {{QStringLiteral("a_count"), QStringLiteral("unknown")}}));
        QVERIFY(isCounterName(QStringLiteral("a_sum"), {{QStringLiteral("a_sum"), {}}})); // a histogram's parts have no type of their own
    }

    void whatBeganRoseFromNothing()
    {
        const auto movers = rankedMovers(answer(), moment(), {}, 10);
        const auto born = std::find_if(movers.begin(), movers.end(), [](const Mover &mover) { return mover.labels.value(u"__name__") == u"born"; });
        QVERIFY(born != movers.end());
        QCOMPARE(born->before, 0.0);
        QVERIFY(std::isinf(born->ratio()));
        QVERIFY(std::isfinite(born->score));
    }

    void aResetCountsFromZero()
    {
        Series counter = seriesOf("a_total", [](int i) { return i < middle ? i * 15.0 : (i - middle + 1) * 15.0; });
        const Series rates = ratesOf(counter);
        QCOMPARE(rates.size(), size_t(samples - 1));
        for (const double rate : rates.values)
            QCOMPARE(rate, 1.0);
    }

    void showsThemAsRows()
    {
        MoverTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setMovers(rankedMovers(answer(), moment(), {}, 10));
        QVERIFY(model.rowCount() >= 4);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString name = model.index(row, MoverTableModel::SeriesColumn).data().toString();
            const QString change = model.index(row, MoverTableModel::ChangeColumn).data().toString();
            const QString expression = model.index(row, 0).data(MoverTableModel::ExpressionRole).toString();
            if (name == u"born")
                QCOMPARE(change, QStringLiteral("began"));
            if (name == u"fallen")
                QVERIFY2(change.startsWith(QChar(0x2212)), qPrintable(change));
            if (name == u"errors_total") {
                QCOMPARE(change, QStringLiteral("× 30"));
                QCOMPARE(expression, QStringLiteral("rate(errors_total[2m])"));
                QVERIFY(model.index(row, MoverTableModel::AfterColumn).data().toString().endsWith(QLatin1String("/s")));
            }
        }
        model.setMovers({});
        QCOMPARE(model.rowCount(), 0);
    }

    void keepsTheLimit()
    {
        QCOMPARE(rankedMovers(answer(), moment(), {}, 2).size(), size_t(2));
        QCOMPARE(rankedMovers({}, moment(), {}, 2).size(), size_t(0));
    }
};

WATCHFLOOR_TEST(TestMovers)
#include "tst_movers.moc"
