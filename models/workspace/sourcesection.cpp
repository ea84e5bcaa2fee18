#include "models/workspace/sections.h"

#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t sourceLimit = 200;
constexpr qint64 bodyMost = qint64(4) * 1024 * 1024 * 1024;
constexpr int seriesMost = 1'000'000;
constexpr int queriesMost = 64;

struct KindKey
{
    QString key;
    SourceKind kind;
};

const std::array<KindKey, 3> &kindKeys()
{
    static const std::array<KindKey, 3> keys{{{QStringLiteral("prometheus"), SourceKind::Prometheus},
                                              {QStringLiteral("alertmanager"), SourceKind::Alertmanager},
                                              {QStringLiteral("metrics"), SourceKind::Metrics}}};
    return keys;
}

/// A number of bytes, or one with KiB, MiB or GiB.
qint64 readBytes(YamlReader &reader, const YamlNode &node)
{
    if (node.isNull())
        return 0;
    QString text = reader.text(node).trimmed();
    qint64 factor = 1;
    for (const auto &[suffix, bytes] : {std::pair(QLatin1String("KiB"), qint64(1) << 10), std::pair(QLatin1String("MiB"), qint64(1) << 20),
                                        std::pair(QLatin1String("GiB"), qint64(1) << 30)}) {
        if (text.endsWith(suffix)) {
            factor = bytes;
            text.chop(suffix.size());
        }
    }
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    if (ok && number > 0 && number <= bodyMost / factor)
        return number * factor;
    if (node.isScalar())
        reader.fault(node, QStringLiteral("a size such as 64MiB is expected, at most 4GiB"));
    return 0;
}

/// What stands under prometheus:, alertmanager: or metrics:.
void readServer(Sections &sections, const YamlNode &map, const KindKey &kind, SourceSpec &spec)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(map, keysAt(QStringLiteral("sources[].") + kind.key));
    if (map.isNull()) {
        reader.fault(map, QStringLiteral("%1 takes a map with an url").arg(kind.key));
        return;
    }
    spec.kind = kind.kind;
    spec.target.base = readUrl(reader, reader.require(map, QStringLiteral("url")));
    if (kind.kind != SourceKind::Metrics && spec.target.base.hasQuery())
        reader.fault(map.at(QStringLiteral("url")), QStringLiteral("an address without ? is expected"));
    spec.interval = readInterval(reader, map.at(QStringLiteral("interval")), 15s);
    spec.cluster = reader.text(map.at(QStringLiteral("cluster")));
    spec.service = reader.text(map.at(QStringLiteral("service")));
}

SourceSpec readSource(Sections &sections, const YamlNode &node)
{
    YamlReader &reader = sections.reader;
    const QString path = QStringLiteral("sources[]");
    reader.expectKeys(node, keysAt(path));
    SourceSpec spec;
    spec.name = readName(reader, node, QStringLiteral("name"));
    int kinds = 0;
    for (const KindKey &kind : kindKeys()) {
        if (!node.has(kind.key))
            continue;
        ++kinds;
        readServer(sections, node.at(kind.key), kind, spec);
    }
    if (kinds != 1 && node.isMap())
        reader.fault(node, QStringLiteral("a source is one of prometheus, alertmanager and metrics"));
    readConnection(sections, node, path, spec.target);
    spec.externalLabels = readLabels(reader, node.at(QStringLiteral("external_labels")));
    const YamlNode limits = node.at(QStringLiteral("limits"));
    reader.expectKeys(limits, keysAt(path + QStringLiteral(".limits")));
    spec.bodyLimitBytes = readBytes(reader, limits.at(QStringLiteral("body")));
    spec.seriesLimit = size_t(readInteger(reader, limits.at(QStringLiteral("series")), int(spec.seriesLimit), 1, seriesMost));
    spec.concurrency = readInteger(reader, limits.at(QStringLiteral("queries")), spec.concurrency, 1, queriesMost);
    return spec;
}

} // namespace

void readSources(Sections &sections, const YamlNode &list)
{
    for (const YamlNode &node : listItems(sections.reader, list, sourceLimit)) {
        sections.workspace.sources.push_back(readSource(sections, node));
        sections.sourceNodes.push_back(node);
    }
}

} // namespace Watchfloor
