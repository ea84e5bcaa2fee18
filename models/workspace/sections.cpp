#include "models/workspace/sections.h"

#include "models/core/duration.h"
#include "models/workspace/workspacekeys.h"

#include <QDir>
#include <QTimeZone>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype nameLimit = 128;
constexpr size_t entryLimit = 1'000;

bool isLabelName(const QString &name)
{
    const auto isWord = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    return !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), isWord);
}

bool isToken(const QString &text)
{
    const auto allowed = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"!#$%&'*+-.^_`|~").contains(c));
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

void readHeaders(Sections &sections, const YamlNode &map, HttpTarget &target)
{
    YamlReader &reader = sections.reader;
    if (!map.isNull() && !map.isMap())
        reader.fault(map, QStringLiteral("headers are a map of names and values"));
    for (const QString &name : map.keys()) {
        const YamlNode node = map.at(name);
        const QString value = reader.text(node);
        if (!isToken(name))
            reader.fault(map.keyNode(name), QStringLiteral("\"%1\" cannot be the name of a header").arg(name.left(64)));
        if (hasControlCharacter(value))
            reader.fault(node, QStringLiteral("a header's value is one line"));
        checkSecretNames(sections, node, value);
        target.headers.push_back({name, value});
    }
}

void readCredentials(Sections &sections, const YamlNode &map, const QString &path, Credentials &credentials)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(map, keysAt(path));
    const YamlNode bearer = map.at(QStringLiteral("bearer"));
    const YamlNode basic = map.at(QStringLiteral("basic"));
    if (map.isMap() && map.has(QStringLiteral("bearer")) == map.has(QStringLiteral("basic")))
        reader.fault(map, QStringLiteral("credentials are either bearer or basic"));
    if (!bearer.isNull())
        credentials.bearer = readSecretReference(sections, bearer, path + QStringLiteral(".bearer"));
    if (basic.isNull())
        return;
    reader.expectKeys(basic, keysAt(path + QStringLiteral(".basic")));
    credentials.user = reader.text(reader.require(basic, QStringLiteral("user")));
    const YamlNode password = reader.require(basic, QStringLiteral("password"));
    if (!password.isNull())
        credentials.password = readSecretReference(sections, password, path + QStringLiteral(".basic.password"));
}

void readTls(Sections &sections, const YamlNode &map, const QString &path, TlsOptions &tls)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(map, keysAt(path));
    tls.caFile = fromFolder(sections, reader.text(map.at(QStringLiteral("ca"))));
    tls.certificateFile = fromFolder(sections, reader.text(map.at(QStringLiteral("cert"))));
    tls.keyFile = fromFolder(sections, reader.text(map.at(QStringLiteral("key"))));
    tls.serverName = reader.text(map.at(QStringLiteral("server_name")));
    if (tls.certificateFile.isEmpty() != tls.keyFile.isEmpty())
        reader.fault(map, QStringLiteral("cert and key belong together"));
}

} // namespace

void readConnection(Sections &sections, const YamlNode &map, const QString &owner, HttpTarget &target)
{
    readHeaders(sections, map.at(QStringLiteral("headers")), target);
    readCredentials(sections, map.at(QStringLiteral("credentials")), owner + QStringLiteral(".credentials"), target.credentials);
    readTls(sections, map.at(QStringLiteral("tls")), owner + QStringLiteral(".tls"), target.tls);
    const bool identifies = target.credentials.bearer.isSet() || !target.credentials.user.isEmpty();
    for (const HttpHeader &header : target.headers)
        if (identifies && header.name.compare(u"authorization", Qt::CaseInsensitive) == 0)
            sections.reader.fault(map.at(QStringLiteral("headers")), QStringLiteral("Authorization is made of the credentials already"));
}

std::vector<YamlNode> listItems(YamlReader &reader, const YamlNode &node, size_t limit)
{
    std::vector<YamlNode> items = node.items();
    if (!node.isNull() && !node.isSequence())
        reader.fault(node, QStringLiteral("a list is expected"));
    if (items.size() > limit) {
        reader.fault(node, QStringLiteral("more than %1 entries").arg(limit));
        items.resize(limit);
    }
    return items;
}

