#include "models/slo/sloth.h"

namespace Watchfloor {

namespace {
QString key(const char *name)
{
    return QString::fromLatin1(name);
}

Labels labelsOf(const YamlNode &node, YamlReader &reader)
{
    Labels labels;
    if (!node.isNull() && !node.isMap())
        reader.fault(node, QStringLiteral("a map of labels is expected"));
    for (const QString &name : node.keys())
        labels.set(name, reader.text(node.at(name)));
    return labels;
}

void readEvents(const YamlNode &events, YamlReader &reader, Indicator &indicator)
{
    reader.expectKeys(events, {key("error_query"), key("total_query")});
    indicator.kind = Indicator::Kind::BadTotal;
    indicator.bad = reader.text(reader.require(events, key("error_query")));
    indicator.total = reader.text(reader.require(events, key("total_query")));
}

void readRaw(const YamlNode &raw, YamlReader &reader, Indicator &indicator)
{
    reader.expectKeys(raw, {key("error_ratio_query")});
    indicator.kind = Indicator::Kind::RatioMetric;
    indicator.ratio = reader.text(reader.require(raw, key("error_ratio_query")));
}

Indicator readIndicator(const YamlNode &slo, YamlReader &reader)
{
    Indicator indicator;
    const YamlNode sli = reader.require(slo, key("sli"));
    if (!sli.isMap()) {
        if (!sli.isNull())
            reader.fault(sli, QStringLiteral("a map with \"events\" or \"raw\" is expected"));
        return indicator;
    }
    reader.expectKeys(sli, {key("events"), key("raw"), key("plugin")});
    const int kinds = int(sli.has(key("events"))) + int(sli.has(key("raw"))) + int(sli.has(key("plugin")));
    if (sli.has(key("plugin")))
        reader.fault(sli.keyNode(key("plugin")), QStringLiteral("plugins of Sloth are programs and are not run; write its queries as \"events\" or \"raw\""));
    else if (kinds != 1)
        reader.fault(sli, QStringLiteral("exactly one of \"events\" and \"raw\" is expected"));
    else if (sli.has(key("events")))
        readEvents(sli.at(key("events")), reader, indicator);
    else
        readRaw(sli.at(key("raw")), reader, indicator);
    return indicator;
}

double readTarget(const YamlNode &node, YamlReader &reader)
{
    const double percent = reader.number(node, 99.9);
    if (percent == 100)
        reader.fault(node, noBudgetMessage());
    else if (percent <= 0 || percent > 100)
        reader.fault(node, QStringLiteral("the objective is per cent between 0 and 100, such as 99.9"));
    return percent / 100;
}

Objective readObjective(const YamlNode &slo, const QString &service, const Labels &labels, YamlReader &reader)
{
    reader.expectKeys(slo, {key("name"), key("description"), key("objective"), key("labels"), key("sli"), key("alerting"), key("plugins")});
    Objective objective;
    const QString name = reader.text(reader.require(slo, key("name")));
    const bool qualified = service.isEmpty() || name == service || name.startsWith(service + QLatin1Char('-'));
    objective.name = qualified ? name : service + QLatin1Char('-') + name;
    objective.title = reader.text(slo.at(key("description")));
    objective.service = service;
    objective.target = readTarget(reader.require(slo, key("objective")), reader);
    objective.indicator = readIndicator(slo, reader);
    objective.labels = labels;
    for (const auto &[label, value] : labelsOf(slo.at(key("labels")), reader))
        objective.labels.set(label, value);
    objective.file = reader.file();
    return objective;
}
}

std::vector<Objective> readSloth(const YamlNode &document, YamlReader &reader)
{
    reader.expectKeys(document, {key("version"), key("service"), key("labels"), key("slos"), key("slo_plugins")});
    const QString service = reader.text(reader.require(document, key("service")));
    const Labels labels = labelsOf(document.at(key("labels")), reader);
    const YamlNode slos = reader.require(document, key("slos"));
    if (!slos.isNull() && !slos.isSequence())
        reader.fault(slos, QStringLiteral("a list of SLOs is expected"));
    else if (slos.isSequence() && slos.items().empty())
        reader.fault(slos, QStringLiteral("no SLO stands here"));
    std::vector<Objective> objectives;
    QStringList names;
    for (const YamlNode &slo : slos.items()) {
        if (!slo.isMap()) {
            reader.fault(slo, QStringLiteral("a map with \"name\", \"objective\" and \"sli\" is expected"));
            continue;
        }
        objectives.push_back(readObjective(slo, service, labels, reader));
        const QString &name = objectives.back().name;
        if (names.contains(name))
            reader.fault(slo.at(key("name")), QStringLiteral("another SLO of this file is called \"%1\"").arg(name.left(128)));
        names.append(name);
    }
    return objectives;
}

} // namespace Watchfloor
