#include "widgets/alerts/budgetsection.h"

#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {
constexpr int narrowBar = 48;

/// A target with the decimals that it was written with.
QString targetText(double target)
{
    int decimals = 0;
    while (decimals < 5 && std::abs(target - std::round(target * std::pow(10, decimals + 2)) / std::pow(10, decimals + 2)) > 1e-10)
        ++decimals;
    return Format::ratio(target, decimals);
}

QString timesBurn(double rate)
{
    return QLocale().toString(rate, 'f', rate >= 10 ? 0 : 1) + u'x';
}
}

BudgetSection::BudgetSection(const PageContext &context)
    : DetailSection(tr("Budget"), tr("open SLO"))
    , m_context(context)
    , m_bar(new BudgetBar)
    , m_left(new ElidedLabel)
    , m_pace(new TextLabel({}, Tone::Secondary, TextSize::Small))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::cardPadding);
    m_bar->setMinimumWidth(narrowBar); // the words beside it are longer in other languages
    row->addWidget(m_bar, 1);
    row->addWidget(m_left);
    body()->addLayout(row);
    m_pace->setWordWrap(true);
    body()->addWidget(m_pace);
    connect(this, &DetailSection::linkActivated, this, [this] { Q_EMIT openRequested(QStringLiteral("slos/") + m_objective); });
}

void BudgetSection::show(const Alert &alert)
{
    const SloStore &slos = m_context.stores.slos;
    const QString declared = m_context.stores.services.serviceOf(alert.labels);
    const auto objectives = slos.ofService(declared.isEmpty() ? alert.service() : declared);
    setVisible(!objectives.empty());
    if (objectives.empty())
        return;
    // The objective that suffers most is the one that this alert is about.
    const SloStatus *status = *std::min_element(objectives.begin(), objectives.end(), [](const SloStatus *a, const SloStatus *b) {
        return a->budget.remaining.value_or(1) < b->budget.remaining.value_or(1);
    });
    m_objective = status->objective.name;
    const State state = status->state(slos.policy(), m_context.clock.now());
    const QString name = status->objective.title.isEmpty() ? status->objective.name : status->objective.title;
    setTitle(tr("Budget: %1, %2").arg(Format::safeText(name, 60), targetText(status->objective.target)));
    const Budget &budget = status->budget;
    m_bar->setLeft(budget.remaining ? std::optional(std::clamp(*budget.remaining, 0.0, 1.0)) : std::nullopt, state);
    m_left->setText(!status->known ? tr("not known")
                    : budget.remaining ? tr("%1 left, %2 of %3").arg(Format::ratio(*budget.remaining, 1), Format::span(std::max(budget.timeLeft, std::chrono::milliseconds(0))), Format::span(budget.timeAllowed))
                                       : tr("no traffic"));
    showPace(*status, state, m_context.clock.wall());
}

void BudgetSection::showPace(const SloStatus &status, State state, WallTime now)
{
    QStringList pace;
    if (const auto rate = status.burnOver(std::chrono::hours(1)))
        pace << tr("Burning %1 over 1 h (page above %2)").arg(timesBurn(*rate), timesBurn(m_context.stores.slos.policy().page));
    if (const auto empty = status.emptyAt(now, std::chrono::minutes(5)))
        pace << tr("at the 5 min rate empty at %1").arg(*empty - now < std::chrono::hours(12) ? Format::shortTime(*empty) : Format::moment(*empty, now));
    m_pace->setText(pace.join(QStringLiteral(" · ")));
    m_pace->setVisible(!pace.isEmpty());
    m_pace->setTone(state == State::Critical ? Tone::Critical : Tone::Secondary);
}

} // namespace Watchfloor
