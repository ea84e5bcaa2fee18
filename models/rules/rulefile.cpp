#include "models/rules/rulefile.h"

#include "models/core/duration.h"
#include "models/text/yaml.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr size_t mostGroups = 10'000;
constexpr size_t mostRules = 100'000;

bool isMetricName(const QString &name)
{
    static const QRegularExpression pattern(u"^[a-zA-Z_:][a-zA-Z0-9_:]*$"_s, QRegularExpression::DontCaptureOption);
    return pattern.match(name).hasMatch();
}

bool isLabelName(const QString &name)
{
    static const QRegularExpression pattern(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s, QRegularExpression::DontCaptureOption);
    return pattern.match(name).hasMatch() && name != u"__name__";
}

/// A duration as it stands there; one that cannot be read is a fault.
QString durationAt(YamlReader &reader, const YamlNode &map, const QString &key)
{
    const YamlNode node = map.at(key);
    const QString text = reader.text(node);
    if (!text.isEmpty() && text != u"0" && !parseDuration(text))
        reader.fault(node, u"a duration such as 5m is expected"_s);
    return text;
}

RuleTexts textsAt(YamlReader &reader, const YamlNode &map, const QString &key, bool isLabels)
{
    const YamlNode node = map.at(key);
    if (!node.isNull() && !node.isMap())
        reader.fault(node, u"a map of texts is expected"_s);
    RuleTexts pairs;
    for (const QString &name : node.isMap() ? node.keys() : QStringList()) {
        const YamlNode value = node.at(name);
        if (!isLabelName(name))
            reader.fault(node.keyNode(name), u"\"%1\" cannot be the name of a label or an annotation"_s.arg(name.left(64)));
        else if (!value.isNull() && !value.isScalar())
            reader.fault(value, u"a text is expected"_s);
        else if (isLabels && name == u"alertname")
            reader.fault(node.keyNode(name), u"alertname is what the rule is called"_s);
        else
            pairs.emplace_back(name, reader.text(value));
    }
    return pairs;
}

Rule readRule(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, {u"record"_s, u"alert"_s, u"expr"_s, u"for"_s, u"keep_firing_for"_s, u"labels"_s, u"annotations"_s});
    Rule rule;
    rule.line = node.line();
    const QString alert = reader.text(node.at(u"alert"_s));
    const QString record = reader.text(node.at(u"record"_s));
    rule.isAlert = !alert.isEmpty();
    rule.name = rule.isAlert ? alert : record;
    if (node.isMap() && alert.isEmpty() == record.isEmpty())
        reader.fault(node, u"a rule is one of alert and record"_s);
    if (!record.isEmpty() && !isMetricName(record))
        reader.fault(node.at(u"record"_s), u"\"%1\" cannot be the name of a series"_s.arg(record.left(64)));
    rule.expression = reader.text(reader.require(node, u"expr"_s));
    rule.duration = durationAt(reader, node, u"for"_s);
    rule.keepFiringFor = durationAt(reader, node, u"keep_firing_for"_s);
    rule.labels = textsAt(reader, node, u"labels"_s, rule.isAlert);
    rule.annotations = textsAt(reader, node, u"annotations"_s, false);
    for (const QString &key : {u"for"_s, u"keep_firing_for"_s, u"annotations"_s})
        if (!record.isEmpty() && node.has(key))
            reader.fault(node.keyNode(key), u"%1 belongs to an alert; this rule records"_s.arg(key));
    return rule;
}

RuleGroup readGroup(YamlReader &reader, const YamlNode &node, size_t &rulesLeft)
{
    reader.expectKeys(node, {u"name"_s, u"interval"_s, u"limit"_s, u"rules"_s});
    RuleGroup group;
    group.line = node.line();
    group.name = reader.text(reader.require(node, u"name"_s));
    group.interval = durationAt(reader, node, u"interval"_s);
    group.limit = reader.integer(node.at(u"limit"_s));
    const YamlNode rules = node.at(u"rules"_s);
    if (!rules.isNull() && !rules.isSequence())
        reader.fault(rules, u"a list of rules is expected"_s);
    for (const YamlNode &rule : rules.isSequence() ? rules.items() : std::vector<YamlNode>()) {
        if (rulesLeft == 0) {
            reader.fault(rule, u"more than %1 rules"_s.arg(mostRules));
            break;
        }
        --rulesLeft;
        group.rules.push_back(readRule(reader, rule));
    }
    return group;
}

} // namespace

RuleDocument readRuleFile(const QByteArray &text, const QString &path)
{
    RuleDocument document{{path, {}}, {}};
    YamlFile yaml = readYaml(text, path);
    if (!yaml.faults.empty()) {
        document.faults = std::move(yaml.faults);
        return document;
    }
    YamlReader reader(path);
    const YamlNode root = yaml.documents.empty() ? YamlNode() : yaml.documents.front();
    if (yaml.documents.size() > 1)
        reader.fault(yaml.documents[1], u"a rule file is one document"_s);
    reader.expectKeys(root, {u"groups"_s});
    const YamlNode groups = root.at(u"groups"_s);
    if (!groups.isNull() && !groups.isSequence())
        reader.fault(groups, u"a list of groups is expected"_s);
    size_t rulesLeft = mostRules;
    QSet<QString> names;
    for (const YamlNode &node : groups.isSequence() ? groups.items() : std::vector<YamlNode>()) {
        if (document.file.groups.size() == mostGroups) {
            reader.fault(node, u"more than %1 groups"_s.arg(mostGroups));
            break;
        }
        RuleGroup group = readGroup(reader, node, rulesLeft);
        if (names.contains(group.name))
            reader.fault(node.at(u"name"_s), u"the group %1 is there twice"_s.arg(group.name.left(64)));
        names.insert(group.name);
        document.file.groups.push_back(std::move(group));
    }
    document.faults = reader.faults();
    return document;
}

} // namespace Watchfloor
