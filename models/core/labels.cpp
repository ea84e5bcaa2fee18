#include "models/core/labels.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace Watchfloor {

namespace {
auto findName(auto &pairs, QStringView name)
{
    return std::lower_bound(pairs.begin(), pairs.end(), name, [](const Labels::Pair &pair, QStringView wanted) { return pair.first < wanted; });
}

/// Of few the length of their names tells most apart, without a look at the names.
const Labels::Pair *findPair(const QList<Labels::Pair> &pairs, QStringView name)
{
    constexpr qsizetype few = 24;
    const auto found = pairs.size() > few ? findName(pairs, name) : std::find_if(pairs.begin(), pairs.end(), [name](const Labels::Pair &pair) { return pair.first.size() == name.size() && pair.first == name; });
    return found != pairs.end() && found->first == name ? &*found : nullptr;
}
}

Labels::Labels(std::initializer_list<Pair> pairs)
    : Labels(std::vector<Pair>(pairs))
{
}

Labels::Labels(std::vector<Pair> pairs)
{
    std::erase_if(pairs, [](const Pair &pair) { return pair.second.isEmpty(); });
    // Servers send them sorted.
    if (std::adjacent_find(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.first >= b.first; }) != pairs.end()) {
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.first < b.first; });
        pairs.erase(std::unique(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.first == b.first; }), pairs.end());
    }
    m_pairs.reserve(qsizetype(pairs.size()));
    std::move(pairs.begin(), pairs.end(), std::back_inserter(m_pairs));
}

QString Labels::value(QStringView name) const
{
    const Pair *found = findPair(m_pairs, name);
    return found ? found->second : QString();
}

bool Labels::contains(QStringView name) const
{
    return findPair(m_pairs, name) != nullptr;
}

void Labels::set(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        remove(name);
        return;
    }
    const auto found = findName(m_pairs, name);
    if (found != m_pairs.end() && found->first == name)
        found->second = value;
    else
        m_pairs.insert(found, {name, value});
}

void Labels::remove(QStringView name)
{
    if (contains(name))
        m_pairs.removeIf([name](const Pair &pair) { return pair.first == name; });
}

bool Labels::containsAll(const Labels &other) const
{
    return std::all_of(other.begin(), other.end(), [this](const Pair &pair) { return value(pair.first) == pair.second; });
}

Labels Labels::without(const Labels &others) const
{
    Labels rest;
    for (const auto &pair : m_pairs)
        if (!others.contains(pair.first))
            rest.m_pairs.push_back(pair);
    return rest;
}

std::weak_ordering Labels::operator<=>(const Labels &other) const
{
    const auto three = [](const Pair &a, const Pair &b) {
        return a < b ? std::weak_ordering::less : b < a ? std::weak_ordering::greater : std::weak_ordering::equivalent;
    };
    return std::lexicographical_compare_three_way(begin(), end(), other.begin(), other.end(), three);
}

QString Labels::toString() const
{
    QString text = QStringLiteral("{");
    for (const auto &[name, value] : m_pairs)
        text += (text.size() > 1 ? QStringLiteral(", ") : QString()) + name + u'=' + quoted(value);
    return text + u'}';
}

size_t qHash(const Labels &labels, size_t seed)
{
    for (const auto &[name, value] : labels)
        seed = qHashMulti(seed, name, value);
    return seed;
}

QString quoted(QStringView text)
{
    QString result;
    result.reserve(text.size() + 2);
    result += u'"';
    qsizetype plain = 0; // from here on nothing had to be escaped
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c != u'\n' && c != u'"' && c != u'\\')
            continue;
        result += text.sliced(plain, at - plain);
        result += u'\\';
        result += c == u'\n' ? QChar(u'n') : c;
        plain = at + 1;
    }
    result += text.sliced(plain);
    result += u'"';
    return result;
}

} // namespace Watchfloor
