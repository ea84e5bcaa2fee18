#pragma once

#include "models/health/condition.h"
#include "models/session/session.h"
#include "tests/support/faultserver.h"

namespace Watchfloor::Testing {

/// A server that answers honestly until it is given a fault, and again when that is taken away.
class FakeServer
{
public:
    virtual ~FakeServer() = default;

    FaultServer server;
    std::optional<Answer> fault;

protected:
    void serve(const QString &path, std::function<Answer(const SeenRequest &)> honest)
    {
        server.on(path, [this, honest = std::move(honest)](const SeenRequest &request) { return fault ? *fault : honest(request); });
    }
};

/// As much of a Prometheus as a session asks for.
class FakePrometheus final : public FakeServer
{
public:
    std::vector<Labels> firing;
    QByteArray activeAt = "2026-11-21T03:00:00Z";
    Labels external; ///< that it adds
    std::map<QString, QByteArray> results; ///< of an instant query, by expression: the JSON of its result; others have none

    FakePrometheus()
    {
        serve(QStringLiteral("/api/v1/alerts"), [this](const SeenRequest &) { return data("{\"alerts\":[" + alerts() + "]}"); });
        serve(QStringLiteral("/api/v1/rules"), [](const SeenRequest &) {
            return data(R"({"groups":[{"name":"slo","file":"r.yml","interval":5,"rules":[{"type":"alerting","name":"HighErrorRate",)"
                        R"("query":"errors > 0.01","duration":30,"labels":{"severity":"critical"},"annotations":{},"alerts":[],)"
                        R"("health":"ok","state":"firing"}]}]})");
        });
        serve(QStringLiteral("/api/v1/status/config"), [this](const SeenRequest &) {
            // What is JSON is YAML too.
            return data("{\"yaml\":" + quoted(QStringLiteral("global: {external_labels: %1}\n").arg(QString::fromUtf8(json(external)))).toUtf8() + '}');
        });
        serve(QStringLiteral("/api/v1/status/buildinfo"), [](const SeenRequest &) { return data(R"({"version":"2.42.0"})"); });
        serve(QStringLiteral("/api/v1/query"), [this](const SeenRequest &request) {
            const auto found = results.find(request.query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded));
            return data("{\"resultType\":\"vector\",\"result\":" + (found == results.end() ? QByteArray("[]") : found->second) + "}");
        });
        serve(QStringLiteral("/api/v1/query_range"),
              [](const SeenRequest &) { return data(R"({"resultType":"matrix","result":[]})"); });
    }

    static Answer data(const QByteArray &json) { return Answer::json("{\"status\":\"success\",\"data\":" + json + "}"); }
    static QByteArray json(const Labels &labels)
    {
        QByteArray text;
        for (const auto &[name, value] : labels)
            text += (text.isEmpty() ? "" : ",") + quoted(name).toUtf8() + ':' + quoted(value).toUtf8();
        return '{' + text + '}';
    }
    static QByteArray sample(const Labels &labels, const QByteArray &value)
    {
        return "[{\"metric\":" + json(labels) + ",\"value\":[1795230764,\"" + value + "\"]}]";
    }

private:
    QByteArray alerts() const
    {
        QByteArray text;
        for (const Labels &labels : firing)
            text += (text.isEmpty() ? "" : ",") + QByteArray("{\"labels\":") + json(labels)
                    + ",\"annotations\":{},\"state\":\"firing\",\"value\":\"1\",\"activeAt\":\"" + activeAt + "\"}";
        return text;
    }
};

class FakeAlertmanager final : public FakeServer
{
public:
    std::vector<Labels> firing;

    FakeAlertmanager()
    {
        serve(QStringLiteral("/api/v2/alerts"), [this](const SeenRequest &) {
            QByteArray text;
            for (const Labels &labels : firing)
                text += (text.isEmpty() ? "" : ",") + QByteArray("{\"labels\":") + FakePrometheus::json(labels)
                        + R"(,"annotations":{},"startsAt":"2026-11-21T03:00:00.000Z","endsAt":"2063-01-01T00:00:00.000Z",)"
                          R"("updatedAt":"2026-11-21T03:00:00.000Z","generatorURL":"","fingerprint":"a1","receivers":[{"name":"d"}],)"
                          R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]}})";
            return Answer::json('[' + text + ']');
        });
        serve(QStringLiteral("/api/v2/silences"), [](const SeenRequest &) { return Answer::json("[]"); });
        serve(QStringLiteral("/api/v2/status"), [](const SeenRequest &) {
            return Answer::json(R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"},"uptime":"2026-11-20T03:00:00.000Z",)"
                                R"("config":{"original":""}})");
        });
    }
};

class FakeMetrics final : public FakeServer
{
public:
    FakeMetrics()
    {
        serve(QStringLiteral("/metrics"),
              [](const SeenRequest &) { return Answer::text("# TYPE orders_total counter\norders_total 41\n"); });
    }
};

class FakeHealth final : public FakeServer
{
public:
    FakeHealth()
    {
        serve(QStringLiteral("/health"), [](const SeenRequest &) { return Answer::json(R"({"status":"healthy"})"); });
    }
};

inline const Labels highErrorRate{{QStringLiteral("alertname"), QStringLiteral("HighErrorRate")},
                                  {QStringLiteral("service"), QStringLiteral("payment")},
                                  {QStringLiteral("severity"), QStringLiteral("critical")}};

inline constexpr std::chrono::milliseconds shortInterval{100};

inline SourceSpec sourceAt(const QString &name, SourceKind kind, const QUrl &url, std::chrono::milliseconds interval = shortInterval)
{
    SourceSpec spec;
    spec.name = name;
    spec.kind = kind;
    spec.target.base = url;
    spec.interval = interval;
    return spec;
}

inline Endpoint endpointAt(const QString &name, const QUrl &url)
{
    Endpoint endpoint;
    endpoint.name = name;
    endpoint.group = QStringLiteral("payment");
    endpoint.target.base = url;
    endpoint.interval = shortInterval;
    endpoint.timeout = std::chrono::milliseconds(400);
    endpoint.conditions = {*parseCondition(QStringLiteral("[STATUS] == 200")), *parseCondition(QStringLiteral("[BODY].status == healthy"))};
    return endpoint;
}

inline Service paymentService()
{
    Service service;
    service.name = QStringLiteral("payment");
    service.labels = {{QStringLiteral("service"), QStringLiteral("payment")}};
    return service;
}

inline Workspace workspaceOf(std::vector<SourceSpec> sources)
{
    Workspace workspace;
    workspace.name = QStringLiteral("Shop");
    workspace.environment = QStringLiteral("staging");
    workspace.sources = std::move(sources);
    return workspace;
}

} // namespace Watchfloor::Testing
