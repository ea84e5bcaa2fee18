#include "widgets/alerts/detailsection.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int padding = Size::cardPadding;
constexpr int verticalPadding = 10;
constexpr int leastSummary = 40;
}

DetailLine::DetailLine()
{
    setFixedHeight(1);
}

void DetailLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).line);
}

FoldHeader::FoldHeader(const QString &title)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFont(textFont(TextSize::Body, QFont::Medium));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &FoldHeader::toggled, this, &FoldHeader::describe);
    describe();
}

void FoldHeader::setSummary(const QString &summary)
{
    if (m_summary == summary)
        return;
    m_summary = summary;
    describe();
    update();
}

void FoldHeader::describe()
{
    setAccessibleName(m_summary.isEmpty() ? text() : text() + QStringLiteral(": ") + m_summary);
    setAccessibleDescription(isChecked() ? tr("open") : tr("folded"));
}

void FoldHeader::setDetail(const QString &detail, Tone tone)
{
    m_detail = detail;
    m_tone = tone;
    update();
}

QSize FoldHeader::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + Size::icon + 2 * padding, Size::row};
}

void FoldHeader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FoldHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    if (underMouse())
        painter.fillRect(rect(), colours.hover);
    QRect rest = rect().adjusted(padding, 0, -padding, 0);
    const QRect arrow(rest.left(), rest.center().y() - Size::icon / 2, Size::icon, Size::icon);
    paintIcon(painter, arrow, isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), colours.text2);
    rest.setLeft(arrow.right() + Size::gap);
    painter.setPen(colours.text);
    painter.setFont(font());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text());
    rest.setLeft(rest.left() + fontMetrics().horizontalAdvance(text()) + 2 * Size::gap);
    if (const QString &aside = isChecked() ? m_detail : m_summary; rest.width() > leastSummary) {
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(colours.of(isChecked() ? m_tone : Tone::Secondary));
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(aside, Qt::ElideRight, rest.width()));
    }
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), Size::smallRadius, Size::smallRadius);
    }
}

DetailSection::DetailSection(const QString &title, const QString &link)
    : m_titleRow(new QWidget)
    , m_title(new ElidedLabel)
    , m_detail(new TextLabel({}, Tone::Secondary, TextSize::Small))
    , m_link(new ActionButton(link, ActionButton::Look::Link))
    , m_fold(new FoldHeader(title))
    , m_content(new QWidget)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new DetailLine);
    outer->addWidget(m_fold);
    outer->addWidget(m_content);
    m_body = new QVBoxLayout(m_content);
    m_body->setContentsMargins(padding, verticalPadding, padding, verticalPadding);
    m_body->setSpacing(6);
    auto *row = new QHBoxLayout(m_titleRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_title->setCaption();
    m_link->setSmall(true);
    row->addWidget(m_title, 1);
    row->addWidget(m_detail);
    row->addWidget(m_link);
    m_body->addWidget(m_titleRow);
    connect(m_link, &ActionButton::clicked, this, &DetailSection::linkActivated);
    connect(m_fold, &FoldHeader::toggled, this, &DetailSection::arrange);
    connect(m_fold, &FoldHeader::clicked, this, [this] { m_isDecided = true; });
    setTitle(title);
    setLink(link);
    arrange();
}

void DetailSection::setTitle(const QString &title)
{
    m_title->setText(QLocale().toUpper(title));
    m_fold->setText(title);
    setAccessibleName(title);
}

void DetailSection::setDetail(const QString &detail, Tone tone)
{
    m_detail->setText(detail);
    m_detail->setTone(tone);
    m_fold->setDetail(detail, tone);
    arrange();
}

void DetailSection::setSummary(const QString &summary)
{
    m_fold->setSummary(summary);
}

void DetailSection::setLink(const QString &link)
{
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    arrange();
}

void DetailSection::setFoldable(bool foldable)
{
    m_foldable = foldable;
    arrange();
}

bool DetailSection::isFolded() const
{
    return m_foldable && !m_fold->isChecked();
}

void DetailSection::suggestFolded(bool folded)
{
    if (!m_isDecided)
        m_fold->setChecked(!folded);
}

int DetailSection::contentHeight() const
{
    const int wide = m_content->heightForWidth(width());
    return wide >= 0 ? wide : m_content->sizeHint().height();
}

void DetailSection::rebuild(int spacing, const std::function<void(QVBoxLayout &column)> &fill)
{
    if (m_rebuilt) {
        m_rebuilt->hide();
        m_rebuilt->deleteLater();
    }
    m_rebuilt = new QWidget;
    auto *column = new QVBoxLayout(m_rebuilt);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    fill(*column);
    m_body->addWidget(m_rebuilt);
    m_rebuilt->show();
}

void DetailSection::arrange()
{
    m_fold->setVisible(m_foldable);
    m_title->setVisible(!m_foldable);
    m_detail->setVisible(!m_foldable && !m_detail->text().isEmpty());
    m_titleRow->setVisible(!m_foldable || !m_link->text().isEmpty());
    m_content->setVisible(!isFolded());
    const int top = m_foldable ? 0 : verticalPadding;
    m_body->setContentsMargins(padding, top, padding, verticalPadding);
}

} // namespace Watchfloor
