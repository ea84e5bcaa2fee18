#include "models/alerts/alertcopy.h"
#include "models/alerts/alertview.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// What leaves the list: copies, and how it looked.
class TestAlertCopy : public QObject
{
    Q_OBJECT

    const std::vector<AlertColumn> columns{{AlertColumn::State}, {AlertColumn::Name}, {AlertColumn::Label, u"pod"_s}};

private Q_SLOTS:
    void aFormForEachReader()
    {
        Floor floor;
        Labels labels = labelsOf(u"Err|ors"_s);
        labels.set(u"pod"_s, u"<b>*a*"_s);
        floor.alertmanager({alertOf(labels)});
        const std::vector<const Alert *> alerts{&floor.only()};
        const auto copy = [&](AlertCopy::Form form) { return AlertCopy::of(alerts, form, columns, floor.store, floor.clock.wall()).text; };
        QCOMPARE(copy(AlertCopy::Form::Text), u"Firing\tErr|ors\t<b>*a*\n"_s);
        QCOMPARE(copy(AlertCopy::Form::Markdown), u"| State | Alert | pod |\n| --- | --- | --- |\n| Firing | Err\\|ors | \\<b\\>\\*a\\* |\n"_s);
        const auto json = nlohmann::json::parse(copy(AlertCopy::Form::Json).toStdString());
        QCOMPARE(json.size(), size_t(1));
        QCOMPARE(json[0]["labels"]["pod"].get<std::string>(), std::string("<b>*a*"));
        QCOMPARE(json[0]["state"].get<std::string>(), std::string("firing"));
        QCOMPARE(json[0]["origins"][0].get<std::string>(), std::string("am-1"));
        QVERIFY(!json[0].contains("acknowledgement"));
    }

    void tooManyAreCutAndSaid()
    {
        Floor floor;
        floor.alertmanager({alertOf(labelsOf(u"A"_s))});
        const std::vector<const Alert *> alerts(10'500, &floor.only());
        const AlertCopy::Copied copied = AlertCopy::of(alerts, AlertCopy::Form::Text, columns, floor.store, floor.clock.wall());
        QCOMPARE(copied.alerts, 10'000);
        QCOMPARE(copied.leftOut, 500);
        QVERIFY(copied.text.endsWith(u"500 more alert(s) are not copied.\n"));
        const AlertCopy::Copied json = AlertCopy::of(alerts, AlertCopy::Form::Json, columns, floor.store, floor.clock.wall());
        QVERIFY(nlohmann::json::parse(json.text.toStdString()).is_array());
        QCOMPARE(json.leftOut, 500);
    }

    void manyAreCopiedInTurns_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("text") << int(AlertCopy::Form::Text);
        QTest::newRow("JSON") << int(AlertCopy::Form::Json);
        QTest::newRow("Markdown") << int(AlertCopy::Form::Markdown);
    }
    void manyAreCopiedInTurns()
    {
        QFETCH(int, form);
        Floor floor;
        std::vector<OriginAlert> told;
        for (int i = 0; i < 1'500; ++i)
            told.push_back(alertOf(labelsOf(u"Alert%1"_s.arg(i))));
        floor.alertmanager(told);
        std::vector<const Alert *> alerts;
        for (const Alert &alert : floor.store.alerts())
            alerts.push_back(&alert);
        const QString whole = AlertCopy::of(alerts, AlertCopy::Form(form), columns, floor.store, floor.clock.wall()).text;
        AlertCopy::Work work(alerts, AlertCopy::Form(form), columns, floor.store, floor.clock.wall());
        QCOMPARE(work.wanted(), 1'500);
        for (bool done = false; !done;) {
            Slice slice(true);
            done = work.proceed(slice);
        }
        QCOMPARE(work.copied().alerts, 1'500);
        QVERIFY(work.copied().text == whole);
    }

    void whatLeftMeanwhileIsNotCopied()
    {
        Floor floor;
        floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s))});
        floor.pass(60s);
        std::vector<const Alert *> alerts;
        for (const Alert &alert : floor.store.alerts())
            alerts.push_back(&alert);
        AlertCopy::Work work(alerts, AlertCopy::Form::Json, columns, floor.store, floor.clock.wall());
        floor.store.dismiss(alerts.front()->fingerprint);
        QCOMPARE(floor.store.alerts().size(), size_t(1));
        Slice slice(false);
        QVERIFY(work.proceed(slice));
        QCOMPARE(work.copied().alerts, 1);
        QCOMPARE(nlohmann::json::parse(work.copied().text.toStdString()).size(), size_t(1));
    }

    void aViewComesBack()
    {
        const QTemporaryDir folder;
        AlertView view;
        view.terms = {u"env=\"production\""_s, u"@age>10m"_s};
        view.filterName = u"Production"_s;
        view.grouping = {u"service"_s, u"@severity"_s};
        view.columns = {{AlertColumn::State}, {AlertColumn::Label, u"pod"_s}, {AlertColumn::Summary}};
        view.widths = {{u"state"_s, 120}, {u"label:pod"_s, 90}};
        view.sortedBy = AlertColumn{AlertColumn::Label, u"pod"_s};
        view.descending = true;
        QVERIFY(saveAlertView(folder.path(), view));
        QVERIFY(loadAlertView(folder.path()) == view);
        QVERIFY(loadAlertView(folder.path() + u"/none"_s) == AlertView());
        QVERIFY(loadAlertView({}) == AlertView());
    }

    void aDamagedViewIsAsAtFirst_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("terms");
        QTest::newRow("cut") << QByteArray("{\"match\": [\"a") << 0;
        QTest::newRow("another kind") << QByteArray("[1, 2]") << 0;
        QTest::newRow("wrong types") << QByteArray(R"({"match": 7, "columns": [1, {}], "sort": 3, "widths": {"state": "x", "nothing": 5, "alert": 99999999999}, "descending": 1})") << 0;
        QTest::newRow("a term that cannot be read") << QByteArray(R"({"match": ["@state=burning", "disk"]})") << 1;
    }
    void aDamagedViewIsAsAtFirst()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, terms);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"alert-view.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const AlertView view = loadAlertView(folder.path());
        QCOMPARE(view.terms.size(), terms);
        QVERIFY(view.columns.empty());
        QVERIFY(!view.sortedBy);
        for (const auto &[id, width] : view.widths)
            QVERIFY(width <= 4'000);
    }
};

WATCHFLOOR_TEST(TestAlertCopy)
#include "tst_alertcopy.moc"
