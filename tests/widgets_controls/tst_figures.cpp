#include "tests/support/testregistry.h"
#include "widgets/controls/figures.h"
#include "widgets/theme/applytheme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <limits>

using namespace Watchfloor;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

int count(const QImage &image, const QColor &color)
{
    int result = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            result += image.pixelColor(x, y) == color;
    return result;
}

QImage sparkline(const std::vector<double> &values, std::optional<double> limit = {})
{
    QImage image(100, 30, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintSparkline(painter, image.rect(), values, Qt::white, false, limit, Qt::red);
    return image;
}

bool columnIsEmpty(const QImage &image, int x)
{
    for (int y = 0; y < image.height(); ++y)
        if (image.pixelColor(x, y) != Qt::black)
            return false;
    return true;
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void anAbsentNumberIsADash()
    {
        FigureLabel label;
        label.setQuantity(Quantity{u"4.71"_qs, u"%"_qs});
        QCOMPARE(label.text(), u"4.71 %"_qs);
        label.setQuantity({});
        QCOMPARE(label.text(), QString(QChar(0x2014)));
    }

    void aChangingNumberDoesNotMove()
    {
        FigureLabel label;
        label.setText(u"1.11"_qs, u"s"_qs);
        const int width = label.sizeHint().width();
        label.setText(u"8.48"_qs, u"s"_qs);
        QCOMPARE(label.sizeHint().width(), width);
    }

    void aGapIsAGap()
    {
        const QImage image = sparkline({1, 2, 1, 2, gap, gap, gap, gap, 1, 2, 1});
        QVERIFY(columnIsEmpty(image, 55));
        QVERIFY(!columnIsEmpty(image, 10));
        QVERIFY(!columnIsEmpty(image, 90));
    }

    void nothingIsDrawnOfNothing()
    {
        QCOMPARE(count(sparkline({}), Qt::black), 3000);
        QCOMPARE(count(sparkline({gap, gap}), Qt::black), 3000);
    }

    void theLimitIsDrawnInItsOwnColour()
    {
        QVERIFY(count(sparkline({1, 2, 3, 2}, 2.5), Qt::red) > 20);
    }

    void aConstantLineIsFlat()
    {
        const QImage image = sparkline({5, 5, 5, 5});
        int rows = 0;
        for (int y = 0; y < image.height(); ++y)
            rows += image.pixelColor(50, y) != Qt::black;
        QVERIFY(rows >= 1 && rows <= 3);
    }

    void theBarIsAsLongAsWhatIsLeft_data()
    {
        QTest::addColumn<double>("left");
        QTest::addColumn<int>("pixels");
        QTest::newRow("all") << 1.0 << 200;
        QTest::newRow("half") << 0.5 << 100;
        QTest::newRow("nothing") << 0.0 << 0;
        QTest::newRow("overspent") << -0.7 << 0;
        QTest::newRow("more than all") << 1.3 << 200;
    }
    void theBarIsAsLongAsWhatIsLeft()
    {
        QFETCH(double, left);
        QFETCH(int, pixels);
        const Theme &tokens = theme(ThemeMode::Dark);
        QImage image(200, 8, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::black);
        QPainter painter(&image);
        paintBudgetBar(painter, image.rect(), left, State::Healthy, tokens);
        painter.end();
        int length = 0;
        for (int x = 0; x < 200; ++x)
            length += image.pixelColor(x, 4) == tokens.healthy;
        QVERIFY2(std::abs(length - pixels) <= 2, qPrintable(QString::number(length)));
    }

    void theCostOfAnActionIsRed()
    {
        const Theme &tokens = theme(ThemeMode::Dark);
        QImage image(200, 8, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        paintBudgetBar(painter, image.rect(), 0.88, State::Healthy, tokens, {}, 0.80);
        painter.end();
        QCOMPARE(image.pixelColor(168, 4), tokens.critical);
        QCOMPARE(image.pixelColor(100, 4), tokens.healthy);
        QCOMPARE(image.pixelColor(190, 4), tokens.track);
    }
};

WATCHFLOOR_TEST(TestFigures)
#include "tst_figures.moc"
