#include "models/frames/frame.h"

#include <algorithm>

namespace Watchfloor {

QString fieldTypeName(FieldType type)
{
    switch (type) {
    case FieldType::Time:
        return QStringLiteral("time");
    case FieldType::Number:
        return QStringLiteral("number");
    case FieldType::String:
        return QStringLiteral("string");
    case FieldType::Boolean:
        return QStringLiteral("boolean");
    case FieldType::Other:
        break;
    }
    return QStringLiteral("other");
}

FieldType fieldTypeNamed(const QString &name)
{
    for (const FieldType type : {FieldType::Time, FieldType::Number, FieldType::String, FieldType::Boolean})
        if (fieldTypeName(type) == name)
            return type;
    return FieldType::Other;
}

const Field *Frame::time() const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [](const Field &field) { return field.type == FieldType::Time; });
    return found == fields.end() ? nullptr : &*found;
}

const Field *Frame::find(const QString &called) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.name == called; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace Watchfloor
