#pragma once

#include "models/frames/display.h"
#include "models/panels/paneloptions.h"
#include "widgets/charts/chartaxis.h"
#include "widgets/charts/chartseries.h"
#include "widgets/charts/itemlegend.h"
#include "widgets/charts/valuesteps.h"
#include "widgets/theme/theme.h"

namespace Watchfloor {

/// The colour of a series; invalid where it is that of its labels, which is the same on every panel.
QColor seriesColorOf(const Field &field, const Theme &theme);
/// The same where a colour is needed in any case: that of the field's place.
QColor placeColorOf(const Field &field, const Theme &theme);
/// What a value's mapping, threshold or scheme says; invalid where none does.
QColor valueColor(const DisplayValue &value, const Theme &theme);
/// The same for one of the field's values; ours have no colour of their own but by mapping: their state says it.
QColor valueColor(const Field *field, const DisplayValue &value, bool foreign, const Theme &theme);
/// The state of a value: none is blind, unless the dashboard has words for it.
State stateOf(const DisplayValue &value);
/// The steps of a field as colours; a first step of no colour is the accent.
ValueSteps stepsOf(const Thresholds &thresholds, const Theme &theme);
/// A field's thresholds on a chart, drawn as `style` says.
std::vector<ChartThreshold> chartThresholds(const Field &field, ThresholdStyle style, AxisSide side, const Theme &theme);
/// The first limit in words, as the console's own panels show it.
std::vector<ChartThreshold> ownThresholds(const Thresholds &thresholds, const Unit &unit);
ChartAxis axisOf(const Field &field);

LegendPlace legendPlace(const LegendOptions &options);
/// What the colours of a state timeline mean: mappings, else thresholds.
std::vector<ItemLegend::Entry> meaningsOf(const Field &field, const Theme &theme);
/// The numbers of a mapping: minimum and maximum of a gauge's or bar's track.
std::pair<double, double> boundsOf(const Field &field);
QString shownName(const QString &name);

} // namespace Watchfloor
