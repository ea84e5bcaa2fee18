#include "models/health/gonumber.h"
#include "tests/support/testregistry.h"

#include <cmath>
#include <limits>

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestGoNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeNumbersAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char *text, qint64 value) { QTest::newRow(text) << QByteArray(text) << true << value; };
        row("0", 0);
        row("-0", 0);
        row("+17", 17);
        row("-17", -17);
        row("0x1F", 31);
        row("0XfF", 255);
        row("0b101", 5);
        row("0o17", 15);
        row("017", 15);
        row("-0x10", -16);
        row("1_000_000", 1'000'000);
        row("0x_ff", 255);
        row("9223372036854775807", std::numeric_limits<qint64>::max());
        row("-9223372036854775808", std::numeric_limits<qint64>::min());
        for (const char *text : {"", "-", "+", "0x", "0b2", "08", "1.0", "1e3", " 1", "1 ", "9223372036854775808", "-9223372036854775809", "_1", "1_", "1__0", "0x", "--1", "-+1", "five", "0xg"})
            QTest::addRow("not %s", text) << QByteArray(text) << false << qint64(0);
    }
    void wholeNumbersAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, ok);
        QFETCH(qint64, value);
        const auto read = Go::integer({text.constData(), size_t(text.size())});
        QCOMPARE(read.has_value(), ok);
        if (ok)
            QCOMPARE(*read, value);
    }

    void realNumbersAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const char *text, double value) { QTest::newRow(text) << QByteArray(text) << value; };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        row("1.5", 1.5);
        row("+1.5", 1.5);
        row("-.5", -0.5);
        row("5.", 5);
        row("1e3", 1000);
        row("1_0.5", 10.5);
        row("0x1p4", 16);
        row("-Inf", -infinity);
        row("infinity", infinity);
        for (const char *text : {"", ".", "e5", "1e", "0x1", "1..2", "1,5", " 1", "1e999", "in", "-nan", "--1"})
            QTest::addRow("not %s", text) << QByteArray(text) << std::numeric_limits<double>::quiet_NaN();
    }
    void realNumbersAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const auto read = Go::real({text.constData(), size_t(text.size())});
        QCOMPARE(read.has_value(), !std::isnan(value));
        if (read)
            QCOMPARE(*read, value);
    }

    void durationsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("nanoseconds");
        const auto row = [](const char *text, std::chrono::nanoseconds length) { QTest::newRow(text) << QByteArray(text) << true << qint64(length.count()); };
        row("0", 0ns);
        row("5s", 5s);
        row("1h30m", 90min);
        row("1.5h", 90min);
        row(".5s", 500ms);
        row("5.s", 5s);
        row("-2m", -2min);
        row("3us", 3us);
        row("3\u00b5s", 3us);
        row("7ns", 7ns);
        row("1m1h", 61min);
        row("0.100000000000000000000h", 6min);
        for (const char *text : {"", "5", "-", "s", ".s", "5d", "1w", "5 s", "5S", "1h30", "9223372036854775808ns", "3000000h", "+", "1e3s"})
            QTest::addRow("not %s", text) << QByteArray(text) << false << qint64(0);
    }
    void durationsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, ok);
        QFETCH(qint64, nanoseconds);
        const auto read = Go::duration({text.constData(), size_t(text.size())});
        QCOMPARE(read.has_value(), ok);
        if (ok)
            QCOMPARE(qint64(read->count()), nanoseconds);
    }

    void durationsArePrinted()
    {
        QCOMPARE(Go::durationText(0ms), QByteArray("0s"));
        QCOMPARE(Go::durationText(999ms), QByteArray("0s"));
        QCOMPARE(Go::durationText(10s), QByteArray("10s"));
        QCOMPARE(Go::durationText(90min), QByteArray("1h30m"));
        QCOMPARE(Go::durationText(336h), QByteArray("336h"));
        QCOMPARE(Go::durationText(1h + 15s), QByteArray("1h0m15s"));
        QCOMPARE(Go::durationText(-72h), QByteArray("-72h"));
    }

    void realNumbersArePrinted_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("general");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](double value, const char *general, const char *json) { QTest::newRow(general) << value << QByteArray(general) << QByteArray(json); };
        row(0, "0", "0");
        row(1, "1", "1");
        row(-2.5, "-2.5", "-2.5");
        row(999999, "999999", "999999");
        row(1e6, "1e+06", "1000000");
        row(123456789, "1.23456789e+08", "123456789");
        row(1e20, "1e+20", "100000000000000000000");
        row(1e21, "1e+21", "1e+21");
        row(0.0001, "0.0001", "0.0001");
        row(0.00001, "1e-05", "0.00001");
        row(1e-7, "1e-07", "1e-7");
        row(0.1 + 0.2, "0.30000000000000004", "0.30000000000000004");
    }
    void realNumbersArePrinted()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, general);
        QFETCH(QByteArray, json);
        QCOMPARE(Go::realText(value, Go::RealStyle::General), general);
        QCOMPARE(Go::realText(value, Go::RealStyle::Json), json);
    }
};

WATCHFLOOR_TEST(TestGoNumber)
#include "tst_gonumber.moc"
