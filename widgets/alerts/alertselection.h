#pragma once

#include "models/alerts/alertrowsmodel.h"

class QItemSelectionModel;

namespace Watchfloor {

/// Which rows of the alert list are chosen, by what stands in them: whatever way the rows are laid out anew, what was chosen stays
/// chosen and nothing else comes to be, held as ranges of rows. Qt holds every cell on its own, or, where all rows are chosen,
/// whatever comes to stand between the first and the last.
class AlertSelection final : public QObject
{
    Q_OBJECT

public:
    /// To be made before a view takes the model: it must hear first of a change to come.
    explicit AlertSelection(const AlertRowsModel &rows, QObject *parent = nullptr);

    void setModel(QItemSelectionModel *selection) { m_selection = selection; }
    /// The chosen alerts in the order of their rows, each once; of a chosen heading all, folded away or not.
    std::vector<const Alert *> alerts() const;

private:
    std::vector<std::pair<int, int>> ranges() const;
    void keep();
    void restore();
    bool wasChosen(int row) const;

    const AlertRowsModel &m_rows;
    QItemSelectionModel *m_selection = nullptr;
    QSet<const Alert *> m_alerts;
    QSet<QStringList> m_headings;
    QStringList m_grouping;
    bool m_all = false;
};

} // namespace Watchfloor
