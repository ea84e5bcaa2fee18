#include "widgets/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

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

/// Glyphs and advances of printable ASCII in one font; every digit has the widest one's room.
struct FigureFace
{
    static constexpr char16_t first = u' ';
    static constexpr char16_t last = u'~';
    struct Glyph
    {
        quint32 index = 0;
        double advance = 0;
        double shift = 0; ///< a narrow digit stands in the middle of its room
    };
    QRawFont raw;
    std::array<Glyph, last - first + 1> glyphs;

    static bool holds(QChar c) { return c >= first && c <= last; }
    const Glyph &of(QChar c) const { return glyphs[c.unicode() - first]; }
};

FigureFace makeFace(const QFont &font)
{
    FigureFace face;
    face.raw = QRawFont::fromFont(font);
    QString ascii;
    for (char16_t c = FigureFace::first; c <= FigureFace::last; ++c)
        ascii += QChar(c);
    const QList<quint32> indexes = face.raw.glyphIndexesForString(ascii);
    const QList<QPointF> advances = face.raw.advancesForGlyphIndexes(indexes);
    double widest = 0;
    for (qsizetype at = 0; at < std::min<qsizetype>(indexes.size(), qsizetype(face.glyphs.size())); ++at) {
        const bool digit = ascii.at(at) >= u'0' && ascii.at(at) <= u'9';
        face.glyphs[size_t(at)] = {indexes[at], advances[at].x() + font.letterSpacing(), 0};
        if (digit)
            widest = std::max(widest, face.glyphs[size_t(at)].advance);
    }
    for (char16_t c = u'0'; c <= u'9'; ++c) {
        FigureFace::Glyph &glyph = face.glyphs[c - FigureFace::first];
        glyph.shift = (widest - glyph.advance) / 2;
        glyph.advance = widest;
    }
    return face;
}

/// Looking glyphs up costs more than drawing them, and there are a dozen fonts in all.
const FigureFace &faceOf(const QFont &font)
{
    constexpr qsizetype cap = 64;
    thread_local QHash<QString, FigureFace> faces;
    const QString key = font.key();
    auto found = faces.find(key);
    if (found == faces.end()) {
        if (faces.size() >= cap)
            faces.clear();
        found = faces.insert(key, makeFace(font));
    }
    return *found;
}

/// Calls `plain(from, length)` for every run of printable ASCII and `other(from, length)` for what needs the font engine's own
/// layout: other scripts, and characters that come from another font.
template <typename Plain, typename Other>
void eachRun(const QString &text, Plain plain, Other other)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype start = at;
        const bool ascii = FigureFace::holds(text.at(at));
        while (at < text.size() && FigureFace::holds(text.at(at)) == ascii)
            ++at;
        if (ascii)
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

double tabularWidth(const QFont &font, const QString &given)
{
    const QString text = evenlySpaced(given);
    const FigureFace &face = faceOf(font);
    double width = 0;
    eachRun(
        text,
        [&](qsizetype from, qsizetype length) {
            for (qsizetype at = from; at < from + length; ++at)
                width += face.of(text.at(at)).advance;
        },
        [&](qsizetype from, qsizetype length) { width += QFontMetricsF(font).horizontalAdvance(text.mid(from, length)); });
    return width;
}

double drawTabular(QPainter &painter, QPointF baseline, const QString &given)
{
    const QString text = evenlySpaced(given);
    const QFont font = painter.font();
    const FigureFace &face = faceOf(font);
    double x = 0;
    eachRun(
        text,
        [&](qsizetype from, qsizetype length) {
            QList<quint32> indexes(length);
            QList<QPointF> positions(length);
            for (qsizetype at = 0; at < length; ++at) {
                const FigureFace::Glyph &glyph = face.of(text.at(from + at));
                indexes[at] = glyph.index;
                positions[at] = {x + glyph.shift, 0};
                x += glyph.advance;
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
