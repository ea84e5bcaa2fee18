#include "models/session/ownfilterfile.h"
#include "models/session/sessionprivate.h"

namespace Watchfloor {

/// What this person saved before. A damaged file is set aside and told; one that cannot be moved is never written over.
void Session::Private::recallFilters()
{
    const QString &folder = session.m_options.dataFolder;
    if (folder.isEmpty())
        return;
    auto kept = loadOwnFilters(folder);
    if (kept) {
        observe({}, OwnFilters{*std::move(kept)});
        return;
    }
    filterError = kept.error();
    if (const auto aside = setAsideOwnFilters(folder))
        filterError->detail = Session::tr("Your saved filters cannot be read; the damaged file is kept as %1.").arg(*aside);
    else
        filtersHeld = true;
}

void Session::Private::keepFilters(std::vector<SavedFilter> filters)
{
    const QString &folder = session.m_options.dataFolder;
    observe({}, OwnFilters{filters});
    if (folder.isEmpty() || filtersHeld) {
        // It counts in this console, and the person is told that it is kept nowhere.
        Q_EMIT session.failed(session.m_storageError.value_or(Error{Error::Kind::ReadOnly, Session::tr("The filter is there until the console ends."), folder}));
        return;
    }
    if (const auto saved = saveOwnFilters(folder, filters); !saved)
        Q_EMIT session.failed(saved.error());
}

void Session::saveFilter(const SavedFilter &filter)
{
    std::vector<SavedFilter> filters = m_stores.filters.own();
    SavedFilter own = filter;
    own.name = own.name.trimmed();
    own.own = true;
    if (const auto good = checkOwnFilter(own, filters); !good) {
        Q_EMIT failed(good.error());
        return;
    }
    const auto same = std::find_if(filters.begin(), filters.end(), [&own](const SavedFilter &kept) { return kept.name == own.name; });
    if (same == filters.end())
        filters.push_back(std::move(own));
    else
        *same = std::move(own);
    d->keepFilters(std::move(filters));
}

void Session::removeFilter(const QString &name)
{
    std::vector<SavedFilter> filters = m_stores.filters.own();
    if (std::erase_if(filters, [&name](const SavedFilter &kept) { return kept.name == name; }) > 0)
        d->keepFilters(std::move(filters));
}

} // namespace Watchfloor