QString readName(YamlReader &reader, const YamlNode &map, const QString &key)
{
    const YamlNode node = reader.require(map, key);
    const QString name = reader.text(node);
    if (node.isScalar() && name.trimmed().isEmpty())
        reader.fault(node, QStringLiteral("a name is expected"));
    else if (name.size() > nameLimit)
        reader.fault(node, QStringLiteral("a name has at most %1 characters").arg(nameLimit));
    else if (hasControlCharacter(name) || name.contains(u'/'))
        reader.fault(node, QStringLiteral("a name is one line without a slash"));
    return name;
}

QUrl readUrl(YamlReader &reader, const YamlNode &node)
{
    const QString text = reader.text(node);
    if (!node.isScalar())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        reader.fault(node, QStringLiteral("an address such as https://prometheus.example.com is expected"));
    else if (!url.userInfo().isEmpty())
        reader.fault(node, QStringLiteral("user and password do not belong into an address; say credentials: {basic: …}"));
    else if (url.hasFragment())
        reader.fault(node, QStringLiteral("an address without # is expected"));
    return url;
}

std::chrono::milliseconds readDuration(YamlReader &reader, const YamlNode &node, std::chrono::milliseconds fallback,
                                       std::chrono::milliseconds least, std::chrono::milliseconds most)
{
    const auto value = reader.duration(node, fallback);
    if (value >= least && value <= most)
        return value;
    reader.fault(node, QStringLiteral("%1 to %2 is possible").arg(durationText(least), durationText(most)));
    return fallback;
}

std::chrono::milliseconds readInterval(YamlReader &reader, const YamlNode &node, std::chrono::milliseconds fallback)
{
    return readDuration(reader, node, fallback, 100ms, 24h);
}

int readInteger(YamlReader &reader, const YamlNode &node, int fallback, int least, int most)
{
    const int value = reader.integer(node, fallback);
    if (value >= least && value <= most)
        return value;
    reader.fault(node, QStringLiteral("%1 to %2 is possible").arg(least).arg(most));
    return fallback;
}

std::optional<Severity> severityNamed(const QString &name)
{
    const auto found = std::find_if(allSeverities.begin(), allSeverities.end(), [&name](Severity severity) { return severityName(severity) == name; });
    return found == allSeverities.end() ? std::nullopt : std::optional(*found);
}

std::optional<Severity> readSeverity(YamlReader &reader, const YamlNode &node)
{
    const QString name = reader.text(node);
    const auto severity = severityNamed(name);
    if (!severity && node.isScalar())
        reader.fault(node, QStringLiteral("emergency, critical, warning, info or none is expected, not \"%1\"").arg(name.left(64)));
    return severity;
}

Matchers matchersOf(YamlReader &reader, const std::vector<YamlNode> &entries)
{
    Matchers matchers;
    for (const YamlNode &entry : entries) {
        const QString text = reader.text(entry);
        if (!entry.isScalar()) {
            if (!entry.isMap() && !entry.isSequence())
                reader.fault(entry, QStringLiteral("a matcher is expected: service=\"payment\""));
            continue;
        }
        auto matcher = parseMatcher(text);
        if (matcher)
            matchers.push_back(*std::move(matcher));
        else
            reader.fault(entry, matcher.error().detail);
    }
    return matchers;
}

Labels readLabels(YamlReader &reader, const YamlNode &map)
{
    Labels labels;
    if (!map.isNull() && !map.isMap())
        reader.fault(map, QStringLiteral("labels are a map of names and values"));
    for (const QString &name : map.keys()) {
        if (!isLabelName(name))
            reader.fault(map.keyNode(name), QStringLiteral("\"%1\" cannot be the name of a label").arg(name.left(64)));
        const YamlNode node = map.at(name);
        const QString value = reader.text(node);
        if (value.isEmpty() && (node.isScalar() || node.isNull()))
            reader.fault(node.isNull() ? map.keyNode(name) : node, QStringLiteral("an empty label is an absent one"));
        labels.set(name, value);
    }
    return labels;
}

