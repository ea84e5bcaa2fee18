#include "models/metrics/boundedjson.h"
#include "models/metrics/prometheusjson.h"
#include "models/metrics/samplevalue.h"

#include "models/core/duration.h"
#include "models/core/jsonfile.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr size_t targetLimit = 100'000;
constexpr size_t metadataLimit = 100'000;
constexpr qsizetype stringLimit = 200'000;
constexpr qsizetype errorBodyLimit = 1 << 20;

Error malformed(const QString &detail)
{
    return Error{Error::Kind::Malformed, detail, {}};
}

/// The member `data` of a successful answer.
Result<nlohmann::json> dataOf(QByteArrayView body)
{
    Result<nlohmann::json> json = parseBoundedJson(body);
    if (!json)
        return json;
    const QString status = stringMember(*json, "status");
    if (status == QLatin1String("error"))
        return errorOfApi(stringMember(*json, "errorType"), stringMember(*json, "error"));
    if (status != QLatin1String("success") || !json->contains("data"))
        return malformed(QStringLiteral("not laid out as an answer of Prometheus"));
    return nlohmann::json(std::move((*json)["data"]));
}

ScrapeTarget targetOf(const nlohmann::json &json)
{
    ScrapeTarget target;
    target.labels = labelsAt(json, "labels");
    target.pool = stringMember(json, "scrapePool");
    target.url = stringMember(json, "scrapeUrl");
    target.lastError = stringMember(json, "lastError");
    const QString health = stringMember(json, "health");
    if (health == QLatin1String("up"))
        target.health = ScrapeTarget::Health::Up;
    else if (health == QLatin1String("down"))
        target.health = ScrapeTarget::Health::Down;
    if (const auto time = parseRfc3339(stringMember(json, "lastScrape").toUtf8()))
        target.lastScrape = *time;
    if (const auto interval = parseDuration(stringMember(json, "scrapeInterval")))
        target.scrapeInterval = *interval;
    return target;
}

std::optional<Exemplar> exemplarOf(const nlohmann::json &json)
{
    const nlohmann::json *labels = member(json, "labels");
    const auto value = parseSampleValue(stringMember(json, "value").toStdString());
    const auto time = json.is_object() ? json.find("timestamp") : json.end();
    if (!labels || !labels->is_object() || !value || time == json.end() || !time->is_number())
        return std::nullopt;
    return Exemplar{labelsAt(json, "labels"), *value, time->get<double>()};
}

}

Error errorOfApi(const QString &errorType, const QString &text)
{
    const struct
    {
        QLatin1String type;
        Error::Kind kind;
    } kinds[] = {
        {QLatin1String("bad_data"), Error::Kind::Rejected},  {QLatin1String("execution"), Error::Kind::Rejected},
        {QLatin1String("timeout"), Error::Kind::Timeout},    {QLatin1String("unavailable"), Error::Kind::Starting},
        {QLatin1String("not_found"), Error::Kind::NotFound}, {QLatin1String("not_acceptable"), Error::Kind::Unsupported},
    };
    Error error{Error::Kind::Server, QStringLiteral("%1: %2").arg(errorType.left(64), text.left(2000)), {}};
    if (errorType.isEmpty())
        error.detail = text.isEmpty() ? QStringLiteral("the server says error and nothing more") : text.left(2000);
    for (const auto &[type, kind] : kinds)
        if (errorType == type)
            error.kind = kind;
    return error;
}

std::optional<Error> apiError(QByteArrayView body)
{
    if (body.size() > errorBodyLimit)
        return std::nullopt;
    const Result<nlohmann::json> json = parseBoundedJson(body);
    if (!json || stringMember(*json, "status") != QLatin1String("error"))
        return std::nullopt;
    return errorOfApi(stringMember(*json, "errorType"), stringMember(*json, "error"));
}

Result<std::vector<ExemplarSeries>> parseExemplars(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    std::vector<ExemplarSeries> answer;
    if (data->is_null())
        return answer;
    if (!data->is_array())
        return malformed(QStringLiteral("the exemplars are not a list"));
    size_t kept = 0;
    for (const nlohmann::json &entry : *data) {
        const nlohmann::json *labels = member(entry, "seriesLabels");
        const nlohmann::json *list = member(entry, "exemplars");
        if (!labels || !labels->is_object() || !list || !list->is_array())
            return malformed(QStringLiteral("the exemplars of a series are not laid out as Prometheus does"));
        ExemplarSeries series{labelsAt(entry, "seriesLabels"), {}};
        for (const nlohmann::json &one : *list) {
            auto exemplar = exemplarOf(one);
            if (!exemplar)
                return malformed(QStringLiteral("an exemplar is not laid out as Prometheus does"));
            if (kept++ < exemplarLimit)
                series.exemplars.push_back(*std::move(exemplar));
        }
        std::stable_sort(series.exemplars.begin(), series.exemplars.end(),
                         [](const Exemplar &a, const Exemplar &b) { return a.timestamp < b.timestamp; });
        if (answer.size() < seriesLimit)
            answer.push_back(std::move(series));
    }
    return answer;
}

Result<std::vector<ScrapeTarget>> parseTargets(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    const nlohmann::json *active = member(*data, "activeTargets");
    if (!active || !active->is_array())
        return malformed(QStringLiteral("the answer lists no targets"));
    std::vector<ScrapeTarget> targets;
    for (const nlohmann::json &target : *active) {
        if (!target.is_object())
            return malformed(QStringLiteral("a target is not an object"));
        if (targets.size() == targetLimit)
            return Error{Error::Kind::TooLarge, QStringLiteral("more than %1 targets").arg(targetLimit), {}};
        targets.push_back(targetOf(target));
    }
    return targets;
}

Result<std::map<QString, MetricMetadata>> parseMetadata(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    if (!data->is_object())
        return malformed(QStringLiteral("the metadata is not an object"));
    std::map<QString, MetricMetadata> metadata;
    for (const auto &[name, entries] : data->items()) {
        if (!entries.is_array())
            return malformed(QStringLiteral("the metadata of a metric is not a list"));
        if (entries.empty() || metadata.size() == metadataLimit)
            continue;
        metadata.emplace(QString::fromStdString(name),
                         MetricMetadata{stringMember(entries.front(), "type"), stringMember(entries.front(), "help"),
                                        stringMember(entries.front(), "unit")});
    }
    return metadata;
}

Result<QString> parseBuildInfo(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    return stringMember(*data, "version");
}

Result<WallTime> parseStartTime(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    return parseRfc3339(stringMember(*data, "startTime").toUtf8());
}

Result<QStringList> parseStringList(QByteArrayView body)
{
    const Result<nlohmann::json> data = dataOf(body);
    if (!data)
        return data.error();
    if (!data->is_array())
        return malformed(QStringLiteral("the answer is not a list"));
    QStringList list;
    for (const nlohmann::json &entry : *data) {
        if (!entry.is_string())
            return malformed(QStringLiteral("an entry of the list is not text"));
        if (list.size() < stringLimit)
            list.append(QString::fromStdString(entry.get_ref<const std::string &>()));
    }
    return list;
}

} // namespace Watchfloor
