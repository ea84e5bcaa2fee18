#include "models/health/jsonpath.h"

namespace Watchfloor {

namespace {

/// Goes one [n] further; `rest` starts at the bracket.
const nlohmann::json *atIndex(const nlohmann::json *json, QStringView &rest)
{
    const qsizetype end = rest.indexOf(u']');
    if (end < 0)
        return nullptr;
    bool ok = false;
    const uint index = rest.sliced(1, end - 1).toUInt(&ok);
    rest = rest.sliced(end + 1);
    return ok && json->is_array() && index < json->size() ? &(*json)[index] : nullptr;
}

const nlohmann::json *atName(const nlohmann::json *json, QStringView &rest)
{
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != u'.' && rest[end] != u'[')
        ++end;
    if (end == 0 || !json->is_object())
        return nullptr;
    const auto found = json->find(rest.first(end).toString().toStdString());
    rest = rest.sliced(end);
    return found != json->end() ? &*found : nullptr;
}

}

const nlohmann::json *atJsonPath(const nlohmann::json &json, const QString &path)
{
    const nlohmann::json *at = &json;
    QStringView rest(path);
    bool nameMayFollow = true;
    while (at && !rest.isEmpty()) {
        if (rest.front() == u'[') {
            at = atIndex(at, rest);
            nameMayFollow = false;
        } else if (rest.front() == u'.' && !nameMayFollow) {
            rest = rest.sliced(1);
            nameMayFollow = true;
        } else if (nameMayFollow) {
            at = atName(at, rest);
            nameMayFollow = false;
        } else {
            return nullptr;
        }
    }
    return nameMayFollow && !path.isEmpty() ? nullptr : at;
}

QString jsonText(const nlohmann::json &json)
{
    if (json.is_string())
        return QString::fromStdString(json.get_ref<const std::string &>());
    return QString::fromStdString(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace Watchfloor
