#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "widgets/desk/trayicon.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <set>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {
QImage drawn(const TrayFace &face, int size)
{
    return trayIcon(face).pixmap(size).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// How far the pixels of a part are from dark to light, 0 to 1: digits on their ground.
double contrastIn(const QImage &image, const QRect &part)
{
    int lightest = 0;
    int darkest = 255;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255) {
                lightest = std::max(lightest, qGray(image.pixel(x, y)));
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
            }
    return double(lightest - darkest) / 255;
}
}

class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyFaceIsTold_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 22, 24, 32, 48, 64})
            QTest::newRow(qPrintable(QString::number(size))) << size;
    }
    void everyFaceIsTold()
    {
        QFETCH(int, size);
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            std::set<QByteArray> faces;
            int made = 0;
            for (const State state : allStates)
                for (const int count : {0, 1, 2, 3, 8, 9, 10, 42, 99, 100})
                    for (const bool muted : {false, true}) {
                        const QImage image = drawn({state, count, muted, mode}, size);
                        QCOMPARE(image.width(), size);
                        faces.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
                        ++made;
                    }
            QCOMPARE(int(faces.size()), made);
        }
    }

    void theDigitsStandOut_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 7, 12, 88, 250})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void theDigitsStandOut()
    {
        QFETCH(int, count);
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
            QVERIFY(contrastIn(drawn({State::Critical, count, false, mode}, 22), QRect(12, 12, 10, 10)) > 0.7);
    }

    void aSheetForTheEye()
    {
        const QList<int> counts{0, 1, 7, 12, 88, 250};
        QImage sheet(26 * 12, 26 * 10, QImage::Format_ARGB32);
        sheet.fill(Qt::gray);
        QPainter painter(&sheet);
        int row = 0;
        for (const State state : allStates)
            for (const bool muted : {false, true}) {
                for (int i = 0; i < 12; ++i)
                    painter.drawImage(QPoint(26 * i + 2, 26 * row + 2), drawn({state, counts.at(i % 6), muted, i < 6 ? ThemeMode::Dark : ThemeMode::Light}, 22));
                ++row;
            }
        painter.end();
        QVERIFY(keepPicture(sheet.scaled(sheet.size() * 3), u"tray-icons"_s));
    }
};

WATCHFLOOR_TEST(TestTrayIcon)
#include "tst_trayicon.moc"
