#include "widgets/panels/panelcontent.h"

#include "models/core/duration.h"
#include "models/frames/display.h"
#include "models/frames/transformation.h"
#include "models/panels/paneltablemodel.h"

#include <QCoreApplication>

namespace Watchfloor {

namespace {

FillText fillerOf(const VariableValues &variables)
{
    return [variables](const QString &text) { return filledTitle(text, variables); };
}

std::vector<Frame> rawFrames(const Watchfloor::Panel &panel, const PanelAnswer &given, const FillText &fill, bool foreign)
{
    const PanelQuery &query = panel.queries[given.ask.query];
    const auto isTable = [](const PanelQuery &one) { return one.format == PanelQuery::Format::Table && !one.hidden; };
    FrameOptions options;
    options.refId = query.refId;
    options.legend = fill(query.legend);
    options.expression = query.expression;
    options.table = isTable(query);
    options.instant = given.ask.key.isInstant();
    options.severalTables = std::count_if(panel.queries.begin(), panel.queries.end(), isTable) > 1;
    // In the short form a series is called by its labels, without its metric's name where nothing else is said.
    if (!foreign && options.legend.isEmpty() && query.expression.isEmpty())
        options.expression = panel.title;
    return framesOf(given.answer, options);
}

std::vector<Frame> finished(std::vector<Frame> frames, const Watchfloor::Panel &panel, const FillText &fill)
{
    frames = transformed(std::move(frames), panel.transformations, fill);
    applyFieldConfig(frames, panel.field, panel.overrides, fill);
    return frames;
}

void append(std::vector<Frame> &frames, std::vector<Frame> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(frames));
}

void nameAsThen(std::vector<Frame> &frames, std::chrono::milliseconds back)
{
    const QString ago = QCoreApplication::translate("PanelCard", "%1 before").arg(durationText(back));
    for (Frame &frame : frames)
        for (Field &field : frame.fields)
            field.displayName = QStringLiteral("%1 · %2").arg(field.displayName, ago);
}

} // namespace

std::shared_ptr<const PanelContent> makePanelContent(const PanelScene &scene, const Dashboard &dashboard, const Watchfloor::Panel &panel, const PanelQueries &queries,
                                                     const VariableValues &variables)
{
    auto content = std::make_shared<PanelContent>();
    content->foreign = dashboard.foreign;
    content->variables = variables;
    const FillText fill = fillerOf(variables);
    std::vector<Frame> values, lines;
    std::map<std::chrono::milliseconds, std::vector<Frame>> then;
    std::vector<std::shared_ptr<const QueryAnswer>> table(panel.queries.size());
    for (const PanelAsk &ask : queries.asks) {
        const SeriesStore::Entry *entry = scene.stores.series.find(ask.key);
        if (!entry || !entry->answer)
            continue;
        const PanelAnswer given{ask, entry->answer};
        std::vector<Frame> frames = rawFrames(panel, given, fill, dashboard.foreign);
        switch (ask.role) {
        case PanelAsk::Role::Value:
            table[ask.query] = entry->answer;
            content->answers.push_back(given);
            append(values, std::move(frames));
            break;
        case PanelAsk::Role::Line:
            append(lines, std::move(frames));
            break;
        case PanelAsk::Role::Comparison:
            append(then[ask.key.back - queries.back], std::move(frames));
            break;
        }
    }
    // A table of the short form has all labels of all queries; another dashboard says itself how its frames become one.
    if (panel.kind == PanelKind::Table && !dashboard.foreign && panel.transformations.empty()) {
        values.clear();
        if (!content->answers.empty())
            values.push_back(labelTable(panel, table));
    }
    content->frames = finished(std::move(values), panel, fill);
    content->lines = finished(std::move(lines), panel, fill);
    for (auto &[back, frames] : then) {
        PanelComparison comparison{back, finished(std::move(frames), panel, fill)};
        nameAsThen(comparison.frames, back);
        content->comparisons.push_back(std::move(comparison));
    }
    return content;
}

} // namespace Watchfloor
