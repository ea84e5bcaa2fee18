#include "models/panels/variablequery.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

using Kind = VariableQuery::Kind;

Series seriesOf(const Labels &labels, double time, double value)
{
    return {labels, std::make_shared<const std::vector<double>>(std::vector<double>{time}), {value}, {}};
}

/// JSON with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

TimeRange anHour()
{
    const WallTime end(std::chrono::milliseconds(1'795'230'764'500));
    return {end - std::chrono::hours(1), end};
}

} // namespace

Q_DECLARE_METATYPE(Watchfloor::VariableQuery::Kind)

class TestVariableQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("promql");
        QTest::newRow("label names") << u"label_names()"_s << Kind::LabelNames << u""_s << u""_s << u""_s;
        QTest::newRow("label names of a metric") << u"label_names(node_)"_s << Kind::LabelNames << u"{__name__=~\".*node_.*\"}"_s << u""_s << u""_s;
        QTest::newRow("values of a label") << u"label_values(job)"_s << Kind::LabelValues << u""_s << u"job"_s << u"count by (job) ({job!=\"\"})"_s;
        QTest::newRow("values on a metric") << u"label_values(up, job)"_s << Kind::LabelValues << u"up"_s << u"job"_s << u"count by (job) (up)"_s;
        QTest::newRow("values on a selector") << u"label_values(up{a=\"b\",c=~\"d,e\"}, job)"_s << Kind::LabelValues << u"up{a=\"b\",c=~\"d,e\"}"_s << u"job"_s
                                              << u"count by (job) (up{a=\"b\",c=~\"d,e\"})"_s;
        QTest::newRow("values on nothing") << u"label_values({ }, job)"_s << Kind::LabelValues << u""_s << u"job"_s << u"count by (job) ({job!=\"\"})"_s;
        QTest::newRow("values on an expression") << u"label_values(rate(x[5m]) > 0, job)"_s << Kind::LabelValues << u"rate(x[5m]) > 0"_s << u"job"_s
                                                 << u"count by (job) (rate(x[5m]) > 0)"_s;
        QTest::newRow("blanks around") << u"  label_values( up , job )  "_s << Kind::LabelValues << u"up"_s << u"job"_s << u"count by (job) (up)"_s;
        QTest::newRow("several lines") << u"label_values(up{\n a=\"b\"},\n job)"_s << Kind::LabelValues << u"up{\n a=\"b\"}"_s << u"job"_s << u"count by (job) (up{\n a=\"b\"})"_s;
        QTest::newRow("a label in any script") << u"label_values(up, k8s.pod)"_s << Kind::LabelValues << u"up"_s << u"k8s.pod"_s << u"count by (\"k8s.pod\") (up)"_s;
        QTest::newRow("metrics") << u"metrics(node_.*)"_s << Kind::Metrics << u"{__name__=~\"node_.*\"}"_s << u""_s << u"count by (__name__) ({__name__=~\"node_.*\"})"_s;
        QTest::newRow("result") << u"query_result(topk(5, sum by (a) (up)))"_s << Kind::Result << u""_s << u""_s << u"topk(5, sum by (a) (up))"_s;
        QTest::newRow("series") << u"up{job=\"a\"}"_s << Kind::Series << u"up{job=\"a\"}"_s << u""_s << u"up{job=\"a\"}"_s;
        QTest::newRow("no label") << u"label_values()"_s << Kind::Nothing << u""_s << u""_s << u""_s;
        QTest::newRow("no pattern") << u"metrics()"_s << Kind::Nothing << u""_s << u""_s << u""_s;
        QTest::newRow("no expression") << u"query_result()"_s << Kind::Nothing << u""_s << u""_s << u""_s;
        QTest::newRow("empty") << u""_s << Kind::Nothing << u""_s << u""_s << u""_s;
    }
    void reads()
    {
        QFETCH(QString, text);
        const VariableQuery query = VariableQuery::read(text);
        QTEST(query.kind, "kind");
        QTEST(query.selector, "selector");
        QTEST(query.label, "label");
        QTEST(query.promql(), "promql");
    }

    void paths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        const QString range = u"?start=1795227164&end=1795230765"_s;
        QTest::newRow("label names") << u"label_names()"_s << u"/api/v1/labels"_s + range;
        QTest::newRow("values") << u"label_values(job)"_s << u"/api/v1/label/job/values"_s + range;
        QTest::newRow("values on a selector") << u"label_values(up{a=\"b\"}, job)"_s << u"/api/v1/label/job/values"_s + range + u"&match[]=up%7Ba%3D%22b%22%7D"_s;
        QTest::newRow("metrics") << u"metrics(a)"_s << u"/api/v1/label/__name__/values"_s + range + u"&match[]=%7B__name__%3D~%22a%22%7D"_s;
        QTest::newRow("series") << u"up"_s << u"/api/v1/series"_s + range + u"&match[]=up"_s;
        QTest::newRow("a label cannot leave the path") << u"label_values(up, ../x)"_s << u"/api/v1/label/..%2Fx/values"_s + range + u"&match[]=up"_s;
        QTest::newRow("result") << u"query_result(up)"_s << u""_s;
    }
    void paths()
    {
        QFETCH(QString, text);
        QTEST(VariableQuery::read(text).apiPath(anHour()), "path");
    }

    void answersOffer()
    {
        QueryAnswer answer;
        answer.series = {seriesOf({{u"__name__"_s, u"up"_s}, {u"job"_s, u"b"_s}, {u"a"_s, u"x"_s}}, 1'700'000'000.5, 1e21), seriesOf({{u"job"_s, u"a"_s}}, 1'700'000'000, 0.5),
                         seriesOf({}, 1'700'000'000, noSample)};
        QCOMPARE(offeredTexts(VariableQuery::read(u"label_values(job)"_s), answer), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(offeredTexts(VariableQuery::read(u"metrics(u.*)"_s), answer), QStringList({u"up"_s}));
        QCOMPARE(offeredTexts(VariableQuery::read(u"query_result(up)"_s), answer),
                 QStringList({u"up{a=\"x\",job=\"b\"} 1000000000000000000000 1700000000500"_s, u"{job=\"a\"} 0.5 1700000000000"_s, u"{} NaN 1700000000000"_s}));
        QCOMPARE(offeredTexts(VariableQuery::read(u"up"_s), answer).front(), u"up{a=\"x\",job=\"b\"}"_s);
        answer.type = QueryAnswer::Type::Scalar;
        answer.series = {seriesOf({}, 1, 42)};
        QCOMPARE(offeredTexts(VariableQuery::read(u"query_result(scalar(up))"_s), answer), QStringList({u"42"_s}));
        answer.type = QueryAnswer::Type::String;
        answer.text = u"hello"_s;
        QCOMPARE(offeredTexts(VariableQuery::read(u"query_result(\"hello\")"_s), answer), QStringList({u"hello"_s}));
    }

    void bodiesOffer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("values") << u"label_values(job)"_s << json("{'status':'success','data':['b','a']}") << true << QStringList({u"b"_s, u"a"_s});
        QTest::newRow("series") << u"up"_s << json("{'status':'success','data':[{'__name__':'up','job':'a'}]}") << true << QStringList({u"up{job=\"a\"}"_s});
        QTest::newRow("names") << u"label_names()"_s << json("{'data':['__name__','job']}") << true << QStringList({u"__name__"_s, u"job"_s});
        QTest::newRow("names of a metric") << u"label_names(up)"_s << json("{'data':['__name__','job']}") << true << QStringList({u"job"_s});
        QTest::newRow("wrong types are left out") << u"label_values(job)"_s << json("{'data':[1,null,'a',[]]}") << true << QStringList({u"a"_s});
        QTest::newRow("none") << u"label_values(job)"_s << json("{'data':[]}") << true << QStringList();
        QTest::newRow("no list") << u"label_values(job)"_s << json("{'data':{'a':1}}") << false << QStringList();
        QTest::newRow("a page") << u"label_values(job)"_s << QByteArray("<html>") << false << QStringList();
        QTest::newRow("cut") << u"label_values(job)"_s << json("{'data':['a") << false << QStringList();
        QTest::newRow("empty") << u"label_values(job)"_s << QByteArray() << false << QStringList();
    }
    void bodiesOffer()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, body);
        QFETCH(bool, ok);
        const auto texts = offeredTexts(VariableQuery::read(text), body);
        QCOMPARE(texts.ok(), ok);
        if (ok)
            QTEST(*texts, "expected");
    }

    void objectsAreTexts()
    {
        VariableQueryFields fields;
        fields.type = 0;
        QCOMPARE(variableQueryText(fields), u"label_names()"_s);
        fields.type = 1;
        fields.label = u"instance"_s;
        QCOMPARE(variableQueryText(fields), u"label_values(instance)"_s);
        fields.metric = u"up"_s;
        fields.filters = {{u"job"_s, u"="_s, {u"a"_s}}, {u"x"_s, u"!~"_s, {u"b.*"_s}}};
        QCOMPARE(variableQueryText(fields), u"label_values(up{job=\"a\", x!~\"b.*\"},instance)"_s);
        fields.type = 2;
        QCOMPARE(variableQueryText(fields), u"metrics(up)"_s);
        fields.type = 3;
        fields.expression = u"sum(\nup)"_s;
        QCOMPARE(variableQueryText(fields), u"query_result(sum(up))"_s);
        fields.type = 4;
        fields.series = u"up{a=\"b\"}"_s;
        QCOMPARE(variableQueryText(fields), fields.series);
        fields.type = 5;
        fields.text = u"label_values(a)"_s;
        QCOMPARE(variableQueryText(fields), fields.text);
    }
};

WATCHFLOOR_TEST(TestVariableQuery)
#include "tst_variablequery.moc"
