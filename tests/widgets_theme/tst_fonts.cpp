#include "tests/support/testregistry.h"
#include "widgets/theme/fonts.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Watchfloor;

class TestFonts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDigitTakesTheSameRoom_data()
    {
        QTest::addColumn<QString>("narrow");
        QTest::addColumn<QString>("wide");
        QTest::newRow("three digits") << u"111"_qs << u"888"_qs;
        QTest::newRow("decimals") << u"1.11 %"_qs << u"4.80 %"_qs;
        QTest::newRow("clock") << u"11:11:11"_qs << u"08:56:40"_qs;
    }
    void everyDigitTakesTheSameRoom()
    {
        QFETCH(QString, narrow);
        QFETCH(QString, wide);
        for (const TextSize size : {TextSize::Small, TextSize::Body, TextSize::Figure, TextSize::Wall})
            QCOMPARE(tabularWidth(textFont(size), narrow), tabularWidth(textFont(size), wide));
    }

    void drawnWidthIsTheMeasuredOne()
    {
        QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        painter.setFont(textFont(TextSize::Title));
        QCOMPARE(drawTabular(painter, QPointF(0, 30), u"3:12 min"_qs), tabularWidth(painter.font(), u"3:12 min"_qs));
    }

    void tooWideTextEndsInAnEllipsis()
    {
        QImage image(60, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(textFont());
        drawTabular(painter, QRectF(0, 0, 40, 20), Qt::AlignLeft, u"1234567890 1234567890"_qs);
        painter.end();
        for (int x = 44; x < 60; ++x)
            for (int y = 0; y < 20; ++y)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
    }

    void scaleMultipliesTheSize()
    {
        QCOMPARE(textFont(TextSize::Figure, QFont::Bold, 2).pixelSize(), 56);
        QCOMPARE(textFont(TextSize::Body).pixelSize(), 13);
    }
};

WATCHFLOOR_TEST(TestFonts)
#include "tst_fonts.moc"