SecretReference readSecretReference(Sections &sections, const YamlNode &node, const QString &keysPath)
{
    YamlReader &reader = sections.reader;
    if (node.isScalar()) {
        reader.fault(node, QStringLiteral("a secret does not belong into this file; say {env: NAME}, {file: path} or {keychain: entry}"));
        return {};
    }
    reader.expectKeys(node, keysAt(keysPath));
    if (!node.isMap())
        return {};
    const std::pair<QString, SecretReference::Kind> kinds[] = {{QStringLiteral("env"), SecretReference::Kind::Environment},
                                                               {QStringLiteral("file"), SecretReference::Kind::File},
                                                               {QStringLiteral("keychain"), SecretReference::Kind::Keychain}};
    SecretReference reference;
    int given = 0;
    for (const auto &[key, kind] : kinds) {
        if (!node.has(key))
            continue;
        ++given;
        const QString name = reader.text(reader.require(node, key));
        reference = {kind, kind == SecretReference::Kind::File ? fromFolder(sections, name) : name};
    }
    if (given != 1)
        reader.fault(node, QStringLiteral("one of env, file and keychain is expected"));
    return reference;
}

QString fromFolder(const Sections &sections, const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QDir(sections.folder).absoluteFilePath(path));
}

void checkSecretNames(Sections &sections, const YamlNode &node, const QString &text)
{
    const QLatin1String opening("${secret:");
    for (qsizetype at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
        const qsizetype start = at + opening.size();
        const qsizetype end = text.indexOf(u'}', start);
        const QString name = end < 0 ? QString() : text.mid(start, end - start);
        if (end < 0)
            sections.reader.fault(node, QStringLiteral("${secret: has no end"));
        else if (!sections.workspace.secrets.contains(name))
            sections.reader.fault(node, QStringLiteral("there is no secret \"%1\" in secrets").arg(name.left(64)));
    }
}

void readSecrets(Sections &sections, const YamlNode &map)
{
    if (!map.isNull() && !map.isMap())
        sections.reader.fault(map, QStringLiteral("secrets are a map of names"));
    for (const QString &name : map.keys().mid(0, entryLimit)) {
        if (!isToken(name))
            sections.reader.fault(map.keyNode(name), QStringLiteral("\"%1\" cannot be the name of a secret").arg(name.left(64)));
        sections.workspace.secrets[name] = readSecretReference(sections, map.at(name), QStringLiteral("secrets.*"));
    }
}

std::vector<YamlNode> entriesOf(const YamlNode &node)
{
    if (node.isSequence())
        return node.items();
    return node.isNull() ? std::vector<YamlNode>() : std::vector<YamlNode>{node};
}

QList<int> readWeekdays(YamlReader &reader, const YamlNode &node)
{
    static const QStringList names{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                   QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    QList<int> days;
    for (const YamlNode &entry : entriesOf(node)) {
        const QString name = reader.text(entry);
        const int day = int(names.indexOf(name.toLower())) + 1;
        if (day == 0)
            reader.fault(entry, QStringLiteral("mon, tue, wed, thu, fri, sat or sun is expected, not \"%1\"").arg(name.left(64)));
        else if (days.contains(day))
            reader.fault(entry, QStringLiteral("\"%1\" stands here twice").arg(name));
        else
            days << day;
    }
    std::sort(days.begin(), days.end());
    return days;
}

QTime readTimeOfDay(YamlReader &reader, const YamlNode &node)
{
    const QString text = reader.text(node);
    const QTime time = text.size() == 5 ? QTime::fromString(text, QStringLiteral("HH:mm")) : QTime();
    if (!node.isNull() && !time.isValid())
        reader.fault(node, QStringLiteral("a time of day is expected, \"02:00\", not \"%1\"").arg(text.left(64)));
    return time;
}

QByteArray readTimeZone(YamlReader &reader, const YamlNode &node)
{
    const QString text = reader.text(node);
    const QByteArray name = text.toUtf8();
    if (name.isEmpty() || QTimeZone::isTimeZoneIdAvailable(name))
        return name;
    reader.fault(node, QStringLiteral("\"%1\" is no time zone that this machine knows; \"Europe/Berlin\" would be one").arg(text.left(64)));
    return {};
}

} // namespace Watchfloor
