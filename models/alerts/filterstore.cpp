#include "models/alerts/filterstore.h"

#include <algorithm>

namespace Watchfloor {

namespace {

auto named(const std::vector<SavedFilter> &filters, const QString &name)
{
    return std::find_if(filters.begin(), filters.end(), [&name](const SavedFilter &filter) { return filter.name == name; });
}

} // namespace

void FilterStore::setDeclared(const std::vector<SavedFilter> &filters)
{
    m_declared = filters;
    merge();
}

void FilterStore::setOwn(const std::vector<SavedFilter> &filters)
{
    m_own = filters;
    for (SavedFilter &filter : m_own)
        filter.own = true;
    merge();
}

const SavedFilter *FilterStore::find(const QString &name) const
{
    const auto found = named(m_filters, name);
    return found == m_filters.end() ? nullptr : &*found;
}

void FilterStore::merge()
{
    std::vector<SavedFilter> merged;
    for (const SavedFilter &filter : m_declared) {
        const auto own = named(m_own, filter.name);
        merged.push_back(own == m_own.end() ? filter : *own);
    }
    for (const SavedFilter &filter : m_own)
        if (named(m_declared, filter.name) == m_declared.end())
            merged.push_back(filter);
    if (merged == m_filters)
        return;
    m_filters = std::move(merged);
    Q_EMIT changed();
}

} // namespace Watchfloor
