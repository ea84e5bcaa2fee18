#include "models/panels/paneltablemodel.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "models/frames/reducer.h"

#include <cmath>
#include <numeric>
#include <set>

namespace Watchfloor {

namespace {

// A table of more rows than anybody reads is cut by the query's own topk(), not by us; this only bounds the work.
constexpr size_t rowLimit = 10'000;
constexpr size_t columnLimit = 100;
constexpr qsizetype labelLimit = 50;
constexpr qsizetype textLimit = 500;

QString queryName(const PanelQuery &query)
{
    return query.legend.isEmpty() ? query.expression : query.legend;
}

Field textField(const QString &name, QStringList texts)
{
    Field field;
    field.name = field.displayName = name;
    field.type = FieldType::String;
    field.texts.assign(texts.begin(), texts.end());
    return field;
}

QString tabless(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

Frame labelTable(const Panel &panel, const std::vector<std::shared_ptr<const QueryAnswer>> &answers)
{
    struct Row
    {
        const Series *series;
        size_t query;
    };
    std::vector<Row> rows;
    std::set<QString> names;
    for (size_t query = 0; query < answers.size(); ++query) {
        if (!answers[query])
            continue;
        for (const Series &series : answers[query]->series) {
            if (rows.size() == rowLimit)
                break;
            rows.push_back({&series, query});
            for (const auto &[name, value] : series.labels)
                if (name != u"__name__")
                    names.insert(name);
        }
    }
    Frame frame;
    for (const QString &name : QStringList(names.begin(), names.end()).mid(0, labelLimit)) {
        QStringList texts;
        for (const Row &row : rows)
            texts << row.series->labels.value(name);
        frame.fields.push_back(textField(name, texts));
    }
    if (panel.queries.size() > 1) {
        QStringList texts;
        for (const Row &row : rows)
            texts << (row.query < panel.queries.size() ? queryName(panel.queries[row.query]) : QString());
        frame.fields.push_back(textField(PanelTableModel::tr("Query"), texts));
    }
    auto numbers = std::make_shared<std::vector<double>>();
    for (const Row &row : rows)
        numbers->push_back(row.series->last());
    Field value;
    value.name = value.displayName = PanelTableModel::tr("Value");
    value.numbers = std::move(numbers);
    frame.fields.push_back(std::move(value));
    return frame;
}

void PanelTableModel::setFrame(Frame frame)
{
    std::vector<size_t> columns;
    for (size_t index = 0; index < frame.fields.size() && columns.size() < columnLimit; ++index)
        if (!frame.fields[index].config.cell.hidden)
            columns.push_back(index);
    const auto headOf = [](const Frame &of, const std::vector<size_t> &shown) {
        QStringList names;
        for (const size_t index : shown)
            names << of.fields[index].displayName;
        return names;
    };
    const size_t rows = m_order.size();
    const bool sameColumns = headOf(frame, columns) == headOf(m_frame, m_columns) && frame.rows() == m_frame.rows();
    if (!sameColumns) {
        beginResetModel();
        m_frame = std::move(frame);
        m_columns = std::move(columns);
        arrange();
        endResetModel();
        return;
    }
    // With a filter other rows may pass; their number says whether the view has to begin again.
    std::swap(m_frame, frame);
    const std::vector<size_t> before = m_order;
    arrange();
    if (m_order.size() != rows) {
        const std::vector<size_t> after = std::exchange(m_order, before);
        beginResetModel();
        m_order = after;
        endResetModel();
    } else if (!m_order.empty() && !m_columns.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, columnCount() - 1));
    }
}

int PanelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int PanelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const Field *PanelTableModel::field(int column) const
{
    return column >= 0 && column < columnCount() ? &m_frame.fields[m_columns[size_t(column)]] : nullptr;
}

int PanelTableModel::columnOf(const QString &displayName) const
{
    for (int column = 0; column < columnCount(); ++column)
        if (field(column)->displayName == displayName)
            return column;
    return -1;
}

QVariant PanelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &of = *field(index.column());
    const size_t row = source(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return Format::safeText(displayed(of, row).text);
    case Qt::TextAlignmentRole: {
        const QString &align = of.config.cell.align;
        const bool right = align == u"right" || (align != u"left" && align != u"center" && of.isNumeric());
        const Qt::Alignment across = align == u"center" ? Qt::AlignHCenter : right ? Qt::AlignRight : Qt::AlignLeft;
        return int(across | Qt::AlignVCenter);
    }
    case StateRole:
        return QVariant::fromValue(displayed(of, row).state);
    case ValueRole:
        return of.isText() ? QVariant(of.text(row)) : QVariant(of.number(row));
    case ColorRole:
        return displayed(of, row).color;
    case PercentRole:
        return of.isText() ? QVariant() : QVariant(displayed(of, row).percent);
    case StyleRole:
        return of.config.cell.display;
    case FieldRole:
        return int(m_columns[size_t(index.column())]);
    default:
        return {};
    }
}

