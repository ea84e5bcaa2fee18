#pragma once

#include "models/alerts/alerttablemodel.h"

#include <QSet>

namespace Watchfloor {

/// The rows of an AlertTableModel as they are, or under a heading for each service that folds away what is below it.
class AlertRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Group
    {
        QString name;
        int alerts = 0;
        int firing = 0;
        AlertState worst = AlertState::Recovered; ///< of its first alert of the worst rank
        Severity severity = Severity::None;
    };

    explicit AlertRowsModel(AlertTableModel &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override { m_source.sort(column, order); }

    bool isGrouped() const { return m_grouped; }
    void setGrouped(bool grouped);
    /// The heading in this row; null where an alert stands.
    const Group *groupAt(int row) const;
    bool isFolded(int row) const;
    void toggle(int row);
    const Alert *alertAt(int row) const;
    /// -1 where it is filtered or folded away.
    int rowOf(const QString &fingerprint) const;

private:
    struct Held
    {
        QModelIndex own;
        QPersistentModelIndex source;
    };
    int sourceRow(int row) const;
    void rebuild();
    void beginChange();
    void endChange();

    AlertTableModel &m_source;
    bool m_grouped = false;
    std::vector<Group> m_groups;
    std::vector<int> m_rows;   ///< grouped: a row of the source, or -1 - group
    std::vector<int> m_places; ///< grouped: of each row of the source its row here, or -1
    QSet<QString> m_folded;
    std::vector<Held> m_held;
};

} // namespace Watchfloor
