#pragma once

#include "widgets/controls/page.h"
#include "widgets/panels/panelcard.h"

namespace Watchfloor {

/// What the value axis and the card's edges take of a chart's width.
inline constexpr int chartMargin = 80;

/// A question asked by hand, shown as a panel of a dashboard would be.
struct AskedPanel
{
    QString source;
    QString expression;
    PanelKind kind = PanelKind::TimeSeries;
    QString title;
};

PanelCard *makeAskedCard(const PageContext &context, const AskedPanel &asked, QWidget *parent = nullptr);
/// The last `range` of a source, at its own pace.
PanelView viewOf(const PageContext &context, const QString &source, std::chrono::milliseconds range);

} // namespace Watchfloor
