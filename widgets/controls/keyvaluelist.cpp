#include "widgets/controls/keyvaluelist.h"

#include "models/core/format.h"
#include "widgets/controls/textlabel.h"

#include <QGridLayout>

namespace Watchfloor {

namespace {
constexpr size_t rowCap = 200;
constexpr int valueCap = 4096;
} // namespace

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const std::vector<Row> &rows)
{
    if (rows == m_rows)
        return;
    m_rows.assign(rows.begin(), rows.begin() + std::min(rows.size(), rowCap));
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        auto *name = new TextLabel(Format::safeText(row.name, 64), Tone::Secondary, TextSize::Body, QFont::Normal, this);
        auto *value = new TextLabel(Format::safeText(row.value, valueCap), row.tone, TextSize::Body, QFont::Normal, this);
        if (row.mono)
            value->setFont(monoFont());
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(name, int(at), 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, int(at), 1, Qt::AlignTop);
    }
}

} // namespace Watchfloor
