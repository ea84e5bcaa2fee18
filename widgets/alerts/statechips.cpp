#include "widgets/alerts/statechips.h"

#include "models/core/format.h"
#include "widgets/controls/alertlook.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"

#include <QBoxLayout>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int padding = 7;
constexpr int glyphSide = 12;
constexpr int between = 5;
constexpr std::array order{AlertState::Firing,   AlertState::Acknowledged, AlertState::Pending,  AlertState::Unseen,
                           AlertState::Vanished, AlertState::Silenced,     AlertState::Inhibited, AlertState::Recovered};

Severity exampleSeverity(AlertState state)
{
    return state == AlertState::Firing ? Severity::Critical : Severity::Warning;
}
}

StateChip::StateChip(Kind kind, AlertState state, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
    , m_state(state)
{
    setText(kind == Kind::State ? AlertCells::stateWord(state) : kind == Kind::Flapping ? tr("Flapping") : tr("All"));
    setObjectName(QStringLiteral("chip/") + (kind == Kind::State ? alertStateName(state) : kind == Kind::Flapping ? QStringLiteral("flapping") : QStringLiteral("all")));
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void StateChip::setCount(int count)
{
    const QString text = Format::count(count);
    if (text == m_count)
        return;
    m_count = text;
    setAccessibleName(QStringLiteral("%1 %2").arg(this->text(), text));
    updateGeometry();
    update();
}

AlertLook StateChip::look() const
{
    return m_kind == Kind::Flapping ? AlertLook{{}, {}, QStringLiteral("flapping"), Tone::Warning, false} : lookOf(m_state, exampleSeverity(m_state));
}

QSize StateChip::sizeHint() const
{
    const double words = QFontMetricsF(textFont()).horizontalAdvance(text());
    return {int(2 * padding + (m_kind != Kind::All ? glyphSide + between : 0) + words + between + tabularWidth(textFont(TextSize::Body, QFont::DemiBold), m_count)) + 1, Size::row};
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || hasFocus() || underMouse()) {
        painter.setPen(isChecked() || hasFocus() ? QPen(colours.accent) : QPen(colours.line));
        painter.setBrush(isChecked() ? QBrush(colours.selection) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box, Size::smallRadius, Size::smallRadius);
    }
    double left = padding;
    if (m_kind != Kind::All) {
        paintAlertLook(painter, QRectF(left, (height() - glyphSide) / 2.0, glyphSide, glyphSide), look(), colours);
        left += glyphSide + between;
    }
    painter.setFont(textFont());
    painter.setPen(isChecked() ? colours.text : colours.text2);
    const double words = painter.fontMetrics().horizontalAdvance(text());
    painter.drawText(QRectF(left, 0, words + 1, height()), Qt::AlignVCenter, text());
    left += words + between;
    painter.setFont(textFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(colours.text);
    drawTabular(painter, QRectF(left, 0, width() - left, height()), Qt::AlignLeft, m_count);
}

StateChips::StateChips(const AlertTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_all(new StateChip(StateChip::Kind::All))
    , m_flapping(new StateChip(StateChip::Kind::Flapping))
    , m_match(new TextLabel({}, Tone::Hint, TextSize::Small))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    auto *chips = new QWidget;
    auto *flow = new FlowLayout(chips, between);
    flow->addWidget(m_all);
    connect(m_all, &StateChip::clicked, this, [this] { setChosen({}); });
    for (const AlertState state : order) {
        auto *chip = new StateChip(StateChip::Kind::State, state);
        m_chips[size_t(state)] = chip;
        flow->addWidget(chip);
        connect(chip, &StateChip::clicked, this, [this, state] { setChosen(m_chosen == state ? std::nullopt : std::optional(state)); });
    }
    flow->addWidget(m_flapping);
    connect(m_flapping, &StateChip::clicked, this, [this] { setChosen({}, !m_flappingChosen); });
    row->addWidget(chips, 1);
    m_match->setObjectName(QStringLiteral("alertsMatching"));
    row->addWidget(m_match, 0, Qt::AlignTop);
    m_match->setFixedHeight(Size::row);
    m_all->setChecked(true);
}

void StateChips::refresh(int total, const QString &sortedBy, int selected)
{
    const int matching = m_model.matchingCount();
    m_all->setCount(matching);
    for (const AlertState state : order) {
        const int count = m_model.countOf(state);
        m_chips[size_t(state)]->setCount(count);
        m_chips[size_t(state)]->setVisible(count > 0 || m_chosen == state);
    }
    m_flapping->setCount(m_model.flappingCount());
    m_flapping->setVisible(m_model.flappingCount() > 0 || m_flappingChosen);
    const QString order = sortedBy.isEmpty() ? tr("worst first") : tr("by %1", "sorted").arg(sortedBy);
    m_match->setVisible(matching != total || !sortedBy.isEmpty() || selected > 0);
    const QString which = matching == total ? order : tr("%1 of %2 match \u00B7 %3").arg(Format::count(matching), Format::count(total), order);
    m_match->setText(selected > 0 ? tr("%1 chosen", "alerts").arg(Format::count(selected)) + QStringLiteral(" \u00B7 ") + which : which);
}

void StateChips::setChosen(std::optional<AlertState> state, bool flapping)
{
    const bool changed = state != m_chosen || flapping != m_flappingChosen;
    m_chosen = state;
    m_flappingChosen = flapping;
    m_all->setChecked(!state && !flapping);
    m_flapping->setChecked(flapping);
    for (const AlertState each : order)
        m_chips[size_t(each)]->setChecked(state == each);
    if (changed)
        Q_EMIT chosenChanged(state, flapping);
}

} // namespace Watchfloor
