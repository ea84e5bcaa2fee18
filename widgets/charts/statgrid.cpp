#include "widgets/charts/statgrid.h"

#include "models/core/format.h"
#include "widgets/charts/valuesteps.h"
#include "widgets/controls/figures.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/namedcolors.h"
#include "widgets/theme/sizes.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t statCap = 300;
constexpr double cellAspect = 2.2;
constexpr std::array textSizes{TextSize::Small, TextSize::Body, TextSize::Heading, TextSize::Title, TextSize::Figure, TextSize::Display, TextSize::Wall};
constexpr double tileGap = 6;

TextSize suffixSize(TextSize size)
{
    switch (size) {
    case TextSize::Wall:
        return TextSize::Figure;
    case TextSize::Display:
        return TextSize::Title;
    case TextSize::Figure:
        return TextSize::Heading;
    case TextSize::Title:
        return TextSize::Body;
    case TextSize::Heading:
    case TextSize::Body:
    case TextSize::Small:
        return TextSize::Small;
    }
    return TextSize::Small;
}

double suffixGap(TextSize size)
{
    return double(size) >= double(TextSize::Figure) ? 5 : 3;
}

double figureWidth(const Quantity &shown, TextSize size)
{
    const double width = tabularWidth(textFont(size, QFont::DemiBold), shown.figure());
    return shown.suffix.isEmpty() ? width : width + suffixGap(size) + tabularWidth(textFont(suffixSize(size)), shown.suffix);
}

double lineHeight(TextSize size)
{
    return double(size) * 1.25;
}

Quantity figureOf(const StatGrid::Stat &stat)
{
    return stat.shown.figure().isEmpty() && stat.shown.suffix.isEmpty() ? Quantity{QString(QChar(0x2014))} : stat.shown;
}

} // namespace

/// How all figures of one grid are set: the same for each, so that they can be compared.
struct StatGrid::Type
{
    TextSize name = TextSize::Small;
    TextSize figure = TextSize::Body;
    bool beside = false;   ///< name at the left, figure at the right
    bool withName = false;
    bool withFigure = true;
    double line = 0;       ///< height of the line below; 0: none
    double aside = 0;      ///< width of the line where it has no room below: beside the figure
    double padding = 0;
    bool centered = false;
};

StatGrid::StatGrid(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There is no value."));
}

void StatGrid::setStats(std::vector<Stat> stats)
{
    if (stats.size() > statCap)
        stats.resize(statCap);
    for (Stat &stat : stats)
        stat.name = Format::safeText(stat.name, 80);
    m_stats = std::move(stats);
    dataChanged();
}

void StatGrid::setLook(const Look &look)
{
    m_look = look;
    update();
}

bool StatGrid::named() const
{
    switch (m_look.textMode) {
    case TextMode::Auto:
        return m_stats.size() > 1;
    case TextMode::ValueAndName:
    case TextMode::Name:
        return true;
    case TextMode::Value:
    case TextMode::None:
        return false;
    }
    return false;
}

QSize StatGrid::grid(QSizeF size) const
{
    const int count = int(m_stats.size());
    switch (m_look.arrangement) {
    case Arrangement::Row:
        return {count, 1};
    case Arrangement::Column:
        return {1, count};
    case Arrangement::Auto:
        return wellFilledGrid(count, size, cellAspect);
    }
    return {1, count};
}

bool StatGrid::tiled() const
{
    return m_look.colorMode == ColorMode::Background || m_look.colorMode == ColorMode::BackgroundSolid;
}

QRectF StatGrid::cell(int item, QSizeF size) const
{
    const QSize shape = grid(size);
    const double gap = tiled() && m_stats.size() > 1 ? tileGap : 0;
    const int row = item / shape.width();
    // The last row takes the whole width: no hole where figures could be larger to the touch.
    const int inRow = row == shape.height() - 1 ? int(m_stats.size()) - row * shape.width() : shape.width();
    const double width = (size.width() + gap) / std::max(inRow, 1);
    const double height = (size.height() + gap) / shape.height();
    const double left = std::round(item % shape.width() * width);
    const double top = std::round(row * height);
    return {left, top, std::round((item % shape.width() + 1) * width) - left - gap, std::round((row + 1) * height) - top - gap};
}

