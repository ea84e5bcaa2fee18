#include "widgets/panels/listbodies.h"

#include "models/core/format.h"
#include "models/core/matcher.h"
#include "widgets/controls/emptystate.h"
#include "widgets/panels/fieldlook.h"
#include "widgets/panels/pathlist.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {

QVBoxLayout *columnOf(PanelBody *body)
{
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

/// Whether the panel wants alerts in this state. What was taken on and what cannot be seen any more counts as firing.
bool isWanted(AlertState state, const QStringList &states)
{
    const bool firing = state == AlertState::Firing || state == AlertState::Acknowledged || state == AlertState::Unseen;
    if (states.isEmpty())
        return firing || state == AlertState::Pending;
    return states.contains(alertStateName(state)) || (firing && states.contains(QStringLiteral("firing")));
}

PathList::Row rowOf(const Alert &alert, WallTime now)
{
    PathList::Row row;
    row.glyph = alert.state == AlertState::Unseen ? State::Blind : stateOf(alert.severity);
    row.glyphStyle = alert.state == AlertState::Acknowledged ? GlyphStyle::Checked : alert.state == AlertState::Pending ? GlyphStyle::Outline : GlyphStyle::Filled;
    row.title = Format::safeText(alert.name(), 80);
    const QString service = Format::safeText(alert.service(), 40);
    const QString summary = Format::safeText(alert.summary(), 200);
    row.detail = service.isEmpty() || summary.isEmpty() ? service + summary : service + QStringLiteral(" · ") + summary;
    row.right = Format::shortSpan(std::max(now - alert.firingSince.value_or(alert.startsAt), std::chrono::milliseconds(0)));
    row.path = QStringLiteral("alerts/") + alert.fingerprint;
    return row;
}

PathList::Row rowOf(const Dashboard &dashboard)
{
    PathList::Row row;
    row.title = Format::safeText(dashboard.title, 120);
    row.detail = Format::safeText(dashboard.tags.join(QStringLiteral(", ")), 80);
    row.path = QStringLiteral("dashboards/") + dashboard.name;
    return row;
}

/// By the labels of one telling: clusters may call one alert by several sets.
bool isMatched(const Alert &alert, const Matchers &matchers)
{
    return alert.anyTold([&](const Labels &external) {
        return std::all_of(matchers.begin(), matchers.end(), [&](const Matcher &matcher) {
            const QString own = alert.labels.value(matcher.name());
            return matcher.matchesValue(own.isEmpty() ? external.value(matcher.name()) : own);
        });
    });
}

QString groupOf(const Alert &alert, const QStringList &labels)
{
    QStringList parts;
    for (const QString &label : labels)
        parts << QStringLiteral("%1=%2").arg(label, alert.allLabels().value(label));
    return Format::safeText(parts.join(QStringLiteral(", ")), 120);
}

} // namespace

AlertListBody::AlertListBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_list(new PathList)
    , m_empty(new EmptyState)
{
    auto *column = columnOf(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(m_list, &PathList::activated, this, &PanelBody::openRequested);
    connect(&scene.stores.alerts, &AlertStore::changed, this, [this] { showContent(); });
    showContent();
}

void AlertListBody::showContent()
{
    const AlertListOptions &options = panel().options.alertList;
    const QString filter = filledTitle(options.filter, content().variables);
    const auto matchers = parseMatchers(filter);
    const QString words = filledTitle(options.nameContains, content().variables);
    std::vector<const Alert *> wanted;
    for (const Alert &alert : scene().stores.alerts.alerts()) {
        const bool named = words.isEmpty() || alert.name().contains(words, Qt::CaseInsensitive);
        if (isWanted(alert.state, options.states) && named && (filter.isEmpty() || (matchers && isMatched(alert, *matchers))))
            wanted.push_back(&alert);
    }
    const size_t limit = options.limit > 0 ? size_t(options.limit) : wanted.size();
    m_shown = {std::min(limit, wanted.size()), wanted.size()};
    wanted.resize(m_shown.first);
    if (!options.groupBy.isEmpty())
        std::stable_sort(wanted.begin(), wanted.end(), [&options](const Alert *a, const Alert *b) { return groupOf(*a, options.groupBy) < groupOf(*b, options.groupBy); });
    std::vector<PathList::Row> rows;
    QString group;
    for (const Alert *alert : wanted) {
        if (const QString own = groupOf(*alert, options.groupBy); own != group) {
            group = own;
            PathList::Row head;
            head.title = group;
            rows.push_back(head);
        }
        rows.push_back(rowOf(*alert, scene().clock.wall()));
    }
    m_list->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    if (!filter.isEmpty() && !matchers)
        m_empty->setError(tr("This filter cannot be read"), matchers.error());
    else if (!options.filter.isEmpty() || !options.nameContains.isEmpty())
        m_empty->setMessage(QStringLiteral("alerts"), tr("No alert matches"), Format::safeText(filter + u' ' + words, 200).trimmed());
    else
        m_empty->setMessage(QStringLiteral("alerts"), tr("No alert now"), tr("What the sources of alerts can be seen to say is on the Sources page."));
    m_list->setRows(std::move(rows));
}

DashboardListBody::DashboardListBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_list(new PathList)
    , m_empty(new EmptyState)
{
    auto *column = columnOf(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    m_empty->setMessage(QStringLiteral("dashboards"), tr("No dashboard matches"));
    connect(m_list, &PathList::activated, this, &PanelBody::openRequested);
    showContent();
}

void DashboardListBody::showContent()
{
    const DashboardListOptions &options = panel().options.dashboardList;
    const auto &dashboards = scene().stores.workspace().dashboards;
    const size_t limit = options.limit > 0 ? size_t(options.limit) : dashboards.size();
    const QString words = filledTitle(options.query, content().variables);
    std::vector<PathList::Row> lately;
    for (const QString &name : options.recent && scene().recent ? *scene().recent : QStringList())
        for (const Dashboard &dashboard : dashboards)
            if (dashboard.name == name && lately.size() < limit)
                lately.push_back(rowOf(dashboard));
    std::vector<PathList::Row> found;
    for (const Dashboard &dashboard : dashboards) {
        const bool tagged = std::all_of(options.tags.begin(), options.tags.end(), [&dashboard](const QString &tag) { return dashboard.tags.contains(tag); });
        const bool wanted = options.search || options.starred || !options.recent;
        if (wanted && tagged && found.size() < limit && dashboard.title.contains(words, Qt::CaseInsensitive))
            found.push_back(rowOf(dashboard));
    }
    // Headings tell the two apart where there are both.
    std::vector<PathList::Row> rows;
    const auto add = [&rows, both = !lately.empty() && !found.empty()](const QString &heading, std::vector<PathList::Row> more) {
        if (both) {
            PathList::Row head;
            head.title = heading;
            rows.push_back(head);
        }
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    };
    add(tr("Opened lately"), std::move(lately));
    add(tr("Dashboards"), std::move(found));
    m_list->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    m_list->setRows(std::move(rows));
}

} // namespace Watchfloor
