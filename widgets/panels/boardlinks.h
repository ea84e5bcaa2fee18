#pragma once

#include "widgets/panels/panelbody.h"

class QMenu;

namespace Watchfloor {

/// A link of a dashboard or panel, filled in: to a dashboard of the workspace ("dashboards/NAME"), or out into the browser.
struct BoardLink
{
    QString title;
    QString path; ///< inside; empty: outside
    QUrl url;
};

/// What a target as dashboards write it leads to: another dashboard by its "/d/UID" or name, or an address. Absent where it leads nowhere.
std::optional<BoardLink> boardLink(const QString &title, const QString &target, const std::vector<Dashboard> &dashboards);

/// The dashboard's own links, those by tags as one each.
std::vector<BoardLink> boardLinks(const Dashboard &dashboard, const VariableValues &variables, const std::vector<Dashboard> &dashboards);
/// The links of a panel and of its fields' configuration.
std::vector<BoardLink> panelLinks(const Watchfloor::Panel &panel, const VariableValues &variables, const std::vector<Dashboard> &dashboards);

/// Adds them to a menu: inside they go to `open`, outside they ask first.
void addLinks(QMenu &menu, const std::vector<BoardLink> &links, QWidget *parent, std::function<void(const QString &)> open);

} // namespace Watchfloor
