#include "models/metrics/boundedjson.h"

namespace Watchfloor {

bool jsonDepthWithin(QByteArrayView body, int limit)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return false;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

Result<nlohmann::json> parseBoundedJson(QByteArrayView body)
{
    if (body.trimmed().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("the answer is empty"), {}};
    if (!jsonDepthWithin(body))
        return Error{Error::Kind::Malformed, QStringLiteral("JSON nested deeper than %1").arg(jsonDepthLimit), {}};
    nlohmann::json json = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    if (json.is_discarded())
        return Error{Error::Kind::Malformed, QStringLiteral("not valid JSON"), {}};
    return json;
}

QString stringMember(const nlohmann::json &object, const char *name)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get_ref<const std::string &>()) : QString();
}

const nlohmann::json *member(const nlohmann::json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found != object.end() && found->is_structured() ? &*found : nullptr;
}

} // namespace Watchfloor
