#include "models/runbooks/runbook.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray rollback = R"(---
runbook: rollback-payment
title: Roll payment back to a known-good commit
match: ['alertname=~"HighErrorRate|ServiceDown"', 'service="payment"']
target: payment
risk: disruptive                   # safe | disruptive | destructive
directory: ../payment
url: [https://wiki.example.org/payment/rollback]
environment: {REGION: eu}
parameters:
  commit: {pattern: "[0-9a-f]{7,40}", ask: "Which commit was good?", choices: [git, log, --oneline]}
---
Only when the error ratio rose within an hour of a deploy.

```promql gate="errors are high" source=main
service:error_ratio:1m{service="payment"} > 0.01
```
```sh step="Check out" timeout=90s undo="git -C /srv/payment checkout -" expect="HEAD is now"
git -C /srv/payment checkout "$commit"
```
```text
only to be read
```
```sh step="Restart"
supervisorctl restart payment
```
```promql verify="errors are gone" within=5m for=1m
service:error_ratio:1m{service="payment"} < 0.005
```
)";

/// A runbook with these lines in front and in the body.
QByteArray runbookOf(const QByteArray &front, const QByteArray &body = {})
{
    return "---\nrunbook: a\ntitle: A\ntarget: t\n" + front + "---\n" + body;
}

QString faultsText(const RunbookDocument &document)
{
    QStringList lines;
    for (const auto &fault : document.faults)
        lines.append(fault.toString());
    return lines.join(u'\n');
}

} // namespace

class TestRunbookReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDocumentIsRead()
    {
        const auto document = readRunbook(rollback, u"/ops/runbooks/rollback.md"_s);
        QVERIFY2(document.runbook, qPrintable(faultsText(document)));
        const Runbook &book = *document.runbook;
        QCOMPARE(book.name, u"rollback-payment"_s);
        QCOMPARE(book.title, u"Roll payment back to a known-good commit"_s);
        QCOMPARE(book.target, u"payment"_s);
        QCOMPARE(book.risk, Risk::Disruptive);
        QCOMPARE(book.directory, u"/ops/payment"_s);
        QCOMPARE(book.urls, QStringList(u"https://wiki.example.org/payment/rollback"_s));
        QCOMPARE(book.file, u"/ops/runbooks/rollback.md"_s);
        QCOMPARE(book.environment, (std::map<QString, QString>{{u"REGION"_s, u"eu"_s}}));
        QVERIFY(matchAll(book.match, Labels{{u"alertname"_s, u"ServiceDown"_s}, {u"service"_s, u"payment"_s}}));
        QVERIFY(!matchAll(book.match, Labels{{u"alertname"_s, u"ServiceDown"_s}, {u"service"_s, u"auth"_s}}));
        QCOMPARE(book.parameters.size(), size_t(1));
        QCOMPARE(book.parameters[0].name, u"commit"_s);
        QCOMPARE(book.parameters[0].pattern, u"[0-9a-f]{7,40}"_s);
        QCOMPARE(book.parameters[0].question, u"Which commit was good?"_s);
        QCOMPARE(book.parameters[0].choicesCommand, (QStringList{u"git"_s, u"log"_s, u"--oneline"_s}));
    }

    void stepsAreReadInTheirOrder()
    {
        const auto document = readRunbook(rollback, u"/ops/runbooks/rollback.md"_s);
        QVERIFY2(document.runbook, qPrintable(faultsText(document)));
        const auto &steps = document.runbook->steps;
        QCOMPARE(steps.size(), size_t(4));
        QCOMPARE(steps[0].kind, RunbookStep::Kind::Gate);
        QVERIFY(steps[0].isQuery);
        QCOMPARE(steps[0].title, u"errors are high"_s);
        QCOMPARE(steps[0].source, u"main"_s);
        QCOMPARE(steps[0].line, 15);
        QCOMPARE(steps[1].kind, RunbookStep::Kind::Shell);
        QCOMPARE(steps[1].timeout, 90s);
        QCOMPARE(steps[1].undo, u"git -C /srv/payment checkout -"_s);
        QCOMPARE(steps[1].expect, u"HEAD is now"_s);
        QCOMPARE(steps[1].code.trimmed(), u"git -C /srv/payment checkout \"$commit\""_s);
        QCOMPARE(steps[2].timeout, 60s);
        QCOMPARE(steps[2].line, 24);
        QCOMPARE(steps[3].kind, RunbookStep::Kind::Verify);
        QVERIFY(steps[3].isQuery);
        QCOMPARE(steps[3].within, 5min);
        QCOMPARE(steps[3].holdFor, 1min);
        int blocks = 0;
        for (const auto &block : document.runbook->document)
            blocks += block.kind == MarkdownBlock::Kind::Code;
        QCOMPARE(blocks, 5);
    }

    void defaultsHold()
    {
        const auto document = readRunbook(runbookOf({}, "```sh gate='redis answers'\nredis-cli ping\n```\n"), u"/ops/a.md"_s);
        QVERIFY2(document.runbook, qPrintable(faultsText(document)));
        QCOMPARE(document.runbook->directory, u"/ops"_s);
        QCOMPARE(document.runbook->risk, Risk::Disruptive);
        QVERIFY(document.runbook->match.empty());
        QCOMPARE(document.runbook->steps[0].kind, RunbookStep::Kind::Gate);
        QVERIFY(!document.runbook->steps[0].isQuery);
    }

    void goodScriptsHaveNoFaults_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("own variables") << QByteArray("for key in a b; do echo \"$key\"; done");
        QTest::newRow("assigned") << QByteArray("n=$(wc -l < f)\necho \"$n\"");
        QTest::newRow("home") << QByteArray("ls \"$HOME\"");
        QTest::newRow("environment") << QByteArray("echo \"$REGION\"");
        QTest::newRow("fallback") << QByteArray("echo \"${OTHER:-none}\"");
        QTest::newRow("awk") << QByteArray("ps | awk '{print $pid}'");
    }
    void goodScriptsHaveNoFaults()
    {
        QFETCH(QByteArray, script);
        const auto document = readRunbook(runbookOf("environment: {REGION: eu}\n", "```sh step=x\n" + script + "\n```\n"), u"/a.md"_s);
        QVERIFY2(document.runbook, qPrintable(faultsText(document)));
    }

    void faultsHaveTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &text, int line, const char *words) {
            QTest::newRow(name) << text << line << QString::fromUtf8(words);
        };
        const auto step = [](const QByteArray &info, const QByteArray &code = "true") {
            return runbookOf({}, "```" + info + "\n" + code + "\n```\n");
        };
        row("empty file", "", 1, "front matter");
        row("no front matter", "# Title\n", 1, "front matter");
        row("unclosed front matter", "---\nrunbook: a\n", 1, "front matter");
        row("empty front matter", "---\n---\n", 1, "empty");
        row("no name", "---\ntitle: A\ntarget: t\n---\n", 2, "runbook");
        row("no title", "---\nrunbook: a\ntarget: t\n---\n", 2, "title");
        row("no target", "---\nrunbook: a\ntitle: A\n---\n", 2, "target");
        row("a name with a slash", "---\nrunbook: ../a\ntitle: A\ntarget: t\n---\n", 2, "name");
        row("unknown key", runbookOf("owner: x\n"), 5, "owner");
        row("unknown risk", runbookOf("risk: high\n"), 5, "safe, disruptive or destructive");
        row("bad matcher", runbookOf("match: ['a=~\"(\"']\n"), 5, "");
        row("pattern missing", runbookOf("parameters: {x: {ask: y}}\n"), 5, "pattern");
        row("pattern not RE2", runbookOf("parameters: {x: {pattern: \"(?=a)\"}}\n"), 5, "RE2");
        row("default against the pattern", runbookOf("parameters: {x: {pattern: a, default: b}}\n"), 5, "does not match");
        row("parameter called PATH", runbookOf("parameters: {PATH: {pattern: a}}\n"), 5, "PATH");
        row("parameter called LD_PRELOAD", runbookOf("parameters: {LD_PRELOAD: {pattern: a}}\n"), 5, "LD_PRELOAD");
        row("parameter with a dash", runbookOf("parameters: {a-b: {pattern: a}}\n"), 5, "a-b");
        row("environment with a dash", runbookOf("environment: {a-b: c}\n"), 5, "a-b");
        row("bash", step("bash step=x"), 6, "promql or sh");
        row("unknown attribute", step("sh step=x retries=3"), 6, "retries");
        row("attribute of the other kind", step("sh step=x within=5m"), 6, "within");
        row("attribute twice", step("sh step=x timeout=1s timeout=2s"), 6, "twice");
        row("a bare word", step("sh step=x now"), 6, "name=");
        row("no closing quote", step("sh step=\"x"), 6, "closing quote");
        row("neither gate nor step", step("sh timeout=1s"), 6, "exactly one");
        row("gate and verify", step("promql gate=x verify=y"), 6, "exactly one");
        row("no title of a step", step("sh step=\"\""), 6, "title");
        row("bad timeout", step("sh step=x timeout=soon"), 6, "timeout");
        row("no timeout", step("sh step=x timeout=0s"), 6, "timeout");
        row("endless timeout", step("sh step=x timeout=10y"), 6, "timeout");
        row("hold longer than allowed", step("promql verify=x within=1m for=1m", "up"), 6, "never be reached");
        row("bad expect", step("sh step=x expect=\"(\""), 6, "expect");
        row("unknown name", step("sh step=x", "echo \"$commit\""), 6, "$commit");
        row("unknown name in undo", step("sh step=x undo='echo $commit'"), 6, "$commit");
        row("empty block", step("sh step=x", ""), 6, "empty");
        row("parameter in a query", step("promql gate=x", "up{a=\"$commit\"}"), 6, "$commit");
        row("line after text", runbookOf({}, "Words.\n\n- a list\n\n```sh step=x y\ntrue\n```\n"), 10, "name=");
        row("too large", runbookOf({}, QByteArray(2'000'000, 'x')), 1, "1 MiB");
    }
    void faultsHaveTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, words);
        const auto document = readRunbook(text, u"/ops/a.md"_s);
        QVERIFY(!document.runbook);
        const bool found = std::any_of(document.faults.begin(), document.faults.end(), [&](const Fault &fault) {
            return fault.line == line && fault.file == u"/ops/a.md" && (fault.message + fault.path).contains(words);
        });
        QVERIFY2(found, qPrintable(faultsText(document)));
    }

    void allFaultsComeAtOnceInTheirOrder()
    {
        const auto document = readRunbook(runbookOf("risk: high\nowner: x\n", "```sh step=x y\ntrue\n```\n```sh step=x z\ntrue\n```\n"),
                                          u"/a.md"_s);
        QCOMPARE(document.faults.size(), size_t(4));
        QVERIFY(std::is_sorted(document.faults.begin(), document.faults.end(),
                               [](const Fault &a, const Fault &b) { return a.line < b.line; }));
    }

    void truncatedFilesNeverCrash()
    {
        for (qsizetype size = 0; size < rollback.size(); ++size) {
            const auto document = readRunbook(rollback.left(size), u"/a.md"_s);
            QVERIFY(document.runbook.has_value() == document.faults.empty());
        }
    }
};

WATCHFLOOR_TEST(TestRunbookReader)
#include "tst_runbookreader.moc"
