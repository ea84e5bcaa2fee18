#include "tests/support/testregistry.h"
#include "widgets/theme/icons.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Watchfloor;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconDrawsInsideItsGrid()
    {
        QVERIFY(iconNames().size() >= 90);
        for (const QString &name : iconNames()) {
            const QImage image = iconPixmap(name, Qt::red, 24).toImage().convertToFormat(QImage::Format_ARGB32);
            int covered = 0;
            int edge = 0;
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x) {
                    const bool ink = qAlpha(image.pixel(x, y)) > 64;
                    covered += ink;
                    edge += ink && (x == 0 || y == 0 || x == 23 || y == 23);
                }
            }
            QVERIFY2(covered > 12, qPrintable(name));
            QVERIFY2(edge == 0, qPrintable(name));
        }
    }

    void theColourIsTheOneAskedFor()
    {
        const QImage image = iconPixmap(u"stop"_qs, QColor(0x12, 0x34, 0x56), 24).toImage();
        QCOMPARE(image.pixelColor(12, 12), QColor(0x12, 0x34, 0x56));
    }

    void anUnknownNameIsNull()
    {
        QVERIFY(icon(u"no-such-icon"_qs, Qt::white).isNull());
        QVERIFY(!icon(u"lock"_qs, theme(ThemeMode::Dark)).isNull());
    }

    void thePixelRatioGivesSharperPixels()
    {
        const QPixmap pixmap = iconPixmap(u"lock"_qs, Qt::white, 16, 2);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

WATCHFLOOR_TEST(TestIcons)
#include "tst_icons.moc"
