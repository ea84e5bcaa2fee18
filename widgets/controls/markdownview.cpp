#include "widgets/controls/markdownview.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/card.h"
#include "widgets/controls/linkquestion.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QDesktopServices>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t blockCap = 2'000;
constexpr size_t cellCap = 24;
constexpr int spanCap = 8'192;
constexpr int codeCap = 16'384;
constexpr int indentWidth = 20;
constexpr int narrowest = 80;
constexpr int comfortable = 480;

QString display(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(Format::safeText(line, spanCap));
    return lines.join(QChar(QChar::LineSeparator));
}

QFont headingFont(int level)
{
    return textFont(level <= 1 ? TextSize::Title : level == 2 ? TextSize::Heading : TextSize::Body, QFont::DemiBold);
}

/// The sunken ground of code.
class CodeBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(this);
        painter.setPen(theme.line);
        painter.setBrush(theme.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
    }
};

/// A bar at the left of what is quoted.
class QuoteBar final : public QWidget
{
public:
    explicit QuoteBar(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedWidth(Size::stripe);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).handle);
    }
};

class RuleLine final : public QWidget
{
public:
    explicit RuleLine(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).line);
    }
};

} // namespace

MarkdownText::MarkdownText(std::vector<MarkdownSpan> spans, int headingLevel, QWidget *parent)
    : QWidget(parent)
    , m_spans(std::move(spans))
    , m_headingLevel(headingLevel)
{
    QString text;
    for (const MarkdownSpan &span : m_spans) {
        const QString shown = display(span.text);
        if (!span.link.isEmpty())
            m_links.push_back({int(text.size()), int(shown.size()), span.link});
        text += shown;
    }
    m_layout.setText(text);
    m_layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    setFont(headingLevel > 0 ? headingFont(headingLevel) : textFont());
    m_layout.setFont(font());
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(!m_links.empty());
    setFocusPolicy(m_links.empty() ? Qt::NoFocus : Qt::TabFocus);
    setAccessibleName(text);
    format();
}

QStringList MarkdownText::links() const
{
    QStringList targets;
    for (const Link &link : m_links)
        targets.append(link.target);
    return targets;
}

void MarkdownText::format()
{
    const Theme &theme = themeOf(this);
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const MarkdownSpan &span : m_spans) {
        const int length = int(display(span.text).size());
        QTextCharFormat format;
        format.setForeground(span.link.isEmpty() ? theme.text : theme.accent);
        if (span.strong)
            format.setFontWeight(QFont::DemiBold);
        if (span.emphasis)
            format.setFontItalic(true);
        if (span.code) {
            format.setFont(monoFont(), QTextCharFormat::FontPropertiesSpecifiedOnly);
            format.setBackground(theme.sunken);
        }
        if (!span.link.isEmpty())
            format.setFontUnderline(true);
        ranges.append({at, length, format});
        at += length;
    }
    m_layout.setFormats(ranges);
    m_width = -1;
    update();
}

double MarkdownText::arrange(double width) const
{
    if (width == m_width)
        return m_height;
    m_width = width;
    m_layout.beginLayout();
    double y = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height() * 1.25);
    }
    m_layout.endLayout();
    m_height = y;
    return y;
}

int MarkdownText::heightForWidth(int width) const
{
    return int(std::ceil(arrange(std::max(1, width))));
}

QSize MarkdownText::sizeHint() const
{
    const int natural = int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 2;
    const int width = std::min(natural, comfortable);
    return {width, heightForWidth(width)};
}

QSize MarkdownText::minimumSizeHint() const
{
    return {std::min(narrowest, sizeHint().width()), QFontMetrics(font()).height()};
}

void MarkdownText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    arrange(width());
    painter.setPen(themeOf(this).text);
    m_layout.draw(&painter, {0, 0});
    if (!hasFocus() || m_links.empty())
        return;
    const Link &link = m_links[size_t(m_chosen)];
    const QTextLine line = m_layout.lineForTextPosition(link.start);
    const double left = line.cursorToX(link.start);
    const double right = line.cursorToX(std::min(link.start + link.length, line.textStart() + line.textLength()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themeOf(this).accent);
    painter.drawRoundedRect(QRectF(left - 1, line.y() + 0.5, right - left + 2, line.height() - 1), 2, 2);
}

int MarkdownText::linkAt(QPointF position) const
{
    arrange(width());
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (position.y() < line.y() || position.y() > line.y() + line.height() || position.x() > line.naturalTextWidth())
            continue;
        const int at = line.xToCursor(position.x(), QTextLine::CursorOnCharacter);
        for (size_t link = 0; link < m_links.size(); ++link)
            if (at >= m_links[link].start && at < m_links[link].start + m_links[link].length)
                return int(link);
    }
    return -1;
}

void MarkdownText::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = linkAt(event->position());
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(m_hovered >= 0 ? toolTipText(Format::safeText(m_links[size_t(m_hovered)].target)) : QString());
}

void MarkdownText::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    QWidget::leaveEvent(event);
}

