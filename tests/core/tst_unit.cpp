#include "models/core/unit.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestUnit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantities_data();
    void quantities();
    void textJoinsThem();
};

void TestUnit::quantities_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("suffix");
    const double inf = std::numeric_limits<double>::infinity();
    QTest::newRow("ratio") << 0.0471 << u"percentunit"_s << u"4.71"_s << u"%"_s;
    QTest::newRow("per cent") << 80.0 << u"percent"_s << u"80.0"_s << u"%"_s;
    QTest::newRow("seconds") << 0.612 << u"s"_s << u"612"_s << u"ms"_s;
    QTest::newRow("milliseconds") << 1'300.0 << u"ms"_s << u"1.30"_s << u"s"_s;
    QTest::newRow("bytes") << 3.0 * 1024 * 1024 << u"bytes"_s << u"3.00"_s << u"MiB"_s;
    QTest::newRow("requests") << 12'400.0 << u"reqps"_s << u"12.4\u202Fk"_s << u"/s"_s;
    QTest::newRow("count stays whole") << 1'204.0 << u"short"_s << u"1,204"_s << u""_s;
    QTest::newRow("large count") << 1'500'000.0 << u"short"_s << u"1.50"_s << u"M"_s;
    QTest::newRow("no unit") << 0.0 << u""_s << u"0"_s << u""_s;
    QTest::newRow("unknown unit is a suffix") << 5.0 << u"apples"_s << u"5.00"_s << u"apples"_s;
    QTest::newRow("not a number") << std::nan("") << u"s"_s << u"NaN"_s << u""_s;
    QTest::newRow("infinite") << inf << u"bytes"_s << u"+Inf"_s << u""_s;
    QTest::newRow("minus infinite") << -inf << u"bytes"_s << u"-Inf"_s << u""_s;
    QTest::newRow("negative") << -2048.0 << u"bytes"_s << u"-2.00"_s << u"KiB"_s;
    QTest::newRow("minus nothing") << -0.0 << u"percentunit"_s << u"0.00"_s << u"%"_s;
    QTest::newRow("boolean") << 1.0 << u"bool"_s << u"true"_s << u""_s;
}

void TestUnit::quantities()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, number);
    QFETCH(QString, suffix);
    const Quantity shown = quantity(value, Unit{unit});
    QCOMPARE(shown.number, number);
    QCOMPARE(shown.suffix, suffix);
}

void TestUnit::textJoinsThem()
{
    QCOMPARE(quantity(0.0471, Unit{u"percentunit"_s}).text(), u"4.71\u202F%"_s);
    QCOMPARE(quantity(12'400, Unit{u"reqps"_s}).text(), u"12.4\u202Fk/s"_s);
    QCOMPARE(quantity(0.0471, Unit{u"percentunit"_s}, 0).text(), u"5\u202F%"_s);
}

WATCHFLOOR_TEST(TestUnit)
#include "tst_unit.moc"
