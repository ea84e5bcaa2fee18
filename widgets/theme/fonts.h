#pragma once

#include "widgets/theme/sizes.h"

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace Watchfloor {

/// The interface's font (Inter where it is installed, else the system's) in one of the seven sizes, times `scale`.
QFont textFont(TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal, double scale = 1);
/// The same for code, commands and output.
QFont monoFont(TextSize size = TextSize::Body, double scale = 1);
/// Capitals of a section: small, medium weight, spaced. Give it upper-case text.
QFont captionFont();

/// Width of `text` when every digit takes the place of the widest one, so that a changing number never moves its neighbours.
double tabularWidth(const QFont &font, const QString &text);
/// Draws `text` with the painter's font and pen in such digits; returns the width. `baseline` is the left end of the base line.
double drawTabular(QPainter &painter, QPointF baseline, const QString &text);
/// The same inside a rectangle; not clipped, not wrapped, elided at the right when too wide.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

/// One line of ordinary text, elided where it is too wide: what QPainter::drawText does, without laying the text out again at
/// every paint. Made for cells.
double lineWidth(const QFont &font, const QString &text);
void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

} // namespace Watchfloor
