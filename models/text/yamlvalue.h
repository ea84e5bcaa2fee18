#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace Watchfloor {

/// A YAML value to be written: what a document shall say, without its layout.
struct YamlValue
{
    enum class Kind { Text, Plain, Sequence, Map };
    Kind kind = Kind::Plain;
    QString scalar; ///< of Text, quoted where it must be, and of Plain (numbers, true): as it is
    std::vector<YamlValue> items;
    std::vector<std::pair<QString, YamlValue>> entries; ///< of a map, in their order

    static YamlValue text(const QString &text) { return {Kind::Text, text, {}, {}}; }
    static YamlValue plain(const QString &text) { return {Kind::Plain, text, {}, {}}; }
    static YamlValue number(double value);
    static YamlValue boolean(bool value) { return plain(value ? QStringLiteral("true") : QStringLiteral("false")); }
    static YamlValue sequence(std::vector<YamlValue> items = {}) { return {Kind::Sequence, {}, std::move(items), {}}; }
    static YamlValue map() { return {Kind::Map, {}, {}, {}}; }

    void add(const QString &key, YamlValue value) { entries.emplace_back(key, std::move(value)); }
    const YamlValue *find(const QString &key) const;
    bool operator==(const YamlValue &) const = default;
};

/// On one line: {title: Errors, queries: [{expr: "up"}]}.
QByteArray flowText(const YamlValue &value);

} // namespace Watchfloor
