#pragma once

#include "models/panels/dashboardfile.h"
#include "widgets/panels/panelbody.h"

#include <QObject>

namespace Watchfloor {

/// Opens what edits dashboards, by the paths that panels ask for: "edit/panel/DASHBOARD/INDEX", "edit/duplicate/…", "edit/remove/…", "edit/copy/…" and
/// "edit/new/DASHBOARD". Remembers the last change of a file so that it can be taken back.
class PanelEdit final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    PanelEdit(const PanelScene &scene, QWidget *window);

    /// False when the path names nothing that can be edited. `view` is what the dashboard shows now: range and variables.
    bool open(const QString &path, const PanelView &view);
    /// What the last change was, for a command "Undo: …"; empty: none that can be taken back.
    QString undoText() const { return m_last && m_last->canUndo() ? m_lastText : QString(); }
    void undo();

Q_SIGNALS:
    /// A sentence for the status line.
    void told(const QString &sentence);

private:
    struct Target
    {
        const Dashboard *dashboard = nullptr;
        std::optional<size_t> panel;
    };
    Target targetOf(const QString &path) const;
    bool edit(const Dashboard &dashboard, std::optional<size_t> index, Watchfloor::Panel panel, const PanelView &view);
    bool askRemoval(const Dashboard &dashboard, size_t index);
    bool askCopy(const Dashboard &dashboard, const Watchfloor::Panel &panel, const PanelView &view);
    void refuse(const QString &title, const QString &sentence);

    PanelScene m_scene;
    QWidget *m_window;
    std::optional<DashboardFile> m_last;
    QString m_lastText;
};

/// Such a path.
QString editPath(const QString &what, const QString &dashboard, std::optional<size_t> panel = {});

} // namespace Watchfloor
