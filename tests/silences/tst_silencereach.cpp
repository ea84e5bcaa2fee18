#include "models/silences/silencereach.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestSilenceReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreJudgedByWhatTheyLetThrough_data();
    void rulesAreJudgedByWhatTheyLetThrough();
    void theRecordIsSearchedToo();
};

void TestSilenceReach::rulesAreJudgedByWhatTheyLetThrough_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("decidedBy");
    const auto row = [](const char *name, const QString &matchers, const QString &expression, const QString &verdict, const QString &decidedBy = {}) {
        QTest::newRow(name) << matchers << expression << verdict << decidedBy;
    };
    const QString up = u"up{job=\"api\"} == 0"_s;
    row("its name", u"alertname=\"HighErrorRate\""_s, up, u"always"_s);
    row("another name", u"alertname=\"Other\""_s, up, u"never"_s);
    row("a pattern of its name", u"alertname=~\"High.*\""_s, up, u"always"_s);
    row("a label of the rule", u"severity=\"critical\""_s, up, u"always"_s);
    row("another value of it", u"severity=\"warning\""_s, up, u"never"_s);
    row("a label made by a template", u"tier=\"gold\""_s, up, u"perhaps"_s, u"tier"_s);
    row("an external label", u"region=\"eu\""_s, u"vector(1)"_s, u"always"_s);
    row("another external label", u"region=\"us\""_s, u"vector(1)"_s, u"never"_s);
    row("what the selector fixes", u"job=\"api\""_s, up, u"always"_s);
    row("what the selector rules out", u"job=\"db\""_s, up, u"never"_s);
    row("what only the series decide", u"instance=\"a:1\""_s, up, u"perhaps"_s, u"instance"_s);
    row("a pattern in the selector allows it", u"job=\"api-1\""_s, u"up{job=~\"api.*\"} == 0"_s, u"perhaps"_s, u"job"_s);
    row("a pattern in the selector forbids it", u"job=\"db\""_s, u"up{job=~\"api.*\"} == 0"_s, u"never"_s);
    row("not in the selector", u"job=\"db\""_s, u"up{job!=\"db\"} == 0"_s, u"never"_s);
    row("both must fit", u"job=\"api\",instance=\"a:1\""_s, up, u"perhaps"_s, u"instance"_s);
    row("one that cannot is enough", u"instance=\"a:1\",severity=\"info\""_s, up, u"never"_s);
    row("summed away", u"job=\"api\""_s, u"sum(rate(x{job=\"api\"}[1m])) > 1"_s, u"never"_s);
    row("summed away, and absent fits", u"job!=\"db\""_s, u"sum(rate(x{job=\"api\"}[1m])) > 1"_s, u"always"_s);
    row("kept by by", u"job=\"api\""_s, u"sum by (job) (rate(x{job=\"api\"}[1m])) > 1"_s, u"always"_s);
    row("kept by without", u"job=\"api\""_s, u"sum without (instance) (rate(x{job=\"api\"}[1m])) > 1"_s, u"always"_s);
    row("dropped by without", u"instance=\"a:1\""_s, u"sum without (instance) (rate(x[1m])) > 1"_s, u"never"_s);
    row("topk keeps all", u"job=\"api\""_s, u"topk(3, x{job=\"api\"}) > 1"_s, u"always"_s);
    row("a ratio on its label", u"service=\"a\""_s, u"sum by (service) (x) / on (service) sum by (service) (y) > 0.1"_s, u"perhaps"_s, u"service"_s);
    row("not among on", u"job=\"api\""_s, u"x{job=\"api\"} / on (service) y > 0.1"_s, u"never"_s);
    row("ignored", u"job=\"api\""_s, u"x{job=\"api\"} / ignoring (job) y > 0.1"_s, u"never"_s);
    row("taken over by group_left", u"owner=\"pay\""_s, u"x * on (service) group_left (owner) info{owner=\"pay\"} > 1"_s, u"always"_s);
    row("not taken over", u"owner=\"pay\""_s, u"x{owner=\"shop\"} * on (service) group_left info{owner=\"pay\"} > 1"_s, u"never"_s);
    row("either side of or", u"job=\"api\""_s, u"up{job=\"api\"} == 0 or up{job=\"db\"} == 0"_s, u"perhaps"_s, u"job"_s);
    row("the left side of and", u"job=\"api\""_s, u"up{job=\"api\"} == 0 and on (instance) x{job=\"db\"}"_s, u"always"_s);
    row("the limit on the left", u"job=\"api\""_s, u"0 == up{job=\"api\"}"_s, u"always"_s);
    row("replaced", u"job=\"db\""_s, u"label_replace(up{job=\"api\"}, \"job\", \"$1\", \"x\", \"(.*)\") == 0"_s, u"perhaps"_s, u"job"_s);
    row("another is replaced", u"job=\"api\""_s, u"label_replace(up{job=\"api\"}, \"x\", \"$1\", \"y\", \"(.*)\") == 0"_s, u"always"_s);
    row("an absence takes what is equal", u"job=\"api\""_s, u"absent(up{job=\"api\"})"_s, u"always"_s);
    row("an absence takes nothing else", u"instance=\"a:1\""_s, u"absent(up{job=\"api\"})"_s, u"never"_s);
    row("a quantile", u"service=\"a\""_s, u"histogram_quantile(0.95, sum by (le, service) (rate(b{service=\"a\"}[5m]))) > 1"_s, u"always"_s);
    row("unreadable", u"job=\"api\""_s, u"up{job="_s, u"perhaps"_s, u"job"_s);
    row("no matcher", {}, up, u"never"_s);
}

