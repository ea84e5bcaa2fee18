#include "widgets/controls/figures.h"

#include "widgets/controls/textlabel.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace Watchfloor {

namespace {

/// The suffix is set in the size two below the number's.
int suffixPixels(TextSize size)
{
    switch (size) {
    case TextSize::Small:
    case TextSize::Body:
    case TextSize::Heading:
        return int(TextSize::Small);
    case TextSize::Title:
    case TextSize::Figure:
        return int(TextSize::Body);
    case TextSize::Display:
        return int(TextSize::Title);
    case TextSize::Wall:
        return int(TextSize::Figure);
    }
    return int(TextSize::Body);
}

QFont suffixFont(TextSize size, double scale)
{
    return textFont(TextSize(suffixPixels(size)), QFont::Normal, scale);
}

/// A rate's stroke stands close to its number, a word or a sign apart from it.
int suffixGap(const QString &suffix)
{
    return suffix.startsWith(u'/') ? 2 : 4;
}

/// Beyond this a span of values is no number any more.
bool isDrawable(double value)
{
    return std::fabs(value) < 1e300;
}

QPolygonF pointsOf(const QRectF &rect, const std::vector<double> &values, size_t from, size_t to, double low, double span)
{
    QPolygonF points;
    const double step = values.size() > 1 ? rect.width() / double(values.size() - 1) : 0;
    for (size_t at = from; at < to; ++at)
        points << QPointF(rect.left() + double(at) * step, rect.bottom() - (values[at] - low) / span * rect.height());
    return points;
}

} // namespace

FigureLabel::FigureLabel(TextSize size, QWidget *parent)
    : QWidget(parent)
    , m_number(QChar(0x2014))
{
    setTextSize(size);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setQuantity(const std::optional<Quantity> &quantity)
{
    if (quantity)
        setText(quantity->figure(), quantity->suffix);
    else
        setText(QString(QChar(0x2014)));
}

void FigureLabel::setText(const QString &number, const QString &suffix)
{
    if (number == m_number && suffix == m_suffix)
        return;
    m_number = number;
    m_suffix = suffix;
    setAccessibleName(text());
    updateGeometry();
    update();
}

void FigureLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void FigureLabel::setTextSize(TextSize size, double scale)
{
    m_size = size;
    m_scale = scale;
    setFont(textFont(size, QFont::DemiBold, scale));
    updateGeometry();
}

void FigureLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QString FigureLabel::text() const
{
    return m_suffix.isEmpty() ? m_number : m_number + u' ' + m_suffix;
}

QSize FigureLabel::sizeHint() const
{
    double width = tabularWidth(font(), m_number);
    if (!m_suffix.isEmpty())
        width += suffixGap(m_suffix) + tabularWidth(suffixFont(m_size, m_scale), m_suffix);
    // Figures have no descenders worth the leading of text.
    return {int(std::ceil(width)) + 1, int(std::ceil(font().pixelSize() * 1.2))};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QFontMetricsF metrics(font());
    const double baseline = (height() + metrics.capHeight()) / 2;
    const double wanted = sizeHint().width();
    double x = m_alignment & Qt::AlignRight ? width() - wanted : m_alignment & Qt::AlignHCenter ? (width() - wanted) / 2 : 0;
    painter.setFont(font());
    painter.setPen(theme.of(m_tone));
    x += drawTabular(painter, QPointF(x, baseline), m_number);
    if (m_suffix.isEmpty())
        return;
    painter.setFont(suffixFont(m_size, m_scale));
    if (m_tone == Tone::Primary)
        painter.setPen(theme.text2);
    drawTabular(painter, QPointF(x + suffixGap(m_suffix), baseline), m_suffix);
}

void paintSparkline(QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &color, bool filled,
                    std::optional<double> limit, const QColor &limitColor)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (!isDrawable(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high)
        return;
    if (limit && *limit < high * 4) {
        low = std::min(low, *limit);
        high = std::max(high, *limit);
    }
    // Never stretch noise into drama: the span is at least a third of the value, and a third of the height stays under the line.
    const double data = std::max({high - low, std::fabs(high) * 0.35, 1e-12});
    const double span = data * 1.4;
    low -= (data - (high - low)) / 2 + data * 0.4;
    const QRectF box = rect.adjusted(0, 1.5, 0, -2);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t from = 0; from < values.size();) {
        if (!isDrawable(values[from])) {
            ++from;
            continue;
        }
        size_t to = from;
        while (to < values.size() && isDrawable(values[to]))
            ++to;
        const QPolygonF line = pointsOf(box, values, from, to, low, span);
        if (filled && line.size() > 1) {
            QPolygonF area = line;
            area << QPointF(line.last().x(), rect.bottom()) << QPointF(line.first().x(), rect.bottom());
            QColor ground = color;
            ground.setAlphaF(0.16f);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawPolygon(area);
        }
        // Cosmetic is the fast path; where a pixel is smaller than planned it would be a hair.
        constexpr double thick = 1.3;
        painter.setPen(QPen(color, painter.deviceTransform().m11() > thick ? thick : 0));
        painter.setBrush(Qt::NoBrush);
        for (const double shift : {0.0, 0.5})
            painter.drawPolyline(line.translated(0, shift));
        from = to;
    }
    const double y = limit ? box.bottom() - (*limit - low) / span * box.height() : -1;
    if (limit && y >= rect.top() && y <= rect.bottom()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(limitColor.isValid() ? limitColor : color, 1, Qt::CustomDashLine));
        QPen dashes = painter.pen();
        dashes.setDashPattern({3, 2});
        painter.setPen(dashes);
        painter.drawLine(QPointF(rect.left(), std::round(y)), QPointF(rect.right(), std::round(y)));
    }
    painter.restore();
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Sparkline::setValues(std::vector<double> values)
{
    if (values == m_values)
        return;
    m_values = std::move(values);
    update();
}

