#include "widgets/runbooks/touchedview.h"

#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Watchfloor {

namespace {

constexpr size_t rowCap = 6;

void addCaption(QVBoxLayout *column, const QString &caption, const QString &detail)
{
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(caption.toUpper());
    label->setCaption();
    row->addWidget(label);
    row->addWidget(new TextLabel(detail, Tone::Hint, TextSize::Small), 1);
    column->addLayout(row);
}

QString figures(const ServiceStatus &service)
{
    QStringList words;
    if (service.latency.value)
        words.append(QCoreApplication::translate("TouchedView", "p95 %1").arg(quantity(*service.latency.value, ownUnit(QStringLiteral("s"))).text()));
    if (service.errorRatio.value)
        words.append(QCoreApplication::translate("TouchedView", "%1 errors").arg(quantity(*service.errorRatio.value, ownUnit(QStringLiteral("percentunit"))).text()));
    if (words.isEmpty())
        words.append(Format::safeText(service.reason, 60));
    return words.join(QStringLiteral(", "));
}

} // namespace

TouchedView::TouchedView(const Stores &stores, const QString &target, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    const auto services = touched(stores, target);
    addServices(column, stores, services);
    addBudgets(column, stores, services);
    addAlerts(column, stores, services);
    column->addStretch(1);
}

std::vector<const ServiceStatus *> TouchedView::touched(const Stores &stores, const QString &target)
{
    std::vector<const ServiceStatus *> found;
    if (const ServiceStatus *own = stores.services.find(target))
        found.push_back(own);
    for (const ServiceStatus &service : stores.services.services())
        if (service.service.name != target && service.service.depends.contains(target))
            found.push_back(&service);
    return found;
}

void TouchedView::addServices(QVBoxLayout *column, const Stores &, const std::vector<const ServiceStatus *> &services)
{
    addCaption(column, tr("What it touches"), services.empty() ? tr("nothing that the workspace names as depending on it") : tr("%n service(s)", nullptr, int(services.size())));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Size::gap);
    grid->setColumnStretch(2, 1);
    for (size_t at = 0; at < std::min(services.size(), rowCap); ++at) {
        const ServiceStatus &service = *services[at];
        grid->addWidget(new StateGlyph(service.state, 12), int(at), 0);
        grid->addWidget(new TextLabel(Format::safeText(service.service.name, 40), Tone::Primary, TextSize::Body, QFont::DemiBold), int(at), 1);
        auto *text = new ElidedLabel(figures(service), isHatched(service.state) ? toneOf(service.state) : Tone::Secondary);
        text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(text, int(at), 2);
    }
    column->addLayout(grid);
    if (services.size() > rowCap)
        column->addWidget(new TextLabel(tr("and %1 more").arg(services.size() - rowCap), Tone::Secondary));
}

void TouchedView::addBudgets(QVBoxLayout *column, const Stores &stores, const std::vector<const ServiceStatus *> &services)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Size::gap);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const ServiceStatus *service : services) {
        for (const SloStatus *slo : stores.slos.ofService(service->service.name)) {
            if (row == int(rowCap))
                break;
            auto *bar = new BudgetBar;
            const auto left = slo->budget.remaining;
            bar->setLeft(left, !left ? State::Blind : *left <= 0 ? State::Critical : *left < stores.slos.policy().freeze ? State::Warning : State::Healthy);
            auto *text = new TextLabel(left ? Format::ratio(*left, 0) : tr("unknown"), left ? Tone::Primary : Tone::Blind, TextSize::Body, QFont::DemiBold);
            text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(new ElidedLabel(Format::safeText(slo->objective.title.isEmpty() ? slo->objective.name : slo->objective.title, 60)), row, 0);
            grid->addWidget(new TextLabel(Format::ratio(slo->objective.target), Tone::Secondary, TextSize::Small), row, 1);
            grid->addWidget(bar, row, 2, Qt::AlignVCenter);
            grid->addWidget(text, row, 3);
            ++row;
        }
    }
    if (row == 0) {
        delete grid;
        return;
    }
    column->addSpacing(Size::gap);
    addCaption(column, tr("SLO budgets"), tr("left now"));
    column->addLayout(grid);
}

void TouchedView::addAlerts(QVBoxLayout *column, const Stores &stores, const std::vector<const ServiceStatus *> &services)
{
    std::vector<const Alert *> open;
    for (const Alert &alert : stores.alerts.alerts()) {
        if (!alert.isOpen() || open.size() == rowCap)
            continue;
        const QString service = stores.services.serviceOf(alert.labels);
        if (std::any_of(services.begin(), services.end(), [&service](const ServiceStatus *status) { return status->service.name == service; }))
            open.push_back(&alert);
    }
    if (open.empty())
        return;
    column->addSpacing(Size::gap);
    addCaption(column, tr("Alerts"), tr("open on what it touches"));
    for (const Alert *alert : open) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Size::gap);
        row->addWidget(new StateGlyph(stateOf(alert->severity), 12));
        row->addWidget(new TextLabel(Format::safeText(alert->name(), 60), Tone::Primary, TextSize::Body, QFont::DemiBold));
        auto *service = new ElidedLabel(Format::safeText(stores.services.serviceOf(alert->labels), 60), Tone::Secondary);
        row->addWidget(service, 1);
        column->addLayout(row);
    }
}

} // namespace Watchfloor
