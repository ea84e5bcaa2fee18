#include "widgets/panels/pathlist.h"

#include "models/core/tooltiptext.h"

#include <QBoxLayout>
#include <QHeaderView>

namespace Watchfloor {

class PathList::Model final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows)
    {
        if (rows == m_rows)
            return;
        const bool same = rows.size() == m_rows.size();
        if (!same)
            beginResetModel();
        m_rows = std::move(rows);
        if (!same)
            endResetModel();
        else if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
    }
    const std::vector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = m_rows[size_t(index.row())];
        if (role == Qt::DisplayRole)
            return index.column() == 0 ? row.title : row.right;
        if (role == Qt::ToolTipRole && index.column() == 0)
            return toolTipText(row.title + (row.detail.isEmpty() ? QString() : u'\n' + row.detail));
        return {};
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const bool leads = index.isValid() && !m_rows[size_t(index.row())].path.isEmpty();
        return leads ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
    }

private:
    std::vector<Row> m_rows;
};

namespace {

class LinkDelegate final : public CellDelegate
{
public:
    LinkDelegate(const PathList &list, QObject *parent)
        : CellDelegate(parent)
        , m_list(list)
    {
    }

protected:
    Cell cell(const QModelIndex &index) const override
    {
        const PathList::Row &row = m_list.rows()[size_t(index.row())];
        Cell shown;
        if (index.column() == 1) {
            shown.text = row.right;
            shown.tone = row.rightTone;
            shown.alignment = Qt::AlignRight;
            shown.tabular = true;
            return shown;
        }
        shown.text = row.title;
        shown.detail = row.detail;
        shown.glyph = row.glyph;
        shown.glyphStyle = row.glyphStyle;
        if (row.path.isEmpty())
            shown.tone = Tone::Secondary;
        return shown;
    }
    std::optional<State> rowState(const QModelIndex &) const override { return std::nullopt; }

private:
    const PathList &m_list;
};

} // namespace

PathList::PathList(QWidget *parent)
    : QWidget(parent)
    , m_model(new Model(this))
    , m_table(new DataTable)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LinkDelegate(*this, m_table));
    m_table->horizontalHeader()->hide();
    m_table->setCompact(true);
    m_table->setStretchColumn(0);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto follow = [this](const QModelIndex &index) {
        const QString &path = rows()[size_t(index.row())].path;
        if (!path.isEmpty())
            Q_EMIT activated(path);
    };
    connect(m_table, &DataTable::rowActivated, this, follow);
    connect(m_table, &DataTable::clicked, this, follow);
}

void PathList::setRows(std::vector<Row> rows)
{
    m_model->setRows(std::move(rows));
}

const std::vector<PathList::Row> &PathList::rows() const
{
    return m_model->rows();
}

} // namespace Watchfloor
