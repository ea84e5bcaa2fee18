#include "models/routing/inhibition.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Alert alertOf(const QString &name, const Labels &labels, AlertState state = AlertState::Firing)
{
    Alert alert;
    alert.labels = labels;
    alert.labels.set(u"alertname"_s, name);
    alert.fingerprint = name;
    alert.state = state;
    return alert;
}

RoutingConfig configOf(const QString &rules)
{
    return readRoutingConfig(u"route: {receiver: a}\ninhibit_rules: [%1]"_s.arg(rules));
}

} // namespace

/// Alertmanager's documentation, configuration, `inhibit_rule`.
class TestInhibition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesInhibit_data();
    void rulesInhibit();
    void whoDoesNotFireInhibitsNothing_data();
    void whoDoesNotFireInhibitsNothing();
    void theIndexSaysWhatTheRulesSay();
};

void TestInhibition::rulesInhibit_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Labels>("source");
    QTest::addColumn<Labels>("target");
    QTest::addColumn<bool>("inhibits");
    const QString usual = u"{source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [service]}"_s;
    const Labels critical{{u"severity"_s, u"critical"_s}, {u"service"_s, u"payment"_s}};
    const Labels warning{{u"severity"_s, u"warning"_s}, {u"service"_s, u"payment"_s}};
    QTest::newRow("equal labels") << usual << critical << warning << true;
    QTest::newRow("another service") << usual << critical << Labels{{u"severity"_s, u"warning"_s}, {u"service"_s, u"taxi"_s}} << false;
    QTest::newRow("both lack the label") << usual << Labels{{u"severity"_s, u"critical"_s}} << Labels{{u"severity"_s, u"warning"_s}} << true;
    QTest::newRow("one lacks the label") << usual << Labels{{u"severity"_s, u"critical"_s}} << warning << false;
    QTest::newRow("the wrong way round") << usual << warning << critical << false;
    QTest::newRow("words of before 0.22") << u"{source_match: {severity: critical}, target_match_re: {severity: 'warning|info'}, equal: [service]}"_s << critical << warning << true;
    const QString both = u"{source_matchers: [severity=~'critical|warning'], target_matchers: [severity=~'critical|warning'], equal: [service]}"_s;
    QTest::newRow("itself") << both << critical << critical << false;
    QTest::newRow("both on both sides") << both << critical << warning << false;
    QTest::newRow("nothing must be equal") << u"{source_matchers: [severity=critical], target_matchers: [severity=warning]}"_s << critical << Labels{{u"severity"_s, u"warning"_s}} << true;
    QTest::newRow("a side without matchers is every alert") << u"{source_matchers: [severity=critical], equal: [service]}"_s << critical << warning << true;
    QTest::newRow("a side that cannot be read") << u"{source_matchers: [severity=critical], target_match_re: {severity: '('}}"_s << critical << warning << false;
}

void TestInhibition::rulesInhibit()
{
    QFETCH(const QString, rule);
    QFETCH(const Labels, source);
    QFETCH(const Labels, target);
    QFETCH(const bool, inhibits);
    const RoutingConfig config = configOf(rule);
    QCOMPARE(config.inhibitRules.size(), 1u);
    QCOMPARE(config.inhibitRules.front().inhibits(source, target), inhibits);
}

void TestInhibition::whoDoesNotFireInhibitsNothing_data()
{
    QTest::addColumn<AlertState>("state");
    QTest::addColumn<bool>("inhibits");
    QTest::newRow("firing") << AlertState::Firing << true;
    QTest::newRow("silenced still inhibits") << AlertState::Silenced << true;
    QTest::newRow("taken on") << AlertState::Acknowledged << true;
    QTest::newRow("pending") << AlertState::Pending << false;
    QTest::newRow("over") << AlertState::Recovered << false;
    QTest::newRow("unseen") << AlertState::Unseen << false;
}

void TestInhibition::whoDoesNotFireInhibitsNothing()
{
    QFETCH(const AlertState, state);
    const RoutingConfig config = configOf(u"{source_matchers: [severity=critical], target_matchers: [severity=warning]}"_s);
    const std::vector<Alert> alerts{alertOf(u"source"_s, {{u"severity"_s, u"critical"_s}}, state), alertOf(u"target"_s, {{u"severity"_s, u"warning"_s}})};
    const InhibitionIndex index(alerts, config);
    QTEST(index.inhibitorOf(alerts[1]).alert != nullptr, "inhibits");
}

/// A look-up finds an inhibitor exactly where asking every pair does, Alertmanager's own.
void TestInhibition::theIndexSaysWhatTheRulesSay()
{
    const RoutingConfig config = configOf(u"{source_matchers: [a=~'x|y'], target_matchers: [a=~'y|z'], equal: [b, c]}, {source_match: {b: x}, target_match: {c: z}}"_s);
    std::vector<Alert> alerts;
    const QStringList values{QString(), u"x"_s, u"y"_s, u"z"_s};
    for (int i = 0; i < 64; ++i)
        alerts.push_back(alertOf(QString::number(i), Labels({{u"a"_s, values[i % 4]}, {u"b"_s, values[i / 4 % 4]}, {u"c"_s, values[i / 16]}})));
    const InhibitionIndex index(alerts, config);
    int inhibited = 0;
    for (const Alert &target : alerts) {
        bool expected = false;
        for (const Alert &source : alerts)
            for (const InhibitRule &rule : config.inhibitRules)
                expected = expected || rule.inhibits(source.labels, target.labels);
        const auto found = index.inhibitorOf(target);
        QCOMPARE(found.alert != nullptr, expected);
        if (!found.alert)
            continue;
        ++inhibited;
        QVERIFY(found.rule->inhibits(found.alert->labels, target.labels));
    }
    QVERIFY(inhibited > 10);
}

WATCHFLOOR_TEST(TestInhibition)
#include "tst_inhibition.moc"
