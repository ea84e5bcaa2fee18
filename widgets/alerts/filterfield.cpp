#include "widgets/alerts/filterfield.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/alerts/filterchip.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/suggestionpopup.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr qsizetype mostTerms = 32;
constexpr int chipHeight = 22;
constexpr int longestTerm = 2'048;
}

FilterField::FilterField(FilterCompletion &completion, QWidget *parent)
    : QWidget(parent)
    , m_completion(completion)
    , m_edit(new QLineEdit(this))
    , m_popup(new SuggestionPopup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(34, 5, 6, 4);
    row->setSpacing(Size::gap);
    auto *host = new QWidget(this);
    m_flow = new FlowLayout(host, 6);
    m_flow->setLastStretches(true);
    row->addWidget(host, 1);
    m_edit->setFrame(false);
    m_edit->setMaxLength(longestTerm);
    m_edit->setMinimumWidth(110);
    m_edit->setFixedHeight(chipHeight);
    m_edit->installEventFilter(this);
    m_flow->addWidget(m_edit);
    setFocusProxy(m_edit);
    setMinimumHeight(Size::control);

    connect(m_popup, &SuggestionPopup::taken, this, &FilterField::takeSuggestion);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterField::filterChanged);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        showFault({});
        showSuggestions(!text.trimmed().isEmpty());
    });
}

void FilterField::setHint(const QString &hint)
{
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(hint);
}

void FilterField::addTrailing(QWidget *widget)
{
    layout()->addWidget(widget);
    layout()->setAlignment(widget, Qt::AlignTop);
}

bool FilterField::isEmpty() const
{
    return m_terms.isEmpty() && m_edit->text().trimmed().isEmpty();
}

void FilterField::setTerms(const QStringList &terms)
{
    QStringList kept;
    for (const QString &term : terms)
        if (kept.size() < mostTerms && !kept.contains(term) && parseAlertFilter({term}))
            kept << term;
    if (kept == m_terms)
        return;
    m_terms = kept;
    rebuild();
}

void FilterField::addTerm(const QString &term)
{
    setTerms(m_terms + QStringList(term));
}

void FilterField::clear()
{
    m_edit->clear();
    showFault({});
    setTerms({});
}

AlertFilter FilterField::filter() const
{
    AlertFilter filter = m_chipFilter;
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty() || isStructuredTerm(typed) || isBeginningOfName(typed))
        return filter;
    if (const auto words = parseAlertFilter({typed}))
        filter.add(*words);
    return filter;
}

/// "serv" becomes service="payment" more often than it is looked for, and no alert may have that word.
bool FilterField::isBeginningOfName(const QString &typed) const
{
    const QString word = typed.startsWith(u'-') ? typed.mid(1) : typed;
    if (word.startsWith(u'@'))
        return true;
    const auto &names = m_completion.labelNames();
    return std::any_of(names.begin(), names.end(), [&word](const auto &name) { return name.first.startsWith(word); });
}

bool FilterField::isCompleting() const
{
    return m_popup->isVisible();
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)) || QWidget::eventFilter(watched, event);
    // The window has keys of its own for some of these; while the line has the keyboard they are the line's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_S && key->modifiers() == Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    if (event->type() == QEvent::FocusOut)
        m_popup->hide();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

bool FilterField::handleKey(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool empty = m_edit->text().isEmpty();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isCompleting() && m_popup->chosen() >= 0)
            takeSuggestion();
        else
            add();
        return true;
    case Qt::Key_Tab:
        if (!isCompleting())
            return false;
        m_popup->choose(std::max(m_popup->chosen(), 0));
        takeSuggestion();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isCompleting())
            showSuggestions(true);
        else
            m_popup->step(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Space:
        if (control)
            showSuggestions(true);
        return control;
    case Qt::Key_Escape:
        if (isCompleting())
            m_popup->hide();
        else if (!empty) {
            m_edit->clear();
            showFault({});
        } else
            Q_EMIT left();
        return true;
    case Qt::Key_S:
        if (control)
            Q_EMIT saveRequested();
        return control;
    case Qt::Key_Backspace:
        if (empty && !m_terms.isEmpty())
            editTerm(int(m_terms.size()) - 1);
        return empty;
    case Qt::Key_Left:
        if (m_edit->cursorPosition() > 0 || m_chips.empty())
            return false;
        focusChip(int(m_chips.size()) - 1);
        return true;
    default:
        return false;
    }
}

void FilterField::add()
{
    const QString text = m_edit->text().trimmed();
    m_popup->hide();
    if (text.isEmpty() || m_terms.size() >= mostTerms)
        return;
    const auto parsed = parseAlertFilter({text});
    showFault(parsed ? QString() : parsed.error().detail);
    if (!parsed)
        return;
    {
        const QSignalBlocker quiet(m_edit); // the term that was typed and the chip are the same filter
        m_edit->clear();
    }
    if (m_terms.contains(text))
        Q_EMIT filterChanged();
    else
        addTerm(text);
}

