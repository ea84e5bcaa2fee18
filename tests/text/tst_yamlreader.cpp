#include "models/text/yaml.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestYamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypedValues()
    {
        YamlReader reader(QStringLiteral("f"));
        const YamlNode root = read("{n: 1.5e3, i: -7, b: yes, d: 1m30s, r: 0.1, p: 10%, l: [a, b], one: c, t: 12}");
        QCOMPARE(reader.number(root.at(QStringLiteral("n"))), 1500.0);
        QCOMPARE(reader.integer(root.at(QStringLiteral("i"))), -7);
        QCOMPARE(reader.boolean(root.at(QStringLiteral("b"))), true);
        QCOMPARE(reader.duration(root.at(QStringLiteral("d"))), std::chrono::milliseconds(90s));
        QCOMPARE(reader.ratio(root.at(QStringLiteral("r"))), 0.1);
        QCOMPARE(reader.ratio(root.at(QStringLiteral("p"))), 0.1);
        QCOMPARE(reader.texts(root.at(QStringLiteral("l"))), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(reader.texts(root.at(QStringLiteral("one"))), QStringList{QStringLiteral("c")});
        QCOMPARE(reader.text(root.at(QStringLiteral("t"))), QStringLiteral("12"));
        QVERIFY(reader.faults().empty());
    }

    void absentValuesAreTheFallback()
    {
        YamlReader reader(QStringLiteral("f"));
        const YamlNode absent = read("a: 1").at(QStringLiteral("b"));
        QCOMPARE(reader.number(absent, 3), 3.0);
        QCOMPARE(reader.integer(absent, 4), 4);
        QCOMPARE(reader.boolean(absent, true), true);
        QCOMPARE(reader.duration(absent, 5s), std::chrono::milliseconds(5s));
        QCOMPARE(reader.ratio(absent, 0.5), 0.5);
        QCOMPARE(reader.text(absent, QStringLiteral("x")), QStringLiteral("x"));
        QVERIFY(reader.texts(absent).isEmpty());
        QVERIFY(reader.faults().empty());
    }

    void refusesWrongTypes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("message");
        QTest::newRow("text as a number") << QByteArray("many") << QStringLiteral("number") << QStringLiteral("a number is expected, not \"many\"");
        QTest::newRow("quoted number") << QByteArray("'5'") << QStringLiteral("number") << QStringLiteral("a number is expected, not \"5\"");
        QTest::newRow("infinity") << QByteArray("inf") << QStringLiteral("number") << QStringLiteral("a number is expected, not \"inf\"");
        QTest::newRow("not a number") << QByteArray("nan") << QStringLiteral("number") << QStringLiteral("a number is expected, not \"nan\"");
        QTest::newRow("list as a number") << QByteArray("[1]") << QStringLiteral("number") << QStringLiteral("a number is expected, not a list");
        QTest::newRow("fraction") << QByteArray("1.5") << QStringLiteral("integer") << QStringLiteral("a whole number is expected, not \"1.5\"");
        QTest::newRow("too great") << QByteArray("99999999999") << QStringLiteral("integer") << QStringLiteral("a whole number is expected, not \"99999999999\"");
        QTest::newRow("word as a truth") << QByteArray("perhaps") << QStringLiteral("boolean") << QStringLiteral("true or false is expected, not \"perhaps\"");
        QTest::newRow("no unit") << QByteArray("15") << QStringLiteral("duration") << QStringLiteral("\"15\" is not a duration: units are y w d h m s ms, each once, largest first");
        QTest::newRow("map as a duration") << QByteArray("{a: 1}") << QStringLiteral("duration") << QStringLiteral("a duration is expected, not a map");
        QTest::newRow("per cent without a sign") << QByteArray("10") << QStringLiteral("ratio") << QStringLiteral("a ratio from 0 to 1, or per cent such as 10%, is expected, not \"10\"");
        QTest::newRow("negative ratio") << QByteArray("-1%") << QStringLiteral("ratio") << QStringLiteral("a ratio from 0 to 1, or per cent such as 10%, is expected, not \"-1%\"");
        QTest::newRow("map as a text") << QByteArray("{a: 1}") << QStringLiteral("text") << QStringLiteral("a text is expected, not a map");
        QTest::newRow("map as texts") << QByteArray("{a: 1}") << QStringLiteral("texts") << QStringLiteral("a list of texts is expected, not a map");
    }

    void refusesWrongTypes()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, type);
        QFETCH(QString, message);
        YamlReader reader(QStringLiteral("f"));
        const YamlNode node = read("a:\n  b: " + value + "\n").at(QStringLiteral("a")).at(QStringLiteral("b"));
        if (type == QLatin1String("number"))
            QCOMPARE(reader.number(node, 3), 3.0);
        else if (type == QLatin1String("integer"))
            QCOMPARE(reader.integer(node, 3), 3);
        else if (type == QLatin1String("boolean"))
            QCOMPARE(reader.boolean(node, true), true);
        else if (type == QLatin1String("duration"))
            QCOMPARE(reader.duration(node, 3s), std::chrono::milliseconds(3s));
        else if (type == QLatin1String("ratio"))
            QCOMPARE(reader.ratio(node, 0.3), 0.3);
        else if (type == QLatin1String("texts"))
            QVERIFY(reader.texts(node).isEmpty());
        else
            QCOMPARE(reader.text(node), QString());
        QCOMPARE(reader.faults().size(), size_t(1));
        QCOMPARE(reader.faults()[0], (Fault{QStringLiteral("f"), 2, 6, QStringLiteral("a.b"), message}));
    }

    void unknownKeysNameTheNearest_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("message");
        QTest::newRow("letter missing") << QByteArray("sevices") << QStringLiteral("unknown key \"sevices\"; did you mean \"services\"?");
        QTest::newRow("case") << QByteArray("Services") << QStringLiteral("unknown key \"Services\"; did you mean \"services\"?");
        QTest::newRow("plural") << QByteArray("slo") << QStringLiteral("unknown key \"slo\"; did you mean \"slos\"?");
        QTest::newRow("nothing near") << QByteArray("colour") << QStringLiteral("unknown key \"colour\"; known here: services, slos, wall");
    }

    void unknownKeysNameTheNearest()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, message);
        YamlReader reader(QStringLiteral("f"));
        reader.expectKeys(read("wall: 1\n" + key + ": 2\n"), {QStringLiteral("services"), QStringLiteral("slos"), QStringLiteral("wall")});
        QCOMPARE(reader.faults().size(), size_t(1));
        QCOMPARE(reader.faults()[0], (Fault{QStringLiteral("f"), 2, 1, QString::fromUtf8(key), message}));
    }

    void expectKeysWantsAMap()
    {
        YamlReader reader(QStringLiteral("f"));
        reader.expectKeys(read("[1]"), {QStringLiteral("a")});
        QCOMPARE(reader.faults()[0].message, QStringLiteral("a map is expected, not a list"));
    }

    void requireSaysWhatIsMissing()
    {
        YamlReader reader(QStringLiteral("f"));
        const YamlNode root = read("a: {x: 1}\nb:\nc: text\n");
        QCOMPARE(reader.require(root.at(QStringLiteral("a")), QStringLiteral("x")).scalar(), QStringLiteral("1"));
        QVERIFY(reader.require(root.at(QStringLiteral("a")), QStringLiteral("y")).isNull());
        QVERIFY(reader.require(root, QStringLiteral("b")).isNull());
        QVERIFY(reader.require(root.at(QStringLiteral("c")), QStringLiteral("z")).isNull());
        QCOMPARE(reader.faults().size(), size_t(3));
        QCOMPARE(reader.faults()[0].toString(), QStringLiteral("f:1:4: a: \"y\" is missing"));
        QCOMPARE(reader.faults()[1].toString(), QStringLiteral("f:2:1: b: \"b\" is empty"));
        QCOMPARE(reader.faults()[2].toString(), QStringLiteral("f:3:4: c: a map with \"z\" is expected, not a text"));
    }

private:
    YamlNode read(const QByteArray &text)
    {
        const YamlFile file = readYaml(text, QStringLiteral("f"));
        return file.documents.empty() ? YamlNode() : file.documents[0];
    }
};

WATCHFLOOR_TEST(TestYamlReader)
#include "tst_yamlreader.moc"
