#pragma once

#include "widgets/controls/page.h"
#include "widgets/runbooks/runwords.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class TextLabel;

/// The last question before something runs: the very arguments, where, who, within what limits, what holds now, what it touches.
/// A destructive one wants the target's name typed; gates that do not hold want a reason and a tick.
class ConfirmRunDialog final : public QDialog
{
    Q_OBJECT

public:
    ConfirmRunDialog(const PageContext &context, const Runbook &runbook, const std::map<QString, QString> &parameters, QWidget *parent = nullptr);

    /// Some gate was asked and does not hold.
    bool gatesFail() const;
    /// Why Run cannot be pressed; empty: it can.
    QString obstacle() const;
    void tick();

Q_SIGNALS:
    void runStarted(const QString &runId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Gate
    {
        RunbookStep step;
        std::optional<WatchedCondition> condition;
        StepState state = StepState::Waiting;
        QString message;
        std::optional<WallTime> at;
    };
    QWidget *buildHead();
    QWidget *buildCommands();
    QWidget *buildChecks();
    QWidget *buildFoot();
    void askGates();
    void judgeGate(size_t index, const Result<QueryAnswer> &answer);
    void takeDryRun(const QString &id);
    void showChecks();
    void addCheck(const QString &icon, Tone tone, const QString &name, const QString &message, const QString &time);
    void showButtons();
    void showFacts();
    void dryRun();
    void confirm();

    PageContext m_context;
    Runbook m_runbook;
    std::map<QString, QString> m_parameters;
    std::vector<Gate> m_gates;
    QString m_dryRunId;
    class KeyValueList *m_facts = nullptr;
    QGridLayout *m_checks = nullptr;
    int m_checkRows = 0;
    QWidget *m_checkBox = nullptr;
    TextLabel *m_checkSummary = nullptr;
    TextLabel *m_reasonLabel = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_typed = nullptr;
    QCheckBox *m_override = nullptr;
    TextLabel *m_hint = nullptr;
    ActionButton *m_unlock = nullptr;
    ActionButton *m_dry = nullptr;
    ActionButton *m_confirm = nullptr;
};

} // namespace Watchfloor
