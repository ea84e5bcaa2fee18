#include "models/process/outputcleaner.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestOutputCleaner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingButTextRemains_data();
    void nothingButTextRemains();
};

void TestOutputCleaner::nothingButTextRemains_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("one\ttwo\n") << QStringLiteral("one\ttwo\n");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("colours") << QByteArray("\x1b[1;31mred\x1b[0m text") << QStringLiteral("red text");
    QTest::newRow("window title, bell") << QByteArray("\x1b]0;owned\x07ok") << QStringLiteral("ok");
    QTest::newRow("hyperlink, terminator") << QByteArray("\x1b]8;;file:///etc\x1b\\click\x1b]8;;\x1b\\") << QStringLiteral("click");
    QTest::newRow("title never closed") << QByteArray("\x1b]0;endless\nnext") << QStringLiteral("next");
    QTest::newRow("charset") << QByteArray("\x1b(Bx") << QStringLiteral("x");
    QTest::newRow("eight-bit CSI") << QByteArray("\xc2\x9b" "31mred") << QStringLiteral("red");
    QTest::newRow("control characters") << QByteArray("a\0\b\x7f" "b\x05", 6) << QStringLiteral("ab");
    QTest::newRow("progress bar") << QByteArray("10%\r20%\r\ndone\n") << QStringLiteral("10%\n20%\ndone\n");
    QTest::newRow("bad UTF-8") << QByteArray("a\xff\xfe" "b") << QStringLiteral("a\uFFFD\uFFFDb");
    QTest::newRow("UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f \xe2\x82\xac") << QStringLiteral("grüß €");
}

void TestOutputCleaner::nothingButTextRemains()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    OutputCleaner whole;
    QCOMPARE(whole.clean(bytes), text);
    // Wherever a pipe cuts, the text is the same.
    OutputCleaner pieces;
    QString joined;
    for (const char byte : bytes)
        joined += pieces.clean(QByteArrayView(&byte, 1));
    QCOMPARE(joined, text);
}

WATCHFLOOR_TEST(TestOutputCleaner)
#include "tst_outputcleaner.moc"
