#include "widgets/panels/boardlinks.h"

#include "models/core/format.h"
#include "models/panels/interpolation.h"
#include "widgets/controls/linkquestion.h"

#include <QMenu>
#include <QUrl>
#include <QUrlQuery>

namespace Watchfloor {

namespace {

constexpr size_t linkLimit = 100;

/// Values in addresses are percent-encoded, so that none can make another address of it.
QString filledTarget(const QString &target, const VariableValues &variables)
{
    return filled(target, lookupIn(variables), QStringLiteral("percentencode"));
}

const Dashboard *dashboardOf(const QString &target, const std::vector<Dashboard> &dashboards)
{
    const QString path = target.section(u'?', 0, 0).section(u'#', 0, 0);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const qsizetype mark = std::max(parts.indexOf(QStringLiteral("d")), parts.indexOf(QStringLiteral("db")));
    const QString id = mark >= 0 ? parts.value(mark + 1) : parts.value(0) == u"dashboards" ? parts.value(1) : QString();
    const auto found = std::find_if(dashboards.begin(), dashboards.end(), [&id](const Dashboard &one) { return !id.isEmpty() && (one.uid == id || one.name == id); });
    return found == dashboards.end() ? nullptr : &*found;
}

} // namespace

std::optional<BoardLink> boardLink(const QString &title, const QString &target, const std::vector<Dashboard> &dashboards)
{
    const QUrl url(target, QUrl::TolerantMode);
    const bool outside = url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
    if (const Dashboard *inside = dashboardOf(outside ? url.path() : target, dashboards); inside && (outside || url.scheme().isEmpty()))
        return BoardLink{title.isEmpty() ? inside->title : title, QStringLiteral("dashboards/") + inside->name, {}};
    if (outside)
        return BoardLink{title.isEmpty() ? url.host() : title, {}, url};
    return std::nullopt;
}

std::vector<BoardLink> boardLinks(const Dashboard &dashboard, const VariableValues &variables, const std::vector<Dashboard> &dashboards)
{
    std::vector<BoardLink> links;
    for (const DashboardLink &link : dashboard.links) {
        if (link.tags.isEmpty()) {
            if (const auto found = boardLink(filledTitle(link.title, variables), filledTarget(link.url, variables), dashboards); found && links.size() < linkLimit)
                links.push_back(*found);
            continue;
        }
        for (const Dashboard &other : dashboards) {
            const bool tagged = std::all_of(link.tags.begin(), link.tags.end(), [&other](const QString &tag) { return other.tags.contains(tag); });
            if (tagged && other.name != dashboard.name && links.size() < linkLimit)
                links.push_back({other.title, QStringLiteral("dashboards/") + other.name, {}});
        }
    }
    return links;
}

std::vector<BoardLink> panelLinks(const Watchfloor::Panel &panel, const VariableValues &variables, const std::vector<Dashboard> &dashboards)
{
    std::vector<BoardLink> links;
    for (const auto *list : {&panel.links, &panel.field.links})
        for (const DataLink &link : *list) {
            // What stands for a value under the pointer has none here.
            const QString target = filledTarget(link.url, variables);
            if (const auto found = boardLink(filledTitle(link.title, variables), target, dashboards); found && !target.contains(QLatin1String("${__")) && links.size() < linkLimit)
                links.push_back(*found);
        }
    return links;
}

void addLinks(QMenu &menu, const std::vector<BoardLink> &links, QWidget *parent, std::function<void(const QString &)> open)
{
    for (const BoardLink &link : links) {
        const QString text = QString(Format::safeText(link.title, 80)).replace(u'&', QStringLiteral("&&"));
        if (!link.path.isEmpty())
            menu.addAction(text, parent, [open, path = link.path] { open(path); });
        else
            menu.addAction(text + QStringLiteral(" ↗"), parent, [parent, url = link.url] { askToOpen(url, parent); });
    }
}

} // namespace Watchfloor
