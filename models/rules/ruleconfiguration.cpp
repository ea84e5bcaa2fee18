#include "models/rules/ruleconfiguration.h"

#include "models/core/duration.h"
#include "models/core/jsonwriting.h"
#include "models/rules/readforwarder.h"

#include <nlohmann/json.hpp>

#include <QRandomGenerator>

#include <crypt.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const QString &value)
{
    return value.toStdString();
}

QByteArray written(const Json &json)
{
    return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

/// Of the page itself, as a Prometheus that scrapes it would call it.
QString instanceOf(const QUrl &url)
{
    const int usual = url.scheme() == u"https" ? 443 : 80;
    return u"%1:%2"_s.arg(url.host()).arg(url.port(usual));
}

Json readOf(const RuleSetup &setup, size_t source)
{
    return {{"name", text(u"%1: %2"_s.arg(source).arg(setup.sources[source].name))},
            {"url", text(u"http://127.0.0.1:%1%2"_s.arg(setup.forwarderPort).arg(ReadForwarder::readPath(source)))},
            {"read_recent", true},
            {"remote_timeout", "1m"}, // longer than a question may take: see ReadForwarder
            {"authorization", {{"credentials_file", text(setup.tokenFile)}}}};
}

Json scrapeOf(const RuleSetup &setup, size_t source)
{
    const SourceSpec &spec = setup.sources[source];
    Json labels{{"instance", text(instanceOf(spec.target.base))}};
    if (!spec.service.isEmpty())
        labels["service"] = text(spec.service);
    return {{"job_name", text(spec.name)},
            {"scrape_interval", text(durationText(spec.interval))},
            {"scrape_timeout", text(durationText(std::min<std::chrono::milliseconds>(spec.interval, std::chrono::seconds(10))))},
            {"metrics_path", text(ReadForwarder::scrapePath(source))},
            {"authorization", {{"credentials_file", text(setup.tokenFile)}}},
            {"static_configs", {{{"targets", {text(u"127.0.0.1:%1"_s.arg(setup.forwarderPort))}}, {"labels", std::move(labels)}}}}};
}

Json ruleOf(const Rule &rule)
{
    Json json{{rule.isAlert ? "alert" : "record", text(rule.name)}, {"expr", text(rule.expression)}};
    if (!rule.duration.isEmpty())
        json["for"] = text(rule.duration);
    if (!rule.keepFiringFor.isEmpty())
        json["keep_firing_for"] = text(rule.keepFiringFor);
    if (!rule.labels.empty())
        json["labels"] = jsonMap<Json>(rule.labels);
    if (!rule.annotations.empty())
        json["annotations"] = jsonMap<Json>(rule.annotations);
    return json;
}

} // namespace

QByteArray prometheusConfiguration(const RuleSetup &setup)
{
    const std::string interval = text(durationText(setup.interval));
    Json json{{"global", {{"scrape_interval", interval}, {"scrape_timeout", interval}, {"evaluation_interval", interval}}}};
    json["rule_files"] = jsonList<Json>(setup.ruleFiles);
    json["remote_read"] = Json::array();
    for (const size_t source : setup.readable)
        json["remote_read"].push_back(readOf(setup, source));
    json["scrape_configs"] = Json::array();
    for (size_t source = 0; source < setup.sources.size(); ++source)
        if (setup.sources[source].kind == SourceKind::Metrics)
            json["scrape_configs"].push_back(scrapeOf(setup, source));
    return written(json);
}

QByteArray ruleFileText(const RuleFile &file)
{
    Json groups = Json::array();
    for (const RuleGroup &group : file.groups) {
        Json json{{"name", text(group.name)}};
        if (!group.interval.isEmpty())
            json["interval"] = text(group.interval);
        if (group.limit > 0)
            json["limit"] = group.limit;
        json["rules"] = Json::array();
        for (const Rule &rule : group.rules)
            json["rules"].push_back(ruleOf(rule));
        groups.push_back(std::move(json));
    }
    return written({{"groups", std::move(groups)}});
}

QByteArray webConfiguration(const QString &user, const QByteArray &password)
{
    // bcrypt at its least cost: the password is random and long, nobody guesses it.
    std::array<char, 16> random{};
    for (char &byte : random)
        byte = char(QRandomGenerator::system()->bounded(256));
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
    if (!crypt_gensalt_rn("$2b$", 4, random.data(), int(random.size()), setting.data(), int(setting.size())))
        return {};
    const auto memory = std::make_unique<crypt_data>();
    const char *hash = crypt_r(password.constData(), setting.data(), memory.get());
    if (!hash || hash[0] != '$')
        return {};
    return written({{"basic_auth_users", {{text(user), std::string(hash)}}}});
}

} // namespace Watchfloor
