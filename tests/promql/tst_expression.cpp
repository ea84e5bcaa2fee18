#include "models/promql/expression.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

/// The expression with all its brackets, so that a table can say how it was understood.
QString shape(const PromNode &node)
{
    QStringList operands;
    for (const PromExpression &operand : node.operands)
        operands << shape(*operand);
    switch (node.kind) {
    case PromNode::Kind::Number:
        return QString::number(node.number);
    case PromNode::Kind::Text:
        return quoted(node.name);
    case PromNode::Kind::Selector:
        return matchersText(node.matchers) + (node.range ? QStringLiteral("[%1]").arg(node.range->count()) : QString())
            + (node.offset.count() ? QStringLiteral("-%1").arg(node.offset.count()) : QString()) + (node.isAt ? QStringLiteral("@") : QString());
    case PromNode::Kind::Call:
        return node.name + u'(' + operands.join(u',') + u')';
    case PromNode::Kind::Aggregation:
        return node.name + (node.grouped ? QChar(node.without ? u'-' : u'+') + node.grouping.join(u'.') : QString()) + u'(' + operands.join(u',') + u')';
    case PromNode::Kind::Binary:
        return u'(' + operands[0] + u' ' + node.name + (node.returnsBool ? QStringLiteral("bool") : QString())
            + (node.matching.labels.isEmpty() ? QString() : QChar(node.matching.on ? u'+' : u'-') + node.matching.labels.join(u'.')) + u' ' + operands[1] + u')';
    case PromNode::Kind::Negation:
        return u'-' + operands[0];
    case PromNode::Kind::Subquery:
        return QStringLiteral("%1[%2:%3]").arg(operands[0]).arg(node.range->count()).arg(node.step.count());
    }
    return {};
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString a = QStringLiteral("{__name__=\"a\"}");
        QTest::newRow("a number") << "-1.5" << "-1.5";
        QTest::newRow("a name") << "a" << a;
        QTest::newRow("matchers") << "{a=\"1\", b!~'2',}" << "{a=\"1\", b!~\"2\"}";
        QTest::newRow("a quoted name") << "{\"a.b\", c=\"d\"}" << "{__name__=\"a.b\", c=\"d\"}";
        QTest::newRow("products before sums") << "1 + 2 * 3" << "(1 + (2 * 3))";
        QTest::newRow("from left to right") << "1 - 2 - 3" << "((1 - 2) - 3)";
        QTest::newRow("powers from right to left") << "2 ^ 3 ^ 2" << "(2 ^ (3 ^ 2))";
        QTest::newRow("a sign is weaker than a power") << "-2 ^ 2" << "-(2 ^ 2)";
        QTest::newRow("a sign is stronger than a product") << "-2 * 3" << "(-2 * 3)";
        QTest::newRow("brackets") << "(1 + 2) * 3" << "((1 + 2) * 3)";
        QTest::newRow("comparison with bool") << "1 >= bool 2" << "(1 >=bool 2)";
        QTest::newRow("and before or") << "a or a and a" << QStringLiteral("(%1 or (%1 and %1))").arg(a);
        QTest::newRow("unless as and") << "a and a unless a" << QStringLiteral("((%1 and %1) unless %1)").arg(a);
        QTest::newRow("matching") << "a / on(x, y) group_left(z) a" << QStringLiteral("(%1 /+x.y %1)").arg(a);
        QTest::newRow("ignoring") << "a * ignoring(x) a" << QStringLiteral("(%1 *-x %1)").arg(a);
        QTest::newRow("range") << "rate(a[5m])" << QStringLiteral("rate(%1[300000])").arg(a);
        QTest::newRow("offset") << "a offset 1h" << a + QStringLiteral("-3600000");
        QTest::newRow("range, offset and at") << "a[1m] offset -30s @ 1609746000" << a + QStringLiteral("[60000]--30000@");
        QTest::newRow("at the end") << "a @ end()" << a + u'@';
        QTest::newRow("subquery") << "a[1h:5m]" << a + QStringLiteral("[3600000:300000]");
        QTest::newRow("subquery of a sum") << "(1 + 2)[1h:]" << "(1 + 2)[3600000:0]";
        QTest::newRow("aggregation") << "sum by (x, y) (a)" << QStringLiteral("sum+x.y(%1)").arg(a);
        QTest::newRow("grouping after it") << "sum(a) without (x)" << QStringLiteral("sum-x(%1)").arg(a);
        QTest::newRow("with a parameter") << "topk(3, a)" << QStringLiteral("topk(3,%1)").arg(a);
        QTest::newRow("a metric called like an aggregation") << "sum + 1" << "({__name__=\"sum\"} + 1)";
        QTest::newRow("in capitals") << "SUM BY (x) (a) AND a" << QStringLiteral("(sum+x(%1) and %1)").arg(a);
        QTest::newRow("infinity") << "+Inf" << "inf";
        QTest::newRow("text argument") << "label_replace(a, \"b\", \"$1\", \"c\", \"(.*)\")" << QStringLiteral("label_replace(%1,\"b\",\"$1\",\"c\",\"(.*)\")").arg(a);
        QTest::newRow("a comment") << "a # by hand\n + 1" << QStringLiteral("(%1 + 1)").arg(a);
    }
    void understands()
    {
        QFETCH(QString, text);
        const auto parsed = parsePromql(text);
        QVERIFY2(parsed.ok(), parsed ? "" : qPrintable(parsed.error().detail));
        QTEST(shape(**parsed), "expected");
    }

    void saysWhereItIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << "" << "1:1" << "too early";
        QTest::newRow("ends after an operator") << "a +" << "1:4" << "too early";
        QTest::newRow("open bracket") << "sum(a" << "1:6" << ")";
        QTest::newRow("second line") << "a +\n )" << "2:2" << ")";
        QTest::newRow("a selector of everything") << "{}" << "1:3" << "everything";
        QTest::newRow("no quotes") << "a{b=c}" << "1:5" << "quotes";
        QTest::newRow("no operator") << "a{b}" << "1:4" << "expected";
        QTest::newRow("a pattern that is none") << "a{b=~\"(\"}" << "" << "";
        QTest::newRow("range over a sum") << "(a + b)[5m]" << "1:8" << "subquery";
        QTest::newRow("range twice") << "a[5m][5m]" << "1:6" << "subquery";
        QTest::newRow("no duration") << "a[x]" << "1:3" << "duration";
        QTest::newRow("two expressions") << "a b" << "1:3" << "b";
        QTest::newRow("unclosed quote") << "a{b=\"c}" << "" << "quotes";
        QTest::newRow("bool with a sum") << "1 + bool 2" << "" << "comparisons";
        QTest::newRow("nothing to sum") << "sum()" << "" << "sum";
        QTest::newRow("deep") << QString(300, u'(') << "" << "deeply";
        QTest::newRow("long") << QString(200'000, u'a') << "" << "longer";
    }
    void saysWhereItIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, word);
        const auto parsed = parsePromql(text);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().kind, Error::Kind::Invalid);
        if (!place.isEmpty())
            QCOMPARE(parsed.error().where, place);
        QVERIFY2(parsed.error().detail.contains(word), qPrintable(parsed.error().detail));
    }

    void findsSelectors()
    {
        const auto parsed = parsePromql(u"sum(rate(a[1m])) / histogram_quantile(0.9, sum by (le) (b))");
        QVERIFY(parsed.ok());
        const auto selectors = selectorsOf(**parsed);
        QCOMPARE(selectors.size(), size_t(2));
        QCOMPARE(selectors[1]->matchers.front().value(), QStringLiteral("b"));
    }
};

WATCHFLOOR_TEST(TestExpression)
#include "tst_expression.moc"
