#include "widgets/panels/panelcontent.h"

#include "models/panels/paneldata.h"
#include "models/panels/paneltablemodel.h"

namespace Watchfloor {

namespace {

FillText fillerOf(const VariableValues &variables)
{
    return [variables](const QString &text) { return filledTitle(text, variables); };
}

void append(std::vector<Frame> &frames, std::vector<Frame> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(frames));
}

} // namespace

std::shared_ptr<PanelContent> makePanelContent(const PanelScene &scene, const Dashboard &dashboard, const Watchfloor::Panel &panel, const PanelQueries &queries,
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
        std::vector<Frame> frames = queryFrames(panel, {ask.query, entry->answer}, fill);
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
    PanelData data = finishedData(panel, std::move(values), fill);
    content->frames = std::move(data.frames);
    content->cut = data.cut;
    content->lines = finishedData(panel, std::move(lines), fill).frames;
    for (auto &[back, frames] : then)
        content->comparisons.push_back({back, finishedData(panel, std::move(frames), fill).frames});
    return content;
}

} // namespace Watchfloor
