#pragma once

#include "models/core/matcher.h"
#include "widgets/controls/page.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QListView;
class QStackedWidget;
class QStringListModel;

namespace Watchfloor {

class ActionButton;
class ChipField;
class SegmentedControl;
class SilenceList;
class TextLabel;

/// Makes a silence: what it matches, how long, why, where, and what it mutes now; beside it the silences that stand.
class SilenceDialog final : public QDialog
{
    Q_OBJECT

public:
    SilenceDialog(const PageContext &context, const Matchers &matchers, QWidget *parent = nullptr);

    void tick();
    void showSilences();

private:
    QWidget *buildForm();
    QWidget *buildPreview();
    void addField(class QVBoxLayout *column, const QString &label, QWidget *field);
    Matchers matchers() const;
    WallTime end() const;
    void chooseLength(int preset);
    void showPreview();
    void showEnd();
    void checkForm();
    void post();
    void showResult(const QString &sentence, Tone tone);

    PageContext m_context;
    SegmentedControl *m_views = nullptr;
    QStackedWidget *m_stack = nullptr;
    ChipField *m_matchers = nullptr;
    SegmentedControl *m_length = nullptr;
    QDateTimeEdit *m_end = nullptr;
    TextLabel *m_endText = nullptr;
    QLineEdit *m_comment = nullptr;
    QComboBox *m_source = nullptr;
    TextLabel *m_mutes = nullptr;
    TextLabel *m_mutesDetail = nullptr;
    QStringListModel *m_muted = nullptr;
    QListView *m_mutedList = nullptr;
    TextLabel *m_result = nullptr;
    ActionButton *m_post = nullptr;
    ActionButton *m_close = nullptr;
    SilenceList *m_list = nullptr;
    std::chrono::milliseconds m_chosen{}; ///< 0: the end time was set by hand
    bool m_posting = false;
};

} // namespace Watchfloor
