#include "widgets/runbooks/runbookdelegate.h"

#include "models/core/format.h"
#include "models/runbooks/runbooklistmodel.h"
#include "models/services/servicestore.h"
#include "widgets/runbooks/runwords.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/icons.h"

#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int padding = 14;
constexpr int targetHeight = 30;
constexpr int dotRadius = 3;
constexpr int narrow = 260; ///< the icon alone tells the risk

/// Over a filter the model's own first row may be missing.
bool beginsTarget(const QModelIndex &index)
{
    const QModelIndex above = index.row() > 0 ? index.sibling(index.row() - 1, 0) : QModelIndex();
    return !above.isValid() || above.data(RunbookListModel::TargetRole) != index.data(RunbookListModel::TargetRole);
}

struct Outcome
{
    QString text;
    Tone tone = Tone::Secondary;
};

Outcome outcomeOf(const QModelIndex &index, bool wide)
{
    if (index.data(RunbookListModel::RunningRole).toBool())
        return {index.data(RunbookListModel::LastOutcomeRole).toString(), Tone::Accent};
    const QVariant state = index.data(RunbookListModel::LastStateRole);
    const QVariant ended = index.data(RunbookListModel::LastEndedRole);
    const auto risk = index.data(RunbookListModel::RiskRole).value<Risk>();
    if (!state.isValid() || !ended.isValid())
        return {wide ? riskWord(risk) : QString(), risk == Risk::Safe ? Tone::Hint : riskTone(risk)};
    Run run;
    run.state = state.value<RunState>();
    const QString time = Format::shortTime(WallTime(std::chrono::milliseconds(ended.toLongLong())));
    return {QStringLiteral("%1 %2").arg(run.state == RunState::Succeeded ? QStringLiteral("\u2713") : QStringLiteral("\u2717"), time), runTone(run)};
}

} // namespace

RunbookDelegate::RunbookDelegate(const ServiceStore &services, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_services(services)
{
}

QSize RunbookDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, Size::row + (beginsTarget(index) ? targetHeight : 0)};
}

void RunbookDelegate::paintTarget(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QString &target) const
{
    const Theme &colours = themeOf(option.widget);
    const QFont bold = textFont(TextSize::Small, QFont::DemiBold);
    int left = area.left() + padding;
    const ServiceStatus *service = m_services.find(target);
    const int base = area.bottom() - 20;
    if (service) {
        paintStateGlyph(painter, QRectF(left, base + 4, 11, 11), service->state, colours);
        left += 18;
    }
    const QString name = Format::safeText(target, 60);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(QRect(left, base, area.right() - left, 19), Qt::AlignVCenter, name);
    left += QFontMetrics(bold).horizontalAdvance(name) + 10;
    if (!service || service->state == State::Healthy)
        return;
    const QFont small = textFont(TextSize::Small);
    painter.setFont(small);
    painter.setPen(isHatched(service->state) ? colours.of(service->state) : colours.text2);
    const int width = area.right() - padding - left;
    painter.drawText(QRect(left, base, width, 19), Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(Format::safeText(service->reason, 120), Qt::ElideRight, width));
}

void RunbookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &colours = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect area = option.rect;
    if (beginsTarget(index)) {
        paintTarget(*painter, QRect(area.topLeft(), QSize(area.width(), targetHeight)), option, index.data(RunbookListModel::TargetRole).toString());
        area.setTop(area.top() + targetHeight);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(area, colours.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(area, colours.hover);
    if (selected)
        painter->fillRect(QRect(area.left(), area.top(), Size::stripe, area.height()), colours.accent);

    const auto risk = index.data(RunbookListModel::RiskRole).value<Risk>();
    const Outcome outcome = outcomeOf(index, area.width() > narrow);
    const QFont small = textFont(TextSize::Small);
    const int outcomeWidth = QFontMetrics(small).horizontalAdvance(outcome.text) + 2;
    const QFont font = textFont(TextSize::Body, selected ? QFont::DemiBold : QFont::Normal);
    const bool matches = index.data(RunbookListModel::MatchesNowRole).toBool();
    const int left = area.left() + padding + Size::icon + Size::gap;
    const int width = area.right() - padding - outcomeWidth - Size::gap - left - (matches ? 14 : 0);
    paintIcon(*painter, QRectF(area.left() + padding, area.top() + (area.height() - Size::icon) / 2.0, Size::icon, Size::icon), riskIcon(risk), colours.of(riskTone(risk)));
    const QString title = QFontMetrics(font).elidedText(index.data(RunbookListModel::TitleRole).toString(), Qt::ElideRight, width);
    painter->setFont(font);
    painter->setPen(colours.text);
    painter->drawText(QRect(left, area.top(), width + 2, area.height()), Qt::AlignVCenter, title);
    if (matches) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawEllipse(QPointF(left + QFontMetrics(font).horizontalAdvance(title) + 10, area.center().y() + 1), dotRadius, dotRadius);
    }
    painter->setFont(small);
    painter->setPen(colours.of(outcome.tone));
    painter->drawText(QRect(area.right() - padding - outcomeWidth, area.top(), outcomeWidth, area.height()), Qt::AlignVCenter | Qt::AlignRight, outcome.text);
    painter->restore();
}

} // namespace Watchfloor
