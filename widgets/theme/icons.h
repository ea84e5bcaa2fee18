#pragma once

#include "widgets/theme/sizes.h"
#include "widgets/theme/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace Watchfloor {

/// The drawn set, by file name without ending: "alerts", "lock", "chevron-down". See resources/icons.
QStringList iconNames();

/// The icon in one colour, at every size and pixel ratio. An unknown name gives a null icon.
QIcon icon(const QString &name, const QColor &color);
/// In the primary text colour, and the hint colour when disabled.
QIcon icon(const QString &name, const Theme &theme);
QPixmap iconPixmap(const QString &name, const QColor &color, int size = Size::icon, double pixelRatio = 1);
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace Watchfloor
