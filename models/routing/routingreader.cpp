#include "models/routing/routingconfig.h"

#include <QVersionNumber>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int mostRoutes = 10'000;
constexpr int deepestRoute = 32;
constexpr size_t mostRules = 5'000;
constexpr size_t mostMatchers = 200;
constexpr size_t mostReceivers = 10'000;
constexpr size_t mostIntervals = 1'000;

/// Reads one file; what one node inherits comes down with it.
class RoutingReader
{
public:
    RoutingReader(const QString &text, const QString &version)
        : m_reader({})
        , m_emptyGroupByResets(version.isEmpty() || QVersionNumber::fromString(version) >= QVersionNumber(0, 31))
    {
        YamlFile file = readYaml(text.toUtf8(), {});
        m_config.faults = std::move(file.faults);
        if (file.documents.empty() || !file.documents.front().isMap())
            return;
        readFile(file.documents.front());
        m_config.faults.insert(m_config.faults.end(), m_reader.faults().begin(), m_reader.faults().end());
    }

    RoutingConfig take() { return std::move(m_config); }

private:
    void readFile(const YamlNode &file)
    {
        m_reader.expectKeys(file, {QStringLiteral("global"), QStringLiteral("route"), QStringLiteral("inhibit_rules"), QStringLiteral("receivers"), QStringLiteral("templates"),
                                   QStringLiteral("mute_time_intervals"), QStringLiteral("time_intervals"), QStringLiteral("tracing"), QStringLiteral("event_recorder")});
        for (const QString &key : {QStringLiteral("mute_time_intervals"), QStringLiteral("time_intervals")})
            for (const YamlNode &node : items(file.at(key), mostIntervals))
                addInterval(readInterval(m_reader, node));
        for (const YamlNode &node : items(file.at(QStringLiteral("receivers")), mostReceivers))
            readReceiver(node);
        for (const YamlNode &node : items(file.at(QStringLiteral("inhibit_rules")), mostRules))
            readRule(node);
        const YamlNode route = m_reader.require(file, QStringLiteral("route"));
        if (!route.isMap())
            return;
        m_config.root = readRoute(route, {}, 1);
        m_config.valid = true;
    }

    std::vector<YamlNode> items(const YamlNode &node, size_t most)
    {
        if (!node.isNull() && !node.isSequence())
            m_reader.fault(node, QStringLiteral("a list is expected"));
        std::vector<YamlNode> all = node.items();
        if (all.size() > most) {
            m_reader.fault(node, QStringLiteral("only the first %1 are read").arg(most));
            all.resize(most);
        }
        return all;
    }

    void addInterval(NamedInterval interval)
    {
        const QString name = interval.name;
        m_config.intervals.insert_or_assign(name, std::move(interval));
    }

    Route readRoute(const YamlNode &node, const Route &above, int depth)
    {
        ++m_routes;
        Route route = above;
        route.routes.clear();
        route.matchers.clear();
        m_reader.expectKeys(node, {QStringLiteral("receiver"), QStringLiteral("group_by"), QStringLiteral("match"), QStringLiteral("match_re"), QStringLiteral("matchers"),
                                   QStringLiteral("mute_time_intervals"), QStringLiteral("active_time_intervals"), QStringLiteral("continue"), QStringLiteral("routes"),
                                   QStringLiteral("group_wait"), QStringLiteral("group_interval"), QStringLiteral("repeat_interval"), QStringLiteral("labels")});
        const QString receiver = m_reader.text(node.at(QStringLiteral("receiver")));
        if (!receiver.isEmpty())
            route.receiver = receiver;
        readGrouping(node.at(QStringLiteral("group_by")), route);
        route.groupWait = m_reader.duration(node.at(QStringLiteral("group_wait")), route.groupWait);
        route.groupInterval = m_reader.duration(node.at(QStringLiteral("group_interval")), route.groupInterval);
        route.repeatInterval = m_reader.duration(node.at(QStringLiteral("repeat_interval")), route.repeatInterval);
        route.continues = m_reader.boolean(node.at(QStringLiteral("continue")));
        route.muteIntervals = m_reader.texts(node.at(QStringLiteral("mute_time_intervals")));
        route.activeIntervals = m_reader.texts(node.at(QStringLiteral("active_time_intervals")));
        route.unread = !readSide(node, {QStringLiteral("match"), QStringLiteral("match_re"), QStringLiteral("matchers")}, route.matchers);
        for (const YamlNode &child : items(node.at(QStringLiteral("routes")), mostRoutes)) {
            if (depth >= deepestRoute || m_routes >= mostRoutes) {
                m_reader.fault(child, QStringLiteral("there are more routes than are read"));
                break;
            }
            route.routes.push_back(readRoute(child, bareOf(route), depth + 1));
        }
        return route;
    }

    /// What a child takes over: neither the children nor the times.
    static Route bareOf(const Route &route)
    {
        Route bare;
        bare.receiver = route.receiver;
        bare.groupBy = route.groupBy;
        bare.groupByAll = route.groupByAll;
        bare.groupWait = route.groupWait;
        bare.groupInterval = route.groupInterval;
        bare.repeatInterval = route.repeatInterval;
        return bare;
    }

