#include "models/core/format.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void countdowns_data();
    void countdowns();
    void ratios_data();
    void ratios();
    void times();
    void namesOfEnums();
    void safeText_data();
    void safeText();
    void safeTextCutsWholeCharacters();
};

void TestFormat::spans_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("brief");
    QTest::newRow("nothing") << qint64(0) << u"0 s"_s << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s << u"59 s"_s;
    QTest::newRow("minute") << qint64(72) << u"1 min 12 s"_s << u"1 min"_s;
    QTest::newRow("hours") << qint64(22'320) << u"6 h 12 min"_s << u"6 h"_s;
    QTest::newRow("days") << qint64(273'600) << u"3 d 4 h"_s << u"3 d"_s;
    QTest::newRow("no gap between units") << qint64(86'700) << u"1 d"_s << u"1 d"_s;
    QTest::newRow("negative reads as its length") << qint64(-72) << u"1 min 12 s"_s << u"1 min"_s;
}

void TestFormat::spans()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QFETCH(QString, brief);
    QCOMPARE(Format::span(std::chrono::seconds(seconds)), text);
    QCOMPARE(Format::shortSpan(std::chrono::seconds(seconds)), brief);
}

void TestFormat::countdowns_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("minutes") << qint64(192'000) << u"3:12"_s;
    QTest::newRow("hours") << qint64(3'729'000) << u"1:02:09"_s;
    QTest::newRow("zero") << qint64(999) << u"0:00"_s;
    QTest::newRow("over") << qint64(-61'000) << u"\u22121:01"_s;
}

void TestFormat::countdowns()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(Format::countdown(std::chrono::milliseconds(milliseconds)), text);
}

void TestFormat::ratios_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QString>("text");
    QTest::newRow("far nines") << 0.9998836 << u"99.9884"_s;
    QTest::newRow("an objective") << 0.999 << u"99.9\u202F"_s;
    QTest::newRow("whole") << 1.0 << u"100"_s;
    QTest::newRow("nothing") << 0.0 << u"0"_s;
    QTest::newRow("half") << 0.5 << u"50\u202F"_s;
    QTest::newRow("not a number") << std::nan("") << u"NaN"_s;
    QTest::newRow("below nothing") << -0.25 << u"-25\u202F"_s;
}

void TestFormat::ratios()
{
    QFETCH(double, ratio);
    QFETCH(QString, text);
    const QString shown = Format::ratio(ratio);
    QVERIFY2(shown.startsWith(text), qPrintable(shown));
    QVERIFY(std::isnan(ratio) || shown.endsWith(u'%'));
    QCOMPARE(Format::ratio(0.12345, 1), u"12.3\u202F%"_s);
}

void TestFormat::times()
{
    const WallTime time(1'795'230'764'000ms); // 2026-11-21 03:12:44 UTC
    QCOMPARE(Format::isoTime(time), u"2026-11-21 03:12:44 UTC"_s);
    QCOMPARE(Format::clockTime(time, true), u"03:12:44"_s);
    QCOMPARE(Format::shortTime(time), u"03:12"_s);
    QCOMPARE(Format::moment(time, time + 1h), u"03:12:44"_s);
    QCOMPARE(Format::moment(time - 24h * 9, time), u"12 Nov 03:12"_s);
    QVERIFY(Format::moment(time - 24h * 400, time).contains(u"2025"));
    QCOMPARE(Format::day(time), u"21 Nov"_s);
}

void TestFormat::namesOfEnums()
{
    QSet<QString> names;
    for (const State state : allStates)
        names.insert(Format::state(state));
    for (const Severity severity : allSeverities)
        names.insert(Format::severity(severity));
    QCOMPARE(names.size(), 8); // Critical and Warning are a state and a severity
    QSet<QString> marks;
    for (int kind = 0; kind <= int(Mark::Kind::Note); ++kind)
        marks.insert(Format::markKind(Mark::Kind(kind)));
    QCOMPARE(marks.size(), int(Mark::Kind::Note) + 1);
}

void TestFormat::safeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"payment <b>is</b> down"_s << u"payment <b>is</b> down"_s;
    QTest::newRow("lines become blanks") << u"a\nb\tc\rd"_s << u"a b c d"_s;
    QTest::newRow("escape is visible") << u"a\x1B[31m"_s << u"a\u241B[31m"_s;
    QTest::newRow("nul is visible") << QString(QChar(0)) << u"\u2400"_s;
    QTest::newRow("delete is visible") << u"\x7F"_s << u"\u2421"_s;
    QTest::newRow("bidi override") << u"a\u202Eb"_s << u"a\u27E8U+202E\u27E9b"_s;
    QTest::newRow("zero width") << u"a\u200Bb"_s << u"a\u27E8U+200B\u27E9b"_s;
    QTest::newRow("soft hyphen") << u"a\u00ADb"_s << u"a\u27E8U+00AD\u27E9b"_s;
    QTest::newRow("C1 control") << u"a\u009Bb"_s << u"a\u27E8U+009B\u27E9b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\u27E8U+2028\u27E9b"_s;
    QTest::newRow("letters of the world") << u"Zahlung prüfen 支払い"_s << u"Zahlung prüfen 支払い"_s;
}

void TestFormat::safeText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(Format::safeText(text), shown);
}

void TestFormat::safeTextCutsWholeCharacters()
{
    QCOMPARE(Format::safeText(QString(300, u'x')).size(), 257);
    QCOMPARE(Format::safeText(QString(256, u'x')).size(), 256);
    const QString cut = Format::safeText(u"abc\U0001F525def"_s, 4);
    QCOMPARE(cut, u"abc\u2026"_s);
}

WATCHFLOOR_TEST(TestFormat)
#include "tst_format.moc"
