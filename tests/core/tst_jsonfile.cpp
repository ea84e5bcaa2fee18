#include "models/core/format.h"
#include "models/core/jsonfile.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestJsonFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const QString path = m_folder.filePath(u"written.json"_s);
        nlohmann::json document{{"who", "mk"}, {"at", 1'795'230'764'000}};
        document["labels"] = {{"service", "payment"}, {"pods", 3}};
        document["torn"] = std::string("a\xff");
        QVERIFY(replaceJsonFile(path, document).ok());
        const auto read = readJsonFile(path, 1'000);
        QVERIFY(read.ok());
        QCOMPARE(stringAt(*read, "who"), u"mk"_s);
        QCOMPARE(stringAt(*read, "torn"), u"a\uFFFD"_s);
        QCOMPARE(wallTimeAt(*read, "at"), std::optional(WallTime(std::chrono::milliseconds(1'795'230'764'000))));
        QCOMPARE(labelsAt(*read, "labels"), Labels({{u"service"_s, u"payment"_s}}));
        QVERIFY(labelsAt(*read, "who").isEmpty());
        QVERIFY(!wallTimeAt(*read, "who"));
        QVERIFY(stringAt(*read, "at").isEmpty());
        QVERIFY(stringAt(*read, "absent").isEmpty());
    }

    void whatIsNotThereIsNull()
    {
        const auto read = readJsonFile(m_folder.filePath(u"absent.json"_s), 1'000);
        QVERIFY(read.ok());
        QVERIFY(read->is_null());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("torn") << QByteArray("{\"a\":") << int(Error::Kind::Malformed);
        QTest::newRow("empty") << QByteArray() << int(Error::Kind::Malformed);
        QTest::newRow("null") << QByteArray("null") << int(Error::Kind::Malformed);
        QTest::newRow("too large") << QByteArray("[1,2,3,4,5,6,7]") << int(Error::Kind::Io);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const QString path = m_folder.filePath(u"bad.json"_s);
        writeFile(path, text);
        const auto read = readJsonFile(path, 10);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().kind), kind);
        QCOMPARE(read.error().where, path);
    }

    void aListIsAListOrNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("no file") << QByteArray() << 0;
        QTest::newRow("empty") << QByteArray("[]") << 0;
        QTest::newRow("two") << QByteArray("[1, {}]") << 2;
        QTest::newRow("an object") << QByteArray("{}") << -1;
        QTest::newRow("a text") << QByteArray("\"[]\"") << -1;
        QTest::newRow("torn") << QByteArray("[1,") << -1;
    }
    void aListIsAListOrNothing()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, count);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.json"_s);
        if (!text.isNull())
            writeFile(path, text);
        const auto read = readJsonList(path, 1'000);
        QCOMPARE(read.ok(), count >= 0);
        if (read)
            QCOMPARE(int(read->size()), count);
        else
            QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }

    void aFileThatIsTooLargeSaysWhatToDo()
    {
        const QString path = m_folder.filePath(u"large.json"_s);
        writeFile(path, QByteArray(3'000'000, ' '));
        const auto read = readJsonFile(path, 1 << 20);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().detail, u"it has 2.9 MiB, and at most 1.0 MiB are read; move it away, and it is begun anew"_s);
        QVERIFY2(Format::sentence(read.error()).contains(u"2.9 MiB"), qPrintable(Format::sentence(read.error())));
    }

private:
    QTemporaryDir m_folder;
};

WATCHFLOOR_TEST(TestJsonFile)
#include "tst_jsonfile.moc"
