#include "widgets/shell/commandpalette.h"

#include "widgets/controls/datatable.h"
#include "widgets/controls/fields.h"
#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int paletteWidth = 640;
constexpr int paletteHeight = 440;
constexpr size_t shownEntries = 200;
enum Role { KindRole = Qt::UserRole + 1, IconRole };

class PaletteDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell;
        cell.text = index.data().toString();
        cell.detail = index.data(KindRole).toString();
        cell.iconName = index.data(IconRole).toString();
        return cell;
    }
};

} // namespace

std::optional<int> fuzzyScore(const QString &needle, const QString &text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar wanted : needle) {
        if (wanted.isSpace())
            continue;
        const qsizetype found = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        const bool wordStart = found == 0 || !text[found - 1].isLetterOrNumber() || (text[found].isUpper() && text[found - 1].isLower());
        score += found == previous + 1 ? 8 : wordStart ? 6 : 1;
        previous = found;
        at = found + 1;
    }
    return score * 4 - int(text.size()) / 4;
}

class CommandPalette::Model final : public QAbstractListModel
{
public:
    Model(std::vector<PaletteEntry> pages, std::vector<PaletteEntry> commands, QObject *parent)
        : QAbstractListModel(parent)
        , m_pages(std::move(pages))
        , m_commands(std::move(commands))
    {
        filter({});
    }

    void filter(const QString &text)
    {
        beginResetModel();
        m_shown.clear();
        const bool commandsOnly = text.startsWith(u'>');
        const QString needle = commandsOnly ? text.mid(1).trimmed() : text.trimmed();
        std::vector<std::pair<int, const PaletteEntry *>> scored;
        const auto add = [&](const std::vector<PaletteEntry> &entries) {
            for (const PaletteEntry &entry : entries)
                if (const auto score = fuzzyScore(needle, entry.text))
                    scored.emplace_back(*score, &entry);
        };
        if (!commandsOnly)
            add(m_pages);
        add(m_commands);
        if (!needle.isEmpty())
            std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        for (size_t i = 0; i < std::min(scored.size(), shownEntries); ++i)
            m_shown.push_back(scored[i].second);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const PaletteEntry &entry = *m_shown[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return entry.text;
        case KindRole:
            return entry.kind;
        case IconRole:
            return entry.iconName;
        default:
            return {};
        }
    }
    std::function<void()> actAt(int row) const { return row >= 0 && row < int(m_shown.size()) ? m_shown[size_t(row)]->act : std::function<void()>(); }

private:
    std::vector<PaletteEntry> m_pages;
    std::vector<PaletteEntry> m_commands;
    std::vector<const PaletteEntry *> m_shown;
};

CommandPalette::CommandPalette(std::vector<PaletteEntry> pages, std::vector<PaletteEntry> commands, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_field(new SearchField(tr("Page, service, alert, objective, runbook…  > for commands")))
    , m_list(new DataTable)
    , m_model(new Model(std::move(pages), std::move(commands), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    resize(paletteWidth, paletteHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardPadding, Size::cardPadding, Size::cardPadding, Size::gap);
    column->setSpacing(Size::gap);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->horizontalHeader()->hide();
    m_list->setStretchColumn(0);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->selectRow(0);
    m_field->installEventFilter(this);
    connect(m_field, &SearchField::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QTableView::clicked, this, [this](const QModelIndex &index) { actOn(index.row()); });
    m_field->setFocus();
}

void CommandPalette::setText(const QString &text)
{
    m_field->setText(text);
}

void CommandPalette::filter(const QString &text)
{
    m_model->filter(text);
    m_list->selectRow(0);
}

void CommandPalette::actOn(int row)
{
    const auto act = m_model->actAt(row);
    if (!act)
        return;
    close();
    act();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->selectRow(std::min(row + 1, m_model->rowCount() - 1));
        return true;
    case Qt::Key_Up:
        m_list->selectRow(std::max(row - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        actOn(row);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.raised);
    painter.setPen(colours.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Watchfloor
