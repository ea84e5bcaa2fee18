#pragma once

#include "models/promql/completion.h"

#include <QPlainTextEdit>

#include <memory>

namespace Watchfloor {

class SuggestionPopup;

/// An editor for one PromQL expression: coloured, completed from what a source knows, with the place of a fault underlined. Enter runs, Shift+Enter
/// begins a line, Tab takes what is offered.
class PromEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PromEdit(QWidget *parent = nullptr);
    ~PromEdit() override;

    QString expression() const { return toPlainText().trimmed(); }
    void setExpression(const QString &expression);
    void setVocabulary(PromVocabulary vocabulary);
    const PromVocabulary &vocabulary() const { return m_vocabulary; }
    /// What is wrong with the text as it stands; empty: nothing, or nothing to say yet.
    QString fault() const { return m_fault; }
    /// Opens the list of what may stand here; without anything to offer it stays closed.
    void complete();
    bool isCompleting() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Enter: run it.
    void submitted();
    void faultChanged(const QString &fault);
    /// The completion would offer more if it knew these.
    void labelValuesWanted(const QString &label);
    void labelsWanted(const QString &metric);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Tab takes what is offered; where nothing is, it goes on to the next field.
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Colours;
    void handleChange();
    void showSuggestions();
    void takeSuggestion();
    void closeSuggestions();
    void judge();

    PromVocabulary m_vocabulary;
    PromCompletion m_completion;
    QString m_fault;
    Colours *m_colours;
    SuggestionPopup *m_popup;
    bool m_typing = false;
};

} // namespace Watchfloor
