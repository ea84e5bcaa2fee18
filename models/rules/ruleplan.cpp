#include "models/rules/ruleplan.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

QString textAt(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? QString::fromStdString(found->get_ref<const std::string &>()) : QString();
}

const Json &listAt(const Json &object, const char *key)
{
    static const Json none = Json::array();
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

bool lists(const ListedGroups &listed, const RuleGroup &group)
{
    const auto found = listed.find(group.name);
    return found != listed.end()
           && std::all_of(group.rules.begin(), group.rules.end(), [&](const Rule &rule) { return found->second.contains(rule.name); });
}

} // namespace

Result<ListedGroups> parseListedGroups(const QByteArray &body)
{
    const Json root = Json::parse(body.begin(), body.end(), nullptr, false);
    if (!root.is_object() || textAt(root, "status") != u"success" || !root.contains("data"))
        return Error{Error::Kind::Malformed, u"no list of rules"_s, {}};
    ListedGroups listed;
    for (const Json &group : listAt(root["data"], "groups")) {
        QSet<QString> &names = listed[textAt(group, "name")];
        for (const Json &rule : listAt(group, "rules"))
            names.insert(textAt(rule, "name"));
    }
    return listed;
}

RulePlan planRules(const std::vector<RuleFile> &files, const std::map<QString, ListedGroups> &listed)
{
    RulePlan plan;
    for (const RuleFile &file : files) {
        RuleFile left{file.path, {}};
        for (const RuleGroup &group : file.groups) {
            const auto source = std::find_if(listed.begin(), listed.end(), [&group](const auto &pair) { return lists(pair.second, group); });
            if (group.rules.empty())
                continue;
            if (source == listed.end())
                left.groups.push_back(group);
            else
                plan.skipped.push_back({group.name, file.path, source->first});
        }
        if (!left.groups.empty())
            plan.files.push_back(std::move(left));
    }
    return plan;
}

} // namespace Watchfloor
