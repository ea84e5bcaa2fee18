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
    m_grid->setHorizontalSpacing(spacing);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(int(rowCap), 1); // room that is left stays below the rows
}

void KeyValueList::setRows(const std::vector<Row> &rows)
{
    if (rows == m_rows)
        return;
    const std::vector<Row> before = std::exchange(m_rows, {rows.begin(), rows.begin() + std::min(rows.size(), rowCap)});
    // Labels stay where only their words change, which keeps what is selected in them. A font set after the style sheet has
    // seen the label would not last.
    const auto sameFont = [](const Row &a, const Row &b) { return a.mono == b.mono; };
    if (!std::equal(before.begin(), before.end(), m_rows.begin(), m_rows.end(), sameFont)) {
        for (const auto &[name, value] : m_labels) {
            delete name;
            delete value;
        }
        m_labels.clear();
        addLabels();
    }
    for (size_t at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        const auto &[name, value] = m_labels[at];
        name->setText(Format::safeText(row.name, 64));
        value->setText(Format::safeText(row.value, valueCap));
        value->setTone(row.tone);
    }
}

void KeyValueList::setNameWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

int KeyValueList::widthOf(const QStringList &names)
{
    const QFontMetrics metrics(textFont());
    int widest = 0;
    for (const QString &name : names)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return widest;
}

void KeyValueList::addLabels()
{
    for (int at = 0; at < int(m_rows.size()); ++at) {
        auto *name = new TextLabel({}, Tone::Secondary, TextSize::Body, QFont::Normal, this);
        auto *value = new TextLabel({}, Tone::Primary, TextSize::Body, QFont::Normal, this);
        if (m_rows[size_t(at)].mono)
            value->setFont(monoFont());
        // Two fonts, one line for both to stand on.
        const int lower = name->fontMetrics().ascent() - value->fontMetrics().ascent();
        name->setContentsMargins(0, std::max(-lower, 0), 0, 0);
        value->setContentsMargins(0, std::max(lower, 0), 0, 0);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(name, at, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, at, 1, Qt::AlignTop);
        // A layout shows them on the event loop's next round only, and a picture may be taken before that.
        name->show();
        value->show();
        m_labels.emplace_back(name, value);
    }
}

} // namespace Watchfloor
