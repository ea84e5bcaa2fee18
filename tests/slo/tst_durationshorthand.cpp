#include "models/slo/durationshorthand.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

class TestDurationShorthand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNumberAndOneUnit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minutes");
        const auto row = [](const char *text, qint64 minutes) { QTest::newRow(text) << QString::fromUtf8(text) << minutes; };
        constexpr qint64 day = 1'440;
        row("7m", 7);
        row("36h", 36 * 60);
        row("28d", 28 * day);
        row("6w", 42 * day);
        row("2M", 60 * day);
        row("4Q", 360 * day);
        row("1Y", 365 * day);
        row("0M", 0);
        row("007d", 7 * day);
        row("292Y", 292 * 365 * day);
    }
    void oneNumberAndOneUnit()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minutes);
        const auto length = parseDurationShorthand(text);
        QVERIFY2(length.ok(), qPrintable(text));
        QCOMPARE(qint64(length->count()), minutes * 60'000);
    }

    void anythingElseIsRefused()
    {
        for (const char *text : {"", "m", "30", "30 d", " 30d", "1h30m", "1.5h", "-3d", "+3d", "30D", "30s", "30y", "three weeks", "\u0663d", "293Y", "99999999999999999999m"}) {
            const auto length = parseDurationShorthand(QString::fromUtf8(text));
            QVERIFY2(!length.ok() && !length.error().detail.isEmpty(), text);
        }
    }
};

WATCHFLOOR_TEST(TestDurationShorthand)
#include "tst_durationshorthand.moc"
