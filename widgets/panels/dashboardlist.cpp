#include "widgets/panels/dashboardlist.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/fields.h"
#include "widgets/panels/choicepopup.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QListView>

namespace Watchfloor {

namespace {

constexpr int listWidth = 240;
/// So many dashboards are found at a glance.
constexpr size_t searchFrom = 7;

class DashboardDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell shown;
        shown.text = index.data().toString();
        QStringList words;
        if (const QString folder = index.data(DashboardListModel::FolderRole).toString(); !folder.isEmpty())
            words << folder;
        words << index.data(DashboardListModel::TagsRole).toStringList();
        shown.detail = Format::safeText(words.join(QStringLiteral(" · ")), 80);
        return shown;
    }
    std::optional<State> rowState(const QModelIndex &) const override { return std::nullopt; }
};

} // namespace

DashboardList::DashboardList(QWidget *parent)
    : Card(tr("Dashboards"), parent)
    , m_model(new DashboardListModel(this))
    , m_search(new SearchField(tr("Search…"), QStringLiteral("/")))
    , m_tags(new ActionButton(tr("Tags")))
    , m_list(new QListView)
{
    setFlush(true);
    setFixedWidth(listWidth);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(Size::gap, 0, Size::gap, Size::gap);
    fields->setSpacing(Size::gap);
    fields->addWidget(m_search);
    m_tags->setSmall(true);
    m_tags->setMenuArrow(true);
    fields->addWidget(m_tags, 0, Qt::AlignLeft);
    body()->addLayout(fields);
    m_list->setObjectName(QStringLiteral("dashboardList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DashboardDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_list, 1);
    connect(m_search, &SearchField::textChanged, this, &DashboardList::search);
    connect(m_search, &SearchField::returnPressed, this, [this] { m_list->setCurrentIndex(m_model->index(0)); });
    connect(m_tags, &ActionButton::clicked, this, &DashboardList::chooseTags);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid() || m_selecting)
            return;
        m_name = current.data(DashboardListModel::NameRole).toString();
        Q_EMIT chosen(m_name);
    });
}

void DashboardList::setDashboards(const std::vector<Dashboard> &dashboards)
{
    m_selecting = true;
    m_model->setDashboards(dashboards);
    m_selecting = false;
    m_search->setVisible(m_model->total() >= searchFrom);
    m_tags->setVisible(!m_model->tags().isEmpty());
    select(m_name);
}

bool DashboardList::select(const QString &name)
{
    if (!m_model->find(name))
        return false;
    m_name = name;
    m_selecting = true;
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(name)));
    m_selecting = false;
    return true;
}

void DashboardList::focusSearch()
{
    m_search->setFocus();
}

void DashboardList::search()
{
    m_selecting = true;
    m_model->setFilter(m_search->text(), m_chosenTags);
    m_selecting = false;
    select(m_name);
}

void DashboardList::chooseTags()
{
    std::vector<ChoiceModel::Choice> choices;
    for (const QString &tag : m_model->tags())
        choices.push_back({tag, tag});
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), m_chosenTags, {true, false, false});
    connect(popup, &ChoicePopup::chosen, this, [this](const QStringList &tags) {
        m_chosenTags = tags;
        m_tags->setText(tags.isEmpty() ? tr("Tags") : tr("Tags: %1").arg(Format::safeText(tags.join(QStringLiteral(", ")), 24)));
        search();
    });
    popup->openBelow(m_tags);
}

} // namespace Watchfloor
