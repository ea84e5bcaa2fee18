#pragma once

#include "models/core/matcher.h"
#include "models/silences/clustersilence.h"
#include "widgets/controls/page.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace Watchfloor {

class ActionButton;
class ChipField;
class MutedPanel;
class SilenceTimes;
class TextLabel;

/// Makes a silence or changes one: what it matches, how long, why, where, and what it mutes now and could. It stays open with
/// what was typed until the silence stands, and then says on which members it does.
class SilenceDialog final : public QDialog
{
    Q_OBJECT

public:
    SilenceDialog(const PageContext &context, const Matchers &matchers, QWidget *parent = nullptr);

    /// Changes one that stands, or makes one like it where it is over.
    void edit(const ClusterSilence &row);
    void tick();

private:
    QWidget *buildForm();
    QWidget *buildButtons();
    void addField(class QVBoxLayout *column, const QString &label, QWidget *field);
    void fillClusters();
    Matchers matchers() const;
    Silence silence() const;
    QString cluster() const;
    /// Empty: it may be posted.
    QString hindrance() const;
    void readMatchers();
    void checkForm();
    void judgeForm();
    void showNote();
    void post();
    void handlePosted(const Result<QString> &id);
    void showStanding();
    void showResult(const QString &sentence, Tone tone);

    PageContext m_context;
    ChipField *m_matchers = nullptr;
    TextLabel *m_grammar = nullptr;
    SilenceTimes *m_times = nullptr;
    QLineEdit *m_comment = nullptr;
    QComboBox *m_cluster = nullptr;
    TextLabel *m_note = nullptr;
    TextLabel *m_result = nullptr;
    MutedPanel *m_muted = nullptr;
    ActionButton *m_post = nullptr;
    ActionButton *m_close = nullptr;
    std::optional<Silence> m_edited;
    bool m_posting = false;
    bool m_refused = false;   ///< what the server said stays until something is changed
    QString m_posted;         ///< id of what was posted; empty: nothing yet
    Instant m_postedAt{};
};

} // namespace Watchfloor
