#pragma once

#include "models/silences/clustersilence.h"
#include "widgets/controls/page.h"
#include "widgets/theme/theme.h"

namespace Watchfloor {

class ActionButton;
class SilenceDialog;
class TextLabel;

/// What can be done with the chosen silences, as a row of buttons with what became of it.
class SilenceActions final : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceActions(const PageContext &context, QWidget *parent = nullptr);

    void setChosen(std::vector<ClusterSilence> chosen, int alerts);
    /// Opens the dialog; empty matchers make a silence from nothing.
    void openNew();
    void edit();
    /// Asks at first, and does it when asked again.
    void end();
    /// 0: as text, 1: as JSON, 2: as amtool's commands.
    void copy(int form);
    /// Moves the ends by so much, from now where one is over.
    void extend(const std::vector<ClusterSilence> &rows, std::chrono::milliseconds time);
    void tick();

private:
    void addButtons(class QHBoxLayout *row);
    ActionButton *add(QHBoxLayout *row, const QString &text, const QString &objectName, const QString &icon, std::function<void()> act);
    void open(const ClusterSilence *row);
    void extendUntilTomorrow();
    void post(const std::vector<std::pair<ClusterSilence, WallTime>> &ends);
    void showButtons();
    void begin(int count, const QString &done);
    void take(const Result<QString> &result);
    void tell(const QString &sentence, Tone tone);

    PageContext m_context;
    std::vector<ClusterSilence> m_chosen;
    int m_alerts = 0;
    QPointer<SilenceDialog> m_dialog;
    ActionButton *m_edit = nullptr;
    std::vector<ActionButton *> m_extend;
    ActionButton *m_end = nullptr;
    ActionButton *m_copy = nullptr;
    TextLabel *m_result;
    QStringList m_armed;   ///< ids whose end was asked for once
    int m_open = 0;        ///< answers that are still to come
    int m_done = 0;
    int m_asked = 0;
    QString m_doneText;
    std::optional<Error> m_error;
};

} // namespace Watchfloor
