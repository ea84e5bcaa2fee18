#pragma once

#include "models/core/labels.h"

#include "models/core/result.h"

#include <memory>
#include <vector>

namespace re2 {
class RE2;
}

namespace Watchfloor {

/// One condition on a label, as Alertmanager and PromQL write it: name, = != =~ !~, value. Regular expressions are RE2's,
/// fully anchored; an absent label is the empty string.
class Matcher
{
public:
    enum class Operator { Equal, NotEqual, Matches, NotMatches };
    /// Whose regular expressions: in Alertmanager's a dot does not match a line feed, in those of Prometheus 3 it does.
    enum class Dialect { Alertmanager, PromQl };

    /// Refuses an invalid regular expression. Any text is a name: which names there are is a matter of the grammar.
    static Result<Matcher> make(QString name, Operator op, QString value, Dialect dialect = Dialect::Alertmanager);

    const QString &name() const { return m_name; }
    const QString &value() const { return m_value; }
    Operator op() const { return m_op; }
    bool isRegex() const { return m_op == Operator::Matches || m_op == Operator::NotMatches; }
    bool isEqual() const { return m_op == Operator::Equal || m_op == Operator::Matches; }

    bool matchesValue(QStringView value) const;
    bool matches(const Labels &labels) const { return matchesValue(labels.value(m_name)); }

    /// name="value", as Alertmanager writes it: a name that only the UTF-8 grammar reads is in quotes.
    QString toString() const;
    bool operator==(const Matcher &other) const
    {
        return m_name == other.m_name && m_op == other.m_op && m_value == other.m_value;
    }

private:
    Matcher() = default;
    QString m_name;
    QString m_value;
    Operator m_op = Operator::Equal;
    std::shared_ptr<const re2::RE2> m_regex;
};

using Matchers = std::vector<Matcher>;

/// The name is one of Prometheus' own: [a-zA-Z_:][a-zA-Z0-9_:]*.
bool isClassicName(QStringView name);

/// One matcher as Alertmanager reads it, quotes optional: severity=critical, alertname=~"High.*". Grammars and what they say where
/// they disagree: matchersyntax.h.
Result<Matcher> parseMatcher(QStringView text);

/// A list of matchers, in braces or not, separated by commas; a trailing comma is allowed.
Result<Matchers> parseMatchers(QStringView text);

/// Every matcher matches.
bool matchAll(const Matchers &matchers, const Labels &labels);

/// {a="b", c=~"d"}
QString matchersText(const Matchers &matchers);

} // namespace Watchfloor
