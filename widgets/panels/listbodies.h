#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class EmptyState;
class PathList;

/// The alerts of all sources that the panel's filter lets through; a click opens one.
class AlertListBody final : public PanelBody
{
    Q_OBJECT

public:
    AlertListBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    bool isEmpty() const override { return false; }
    bool isFlush() const override { return true; }
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;

private:
    PathList *m_list;
    EmptyState *m_empty;
    std::pair<size_t, size_t> m_shown;
};

/// Dashboards of the workspace by words and tags; a click opens one.
class DashboardListBody final : public PanelBody
{
    Q_OBJECT

public:
    DashboardListBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    bool isEmpty() const override { return false; }
    bool isFlush() const override { return true; }

protected:
    void showContent() override;

private:
    PathList *m_list;
    EmptyState *m_empty;
};

} // namespace Watchfloor
