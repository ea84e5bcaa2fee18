#include "models/core/severity.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestSeverity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void sitesHaveTheirOwnWords();
    void statesOfSeverities();
    void worstFirst();
};

void TestSeverity::words_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("severity");
    QTest::newRow("critical") << u"critical"_s << int(Severity::Critical);
    QTest::newRow("case does not count") << u"CRITICAL"_s << int(Severity::Critical);
    QTest::newRow("page") << u"page"_s << int(Severity::Emergency);
    QTest::newRow("error") << u"error"_s << int(Severity::Critical);
    QTest::newRow("ticket") << u"ticket"_s << int(Severity::Warning);
    QTest::newRow("info") << u"info"_s << int(Severity::Info);
    QTest::newRow("none") << u"none"_s << int(Severity::None);
    QTest::newRow("unknown is a warning") << u"odd"_s << int(Severity::Warning);
    QTest::newRow("none in capitals") << u"NONE"_s << int(Severity::None);
    QTest::newRow("absent is a warning") << u""_s << int(Severity::Warning);
    QTest::newRow("not a part of a word") << u"crit"_s << int(Severity::Warning);
}

void TestSeverity::words()
{
    QFETCH(QString, word);
    QFETCH(int, severity);
    QCOMPARE(int(SeverityMapping().of(word)), severity);
}

void TestSeverity::sitesHaveTheirOwnWords()
{
    SeverityMapping mapping;
    mapping.words[Severity::Emergency] << u"disaster"_s;
    mapping.words[Severity::Critical].removeAll(u"error"_s);
    QCOMPARE(int(mapping.of(u"Disaster"_s)), int(Severity::Emergency));
    QCOMPARE(int(mapping.of(u"error"_s)), int(Severity::Warning));
}

void TestSeverity::statesOfSeverities()
{
    QCOMPARE(stateOf(Severity::Emergency), State::Critical);
    QCOMPARE(stateOf(Severity::Critical), State::Critical);
    QCOMPARE(stateOf(Severity::Warning), State::Warning);
    QCOMPARE(stateOf(Severity::Info), State::Healthy);
    QCOMPARE(stateOf(Severity::None), State::Healthy);
}

void TestSeverity::worstFirst()
{
    QVERIFY(std::is_sorted(allSeverities.begin(), allSeverities.end()));
    QSet<QString> names;
    for (const Severity severity : allSeverities)
        names.insert(severityName(severity));
    QCOMPARE(names.size(), 5);
}

WATCHFLOOR_TEST(TestSeverity)
#include "tst_severity.moc"
