#pragma once

#include <QString>

#include <vector>

class QPainter;

namespace Watchfloor {

struct ChartFrame;
struct Theme;

/// What stands beside and below a plot. Making it costs more than painting it: it is made anew where axes or plot changed.
struct AxisTexts
{
    struct Text
    {
        double place = 0; ///< a value, or epoch seconds
        QString text;
    };
    std::vector<Text> left;
    std::vector<Text> right;
    std::vector<Text> moments;
};
AxisTexts axisTexts(const ChartFrame &frame);
/// Numbers at the left and right, moments below.
void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const AxisTexts &texts, const Theme &theme);
void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const Theme &theme);

} // namespace Watchfloor
