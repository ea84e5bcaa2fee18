#include "models/frames/fieldconfig.h"

namespace Watchfloor {

bool applyProperty(FieldConfig &config, const FieldProperty &property)
{
    if (property.id == u"unit") {
        config.unit = {property.value.toString()};
        return property.value.isString();
    }
    if (property.id == u"displayName") {
        config.displayName = property.value.toString();
        return property.value.isString();
    }
    if (property.id == u"decimals") {
        config.decimals = property.value.isDouble() ? std::optional<int>(property.value.toInt()) : std::nullopt;
        return true;
    }
    return false;
}

FieldMatcher fieldMatcher(const QString &id, const QJsonValue &options)
{
    return {FieldMatcher::Kind::Unknown, id, options};
}

} // namespace Watchfloor
