#pragma once

#include "models/text/yaml.h"
#include "models/workspace/workspace.h"

namespace Watchfloor {

/// The sections of watchfloor.yaml while they are read: what they say so far, and the nodes that say it, for faults that show only
/// when everything is read. Nodes stand in the order of the workspace's lists.
struct Sections
{
    YamlReader &reader;
    QString folder; ///< of the file, absolute
    Workspace &workspace;
    std::vector<YamlNode> sourceNodes;
    std::vector<YamlNode> serviceNodes;
    std::vector<YamlNode> endpointNodes;
};

void readSources(Sections &sections, const YamlNode &list);
void readServices(Sections &sections, const YamlNode &list);
void readEndpoints(Sections &sections, const YamlNode &list);
void readSecrets(Sections &sections, const YamlNode &map);
void readPolicy(Sections &sections, const YamlNode &map);
/// How long the record of alerts is kept, and who answers when.
void readHistoryPolicy(Sections &sections, const YamlNode &policy);
void readSilencePolicy(Sections &sections, const YamlNode &map);
/// After the sources, which it names.
void readMaintenance(Sections &sections, const YamlNode &list);
void readFilters(Sections &sections, const YamlNode &list);
void readWebhooks(Sections &sections, const YamlNode &list);
/// After the services, which it names.
void readDesk(Sections &sections, const YamlNode &map);
void readWall(Sections &sections, const YamlNode &map);

/// Headers, credentials and TLS of a source or an endpoint, whose keys stand at `owner` of the table.
void readConnection(Sections &sections, const YamlNode &map, const QString &owner, HttpTarget &target);

/// The entries of a list of at most `limit`; anything but a list is a fault.
std::vector<YamlNode> listItems(YamlReader &reader, const YamlNode &node, size_t limit);
/// The required `key` of a map: one line of at most 128 characters, without a slash, which links put between names.
QString readName(YamlReader &reader, const YamlNode &map, const QString &key);
/// An absolute http or https address without user, password or fragment.
QUrl readUrl(YamlReader &reader, const YamlNode &node);
/// A duration between the two, ends included.
std::chrono::milliseconds readDuration(YamlReader &reader, const YamlNode &node, std::chrono::milliseconds fallback,
                                       std::chrono::milliseconds least, std::chrono::milliseconds most);
/// How often something is asked: 100 ms to a day.
std::chrono::milliseconds readInterval(YamlReader &reader, const YamlNode &node, std::chrono::milliseconds fallback);
int readInteger(YamlReader &reader, const YamlNode &node, int fallback, int least, int most);
/// By its name; whatever else is none.
std::optional<Severity> severityNamed(const QString &name);
/// A fault where it is no severity's name.
std::optional<Severity> readSeverity(YamlReader &reader, const YamlNode &node);
/// Entries of a list, or the node itself as a list of one: each with its own place.
std::vector<YamlNode> entriesOf(const YamlNode &node);
/// mon to sun, one or a list, as Qt numbers them and sorted.
QList<int> readWeekdays(YamlReader &reader, const YamlNode &node);
/// "02:00"; not valid where there is nothing.
QTime readTimeOfDay(YamlReader &reader, const YamlNode &node);
/// A name of the IANA database that this machine knows.
QByteArray readTimeZone(YamlReader &reader, const YamlNode &node);
/// A matcher an entry; whatever is none is a fault.
Matchers matchersOf(YamlReader &reader, const std::vector<YamlNode> &entries);
/// A map of label names and values.
Labels readLabels(YamlReader &reader, const YamlNode &map);
/// {env: NAME}, {file: path} or {keychain: entry}; a text in its place is refused, for it would be the secret itself.
SecretReference readSecretReference(Sections &sections, const YamlNode &node, const QString &keysPath);
/// `path` as it stands when it is absolute, else from the workspace's folder.
QString fromFolder(const Sections &sections, const QString &path);
/// A fault for each ${secret:NAME} in `text` that the top-level map does not have. Secrets must be read before.
void checkSecretNames(Sections &sections, const YamlNode &node, const QString &text);

} // namespace Watchfloor
