#include "models/alerts/alertmanagerjson.h"

#include "models/alerts/streamedjson.h"
#include "models/core/jsonwriting.h"
#include "models/core/log.h"
#include "models/metrics/boundedjson.h"
#include "models/metrics/prometheusjson.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {

using nlohmann::json;

Error malformed(const QString &why)
{
    return {Error::Kind::Malformed, why, {}};
}

/// The time of a member; absent when it is missing, unreadable or the zero time.
std::optional<WallTime> timeMember(const json &object, const char *name)
{
    const auto time = parseRfc3339(stringMember(object, name).toUtf8());
    return time && *time != WallTime{} ? std::optional(*time) : std::nullopt;
}

bool flagMember(const json &object, const char *name, bool fallback)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

/// API v1 answers with an object where v2 has a list; it went away with 0.27 and lacks what silences need.
Error notList(const json &root)
{
    if (root.is_object() && root.contains("status") && root.contains("data"))
        return {Error::Kind::Unsupported, QStringLiteral("this is API v1; Alertmanager 0.17 or newer with API v2 is needed"), {}};
    return malformed(QStringLiteral("not a list"));
}

Result<Matcher> matcherOf(const json &object)
{
    const QString name = stringMember(object, "name");
    if (name.isEmpty())
        return malformed(QStringLiteral("a matcher without a name"));
    const bool isRegex = flagMember(object, "isRegex", false);
    const bool isEqual = flagMember(object, "isEqual", true);
    using Operator = Matcher::Operator;
    const Operator op = isRegex ? (isEqual ? Operator::Matches : Operator::NotMatches) : (isEqual ? Operator::Equal : Operator::NotEqual);
    return Matcher::make(name, op, stringMember(object, "value"));
}

bool isExpired(const json &silence)
{
    const json *status = member(silence, "status");
    return status && stringMember(*status, "state") == u"expired";
}

/// Absent and null are none; what is no text there is not ours to keep.
Labels annotationsOf(const json &object)
{
    constexpr size_t most = 1'000;
    std::vector<Labels::Pair> pairs;
    if (object.is_object())
        for (const auto &[name, value] : object.items())
            if (value.is_string() && pairs.size() < most)
                pairs.emplace_back(QString::fromStdString(name), QString::fromStdString(value.get<std::string>()));
    return Labels(std::move(pairs));
}

Result<Silence> silenceOf(const json &object)
{
    Silence silence;
    silence.id = stringMember(object, "id");
    if (silence.id.isEmpty())
        return malformed(QStringLiteral("a silence without an id"));
    const json *matchers = member(object, "matchers");
    if (!matchers || !matchers->is_array())
        return malformed(QStringLiteral("a silence without matchers"));
    for (const json &entry : *matchers) {
        auto matcher = entry.is_object() ? matcherOf(entry) : Result<Matcher>(malformed(QStringLiteral("a matcher that is no object")));
        if (!matcher)
            return matcher.error();
        silence.matchers.push_back(*std::move(matcher));
    }
    const json *status = member(object, "status");
    const QString state = status ? stringMember(*status, "state") : QString();
    silence.state = state == u"expired"   ? Silence::State::Expired
                    : state == u"pending" ? Silence::State::Pending
                                          : Silence::State::Active;
    silence.startsAt = timeMember(object, "startsAt").value_or(WallTime{});
    silence.endsAt = timeMember(object, "endsAt").value_or(WallTime{});
    silence.updatedAt = timeMember(object, "updatedAt").value_or(WallTime{});
    silence.createdBy = stringMember(object, "createdBy");
    silence.comment = stringMember(object, "comment");
    if (const json *annotations = member(object, "annotations"))
        silence.annotations = annotationsOf(*annotations);
    return silence;
}

/// Before 0.17 a member without a cluster said nothing but null, later "disabled".
void readCluster(const json &cluster, AlertmanagerStatus &status)
{
    status.clusterStatus = stringMember(cluster, "status");
    const json *peers = member(cluster, "peers");
    if (!peers || !peers->is_array())
        return;
    for (const json &peer : *peers)
        if (const QString address = stringMember(peer, "address"); !address.isEmpty() && status.clusterPeers.size() < 1'000)
            status.clusterPeers << address;
}

} // namespace

Result<SilenceList> parseSilenceList(const QByteArray &body)
{
    constexpr size_t limit = 50'000;
    if (QByteArrayView(body).trimmed().startsWith('{')) {
        const auto object = parseBoundedJson(body);
        return object ? notList(*object) : object.error();
    }
    SilenceList list;
    const auto root = readObjects(body, 1, [&list](const json &object) -> std::optional<Error> {
        if (object.find("id") == object.end())
            return std::nullopt;
        auto silence = list.silences.size() < limit ? silenceOf(object) : Result<Silence>(malformed(QStringLiteral("one too many")));
        if (silence) {
            list.silences.push_back(*std::move(silence));
            return std::nullopt;
        }
        // A matcher of a newer grammar must not cost all the others.
        if (isExpired(object))
            return std::nullopt;
        if (++list.unread == 1)
            log(LogCategory::Alerts).warn("a silence cannot be read: {}", silence.error().detail.toStdString());
        return std::nullopt;
    });
    if (!root)
        return root.error();
    if (!root->is_array())
        return notList(*root);
    return list;
}

