#include "widgets/panels/statbody.h"

#include "models/core/format.h"
#include "models/panels/shownvalues.h"
#include "widgets/charts/statgrid.h"
#include "widgets/panels/fieldlook.h"

namespace Watchfloor {

namespace {

constexpr size_t shownStats = 200;

StatGrid::Look lookOf(const Watchfloor::Panel &panel)
{
    const StatOptions &options = panel.options.stat;
    StatGrid::Look look;
    look.colorMode = options.colorMode == u"none"               ? StatGrid::ColorMode::None
                     : options.colorMode == u"background"       ? StatGrid::ColorMode::Background
                     : options.colorMode == u"background_solid" ? StatGrid::ColorMode::BackgroundSolid
                                                                : StatGrid::ColorMode::Value;
    look.textMode = options.textMode == u"value"            ? StatGrid::TextMode::Value
                    : options.textMode == u"value_and_name" ? StatGrid::TextMode::ValueAndName
                    : options.textMode == u"name"           ? StatGrid::TextMode::Name
                    : options.textMode == u"none"           ? StatGrid::TextMode::None
                                                            : StatGrid::TextMode::Auto;
    look.arrangement = options.orientation == Orientation::Horizontal ? StatGrid::Arrangement::Column
                       : options.orientation == Orientation::Vertical ? StatGrid::Arrangement::Row
                                                                      : StatGrid::Arrangement::Auto;
    look.graph = options.graph;
    return look;
}

} // namespace

StatBody::StatBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_grid(new StatGrid)
{
    fill(m_grid);
    m_grid->setLook(lookOf(panel));
}

void StatBody::showContent()
{
    const Theme &theme = themeOf(this);
    const std::vector<ShownValue> values = shownValues(content().frames, panel().options.reduce);
    // A figure of now has its line from the same query over time, which gives the same series in the same order as a rule; labels decide.
    const auto lineOf = [this](const Field &field) -> std::vector<double> {
        for (const Frame &frame : content().lines)
            for (const Field &line : frame.fields)
                if (line.isNumeric() && line.numbers && line.labels == field.labels && line.refId == field.refId)
                    return *line.numbers;
        return {};
    };
    std::vector<StatGrid::Stat> stats;
    for (const ShownValue &value : values) {
        if (stats.size() == shownStats)
            break;
        StatGrid::Stat stat;
        stat.name = shownName(value.name);
        stat.shown = value.value.quantity;
        if (value.value.mapped || value.value.quantity.number.isEmpty())
            stat.shown = {Format::safeText(value.value.text, 80)};
        stat.state = claimed(stateOf(value.value));
        if (stat.state == stateOf(value.value))
            stat.color = valueColor(value.field, value.value, content().foreign, theme);
        stat.line = value.line.empty() && value.field ? lineOf(*value.field) : value.line;
        if (panel().options.stat.percentChange)
            stat.change = value.change;
        stats.push_back(std::move(stat));
    }
    m_shown = {stats.size(), values.size()};
    m_grid->setStats(std::move(stats));
}

void StatBody::showMoment()
{
    m_grid->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
