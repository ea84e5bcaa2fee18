#include "widgets/controls/outputview.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/sizes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QVBoxLayout>

namespace Watchfloor {

namespace {
constexpr int lineCap = 10'000;
constexpr int characterCap = 4'000;
} // namespace

OutputView::OutputView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(tr("Output"), Tone::Primary, TextSize::Body, QFont::DemiBold, this))
    , m_count(new TextLabel({}, Tone::Hint, TextSize::Small, QFont::Normal, this))
    , m_copy(new ActionButton(tr("Copy"), ActionButton::Look::Link, this))
    , m_followButton(new ActionButton(tr("Follow"), ActionButton::Look::Link, this))
    , m_edit(new QPlainTextEdit(this))
{
    m_copy->setIconName(QStringLiteral("copy"));
    m_copy->setSmall(true);
    m_followButton->setSmall(true);
    m_edit->setReadOnly(true);
    m_edit->setUndoRedoEnabled(false);
    m_edit->setMaximumBlockCount(lineCap);
    m_edit->setFont(monoFont());
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setProperty("bare", true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setAccessibleName(tr("Output"));

    auto *header = new QHBoxLayout;
    header->setSpacing(Size::gap);
    header->addWidget(m_title);
    header->addWidget(m_count);
    header->addStretch();
    header->addWidget(m_copy);
    header->addSpacing(Size::gap);
    header->addWidget(m_followButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    column->addLayout(header);
    column->addWidget(m_edit, 1);

    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_followButton, &QAbstractButton::clicked, this, [this] { setFollow(!m_follow); });
    connect(m_edit->verticalScrollBar(), &QScrollBar::valueChanged, this, &OutputView::handleScroll);
    setFollow(true);
}

void OutputView::setTitle(const QString &title)
{
    m_title->setText(Format::safeText(title));
}

void OutputView::setEmptyText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void OutputView::appendLine(const QString &margin, const QString &line, Tone tone)
{
    m_appending = true;
    const Theme &theme = themeOf(this);
    QTextCursor cursor(m_edit->document());
    cursor.movePosition(QTextCursor::End);
    if (m_lines > 0)
        cursor.insertBlock();
    QTextCharFormat format;
    if (!margin.isEmpty()) {
        format.setForeground(theme.text3);
        cursor.insertText(Format::safeText(margin, 64) + QStringLiteral("  "), format);
    }
    format.setForeground(theme.of(tone));
    cursor.insertText(Format::safeText(line, characterCap), format);
    ++m_lines;
    if (m_follow)
        m_edit->verticalScrollBar()->setValue(m_edit->verticalScrollBar()->maximum());
    m_appending = false;
    showCount();
}

void OutputView::clear()
{
    m_edit->clear();
    m_lines = 0;
    setFollow(true);
    showCount();
}

int OutputView::lineCount() const
{
    return m_lines == 0 ? 0 : m_edit->blockCount();
}

QString OutputView::text() const
{
    return m_edit->toPlainText();
}

void OutputView::setFollow(bool follow)
{
    m_follow = follow;
    m_followButton->setIconName(follow ? QStringLiteral("check") : QStringLiteral("arrow-down"));
    if (follow)
        m_edit->verticalScrollBar()->setValue(m_edit->verticalScrollBar()->maximum());
}

void OutputView::handleScroll()
{
    const QScrollBar *bar = m_edit->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    if (!m_appending && atEnd != m_follow)
        setFollow(atEnd);
}

void OutputView::showCount()
{
    const int shown = lineCount();
    m_count->setText(shown < m_lines ? tr("last %1 of %2 lines").arg(Format::count(shown), Format::count(m_lines))
                                     : shown == 0 ? QString() : tr("%Ln line(s)", nullptr, shown));
}

} // namespace Watchfloor