Result<std::vector<Silence>> parseSilences(const QByteArray &body)
{
    auto list = parseSilenceList(body);
    return list ? Result<std::vector<Silence>>(std::move(list->silences)) : list.error();
}

Result<Silence> parseSilence(const QByteArray &body)
{
    const auto root = parseBoundedJson(body);
    if (!root)
        return root.error();
    return root->is_object() ? silenceOf(*root) : malformed(QStringLiteral("not a silence"));
}

Result<AlertmanagerStatus> parseStatus(const QByteArray &body)
{
    const auto root = parseBoundedJson(body);
    if (!root)
        return root.error();
    if (!root->is_object())
        return malformed(QStringLiteral("not an object"));
    if (root->contains("data"))
        return notList(*root);
    AlertmanagerStatus status;
    if (const json *info = member(*root, "versionInfo"))
        status.version = stringMember(*info, "version");
    if (const json *cluster = member(*root, "cluster"))
        readCluster(*cluster, status);
    if (const json *config = member(*root, "config"))
        status.configuration = stringMember(*config, "original");
    status.startedAt = timeMember(*root, "uptime");
    return status;
}

Result<QString> parseSilenceId(const QByteArray &body)
{
    const auto root = parseBoundedJson(body);
    if (!root)
        return root.error();
    const QString id = stringMember(*root, "silenceID");
    if (id.isEmpty())
        return malformed(QStringLiteral("no silenceID"));
    return id;
}

QString refusalText(const QByteArray &body)
{
    const auto root = parseBoundedJson(body);
    if (!root)
        return QString::fromUtf8(body.left(400)).trimmed();
    if (root->is_string())
        return QString::fromStdString(root->get<std::string>()).left(400);
    const QString message = stringMember(*root, "message");
    return message.isEmpty() ? stringMember(*root, "error").left(400) : message.left(400);
}

QByteArray silenceJson(const Silence &silence)
{
    json body{{"matchers", jsonMatchers<json>(silence.matchers)},
              {"startsAt", jsonTime(silence.startsAt)},
              {"endsAt", jsonTime(silence.endsAt)},
              {"createdBy", silence.createdBy.toStdString()},
              {"comment", silence.comment.toStdString()}};
    if (!silence.id.isEmpty())
        body["id"] = silence.id.toStdString();
    // A version that knows none gets none.
    if (!silence.annotations.isEmpty())
        body["annotations"] = jsonMap<json>(silence.annotations);
    return QByteArray::fromStdString(body.dump());
}

Result<void> checkVersion(const QString &version)
{
    static const QRegularExpression form(QStringLiteral("^v?(\\d{1,4})\\.(\\d{1,4})"));
    const auto match = form.match(version.trimmed());
    if (!match.hasMatch() || std::pair(match.captured(1).toInt(), match.captured(2).toInt()) >= std::pair(0, 17))
        return {};
    return Error{Error::Kind::Unsupported,
                 QStringLiteral("this is Alertmanager %1; 0.17 or newer with API v2 is needed").arg(version.trimmed().left(40)), {}};
}

Result<void> checkSilence(const Silence &silence)
{
    const auto invalid = [](const QString &why) { return Error{Error::Kind::Invalid, why, {}}; };
    if (silence.matchers.empty())
        return invalid(QStringLiteral("a silence needs a matcher"));
    if (std::any_of(silence.matchers.begin(), silence.matchers.end(), [](const Matcher &matcher) { return matcher.name().isEmpty(); }))
        return invalid(QStringLiteral("a matcher needs the name of a label"));
    const auto matchesAbsence = [](const Matcher &matcher) { return matcher.matchesValue(u""); };
    if (std::all_of(silence.matchers.begin(), silence.matchers.end(), matchesAbsence))
        return invalid(QStringLiteral("at least one matcher must not match a label that is absent"));
    if (silence.createdBy.trimmed().isEmpty())
        return invalid(QStringLiteral("a silence needs an author"));
    if (silence.comment.trimmed().isEmpty())
        return invalid(QStringLiteral("a silence needs a comment"));
    if (silence.endsAt <= silence.startsAt)
        return invalid(QStringLiteral("a silence must end after it starts"));
    return {};
}

bool sameMatchers(const Matchers &a, const Matchers &b)
{
    const auto texts = [](const Matchers &matchers) {
        QStringList list;
        for (const Matcher &matcher : matchers)
            list << matcher.toString();
        list.sort();
        return list;
    };
    return texts(a) == texts(b);
}

bool standsAsAsked(const Silence &stored, const Silence &asked)
{
    using namespace std::chrono_literals;
    return stored.state != Silence::State::Expired && sameMatchers(stored.matchers, asked.matchers)
           && std::chrono::abs(stored.endsAt - asked.endsAt) <= 1s && stored.createdBy == asked.createdBy
           && stored.comment == asked.comment;
}

} // namespace Watchfloor
