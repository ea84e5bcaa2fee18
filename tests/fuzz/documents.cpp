#include "models/grafana/grafanadashboard.h"
#include "models/panels/dashboard.h"
#include "models/text/yaml.h"
#include "tests/fuzz/fuzzer.h"

#include <QSet>

namespace Watchfloor::Testing {

namespace {

std::vector<QByteArray> yamlSeeds()
{
    return {"a: 1\nb: [x, 'y', \"z\\n\"]\nc:\n  - d: |\n      text\n    e: >-\n      folded\n# comment\n", "base: &base {x: 1}\nmore:\n  <<: *base\n  y: ~\n---\nsecond: true\n",
            "? complex\n: value\n\"quoted\": !!str 5\n"};
}

std::vector<QByteArray> yamlTokens()
{
    return {"\n", " ", "  ", "- ", ": ", "{", "}", "[", "]", ",", "&a ", "*a", "<<: *a", "|", ">", "\"", "'", "#", "---\n", "...\n", "!!str ", "? ", "~", "\t", "%YAML 1.2\n", "\xff"};
}

/// Every node and fault stands on a line of the text.
QString walk(const YamlNode &node, int lines, int depth)
{
    if (depth > 70)
        return QStringLiteral("depth is capped");
    if (node.line() > lines)
        return QStringLiteral("a node is on a line of the text");
    for (const YamlNode &item : node.isSequence() ? node.items() : std::vector<YamlNode>())
        if (const QString fault = walk(item, lines, depth + 1); !fault.isEmpty())
            return fault;
    for (const QString &key : node.isMap() ? node.keys() : QStringList())
        if (const QString fault = walk(node.at(key), lines, depth + 1); !fault.isEmpty())
            return fault;
    return {};
}

QString readYamlText(const QByteArray &bytes)
{
    const YamlFile file = readYaml(bytes, QStringLiteral("fuzz.yaml"));
    const int lines = int(bytes.count('\n') + bytes.count('\r')) + 1;
    for (const YamlNode &document : file.documents)
        if (const QString fault = walk(document, lines, 0); !fault.isEmpty())
            return fault;
    for (const Fault &fault : file.faults)
        if (fault.message.isEmpty())
            return QStringLiteral("a fault says something");
    return {};
}

std::vector<QByteArray> dashboardSeeds()
{
    return {R"--({"title":"One","schemaVersion":39,"uid":"u","tags":["t"],"time":{"from":"now-6h","to":"now"},"templating":{"list":[
               {"name":"service","type":"query","query":"label_values(up, service)","multi":true,"includeAll":true,"current":{"text":"All","value":["$__all"]}},
               {"name":"interval","type":"interval","query":"1m,5m","auto":true}]},
               "panels":[{"id":1,"type":"timeseries","title":"P","gridPos":{"x":0,"y":0,"w":12,"h":8},"targets":[{"refId":"A","expr":"up{service=~\"$service\"}"}],
               "fieldConfig":{"defaults":{"unit":"s","decimals":2,"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"green"},{"value":1,"color":"red"}]}},
               "overrides":[{"matcher":{"id":"byName","options":"x"},"properties":[{"id":"unit","value":"bytes"}]}]},
               "transformations":[{"id":"organize","options":{"excludeByName":{"a":true}}}]},
               {"id":1,"type":"row","collapsed":true,"panels":[{"type":"graph","targets":[{"expr":"rate(x[5m])"}],"yaxes":[{"format":"s"},{"format":"short"}]}]},
               {"type":"worldmap","targets":[{"expr":"x"}]}]})--",
            R"--({"dashboard":{"title":"Old","rows":[{"title":"R","panels":[{"id":2,"type":"singlestat","span":3,"format":"percent","valueName":"avg","targets":[{"expr":"x"}]},
               {"id":3,"type":"table","styles":[{"pattern":"/a/","unit":"s"}]}]}]},"overwrite":true})--",
            "apiVersion: v1\nkind: ConfigMap\ndata:\n  a.json: |\n    {\"title\":\"C\",\"panels\":[{\"type\":\"text\",\"options\":{\"content\":\"# x\",\"mode\":\"markdown\"}}]}\n",
            R"--({"apiVersion":"dashboard.grafana.app/v2beta1","kind":"Dashboard","metadata":{"name":"n"},"spec":{"title":"V2","elements":{"panel-1":{"kind":"Panel","spec":{"id":1,"title":"p",
               "vizConfig":{"kind":"stat","spec":{}},"data":{"kind":"QueryGroup","spec":{"queries":[{"kind":"PanelQuery","spec":{"refId":"A","query":{"kind":"prometheus","spec":{"expr":"up"}}}}]}}}}},
               "layout":{"kind":"GridLayout","spec":{"items":[{"kind":"GridLayoutItem","spec":{"x":0,"y":0,"width":12,"height":8,"element":{"kind":"ElementReference","name":"panel-1"}}}]}}}})--"};
}

std::vector<QByteArray> dashboardTokens()
{
    return {"null", "true", "-1", "1e99", "[]", "{}", "\"\"", "\"x\"", "[[]]", "{\"id\":1}", "\"$service\"", "\"type\":\"row\",", "\"collapsed\":true,", "\"panels\":[", "]", "}", ",", ":", "\"",
            "\\", "99999999999", "\"../../etc\"", "\"<script>\"", "\"repeat\":\"service\",", "\"gridPos\":{\"x\":-5,\"y\":1e9,\"w\":0,\"h\":99},"};
}

/// Panel ids are unique, and every panel that is not whole says what it lacks.
QString readDashboards(const QByteArray &bytes)
{
    const GrafanaDocument document = readGrafanaDashboards(bytes, QStringLiteral("fuzz.json"));
    for (const Dashboard &dashboard : document.dashboards) {
        QSet<int> ids;
        for (const Panel &panel : dashboard.panels) {
            if (ids.contains(panel.id))
                return QStringLiteral("panel ids are unique");
            ids.insert(panel.id);
            if (panel.support != PanelSupport::Full && panel.missing.isEmpty())
                return QStringLiteral("what a panel lacks is named");
            if (panel.row >= int(dashboard.rows.size()))
                return QStringLiteral("a panel's row is there");
        }
    }
    return {};
}

std::vector<QByteArray> shortFormSeeds()
{
    return {"title: Short\npanels:\n  - title: Rate\n    query: rate(x[5m])\n    unit: reqps\n    thresholds: [1, 2]\n  - title: Stat\n    kind: stat\n    query: up\n",
            "title: V\nvariables:\n  - name: service\n    query: label_values(up, service)\n    multi: true\npanels: []\n"};
}

QString readShortForm(const QByteArray &bytes)
{
    const DashboardDocument document = readDashboard(bytes, QStringLiteral("fuzz.yaml"));
    return document.dashboard || !document.faults.empty() ? QString() : QStringLiteral("a dashboard or why there is none");
}

}

Fuzzer yamlFuzzer()
{
    return {"yaml", yamlSeeds, yamlTokens, readYamlText, 6'000};
}

Fuzzer dashboardFuzzer()
{
    return {"dashboard", dashboardSeeds, dashboardTokens, readDashboards, 3'000};
}

Fuzzer shortFormFuzzer()
{
    return {"short-form", shortFormSeeds, yamlTokens, readShortForm, 3'000};
}

} // namespace Watchfloor::Testing