void FilterField::changeTerm(int at, const QString &term)
{
    if (at < 0 || at >= m_terms.size())
        return;
    QStringList terms = m_terms;
    terms[at] = term;
    setTerms(terms);
}

void FilterField::removeTerm(int at)
{
    if (at < 0 || at >= m_terms.size())
        return;
    QStringList terms = m_terms;
    terms.removeAt(at);
    setTerms(terms);
    m_edit->setFocus();
}

void FilterField::editTerm(int at)
{
    if (at < 0 || at >= m_terms.size())
        return;
    const QString term = m_terms.at(at);
    removeTerm(at);
    m_edit->setText(term);
    m_edit->setFocus();
}

void FilterField::showMenu(int at)
{
    if (at < 0 || at >= m_terms.size())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString term = m_terms.at(at);
    menu->addAction(tr("Edit"), this, [this, at] { editTerm(at); });
    menu->addAction(tr("Turn round: %1").arg(Format::safeText(negatedTerm(term), 60)), this, [this, at, term] { changeTerm(at, negatedTerm(term)); });
    menu->addAction(tr("Only this one"), this, [this, term] { setTerms({term}); });
    menu->addAction(tr("Remove"), this, [this, at] { removeTerm(at); });
    menu->popup(m_chips[size_t(at)]->mapToGlobal(QPoint(0, m_chips[size_t(at)]->height())));
}

void FilterField::focusChip(int at)
{
    if (at >= 0 && size_t(at) < m_chips.size())
        m_chips[size_t(at)]->setFocus();
    else if (at >= 0)
        m_edit->setFocus();
}

void FilterField::rebuild()
{
    for (FilterChip *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->setObjectName({});
        chip->deleteLater(); // it may be the sender of the click that removes it
    }
    m_chips.clear();
    for (int at = 0; at < m_terms.size(); ++at) {
        auto *chip = new FilterChip(m_terms.at(at), m_edit->parentWidget());
        connect(chip, &FilterChip::removeRequested, this, [this, at] { removeTerm(at); });
        connect(chip, &FilterChip::editRequested, this, [this, at] { editTerm(at); });
        connect(chip, &FilterChip::turnRequested, this, [this, at] { changeTerm(at, negatedTerm(m_terms.value(at))); });
        connect(chip, &FilterChip::menuRequested, this, [this, at] { showMenu(at); });
        connect(chip, &FilterChip::stepRequested, this, [this, at](int by) { focusChip(at + by); });
        m_flow->insertWidget(at, chip);
        chip->show();
        m_chips.push_back(chip);
    }
    // Each term was read before it became a chip.
    m_chipFilter = *parseAlertFilter(m_terms);
    updateGeometry();
    Q_EMIT filterChanged();
}

QPoint FilterField::belowTheLine() const
{
    return m_edit->mapToGlobal(QPoint(0, m_edit->height() + 4));
}

void FilterField::showSuggestions(bool wanted)
{
    m_suggestions = wanted ? m_completion.suggestions(m_edit->text()) : std::vector<FilterSuggestion>();
    if (m_suggestions.empty() || !m_edit->hasFocus()) {
        m_popup->hide();
        return;
    }
    std::vector<SuggestionPopup::Entry> entries;
    for (const FilterSuggestion &suggestion : m_suggestions)
        entries.push_back({Format::safeText(suggestion.term, 80) + (suggestion.detail.isEmpty() ? QString() : QStringLiteral("   ") + suggestion.detail)});
    m_popup->offer(entries, -1, belowTheLine());
}

/// A whole term becomes a chip; the beginning of one stands in the line, and what may follow is offered.
void FilterField::takeSuggestion()
{
    const int row = m_popup->chosen();
    if (row < 0 || size_t(row) >= m_suggestions.size())
        return;
    const FilterSuggestion suggestion = m_suggestions[size_t(row)];
    m_edit->setText(suggestion.term);
    if (suggestion.complete)
        add();
    else
        showSuggestions(true);
}

void FilterField::showFault(const QString &fault)
{
    m_fault = fault;
    m_edit->setToolTip(toolTipText(fault));
    m_edit->setAccessibleDescription(fault);
    if (!fault.isEmpty()) {
        m_suggestions.clear();
        if (m_edit->hasFocus())
            m_popup->say(fault, belowTheLine());
        else
            m_popup->hide();
    }
    update();
}

void FilterField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setPen(QPen(!m_fault.isEmpty() ? theme.critical : m_edit->hasFocus() ? theme.accent : theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius - 1, Size::radius - 1);
    paintIcon(painter, QRectF(11, (Size::control - 16) / 2.0, 16, 16), QStringLiteral("filter"), theme.text2);
}

} // namespace Watchfloor
