#pragma once

#include "models/alerts/alertrowsmodel.h"
#include "widgets/controls/datatable.h"

namespace Watchfloor {

/// Draws the alert list: state and severity as shape and colour, headings, what stands under another alert indented, and count-downs.
class AlertDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    static constexpr int chevronWidth = 30;

    AlertDelegate(const AlertRowsModel &rows, QObject *parent = nullptr);
    /// Shorter words, where columns are narrow.
    void setNarrow(bool narrow) { m_narrow = narrow; }
    /// Where the name of this row begins in its column, so that a click on its chevron is known.
    static int nameIndent(const AlertRowsModel &rows, int row);

protected:
    Cell cell(const QModelIndex &index) const override;
    std::optional<State> rowState(const QModelIndex &index) const override;

private:
    Cell groupCell(const QModelIndex &index) const;
    void fillState(Cell &cell, const Alert &alert, int row) const;
    void fillName(Cell &cell, const Alert &alert, int row) const;
    void fillRespond(Cell &cell, const Alert &alert) const;
    void fillOwner(Cell &cell, const Alert &alert) const;
    void fillOrigin(Cell &cell, const Alert &alert) const;

    const AlertRowsModel &m_rows;
    const AlertStore &m_store;
    const Clock &m_clock;
    bool m_narrow = false;
};

} // namespace Watchfloor
