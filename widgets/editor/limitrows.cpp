#include "widgets/editor/limitrows.h"

#include "widgets/controls/buttons.h"
#include "widgets/editor/editorfields.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QComboBox>

namespace Watchfloor {

namespace {
constexpr size_t mostLimits = 50;
constexpr std::array limitStates{State::Critical, State::Warning, State::Healthy};
}

LimitRows::LimitRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Size::unit);
    auto *add = new ActionButton(tr("Add a threshold"), ActionButton::Look::Link);
    add->setObjectName(QStringLiteral("addLimit"));
    add->setSmall(true);
    m_column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QAbstractButton::clicked, this, [this] {
        if (m_rows.size() >= mostLimits)
            return;
        addRow(nullptr);
        m_rows.back().value->setFocus();
        Q_EMIT changed();
    });
}

void LimitRows::setLimits(const std::vector<Limit> &limits)
{
    for (const Row &row : m_rows) {
        row.box->hide();
        row.box->deleteLater();
    }
    m_rows.clear();
    for (const Limit &limit : limits)
        addRow(&limit);
}

std::vector<Limit> LimitRows::limits() const
{
    std::vector<Limit> limits;
    for (const Row &row : m_rows)
        if (const auto value = row.value->number())
            limits.push_back({*value, row.side->currentIndex() == 0, limitStates[size_t(row.state->currentIndex())]});
    return limits;
}

bool LimitRows::isValid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.value->number().has_value(); });
}

void LimitRows::addRow(const Limit *limit)
{
    Row row;
    row.box = new QWidget;
    auto *line = new QHBoxLayout(row.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Size::unit);
    row.side = makeChoice({tr("above"), tr("below")}, tr("Which side of the value"));
    row.value = new NumberField(tr("value"));
    row.value->setAccessibleName(tr("Threshold"));
    row.state = makeChoice({tr("critical"), tr("warning"), tr("healthy")}, tr("State beyond the value"));
    row.state->setObjectName(QStringLiteral("limitState"));
    auto *remove = new IconButton(QStringLiteral("close"), tr("Remove this threshold"));
    line->addWidget(row.side);
    line->addWidget(row.value, 1);
    line->addWidget(row.state);
    line->addWidget(remove);
    if (limit) {
        row.side->setCurrentIndex(limit->above ? 0 : 1);
        row.value->setNumber(limit->value);
        const auto place = std::find(limitStates.begin(), limitStates.end(), limit->state);
        row.state->setCurrentIndex(place == limitStates.end() ? 0 : int(place - limitStates.begin()));
    }
    m_column->insertWidget(m_column->count() - 1, row.box);
    row.box->show();
    connect(row.side, &QComboBox::currentIndexChanged, this, &LimitRows::changed);
    connect(row.state, &QComboBox::currentIndexChanged, this, &LimitRows::changed);
    connect(row.value, &QLineEdit::textChanged, this, &LimitRows::changed);
    connect(remove, &QAbstractButton::clicked, this, [this, box = row.box] { removeRow(box); });
    m_rows.push_back(row);
}

void LimitRows::removeRow(const QWidget *box)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [box](const Row &one) { return one.box == box; });
    if (row == m_rows.end())
        return;
    row->box->hide();
    row->box->deleteLater();
    m_rows.erase(row);
    Q_EMIT changed();
}

} // namespace Watchfloor
