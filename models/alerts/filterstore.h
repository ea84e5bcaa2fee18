#pragma once

#include "models/alerts/savedfilter.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// The filters under a name: those that the workspace declares, then this person's own. An own one of a declared name stands in its place.
class FilterStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setDeclared(const std::vector<SavedFilter> &filters);
    void setOwn(const std::vector<SavedFilter> &filters);
    const std::vector<SavedFilter> &filters() const { return m_filters; }
    const std::vector<SavedFilter> &own() const { return m_own; }
    const SavedFilter *find(const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    void merge();

    std::vector<SavedFilter> m_declared;
    std::vector<SavedFilter> m_own;
    std::vector<SavedFilter> m_filters;
};

} // namespace Watchfloor
