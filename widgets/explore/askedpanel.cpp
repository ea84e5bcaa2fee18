#include "widgets/explore/askedpanel.h"

namespace Watchfloor {

PanelCard *makeAskedCard(const PageContext &context, const AskedPanel &asked, QWidget *parent)
{
    auto dashboard = std::make_shared<Dashboard>();
    dashboard->name = QStringLiteral("explore");
    dashboard->source = asked.source;
    Panel panel;
    panel.title = asked.title;
    panel.kind = asked.kind;
    PanelQuery query{asked.expression};
    query.refId = QStringLiteral("A");
    if (asked.kind == PanelKind::Table) {
        query.format = PanelQuery::Format::Table;
        query.instant = true;
        query.range = false;
    } else {
        panel.options.legend.mode = LegendOptions::Mode::Table;
        panel.options.legend.calculations = {QStringLiteral("lastNotNull"), QStringLiteral("min"), QStringLiteral("max"), QStringLiteral("mean")};
    }
    panel.queries = {query};
    return new PanelCard({context.stores, context.commands, context.clock, context.crosshair}, std::move(dashboard), std::move(panel), {}, parent);
}

PanelView viewOf(const PageContext &context, const QString &source, std::chrono::milliseconds range)
{
    PanelView view;
    view.range = range;
    view.now = context.clock.wall();
    view.onlyPrometheus = source;
    const auto &sources = context.stores.workspace().sources;
    const auto spec = std::find_if(sources.begin(), sources.end(), [&source](const SourceSpec &known) { return known.name == source; });
    if (spec != sources.end())
        view.interval = spec->interval;
    return view;
}

} // namespace Watchfloor
