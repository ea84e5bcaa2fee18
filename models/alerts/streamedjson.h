#pragma once

#include "models/core/result.h"
#include "models/core/labels.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Watchfloor {

/// Reads a large body object by object: every object that closes at nesting `depth` (the root is 0) is given to `take` and
/// forgotten, so that memory holds one at a time. `take` returns what is wrong with it, if anything. What is left of the tree
/// is the result. Objects at nesting `passed` are dropped unread (0: none). Invalid UTF-8 is replaced visibly.
Result<nlohmann::json> readObjects(const QByteArray &body, int depth,
                                   const std::function<std::optional<Error>(const nlohmann::json &)> &take, int passed = 0);

/// Texts that many objects of one body have in common, names and severities say, are made once and shared. What is new when it
/// is full is made by itself.
class SharedTexts final
{
public:
    QString of(std::string_view text);

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_texts;
};

/// A member that is an object of strings; absent is empty, anything else Malformed.
Result<Labels> labelsMember(const nlohmann::json &object, const char *name, SharedTexts &texts);

/// A member that is a list of strings; others are passed over.
QStringList stringsMember(const nlohmann::json &object, const char *name);

} // namespace Watchfloor
