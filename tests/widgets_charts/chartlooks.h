#pragma once

#include "widgets/charts/bargauge.h"
#include "widgets/charts/valuesteps.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/namedcolors.h"

#include <QCoreApplication>
#include <QImage>
#include <QMouseEvent>
#include <QWidget>

namespace Watchfloor::Testing {

inline const Theme &tokens()
{
    return theme(ThemeMode::Dark);
}

inline QColor named(const char *name)
{
    return namedColor(QString::fromUtf8(name), themeOf(nullptr));
}

inline BarGauge::Look percentLook(BarGauge::Style style = BarGauge::Style::Plain, Qt::Orientation orientation = Qt::Horizontal)
{
    BarGauge::Look look;
    look.style = style;
    look.orientation = orientation;
    look.unit = Unit{u"percent"_qs};
    look.minimum = 0;
    look.maximum = 100;
    return look;
}

inline int count(const QImage &image, const QColor &color, QRect box = {})
{
    if (box.isEmpty())
        box = QRect(QPoint(), image.deviceIndependentSize().toSize());
    int result = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            result += image.pixelColor(x, y).rgb() == color.rgb();
    return result;
}

/// The topmost row in which a colour stands; -1: none.
inline int topOf(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return y;
    return -1;
}

inline void hover(QWidget &widget, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

inline ValueSteps steps()
{
    return {{-std::numeric_limits<double>::infinity(), named("green")}, {70, named("yellow")}, {90, named("red")}};
}

} // namespace Watchfloor::Testing
