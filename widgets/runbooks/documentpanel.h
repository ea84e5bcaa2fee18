#pragma once

#include "widgets/controls/page.h"
#include "widgets/runbooks/runwords.h"

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace Watchfloor {

class ElidedLabel;
class MarkdownView;
class ParameterField;
class Pill;
class StepCard;
class TextLabel;

/// The middle: a runbook as it reads, its parameters as fields, its steps as cards, and its earlier runs.
class DocumentPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPanel(const PageContext &context, QWidget *parent = nullptr);

    void setRunbook(const Runbook &runbook);
    /// The run that the cards tell of; null: none.
    void setRun(const Run *run);
    void showEarlierRuns();
    void tick();
    bool isSettled() const;

    std::map<QString, QString> parameters() const;
    /// The first field that does not fit, or null.
    ParameterField *faultyField() const;

Q_SIGNALS:
    void parametersChanged();
    void runbookRequested(const QString &name);
    void runChosen(const QString &runId);

private:
    void buildHead(QVBoxLayout *column);
    void buildParameters(const Runbook &runbook);
    void showResolved();
    void showLive();
    void follow(const QString &target);

    PageContext m_context;
    Runbook m_runbook;
    TextLabel *m_title = nullptr;
    ElidedLabel *m_facts = nullptr;
    ElidedLabel *m_file = nullptr;
    Pill *m_risk = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_parameterBox = nullptr;
    QVBoxLayout *m_parameterColumn = nullptr;
    MarkdownView *m_view = nullptr;
    TextLabel *m_earlierCaption = nullptr;
    QWidget *m_earlier = nullptr;
    QHBoxLayout *m_earlierRow = nullptr;
    std::vector<ParameterField *> m_fields;
    std::vector<StepCard *> m_cards;
    std::map<const StepCard *, QueryInterest> m_interests;
    std::map<QString, std::map<QString, QString>> m_entered; ///< by runbook: what was typed stays while the page lives
};

} // namespace Watchfloor
