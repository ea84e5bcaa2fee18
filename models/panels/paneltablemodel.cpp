#include "models/panels/paneltablemodel.h"

#include "models/core/format.h"

#include <cmath>
#include <numeric>
#include <set>

namespace Watchfloor {

namespace {

// A table of more rows than anybody reads is cut by the query's own topk(), not by us; this only bounds the work.
constexpr size_t rowLimit = 10'000;
constexpr qsizetype columnLimit = 50;

} // namespace

void PanelTableModel::setPanel(const Panel &panel)
{
    beginResetModel();
    m_panel = panel;
    m_rows.clear();
    m_names.clear();
    endResetModel();
}

void PanelTableModel::setAnswers(const std::vector<std::shared_ptr<const QueryAnswer>> &answers)
{
    std::vector<Row> rows;
    std::set<QString> names;
    for (size_t query = 0; query < answers.size(); ++query) {
        if (!answers[query])
            continue;
        for (const Series &series : answers[query]->series) {
            if (rows.size() == rowLimit)
                break;
            Row row{series.labels, series.last(), query};
            row.labels.remove(u"__name__");
            for (const auto &[name, value] : row.labels)
                names.insert(name);
            rows.push_back(std::move(row));
        }
    }
    const QStringList columns = QStringList(names.begin(), names.end()).mid(0, columnLimit);
    const bool sameShape = columns == m_names && rows.size() == m_rows.size();
    if (!sameShape)
        beginResetModel();
    m_names = columns;
    m_rows = inOrder(std::move(rows));
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
}

int PanelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PanelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size()) + (hasQueryColumn() ? 1 : 0) + 1;
}

QVariant PanelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == valueColumn() ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case StateRole:
        return QVariant::fromValue(stateUnder(m_panel.field.thresholds, row.value));
    case ValueRole:
        return row.value;
    case LabelsRole:
        return QVariant::fromValue(row.labels);
    default:
        return {};
    }
}

QVariant PanelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section < m_names.size())
        return Format::safeText(m_names[section], 60);
    if (section == valueColumn())
        return tr("Value");
    return section < valueColumn() ? tr("Query") : QVariant();
}

void PanelTableModel::sort(int column, Qt::SortOrder sortOrder)
{
    m_sortColumn = column;
    m_sortOrder = sortOrder;
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<size_t> order = orderOf(m_rows);
    std::vector<int> movedTo(order.size());
    for (size_t row = 0; row < order.size(); ++row)
        movedTo[order[row]] = int(row);
    m_rows = inOrder(std::move(m_rows));
    for (const QModelIndex &old : persistentIndexList())
        changePersistentIndex(old, index(movedTo[size_t(old.row())], old.column()));
    Q_EMIT layoutChanged();
}

QString PanelTableModel::cell(const Row &row, int column) const
{
    if (column < m_names.size())
        return Format::safeText(row.labels.value(m_names[column]));
    return column == valueColumn() ? quantity(row.value, m_panel.field.unit, m_panel.field.decimals.value_or(-1)).text() : queryName(row.query);
}

QString PanelTableModel::queryName(size_t query) const
{
    if (query >= m_panel.queries.size())
        return {};
    const PanelQuery &asked = m_panel.queries[query];
    return Format::safeText(asked.legend.isEmpty() ? asked.expression : asked.legend, 80);
}

std::vector<size_t> PanelTableModel::orderOf(const std::vector<Row> &rows) const
{
    std::vector<size_t> order(rows.size());
    std::iota(order.begin(), order.end(), size_t(0));
    if (m_sortColumn < 0 || m_sortColumn >= columnCount())
        return order;
    const auto less = [this, &rows](size_t left, size_t right) {
        const Row &a = rows[left];
        const Row &b = rows[right];
        if (m_sortColumn != valueColumn())
            return cell(a, m_sortColumn).localeAwareCompare(cell(b, m_sortColumn)) < 0;
        // NaN is below every number, so that the order stays strict.
        if (std::isnan(a.value) || std::isnan(b.value))
            return std::isnan(a.value) && !std::isnan(b.value);
        return a.value < b.value;
    };
    if (m_sortOrder == Qt::AscendingOrder)
        std::stable_sort(order.begin(), order.end(), less);
    else
        std::stable_sort(order.begin(), order.end(), [&less](size_t a, size_t b) { return less(b, a); });
    return order;
}

std::vector<PanelTableModel::Row> PanelTableModel::inOrder(std::vector<Row> rows) const
{
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const size_t from : orderOf(rows))
        sorted.push_back(std::move(rows[from]));
    return sorted;
}

} // namespace Watchfloor
