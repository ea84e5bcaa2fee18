#include "models/panels/dashboardlistmodel.h"

#include "models/core/format.h"

#include <QFileInfo>

#include <set>

namespace Watchfloor {

namespace {

QString folder(const Dashboard &dashboard)
{
    return dashboard.file.contains(u'/') ? QFileInfo(dashboard.file).path() : QString();
}

/// The longest folder that holds both.
QString common(const QString &a, const QString &b)
{
    const QStringList left = a.split(u'/');
    const QStringList right = b.split(u'/');
    qsizetype same = 0;
    while (same < left.size() && same < right.size() && left[same] == right[same])
        ++same;
    return left.mid(0, same).join(u'/');
}

} // namespace

void DashboardListModel::setDashboards(const std::vector<Dashboard> &dashboards)
{
    if (dashboards == m_dashboards)
        return;
    beginResetModel();
    m_dashboards = dashboards;
    m_root = m_dashboards.empty() ? QString() : folder(m_dashboards.front());
    for (const Dashboard &dashboard : m_dashboards)
        m_root = common(m_root, folder(dashboard));
    arrange();
    endResetModel();
}

void DashboardListModel::setFilter(const QString &words, const QStringList &tags)
{
    const QStringList split = words.split(u' ', Qt::SkipEmptyParts);
    if (split == m_words && tags == m_tags)
        return;
    beginResetModel();
    m_words = split;
    m_tags = tags;
    arrange();
    endResetModel();
}

bool DashboardListModel::passes(const Dashboard &dashboard) const
{
    const QString text = QStringList{dashboard.title, dashboard.name, folderOf(dashboard), dashboard.tags.join(u' ')}.join(u' ');
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); })
           && std::all_of(m_tags.begin(), m_tags.end(), [&dashboard](const QString &tag) { return dashboard.tags.contains(tag); });
}

void DashboardListModel::arrange()
{
    m_listed.clear();
    for (size_t index = 0; index < m_dashboards.size(); ++index)
        if (passes(m_dashboards[index]))
            m_listed.push_back(index);
}

int DashboardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listed.size());
}

QVariant DashboardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Dashboard &dashboard = *dashboardAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return Format::safeText(dashboard.title, 120);
    case NameRole:
        return dashboard.name;
    case FileRole:
        return dashboard.file;
    case PanelCountRole:
        return int(dashboard.panels.size());
    case TagsRole:
        return dashboard.tags;
    case FolderRole:
        return folderOf(dashboard);
    default:
        return {};
    }
}

const Dashboard *DashboardListModel::dashboardAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_dashboards[m_listed[size_t(row)]] : nullptr;
}

const Dashboard *DashboardListModel::find(const QString &name) const
{
    const auto found = std::find_if(m_dashboards.begin(), m_dashboards.end(), [&name](const Dashboard &dashboard) { return dashboard.name == name; });
    return found == m_dashboards.end() ? nullptr : &*found;
}

int DashboardListModel::rowOf(const QString &name) const
{
    for (size_t row = 0; row < m_listed.size(); ++row)
        if (m_dashboards[m_listed[row]].name == name)
            return int(row);
    return -1;
}

QStringList DashboardListModel::tags() const
{
    std::set<QString> all;
    for (const Dashboard &dashboard : m_dashboards)
        all.insert(dashboard.tags.begin(), dashboard.tags.end());
    return QStringList(all.begin(), all.end());
}

QString DashboardListModel::folderOf(const Dashboard &dashboard) const
{
    return folder(dashboard).mid(m_root.size()).section(u'/', 1);
}

} // namespace Watchfloor
