#include "app/verbs/explain.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

#include <sstream>

using namespace Watchfloor;

namespace {

/// The answers to a batch, each read as JSON.
std::vector<ExplainJson> answersTo(const std::string &lines, size_t limit = 1'000'000)
{
    std::istringstream in(lines);
    std::ostringstream out;
    explainBatch(in, out, limit);
    std::vector<ExplainJson> answers;
    std::istringstream answered(out.str());
    for (std::string line; std::getline(answered, line);)
        answers.push_back(ExplainJson::parse(line, nullptr, false));
    return answers;
}

}

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsAnsweredInOrder()
    {
        const auto answers = answersTo("{\"id\":1,\"kind\":\"metrics\",\"text\":\"a 1\\n\"}\n\n{}\nno JSON\n[]\n7\n{\"id\":2,\"kind\":\"metrics\",\"text\":\"a\\n\"}");
        QCOMPARE(answers.size(), size_t(7));
        for (size_t i = 0; i < answers.size(); ++i)
            QCOMPARE(answers[i].value("ok", false), i == 0);
        QVERIFY(answers.front()["id"] == ExplainJson(1));
        QVERIFY(answers.back()["id"] == ExplainJson(2));
        QVERIFY(answers.back()["line"] == ExplainJson(1));
        for (size_t i = 1; i < answers.size(); ++i)
            QVERIFY(!answers[i].at("error").get<std::string>().empty());
        QVERIFY(answersTo({}).empty());
    }

    void idComesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"0", "-1.5", "18446744073709551615", "\"a \\u00e9 \\\" b\"", "null", "true", "[1,[2,{}]]", "{\"b\":1,\"a\":[]}"})
            QTest::newRow(id) << QByteArray(id);
    }
    void idComesBackAsItWas()
    {
        QFETCH(QByteArray, id);
        for (const std::string &kind : {std::string("metrics"), std::string("nothing of ours")}) {
            const auto answers = answersTo("{\"kind\":\"" + kind + "\",\"text\":\"\",\"id\":" + id.toStdString() + "}\n");
            QCOMPARE(answers.size(), size_t(1));
            QVERIFY(answers[0].contains("id"));
            QVERIFY(answers[0]["id"] == ExplainJson::parse(id.toStdString()));
        }
        QVERIFY(!answersTo("{\"kind\":\"metrics\",\"text\":\"\"}\n")[0].contains("id"));
    }

    void whatIsNoTextComesBackWithItsId()
    {
        for (const char *text : {"\\ud83d", "\\udcff", "\xff"}) {
            const auto answers = answersTo("{\"kind\":\"duration\",\"id\":[7],\"text\":\"" + std::string(text) + "\"}\n");
            QCOMPARE(answers.size(), size_t(1));
            QVERIFY(answers[0]["ok"] == ExplainJson(false) && answers[0]["id"] == ExplainJson::parse("[7]"));
            QVERIFY(answers[0]["error"].get<std::string>().find("base64") != std::string::npos);
        }
        QVERIFY(!answersTo("{\"id\":7,\"text\":\"\xff\"\n")[0].contains("id"));
    }

    void whatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &line, const char *message) { QTest::newRow(name) << line << QByteArray(message); };
        row("no kind", R"({"text":"a 1\n"})", "kind");
        row("kind is a number", R"({"kind":1})", "kind");
        row("unknown kind", R"({"kind":"weather"})", "unknown kind");
        row("no body", R"({"kind":"metrics"})", "one of");
        row("two bodies", R"({"kind":"metrics","text":"","base64":""})", "one of");
        row("text is a number", R"({"kind":"metrics","text":1})", "not text");
        row("broken base64", R"({"kind":"metrics","base64":"a?=="})", "base64");
        row("no such file", R"({"kind":"metrics","file":"/no/such/file"})", "no file");
        row("a folder", R"({"kind":"metrics","file":"/"})", "not a file");
        row("a device", R"({"kind":"metrics","file":"/dev/zero"})", "not a file");
        row("half an escape", R"({"kind":"metrics","text":"\ud800"})", "not valid JSON");
        row("bytes that are not UTF-8", "{\"kind\":\"metrics\",\"text\":\"\xff\"}", "not valid JSON");
        row("cut", "{\"kind\":\"metrics\",\"text\":\"a", "not valid JSON");
        row("too deep", "{\"id\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", "deeper");
    }
    void whatCannotBeReadIsAnError()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, message);
        const auto answers = answersTo(line.toStdString() + "\n{\"kind\":\"metrics\",\"text\":\"\"}\n");
        QCOMPARE(answers.size(), size_t(2));
        QVERIFY(answers[0]["ok"] == ExplainJson(false));
        const QByteArray error = QByteArray::fromStdString(answers[0]["error"].get<std::string>());
        QVERIFY2(error.contains(message), error.constData());
        QVERIFY(answers[1]["ok"] == ExplainJson(true));
    }

    void bodyIsTextBytesOrAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("page"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a 1\n");
        file.close();
        for (const std::string &body : {std::string(R"("text":"a 1\n")"), std::string(R"("base64":"YSAxCg==")"), "\"file\":\"" + path.toStdString() + '"'}) {
            const auto answers = answersTo("{\"kind\":\"metrics\"," + body + "}\n");
            QVERIFY(answers[0]["ok"] == ExplainJson(true));
            QVERIFY(answers[0]["families"][0]["name"] == ExplainJson("a"));
        }
        const auto bytes = answersTo(R"({"kind":"metrics","base64":"YXt4PSL/In0gMQo="})" "\n");
        QVERIFY(bytes[0]["ok"] == ExplainJson(false));
        QVERIFY(bytes[0]["line"] == ExplainJson(1));
    }

    void longLinesAreAnErrorAndTheNextIsRead()
    {
        const std::string page = "{\"kind\":\"metrics\",\"text\":\"\"}";
        const auto answers = answersTo(page + '\n' + std::string(10'000, 'x') + '\n' + page, 100);
        QCOMPARE(answers.size(), size_t(3));
        QVERIFY(answers[0]["ok"] == ExplainJson(true));
        QVERIFY(answers[1]["ok"] == ExplainJson(false));
        QVERIFY(answers[1]["error"].get<std::string>().find("100 bytes") != std::string::npos);
        QVERIFY(answers[2]["ok"] == ExplainJson(true));
    }

    void peopleReadLinesNotBraces()
    {
        const ExplainJson answer = ExplainJson::parse(R"({"a":"x y","b":[1,2],"c":[{"d":null,"e":{}},{"d":"","e":{"f":true}}],"g":[[1,{"h":2}]]})");
        QVERIFY(explainedText(answer) == std::string("a: x y\nb: [1,2]\nc:\n  - d: none\n    e: {}\n  - d: \"\"\n    e:\n      f: true\ng:\n  - - 1\n    - h: 2\n"));
    }
};

WATCHFLOOR_TEST(TestExplain)
#include "tst_explain.moc"
