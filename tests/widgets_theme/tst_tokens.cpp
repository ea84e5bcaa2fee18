#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

/// Colours, families and drawn charts have one place each; what is written elsewhere drifts from it.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsStandInTheirRoomOnly_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("room");
        QTest::newRow("colour numbers") << uR"(\bQColor\s*[({]\s*(0x|\d|"|u"|QStringLiteral))"_qs << u"theme"_qs;
        QTest::newRow("colour names") << uR"(\bQt::(red|green|blue|white|black|gray|darkGray|lightGray|yellow|cyan|magenta)\b)"_qs << u"theme"_qs;
        QTest::newRow("hexadecimal colours") << uR"x("#[0-9a-fA-F]{6}")x"_qs << u"theme"_qs;
        QTest::newRow("font families") << uR"(\bQFont\s*[({]\s*("|u"|QStringLiteral))"_qs << u"theme"_qs;
        QTest::newRow("Qt Charts") << uR"(#include <(QtCharts/|QChart|QLineSeries|QAreaSeries|QValueAxis|QDateTimeAxis))"_qs << u"charts"_qs;
    }
    void literalsStandInTheirRoomOnly()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, room);
        const QRegularExpression expression(pattern);
        QVERIFY(expression.isValid());
        const QString root = qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR");
        int read = 0;
        int own = 0;
        QStringList faults;
        for (const QString &storey : {u"/widgets"_qs, u"/app"_qs, u"/models"_qs}) {
            QDirIterator files(root + storey, {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++read;
                const bool found = expression.match(QString::fromUtf8(file.readAll())).hasMatch();
                const bool home = file.fileName().startsWith(root + u"/widgets/"_qs + room + u'/');
                own += found && home;
                if (found && !home)
                    faults << file.fileName().mid(root.size() + 1);
            }
        }
        QVERIFY(read > 100);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u' ')));
        if (room == u"charts" || QString::fromUtf8(QTest::currentDataTag()) == u"colour numbers")
            QVERIFY(own > 0); // the pattern still finds what it is made for
    }
};

WATCHFLOOR_TEST(TestTokens)
#include "tst_tokens.moc"
