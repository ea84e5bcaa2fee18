#include "models/direct/pagequeries.h"
#include "tests/direct/pages.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

const QString source = QStringLiteral("raw");

QuerySnapshot lastOf(const QSignalSpy &spy)
{
    return spy.last().first().value<QuerySnapshot>();
}

} // namespace

class TestPageQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithEveryPage()
    {
        Testing::FakeClock clock;
        PageQueries queries(clock);
        QSignalSpy answered(&queries, &PageQueries::answered);
        queries.addSource(source, 1s);
        const QueryInterest interest = queries.watch({source, QStringLiteral("a"), 10s, 1s});
        QTRY_COMPARE(answered.count(), 1);
        QVERIFY(lastOf(answered).error); // not read yet: blind, not empty
        for (int i = 1; i <= 20; ++i) {
            clock.advance(1s);
            queries.append(source, Testing::page("a " + QByteArray::number(i) + "\n"));
            QTRY_COMPARE(answered.count(), 1 + i);
        }
        const QuerySnapshot last = lastOf(answered);
        QVERIFY(last.answer);
        QCOMPARE(last.interval, 1s);
        QCOMPARE(last.answer->series.size(), size_t(1));
        const Series &series = last.answer->series.front();
        QVERIFY(series.size() >= 10 && series.size() <= 11);
        QCOMPARE(series.values.back(), 20.0);
        QVERIFY(series.times->front() >= toEpochSeconds(clock.wall()) - 10);
    }

    void whatIsWatchedLateHasItsHistory()
    {
        Testing::FakeClock clock;
        PageQueries queries(clock);
        queries.addSource(source, 1s);
        for (int i = 0; i < 100; ++i) {
            clock.advance(1s);
            queries.append(source, Testing::page("a " + QByteArray::number(i * 2) + "\n"));
        }
        QSignalSpy answered(&queries, &PageQueries::answered);
        const QueryInterest interest = queries.watch({source, QStringLiteral("rate(a[10s])"), 1min, 1s});
        QTRY_VERIFY(answered.count() > 0);
        const Series series = lastOf(answered).answer->series.front();
        QVERIFY(series.size() >= 59);
        for (const double value : series.values)
            QCOMPARE(value, 2.0);
    }

    void aFailedPollIsTold()
    {
        Testing::FakeClock clock;
        PageQueries queries(clock);
        queries.addSource(source, 1s);
        const QueryInterest interest = queries.watch({source, QStringLiteral("a"), {}, {}});
        clock.advance(1s);
        queries.append(source, Testing::page("a 1\n"));
        QSignalSpy answered(&queries, &PageQueries::answered);
        QTRY_COMPARE(answered.count(), 1);
        queries.fail(source, {Error::Kind::Refused, {}, {}});
        QCOMPARE(answered.count(), 2);
        QCOMPARE(lastOf(answered).error->kind, Error::Kind::Refused);
        QVERIFY(!queries.evaluate(source, QStringLiteral("a")).ok());
    }

    void whatCannotBeEvaluatedSaysSo_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("wrong") << "a +" << Error::Kind::Invalid;
        QTest::newRow("unsupported") << "a[1m:1s]" << Error::Kind::Unsupported;
    }
    void whatCannotBeEvaluatedSaysSo()
    {
        QFETCH(QString, expression);
        QFETCH(Error::Kind, kind);
        Testing::FakeClock clock;
        PageQueries queries(clock);
        queries.addSource(source, 1s);
        QSignalSpy answered(&queries, &PageQueries::answered);
        const QueryInterest interest = queries.watch({source, expression, 1min, 1s});
        QTRY_COMPARE(answered.count(), 1);
        QCOMPARE(lastOf(answered).error->kind, kind);
    }

    void nobodyWatchingNothingIsEvaluated()
    {
        Testing::FakeClock clock;
        PageQueries queries(clock);
        queries.addSource(source, 1s);
        QueryInterest interest = queries.watch({source, QStringLiteral("a"), {}, {}});
        const QueryInterest same = queries.watch({source, QStringLiteral("a"), {}, {}});
        QCOMPARE(same, interest);
        interest.reset();
        QSignalSpy answered(&queries, &PageQueries::answered);
        queries.append(source, Testing::page("a 1\n"));
        QTRY_COMPARE(answered.count(), 1);
        const_cast<QueryInterest &>(same).reset();
        clock.advance(1s);
        queries.append(source, Testing::page("a 2\n"));
        QTest::qWait(20);
        QCOMPARE(answered.count(), 1);
    }

    void aSeriesThatComesLateStartsWithAGap()
    {
        Testing::FakeClock clock;
        PageQueries queries(clock);
        queries.addSource(source, 1s);
        for (int i = 0; i < 10; ++i) {
            clock.advance(1s);
            queries.append(source, Testing::page(i < 5 ? "a 1\n" : "a 1\nb 1\n"));
        }
        QSignalSpy answered(&queries, &PageQueries::answered);
        const QueryInterest interest = queries.watch({source, QStringLiteral("{__name__=~\"a|b\"}"), 1min, 1s});
        QTRY_COMPARE(answered.count(), 1);
        const auto answer = lastOf(answered).answer;
        QCOMPARE(answer->series.size(), size_t(2));
        QVERIFY(!std::isnan(answer->series[0].values.front()));
        QVERIFY(std::isnan(answer->series[1].values.front()));
        QCOMPARE(answer->series[1].values.back(), 1.0);
    }
};

WATCHFLOOR_TEST(TestPageQueries)
#include "tst_pagequeries.moc"
