#include "models/runbooks/auditrecord.h"

#include "models/core/jsonwriting.h"
#include "models/core/redact.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

using Json = nlohmann::ordered_json;

constexpr int depthLimit = 16;
constexpr qsizetype detailLimit = 64 * 1024;

/// Too deep a part is dropped, so that the line is no longer its own record and counts as altered.
Json parsed(QByteArrayView text)
{
    return Json::parse(text.begin(), text.end(), [](int depth, Json::parse_event_t, Json &) { return depth <= depthLimit; }, false);
}

QByteArray dumped(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json members(const AuditRecord &record)
{
    Json json;
    json["seq"] = record.seq;
    json["prev"] = record.prev.toStdString();
    json["wall"] = jsonTime(record.wall);
    json["mono"] = record.mono;
    json["actor"] = record.actor.toStdString();
    json["host"] = record.host.toStdString();
    json["run"] = record.run.toStdString();
    json["event"] = record.event.toStdString();
    json["outcome"] = record.outcome.toStdString();
    const Json detail = parsed(record.detail.toUtf8());
    json["detail"] = detail.is_object() ? detail : Json::object();
    return json;
}

bool takeText(const Json &json, const char *key, QString &text)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string())
        return false;
    text = QString::fromStdString(found->get_ref<const std::string &>());
    return true;
}

bool takeNumber(const Json &json, const char *key, qint64 &number)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer())
        return false;
    number = found->get<qint64>();
    return true;
}

void redactTexts(Json &json)
{
    if (json.is_string())
        json = redacted(QString::fromStdString(json.get_ref<const std::string &>())).toStdString();
    else if (json.is_structured())
        for (auto &child : json)
            redactTexts(child);
}

} // namespace

QByteArray auditLine(const AuditRecord &record)
{
    Json json = members(record);
    json["hash"] = record.hash.toStdString();
    return dumped(json);
}

QString auditHash(const AuditRecord &record)
{
    return QString::fromLatin1(QCryptographicHash::hash(dumped(members(record)), QCryptographicHash::Sha256).toHex());
}

std::optional<AuditRecord> parseAuditLine(QByteArrayView line)
{
    if (line.isEmpty() || line.size() > auditLineLimit)
        return {};
    const Json json = parsed(line);
    if (!json.is_object())
        return {};
    AuditRecord record;
    QString wall;
    const bool complete = takeNumber(json, "seq", record.seq) && takeText(json, "prev", record.prev) && takeText(json, "wall", wall)
        && takeNumber(json, "mono", record.mono) && takeText(json, "actor", record.actor) && takeText(json, "host", record.host)
        && takeText(json, "run", record.run) && takeText(json, "event", record.event) && takeText(json, "outcome", record.outcome)
        && takeText(json, "hash", record.hash);
    const QDateTime time = QDateTime::fromString(wall, Qt::ISODateWithMs);
    if (!complete || !time.isValid())
        return {};
    record.wall = WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    if (const auto detail = json.find("detail"); detail != json.end() && detail->is_object() && !detail->empty())
        record.detail = QString::fromUtf8(dumped(*detail));
    return record;
}

bool isIntact(const AuditRecord &record, QByteArrayView line)
{
    return record.hash == auditHash(record) && auditLine(record) == line;
}

QString auditDetail(const QString &detail)
{
    if (detail.isEmpty())
        return {};
    Json json = parsed(detail.toUtf8());
    if (!json.is_object()) {
        json = Json::object();
        json["text"] = detail.toStdString();
    }
    redactTexts(json);
    const QByteArray text = dumped(json);
    if (text.size() <= detailLimit)
        return json.empty() ? QString() : QString::fromUtf8(text);
    Json cut;
    cut["text"] = QString::fromUtf8(text.left(detailLimit / 4)).toStdString();
    cut["cut"] = true;
    return QString::fromUtf8(dumped(cut));
}

} // namespace Watchfloor
