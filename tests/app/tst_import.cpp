#include "app/verbs/explain.h"
#include "app/verbs/verbs.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <sstream>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QByteArray nodes = "title: Nodes\nschemaVersion: 39\npanels:\n- {id: 3, title: Up, type: stat, targets: [{expr: up}]}\n";
const QByteArray worldmap = "title: World\nschemaVersion: 39\npanels:\n- {id: 1, title: Map, type: geomap, targets: [{expr: up}]}\n";
const QByteArray runbook = "---\nrunbook: restart\ntitle: R\nmatch: ['a=\"b\"']\ntarget: t\nrisk: disruptive\n---\nText.\n\n```sh step=\"Restart\" timeout=60s\ntrue\n```\n";
const QByteArray slo = "version: prometheus/v1\nservice: payment\nslos:\n- name: availability\n  objective: 99.9\n  sli: {events: {error_query: 'sum(rate(bad[{{.window}}]))', total_query: 'sum(rate(all[{{.window}}]))'}}\n";

/// What a verb prints, until the end of its scope.
class Printed
{
public:
    Printed()
        : m_out(std::cout.rdbuf(m_text.rdbuf()))
        , m_errors(std::cerr.rdbuf(m_wrong.rdbuf()))
    {
    }
    ~Printed()
    {
        std::cout.rdbuf(m_out);
        std::cerr.rdbuf(m_errors);
    }
    QString text() const { return QString::fromStdString(m_text.str()); }

private:
    std::ostringstream m_text, m_wrong;
    std::streambuf *m_out;
    std::streambuf *m_errors;
};

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsRecognized_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("says");
        QTest::newRow("a dashboard") << "nodes.json" << nodes << exitFine << "dashboards" << "1 panels, 1 full";
        QTest::newRow("a dashboard that is not whole") << "map.json" << worldmap << exitFound << "dashboards" << "placeholder  1  Map  [kind: geomap]";
        QTest::newRow("our own short form") << "a.yaml" << QByteArray("dashboard: Payment\npanels: [{title: Up, queries: [up]}]\n") << exitFine << "dashboards" << "Payment";
        QTest::newRow("rules") << "r.yaml" << QByteArray("groups:\n- {name: node, rules: [{record: a, expr: b}]}\n") << exitFine << "rules" << "node (1)";
        QTest::newRow("rules of Kubernetes") << "r.yaml" << QByteArray("kind: PrometheusRule\nspec: {groups: [{name: node, rules: []}]}\n") << exitFound << "rules" << "node (0)";
        QTest::newRow("objectives") << "s.yaml" << slo << exitFine << "slos" << "availability";
        QTest::newRow("a runbook") << "b.md" << runbook << exitFine << "runbooks" << "restart";
        QTest::newRow("nothing that is known") << "x.yaml" << QByteArray("a: 1\n") << exitCannot << "" << "";
        QTest::newRow("empty") << "x.json" << QByteArray() << exitCannot << "" << "";
    }

    void everyKindIsRecognized()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, section);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        writeFile(path, text);
        QString printed;
        int exit = -1;
        {
            const Printed all;
            exit = importVerb({path, {}}, false);
            printed = all.text();
        }
        QVERIFY2(exit == code, qPrintable(printed));
        QVERIFY2(printed.contains(says), qPrintable(printed));
        QVERIFY2(section.isEmpty() || printed.contains(QStringLiteral("%1: ['%1/%2']").arg(section, name)), qPrintable(printed));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{name});
    }

    void aCopyIsPutIntoTheSectionsFolderOnce()
    {
        const QTemporaryDir from, to;
        writeFile(from.filePath(QStringLiteral("nodes.json")), nodes);
        const Printed all;
        QCOMPARE(importVerb({from.filePath(QStringLiteral("nodes.json")), to.path()}, false), exitFine);
        QVERIFY(all.text().contains(QStringLiteral("dashboards: ['dashboards/nodes.json']")));
        QCOMPARE(contentOf(to.filePath(QStringLiteral("dashboards/nodes.json"))), nodes);
        QCOMPARE(importVerb({from.filePath(QStringLiteral("nodes.json")), to.path()}, false), exitCannot);
    }

    void programsGetOneObject()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("map.json")), worldmap);
        const Printed all;
        QCOMPARE(importVerb({folder.filePath(QStringLiteral("map.json")), {}}, true), exitFound);
        const auto json = nlohmann::json::parse(all.text().toStdString(), nullptr, false);
        QVERIFY(json.is_object());
        QCOMPARE(json.at("section").get<std::string>(), std::string("dashboards"));
        QVERIFY(!json.at("complete").get<bool>());
        QCOMPARE(json.at("dashboards").at(0).at("panels").at(0).at("missing").at(0).get<std::string>(), std::string("kind: geomap"));
    }

    void aFileBeyondAnySizeIsNotRead()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("x.json")), "x");
        QVERIFY(QFile::resize(folder.filePath(QStringLiteral("x.json")), qint64(2) * 1024 * 1024 * 1024));
        const Printed all;
        QCOMPARE(importVerb({folder.filePath(QStringLiteral("x.json")), {}}, false), exitCannot);
        QCOMPARE(importVerb({folder.filePath(QStringLiteral("not there.json")), {}}, false), exitCannot);
        QCOMPARE(importVerb({folder.path(), {}}, false), exitCannot);
    }

    void dashboardsAreExplained()
    {
        const nlohmann::json ask{{"kind", "dashboard"}, {"id", 5}, {"text", worldmap.toStdString()}};
        const auto answer = nlohmann::json::parse(explainLine(ask.dump()));
        QVERIFY(answer.at("ok").get<bool>());
        QCOMPARE(answer.at("id").get<int>(), 5);
        QCOMPARE(answer.at("title").get<std::string>(), std::string("World"));
        QCOMPARE(answer.at("lost").get<int>(), 0);
        const nlohmann::json panel{{"id", 1}, {"title", "Map"}, {"type", "geomap"}, {"support", "placeholder"}, {"queries", {"up"}}, {"missing", {"kind: geomap"}}};
        QCOMPARE(answer.at("panels").dump(), nlohmann::json::array({panel}).dump());
        QVERIFY(answer.at("variables").empty());
    }

    void severalDashboardsAreAllThere()
    {
        const nlohmann::json ask{{"kind", "dashboard"}, {"text", "[{\"title\": \"a\", \"panels\": []}, {\"title\": \"b\", \"panels\": []}]"}};
        const auto answer = nlohmann::json::parse(explainLine(ask.dump()));
        QCOMPARE(answer.at("title").get<std::string>(), std::string("a"));
        QCOMPARE(answer.at("dashboards").size(), size_t(2));
    }

    void whatIsNoneIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("broken") << QByteArray("{\"panels\": [\n}") << 2;
        QTest::newRow("another thing") << QByteArray("{\"groups\": []}") << 0;
    }
    void whatIsNoneIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const nlohmann::json ask{{"kind", "dashboard"}, {"text", text.toStdString()}};
        const auto answer = nlohmann::json::parse(explainLine(ask.dump()));
        QVERIFY(!answer.at("ok").get<bool>());
        QCOMPARE(answer.contains("line") && answer.at("line").is_number() ? answer.at("line").get<int>() : 0, line);
        QVERIFY(!answer.at("error").get<std::string>().empty());
    }
};

WATCHFLOOR_TEST(TestImport)
#include "tst_import.moc"