void Sparkline::setLimit(std::optional<double> limit)
{
    m_limit = limit;
    update();
}

void Sparkline::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Sparkline::setFilled(bool filled)
{
    m_filled = filled;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintSparkline(painter, rect(), m_values, theme.of(m_tone), m_filled, m_limit, theme.critical);
}

void paintBudgetBar(QPainter &painter, const QRectF &rect, double left, State state, const Theme &theme,
                    std::optional<double> pace, std::optional<double> after)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = rect.height() / 2;
    QPainterPath track;
    track.addRoundedRect(rect, radius, radius);
    painter.fillPath(track, theme.track);
    painter.setClipPath(track);
    const auto part = [&rect](double from, double to) {
        return QRectF(rect.left() + from * rect.width(), rect.top(), (to - from) * rect.width(), rect.height());
    };
    const double share = std::clamp(left, 0.0, 1.0);
    const QColor color = theme.of(state);
    if (isHatched(state)) {
        painter.fillRect(part(0, share), theme.tint(color, 0.35));
        painter.setPen(QPen(color, 2));
        for (double x = rect.left() - rect.height(); x < part(0, share).right(); x += 6)
            painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height() + 2, rect.top() - 1));
        painter.fillRect(part(share, 1).adjusted(0, -1, 1, 1), theme.track);
    } else {
        QPainterPath fill;
        fill.addRoundedRect(part(0, share), radius, radius);
        painter.fillPath(fill, color);
    }
    if (after)
        painter.fillRect(part(std::clamp(*after, 0.0, share), share), theme.critical);
    painter.setClipping(false);
    if (pace) {
        const double x = std::round(rect.left() + std::clamp(*pace, 0.0, 1.0) * rect.width());
        painter.fillRect(QRectF(x - 0.5, rect.top() - 3, 1.5, rect.height() + 6), theme.text);
    }
    painter.restore();
}

BudgetBar::BudgetBar(QWidget *parent)
    : QWidget(parent)
    , m_thickness(Size::bar)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BudgetBar::setLeft(std::optional<double> left, State state)
{
    if (left == m_left && state == m_state)
        return;
    m_left = left;
    m_state = state;
    setAccessibleName(left ? tr("%1 % left").arg(qRound(*left * 100)) : tr("not known"));
    update();
}

void BudgetBar::setPace(std::optional<double> pace)
{
    m_pace = pace;
    updateGeometry();
    update();
}

void BudgetBar::setAfter(std::optional<double> after)
{
    m_after = after;
    update();
}

void BudgetBar::setThickness(int pixels)
{
    m_thickness = pixels;
    updateGeometry();
    update();
}

QSize BudgetBar::sizeHint() const
{
    return {120, m_thickness + (m_pace ? 6 : 0)};
}

void BudgetBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF bar(0, (height() - m_thickness) / 2.0, width(), m_thickness);
    paintBudgetBar(painter, bar, m_left.value_or(0), m_left ? m_state : State::Healthy, themeOf(this), m_pace, m_after);
}

StatTile::StatTile(const QString &label, TextSize size, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(label, Tone::Secondary, TextSize::Small, QFont::Normal, this))
    , m_figure(new FigureLabel(size, this))
    , m_line(new Sparkline(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(size == TextSize::Figure ? 4 : 2);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_label);
    column->addWidget(m_figure);
    column->addWidget(m_line, 1);
    column->addStretch(0); // without a line label and number stay at the top
    m_line->setMinimumHeight(20);
    m_line->hide();
}

void StatTile::setLabel(const QString &label)
{
    m_label->setText(label);
}

void StatTile::setQuantity(const std::optional<Quantity> &quantity)
{
    m_figure->setQuantity(quantity);
}

void StatTile::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    const bool plain = state == State::Healthy;
    m_figure->setTone(plain || isHatched(state) ? Tone::Primary : toneOf(state));
    m_line->setTone(plain ? Tone::Accent : toneOf(state));
    update();
}

void StatTile::setValues(std::vector<double> values, std::optional<double> limit)
{
    m_line->setVisible(!values.empty());
    m_line->setValues(std::move(values));
    m_line->setLimit(limit);
}

void StatTile::setFramed(bool framed)
{
    m_framed = framed;
    const int side = framed ? Size::cardPadding : 0;
    layout()->setContentsMargins(side, framed ? Size::cardPadding - 2 : 0, side, framed ? Size::cardPadding - 2 : 0);
    update();
}

void StatTile::paintEvent(QPaintEvent *)
{
    if (!m_framed)
        return;
    QPainter painter(this);
    paintPanel(painter, rect(), themeOf(this), {.state = isHatched(m_state) ? &m_state : nullptr, .stripe = false});
}

} // namespace Watchfloor