StatGrid::Type StatGrid::typeFor(QSizeF box) const
{
    Type type;
    type.withName = named();
    type.withFigure = m_look.textMode != TextMode::Name && m_look.textMode != TextMode::None;
    if (m_look.textMode == TextMode::None)
        type.withName = false;
    const bool inside = tiled() || m_stats.size() > 1;
    type.padding = inside && box.width() > 60 && box.height() > 40 ? 8 : inside ? 4 : 0;
    const double width = box.width() - 2 * type.padding;
    const double height = box.height() - 2 * std::min(type.padding, 6.0);
    const bool lined = m_look.graph && std::any_of(m_stats.begin(), m_stats.end(), [](const Stat &stat) { return stat.line.size() > 1; });
    type.centered = m_look.centered || (m_stats.size() == 1 && !type.withName);
    // The figure comes first: the line has a room of its own only where that makes the figure hardly smaller.
    Type best = type;
    fitType(best, width, height);
    if (!lined)
        return best;
    const TextSize least = std::min(best.figure, TextSize::Title);
    for (const double share : {0.36, 0.3, 0.24}) {
        Type tried = type;
        tried.line = std::floor(height * share);
        if (tried.line < 12)
            break;
        fitType(tried, width, height - tried.line - 4);
        if (tried.figure >= least && (best.line == 0 || tried.figure > best.figure))
            best = tried;
    }
    if (best.line == 0 && !best.beside && !best.centered && best.withFigure) {
        double widest = 0;
        for (const Stat &stat : m_stats)
            widest = std::max(widest, figureWidth(figureOf(stat), best.figure) + (stat.change ? 56 : 0));
        best.aside = width - widest - 16 >= 36 ? width - widest - 16 : 0;
    }
    return best;
}

void StatGrid::fitType(Type &type, double width, double room) const
{
    double names = 0;
    for (const Stat &stat : m_stats)
        names = std::max(names, tabularWidth(textFont(TextSize::Small), stat.name));
    // Low and wide: name and figure share a line.
    type.beside = type.withName && type.withFigure && room < 36 && width > 120;
    type.name = room > 120 && width > 220 ? TextSize::Heading : room > 64 && width > 120 ? TextSize::Body : TextSize::Small;
    const double figureRoom = type.beside || !type.withName ? room : room - lineHeight(type.name) - 2;
    const double figureWide = type.beside ? width - std::min(names + 12, width * 0.5) : width;
    const bool changed = std::any_of(m_stats.begin(), m_stats.end(), [](const Stat &stat) { return stat.change.has_value(); });
    for (const TextSize size : textSizes) {
        double widest = 0;
        for (const Stat &stat : m_stats)
            widest = std::max(widest, type.withFigure ? figureWidth(figureOf(stat), size) : tabularWidth(textFont(size, QFont::DemiBold), stat.name));
        const double wanted = type.withFigure ? figureRoom : room;
        if (size != TextSize::Small && (widest > figureWide - (changed && width > 160 ? 52 : 0) || lineHeight(size) > wanted || double(size) > std::max(room * 0.75, 13.0)))
            break;
        type.figure = size;
    }
}

void StatGrid::draw(QPainter &painter, QSizeF size) const
{
    const Type type = typeFor(cell(0, size).size());
    const Theme &theme = themeOf(this);
    const int columns = grid(size).width();
    for (int item = 0; item < itemCount(); ++item) {
        const QRectF box = cell(item, size);
        if (!tiled() && m_stats.size() > 1) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            if (item % columns > 0)
                painter.fillRect(QRectF(box.left(), box.top() + 4, 1, box.height() - 8), theme.line);
            if (item >= columns && columns == 1)
                painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme.line);
        }
        painter.save();
        paintStat(painter, m_stats[size_t(item)], box, type);
        painter.restore();
    }
}

void StatGrid::paintStat(QPainter &painter, const Stat &stat, const QRectF &box, const Type &type) const
{
    const Theme &theme = themeOf(this);
    const bool plain = stat.state == State::Healthy || isHatched(stat.state);
    const bool coloured = stat.color.isValid() || !plain;
    const QColor color = stat.color.isValid() ? stat.color : plain ? theme.accent : theme.of(stat.state);
    QColor ground = theme.surface;
    QColor nameColor = theme.text2;
    QColor figureColor = m_look.colorMode == ColorMode::Value && coloured ? legible(color, theme.surface, 3.2) : theme.text;
    QColor lineColor = m_look.colorMode == ColorMode::None ? theme.accent : color;
    painter.setRenderHint(QPainter::Antialiasing);
    if (tiled()) {
        ground = stat.color.isValid() ? stat.color : isHatched(stat.state) ? theme.track : theme.of(stat.state);
        painter.setPen(Qt::NoPen);
        if (m_look.colorMode == ColorMode::Background) {
            QLinearGradient gradient(box.topLeft(), box.bottomRight());
            gradient.setColorAt(0, ground);
            gradient.setColorAt(1, theme.tint(ground, theme.isDark() ? 0.72 : 0.85));
            painter.setBrush(gradient);
        } else {
            painter.setBrush(ground);
        }
        painter.drawRoundedRect(box, Size::smallRadius, Size::smallRadius);
        figureColor = textOn(ground);
        nameColor = translucent(figureColor, 0.85);
        lineColor = translucent(figureColor, 0.75);
    }
    const double vertical = std::min(type.padding, 6.0);
    QRectF area = box.adjusted(type.padding, vertical, -type.padding, -vertical);
    if (type.line > 0) {
        const QRectF line(area.left(), area.bottom() - type.line, area.width(), type.line);
        if (stat.line.size() > 1)
            paintSparkline(painter, line, stat.line, lineColor, true);
        area.setBottom(line.top() - 4);
    }
    if (type.aside > 0 && stat.line.size() > 1) {
        const double height = std::min(lineHeight(type.figure), area.height());
        paintSparkline(painter, QRectF(area.right() - type.aside, area.bottom() - height, type.aside, height), stat.line, lineColor, true);
    }
    paintWords(painter, stat, area, type, nameColor, figureColor);
    if (isHatched(stat.state))
        paintHatch(painter, box, stat.state, theme);
}

