#pragma once

#include "models/alerts/alertrowsmodel.h"
#include "models/session/stores.h"

#include <QTimer>

namespace Watchfloor {

/// Lets the rows of the page know which alert stands under which, after every change of the store. Of very many new alerts at once
/// this is told later, when the store is done with them and their services were looked up between events: until then each stands
/// for itself.
class RowLinks final : public QObject
{
    Q_OBJECT

public:
    RowLinks(const Stores &stores, AlertRowsModel &rows, QObject *parent = nullptr);

    bool isSettled() const { return !m_later.isActive(); }

private:
    void link();
    AlertRowsModel::Links linksNow();

    const Stores &m_stores;
    AlertRowsModel &m_rows;
    size_t m_known; ///< so many alerts were there when they were linked last
    QTimer m_later;
};

} // namespace Watchfloor
