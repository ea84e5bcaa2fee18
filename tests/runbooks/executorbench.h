#pragma once

#include "models/runbooks/executor.h"
#include "tests/support/faultserver.h"
#include "tests/support/testfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace Watchfloor::Testing {

/// A runbook's surroundings: a folder, an audit log in it, and a Prometheus that answers as it is told.
struct ExecutorBench
{
    QTemporaryDir folder;
    SystemClock clock;
    FaultServer server;
    HttpClient http{HttpTarget{.base = server.url()}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient prometheus{http};
    AuditLog audit{folder.filePath(QStringLiteral("data/audit.jsonl")), clock};
    bool visible = true;
    std::map<QString, QByteArray> answers; ///< body by expression; an empty vector for the rest
    std::vector<QString> asked;

    ExecutorBench()
    {
        server.on(QStringLiteral("/api/v1/query"), [this](const SeenRequest &request) {
            const QString expression = request.query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
            asked.push_back(expression);
            const auto found = answers.find(expression);
            return Answer::json(found == answers.end() ? vectorOf({}) : found->second);
        });
    }

    static QByteArray vectorOf(const QByteArray &value)
    {
        const QByteArray sample = value.isEmpty() ? QByteArray() : R"({"metric":{"service":"payment"},"value":[1795230764,")" + value + "\"]}";
        return R"({"status":"success","data":{"resultType":"vector","result":[)" + sample + "]}}";
    }
    static QByteArray scalarOf(const QByteArray &value)
    {
        return R"({"status":"success","data":{"resultType":"scalar","result":[1795230764,")" + value + "\"]}}";
    }

    Executor::Prometheis prometheis()
    {
        return {[this](const QString &source) { return source.isEmpty() || source == QLatin1String("main") ? &prometheus : nullptr; },
                [this](const QString &) { return visible; }};
    }

    static RunbookStep shell(const QString &title, const QString &code, const QString &undo = {})
    {
        RunbookStep step;
        step.title = title;
        step.code = code;
        step.undo = undo;
        step.timeout = std::chrono::seconds(20);
        return step;
    }
    static RunbookStep query(RunbookStep::Kind kind, const QString &expression)
    {
        RunbookStep step;
        step.kind = kind;
        step.isQuery = true;
        step.title = expression;
        step.code = expression;
        step.within = std::chrono::milliseconds(1'500);
        return step;
    }
    static RunbookStep gate(const QString &expression) { return query(RunbookStep::Kind::Gate, expression); }
    static RunbookStep verify(const QString &expression) { return query(RunbookStep::Kind::Verify, expression); }
    static RunbookStep shellGate(const QString &code)
    {
        RunbookStep step = shell(QStringLiteral("gate"), code);
        step.kind = RunbookStep::Kind::Gate;
        return step;
    }

    Runbook runbook(std::vector<RunbookStep> steps) const
    {
        Runbook book;
        book.name = QStringLiteral("rollback-payment");
        book.title = QStringLiteral("Roll payment back");
        book.target = QStringLiteral("payment");
        book.directory = folder.path();
        book.steps = std::move(steps);
        return book;
    }
    Executor::Request request(std::vector<RunbookStep> steps) const
    {
        Executor::Request wanted;
        wanted.runbook = runbook(std::move(steps));
        wanted.actor = QStringLiteral("mk");
        return wanted;
    }

    /// A step that leaves a line in the file "trace" of the folder.
    static QString trace(const QString &word) { return QStringLiteral("echo %1 >> trace").arg(word); }
    QStringList traced() const
    {
        return QString::fromUtf8(contentOf(folder.filePath(QStringLiteral("trace")))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    /// "run-start/intent step-start/intent …"
    QString recorded() const
    {
        QStringList words;
        const auto records = audit.read();
        if (records)
            for (const auto &record : *records)
                words.append(record.event + QLatin1Char('/') + record.outcome);
        return words.join(QLatin1Char(' '));
    }
};

inline std::vector<StepState> statesOf(const Run &run)
{
    std::vector<StepState> states;
    for (const auto &step : run.steps)
        states.push_back(step.state);
    return states;
}

inline bool waitForEnd(const Executor &executor, int milliseconds = 20'000)
{
    return QTest::qWaitFor([&executor] { return isOver(executor.run().state) && executor.run().endedAt; }, milliseconds);
}

} // namespace Watchfloor::Testing
