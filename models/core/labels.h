#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <compare>
#include <initializer_list>
#include <utility>
#include <vector>

namespace Watchfloor {

/// A set of label names and values, sorted by name, each name once; an empty value is an absent label. Copies share.
class Labels
{
public:
    using Pair = std::pair<QString, QString>;

    Labels() = default;
    Labels(std::initializer_list<Pair> pairs);
    explicit Labels(std::vector<Pair> pairs);

    /// The value, or an empty string where the label is absent.
    QString value(QStringView name) const;
    bool contains(QStringView name) const;
    /// Sets, or with an empty value removes.
    void set(const QString &name, const QString &value);
    void remove(QStringView name);
    /// Every pair of `other` is here with the same value.
    bool containsAll(const Labels &other) const;
    /// Without the named ones.
    Labels without(const Labels &others) const;

    bool isEmpty() const { return m_pairs.isEmpty(); }
    qsizetype size() const { return m_pairs.size(); }
    auto begin() const { return m_pairs.cbegin(); }
    auto end() const { return m_pairs.cend(); }

    /// As PromQL writes it: {a="b", c="d"}.
    QString toString() const;

    bool operator==(const Labels &) const = default;
    std::weak_ordering operator<=>(const Labels &other) const;

private:
    QList<Pair> m_pairs;
};

size_t qHash(const Labels &labels, size_t seed = 0);

/// `text` in double quotes with backslash, quote and newline escaped, as PromQL and Alertmanager read it.
QString quoted(QStringView text);

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Labels)
