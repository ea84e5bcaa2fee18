#pragma once

#include <QStringList>

namespace Watchfloor {

/// A filter of the alert list under a name, as chips read it: matchers, words, @state=, @origin=, @age> and their negations.
struct SavedFilter
{
    QString name;
    QStringList terms;
    bool own = false; ///< a person saved it here; else the workspace declares it
    bool operator==(const SavedFilter &) const = default;
};

} // namespace Watchfloor
