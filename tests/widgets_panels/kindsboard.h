#pragma once

#include "tests/widgets_panels/boardroom.h"

namespace Watchfloor::Testing {

inline Thresholds redAbove(double warning, double critical)
{
    Thresholds thresholds;
    thresholds.steps = {{}, {}, {}};
    thresholds.steps[0].color = u"green"_s;
    thresholds.steps[1].from = warning;
    thresholds.steps[1].color = u"#EAB839"_s;
    thresholds.steps[1].state = State::Warning;
    thresholds.steps[2].from = critical;
    thresholds.steps[2].color = u"red"_s;
    thresholds.steps[2].state = State::Critical;
    return thresholds;
}

/// A dashboard as Grafana's import makes it, with a panel of every kind.
inline Dashboard kindsBoard()
{
    Dashboard board;
    board.name = u"kinds"_s;
    board.title = u"Every kind of panel"_s;
    board.uid = u"kinds-uid"_s;
    board.tags = {u"shop"_s, u"night"_s};
    board.source = u"main"_s;
    board.foreign = true;
    auto add = [&board](Watchfloor::Panel panel) -> Watchfloor::Panel & {
        board.panels.push_back(std::move(panel));
        return board.panels.back();
    };
    auto &stat = add(panelOf(u"Requests"_s, PanelKind::Stat, u"requests"_s, {0, 0, 4, 4}));
    stat.field.unit = Unit{u"reqps"_s};
    stat.field.color.mode = u"thresholds"_s;
    stat.field.thresholds = redAbove(700, 900);
    stat.description = u"What the gateway lets through, per second"_s;
    auto &background = add(panelOf(u"Errors now"_s, PanelKind::Stat, u"errors"_s, {4, 0, 4, 4}));
    background.field.unit = Unit{u"percentunit"_s};
    background.field.thresholds = redAbove(0.005, 0.02);
    background.field.color.mode = u"thresholds"_s;
    background.options.stat.colorMode = u"background"_s;
    auto &gauge = add(panelOf(u"Memory"_s, PanelKind::Gauge, u"memory"_s, {8, 0, 6, 4}));
    gauge.field.unit = Unit{u"percent"_s};
    gauge.field.minimum = 0;
    gauge.field.maximum = 100;
    gauge.field.thresholds = redAbove(70, 90);
    gauge.field.color.mode = u"thresholds"_s;
    auto &bars = add(panelOf(u"Queue length"_s, PanelKind::BarGauge, u"queue"_s, {14, 0, 5, 4}));
    bars.options.stat.orientation = Orientation::Horizontal;
    bars.field.thresholds = redAbove(40, 80);
    bars.field.color.mode = u"thresholds"_s;
    bars.field.maximum = 100;
    auto &pie = add(panelOf(u"Traffic by service"_s, PanelKind::Pie, u"requests"_s, {19, 0, 5, 4}));
    pie.options.pie.donut = true;
    pie.options.pie.legendValues = {u"percent"_s};
    pie.options.legend.atRight = true;
    auto &lines = add(panelOf(u"Error ratio"_s, PanelKind::TimeSeries, u"errors"_s, {0, 4, 8, 7}));
    lines.field.unit = Unit{u"percentunit"_s};
    lines.field.thresholds = redAbove(0.01, 0.03);
    lines.field.style.thresholdStyle = ThresholdStyle::DashedAndArea;
    lines.options.legend.mode = LegendOptions::Mode::Table;
    lines.options.legend.calculations = {u"lastNotNull"_s, u"max"_s, u"mean"_s};
    auto &stacked = add(panelOf(u"Requests by service, stacked"_s, PanelKind::TimeSeries, u"requests"_s, {8, 4, 8, 7}));
    stacked.field.unit = Unit{u"reqps"_s};
    stacked.field.style.stack = StackMode::Normal;
    stacked.field.style.fillOpacity = 0.3;
    stacked.queries[0].compare = 0ms;
    auto &heat = add(panelOf(u"Latency"_s, PanelKind::HeatMap, u"buckets"_s, {16, 4, 8, 7}, u"{{le}}"_s));
    heat.queries[0].format = PanelQuery::Format::HeatMap;
    heat.options.heatMap.yUnit = u"s"_s;
    heat.options.heatMap.cumulative = true;
    auto &table = add(panelOf(u"Targets"_s, PanelKind::Table, u"targets"_s, {0, 11, 8, 7}));
    table.queries[0].format = PanelQuery::Format::Table;
    table.queries[0].range = false;
    table.queries[0].instant = true;
    table.field.thresholds = redAbove(60, 85);
    table.field.color.mode = u"thresholds"_s;
    FieldOverride colored;
    colored.matcher = fieldMatcher(u"byName"_s, u"Value"_s);
    colored.properties = {{u"custom.cellOptions"_s, QJsonObject{{u"type"_s, u"color-background"_s}}}, {u"unit"_s, u"percent"_s}};
    table.overrides = {colored};
    table.options.table.footer = true;
    table.options.table.footerCalculations = {u"mean"_s};
    auto &columns = add(panelOf(u"Orders by country"_s, PanelKind::BarChart, u"targets"_s, {8, 11, 8, 7}));
    columns.queries[0].format = PanelQuery::Format::Table;
    columns.queries[0].range = false;
    columns.queries[0].instant = true;
    auto &histogram = add(panelOf(u"Response sizes"_s, PanelKind::Histogram, u"sizes"_s, {16, 11, 8, 7}));
    histogram.field.unit = Unit{u"bytes"_s};
    auto &timeline = add(panelOf(u"Deployments"_s, PanelKind::StateTimeline, u"state"_s, {0, 18, 12, 6}));
    timeline.field.color.mode = u"thresholds"_s;
    ValueMapping up;
    up.match = u"1"_s;
    up.text = u"up"_s;
    up.color = u"green"_s;
    ValueMapping down = up;
    down.match = u"0"_s;
    down.text = u"down"_s;
    down.color = u"red"_s;
    timeline.field.mappings = {up, down};
    auto &history = add(panelOf(u"Probes"_s, PanelKind::StatusHistory, u"state"_s, {12, 18, 12, 6}));
    history.field.mappings = {up, down};
    history.minimumStep = u"2m"_s;
    auto &text = add(panelOf(u"How to read this"_s, PanelKind::Text, {}, {0, 24, 8, 6}));
    text.options.text.mode = TextOptions::Mode::Html;
    text.options.text.content = u"<h2>On call</h2><p>First look at <b>errors</b>, then at <code>latency</code>; the <a href=\"/d/kinds-uid\">board</a> says more.</p>"
                                "<ul><li>payment: <i>Rosa</i></li><li>hotel: Jun</li></ul><script>alert(1)</script>"_s;
    add(panelOf(u"What fires"_s, PanelKind::AlertList, {}, {8, 24, 8, 6}));
    auto &boards = add(panelOf(u"Other boards"_s, PanelKind::DashboardList, {}, {16, 24, 8, 6}));
    boards.options.dashboardList.tags = {u"night"_s};
    add(panelOf(u"Logs of payment"_s, PanelKind::Logs, u"{service=\"payment\"}"_s, {0, 30, 12, 5})).queries[0].language = u"logql"_s;
    auto &map = add(panelOf(u"World"_s, PanelKind::Placeholder, u"sum by (country) (orders)"_s, {12, 30, 12, 5}));
    map.type = u"grafana-worldmap-panel"_s;
    map.support = PanelSupport::Placeholder;
    map.queries[0].language = u"none"_s;
    return board;
}

/// What the shop's Prometheus says at 03:12.
inline QuerySnapshot nightAnswer(const BoardRoom &room, const QueryKey &key)
{
    const QStringList names{u"payment"_s, u"api-gateway"_s, u"hotel"_s, u"auth"_s};
    const QString &expression = key.expression;
    if (expression.contains(u"errors"))
        return room.series(key, services(names), [](double at, int index) {
            const double rise = index == 0 && at > 0.86 ? 0.045 * (1 - std::exp(-(at - 0.86) * 20)) : 0;
            return 0.002 * (index + 1) * (0.6 + 0.8 * noise(at, index)) + rise;
        });
    if (expression.contains(u"memory"))
        return room.series(key, services(names.mid(0, 3)), [](double, int index) { return 42.0 + 24.5 * index; });
    if (expression.contains(u"queue"))
        return room.series(key, services(names), [](double, int index) { return 18.0 + 23 * index; });
    if (expression.contains(u"sizes"))
        return room.series(key, services(names.mid(0, 2)), [](double at, int index) { return 900 + 500 * index + 800 * (noise(at, 3 + index) + noise(at, 7 + index)); });
    if (expression.contains(u"state"))
        return room.series(key, services(names), [](double at, int index) { return (at > 0.5 + 0.1 * index && at < 0.6 + 0.1 * index) || (index == 0 && at > 0.93) ? 0.0 : 1.0; });
    if (expression.contains(u"targets")) {
        std::vector<Labels> labels;
        for (const QString &country : {u"DE"_s, u"FR"_s, u"NL"_s, u"PL"_s, u"ES"_s, u"IT"_s})
            labels.push_back(Labels{{u"country"_s, country}, {u"instance"_s, u"web-%1:9100"_s.arg(labels.size() + 1)}});
        return room.series(key, labels, [](double, int index) { return 34.0 + 12.5 * index; });
    }
    if (expression.contains(u"buckets")) {
        std::vector<Labels> labels;
        for (const QString &le : {u"0.05"_s, u"0.1"_s, u"0.25"_s, u"0.5"_s, u"1"_s, u"2.5"_s, u"+Inf"_s})
            labels.push_back(Labels{{u"le"_s, le}});
        return room.series(key, labels, [](double at, int index) {
            const double slow = at > 0.86 ? 30 * (at - 0.86) : 0;
            double sum = 0;
            for (int bucket = 0; bucket <= index; ++bucket)
                sum += 40 * std::exp(-std::pow(bucket - 2.0 - slow, 2) / 2) * (0.7 + 0.6 * noise(at, bucket));
            return sum;
        });
    }
    return room.series(key, services(names), [](double at, int index) { return (260.0 - 50 * index) * (0.8 + 0.3 * noise(at, 20 + index)) + 40 * std::sin(at * 9 + index); });
}

} // namespace Watchfloor::Testing
