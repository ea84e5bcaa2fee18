#pragma once

#include "models/alerts/alert.h"

#include <QByteArray>
#include <QHash>

#include <map>

namespace Watchfloor {

class AlertStore;

/// Which alerts of a list are wanted, as terms of which every one must hold:
///   severity=~"critical|warning"   matchers as Alertmanager writes them, one or a list, braces or not
///   @state=firing  @origin!=am-1   what the console knows beside labels: state severity origin cluster owner receiver silenced_by
///                                  inhibited_by fingerprint with = != =~ !~, age with < <= > >=, flapping and disputed bare
///   disk "is full"                 words and phrases, looked for without case in name, service, summary and label values
///   -word  !@flapping  -env="lab"  a minus or an exclamation mark before it: none of that
/// Regular expressions are RE2's, fully anchored. Not for two threads at once: it remembers what its expressions matched.
class AlertFilter final
{
public:
    bool isEmpty() const { return m_conditions.empty(); }
    bool matches(const Alert &alert, WallTime now) const;
    /// The same for who keeps the alertText() of each alert.
    bool matches(const Alert &alert, WallTime now, const QByteArray &text) const;
    /// Takes over who is in which cluster, who made which silence and what inhibitors are called; needed for terms that name these.
    void lookAround(const AlertStore &store);

    bool asksText() const;
    /// @age: what it lets through changes as time passes.
    bool asksTime() const;
    /// Every alert that this lets through `wider` lets through as well, as far as their terms tell.
    bool narrows(const AlertFilter &wider) const;
    /// The matchers on labels among the terms, those that are not negated: what a silence of these alerts begins with.
    Matchers matchers() const;
    /// Adds the conditions of another filter.
    void add(const AlertFilter &other);

private:
    friend Result<AlertFilter> parseAlertFilter(const QStringList &terms);
    friend class AlertTermParser;

    enum class Asked { Labels, Text, Age, State, Severity, Origin, Cluster, Owner, Receiver, SilencedBy, InhibitedBy, Fingerprint, Flapping, Disputed };
    struct Condition
    {
        Asked asked = Asked::Text;
        bool negated = false;
        Matchers matchers{};  ///< of labels all; of what the console knows one
        QByteArray needle{};  ///< lower case
        std::chrono::milliseconds age{};
        bool older = true;    ///< than `age`
        bool including = false;
        unsigned values = 0;  ///< states or severities that hold, a bit each
        mutable std::vector<QHash<QString, bool>> seen{}; ///< parallel to matchers: what expressions said of values

        bool same(const Condition &other) const;
    };

    bool holds(const Condition &condition, const Alert &alert, WallTime now, const QByteArray &text) const;
    bool holdsOne(const Condition &condition, QStringList values) const;
    QStringList known(const Condition &condition, const Alert &alert) const;

    std::vector<Condition> m_conditions;
    QHash<QString, QString> m_clusters;       ///< by source
    QHash<QString, QString> m_silenceAuthors; ///< by silence
    QHash<QString, QString> m_inhibitors;     ///< names by fingerprints as origins have them
};

/// Every term must be good; else an Error whose `detail` is a sentence with the place in the term, and whose `where` is the term.
Result<AlertFilter> parseAlertFilter(const QStringList &terms);

/// The term turned round: what it kept away it wants. Twice is the term as it was.
QString negatedTerm(const QString &term);
bool isNegatedTerm(const QString &term);
/// It looks at labels or what the console knows, not for words.
bool isStructuredTerm(QStringView term);

/// What free text is looked for in: name, service, summary and the values of all labels, lower case, in UTF-8.
QByteArray alertText(const Alert &alert);

/// What may stand behind an @, in the order in which completion offers it.
const QStringList &alertAttributeNames();

} // namespace Watchfloor
