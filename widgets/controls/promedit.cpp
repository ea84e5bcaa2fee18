#include "widgets/controls/promedit.h"

#include "models/core/format.h"
#include "models/promql/expression.h"
#include "models/promql/lexer.h"
#include "widgets/controls/suggestionpopup.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 8;
constexpr qsizetype expressionLimit = 20'000;

QColor colourOf(const PromToken &token, bool called, const Theme &theme)
{
    switch (token.kind) {
    case PromToken::Kind::Text:
        return theme.healthy;
    case PromToken::Kind::Number:
    case PromToken::Kind::Duration:
        return theme.warning;
    case PromToken::Kind::Comment:
        return theme.text3;
    case PromToken::Kind::Bad:
        return theme.critical;
    case PromToken::Kind::Identifier:
        return called || isAggregation(token.text) ? theme.accent : theme.text;
    case PromToken::Kind::Operator:
    case PromToken::Kind::Bracket:
    case PromToken::Kind::Comma:
    case PromToken::Kind::Colon:
        break;
    }
    return theme.text2;
}

} // namespace

class PromEdit::Colours final : public QSyntaxHighlighter
{
public:
    explicit Colours(PromEdit *edit)
        : QSyntaxHighlighter(edit->document())
        , m_edit(edit)
    {
    }

protected:
    /// Raw texts over several lines are coloured line by line; that is all that is lost by it.
    void highlightBlock(const QString &text) override
    {
        const Theme &theme = themeOf(m_edit);
        const auto tokens = promTokens(text);
        for (size_t i = 0; i < tokens.size(); ++i) {
            const bool called = i + 1 < tokens.size() && tokens[i + 1].text == u"(";
            setFormat(int(tokens[i].start), int(tokens[i].text.size()), colourOf(tokens[i], called, theme));
        }
    }

private:
    PromEdit *m_edit;
};

