#pragma once

#include "models/panels/dashboardfile.h"
#include "widgets/panels/panelbody.h"
#include "widgets/theme/theme.h"

#include <QDialog>
#include <QTimer>

class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class PanelCard;
class PanelForm;
class QueryList;
class TextLabel;
class VocabularyFeed;

/// Edits one panel of a short-form dashboard, with the panel as it becomes beside the form, and writes it back into its file.
class PanelEditor final : public QDialog
{
    Q_OBJECT

public:
    /// `index` is the panel's place in the file; absent: a panel more, which begins as `panel`.
    PanelEditor(const PanelScene &scene, DashboardFile file, std::optional<size_t> index, const Watchfloor::Panel &panel, const PanelView &view,
                QWidget *parent = nullptr);
    ~PanelEditor() override;

    /// The panel as the form has it now.
    Watchfloor::Panel panel() const;
    const DashboardFile &file() const { return m_file; }
    PanelCard *preview() { return m_preview; }
    void setSynchronous(bool synchronous);
    /// Writes it; on failure says why and stays open.
    void save();
    void revert();

    void reject() override;

Q_SIGNALS:
    /// It stands in the file.
    void saved(const Watchfloor::DashboardFile &file, const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildLeft(const QStringList &sources);
    QLayout *buildButtons();
    void handleChange();
    void showPreview();
    void showPreviewView();
    void showResult(const QString &sentence, Tone tone);
    QString fault() const;
    bool isChanged() const;

    PanelScene m_scene;
    DashboardFile m_file;
    std::optional<size_t> m_index;
    Watchfloor::Panel m_original;
    PanelView m_view;
    VocabularyFeed *m_feed;
    PanelForm *m_form;
    QueryList *m_queries = nullptr;
    QWidget *m_queryArea = nullptr;
    QVBoxLayout *m_previewBox = nullptr;
    PanelCard *m_preview = nullptr;
    std::shared_ptr<const Dashboard> m_dashboard;
    Watchfloor::Panel m_shown;
    TextLabel *m_result = nullptr;
    ActionButton *m_save = nullptr;
    ActionButton *m_revert = nullptr;
    QTimer m_wait;
    bool m_filling = false;
    bool m_warned = false; ///< that what was typed would be lost
    bool m_synchronous = false;
};

} // namespace Watchfloor
