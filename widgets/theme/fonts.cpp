#include "widgets/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

#include <array>
#include <string_view>

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

enum class Digits { Equal, Natural };

/// Glyphs and advances of the characters that nearly all text here is made of, in one font.
struct FigureFace
{
    static constexpr char16_t first = u' ';
    static constexpr char16_t last = u'~';
    static constexpr size_t asciiCount = last - first + 1;
    static constexpr std::u16string_view signs = u"\u2026\u00B7\u2013\u2014\u00D7\u2212\u2264\u2265\u2192\u00B5";

    QRawFont raw;
    std::array<quint32, asciiCount + signs.size()> indexes{}; ///< 0: not in this font
    std::array<double, asciiCount + signs.size()> advances{};
    double digitRoom = 0; ///< of the widest digit

    static size_t slotOf(QChar c)
    {
        if (c >= first && c <= last)
            return c.unicode() - first;
        const size_t sign = signs.find(c.unicode());
        return sign == std::u16string_view::npos ? asciiCount + signs.size() : asciiCount + sign;
    }
    bool holds(QChar c) const
    {
        const size_t slot = slotOf(c);
        return slot < indexes.size() && indexes[slot] != 0;
    }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
    quint32 indexOf(QChar c) const { return indexes[slotOf(c)]; }
    double naturalAdvance(QChar c) const { return advances[slotOf(c)]; }
    double advanceOf(QChar c, Digits digits) const
    {
        return digits == Digits::Equal && isDigit(c) ? digitRoom : naturalAdvance(c);
    }
};

FigureFace makeFace(const QFont &font)
{
    FigureFace face;
    face.raw = QRawFont::fromFont(font);
    QString characters;
    for (char16_t c = FigureFace::first; c <= FigureFace::last; ++c)
        characters += QChar(c);
    characters += QStringView(FigureFace::signs);
    const QList<quint32> indexes = face.raw.glyphIndexesForString(characters);
    const QList<QPointF> advances = face.raw.advancesForGlyphIndexes(indexes);
    for (qsizetype at = 0; at < std::min<qsizetype>(indexes.size(), qsizetype(face.indexes.size())); ++at) {
        face.indexes[size_t(at)] = indexes[at];
        face.advances[size_t(at)] = advances[at].x() + font.letterSpacing();
        if (FigureFace::isDigit(characters.at(at)))
            face.digitRoom = std::max(face.digitRoom, face.advances[size_t(at)]);
    }
    return face;
}

/// Looking glyphs up costs more than drawing them, and there are a dozen fonts in all.
const FigureFace &faceOf(const QFont &font)
{
    constexpr qsizetype cap = 64;
    thread_local QHash<QFont, FigureFace> faces;
    auto found = faces.find(font);
    if (found == faces.end()) {
        if (faces.size() >= cap)
            faces.clear();
        found = faces.insert(font, makeFace(font));
    }
    return *found;
}

/// Calls `plain(from, length)` for every run that `face` holds and `other(from, length)` for what needs the font engine's own
/// layout: other scripts, and characters that come from another font.
template <typename Plain, typename Other>
void eachRun(const FigureFace &face, const QString &text, Plain plain, Other other)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype start = at;
        const bool held = face.holds(text.at(at));
        while (at < text.size() && face.holds(text.at(at)) == held)
            ++at;
        if (held)
            plain(start, at - start);
        else
            other(start, at - start);
    }
}

/// The narrow space between a number and its unit is too narrow on a screen.
QString evenlySpaced(const QString &text)
{
    QString result = text;
    return result.replace(QChar(0x202F), u' ');
}

double measured(const QFont &font, const QString &text, Digits digits)
{
    const FigureFace &face = faceOf(font);
    double width = 0;
    eachRun(
        face, text,
        [&](qsizetype from, qsizetype length) {
            for (qsizetype at = from; at < from + length; ++at)
                width += face.advanceOf(text.at(at), digits);
        },
        [&](qsizetype from, qsizetype length) { width += QFontMetricsF(font).horizontalAdvance(text.mid(from, length)); });
    return width;
}

double drawn(QPainter &painter, QPointF baseline, const QString &text, Digits digits)
{
    const QFont font = painter.font();
    const FigureFace &face = faceOf(font);
    double x = 0;
    eachRun(
        face, text,
        [&](qsizetype from, qsizetype length) {
            QList<quint32> indexes(length);
            QList<QPointF> positions(length);
            for (qsizetype at = 0; at < length; ++at) {
                const QChar c = text.at(from + at);
                const double room = face.advanceOf(c, digits);
                indexes[at] = face.indexOf(c);
                // A narrow digit stands in the middle of its room.
                positions[at] = {x + (room - face.naturalAdvance(c)) / 2, 0};
                x += room;
            }
            QGlyphRun run;
            run.setRawFont(face.raw);
            run.setGlyphIndexes(indexes);
            run.setPositions(positions);
            painter.drawGlyphRun(baseline, run);
        },
        [&](qsizetype from, qsizetype length) {
            const QString piece = text.mid(from, length);
            painter.drawText(baseline + QPointF(x, 0), piece);
            x += QFontMetricsF(font).horizontalAdvance(piece);
        });
    return x;
}

QString elided(const QFont &font, const QString &text, double width, Digits digits)
{
    const FigureFace &face = faceOf(font);
    double used = face.naturalAdvance(QChar(0x2026));
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!face.holds(text.at(at)))
            return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
        used += face.advanceOf(text.at(at), digits);
        if (used > width)
            return text.left(at) + QChar(0x2026);
    }
    return text;
}

void drawIn(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text, Digits digits)
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    const double whole = measured(font, text, digits);
    const QString shown = whole > rect.width() + 0.5 ? elided(font, text, rect.width(), digits) : text;
    const double width = shown.size() == text.size() ? whole : measured(font, shown, digits);
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
    drawn(painter, QPointF(x, y), shown, digits);
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
    return measured(font, evenlySpaced(text), Digits::Equal);
}

double drawTabular(QPainter &painter, QPointF baseline, const QString &text)
{
    return drawn(painter, baseline, evenlySpaced(text), Digits::Equal);
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    drawIn(painter, rect, alignment, evenlySpaced(text), Digits::Equal);
}

double lineWidth(const QFont &font, const QString &text)
{
    return measured(font, evenlySpaced(text), Digits::Natural);
}

void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    drawIn(painter, rect, alignment, evenlySpaced(text), Digits::Natural);
}

} // namespace Watchfloor