PromEdit::PromEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_colours(new Colours(this))
    , m_popup(new SuggestionPopup(this))
{
    setFont(monoFont());
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setPlaceholderText(tr("PromQL, for example sum by (service) (rate(http_requests_total[5m]))"));
    setAccessibleName(tr("Query"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(m_popup, &SuggestionPopup::taken, this, &PromEdit::takeSuggestion);
    connect(this, &QPlainTextEdit::textChanged, this, &PromEdit::handleChange);
}

PromEdit::~PromEdit() = default;

void PromEdit::setExpression(const QString &expression)
{
    m_typing = false;
    setPlainText(expression.left(expressionLimit));
    moveCursor(QTextCursor::End);
    closeSuggestions();
}

void PromEdit::setVocabulary(PromVocabulary vocabulary)
{
    m_vocabulary = std::move(vocabulary);
    if (isCompleting() || m_typing)
        showSuggestions();
}

bool PromEdit::isCompleting() const
{
    return m_popup->isVisible();
}

QSize PromEdit::sizeHint() const
{
    const int lines = std::clamp(document()->blockCount(), fewestLines, mostLines);
    const int height = int(std::ceil(QFontMetricsF(font()).lineSpacing() * lines + 2 * document()->documentMargin())) + 2 * frameWidth() + 2;
    return {QPlainTextEdit::sizeHint().width(), height};
}

void PromEdit::handleChange()
{
    updateGeometry();
    judge();
    if (m_typing)
        showSuggestions();
}

/// An expression that is not finished is no fault while it is typed: only what stands before the cursor is underlined.
void PromEdit::judge()
{
    QString fault;
    QList<QTextEdit::ExtraSelection> marks;
    const QString text = toPlainText();
    if (!text.trimmed().isEmpty() && !text.contains(u'$')) {
        if (const auto parsed = parsePromql(text); !parsed) {
            fault = parsed.error().detail;
            const int line = parsed.error().where.section(u':', 0, 0).toInt();
            const int column = parsed.error().where.section(u':', 1, 1).toInt();
            const QTextBlock block = document()->findBlockByNumber(line - 1);
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(std::min(block.position() + std::max(column - 1, 0), std::max(document()->characterCount() - 2, 0)));
            mark.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
            if (!mark.cursor.hasSelection())
                mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(themeOf(this).critical);
            marks << mark;
        }
    }
    setExtraSelections(marks);
    if (fault == m_fault)
        return;
    m_fault = fault;
    Q_EMIT faultChanged(m_fault);
}

void PromEdit::complete()
{
    m_typing = true;
    showSuggestions();
}

void PromEdit::showSuggestions()
{
    m_completion = completed(toPlainText(), textCursor().position(), m_vocabulary);
    if (!m_completion.wantsLabelsOf.isEmpty())
        Q_EMIT labelsWanted(m_completion.wantsLabelsOf);
    if (!m_completion.wantsValuesOf.isEmpty())
        Q_EMIT labelValuesWanted(m_completion.wantsValuesOf);
    const bool said = m_completion.suggestions.size() == 1
        && m_completion.suggestions.front().text == toPlainText().mid(m_completion.start, m_completion.length);
    if (m_completion.suggestions.empty() || said) {
        m_popup->hide();
        return;
    }
    std::vector<SuggestionPopup::Entry> entries;
    for (const PromSuggestion &suggestion : m_completion.suggestions) {
        const QString detail = suggestion.detail.isEmpty() ? QString() : QStringLiteral("   ") + Format::safeText(suggestion.detail, 60);
        entries.push_back({Format::safeText(suggestion.text, 120) + detail, Format::safeText(suggestion.help, 500)});
    }
    QTextCursor start = textCursor();
    start.setPosition(int(m_completion.start));
    m_popup->offer(entries, 0, viewport()->mapToGlobal(cursorRect(start).bottomLeft() + QPoint(0, 4)));
}

void PromEdit::takeSuggestion()
{
    const int row = m_popup->chosen();
    if (row < 0 || size_t(row) >= m_completion.suggestions.size())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(m_completion.start));
    cursor.setPosition(int(m_completion.start + m_completion.length), QTextCursor::KeepAnchor);
    const QString text = m_completion.suggestions[size_t(row)].text;
    closeSuggestions();
    cursor.insertText(text);
    setTextCursor(cursor);
    if (text.endsWith(u'('))
        complete();
}

void PromEdit::closeSuggestions()
{
    m_typing = false;
    m_popup->hide();
}

void PromEdit::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isCompleting()) {
        if (event->key() == Qt::Key_Escape)
            return closeSuggestions();
        if (event->key() == Qt::Key_Tab || (isReturn && !control && !(event->modifiers() & Qt::ShiftModifier)))
            return takeSuggestion();
        const int page = event->key() == Qt::Key_PageDown ? SuggestionPopup::shownRows : event->key() == Qt::Key_PageUp ? -SuggestionPopup::shownRows : 0;
        const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : page;
        if (step != 0) {
            m_popup->step(step);
            return;
        }
    }
    if (control && event->key() == Qt::Key_Space)
        return complete();
    if (isReturn && !(event->modifiers() & Qt::ShiftModifier)) {
        closeSuggestions();
        Q_EMIT submitted();
        return;
    }
    // Only typing opens the list: moving about and taking away do not.
    const QString typed = event->text();
    m_typing = !typed.isEmpty() && typed.front().isPrint() && !control;
    if (!m_typing && event->key() != Qt::Key_Backspace)
        m_popup->hide();
    else if (event->key() == Qt::Key_Backspace)
        m_typing = isCompleting();
    QPlainTextEdit::keyPressEvent(event);
}

bool PromEdit::focusNextPrevChild(bool next)
{
    return !isCompleting() && QPlainTextEdit::focusNextPrevChild(next);
}

void PromEdit::focusOutEvent(QFocusEvent *event)
{
    closeSuggestions();
    QPlainTextEdit::focusOutEvent(event);
}

void PromEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_colours)
        m_colours->rehighlight();
}

} // namespace Watchfloor
