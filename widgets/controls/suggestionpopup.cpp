#include "widgets/controls/suggestionpopup.h"

#include "models/core/tooltiptext.h"
#include "widgets/theme/fonts.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace Watchfloor {

namespace {
constexpr int usualWidth = 420;
}

SuggestionPopup::SuggestionPopup(QWidget *line)
    : QFrame(line, Qt::ToolTip)
    , m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    setFrameShape(QFrame::StyledPanel);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFont(monoFont());
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(1); // a scroll area wants room for three rows, though there be one
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::itemClicked, this, &SuggestionPopup::taken);
}

void SuggestionPopup::offer(const std::vector<Entry> &entries, int chosen, QPoint below)
{
    m_list->clear();
    for (const Entry &entry : entries)
        (new QListWidgetItem(entry.text, m_list))->setToolTip(toolTipText(entry.tip));
    m_list->setCurrentRow(chosen);
    showRows(std::min(int(entries.size()), shownRows), usualWidth, below);
}

void SuggestionPopup::say(const QString &sentence, QPoint below)
{
    m_list->clear();
    (new QListWidgetItem(sentence, m_list))->setToolTip(toolTipText(sentence));
    showRows(1, std::max(usualWidth, m_list->sizeHintForColumn(0) + 16), below);
}

int SuggestionPopup::chosen() const
{
    return m_list->currentRow();
}

void SuggestionPopup::choose(int row)
{
    m_list->setCurrentRow(row);
}

void SuggestionPopup::step(int rows)
{
    choose(std::clamp(chosen() + rows, 0, std::max(m_list->count() - 1, 0)));
}

void SuggestionPopup::showRows(int rows, int width, QPoint below)
{
    resize(width, rows * std::max(m_list->sizeHintForRow(0), 1) + 2 * m_list->frameWidth() + 4);
    move(below);
    show();
}

} // namespace Watchfloor