void TestSilenceReach::rulesAreJudgedByWhatTheyLetThrough()
{
    QFETCH(QString, matchers);
    QFETCH(QString, expression);
    QFETCH(QString, verdict);
    QFETCH(QString, decidedBy);
    KnownRule known;
    known.source = u"main"_s;
    known.rule.name = u"HighErrorRate"_s;
    known.rule.expression = expression;
    known.rule.labels = {{u"severity"_s, u"critical"_s}, {u"tier"_s, u"{{ $labels.tier }}"_s}};
    known.externalLabels = {{u"region"_s, u"eu"_s}};
    RuleReach reach;
    const Matchers asked = matchers.isEmpty() ? Matchers() : *parseMatchers(matchers);
    const SilenceReach found = silenceReach(asked, {known}, {}, {}, reach);
    QCOMPARE(found.rulesOutOf, size_t(1));
    QCOMPARE(found.rules.empty() ? u"never"_s : found.rules.front().always ? u"always"_s : u"perhaps"_s, verdict);
    if (!found.rules.empty())
        QCOMPARE(found.rules.front().decidedBy.join(u','), decidedBy);
}

void TestSilenceReach::theRecordIsSearchedToo()
{
    const auto past = [](const QString &name, const QString &service, qint64 minute) {
        PastAlert alert;
        alert.fingerprint = name + service;
        alert.labels = {{u"alertname"_s, name}, {u"service"_s, service}};
        alert.last = WallTime(std::chrono::minutes(minute));
        return alert;
    };
    RuleReach reach;
    const SilenceReach found =
        silenceReach(*parseMatchers(u"service=~\"pay.*\""), {}, {past(u"A"_s, u"payment"_s, 1), past(u"B"_s, u"shop"_s, 2), past(u"C"_s, u"pay"_s, 3)}, {}, reach);
    QCOMPARE(found.pastOutOf, size_t(3));
    QCOMPARE(found.past.size(), size_t(2));
    QCOMPARE(found.past.front().labels.value(u"alertname"), u"C"_s);
}

WATCHFLOOR_TEST(TestSilenceReach)
#include "tst_silencereach.moc"
