#include "widgets/panels/choicepopup.h"

#include "models/core/format.h"
#include "models/panels/variable.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScreen>
#include <QSet>

namespace Watchfloor {

namespace {
constexpr int popupWidth = 280;
constexpr int shownRows = 10;
constexpr size_t listedLimit = 5'000;
}

void ChoiceModel::setChoices(std::vector<Choice> choices, const QStringList &chosen, const Rules &rules)
{
    m_choices = std::move(choices);
    m_chosen = chosen;
    m_rules = rules;
    m_filter.clear();
    arrange();
}

void ChoiceModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    arrange();
}

void ChoiceModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    if (m_rules.all && m_filter.isEmpty())
        m_shown.push_back({tr("All"), allChoice});
    bool exact = false;
    for (const Choice &choice : m_choices) {
        exact = exact || choice.text == m_filter || choice.value == m_filter;
        if (m_shown.size() < listedLimit && (m_filter.isEmpty() || choice.text.contains(m_filter, Qt::CaseInsensitive)))
            m_shown.push_back(choice);
    }
    if (m_rules.custom && !m_filter.isEmpty() && !exact)
        m_shown.push_back({tr("Use \"%1\"").arg(m_filter), m_filter});
    endResetModel();
}

void ChoiceModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const QString value = m_shown[size_t(row)].value;
    if (!m_rules.several || value == allChoice) {
        m_chosen = {value};
    } else {
        m_chosen.removeAll(allChoice);
        if (m_chosen.contains(value))
            m_chosen.removeAll(value);
        else
            m_chosen.append(value);
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ChoiceModel::choose(const QStringList &values)
{
    m_chosen = values;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QStringList ChoiceModel::listed() const
{
    QStringList values;
    for (const Choice &choice : m_shown)
        if (choice.value != allChoice)
            values << choice.value;
    return values;
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_shown[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return Format::safeText(choice.text, 120);
    if (role == ValueRole)
        return choice.value;
    if (role == Qt::CheckStateRole)
        return m_chosen.contains(choice.value) ? Qt::Checked : Qt::Unchecked;
    return {};
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

ChoicePopup::ChoicePopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new ChoiceModel(this))
    , m_search(new SearchField(tr("Search…")))
    , m_list(new QListView)
    , m_all(new ActionButton(tr("All listed"), ActionButton::Look::Link))
    , m_none(new ActionButton(tr("None"), ActionButton::Look::Link))
{
    setObjectName(QStringLiteral("choicePopup"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::gap, Size::gap, Size::gap, Size::gap);
    column->setSpacing(Size::gap);
    column->addWidget(m_search);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setTextElideMode(Qt::ElideMiddle);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_all);
    foot->addWidget(m_none);
    foot->addStretch(1);
    column->addLayout(foot);
    m_search->installEventFilter(this);
    connect(m_search, &SearchField::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    connect(m_all, &ActionButton::clicked, this, [this] { m_model->choose(m_model->listed()); });
    connect(m_none, &ActionButton::clicked, this, [this] { m_model->choose({}); });
}

void ChoicePopup::setChoices(std::vector<ChoiceModel::Choice> choices, const QStringList &chosen, const ChoiceModel::Rules &rules)
{
    m_before = chosen;
    m_model->setChoices(std::move(choices), chosen, rules);
    m_all->setVisible(rules.several);
    m_none->setVisible(rules.several);
}

void ChoicePopup::openBelow(const QWidget *anchor)
{
    openAt(anchor->mapToGlobal(QPoint(0, anchor->height() + Size::unit)));
}

void ChoicePopup::openAt(QPoint global)
{
    const int rows = std::clamp(m_model->rowCount(), 1, shownRows);
    resize(popupWidth, Size::control + rows * Size::row + (m_all->isVisibleTo(this) ? Size::control : 0) + 4 * Size::gap);
    const QRect room = parentWidget() ? parentWidget()->screen()->availableGeometry() : QRect(global, size());
    global.setX(std::clamp(global.x(), room.left(), std::max(room.left(), room.right() - width())));
    global.setY(std::clamp(global.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(global);
    m_list->setCurrentIndex(m_model->index(0));
    show();
    m_search->setFocus();
}

void ChoicePopup::take(int row)
{
    m_model->toggle(row);
    if (!m_model->rules().several)
        close();
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentIndex(m_model->index(std::clamp(row + step, 0, std::max(0, m_model->rowCount() - 1))));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(row);
        if (m_model->rules().several)
            close();
        return true;
    case Qt::Key_Space:
        if (!m_model->rules().several)
            break;
        take(row);
        return true;
    case Qt::Key_Escape:
        m_model->choose(m_before);
        close();
        return true;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void ChoicePopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (m_model->chosen() != m_before)
        Q_EMIT chosen(m_model->chosen());
    m_before = m_model->chosen();
    deleteLater();
}

} // namespace Watchfloor
