#include "widgets/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace Watchfloor {

namespace {

QString textFamily()
{
    static const QString family = [] {
        const QString inter = QStringLiteral("Inter");
        return QFontDatabase::hasFamily(inter) ? inter : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

QString monoFamily()
{
    static const QString family = [] {
        const QString preferred = QStringLiteral("DejaVu Sans Mono");
        return QFontDatabase::hasFamily(preferred) ? preferred : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

/// ASCII digits and the space of their width; other scripts' digits stay as their font has them.
bool isFigure(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == QChar(0x2007);
}

double figureWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls `piece(text, isDigit)` for every digit alone and every run of other characters.
template <typename Piece>
void eachPiece(const QString &text, Piece piece)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isFigure(text.at(at)))
            continue;
        if (at > start)
            piece(text.mid(start, at - start), false);
        piece(QString(text.at(at)), true);
        start = at + 1;
    }
    if (start < text.size())
        piece(text.mid(start), false);
}

QString elidedTabular(const QFont &font, const QString &text, double width)
{
    QString cut = text;
    while (!cut.isEmpty() && tabularWidth(font, cut + QChar(0x2026)) > width)
        cut.chop(1);
    return cut + QChar(0x2026);
}

} // namespace

QFont textFont(TextSize size, QFont::Weight weight, double scale)
{
    QFont font(textFamily());
    font.setPixelSize(std::max(1, qRound(int(size) * scale)));
    font.setWeight(weight);
    return font;
}

QFont monoFont(TextSize size, double scale)
{
    QFont font(monoFamily());
    // Fixed-pitch faces look larger than the text face at the same size.
    font.setPixelSize(std::max(1, qRound((int(size) - 1) * scale)));
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont captionFont()
{
    QFont font = textFont(TextSize::Small, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    return font;
}

double tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const double figure = figureWidth(metrics);
    double width = 0;
    eachPiece(text, [&](const QString &piece, bool digit) { width += digit ? figure : metrics.horizontalAdvance(piece); });
    return width;
}

double drawTabular(QPainter &painter, QPointF baseline, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double figure = figureWidth(metrics);
    double x = baseline.x();
    eachPiece(text, [&](const QString &piece, bool digit) {
        const double width = metrics.horizontalAdvance(piece);
        painter.drawText(QPointF(digit ? x + (figure - width) / 2 : x, baseline.y()), piece);
        x += digit ? figure : width;
    });
    return x - baseline.x();
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double whole = tabularWidth(painter.font(), text);
    const QString shown = whole > rect.width() + 0.5 ? elidedTabular(painter.font(), text, rect.width()) : text;
    const double width = shown == text ? whole : tabularWidth(painter.font(), shown);
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    double y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (alignment & Qt::AlignTop)
        y = rect.top() + metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        y = rect.bottom() - metrics.descent();
    drawTabular(painter, QPointF(x, y), shown);
}

} // namespace Watchfloor
