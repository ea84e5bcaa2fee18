#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/gauge.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Gauges, by their pixels.
class TestGauge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void aGaugesArcTakesTheColourOfItsStep_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<QString>("color");
        QTest::newRow("below") << 10.0 << false << 100.0 << u"green"_qs;
        QTest::newRow("second") << 75.0 << false << 100.0 << u"yellow"_qs;
        QTest::newRow("last") << 95.0 << false << 100.0 << u"red"_qs;
        QTest::newRow("per cent of the way") << 150.0 << true << 200.0 << u"yellow"_qs;
        QTest::newRow("absolute of the same") << 150.0 << false << 200.0 << u"red"_qs;
    }
    void aGaugesArcTakesTheColourOfItsStep()
    {
        QFETCH(double, value);
        QFETCH(bool, percent);
        QFETCH(double, maximum);
        QFETCH(QString, color);
        GaugeWidget gauge;
        gauge.resize(240, 200);
        GaugeWidget::Look look;
        look.marks = false;
        gauge.setLook(look);
        GaugeWidget::Gauge one;
        one.value = value;
        one.maximum = maximum;
        one.steps = steps();
        one.stepsInPercent = percent;
        gauge.setGauges({one});
        const QImage image = gauge.grabImage();
        for (const char *other : {"green", "yellow", "red"})
            QCOMPARE(count(image, named(other)) > 100, color == QString::fromLatin1(other));
    }

    void aNeutralPointIsWhereTheArcBegins()
    {
        GaugeWidget gauge;
        gauge.resize(240, 200);
        GaugeWidget::Look look;
        gauge.setLook(look);
        GaugeWidget::Gauge one;
        one.value = 25;
        one.minimum = 0;
        one.maximum = 100;
        one.color = tokens().critical;
        one.shown = {u"x"_qs};
        gauge.setGauges({one});
        const int fromLeft = count(gauge.grabImage(), tokens().critical, QRect(0, 120, 60, 80));
        look.neutral = 50;
        gauge.setLook(look);
        QVERIFY(fromLeft > 50);
        QCOMPARE(count(gauge.grabImage(), tokens().critical, QRect(0, 120, 60, 80)), 0);
    }

    void severalGaugesShareTheRoom()
    {
        GaugeWidget gauges;
        gauges.resize(600, 300);
        std::vector<GaugeWidget::Gauge> all(6);
        for (int at = 0; at < 6; ++at)
            all[size_t(at)] = {.name = u"g%1"_qs.arg(at), .value = 0.5};
        gauges.setGauges(all);
        QSignalSpy spy(&gauges, &ChartWidget::itemActivated);
        QTest::mouseClick(&gauges, Qt::LeftButton, {}, QPoint(500, 220));
        QCOMPARE(spy.first().first().toInt(), 5);
        hover(gauges, {100, 60});
        QVERIFY(gauges.readOutText().startsWith(u"g0\n"));
        QTest::keyClick(&gauges, Qt::Key_Down);
        QCOMPARE(gauges.currentItem(), 3);
        QTest::keyClick(&gauges, Qt::Key_Right);
        QCOMPARE(gauges.currentItem(), 4);
        QTest::keyClick(&gauges, Qt::Key_Down);
        QCOMPARE(gauges.currentItem(), 4);
    }
};

WATCHFLOOR_TEST(TestGauge)
#include "tst_gauge.moc"
