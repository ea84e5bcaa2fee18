#pragma once

#include <QDialog>

#include <functional>

namespace Watchfloor {

class ActionButton;
class TextLabel;

/// A question with one way on: "Remove this panel?". What was done can be taken back from the same dialog.
class PanelQuestion final : public QDialog
{
    Q_OBJECT

public:
    /// Does it and returns the sentence that says so, or why not.
    struct Outcome
    {
        bool done = false;
        QString sentence;
    };
    using Act = std::function<Outcome()>;

    PanelQuestion(const QString &title, const QString &sentence, const QString &button, Act act, Act undo, QWidget *parent = nullptr);

private:
    void tell(const Outcome &outcome, bool canUndo);

    TextLabel *m_sentence;
    ActionButton *m_act;
    ActionButton *m_undo;
    ActionButton *m_close;
};

} // namespace Watchfloor
