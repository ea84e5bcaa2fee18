#include "widgets/overview/tilecontent.h"

#include "models/core/format.h"
#include "models/services/serviceindex.h"
#include "widgets/theme/glyphs.h"

#include <QCoreApplication>

namespace Watchfloor {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TileContent)
};

TileContent::Figure figure(const QString &label, const ServiceFigure &value, const Unit &unit, std::vector<double> line, State visible)
{
    TileContent::Figure result{label, QStringLiteral("\u2014"), {}, value.state, std::move(line), std::nullopt};
    // What is blind has no number that could be believed.
    if (value.value && visible != State::Blind) {
        const Quantity shown = quantity(*value.value, unit);
        result.number = shown.figure();
        result.suffix = shown.suffix;
    }
    return result;
}

/// A limit that an alerting rule about `word` puts on the recorded series of the figure.
std::optional<double> ruleLimit(const Stores &stores, const std::vector<const Alert *> &alerts, const QString &service, const QString &word)
{
    for (const Alert *alert : alerts) {
        if (alert->service() != service || !alert->name().contains(word, Qt::CaseInsensitive))
            continue;
        const auto rule = stores.alerts.ruleOf(*alert);
        if (!rule)
            continue;
        const qsizetype comparison = rule->second.expression.lastIndexOf(u'>');
        bool ok = false;
        const double limit = comparison < 0 ? 0 : rule->second.expression.sliced(comparison + 1).remove(u'=').trimmed().toDouble(&ok);
        if (ok)
            return limit;
    }
    return std::nullopt;
}

/// What is not measured is probed: its endpoints' response times are the figures then.
std::vector<TileContent::Figure> probeFigures(const Stores &stores, const QString &service, Instant now)
{
    constexpr size_t most = 3;
    std::vector<TileContent::Figure> figures;
    for (const EndpointStatus &status : stores.health.endpoints()) {
        if (HealthStore::serviceOf(status.endpoint) != service || figures.size() == most)
            continue;
        std::vector<double> line;
        for (const EndpointStatus::Tick &tick : status.history)
            line.push_back(double(tick.duration.count()));
        const State visible = status.latest.freshness.visibility(now);
        ServiceFigure value{std::nullopt, status.state(now)};
        if (status.latest.value)
            value.value = double(status.latest.value->duration.count());
        figures.push_back(figure(Format::safeText(status.endpoint.name, 40), value, ownUnit(QStringLiteral("ms")), std::move(line), visible));
    }
    return figures;
}

QString budgetText(const SloStatus &slo, State state, WallTime wall)
{
    QString text = Texts::tr("left");
    const QString dot = QStringLiteral(" \u00B7 ");
    if (state == State::Healthy)
        return text + dot + Texts::tr("on track");
    // When it ends comes first: what follows may have no room.
    if (const auto empty = slo.emptyAt(wall, std::chrono::minutes(5)); empty && state == State::Critical)
        text += dot + Texts::tr("empty in %1").arg(Format::shortSpan(*empty - wall));
    if (slo.budget.timeAllowed.count() > 0 && slo.budget.remaining)
        text += dot + Texts::tr("%1 of %2").arg(Format::shortSpan(std::max(slo.budget.timeLeft, std::chrono::milliseconds(0))), Format::shortSpan(slo.budget.timeAllowed));
    return text;
}

} // namespace

std::vector<const ServiceStatus *> tileOrder(const std::vector<ServiceStatus> &services)
{
    std::vector<const ServiceStatus *> order;
    for (const ServiceStatus &status : services)
        order.push_back(&status);
    std::stable_sort(order.begin(), order.end(), [](const ServiceStatus *a, const ServiceStatus *b) {
        return std::pair(a->state, a->service.version.isEmpty()) < std::pair(b->state, b->service.version.isEmpty());
    });
    return order;
}

std::vector<double> figureLine(const Stores &stores, const QueryKey &key, const Labels &serviceLabels)
{
    const SeriesStore::Entry *entry = stores.series.find(key);
    if (!entry || !entry->answer)
        return {};
    for (const Series &series : entry->answer->series)
        if (series.labels.containsAll(serviceLabels))
            return series.values;
    return {};
}

TileAlerts::TileAlerts(const Stores &stores)
    : m_services(stores.services)
{
    const std::vector<Service> &declared = m_services.declared();
    for (size_t place = 0; place < declared.size(); ++place)
        m_places.insert(declared[place].name, place);
}

std::vector<const Alert *> TileAlerts::of(const QString &service) const
{
    const auto place = m_places.constFind(service);
    return place == m_places.constEnd() ? std::vector<const Alert *>() : m_services.openAlerts(*place);
}

const Alert *TileAlerts::worst(const QString &service) const
{
    const std::vector<const Alert *> open = of(service);
    return open.empty() ? nullptr : open.front();
}

const Runbook *suggestedRunbook(const Stores &stores, const std::vector<const Alert *> &alerts)
{
    if (stores.runs.runbooks().empty())
        return nullptr;
    for (const Alert *alert : alerts)
        if (alert->state == AlertState::Firing || alert->state == AlertState::Acknowledged)
            if (const Runbook *runbook = stores.runs.suggested(alert->labels, alert->annotations))
                return runbook;
    return nullptr;
}

TileContent tileContent(const ServiceStatus &status, const TileAlerts &tileAlerts, const Stores &stores, Instant now, WallTime wall)
{
    const QString name = status.service.name;
    const Labels labels = labelsOf(status.service);
    const ServiceQueries queries = stores.services.queriesOf(name);
    const std::vector<const Alert *> alerts = tileAlerts.of(name);
    TileContent content;
    content.name = Format::safeText(name, 64);
    content.state = status.state;
    content.reason = Format::safeText(status.reason, 200);
    content.age = status.age ? Format::span(*status.age) : QString();
    std::vector<double> rates = figureLine(stores, queries.requestRate, labels);
    const bool measured = status.requestRate.value || status.errorRatio.value || status.latency.value || !rates.empty();
    if (measured || !status.service.version.isEmpty()) {
        content.figures = {figure(Texts::tr("requests"), status.requestRate, ownUnit(QStringLiteral("reqps")), std::move(rates), status.requestRate.state),
                           figure(Texts::tr("errors"), status.errorRatio, ownUnit(QStringLiteral("percentunit")), figureLine(stores, queries.errorRatio, labels), status.errorRatio.state),
                           figure(Texts::tr("p95"), status.latency, ownUnit(QStringLiteral("s")), figureLine(stores, queries.latency, labels), status.latency.state)};
        content.figures[1].limit = ruleLimit(stores, alerts, name, QStringLiteral("error"));
        content.figures[2].limit = ruleLimit(stores, alerts, name, QStringLiteral("latency"));
    } else {
        content.figures = probeFigures(stores, name, now);
    }
    if (const SloStatus *slo = status.objective.isEmpty() ? nullptr : stores.slos.find(status.objective)) {
        content.budgetState = slo->state(stores.slos.policy(), now);
        content.budgetLeft = slo->budget.remaining;
        content.budgetText = slo->budget.remaining ? budgetText(*slo, content.budgetState, wall) : Texts::tr("not known yet");
    } else {
        content.budgetText = Texts::tr("no objective");
    }
    for (const auto &[dependency, state] : status.dependencies)
        content.dependencies.emplace_back(Format::safeText(dependency, 40), state);
    if (const Runbook *runbook = suggestedRunbook(stores, alerts))
        content.action = Format::safeText(runbook->title, 48);
    return content;
}

} // namespace Watchfloor
