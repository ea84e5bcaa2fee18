#include "models/session/ownfilterfile.h"

#include "models/alerts/alertfilter.h"
#include "models/core/durablefile.h"
#include "models/core/jsonfile.h"
#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr size_t mostFilters = 200;
constexpr qsizetype longestName = 128;
constexpr qint64 fileLimitBytes = 4 << 20;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/filters.json");
}

std::optional<SavedFilter> filterOf(const nlohmann::json &entry)
{
    if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string() || !entry.contains("match") || !entry["match"].is_array())
        return std::nullopt;
    SavedFilter filter{QString::fromStdString(entry["name"].get<std::string>()), {}, true};
    for (const auto &term : entry["match"]) {
        if (!term.is_string())
            return std::nullopt;
        filter.terms << QString::fromStdString(term.get<std::string>());
    }
    return filter;
}

} // namespace

Result<std::vector<SavedFilter>> loadOwnFilters(const QString &folder)
{
    const auto document = readJsonList(pathIn(folder), fileLimitBytes);
    if (!document)
        return document.error();
    std::vector<SavedFilter> filters;
    for (const auto &entry : *document)
        if (auto filter = filterOf(entry); filter && checkOwnFilter(*filter, filters))
            filters.push_back(*std::move(filter));
    return filters;
}

Result<QString> setAsideOwnFilters(const QString &folder)
{
    return setAside(pathIn(folder));
}

Result<void> saveOwnFilters(const QString &folder, const std::vector<SavedFilter> &filters)
{
    nlohmann::json document = nlohmann::json::array();
    for (const SavedFilter &filter : filters)
        document.push_back({{"name", filter.name.toStdString()}, {"match", jsonList<nlohmann::json>(filter.terms)}});
    return replaceJsonFile(pathIn(folder), document);
}

Result<void> checkOwnFilter(const SavedFilter &filter, const std::vector<SavedFilter> &others)
{
    const bool printable = std::all_of(filter.name.begin(), filter.name.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (filter.name.trimmed().isEmpty() || filter.name.size() > longestName || !printable)
        return Error{Error::Kind::Invalid, QStringLiteral("A filter's name is one line of 1 to %1 characters.").arg(longestName), filter.name.left(longestName)};
    if (filter.terms.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("A filter has at least one term."), filter.name};
    if (const auto parsed = parseAlertFilter(filter.terms); !parsed)
        return parsed.error();
    const bool replaces = std::any_of(others.begin(), others.end(), [&filter](const SavedFilter &other) { return other.name == filter.name; });
    if (!replaces && others.size() >= mostFilters)
        return Error{Error::Kind::TooLarge, QStringLiteral("%1 filters are kept already; remove one first.").arg(others.size()), filter.name};
    return {};
}

} // namespace Watchfloor
