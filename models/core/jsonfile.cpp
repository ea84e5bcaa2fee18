#include "models/core/jsonfile.h"

#include "models/core/durablefile.h"

#include <QFile>
#include <QLocale>

#include <nlohmann/json.hpp>

namespace Watchfloor {

using nlohmann::json;

namespace {
QString tooLarge(qint64 bytes, qint64 mostBytes)
{
    const QLocale english = QLocale::c();
    return QStringLiteral("it has %1, and at most %2 are read; move it away, and it is begun anew")
        .arg(english.formattedDataSize(bytes, 1), english.formattedDataSize(mostBytes, 1));
}
}

Result<json> readJsonFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.exists())
        return json();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), path};
    if (file.size() > mostBytes)
        return Error{Error::Kind::Io, tooLarge(file.size(), mostBytes), path};
    const QByteArray text = file.readAll();
    json document = json::parse(text.begin(), text.end(), nullptr, false);
    // A file that says null is no record of ours, and must not pass for one that is not there.
    if (document.is_discarded() || document.is_null())
        return Error{Error::Kind::Malformed, {}, path};
    return document;
}

Result<json> readJsonList(const QString &path, qint64 mostBytes)
{
    auto document = readJsonFile(path, mostBytes);
    if (document && document->is_null())
        return json::array();
    if (document && !document->is_array())
        return Error{Error::Kind::Malformed, {}, path};
    return document;
}

QByteArray jsonFileText(const json &document)
{
    return QByteArray::fromStdString(document.dump(1, ' ', false, json::error_handler_t::replace)) + '\n';
}

Result<void> replaceJsonFile(const QString &path, const json &document)
{
    return replaceDurably(path, jsonFileText(document));
}

QString stringAt(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

Labels labelsAt(const json &object, const char *key)
{
    std::vector<Labels::Pair> pairs;
    if (const auto found = object.find(key); found != object.end() && found->is_object())
        for (const auto &[name, value] : found->items())
            if (value.is_string())
                pairs.emplace_back(QString::fromStdString(name), QString::fromStdString(value.get_ref<const std::string &>()));
    return Labels(std::move(pairs));
}

std::optional<WallTime> wallTimeAt(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? std::optional(WallTime(std::chrono::milliseconds(found->get<qint64>()))) : std::nullopt;
}

} // namespace Watchfloor
