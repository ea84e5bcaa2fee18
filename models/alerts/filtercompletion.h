#pragma once

#include "models/alerts/alertfilter.h"
#include "models/alerts/alertstore.h"

#include <QCoreApplication>

namespace Watchfloor {

/// What may be meant by what was typed so far.
struct FilterSuggestion
{
    QString term;          ///< what stands in the field when it is taken
    QString detail;        ///< "214 alerts", "is not"
    bool complete = false; ///< a whole term; else there is more to say
    bool operator==(const FilterSuggestion &) const = default;
};

/// Completes terms of a filter from the alerts that are there: names of labels, operators, values, each with how many alerts have it,
/// the most frequent first; and what the console knows beside labels. Counted once for each state of the store, and when asked.
class FilterCompletion final
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::FilterCompletion)

public:
    using Counted = std::vector<std::pair<QString, int>>;

    explicit FilterCompletion(const AlertStore &store)
        : m_store(store)
    {
    }

    void noteStoreChange();
    std::vector<FilterSuggestion> suggestions(const QString &typed, size_t most = 12);
    /// Names of labels, the most frequent first.
    const Counted &labelNames();
    /// Values of a label, or with an @ of what the console knows.
    const Counted &values(const QString &name);

private:
    void addNames(std::vector<FilterSuggestion> &all, const QString &sign, const QString &start, size_t most);
    void addOperators(std::vector<FilterSuggestion> &all, const QString &sign, const QString &name, size_t most) const;
    void addValues(std::vector<FilterSuggestion> &all, const QString &sign, const QString &name, const QString &op, const QString &start, size_t most);
    void addWholeTerms(std::vector<FilterSuggestion> &all, const QString &sign, const QString &word, size_t most);
    QStringList valuesOf(const Alert &alert, const QString &name) const;

    const AlertStore &m_store;
    Counted m_names;
    bool m_named = false;
    QHash<QString, Counted> m_values;
    QHash<QString, QString> m_clusters;
    QHash<QString, QString> m_authors;
};

} // namespace Watchfloor
