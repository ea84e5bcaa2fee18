#include "widgets/alerts/detailfigures.h"

#include "models/alerts/alertcells.h"
#include "models/alerts/escalation.h"
#include "models/core/format.h"
#include "widgets/controls/alertlook.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/grounds.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr int padding = Size::cardPadding;
constexpr int barThickness = 4;
constexpr int beside = 6; ///< between a figure and the line at either side of it
constexpr int widestPerson = 40;

/// Pending first, so that it has two times to tell.
bool firedLater(const Alert &alert)
{
    return alert.firingSince && *alert.firingSince > alert.startsAt;
}

}

DetailFigures::DetailFigures(const PageContext &context)
    : m_context(context)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(padding, 10, padding, 10);
    m_row->setSpacing(beside);
    m_respond = add(true, QStringLiteral("respond"));
    m_bar = new BudgetBar;
    m_bar->setThickness(barThickness);
    static_cast<QVBoxLayout *>(m_respond.box->layout())->insertWidget(2, m_bar);
    m_true = add(false, QStringLiteral("true"));
    m_firing = add(false, QStringLiteral("firing"));
    m_next = add(false, QStringLiteral("next"));
}

DetailFigures::Figure DetailFigures::add(bool large, const QString &name)
{
    Figure figure;
    figure.box = new QWidget;
    figure.box->setObjectName(QStringLiteral("figure/") + name);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    figure.label = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    figure.value = new FigureLabel(large ? TextSize::Figure : TextSize::Body);
    figure.detail = new ElidedLabel({}, Tone::Secondary, TextSize::Small);
    column->addWidget(figure.label);
    column->addWidget(figure.value);
    column->addWidget(figure.detail);
    column->addStretch(1);
    if (large) {
        figure.box->setLayout(column);
    } else {
        auto *divided = new QHBoxLayout(figure.box);
        divided->setContentsMargins(0, 0, 0, 0);
        divided->setSpacing(beside);
        figure.divider = new Divider;
        divided->addWidget(figure.divider);
        divided->addLayout(column, 1);
    }
    m_row->addWidget(figure.box);
    return figure;
}

void DetailFigures::show(const Alert &alert, bool narrow)
{
    const WallTime now = m_context.clock.wall();
    const EscalationClock escalation = escalationOf(alert, m_context.stores.alerts.policy(), now);
    const bool isTight = narrow || firedLater(alert);
    showRespond(alert, escalation, isTight, now);
    showSince(alert, narrow, now);
    showNext(alert, escalation, isTight, now);
    shareRoom();
}

/// Each as wide as its words need, in steps, so that a running second moves no neighbour.
void DetailFigures::shareRoom()
{
    constexpr int step = 16;
    bool isFirst = true;
    for (const Figure *figure : {&m_respond, &m_true, &m_firing, &m_next}) {
        const bool isShown = figure->box->isVisibleTo(this);
        if (figure->divider)
            figure->divider->setVisible(!isFirst);
        isFirst = isFirst && !isShown;
        int needed = 0;
        for (const QLabel *label : std::initializer_list<const QLabel *>{figure->label, figure->detail})
            needed = std::max(needed, label->fontMetrics().horizontalAdvance(label->text()));
        needed = std::max(needed, figure->value->sizeHint().width());
        m_row->setStretchFactor(figure->box, (needed + step - 1) / step * step);
    }
}

void DetailFigures::showRespond(const Alert &alert, const EscalationClock &escalation, bool isTight, WallTime now)
{
    const auto &steps = m_context.stores.alerts.policy().escalation;
    const auto step = steps.find(alert.severity);
    const bool owed = escalation.runs && escalation.respondBy && step != steps.end();
    m_respond.box->setVisible(owed);
    if (!owed)
        return;
    const auto allowed = step->second.respond;
    const auto rest = *escalation.respondBy - now;
    const bool late = rest.count() < 0;
    m_respond.label->setText(late && !isTight ? tr("Late; %1 were allowed").arg(Format::span(allowed)) : tr("Respond within %1").arg(Format::span(allowed)));
    m_respond.value->setText(Format::countdown(rest));
    m_respond.value->setTone(late ? Tone::Critical : toneOf(alert.severity));
    m_respond.detail->setVisible(false);
    const double left = allowed.count() > 0 ? std::clamp(double(rest.count()) / double(allowed.count()), 0.0, 1.0) : 0;
    m_bar->setLeft(late ? 1 : left, late ? State::Critical : stateOf(alert.severity));
}

void DetailFigures::showSince(const Alert &alert, bool narrow, WallTime now)
{
    const WallTime end = alert.endedAt.value_or(now);
    m_true.label->setText(alert.isOpen() ? tr("True for") : tr("Was true for"));
    m_true.value->setText(Format::span(end - alert.beganBy(end)));
    m_true.detail->setText(tr("since %1").arg(Format::moment(alert.startsAt, now)));
    m_firing.box->setVisible(firedLater(alert) && !(narrow && m_respond.box->isVisibleTo(this)));
    if (!firedLater(alert))
        return;
    m_firing.label->setText(alert.isOpen() ? tr("Firing for") : tr("Fired for"));
    m_firing.value->setText(Format::span(end - *alert.firingSince));
    m_firing.detail->setText(tr("since %1").arg(Format::moment(*alert.firingSince, now)));
}

/// Whose turn it is after whoever should have answered; for an alert that is over, when that was.
void DetailFigures::showNext(const Alert &alert, const EscalationClock &escalation, bool isTight, WallTime now)
{
    const bool owed = escalation.runs && (!escalation.next.isEmpty() || !escalation.current.isEmpty());
    m_next.box->setVisible(owed || alert.endedAt || alert.acknowledgement);
    if (alert.acknowledgement) {
        m_next.label->setText(tr("Taken on by"));
        m_next.value->setText(Format::safeText(alert.acknowledgement->owner, widestPerson));
        m_next.detail->setText(tr("at %1").arg(Format::moment(alert.acknowledgement->at, now)));
    } else if (owed && !escalation.next.isEmpty() && escalation.nextAt) {
        m_next.label->setText(escalation.level > 0 && !isTight ? tr("With %1, then").arg(Format::safeText(escalation.current, widestPerson)) : tr("Then goes to"));
        m_next.value->setText(Format::safeText(escalation.next, widestPerson));
        m_next.detail->setText(tr("in %2, at %1").arg(Format::shortTime(*escalation.nextAt), AlertCells::restText(*escalation.nextAt - now)));
    } else if (owed) {
        m_next.label->setText(tr("Unclaimed, with"));
        m_next.value->setText(Format::safeText(escalation.current, widestPerson));
        m_next.detail->setText(escalation.level > 0 ? tr("the last of its path") : QString());
    } else if (alert.endedAt) {
        m_next.label->setText(alert.state == AlertState::Recovered ? tr("Recovered") : tr("Last seen"));
        m_next.value->setText(Format::moment(*alert.endedAt, now));
        m_next.detail->setText(tr("%1 ago").arg(Format::span(now - *alert.endedAt)));
    }
}

} // namespace Watchfloor
