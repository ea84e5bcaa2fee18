#pragma once

#include "models/panels/interpolation.h"
#include "models/panels/variableoptions.h"
#include "models/panels/variablequery.h"

namespace Watchfloor {

/// A source that a variable may choose.
struct SourceChoice
{
    QString name;
    QString type = QStringLiteral("prometheus");
    bool operator==(const SourceChoice &) const = default;
};

/// What has to be asked before a variable can offer its values.
struct VariableAsk
{
    QString variable;
    QString source; ///< filled in; empty: the dashboard's
    VariableQuery query;
    TimeRange range;
    bool operator==(const VariableAsk &) const = default;
};

/// The variables of a dashboard at work: what they offer, what is chosen, what has to be asked next. Variables that refer to others are
/// asked after them, and again when those change; those that refer to each other in a ring are faults and keep what the
/// file says.
class VariableBoard
{
public:
    struct Entry
    {
        Variable variable;
        VariableOptions options;     ///< without all and auto
        QStringList chosen;          ///< values, or `allChoice`, or `automaticChoice`
        bool waiting = false;        ///< for an answer, its own or one it depends on
        std::optional<Error> fault;  ///< why there is nothing to offer, or nothing new
        QStringList dependsOn;       ///< other variables of the board
    };

    VariableBoard() = default;
    explicit VariableBoard(const std::vector<Variable> &variables, std::vector<SourceChoice> sources = {});

    /// The range of what is shown, and the rest of what the built-in names stand for. Variables that follow the time are asked again when
    /// the range changed.
    void setBuiltIns(const BuiltInValues &values);
    void setSources(std::vector<SourceChoice> sources);
    /// What a person or a link chose. Nothing chosen is the first, and all beside others gives way to them.
    void choose(const QString &name, QStringList values);
    void setFilters(const QString &name, std::vector<Variable::Filter> filters);

    /// What can be asked now; empty when everything is known.
    std::vector<VariableAsk> asks() const;
    /// The texts that came back, or why none did. An answer to what is no longer asked is dropped.
    void answer(const VariableAsk &ask, const Result<QStringList> &texts);
    /// Asks again what is refreshed on load: the dashboard was reloaded.
    void reload();

    bool isComplete() const;
    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *find(const QString &name) const;
    /// For queries, titles and links.
    VariableValues values() const;
    /// Of all ad hoc variables for that source.
    std::vector<Variable::Filter> filters() const;
    const BuiltInValues &builtIns() const { return m_builtIns; }

private:
    struct Question
    {
        std::optional<VariableAsk> wanted;
        std::optional<VariableAsk> answered;
        QStringList texts;
        std::optional<Error> failure;
    };

    void orderEntries();
    bool reachesItself(const Entry &entry) const;
    void resolve();
    void resolveEntry(Entry &entry, Question &question, bool blocked);
    void offerAnswers(Entry &entry, const Question &question) const;
    VariableOptions ownOptions(const Entry &entry) const;
    void keepChoice(Entry &entry) const;
    VariableAsk askOf(const Entry &entry, const Question &question) const;
    VariableValue valueOf(const Entry &entry) const;
    VariableLookup lookup() const;

    std::vector<Entry> m_entries;
    std::vector<Question> m_questions; ///< as many as entries
    std::vector<size_t> m_order;       ///< those that others depend on first
    std::vector<SourceChoice> m_sources;
    BuiltInValues m_builtIns;
};

} // namespace Watchfloor
