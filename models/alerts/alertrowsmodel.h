#pragma once

#include "models/alerts/alertgrouping.h"
#include "models/alerts/alerttablemodel.h"

#include <QSet>

namespace Watchfloor {

/// The rows of an AlertTableModel as a person reads them: flat, or under headings of what their labels have in common, and alerts
/// that follow from another one under that one. Headings and parents fold what is below them away and count it.
class AlertRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Group
    {
        QStringList values; ///< parallel to grouping()
        int alerts = 0;
        std::array<int, 8> byState{};
        AlertState worst = AlertState::Recovered; ///< of its first alert of the worst rank
        Severity severity = Severity::None;
        std::span<const int> rows{}; ///< of the source

        int countOf(AlertState state) const { return byState[size_t(state)]; }
    };

    explicit AlertRowsModel(AlertTableModel &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override { m_source.sort(column, order); }

    AlertTableModel &source() const { return m_source; }
    bool isGrouped() const { return !m_headings.isEmpty(); }
    /// Labels by whose values alerts come under one heading, and @state @severity @origin @cluster; empty: no headings.
    const QStringList &grouping() const { return m_grouping; }
    /// By what the rows stand now: many alerts are looked at between events before they come under their headings.
    const QStringList &shownGrouping() const { return m_headings.by(); }
    void setGrouping(const QStringList &by);
    /// Under which alert each of these stands, by fingerprint; what is not shown itself lets those under it stand alone.
    void setParents(QHash<QString, QString> parents);
    /// Alerts of the store, each with the one that it stands under.
    using Links = std::vector<std::pair<const Alert *, const Alert *>>;
    /// Asked after each change of the store, before the rows are laid out.
    void setLinksMaker(std::function<Links()> maker);

    /// The heading in this row; null where an alert stands.
    const Group *groupAt(int row) const;
    /// How many alerts stand under the one in this row, folded away or not.
    int underneath(int row) const;
    /// 0 for an alert that stands for itself.
    int depthAt(int row) const;
    /// The heading or alert under which this row stands; -1: none.
    int rowAbove(int row) const;
    bool canFold(int row) const { return groupAt(row) || underneath(row) > 0; }
    bool isFolded(int row) const;
    void setFolded(int row, bool folded);
    void toggle(int row) { setFolded(row, !isFolded(row)); }
    /// All headings, or where there are none all alerts that others stand under.
    void foldAll(bool folded);

    const Alert *alertAt(int row) const;
    /// The row of the source with the alert of this row; -1: a heading.
    int sourceRow(int row) const;
    /// The alert of this row, or all of a heading, folded away or not.
    QStringList fingerprintsAt(int row) const;
    /// -1 where it is filtered or folded away.
    int rowOf(const QString &fingerprint) const;
    /// Unfolds whatever hides it; its row, -1 where it is filtered away.
    int reveal(const QString &fingerprint);

private:
    struct Row
    {
        int source = -1;    ///< a row of the source, or -1 - group
        int depth = 0;
        int above = -1;     ///< the row of what it stands under
        int underneath = 0;
    };
    struct Held
    {
        QModelIndex own;
        QPersistentModelIndex source;
        QStringList heading;
    };
    struct Layout
    {
        QHash<int, std::vector<int>> children; ///< by source row of the parent
        QHash<int, int> underneath;            ///< by source row, through all depths
        std::vector<bool> isChild;
    };

    const Row *at(int row) const { return row >= 0 && size_t(row) < m_rows.size() ? &m_rows[size_t(row)] : nullptr; }
    bool isPlain() const { return !isGrouped() && m_parents.isEmpty() && m_links.empty(); }
    std::vector<std::pair<int, int>> linkedRows() const;
    QString summaryOf(const Group &group) const;
    QString foldKey(int row) const;
    bool isFolded(const QString &key, int underneath) const;
    void prepareGrouping();
    void countGroups();
    void gather();
    void placeAll();
    void place(int source, int depth, int above);
    void beginChange();
    /// Where only folds are others, the alerts under each heading are the same.
    void endChange(bool foldsOnly = false);
    void moveHeld();

    AlertTableModel &m_source;
    QStringList m_grouping; ///< as a person wants it
    AlertGrouping m_headings;
    AlertGrouping m_next;   ///< until the rows stand so
    QTimer m_prepare;
    QHash<QString, QString> m_parents;
    std::function<Links()> m_linksMaker;
    Links m_links; ///< until the store changes
    int m_linksRound = 0;
    std::vector<Group> m_groups;
    std::vector<int> m_members; ///< of all groups, one after the other
    Layout m_layout;
    std::vector<Row> m_rows;   ///< unless plain
    std::vector<int> m_places; ///< unless plain: of each row of the source its row here, or -1
    QHash<QString, bool> m_folded; ///< what a person folded or unfolded
    std::optional<bool> m_allFolded;
    std::vector<Held> m_held;
};

} // namespace Watchfloor