void StatGrid::paintWords(QPainter &painter, const Stat &stat, const QRectF &area, const Type &type, const QColor &nameColor, const QColor &figureColor) const
{
    if (!type.withFigure && !type.withName)
        return;
    if (!type.withFigure) {
        painter.setFont(textFont(type.figure, QFont::DemiBold));
        painter.setPen(figureColor);
        drawTabular(painter, area, type.centered ? Qt::AlignHCenter : Qt::AlignLeft, stat.name);
        return;
    }
    const Quantity shown = figureOf(stat);
    const QFont big = textFont(type.figure, QFont::DemiBold);
    const double nameHeight = type.withName && !type.beside ? lineHeight(type.name) + 2 : 0;
    const double used = nameHeight + lineHeight(type.figure);
    const double top = area.top() + std::max((area.height() - used) / 2, 0.0);
    const double width = std::min(figureWidth(shown, type.figure), area.width());
    double x = type.beside ? area.right() - width : type.centered ? area.center().x() - width / 2 : area.left();
    if (type.withName) {
        painter.setFont(textFont(type.name));
        painter.setPen(nameColor);
        const QRectF nameBox = type.beside ? QRectF(area.left(), top, std::max(area.width() - width - 8, 0.0), lineHeight(type.figure))
                                           : QRectF(area.left(), top, area.width(), lineHeight(type.name));
        drawTabular(painter, nameBox, type.centered && !type.beside ? Qt::AlignHCenter : Qt::AlignLeft, stat.name);
    }
    const double baseline = top + nameHeight + (lineHeight(type.figure) + QFontMetricsF(big).capHeight()) / 2;
    painter.setPen(figureColor);
    painter.setFont(big);
    // A word that is too long for its cell even in the smallest type is cut with dots.
    if (figureWidth(shown, type.figure) > area.width() + 1) {
        drawTabular(painter, QRectF(area.left(), top + nameHeight, area.width(), lineHeight(type.figure)), Qt::AlignLeft, shown.text());
        return;
    }
    x += drawTabular(painter, QPointF(x, baseline), shown.figure());
    if (!shown.suffix.isEmpty()) {
        painter.setFont(textFont(suffixSize(type.figure)));
        if (!tiled() && figureColor == themeOf(this).text)
            painter.setPen(themeOf(this).text2);
        x += suffixGap(type.figure);
        x += drawTabular(painter, QPointF(x, baseline), shown.suffix);
    }
    if (!stat.change || !std::isfinite(*stat.change))
        return;
    const QString change = (*stat.change >= 0 ? QStringLiteral("\u2191") : QStringLiteral("\u2193")) + Format::ratio(std::fabs(*stat.change), 1);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(nameColor);
    if (x + 8 + tabularWidth(painter.font(), change) <= area.right() + 1)
        drawTabular(painter, QPointF(x + 8, baseline), change);
}

int StatGrid::itemAt(QPointF position) const
{
    for (int item = 0; item < itemCount(); ++item)
        if (cell(item, size()).contains(position))
            return item;
    return -1;
}

QRectF StatGrid::itemRect(int item) const
{
    return cell(item, size());
}

ReadOut StatGrid::readOut(int item) const
{
    const Stat &stat = m_stats[size_t(item)];
    ReadOut said;
    said.head = stat.name;
    said.rows.push_back({stat.color, tr("value"), figureOf(stat).text()});
    if (stat.state != State::Healthy)
        said.rows.push_back({themeOf(this).of(stat.state), Format::state(stat.state), {}});
    if (stat.change && std::isfinite(*stat.change))
        said.rows.push_back({{}, tr("change"), Format::ratio(*stat.change, 1)});
    return said;
}

void StatGrid::drawCurrent(QPainter &painter, QSizeF size) const
{
    if (m_stats.size() < 2 && !hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).handle, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cell(currentItem(), size).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
}

int StatGrid::neighbour(int item, int right, int down) const
{
    const int next = item + right + down * grid(size()).width();
    return next >= 0 && next < itemCount() ? next : item;
}

} // namespace Watchfloor
