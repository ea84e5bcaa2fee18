#include "widgets/panels/statushistorybody.h"

#include "models/core/format.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/statushistory.h"
#include "widgets/panels/fieldlook.h"

#include <cmath>
#include <set>

namespace Watchfloor {

namespace {
constexpr size_t shownRows = 200;
constexpr size_t shownMoments = 5'000;
}

StatusHistoryBody::StatusHistoryBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_history(new StatusHistory)
{
    fill(m_history);
    if (CrosshairGroup *group = scene.crosshair) {
        connect(m_history, &StatusHistory::cursorMoved, group, [this, group](std::optional<WallTime> time) { group->setTime(time, m_history); });
        connect(group, &CrosshairGroup::changed, m_history, [this, group] { m_history->setCursor(group->time()); });
    }
}

void StatusHistoryBody::showContent()
{
    const Theme &theme = themeOf(this);
    std::set<double> moments;
    for (const Frame &frame : content().frames)
        if (const Field *time = frame.time(); time && time->numbers)
            moments.insert(time->numbers->begin(), time->numbers->end());
    std::vector<double> times(moments.begin(), moments.end());
    if (times.size() > shownMoments)
        times.erase(times.begin(), times.end() - ptrdiff_t(shownMoments));
    std::vector<StatusHistory::Row> rows;
    std::vector<ItemLegend::Entry> meanings;
    m_shown = {0, 0};
    for (const Frame &frame : content().frames) {
        const Field *time = frame.time();
        for (const Field &field : frame.fields) {
            if (!time || !time->numbers || field.type == FieldType::Time || field.config.style.hiddenInChart)
                continue;
            ++m_shown.second;
            if (rows.size() == shownRows)
                continue;
            ++m_shown.first;
            if (meanings.empty())
                meanings = meaningsOf(field, theme);
            StatusHistory::Row row{shownName(field.displayName), std::vector<StatusHistory::Cell>(times.size())};
            for (size_t at = 0; at < std::min(field.size(), time->size()); ++at) {
                const auto place = std::lower_bound(times.begin(), times.end(), time->number(at));
                if (place == times.end() || *place != time->number(at) || (!field.isText() && std::isnan(field.number(at))))
                    continue;
                const DisplayValue value = displayed(field, at);
                QColor color = valueColor(value, theme);
                if (!color.isValid())
                    color = field.config.thresholds.isEmpty() ? placeColorOf(field, theme) : theme.of(value.state);
                row.cells[size_t(place - times.begin())] = {color, Format::safeText(value.text, 80)};
            }
            rows.push_back(std::move(row));
        }
    }
    for (double &time : times)
        time /= 1000;
    StatusHistory::Look look;
    const TimelineOptions &options = panel().options.timeline;
    look.values = options.showValue == u"always" ? RowValues::Always : options.showValue == u"never" ? RowValues::Never : RowValues::Auto;
    look.rowHeight = options.rowHeight;
    look.legend = legendPlace(panel().options.legend);
    look.entries = std::move(meanings);
    m_history->setLook(look);
    m_history->setRows(std::move(times), std::move(rows));
}

void StatusHistoryBody::showMoment()
{
    m_history->setRange(moment().range);
    m_history->setEmptyText(moment().emptyText);
    m_history->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
