#pragma once

#include "models/alerts/filtercompletion.h"

#include <QWidget>

class QLineEdit;

namespace Watchfloor {

class FilterChip;
class SuggestionPopup;
class FlowLayout;

/// Terms of a filter as chips and a line to type the next one, completed from the alerts that are there. Enter adds, Tab takes what is
/// offered, Backspace in the empty line edits the last, Escape clears the line and then leaves. Words filter while they are typed.
class FilterField final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(FilterCompletion &completion, QWidget *parent = nullptr);

    const QStringList &terms() const { return m_terms; }
    void setTerms(const QStringList &terms);
    void addTerm(const QString &term);
    void clear();
    /// The chips and, while it is words, what is being typed.
    AlertFilter filter() const;
    bool isEmpty() const;
    QLineEdit *edit() { return m_edit; }
    void setHint(const QString &hint);
    /// What is wrong with the line, once it was to be added.
    QString fault() const { return m_fault; }
    bool isCompleting() const;
    /// A control at the right end, inside the frame.
    void addTrailing(QWidget *widget);

Q_SIGNALS:
    void filterChanged();
    void saveRequested();
    void left();
    /// Somebody is about to look for words.
    void entered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool handleKey(class QKeyEvent *event);
    bool isBeginningOfName(const QString &typed) const;
    void add();
    void changeTerm(int at, const QString &term);
    void removeTerm(int at);
    void editTerm(int at);
    void showMenu(int at);
    void focusChip(int at);
    void rebuild();
    void showSuggestions(bool wanted);
    void takeSuggestion();
    void showFault(const QString &fault);
    QPoint belowTheLine() const; ///< on the screen

    FilterCompletion &m_completion;
    QStringList m_terms;
    AlertFilter m_chipFilter;
    QLineEdit *m_edit;
    FlowLayout *m_flow;
    std::vector<FilterChip *> m_chips;
    SuggestionPopup *m_popup;
    std::vector<FilterSuggestion> m_suggestions;
    QString m_fault;
};

} // namespace Watchfloor
