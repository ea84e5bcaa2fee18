#include "models/panels/annotations.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

QueryAnswer answerOf(std::vector<double> times, std::vector<double> values)
{
    QueryAnswer answer;
    const Labels labels{{QStringLiteral("alertname"), QStringLiteral("High")}, {QStringLiteral("severity"), QStringLiteral("page")}};
    answer.series.push_back({labels, std::make_shared<const std::vector<double>>(std::move(times)), std::move(values), {}});
    return answer;
}

AnnotationQuery query()
{
    AnnotationQuery one;
    one.name = QStringLiteral("Alerts");
    one.titleFormat = QStringLiteral("{{alertname}}");
    one.tagLabels = QStringLiteral("severity, team");
    return one;
}

QString text(const std::vector<BoardEvent> &events)
{
    QStringList parts;
    for (const BoardEvent &event : events)
        parts << QStringLiteral("%1-%2").arg(toEpochSeconds(event.start)).arg(toEpochSeconds(event.end));
    return parts.join(u' ');
}

} // namespace

class TestAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfSamplesAreEvents_data()
    {
        QTest::addColumn<QList<double>>("times");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one run") << QList<double>{60, 120, 180} << QList<double>{1, 1, 1} << "60-180";
        QTest::newRow("a gap parts them") << QList<double>{60, 120, 300, 360} << QList<double>{1, 1, 1, 1} << "60-120 300-360";
        QTest::newRow("nothing is no event") << QList<double>{60, 120, 180} << QList<double>{0, 1, 0} << "120-120";
        QTest::newRow("no sample is none") << QList<double>{60, 120, 180} << QList<double>{1, noSample, 1} << "60-60 180-180";
        QTest::newRow("empty") << QList<double>() << QList<double>() << "";
    }
    void runsOfSamplesAreEvents()
    {
        QFETCH(QList<double>, times);
        QFETCH(QList<double>, values);
        QTEST(text(eventsOf(query(), answerOf({times.begin(), times.end()}, {values.begin(), values.end()}), 60s)), "expected");
    }

    void aValueMayBeTheTime()
    {
        AnnotationQuery deploys = query();
        deploys.valueIsTime = true;
        QCOMPARE(text(eventsOf(deploys, answerOf({60, 120, 180}, {50'000, 50'000, 110'000}), 60s)), QStringLiteral("50-50 110-110"));
        QVERIFY(eventsOf(deploys, answerOf({60}, {1e300}), 60s).empty());
    }

    void wordsComeFromLabels()
    {
        const auto events = eventsOf(query(), answerOf({60}, {1}), 60s);
        QCOMPARE(events.front().title, QStringLiteral("High"));
        QCOMPARE(events.front().text, QStringLiteral("page"));
    }

    void theStepIsAMinuteUnlessSaid()
    {
        QCOMPARE(annotationStep(query()), std::chrono::milliseconds(1min));
        AnnotationQuery fine = query();
        fine.step = QStringLiteral("15s");
        QCOMPARE(annotationStep(fine), std::chrono::milliseconds(15s));
        fine.step = QStringLiteral("nonsense");
        QCOMPARE(annotationStep(fine), std::chrono::milliseconds(1min));
    }

    void onlyTheNewestOfTooManyAreKept()
    {
        std::vector<double> times, values;
        for (int at = 0; at < 2'000; ++at) {
            times.push_back(at * 600.0);
            values.push_back(1);
        }
        const auto events = eventsOf(query(), answerOf(times, values), 60s);
        QCOMPARE(events.size(), size_t(1'000));
        QCOMPARE(toEpochSeconds(events.back().start), 1'999 * 600.0);
    }
};

WATCHFLOOR_TEST(TestAnnotations)
#include "tst_annotations.moc"
