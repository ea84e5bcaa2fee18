#include "models/promql/lexer.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

QStringList words(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QString::fromUtf8(text);
    return list;
}

} // namespace

class TestLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kinds");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("nothing") << "" << "" << QStringList();
        QTest::newRow("white space") << " \n\t" << "" << QStringList();
        QTest::newRow("a selector") << "up{job=\"a b\"}" << "IBIOTB" << words({"up", "{", "job", "=", "\"a b\"", "}"});
        QTest::newRow("a recorded name") << "job:up:sum" << "I" << words({"job:up:sum"});
        QTest::newRow("range and offset") << "x[5m] offset 1h30m" << "IBDBID" << words({"x", "[", "5m", "]", "offset", "1h30m"});
        QTest::newRow("subquery") << "x[5m:1m]" << "IBDCDB" << words({"x", "[", "5m", ":", "1m", "]"});
        QTest::newRow("subquery without a step") << "x[5m:]" << "IBDCB" << words({"x", "[", "5m", ":", "]"});
        QTest::newRow("numbers") << "1 2.5 .5 1e3 1E-3 0xFf" << "NNNNNN" << words({"1", "2.5", ".5", "1e3", "1E-3", "0xFf"});
        QTest::newRow("milliseconds are no minutes") << "10ms" << "D" << words({"10ms"});
        QTest::newRow("operators") << "a>=b!=c=~d!~e==f" << "IOIOIOIOIOI" << words({"a", ">=", "b", "!=", "c", "=~", "d", "!~", "e", "==", "f"});
        QTest::newRow("a comment") << "a # not \"this\n+ b" << "I#OI" << words({"a", "# not \"this", "+", "b"});
        QTest::newRow("an escaped quote") << "'it\\'s'" << "T" << words({"'it\\'s'"});
        QTest::newRow("a raw text") << "`a\\`" << "T" << words({"`a\\`"});
        QTest::newRow("an unclosed text") << "\"abc" << "!" << words({"\"abc"});
        QTest::newRow("a text ends with its line") << "\"abc\nx" << "!I" << words({"\"abc", "x"});
        QTest::newRow("what PromQL has not") << "a ; b" << "I!I" << words({"a", ";", "b"});
        QTest::newRow("letters of other scripts") << QString::fromUtf8("\xC3\xA4") << "!" << words({"\xC3\xA4"});
    }
    void readsTokens()
    {
        QFETCH(QString, text);
        QString kinds;
        QStringList texts;
        qsizetype last = 0;
        for (const PromToken &token : promTokens(text)) {
            kinds += QLatin1String("INDTOB,C#!")[qsizetype(token.kind)];
            texts << token.text.toString();
            QVERIFY(token.start >= last && token.end() <= text.size());
            QCOMPARE(text.mid(token.start, token.text.size()), token.text.toString());
            last = token.end();
        }
        QTEST(kinds, "kinds");
        QTEST(texts, "texts");
    }

    void resolvesEscapes_data()
    {
        QTest::addColumn<QString>("quoted");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "\"a\"" << "a";
        QTest::newRow("empty") << "\"\"" << "";
        QTest::newRow("new line and tab") << "\"a\\n\\t\"" << "a\n\t";
        QTest::newRow("a backslash") << "\"\\\\d\"" << "\\d";
        QTest::newRow("a quote") << "'\\''" << "'";
        QTest::newRow("hexadecimal") << "\"\\x41\\u00e4\"" << QString::fromUtf8("A\xC3\xA4");
        QTest::newRow("beyond sixteen bits") << "\"\\U0001F600\"" << QString::fromUcs4(U"\U0001F600");
        QTest::newRow("raw") << "`\\n`" << "\\n";
        QTest::newRow("cut hexadecimal stays") << "\"\\u00\"" << "u00";
    }
    void resolvesEscapes()
    {
        QFETCH(QString, quoted);
        QTEST(promText(quoted), "text");
    }
};

WATCHFLOOR_TEST(TestLexer)
#include "tst_lexer.moc"