    void readGrouping(const YamlNode &node, Route &route)
    {
        if (node.isNull())
            return;
        QStringList names = m_reader.texts(node);
        if (names.removeAll(QStringLiteral("...")) > 0) {
            route.groupByAll = true;
            return;
        }
        if (names.isEmpty() && !m_emptyGroupByResets)
            return;
        names.sort();
        names.removeDuplicates();
        route.groupBy = names;
        route.groupByAll = false;
    }

    struct SideKeys
    {
        QString equal;
        QString regex;
        QString matchers;
    };

    /// False when a condition cannot be read: without it the rest would match too much.
    bool readSide(const YamlNode &node, const SideKeys &keys, Matchers &matchers)
    {
        const bool equal = readMap(node.at(keys.equal), Matcher::Operator::Equal, matchers);
        const bool regex = readMap(node.at(keys.regex), Matcher::Operator::Matches, matchers);
        const bool lines = readLines(node.at(keys.matchers), matchers);
        std::sort(matchers.begin(), matchers.end(), [](const Matcher &a, const Matcher &b) {
            return std::tuple(a.name(), a.value(), int(a.op())) < std::tuple(b.name(), b.value(), int(b.op()));
        });
        return equal && regex && lines && matchers.size() <= mostMatchers;
    }

    bool readMap(const YamlNode &node, Matcher::Operator op, Matchers &matchers)
    {
        if (node.isNull())
            return true;
        if (!node.isMap()) {
            m_reader.fault(node, QStringLiteral("a map of labels is expected"));
            return false;
        }
        bool read = true;
        for (const QString &name : node.keys())
            read = add(node.at(name), Matcher::make(name, op, m_reader.text(node.at(name))), matchers) && read;
        return read;
    }

    bool add(const YamlNode &node, const Result<Matcher> &matcher, Matchers &matchers)
    {
        if (!matcher) {
            m_reader.fault(node, matcher.error().detail);
            return false;
        }
        if (matchers.size() > mostMatchers)
            return false;
        matchers.push_back(*matcher);
        return true;
    }

    bool readLines(const YamlNode &node, Matchers &matchers)
    {
        bool read = true;
        std::vector<YamlNode> lines = node.items();
        if (node.isScalar())
            lines.push_back(node);
        else if (!node.isNull() && !node.isSequence())
            read = false;
        for (const YamlNode &line : lines) {
            const auto parsed = parseMatchers(line.scalar());
            if (!line.isScalar() || !parsed) {
                m_reader.fault(line, parsed ? QStringLiteral("a text is expected") : parsed.error().detail);
                read = false;
                continue;
            }
            if (matchers.size() + parsed->size() <= mostMatchers)
                matchers.insert(matchers.end(), parsed->begin(), parsed->end());
            else
                read = false;
        }
        return read;
    }

    void readRule(const YamlNode &node)
    {
        m_reader.expectKeys(node, {QStringLiteral("name"), QStringLiteral("source_match"), QStringLiteral("source_match_re"), QStringLiteral("source_matchers"),
                                   QStringLiteral("target_match"), QStringLiteral("target_match_re"), QStringLiteral("target_matchers"), QStringLiteral("equal")});
        InhibitRule rule;
        rule.name = m_reader.text(node.at(QStringLiteral("name")));
        const bool source = readSide(node, {QStringLiteral("source_match"), QStringLiteral("source_match_re"), QStringLiteral("source_matchers")}, rule.source);
        const bool target = readSide(node, {QStringLiteral("target_match"), QStringLiteral("target_match_re"), QStringLiteral("target_matchers")}, rule.target);
        rule.unread = !source || !target || !node.isMap();
        rule.equal = m_reader.texts(node.at(QStringLiteral("equal")));
        rule.equal.sort();
        rule.equal.removeDuplicates();
        m_config.inhibitRules.push_back(std::move(rule));
    }

    /// Whatever ends in `_configs` is a way to tell somebody, those of later versions included.
    void readReceiver(const YamlNode &node)
    {
        static const QString ending = QStringLiteral("_configs");
        Receiver receiver;
        receiver.name = m_reader.text(m_reader.require(node, QStringLiteral("name")));
        for (const QString &key : node.keys()) {
            if (!key.endsWith(ending)) {
                if (key != u"name" && key != u"labels")
                    m_reader.fault(node.keyNode(key), QStringLiteral("unknown key \"%1\"").arg(key.left(64)));
                continue;
            }
            if (!node.at(key).items().empty())
                receiver.integrations << key.chopped(ending.size());
        }
        const QString name = receiver.name;
        m_config.receivers.insert_or_assign(name, std::move(receiver));
    }

    RoutingConfig m_config;
    YamlReader m_reader;
    int m_routes = 0;
    bool m_emptyGroupByResets;
};

} // namespace

RoutingConfig readRoutingConfig(const QString &text, const QString &version)
{
    return RoutingReader(text, version).take();
}

} // namespace Watchfloor
