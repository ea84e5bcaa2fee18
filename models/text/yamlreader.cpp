#include "models/core/duration.h"
#include "models/text/yaml.h"

#include <numeric>

namespace Watchfloor {

namespace {
constexpr size_t faultsLimit = 1'000;
constexpr qsizetype shownLength = 64;

QString shown(const YamlNode &node)
{
    QString text = node.scalar().left(shownLength);
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

/// Levenshtein's distance: letters to insert, remove or replace.
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({replaced, diagonal + 1, row[size_t(j)] + 1});
        }
    }
    return row.back();
}

/// The known word that was probably meant; empty when none is near.
QString nearest(const QString &word, const QStringList &known)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, word.size() / 3) + 1;
    if (word.size() > shownLength)
        return best;
    for (const QString &candidate : known) {
        const qsizetype distance = editDistance(word, candidate);
        if (distance < bestDistance && distance < candidate.size()) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

QString kindName(YamlNode::Kind kind)
{
    switch (kind) {
    case YamlNode::Kind::Null: return QStringLiteral("nothing");
    case YamlNode::Kind::Scalar: return QStringLiteral("a text");
    case YamlNode::Kind::Sequence: return QStringLiteral("a list");
    case YamlNode::Kind::Map: return QStringLiteral("a map");
    }
    return {};
}

QString expected(const QString &what, const YamlNode &node)
{
    return QStringLiteral("%1 is expected, not %2").arg(what, kindName(node.kind()));
}

std::optional<double> finiteNumber(const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}
}

void YamlReader::fault(const YamlNode &node, const QString &message)
{
    if (m_faults.size() < faultsLimit)
        m_faults.push_back({m_file, node.line(), node.column(), node.path(), message});
}

void YamlReader::expectKeys(const YamlNode &map, const QStringList &known)
{
    if (map.isNull())
        return;
    if (!map.isMap()) {
        fault(map, expected(QStringLiteral("a map"), map));
        return;
    }
    for (const QString &key : map.keys()) {
        if (known.contains(key))
            continue;
        const QString meant = nearest(key, known);
        fault(map.keyNode(key), meant.isEmpty()
                  ? QStringLiteral("unknown key \"%1\"; known here: %2").arg(key.left(shownLength), known.join(QLatin1String(", ")))
                  : QStringLiteral("unknown key \"%1\"; did you mean \"%2\"?").arg(key.left(shownLength), meant));
    }
}

YamlNode YamlReader::require(const YamlNode &map, const QString &key)
{
    if (!map.isMap()) {
        fault(map, map.isNull() ? QStringLiteral("\"%1\" is missing").arg(key)
                                : QStringLiteral("a map with \"%1\" is expected, not %2").arg(key, kindName(map.kind())));
        return {};
    }
    const YamlNode node = map.at(key);
    if (!map.has(key))
        fault(map, QStringLiteral("\"%1\" is missing").arg(key));
    else if (node.isNull())
        fault(node, QStringLiteral("\"%1\" is empty").arg(key));
    return node;
}

QString YamlReader::text(const YamlNode &node, const QString &fallback)
{
    if (node.isScalar())
        return node.scalar();
    if (!node.isNull())
        fault(node, expected(QStringLiteral("a text"), node));
    return fallback;
}

double YamlReader::number(const YamlNode &node, double fallback)
{
    if (node.isNull())
        return fallback;
    if (!node.isScalar()) {
        fault(node, expected(QStringLiteral("a number"), node));
        return fallback;
    }
    const auto value = node.isQuoted() ? std::nullopt : finiteNumber(node.scalar());
    if (!value)
        fault(node, QStringLiteral("a number is expected, not \"%1\"").arg(shown(node)));
    return value.value_or(fallback);
}

int YamlReader::integer(const YamlNode &node, int fallback)
{
    if (node.isNull())
        return fallback;
    bool ok = false;
    const int value = node.isScalar() && !node.isQuoted() ? node.scalar().toInt(&ok) : 0;
    if (ok)
        return value;
    fault(node, node.isScalar() ? QStringLiteral("a whole number is expected, not \"%1\"").arg(shown(node))
                                : expected(QStringLiteral("a whole number"), node));
    return fallback;
}

bool YamlReader::boolean(const YamlNode &node, bool fallback)
{
    if (node.isNull())
        return fallback;
    const QString word = node.isScalar() && !node.isQuoted() ? node.scalar().toLower() : QString();
    if (word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("on"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("off"))
        return false;
    fault(node, node.isScalar() ? QStringLiteral("true or false is expected, not \"%1\"").arg(shown(node))
                                : expected(QStringLiteral("true or false"), node));
    return fallback;
}

std::chrono::milliseconds YamlReader::duration(const YamlNode &node, std::chrono::milliseconds fallback)
{
    if (node.isNull())
        return fallback;
    if (!node.isScalar()) {
        fault(node, expected(QStringLiteral("a duration"), node));
        return fallback;
    }
    const auto value = parseDuration(node.scalar());
    if (value)
        return *value;
    fault(node, value.error().detail);
    return fallback;
}

double YamlReader::ratio(const YamlNode &node, double fallback)
{
    if (node.isNull())
        return fallback;
    if (!node.isScalar()) {
        fault(node, expected(QStringLiteral("a ratio"), node));
        return fallback;
    }
    QString digits = node.scalar();
    const bool percent = digits.endsWith(QLatin1Char('%'));
    if (percent)
        digits.chop(1);
    const auto value = finiteNumber(digits.trimmed());
    const double result = value ? (percent ? *value / 100 : *value) : -1;
    if (result >= 0 && result <= 1)
        return result;
    fault(node, QStringLiteral("a ratio from 0 to 1, or per cent such as 10%, is expected, not \"%1\"").arg(shown(node)));
    return fallback;
}

QStringList YamlReader::texts(const YamlNode &node)
{
    QStringList texts;
    if (node.isScalar())
        texts.append(node.scalar());
    else if (node.isMap())
        fault(node, expected(QStringLiteral("a list of texts"), node));
    for (const YamlNode &item : node.items()) {
        if (item.isScalar())
            texts.append(item.scalar());
        else
            fault(item, expected(QStringLiteral("a text"), item));
    }
    return texts;
}

} // namespace Watchfloor