void MarkdownText::mouseReleaseEvent(QMouseEvent *event)
{
    const int link = event->button() == Qt::LeftButton ? linkAt(event->position()) : -1;
    if (link < 0)
        return QWidget::mouseReleaseEvent(event);
    m_chosen = link;
    Q_EMIT linkActivated(m_links[size_t(link)].target);
}

void MarkdownText::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_links.size());
    if (count > 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT linkActivated(m_links[size_t(m_chosen)].target);
    } else if (count > 0 && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)) {
        m_chosen = (m_chosen + (event->key() == Qt::Key_Right ? 1 : count - 1)) % count;
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MarkdownText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        format();
}

MarkdownView::MarkdownView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Size::gap);
}

void MarkdownView::setBlocks(const std::vector<MarkdownBlock> &blocks, const CodeFactory &factory)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const size_t count = std::min(blocks.size(), blockCap);
    for (size_t at = 0; at < count; ++at) {
        if (blocks[at].kind == MarkdownBlock::Kind::TableRow) {
            size_t end = at;
            while (end < count && blocks[end].kind == MarkdownBlock::Kind::TableRow && (end == at || !blocks[end].header))
                ++end;
            m_column->addWidget(makeTable(blocks.data() + at, blocks.data() + end));
            at = end - 1;
            continue;
        }
        if (blocks[at].kind == MarkdownBlock::Kind::Heading && at > 0)
            m_column->addSpacing(Size::gap);
        m_column->addWidget(makeBlock(blocks[at], factory));
    }
    if (blocks.size() > blockCap)
        m_column->addWidget(new TextLabel(tr("%Ln more part(s) are not shown.", nullptr, int(blocks.size() - blockCap)), Tone::Warning));
}

QWidget *MarkdownView::makeBlock(const MarkdownBlock &block, const CodeFactory &factory)
{
    switch (block.kind) {
    case MarkdownBlock::Kind::Heading:
        return makeText(block.spans, std::max(1, block.level));
    case MarkdownBlock::Kind::ListItem:
    case MarkdownBlock::Kind::Quote:
        return makeMarked(block);
    case MarkdownBlock::Kind::Code:
        if (QWidget *own = factory ? factory(block) : nullptr)
            return own;
        return makeCode(block);
    case MarkdownBlock::Kind::Rule:
        return new RuleLine(this);
    case MarkdownBlock::Kind::Paragraph:
    case MarkdownBlock::Kind::TableRow:
        break;
    }
    return makeText(block.spans);
}

MarkdownText *MarkdownView::makeText(const std::vector<MarkdownSpan> &spans, int headingLevel)
{
    auto *text = new MarkdownText(spans, headingLevel, this);
    connect(text, &MarkdownText::linkActivated, this, &MarkdownView::handleLink);
    return text;
}

QWidget *MarkdownView::makeMarked(const MarkdownBlock &block)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setSpacing(Size::gap);
    if (block.kind == MarkdownBlock::Kind::Quote) {
        row->setContentsMargins((std::max(1, block.level) - 1) * indentWidth, 0, 0, 0);
        row->addWidget(new QuoteBar);
    } else {
        row->setContentsMargins((block.level + 1) * indentWidth - Size::cardPadding, 0, 0, 0);
        auto *mark = new TextLabel(block.number > 0 ? QStringLiteral("%1.").arg(block.number) : QStringLiteral("\u2022"), Tone::Secondary);
        mark->setAlignment(Qt::AlignTop | Qt::AlignRight);
        mark->setMinimumWidth(Size::cardPadding);
        row->addWidget(mark, 0, Qt::AlignTop);
    }
    row->addWidget(makeText(block.spans), 1);
    return box;
}

QWidget *MarkdownView::makeCode(const MarkdownBlock &block)
{
    auto *box = new CodeBox(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Size::cardPadding, Size::gap, Size::cardPadding, Size::gap);
    QStringList lines;
    for (const QString &line : block.code.left(codeCap).split(u'\n'))
        lines.append(Format::safeText(line, spanCap));
    auto *label = new TextLabel(lines.join(u'\n').trimmed());
    label->setFont(monoFont());
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return box;
}

QWidget *MarkdownView::makeTable(const MarkdownBlock *first, const MarkdownBlock *end)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Size::gap);
    grid->setVerticalSpacing(Size::unit);
    int row = 0;
    for (const MarkdownBlock *block = first; block != end; ++block) {
        for (size_t column = 0; column < std::min(block->cells.size(), cellCap); ++column) {
            std::vector<MarkdownSpan> spans = block->cells[column];
            for (MarkdownSpan &span : spans)
                span.strong = span.strong || block->header;
            grid->addWidget(makeText(spans), row, int(column), Qt::AlignTop);
        }
        ++row;
        if (block->header)
            grid->addWidget(new RuleLine, row++, 0, 1, int(std::clamp<size_t>(block->cells.size(), 1, cellCap)));
    }
    return table;
}

void MarkdownView::handleLink(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    const bool outside = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!outside) {
        if (url.scheme().isEmpty())
            Q_EMIT linkActivated(target);
        return;
    }
    askToOpen(url, this, m_opener);
}

} // namespace Watchfloor
