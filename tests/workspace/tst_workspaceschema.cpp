#include "models/workspace/workspacekeys.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using nlohmann::json;

namespace {

/// Follows $ref, and of alternatives takes the map.
const json &resolved(const json &root, const json &node)
{
    if (node.contains("$ref"))
        return resolved(root, root.at(json::json_pointer(node["$ref"].get<std::string>().substr(1))));
    if (node.contains("oneOf") && !node.contains("properties"))
        for (const json &one : node["oneOf"])
            if (const json &map = resolved(root, one); map.contains("properties"))
                return map;
    return node;
}

/// The schema of a map by its path in the reader's table: "sources[].prometheus", "secrets.*".
json schemaAt(const json &root, const QString &path)
{
    json node = root;
    const QStringList parts = path.split(u'.', Qt::SkipEmptyParts);
    for (QString part : parts) {
        const bool list = part.endsWith(QLatin1String("[]"));
        if (list)
            part.chop(2);
        node = resolved(root, node);
        if (part == u"*")
            node = node.contains("properties") ? json(node["properties"].front()) : json(node.value("additionalProperties", json()));
        else if (node.contains("properties") && node["properties"].contains(part.toStdString()))
            node = json(node["properties"][part.toStdString()]);
        else
            return {};
        node = resolved(root, node);
        if (list)
            node = resolved(root, json(node.value("items", json())));
    }
    return node;
}

} // namespace

class TestWorkspaceSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheReadersKeys_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &[path, keys] : workspaceKeys())
            QTest::newRow(path.isEmpty() ? "the file" : qPrintable(path)) << path;
    }
    void knowsTheReadersKeys()
    {
        QFETCH(QString, path);
        const json map = schemaAt(m_schema, path);
        QVERIFY2(map.contains("properties"), "the schema has no such map");
        QStringList described;
        for (const auto &[key, value] : map["properties"].items())
            described.append(QString::fromStdString(key));
        QStringList read = keysAt(path);
        read.sort();
        described.sort();
        QCOMPARE(described, read);
        QVERIFY(map.contains("additionalProperties") && map["additionalProperties"] == false);
    }

    void describesNoOtherMaps()
    {
        size_t maps = 0;
        count(m_schema, maps);
        // A map that stands once in the schema may stand at several places of the table.
        QVERIFY2(maps <= workspaceKeys().size(), qPrintable(QString::number(maps)));
    }

    void refersOnlyToWhatIsThere()
    {
        followAll(m_schema);
    }

    void initTestCase()
    {
        QFile file(qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR") + QStringLiteral("/resources/schema/watchfloor.schema.json"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray text = file.readAll();
        m_schema = json::parse(text.begin(), text.end(), nullptr, false);
        QVERIFY(m_schema.is_object());
    }

private:
    static void count(const json &node, size_t &maps)
    {
        if (node.is_object() && node.contains("properties"))
            ++maps;
        if (node.is_structured())
            for (const json &child : node)
                count(child, maps);
    }

    void followAll(const json &node) const
    {
        if (node.is_object() && node.contains("$ref") && node["$ref"].is_string()) {
            const std::string target = node["$ref"].get<std::string>();
            QVERIFY2(m_schema.contains(json::json_pointer(target.substr(1))), target.c_str());
        }
        if (node.is_structured())
            for (const json &child : node)
                followAll(child);
    }

    json m_schema;
};

WATCHFLOOR_TEST(TestWorkspaceSchema)
#include "tst_workspaceschema.moc"
