#include "models/text/yaml.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {
QString faultsOf(const YamlFile &file)
{
    QStringList lines;
    for (const Fault &fault : file.faults)
        lines.append(fault.toString());
    return lines.join(QLatin1Char('\n'));
}

YamlNode only(const QByteArray &text)
{
    const YamlFile file = readYaml(text, QStringLiteral("f"));
    return file.faults.empty() && file.documents.size() == 1 ? file.documents[0] : YamlNode();
}

QByteArray aliasBomb(int levels)
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level <= levels; ++level) {
        const QByteArray below = "*a" + QByteArray::number(level - 1);
        const QByteArray name = "a" + QByteArray::number(level);
        text += name + ": &" + name + " [" + QByteArrayList(10, below).join(", ") + "]\n";
    }
    return text;
}
}

class TestYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNodesWithTheirPlaces()
    {
        const YamlNode root = only("workspace: Shop\nsources:\n  - name: main\n    prometheus: {url: http://localhost, interval: 15s}\n"
                                   "  - name: \"10\"\n");
        QCOMPARE(root.keys(), (QStringList{QStringLiteral("workspace"), QStringLiteral("sources")}));
        const auto sources = root.at(QStringLiteral("sources")).items();
        QCOMPARE(sources.size(), size_t(2));
        const YamlNode url = sources[0].at(QStringLiteral("prometheus")).at(QStringLiteral("url"));
        QCOMPARE(url.scalar(), QStringLiteral("http://localhost"));
        QCOMPARE(url.path(), QStringLiteral("sources[0].prometheus.url"));
        QCOMPARE(url.line(), 4);
        QCOMPARE(url.column(), 23);
        const YamlNode key = sources[0].at(QStringLiteral("prometheus")).keyNode(QStringLiteral("url"));
        QCOMPARE(key.line(), 4);
        QCOMPARE(key.column(), 18);
        QCOMPARE(key.path(), url.path());
        QVERIFY(sources[1].at(QStringLiteral("name")).isQuoted());
        QVERIFY(!sources[0].at(QStringLiteral("name")).isQuoted());
    }

    void countsColumnsInCharacters()
    {
        const YamlNode root = only("{\"\xd0\xb3\xd0\xbe\xd1\x81\xd1\x82\": room}\n");
        const YamlNode room = root.at(QString::fromUtf8("гост"));
        QCOMPARE(room.scalar(), QStringLiteral("room"));
        QCOMPARE(room.column(), 10);
    }

    void absentKeysAreNullWithThePlaceOfTheMap()
    {
        const YamlNode root = only("a:\n  b: 1\n");
        const YamlNode absent = root.at(QStringLiteral("a")).at(QStringLiteral("c"));
        QVERIFY(absent.isNull());
        QCOMPARE(absent.line(), 2);
        QCOMPARE(absent.path(), QStringLiteral("a"));
        QVERIFY(!root.has(QStringLiteral("c")));
        QVERIFY(YamlNode().at(QStringLiteral("x")).isNull());
    }

    void readsSeveralDocuments()
    {
        const YamlFile file = readYaml("# one\na: 1\n---\nb: 2\n...\n# bare\nc: 3\n", QStringLiteral("f"));
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(file.documents.size(), size_t(3));
        QCOMPARE(file.documents[2].at(QStringLiteral("c")).scalar(), QStringLiteral("3"));
        QCOMPARE(readYaml("", QStringLiteral("f")).documents.size(), size_t(0));
        QCOMPARE(readYaml("# only a comment\n", QStringLiteral("f")).documents.size(), size_t(0));
    }

    void followsAliasesAndMergeKeys()
    {
        const YamlNode root = only("base: &base {a: 1, b: 2}\nx: *base\ny: {<<: *base, b: 3}\nz: {<<: [*base, {c: 4}]}\nq: {\"<<\": 1}\n");
        QCOMPARE(root.at(QStringLiteral("x")).at(QStringLiteral("b")).scalar(), QStringLiteral("2"));
        QCOMPARE(root.at(QStringLiteral("x")).at(QStringLiteral("b")).path(), QStringLiteral("x.b"));
        QCOMPARE(root.at(QStringLiteral("y")).at(QStringLiteral("a")).scalar(), QStringLiteral("1"));
        QCOMPARE(root.at(QStringLiteral("y")).at(QStringLiteral("b")).scalar(), QStringLiteral("3"));
        QCOMPARE(root.at(QStringLiteral("z")).at(QStringLiteral("c")).scalar(), QStringLiteral("4"));
        QVERIFY(root.at(QStringLiteral("q")).has(QStringLiteral("<<")));
    }

    void largeMapsFindTheirKeys()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += "key" + QByteArray::number(i) + ": " + QByteArray::number(i) + "\n";
        const YamlNode root = only(text);
        QCOMPARE(root.keys().size(), 20'000);
        for (int i = 0; i < 20'000; ++i)
            QCOMPARE(root.at(QStringLiteral("key%1").arg(i)).scalar(), QString::number(i));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("duplicate key") << QByteArray("a: 1\nb:\n  c: 1\n  c: 2\n")
                                       << QStringLiteral("f:4:3: b: \"c\" stands here a second time, first in line 3");
        QTest::newRow("two duplicates at once")
            << QByteArray("a: 1\na: 2\nb: 1\nb: 2\n")
            << QStringLiteral("f:2:1: \"a\" stands here a second time, first in line 1\n"
                              "f:4:1: \"b\" stands here a second time, first in line 3");
        QTest::newRow("tag") << QByteArray("a: [1, !!python/object x]\n")
                             << QStringLiteral("f:1:8: a[1]: tags are not read: tag:yaml.org,2002:python/object");
        QTest::newRow("local tag on nothing") << QByteArray("a: !secret\n") << QStringLiteral("f:1:4: a: tags are not read: !secret");
        QTest::newRow("list as a key") << QByteArray("? [1, 2]\n: x\n") << QStringLiteral("f:1:3: a key must be a text");
        QTest::newRow("self alias") << QByteArray("a: &a [1, *a]\n")
                                    << QStringLiteral("f:1:11: a[1]: an alias refers to the value that holds it");
        QTest::newRow("unknown alias") << QByteArray("a: *b\n") << QStringLiteral("f:1:4: a: not valid YAML: the referenced anchor is not defined");
        QTest::newRow("open list") << QByteArray("a: [1, 2\nb: 1\n")
                                   << QStringLiteral("f:2:2: a[2]: not valid YAML: end of sequence flow not found");
        QTest::newRow("tab") << QByteArray("a:\n\t- b\n") << QStringLiteral("f:2:2: a: not valid YAML: illegal block entry");
        QTest::newRow("text after the document") << QByteArray("\"a\"\n\"b\"\n")
                                                 << QStringLiteral("f:2:1: not valid YAML: unexpected text after the end of the document");
        QTest::newRow("end of file mark of yaml-cpp") << QByteArray("a: 1\nb: \x04\nc: 1\n")
                                                      << QStringLiteral("f:2:4: a character that YAML does not allow (byte 0x04)");
        QTest::newRow("not UTF-8") << QByteArray("a: 1\nb: x\xff\n")
                                   << QStringLiteral("f:2:5: a character that YAML does not allow (byte 0xff)");
        QTest::newRow("merge of a text") << QByteArray("{<<: x}\n") << QStringLiteral("f:1:2: << takes a map or a list of maps");
        QTest::newRow("alias bomb") << aliasBomb(10) << QStringLiteral("f:4:45: a3[7]: aliases multiply to more than 10000 values");
        QTest::newRow("too large") << QByteArray(4 * 1024 * 1024 + 1, ' ') << QStringLiteral("f: the file is larger than 4 MiB");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        QCOMPARE(faultsOf(readYaml(text, QStringLiteral("f"))), fault);
    }

    void refusesDepth_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray block;
        for (int i = 0; i < 100; ++i)
            block += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("100 levels of block maps") << block;
        QTest::newRow("65 levels of lists") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("100,000 brackets") << QByteArray(100'000, '[');
        QTest::newRow("a million lists of text and list") << QByteArray("[a,").repeated(1'000'000);
        QTest::newRow("100,000 dashes") << QByteArray("- ").repeated(100'000);
    }

    void refusesDepth()
    {
        QFETCH(QByteArray, text);
        const YamlFile file = readYaml(text, QStringLiteral("f"));
        QCOMPARE(file.faults.size(), size_t(1));
        QVERIFY2(file.faults[0].message.contains(QLatin1String("nested deeper than 64")), qPrintable(faultsOf(file)));
        QVERIFY(file.faults[0].line > 0);
    }

    void acceptsSixtyFourLevels()
    {
        QCOMPARE(faultsOf(readYaml(QByteArray(64, '[') + QByteArray(64, ']'), QStringLiteral("f"))), QString());
    }

    void refusesTooManyValues()
    {
        const YamlFile file = readYaml("[" + QByteArray("a,").repeated(2'000'000) + "]", QStringLiteral("f"));
        QCOMPARE(file.faults.size(), size_t(1));
        QVERIFY(file.faults[0].message.contains(QLatin1String("more than 400000 values")));
    }

    void keepsWhatStoodBeforeAnError()
    {
        const YamlFile file = readYaml("a: 1\n---\nb: [\n", QStringLiteral("f"));
        QCOMPARE(file.documents.size(), size_t(1));
        QCOMPARE(file.faults.size(), size_t(1));
        QVERIFY(file.faults[0].line >= 3);
    }

    void everyCutOfADocumentEnds()
    {
        const QByteArray text = "a: &x {b: [1, \"two\", 'three'], c: |\n  text\n}\nd: *x\n---\n? e\n: >-\n  folded\n%TAG ! x\n...\n";
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const YamlFile file = readYaml(text.left(length), QStringLiteral("f"));
            QVERIFY(file.documents.size() <= 4);
            for (const Fault &fault : file.faults)
                QVERIFY(fault.line > 0);
        }
    }
};

WATCHFLOOR_TEST(TestYaml)
#include "tst_yaml.moc"
