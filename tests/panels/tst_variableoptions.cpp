#include "models/panels/variableoptions.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// "text=value" where they differ.
QStringList written(const VariableOptions &options)
{
    QStringList texts;
    for (const Variable::Option &option : options)
        texts.append(option.text == option.value ? option.text : option.text + u'=' + option.value);
    return texts;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestVariableOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void custom_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("values") << u"a,b, c ,d e"_s << QStringList({u"a"_s, u"b"_s, u"c"_s, u"d e"_s});
        QTest::newRow("texts") << u"Prod : p, Test: t, x :y"_s << QStringList({u"Prod=p"_s, u"Test: t"_s, u"x :y"_s});
        QTest::newRow("the last colon") << u"a : b : c"_s << QStringList({u"a : b=c"_s});
        QTest::newRow("escaped comma") << u"a\\,b,c"_s << QStringList({u"a,b"_s, u"c"_s});
        QTest::newRow("escaped comma in a text") << u"A\\, B : v\\,w"_s << QStringList({u"A, B=v,w"_s});
        QTest::newRow("list") << u"[{\"text\":\"A\",\"value\":\"1\"},{\"value\":2}]"_s << QStringList({u"A=1"_s, u"2"_s});
        QTest::newRow("broken list") << u"[{\"text\":"_s << QStringList();
        QTest::newRow("empty") << u""_s << QStringList();
    }
    void custom()
    {
        QFETCH(QString, text);
        QTEST(written(customOptions(text)), "expected");
    }

    void intervals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << u"1m,10m, 1h"_s << words("1m 10m 1h");
        QTest::newRow("quoted") << u"\"1m\",'1 h'"_s << QStringList({u"1m"_s, u"1 h"_s});
        QTest::newRow("auto is no interval") << u"auto,1m"_s << words("1m");
        QTest::newRow("empty") << u""_s << QStringList();
    }
    void intervals()
    {
        QFETCH(QString, text);
        QTEST(written(intervalOptions(text)), "expected");
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << u""_s << words("b a b") << words("b a");
        QTest::newRow("found anywhere") << u"/ay/"_s << words("payment auth gateway") << words("payment gateway");
        QTest::newRow("without slashes it is the whole") << u"a.*"_s << words("auth payment") << words("auth");
        QTest::newRow("case") << u"/PAY/i"_s << words("payment auth") << words("payment");
        QTest::newRow("a group") << u"/instance=\"([^\"]+)\"/"_s << words("up{instance=\"a:1\"} up{instance=\"b:2\"} up{}") << words("a:1 b:2");
        QTest::newRow("groups of the same value") << u"/^([a-z]+)-/"_s << words("eu-1 eu-2 us-1") << words("eu us");
        QTest::newRow("named groups") << u"/(?<text>[a-z]+):(?<value>\\d+)/"_s << words("a:1 b:2") << words("a=1 b=2");
        QTest::newRow("a named text alone") << u"/(?<text>[a-z]+):\\d+/"_s << words("a:1") << words("a");
        QTest::newRow("a named value alone") << u"/[a-z]+:(?<value>\\d+)/"_s << words("a:1") << words("1");
        QTest::newRow("named groups in turn") << u"/(?<value>\\d+)|(?<text>[a-z]+)/g"_s << words("a1") << words("a=1");
        QTest::newRow("every match") << u"/([a-z])\\d/g"_s << words("a1b2") << words("a b");
        QTest::newRow("the first match") << u"/([a-z])\\d/"_s << words("a1b2") << words("a");
        QTest::newRow("no match") << u"/x/"_s << words("a b") << QStringList();
        QTest::newRow("a runaway ends") << u"/^(a+)+$/"_s << QStringList({QString(60, u'a') + u'!', u"aa"_s}) << words("aa");
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, texts);
        const auto options = matchingOptions(texts, pattern);
        QVERIFY(options.ok());
        QTEST(written(*options), "expected");
    }

    void whatIsNoPatternIsRefused_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("open group") << u"/(a/"_s;
        QTest::newRow("no end") << u"/abc"_s;
        QTest::newRow("unknown flag") << u"/abc/x"_s;
        QTest::newRow("bad class") << u"[z-a]"_s;
    }
    void whatIsNoPatternIsRefused()
    {
        QFETCH(QString, pattern);
        QVERIFY(!matchingOptions({u"a"_s}, pattern).ok());
    }

    void sorts_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("not") << 0 << words("b10 a B2 A b9 c");
        QTest::newRow("letters") << 1 << words("A B2 a b10 b9 c");
        QTest::newRow("letters down") << 2 << words("c b9 b10 a B2 A");
        QTest::newRow("numbers") << 3 << words("a A c B2 b9 b10");
        QTest::newRow("numbers down") << 4 << words("b10 b9 B2 c A a");
        QTest::newRow("either case") << 5 << words("a A b10 B2 b9 c");
        QTest::newRow("either case down") << 6 << words("c b9 B2 b10 A a");
        QTest::newRow("naturally") << 7 << words("a A B2 b9 b10 c");
        QTest::newRow("naturally down") << 8 << words("c b10 b9 B2 A a");
        QTest::newRow("unknown order") << 9 << words("b10 a B2 A b9 c");
        QTest::newRow("absurd order") << -4 << words("b10 a B2 A b9 c");
    }
    void sorts()
    {
        QFETCH(int, order);
        VariableOptions options;
        for (const QString &word : words("b10 a B2 A b9 c"))
            options.push_back({word, word});
        sortOptions(options, order);
        QTEST(written(options), "expected");
    }

    void automaticIntervals_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an hour") << 60 << 30 << u"10s"_s << u"2m"_s;
        QTest::newRow("five minutes") << 5 << 30 << u"10s"_s << u"10s"_s;
        QTest::newRow("no finer than that") << 5 << 100 << u"1m"_s << u"1m"_s;
        QTest::newRow("a week") << 10'080 << 30 << u"10s"_s << u"6h"_s;
        QTest::newRow("no least") << 60 << 30 << u"often"_s << u"2m"_s;
        QTest::newRow("no steps") << 60 << 0 << u"10s"_s << u"1h"_s;
    }
    void automaticIntervals()
    {
        QFETCH(int, minutes);
        QFETCH(int, count);
        QFETCH(QString, least);
        QTEST(automaticInterval(std::chrono::minutes(minutes), count, least), "expected");
    }
};

WATCHFLOOR_TEST(TestVariableOptions)
#include "tst_variableoptions.moc"
