#include "models/alerts/prometheusalertssource.h"

#include "models/alerts/alertkey.h"
#include "models/alerts/prometheusalertsjson.h"
#include "models/core/redact.h"
#include "models/metrics/parallelparse.h"

#include <QElapsedTimer>

namespace Watchfloor {

namespace {

/// The server has no such page, or does not give it to us: it will not have it in the next round either.
bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::Rejected:
    case Error::Kind::NotExpected:
    case Error::Kind::Forbidden:
    case Error::Kind::Unauthorized:
    case Error::Kind::Malformed:
        return true;
    default:
        return false;
    }
}

} // namespace

/// What comes together while the answers are under way.
struct PrometheusAlertsSource::Round
{
    PrometheusAlertsSnapshot snapshot;
    std::optional<Error> error;
    QElapsedTimer since;
    std::chrono::milliseconds latency{};
    int open = 4;
};

PrometheusAlertsSource::PrometheusAlertsSource(PrometheusClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void PrometheusAlertsSource::poll()
{
    if (m_underWay)
        return;
    m_underWay = true;
    const auto round = std::make_shared<Round>();
    round->since.start();
    askAlerts(round);
    askRules(round);
    askConfiguration(round);
    askBuild(round);
}

void PrometheusAlertsSource::askAlerts(const std::shared_ptr<Round> &round)
{
    m_client.get(QStringLiteral("api/v1/alerts"), this, [this, round](Result<QByteArray> body) {
        round->latency = std::chrono::milliseconds(round->since.elapsed());
        if (!body)
            return settle(round, body.error());
        const auto parse = [bytes = *body] {
            auto list = parsePrometheusAlerts(bytes);
            if (list)
                markAll(list->alerts);
            return list;
        };
        parseSomewhere<AlertList>(this, body->size(), parse, [this, round](Result<AlertList> list) {
            if (!list)
                return settle(round, list.error());
            round->snapshot.totalAlerts = list->total;
            round->snapshot.alerts = std::move(list->alerts);
            settle(round);
        });
    });
}

void PrometheusAlertsSource::askRules(const std::shared_ptr<Round> &round)
{
    m_client.get(QStringLiteral("api/v1/rules"), this, [this, round](Result<QByteArray> body) {
        if (!body)
            return settle(round, body.error());
        const auto parse = [bytes = *body] { return parsePrometheusRules(bytes); };
        parseSomewhere<std::vector<AlertRule>>(this, body->size(), parse, [this, round](Result<std::vector<AlertRule>> rules) {
            if (!rules)
                return settle(round, rules.error());
            round->snapshot.rules = *std::move(rules);
            settle(round);
        });
    });
}

void PrometheusAlertsSource::askConfiguration(const std::shared_ptr<Round> &round)
{
    if (m_externalLabels) {
        round->snapshot.externalLabels = *m_externalLabels;
        return settle(round);
    }
    m_client.get(QStringLiteral("api/v1/status/config"), this, [this, round](Result<QByteArray> body) {
        const auto labels = body ? parseExternalLabels(*body) : Result<Labels>(body.error());
        if (!labels && !isRefusal(labels.error()))
            return settle(round, labels.error());
        m_externalLabels = labels ? *labels : Labels();
        round->snapshot.externalLabels = *m_externalLabels;
        settle(round);
    });
}

void PrometheusAlertsSource::askBuild(const std::shared_ptr<Round> &round)
{
    if (!m_version.isEmpty())
        return settle(round);
    m_client.buildInfo(this, [this, round](Result<QString> version) {
        if (version)
            m_version = *version;
        settle(round, version || isRefusal(version.error()) ? std::nullopt : std::optional(version.error()));
    });
}

void PrometheusAlertsSource::settle(const std::shared_ptr<Round> &round, const std::optional<Error> &error)
{
    if (error && !round->error)
        round->error = error;
    if (--round->open > 0)
        return;
    m_underWay = false;
    if (!round->error) {
        Q_EMIT finished({round, &round->snapshot}, m_version, round->latency);
        return;
    }
    // After a failure it may be another server, with another configuration.
    m_externalLabels.reset();
    m_version.clear();
    Error failure = *round->error;
    if (failure.where.isEmpty())
        failure.where = redacted(m_client.http().target().base);
    Q_EMIT failed(failure);
}

} // namespace Watchfloor
