#include "widgets/panels/barchartbody.h"

#include "models/core/format.h"
#include "models/frames/joins.h"
#include "widgets/charts/columnchart.h"
#include "widgets/panels/fieldlook.h"

namespace Watchfloor {

namespace {

constexpr size_t shownCategories = 500;
constexpr size_t shownColumns = 50;

/// What names the categories: the field that the panel says, else the first text, else the time.
const Field *categoriesOf(const Frame &frame, const QString &wanted)
{
    for (const Field &field : frame.fields)
        if (!wanted.isEmpty() && (field.displayName == wanted || field.name == wanted))
            return &field;
    for (const Field &field : frame.fields)
        if (field.isText())
            return &field;
    return frame.time();
}

/// The frame with the most to show: one that has categories and a number.
const Frame *frameOf(const std::vector<Frame> &frames, const QString &wanted)
{
    const Frame *best = nullptr;
    for (const Frame &frame : frames) {
        const bool hasNumber = std::any_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isNumeric(); });
        const Field *categories = categoriesOf(frame, wanted);
        if (hasNumber && categories && (!best || (categories->isText() && !categoriesOf(*best, wanted)->isText())))
            best = &frame;
    }
    return best;
}

ColumnChart::Look lookOf(const Watchfloor::Panel &panel, bool lying)
{
    const BarChartOptions &options = panel.options.barChart;
    ColumnChart::Look look;
    look.orientation = lying ? Qt::Horizontal : Qt::Vertical;
    look.stacking = options.stacking == u"normal"    ? ColumnChart::Stacking::Normal
                    : options.stacking == u"percent" ? ColumnChart::Stacking::Percent
                                                     : ColumnChart::Stacking::None;
    look.values = options.showValue == u"always" ? ColumnChart::Values::Always : options.showValue == u"never" ? ColumnChart::Values::Never : ColumnChart::Values::Auto;
    look.groupWidth = options.groupWidth;
    look.barWidth = options.barWidth;
    look.legend = legendPlace(panel.options.legend);
    look.minimum = panel.field.minimum;
    look.maximum = panel.field.maximum;
    look.unit = panel.field.unit;
    look.decimals = panel.field.decimals.value_or(-1);
    return look;
}

} // namespace

BarChartBody::BarChartBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_chart(new ColumnChart)
{
    fill(m_chart);
}

void BarChartBody::showContent()
{
    const Theme &theme = themeOf(this);
    const BarChartOptions &options = panel().options.barChart;
    const Frame *frame = frameOf(content().frames, options.xField);
    if (!frame)
        return m_chart->setData({}, {});
    // Series that share nothing but the time stand beside each other at the same times.
    std::optional<Frame> joined;
    if (content().frames.size() > 1 && categoriesOf(*frame, options.xField) == frame->time()) {
        joined = joinedFrames(content().frames, FieldSelection(fieldMatcher(QStringLiteral("firstTimeField"), {})), JoinMode::Outer);
        frame = joined ? &*joined : frame;
    }
    const Field *categories = categoriesOf(*frame, options.xField);
    QStringList names;
    for (size_t row = 0; row < std::min(frame->rows(), shownCategories); ++row)
        names << shownName(displayed(*categories, row).text);
    std::vector<ColumnChart::Series> series;
    ColumnChart::Look look = lookOf(panel(), options.orientation == Orientation::Horizontal);
    for (const Field &field : frame->fields) {
        if (!field.isNumeric() || !field.numbers || &field == categories || series.size() == shownColumns || field.config.style.hiddenInChart)
            continue;
        ColumnChart::Series column{shownName(field.displayName), *field.numbers, placeColorOf(field, theme), {}};
        column.values.resize(size_t(names.size()), noSample);
        if (series.empty()) {
            look.fillOpacity = field.config.style.fillOpacity > 0 ? field.config.style.fillOpacity : look.fillOpacity;
            look.thresholds = chartThresholds(field, field.config.style.thresholdStyle, AxisSide::Left, theme);
            look.unit = field.config.unit;
        }
        if (field.config.color.mode == u"thresholds")
            for (const double value : column.values)
                column.colors.push_back(valueColor(displayed(field, value), theme));
        series.push_back(std::move(column));
    }
    m_chart->setLook(look);
    m_chart->setData(names, std::move(series));
}

void BarChartBody::showMoment()
{
    m_chart->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
