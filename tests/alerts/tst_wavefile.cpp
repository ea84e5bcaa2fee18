#include "models/alerts/wavefile.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {
QByteArray number(quint64 value, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text += char(value >> (8 * i) & 0xff);
    return text;
}

struct Shape
{
    int format = 1;
    int channels = 1;
    int rate = 22'050;
    int bits = 16;
    qsizetype samples = 22'050;
    QByteArray before = {}; ///< chunks between the format and the samples
};

QByteArray wave(const Shape &shape)
{
    const int frame = shape.channels * shape.bits / 8;
    const QByteArray format = "fmt " + number(16, 4) + number(shape.format, 2) + number(shape.channels, 2) + number(shape.rate, 4) + number(shape.rate * frame, 4)
                              + number(frame, 2) + number(shape.bits, 2);
    const QByteArray body = "WAVE" + format + shape.before + "data" + number(shape.samples * frame, 4) + QByteArray(shape.samples * frame, '\0');
    return "RIFF" + number(body.size(), 4) + body;
}
}

class TestWaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("lengthMs"); // negative: refused
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("one second") << wave({}) << 1000 << Error::Kind::Io;
        QTest::newRow("stereo") << wave({.channels = 2}) << 1000 << Error::Kind::Io;
        QTest::newRow("8 bits") << wave({.bits = 8}) << 1000 << Error::Kind::Io;
        QTest::newRow("an odd chunk before") << wave({.before = "LIST" + number(3, 4) + "abc" + number(0, 1)}) << 1000 << Error::Kind::Io;
        QTest::newRow("something behind") << wave({}) + "more" << 1000 << Error::Kind::Io;
        QTest::newRow("empty") << QByteArray() << -1 << Error::Kind::NotExpected;
        QTest::newRow("text") << QByteArray(100, 'a') << -1 << Error::Kind::NotExpected;
        QTest::newRow("another RIFF") << wave({}).replace("WAVE", "AVI ") << -1 << Error::Kind::NotExpected;
        QTest::newRow("floats") << wave({.format = 3, .bits = 16}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("MP3 inside") << wave({.format = 0x55}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("six channels") << wave({.channels = 6}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("no channel") << wave({.channels = 0}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("24 bits") << wave({.bits = 24}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("no rate") << wave({.rate = 0}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("a rate beyond all") << wave({.rate = 2'000'000'000}) << -1 << Error::Kind::Unsupported;
        QTest::newRow("no samples") << wave({.samples = 0}) << -1 << Error::Kind::Truncated;
        QTest::newRow("cut") << wave({}).chopped(1) << -1 << Error::Kind::Truncated;
        QTest::newRow("no format") << wave({}).replace("fmt ", "abcd") << -1 << Error::Kind::Malformed;
        QTest::newRow("a chunk longer than the file") << wave({.before = "LIST" + number(0xffffffff, 4)}) << -1 << Error::Kind::Truncated;
        QTest::newRow("a minute") << wave({.rate = 8'000, .bits = 8, .samples = 480'000}) << -1 << Error::Kind::TooLarge;
    }
    void whatIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, lengthMs);
        QFETCH(Error::Kind, kind);
        const auto read = readWave(bytes);
        QCOMPARE(read.ok(), lengthMs >= 0);
        if (read)
            QCOMPARE(int(read->length.count()), lengthMs);
        else
            QCOMPARE(read.error().kind, kind);
    }

    void everyPrefixIsRefused()
    {
        const QByteArray whole = wave({.samples = 50});
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!readWave(QByteArrayView(whole).first(size)));
    }

    void onlyOrdinaryFilesAreOpened()
    {
        const QTemporaryDir folder;
        const QString good = folder.filePath(u"good.wav"_s);
        QFile file(good);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wave({}));
        file.close();
        QVERIFY(checkWaveFile(good));
        const QString pipe = folder.filePath(u"pipe.wav"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(checkWaveFile(pipe).error().kind, Error::Kind::NotExpected);
        QCOMPARE(checkWaveFile(u"/dev/zero"_s).error().kind, Error::Kind::NotExpected);
        QCOMPARE(checkWaveFile(folder.path()).error().kind, Error::Kind::NotExpected);
        QCOMPARE(checkWaveFile(folder.filePath(u"none.wav"_s)).error().kind, Error::Kind::NotFound);
        const QString huge = folder.filePath(u"huge.wav"_s);
        QFile large(huge);
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(5 * 1024 * 1024));
        QCOMPARE(checkWaveFile(huge).error().kind, Error::Kind::TooLarge);
        QCOMPARE(checkWaveFile(huge).error().where, huge);
    }

    /// The program's own sounds stand up to what it asks of others.
    void theBuiltInSoundsAreGood_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"siren"_s, u"knock"_s, u"chime"_s, u"pulse"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void theBuiltInSoundsAreGood()
    {
        QFETCH(QString, name);
        const auto read = checkWaveFile(qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR") + u"/resources/sounds/"_s + name + u".wav"_s);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
        QVERIFY(read->length >= std::chrono::milliseconds(200) && read->length <= std::chrono::seconds(2));
    }
};

WATCHFLOOR_TEST(TestWaveFile)
#include "tst_wavefile.moc"
