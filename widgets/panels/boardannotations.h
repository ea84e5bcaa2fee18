#pragma once

#include "models/panels/annotations.h"
#include "widgets/panels/panelcontent.h"

#include <QObject>

namespace Watchfloor {

/// What is marked over all charts of a board: kinds of our own marks, and the dashboard's own queries, each switched on and off.
class BoardAnnotations final : public QObject
{
    Q_OBJECT

public:
    explicit BoardAnnotations(const PanelScene &scene, QObject *parent = nullptr);
    void setDashboard(const Dashboard &dashboard);
    void setView(const PanelView &view);
    BoardMarks marks() const;
    bool isSettled() const;

    /// What can be switched, as name and text, and what is on.
    struct Switch
    {
        QString name;
        QString text;
        bool on = false;
    };
    std::vector<Switch> switches() const;
    void setOn(const QStringList &names);

Q_SIGNALS:
    void changed();

private:
    struct Asked
    {
        AnnotationQuery query;
        bool on = false;
        QueryInterest interest;
    };
    void ask();

    PanelScene m_scene;
    Dashboard m_dashboard; ///< without its panels
    PanelView m_view;
    std::vector<Asked> m_asked;
    std::set<Mark::Kind> m_kinds{Mark::Kind::Deploy, Mark::Kind::Incident, Mark::Kind::Run};
};

} // namespace Watchfloor
