#include "models/metrics/answertype.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using Type = Watchfloor::QueryAnswer::Type;

class TestAnswerType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalarsAreToldFromVectors_data();
    void scalarsAreToldFromVectors();
    void textsAreToldFromNothing();
    void otherAnswersStayAsTheyAre();

private:
    static QueryAnswer vectorOf(const Labels &labels)
    {
        QueryAnswer answer;
        answer.series.push_back({labels, std::make_shared<const std::vector<double>>(1, 1.0), {0}, {}});
        answer.totalSeries = 1;
        return answer;
    }
};

void TestAnswerType::scalarsAreToldFromVectors_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("isScalar");
    QTest::newRow("number") << u"0"_s << true;
    QTest::newRow("sum of numbers") << u"(1 + 2) * -3"_s << true;
    QTest::newRow("time") << u"time() - 5"_s << true;
    QTest::newRow("scalar") << u"scalar(sum(up)) > bool 5"_s << true;
    QTest::newRow("negated") << u"-scalar(up)"_s << true;
    QTest::newRow("vector of a number") << u"vector(0)"_s << false;
    QTest::newRow("sum") << u"sum(up)"_s << false;
    QTest::newRow("sum and number") << u"sum(up) + 1"_s << false;
    QTest::newRow("count or nothing") << u"count(up) or vector(0)"_s << false;
    QTest::newRow("scalar beside a vector") << u"scalar(up) * sum(up)"_s << false;
    QTest::newRow("not PromQL") << u"((("_s << false;
}

void TestAnswerType::scalarsAreToldFromVectors()
{
    QFETCH(QString, expression);
    QFETCH(bool, isScalar);
    QueryAnswer answer = vectorOf({});
    restoreType(answer, expression);
    QCOMPARE(answer.type, isScalar ? Type::Scalar : Type::Vector);
    QCOMPARE(answer.series.size(), size_t(1));
}

void TestAnswerType::textsAreToldFromNothing()
{
    QueryAnswer text;
    restoreType(text, u"\"x y\""_s);
    QCOMPARE(text.type, Type::String);
    QCOMPARE(text.text, u"x y"_s);
    QueryAnswer nothing;
    restoreType(nothing, u"up"_s);
    QCOMPARE(nothing.type, Type::Vector);
    restoreType(nothing, u"1"_s);
    QCOMPARE(nothing.type, Type::Vector);
}

void TestAnswerType::otherAnswersStayAsTheyAre()
{
    QueryAnswer labelled = vectorOf({{u"a"_s, u"b"_s}});
    restoreType(labelled, u"1"_s);
    QCOMPARE(labelled.type, Type::Vector);
    QueryAnswer matrix = vectorOf({});
    matrix.type = Type::Matrix;
    restoreType(matrix, u"1"_s);
    QCOMPARE(matrix.type, Type::Matrix);
}

WATCHFLOOR_TEST(TestAnswerType)
#include "tst_answertype.moc"