QVariant PanelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const Field *of = orientation == Qt::Horizontal ? field(section) : nullptr;
    if (!of)
        return {};
    if (role == Qt::DisplayRole)
        return Format::safeText(of->displayName, 60);
    if (role == Qt::TextAlignmentRole)
        return int((of->isNumeric() && of->config.cell.align.isEmpty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && !of->config.description.isEmpty())
        return toolTipText(Format::safeText(of->config.description, 400));
    return {};
}

bool PanelTableModel::isBefore(size_t left, size_t right) const
{
    const int column = columnOf(m_sortedBy);
    const Field &of = *field(column);
    if (of.isText())
        return of.text(left).localeAwareCompare(of.text(right)) < 0;
    const double a = of.number(left);
    const double b = of.number(right);
    // NaN is below every number, so that the order stays strict.
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && !std::isnan(b);
    return a < b;
}

/// Which rows of the frame are shown, in which order.
void PanelTableModel::arrange()
{
    m_order.clear();
    std::vector<std::pair<const Field *, const QSet<QString> *>> filters;
    for (const auto &[name, texts] : m_filters)
        if (const int column = columnOf(name); column >= 0)
            filters.emplace_back(field(column), &texts);
    for (size_t row = 0; row < m_frame.rows() && m_order.size() < rowLimit; ++row)
        if (std::all_of(filters.begin(), filters.end(), [row](const auto &filter) { return filter.second->contains(displayed(*filter.first, row).text); }))
            m_order.push_back(row);
    if (m_sortedBy.isEmpty() || columnOf(m_sortedBy) < 0)
        return;
    const auto before = [this](size_t a, size_t b) { return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a); };
    std::stable_sort(m_order.begin(), m_order.end(), before);
}

void PanelTableModel::sort(int column, Qt::SortOrder sortOrder)
{
    m_sortedBy = column < 0 || !field(column) ? QString() : field(column)->displayName;
    m_sortOrder = sortOrder;
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<size_t> before = m_order;
    arrange();
    std::map<size_t, int> movedTo;
    for (size_t row = 0; row < m_order.size(); ++row)
        movedTo[m_order[row]] = int(row);
    for (const QModelIndex &old : persistentIndexList())
        changePersistentIndex(old, index(movedTo[before[size_t(old.row())]], old.column()));
    Q_EMIT layoutChanged();
}

void PanelTableModel::setFilter(int column, std::optional<QSet<QString>> texts)
{
    const Field *of = field(column);
    if (!of)
        return;
    beginResetModel();
    if (texts)
        m_filters[of->displayName] = *std::move(texts);
    else
        m_filters.erase(of->displayName);
    arrange();
    endResetModel();
}

bool PanelTableModel::isFiltered(int column) const
{
    const Field *of = field(column);
    return of && m_filters.contains(of->displayName);
}

std::optional<QSet<QString>> PanelTableModel::filter(int column) const
{
    return isFiltered(column) ? std::optional(m_filters.at(field(column)->displayName)) : std::nullopt;
}

QStringList PanelTableModel::textsOf(int column) const
{
    const Field *of = field(column);
    QStringList texts;
    QSet<QString> known;
    for (size_t row = 0; of && row < of->size() && texts.size() < textLimit; ++row) {
        const QString text = displayed(*of, row).text;
        if (known.contains(text))
            continue;
        known.insert(text);
        texts << text;
    }
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

QString PanelTableModel::footer(int column, const QString &calculation) const
{
    const Field *of = field(column);
    if (!of || !of->isNumeric())
        return {};
    Field shown = *of;
    auto numbers = std::make_shared<std::vector<double>>();
    for (const size_t row : m_order)
        numbers->push_back(of->number(row));
    shown.numbers = std::move(numbers);
    return Format::safeText(displayed(shown, reduced(shown, calculation)).text);
}

QString PanelTableModel::text(const QList<int> &rows) const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << tabless(headerData(column, Qt::Horizontal).toString());
    lines << cells.join(u'\t');
    QList<int> chosen = rows;
    if (chosen.isEmpty()) {
        chosen.resize(rowCount());
        std::iota(chosen.begin(), chosen.end(), 0);
    }
    for (const int row : chosen) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column)
            cells << tabless(index(row, column).data().toString());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace Watchfloor
