#include "models/panels/paneldata.h"

#include "models/frames/heatmaprows.h"
#include "models/frames/transformation.h"

#include <algorithm>

namespace Watchfloor {

namespace {

bool isTable(const PanelQuery &query)
{
    return query.format == PanelQuery::Format::Table && !query.hidden;
}

void append(std::vector<Frame> &frames, std::vector<Frame> more)
{
    frames.insert(frames.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<Frame> queryFrames(const Panel &panel, const AnsweredQuery &answered, const FillText &fill)
{
    if (answered.query >= panel.queries.size() || !answered.answer)
        return {};
    const PanelQuery &query = panel.queries[answered.query];
    const auto filled = [&fill](const QString &text) { return fill ? fill(text) : text; };
    FrameOptions options;
    options.refId = query.refId;
    options.legend = filled(query.legend);
    options.expression = filled(query.expression);
    options.table = isTable(query);
    options.instant = answered.answer->type != QueryAnswer::Type::Matrix;
    options.severalTables = std::count_if(panel.queries.begin(), panel.queries.end(), isTable) > 1;
    std::vector<Frame> frames = framesOf(answered.answer, options);
    return query.format == PanelQuery::Format::HeatMap ? heatMapRows(std::move(frames)) : frames;
}

PanelData finishedData(const Panel &panel, std::vector<Frame> frames, const FillText &fill)
{
    PanelData data;
    data.frames = transformed(std::move(frames), panel.transformations, fill);
    applyFieldConfig(data.frames, panel.field, panel.overrides, fill);
    data.cut = std::any_of(data.frames.begin(), data.frames.end(), [](const Frame &frame) { return frame.cut; });
    return data;
}

PanelData panelData(const Panel &panel, const std::vector<AnsweredQuery> &answers, const FillText &fill)
{
    std::vector<Frame> frames;
    for (const AnsweredQuery &answered : answers)
        if (answered.query < panel.queries.size() && !panel.queries[answered.query].hidden)
            append(frames, queryFrames(panel, answered, fill));
    return finishedData(panel, std::move(frames), fill);
}

} // namespace Watchfloor
