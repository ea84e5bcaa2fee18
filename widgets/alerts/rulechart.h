#pragma once

#include "models/alerts/ruleselector.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class ActionButton;
class TextLabel;
class TimeChart;

/// The rule of an alert as its Prometheus runs it: the expression, and what it watches since before the alert began,
/// with its limit and the spans in which it was pending and fired.
class RuleChart final : public QWidget
{
    Q_OBJECT

public:
    RuleChart(const PageContext &context, QWidget *parent = nullptr);

    void setAlert(const Alert &alert);
    /// Nothing is asked any more.
    void clear();
    void setExpressionShown(bool shown);
    bool isSettled() const;
    void setSynchronous(bool synchronous);
    /// "main, 2 s old": where it comes from.
    QString detail() const;
    /// The same alert again, with what is known now.
    void refresh();

private:
    std::chrono::milliseconds wantedLength() const;
    void ask(const QString &source, const AlertRule &rule);
    void showSeries();
    void showLimit();
    void showSpans(TimeRange range);

    PageContext m_context;
    Alert m_alert;
    std::optional<std::pair<QString, AlertRule>> m_rule;
    RuleSelector m_selector;
    Unit m_unit;
    QueryInterest m_interest;
    std::chrono::milliseconds m_length{};
    TextLabel *m_expression;
    TimeChart *m_chart;
    bool m_expressionShown = true;
};

} // namespace Watchfloor
