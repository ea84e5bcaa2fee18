#include "widgets/panels/statetimelinebody.h"

#include "models/core/format.h"
#include "models/panels/intervaltext.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/panels/fieldlook.h"
#include "widgets/theme/glyphs.h"

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t shownRows = 200;

RowValues valuesOf(const QString &shown)
{
    return shown == u"always" ? RowValues::Always : shown == u"never" ? RowValues::Never : RowValues::Auto;
}

StateTimeline::Look lookOf(const Watchfloor::Panel &panel)
{
    const TimelineOptions &options = panel.options.timeline;
    StateTimeline::Look look;
    look.values = valuesOf(options.showValue);
    look.alignment = options.align == u"center" ? Qt::AlignHCenter : options.align == u"right" ? Qt::AlignRight : Qt::AlignLeft;
    look.rowHeight = options.rowHeight;
    look.fillOpacity = panel.field.timelineFill;
    look.mergeEqual = options.mergeEqual;
    look.legend = legendPlace(panel.options.legend);
    return look;
}

} // namespace

StateTimelineBody::StateTimelineBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_timeline(new StateTimeline)
{
    fill(m_timeline);
    if (CrosshairGroup *group = scene.crosshair) {
        connect(m_timeline, &StateTimeline::cursorMoved, group, [this, group](std::optional<WallTime> time) { group->setTime(time, m_timeline); });
        connect(group, &CrosshairGroup::changed, m_timeline, [this, group] { m_timeline->setCursor(group->time()); });
    }
}

void StateTimelineBody::showContent()
{
    const Theme &theme = themeOf(this);
    const bool foreign = content().foreign;
    const double step = std::max(1.0, std::chrono::duration<double>(moment().step).count());
    std::vector<StateTimeline::Row> rows;
    std::vector<ItemLegend::Entry> meanings;
    m_shown = {0, 0};
    for (const Frame &frame : content().frames) {
        const Field *time = frame.time();
        for (const Field &field : frame.fields) {
            if (!time || !time->numbers || &field == time || field.type == FieldType::Time || field.config.style.hiddenInChart)
                continue;
            ++m_shown.second;
            if (rows.size() == shownRows)
                continue;
            if (meanings.empty())
                meanings = meaningsOf(field, theme);
            StateTimeline::Row row{shownName(field.displayName), std::nullopt, {}};
            for (size_t at = 0; at < field.size() && at < time->size(); ++at) {
                const bool none = !field.isText() && std::isnan(field.number(at));
                const DisplayValue value = displayed(field, at);
                const WallTime start = fromEpochSeconds(time->number(at) / 1000);
                // A value holds until the next one, and no longer than a gap is wide.
                const double next = at + 1 < time->size() ? time->number(at + 1) / 1000 : time->number(at) / 1000 + step;
                const double end = std::min(next, time->number(at) / 1000 + 1.5 * step);
                if (none && foreign)
                    continue;
                StateTimeline::Span span{start, fromEpochSeconds(foreign ? next : end), none ? State::Blind : value.state, StateTimeline::Fill::Solid, Format::safeText(value.text, 80), {}};
                if (span.state == State::Blind)
                    span.fill = StateTimeline::Fill::Hatched;
                else
                    span.color = valueColor(value, theme);
                if (foreign && !span.color.isValid() && field.isText())
                    span.color = theme.series[qHash(value.text) % theme.series.size()];
                StateTimeline::Span *last = row.spans.empty() ? nullptr : &row.spans.back();
                const bool same = last && last->state == span.state && last->color == span.color && last->text == span.text && span.start - last->end < std::chrono::milliseconds(500);
                if (same)
                    last->end = span.end;
                else
                    row.spans.push_back(std::move(span));
            }
            if (!foreign && !row.spans.empty())
                row.state = row.spans.back().state;
            rows.push_back(std::move(row));
            ++m_shown.first;
        }
    }
    if (foreign) {
        StateTimeline::Look look = lookOf(panel());
        look.entries = std::move(meanings);
        m_timeline->setLook(look);
    }
    m_timeline->setRows(std::move(rows));
    m_timeline->setMarks(content().marks);
}

void StateTimelineBody::showMoment()
{
    m_timeline->setRange(moment().range);
    m_timeline->setEmptyText(moment().emptyText);
    m_timeline->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
