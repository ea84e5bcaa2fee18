#pragma once

#include "models/core/clock.h"
#include "widgets/controls/datatable.h"

namespace Watchfloor {

class AlertRowsModel;
class AlertStore;
struct Alert;

/// Draws the cells of the alert list: state and severity in shape, colour and word, the time to respond as bar and count-down.
class AlertDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    AlertDelegate(const AlertRowsModel &rows, const AlertStore &store, const Clock &clock, QObject *parent = nullptr);
    /// Short words where columns are narrow.
    void setNarrow(bool narrow) { m_narrow = narrow; }

protected:
    Cell cell(const QModelIndex &index) const override;
    std::optional<State> rowState(const QModelIndex &index) const override;

private:
    Cell groupCell(const QModelIndex &index) const;
    void fillState(Cell &cell, const Alert &alert) const;
    void fillRespond(Cell &cell, const Alert &alert) const;
    QString silencedText(const Alert &alert) const;
    void fillOwner(Cell &cell, const Alert &alert) const;

    const AlertRowsModel &m_rows;
    const AlertStore &m_store;
    const Clock &m_clock;
    bool m_narrow = false;
};

} // namespace Watchfloor
