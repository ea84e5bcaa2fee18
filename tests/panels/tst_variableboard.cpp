#include "models/panels/variableboard.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = Variable::Kind;

Variable queried(const QString &name, const QString &query)
{
    Variable variable;
    variable.name = name;
    variable.query = query;
    return variable;
}

Variable of(Kind kind, const QString &name, const QString &query)
{
    Variable variable = queried(name, query);
    variable.kind = kind;
    return variable;
}

BuiltInValues anHour(std::chrono::minutes later = 0min)
{
    BuiltInValues values;
    values.to = WallTime(1'795'230'764'000ms) + later;
    values.from = values.to - 1h;
    values.zone = QTimeZone::utc();
    return values;
}

QStringList asked(const VariableBoard &board)
{
    QStringList names;
    for (const VariableAsk &ask : board.asks())
        names.append(ask.variable);
    return names;
}

/// Answers everything that is asked now.
void answerAll(VariableBoard &board, const QStringList &texts)
{
    for (const VariableAsk &ask : board.asks())
        board.answer(ask, texts);
}

QStringList offered(const VariableBoard &board, const QString &name)
{
    QStringList values;
    for (const Variable::Option &option : board.find(name)->options)
        values.append(option.value);
    return values;
}

} // namespace

class TestVariableBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAndOffers()
    {
        VariableBoard board({queried(u"job"_s, u"label_values(up, job)"_s)});
        board.setBuiltIns(anHour());
        QCOMPARE(board.asks().size(), size_t(1));
        QCOMPARE(board.asks().front().query.promql(), u"count by (job) (up)"_s);
        QVERIFY(!board.isComplete());
        answerAll(board, {u"a"_s, u"b"_s});
        QVERIFY(board.isComplete());
        QVERIFY(board.asks().empty());
        QCOMPARE(offered(board, u"job"_s), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(board.values()[u"job"_s].values, QStringList{u"a"_s});
    }

    void chainsWaitForEachOther()
    {
        VariableBoard board({queried(u"instance"_s, u"label_values(up{job=\"$job\"}, instance)"_s), queried(u"job"_s, u"label_values(up, job)"_s)});
        QCOMPARE(asked(board), QStringList{u"job"_s});
        answerAll(board, {u"a"_s, u"b"_s});
        QCOMPARE(asked(board), QStringList{u"instance"_s});
        QCOMPARE(board.asks().front().query.selector, u"up{job=\"a\"}"_s);
        answerAll(board, {u"a:1"_s, u"a:2"_s});
        QVERIFY(board.isComplete());
        board.choose(u"instance"_s, {u"a:2"_s});
        board.choose(u"job"_s, {u"b"_s});
        QCOMPARE(asked(board), QStringList{u"instance"_s});
        QVERIFY(board.find(u"instance"_s)->waiting);
        QCOMPARE(board.values()[u"instance"_s].values, QStringList{u"a:2"_s});
        answerAll(board, {u"b:1"_s});
        QCOMPARE(board.values()[u"instance"_s].values, QStringList{u"b:1"_s});
    }

    void anAnswerThatComesLateIsDropped()
    {
        VariableBoard board({of(Kind::Custom, u"job"_s, u"a,b"_s), queried(u"instance"_s, u"label_values(up{job=\"$job\"}, instance)"_s)});
        const VariableAsk first = board.asks().front();
        board.choose(u"job"_s, {u"b"_s});
        board.answer(first, QStringList{u"a:1"_s});
        QVERIFY(!board.isComplete());
        QVERIFY(offered(board, u"instance"_s).isEmpty());
    }

    void ringsAreFaults_data()
    {
        QTest::addColumn<QStringList>("queries");
        QTest::addColumn<QStringList>("faulty");
        QTest::newRow("itself") << QStringList{u"label_values(up{a=\"$v0\"}, a)"_s} << QStringList{u"v0"_s};
        QTest::newRow("two") << QStringList{u"label_values($v1, a)"_s, u"label_values($v0, a)"_s} << QStringList({u"v0"_s, u"v1"_s});
        QTest::newRow("three and one behind") << QStringList{u"label_values($v1, a)"_s, u"label_values($v2, a)"_s, u"label_values($v0, a)"_s, u"label_values($v1, b)"_s}
                                              << QStringList({u"v0"_s, u"v1"_s, u"v2"_s});
        QTest::newRow("none") << QStringList{u"label_values($v1, a)"_s, u"label_values(a)"_s} << QStringList();
    }
    void ringsAreFaults()
    {
        QFETCH(QStringList, queries);
        QFETCH(QStringList, faulty);
        std::vector<Variable> variables;
        for (qsizetype at = 0; at < queries.size(); ++at)
            variables.push_back(queried(u"v%1"_s.arg(at), queries[at]));
        VariableBoard board(variables);
        QStringList found;
        for (const VariableBoard::Entry &entry : board.entries())
            if (entry.fault)
                found.append(entry.variable.name);
        QCOMPARE(found, faulty);
        for (int turn = 0; turn < 10 && !board.asks().empty(); ++turn)
            answerAll(board, {u"x"_s});
        QVERIFY(board.isComplete());
    }

    void aRingKeepsWhatTheFileSays()
    {
        Variable a = queried(u"a"_s, u"label_values($b, x)"_s);
        a.current = {u"kept"_s};
        a.values = {{u"kept"_s, u"kept"_s}};
        VariableBoard board({a, queried(u"b"_s, u"label_values($a, x)"_s)});
        QCOMPARE(board.values()[u"a"_s].values, QStringList{u"kept"_s});
        QVERIFY(board.find(u"a"_s)->fault->detail.contains(u'b'));
    }

    void aFailureIsToldAndTheRestGoesOn()
    {
        Variable job = queried(u"job"_s, u"label_values(job)"_s);
        job.current = {u"old"_s};
        job.values = {{u"old"_s, u"old"_s}};
        VariableBoard board({job, queried(u"instance"_s, u"label_values(up{job=\"$job\"}, instance)"_s)});
        board.answer(board.asks().front(), Error{Error::Kind::Timeout, {}, {}});
        QCOMPARE(board.find(u"job"_s)->fault->kind, Error::Kind::Timeout);
        QCOMPARE(board.values()[u"job"_s].values, QStringList{u"old"_s});
        QCOMPARE(board.asks().front().query.selector, u"up{job=\"old\"}"_s);
        board.reload();
        QCOMPARE(asked(board), QStringList{u"job"_s});
        answerAll(board, {u"new"_s});
        QVERIFY(!board.find(u"job"_s)->fault);
    }

    void choices_data()
    {
        QTest::addColumn<bool>("multi");
        QTest::addColumn<bool>("includeAll");
        QTest::addColumn<QStringList>("current");
        QTest::addColumn<QStringList>("choice");
        const QStringList all{allChoice};
        QTest::newRow("nothing is the first") << false << false << QStringList() << QStringList{u"a"_s};
        QTest::newRow("nothing is all where that is offered") << false << true << QStringList() << all;
        QTest::newRow("nothing of several is the first") << true << false << QStringList() << QStringList{u"a"_s};
        QTest::newRow("what is offered stays") << false << false << QStringList{u"b"_s} << QStringList{u"b"_s};
        QTest::newRow("what is gone is the first") << false << false << QStringList{u"x"_s} << QStringList{u"a"_s};
        QTest::newRow("what is left of several stays") << true << false << QStringList({u"x"_s, u"c"_s, u"b"_s}) << QStringList({u"c"_s, u"b"_s});
        QTest::newRow("nothing left of several") << true << false << QStringList({u"x"_s, u"y"_s}) << QStringList{u"a"_s};
        QTest::newRow("all stays") << true << true << all << all;
        QTest::newRow("all that is not offered") << true << false << all << QStringList{u"a"_s};
        QTest::newRow("named by its text") << false << false << QStringList{u"B"_s} << QStringList{u"b"_s};
    }
    void choices()
    {
        QFETCH(bool, multi);
        QFETCH(bool, includeAll);
        QFETCH(QStringList, current);
        Variable variable = of(Kind::Custom, u"v"_s, u"a,B : b,c"_s);
        variable.multi = multi;
        variable.includeAll = includeAll;
        variable.current = current;
        QTEST(VariableBoard({variable}).find(u"v"_s)->chosen, "choice");
    }

    void allAndOthersExcludeEachOther()
    {
        Variable variable = of(Kind::Custom, u"v"_s, u"a,b,c"_s);
        variable.multi = variable.includeAll = true;
        variable.allValue = u".+"_s;
        VariableBoard board({variable});
        VariableValue value = board.values()[u"v"_s];
        QVERIFY(value.all && value.several && value.list);
        QCOMPARE(value.values, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(filledQuery(u"up{x=~\"$v\"}"_s, lookupIn(board.values())), u"up{x=~\".+\"}"_s);
        board.choose(u"v"_s, {allChoice, u"b"_s});
        QCOMPARE(board.find(u"v"_s)->chosen, QStringList{u"b"_s});
        board.choose(u"v"_s, {u"b"_s, allChoice});
        QCOMPARE(board.find(u"v"_s)->chosen, QStringList{allChoice});
        board.choose(u"v"_s, {});
        QCOMPARE(board.find(u"v"_s)->chosen, QStringList{allChoice});
    }

    void oneChoiceTakesOne()
    {
        VariableBoard board({of(Kind::Custom, u"v"_s, u"a,b,c"_s)});
        board.choose(u"v"_s, {u"b"_s, u"c"_s});
        QCOMPARE(board.find(u"v"_s)->chosen, QStringList{u"b"_s});
        board.choose(u"nobody"_s, {u"b"_s});
        QVERIFY(!board.values()[u"v"_s].several);
    }

    void patternsMayReferToOthers()
    {
        Variable variable = queried(u"v"_s, u"label_values(v)"_s);
        variable.pattern = u"/^$stage-(.*)/"_s;
        variable.sort = 2;
        VariableBoard board({of(Kind::Custom, u"stage"_s, u"p.d,test"_s), variable});
        answerAll(board, {u"p.d-a"_s, u"p.d-b"_s, u"pxd-c"_s, u"test-d"_s});
        QCOMPARE(offered(board, u"v"_s), QStringList({u"b"_s, u"a"_s}));
        board.choose(u"stage"_s, {u"test"_s});
        QCOMPARE(offered(board, u"v"_s), QStringList{u"d"_s});
    }

    void aBadPatternIsAFault()
    {
        Variable variable = queried(u"v"_s, u"label_values(v)"_s);
        variable.pattern = u"/(/"_s;
        VariableBoard board({variable});
        answerAll(board, {u"a"_s});
        QCOMPARE(board.find(u"v"_s)->fault->kind, Error::Kind::Invalid);
        QVERIFY(board.isComplete());
    }

    void timeIsFollowedOnRequest()
    {
        Variable onLoad = queried(u"a"_s, u"label_values(a)"_s);
        Variable onTime = queried(u"b"_s, u"label_values(b)"_s);
        onTime.refresh = Variable::Refresh::OnTimeRange;
        Variable never = queried(u"c"_s, u"label_values(c)"_s);
        never.refresh = Variable::Refresh::Never;
        never.values = {{u"x"_s, u"x"_s}};
        VariableBoard board({onLoad, onTime, never});
        board.setBuiltIns(anHour());
        QCOMPARE(asked(board), QStringList({u"a"_s, u"b"_s}));
        answerAll(board, {u"v"_s});
        board.setBuiltIns(anHour(5min));
        QCOMPARE(asked(board), QStringList{u"b"_s});
        QCOMPARE(board.asks().front().range.end, anHour(5min).to);
        QCOMPARE(offered(board, u"c"_s), QStringList{u"x"_s});
    }

    void aQuestionInTheAirIsStillWanted()
    {
        VariableBoard board({queried(u"a"_s, u"label_values(a)"_s)});
        board.setBuiltIns(anHour());
        const VariableAsk ask = board.asks().front();
        board.setBuiltIns(anHour(1min));
        board.answer(ask, QStringList{u"v"_s});
        QVERIFY(board.isComplete());
    }

    void otherKinds()
    {
        Variable interval = of(Kind::Interval, u"i"_s, u"1m,10m,1h"_s);
        Variable automatic = of(Kind::Interval, u"j"_s, u"1m,10m"_s);
        automatic.automatic = true;
        automatic.current = {u"$__auto_interval_j"_s};
        Variable box = of(Kind::TextBox, u"t"_s, u"usual"_s);
        Variable constant = of(Kind::Constant, u"k"_s, u"${t}-x"_s);
        Variable source = of(Kind::DataSource, u"ds"_s, u"prometheus"_s);
        source.pattern = u"/^eu/"_s;
        VariableBoard board({interval, automatic, box, constant, source}, {{u"us-main"_s}, {u"eu-main"_s}, {u"eu-logs"_s, u"loki"_s}});
        board.setBuiltIns(anHour());
        QCOMPARE(board.values()[u"i"_s].values, QStringList{u"1m"_s});
        QCOMPARE(board.values()[u"j"_s].values, QStringList{u"2m"_s});
        QCOMPARE(board.values()[u"k"_s].values, QStringList{u"usual-x"_s});
        QCOMPARE(board.values()[u"ds"_s].values, QStringList{u"eu-main"_s});
        board.choose(u"t"_s, {u"typed"_s});
        board.choose(u"i"_s, {u"10m"_s});
        QCOMPARE(board.values()[u"k"_s].values, QStringList{u"typed-x"_s});
        QCOMPARE(board.values()[u"i"_s].values, QStringList{u"10m"_s});
        QVERIFY(board.asks().empty());
    }

    void sourcesMayBeChosen()
    {
        Variable job = queried(u"job"_s, u"label_values(job)"_s);
        job.source = u"${ds}"_s;
        VariableBoard board({of(Kind::DataSource, u"ds"_s, u"prometheus"_s), job}, {{u"eu"_s}, {u"us"_s}});
        QCOMPARE(board.asks().front().source, u"eu"_s);
        board.choose(u"ds"_s, {u"us"_s});
        QCOMPARE(board.asks().front().source, u"us"_s);
    }

    void filtersOfAll()
    {
        Variable filters = of(Kind::AdHoc, u"f"_s, {});
        filters.filters = {{u"a"_s, u"="_s, {u"b"_s}}};
        VariableBoard board({filters});
        QCOMPARE(board.filters().size(), size_t(1));
        QCOMPARE(filled(u"{$f}"_s, lookupIn(board.values())), u"{a=\"b\"}"_s);
        board.setFilters(u"f"_s, {});
        QVERIFY(board.filters().empty());
        QCOMPARE(filled(u"{$f}"_s, lookupIn(board.values())), u"{}"_s);
    }

    void timesStandInQueries()
    {
        VariableBoard board({queried(u"a"_s, u"query_result(increase(x[$__range]) > ${__range_s})"_s)});
        board.setBuiltIns(anHour());
        QCOMPARE(board.asks().front().query.expression, u"increase(x[3600s]) > 3600"_s);
    }

    void namesCountOnce()
    {
        VariableBoard board({of(Kind::Custom, u"v"_s, u"a"_s), of(Kind::Custom, u"v"_s, u"b"_s), of(Kind::Custom, {}, u"c"_s)});
        QCOMPARE(board.entries().size(), size_t(1));
        QVERIFY(VariableBoard().isComplete());
    }
};

WATCHFLOOR_TEST(TestVariableBoard)
#include "tst_variableboard.moc"
