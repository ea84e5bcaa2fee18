#include "widgets/shell/topbar.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/shell/searchbutton.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>

#include <array>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {
constexpr int barHeight = 52;
constexpr int productionLine = 3;
constexpr std::array<std::chrono::milliseconds, 9> ranges{5min, 15min, 30min, 1h, 3h, 6h, 24h, 168h, 720h};
constexpr std::array<std::chrono::milliseconds, 5> refreshIntervals{5s, 15s, 30s, 60s, 300s};
}

QString rangeText(std::chrono::milliseconds range)
{
    return TopBar::tr("Last %1").arg(Format::span(range));
}

TopBar::TopBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new ElidedLabel({}, Tone::Primary, TextSize::Heading, QFont::DemiBold))
    , m_environment(new Pill({}, Tone::Critical, Pill::Look::Outlined))
    , m_lock(new Pill({}, Tone::Warning, Pill::Look::Tinted))
    , m_held(new Pill({}, Tone::Accent, Pill::Look::Tinted))
    , m_faults(new Pill({}, Tone::Warning, Pill::Look::Tinted))
    , m_search(new SearchButton(tr("Search, or type > to run…"), QStringLiteral("Ctrl+K")))
    , m_range(new ActionButton({}))
    , m_refresh(new ActionButton({}))
    , m_bell(new IconButton(QStringLiteral("bell"), tr("Notifications…")))
    , m_theme(new IconButton(QStringLiteral("sun"), tr("Light or dark")))
    , m_wall(new IconButton(QStringLiteral("wall"), tr("Wall (F11)")))
{
    setFixedHeight(barHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, productionLine);
    row->setSpacing(12);
    m_title->setMaximumWidth(320);
    for (Pill *pill : {m_lock, m_held, m_faults})
        pill->setLarge(true);
    m_lock->setClickable(true);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_held->setIconName(QStringLiteral("shield"));
    m_held->setClickable(true);
    m_faults->setIconName(QStringLiteral("info"));
    m_faults->setClickable(true);
    m_search->setObjectName(QStringLiteral("search"));
    m_range->setIconName(QStringLiteral("clock"));
    m_range->setMenuArrow(true);
    m_refresh->setIconName(QStringLiteral("refresh"));
    m_refresh->setMenuArrow(true);
    row->addWidget(m_title);
    for (QWidget *widget : {static_cast<QWidget *>(m_environment), static_cast<QWidget *>(m_lock), static_cast<QWidget *>(m_held), static_cast<QWidget *>(m_faults)})
        row->addWidget(widget);
    m_bell->setObjectName(QStringLiteral("bell"));
    m_bell->hide();
    row->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_range), static_cast<QWidget *>(m_refresh), static_cast<QWidget *>(m_bell), static_cast<QWidget *>(m_theme), static_cast<QWidget *>(m_wall)})
        row->addWidget(widget);
    connect(m_lock, &Pill::clicked, this, &TopBar::showLockMenu);
    connect(m_held, &Pill::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("runbooks")); });
    connect(m_faults, &Pill::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("sources")); });
    connect(m_search, &SearchButton::clicked, this, &TopBar::paletteRequested);
    connect(m_range, &ActionButton::clicked, this, &TopBar::showRangeMenu);
    connect(m_refresh, &ActionButton::clicked, this, &TopBar::showRefreshMenu);
    connect(m_bell, &IconButton::clicked, this, &TopBar::notificationsRequested);
    connect(m_theme, &IconButton::clicked, this, &TopBar::themeToggleRequested);
    connect(m_wall, &IconButton::clicked, this, &TopBar::wallRequested);
    connect(&session, &Commands::lockChanged, this, &TopBar::refresh);
    connect(&session.stores().runs, &RunStore::runChanged, this, &TopBar::refresh);
    setRefresh(0ms);
    setTimeRange(1h);
    refresh();
}

void TopBar::refresh()
{
    const Workspace &workspace = m_session.stores().workspace();
    m_title->setText(Format::safeText(workspace.name));
    m_environment->setVisible(!workspace.environment.isEmpty());
    m_environment->setText(Format::safeText(workspace.environment, 24).toUpper());
    m_environment->setTone(workspace.isProduction() ? Tone::Critical : Tone::Accent);
    m_lock->setVisible(workspace.isProduction());
    if (const auto rest = m_session.unlockedFor()) {
        m_lock->setIconName(QStringLiteral("unlock"));
        m_lock->setText(tr("Actions unlocked"));
        m_lock->setDetail(Format::countdown(*rest));
    } else {
        m_lock->setIconName(QStringLiteral("lock"));
        m_lock->setText(tr("Actions locked"));
        m_lock->setDetail({});
    }
    const Run *live = nullptr;
    for (const Run &run : m_session.stores().runs.runs())
        if (!live && !isOver(run.state))
            live = &run;
    m_held->setVisible(live);
    if (live) {
        m_held->setText(Format::safeText(live->target, 32));
        m_held->setDetail(tr("held by %1 since %2").arg(Format::safeText(live->actor, 32), Format::clockTime(live->startedAt)));
    }
    m_faults->setVisible(!m_session.reloadFaults().empty());
    m_faults->setText(tr("Workspace file is faulty"));
    if (!m_session.reloadFaults().empty())
        m_faults->setToolTip(toolTipText(m_session.reloadFaults().front().toString()));
    update();
}

void TopBar::setTimeRange(std::chrono::milliseconds range)
{
    m_range->setText(rangeText(range));
}

void TopBar::setThemeMode(ThemeMode mode)
{
    m_theme->setIconName(mode == ThemeMode::Dark ? QStringLiteral("sun") : QStringLiteral("moon"));
}

void TopBar::setHush(const QString &hush)
{
    m_bell->show();
    m_bell->setIconName(hush.isEmpty() ? QStringLiteral("bell") : QStringLiteral("bell-off"));
    m_bell->setTone(hush.isEmpty() ? Tone::Secondary : Tone::Warning);
    const QString text = hush.isEmpty() ? tr("Notifications…") : hush;
    m_bell->setToolTip(toolTipText(text));
    m_bell->setAccessibleName(text);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.surface);
    const bool production = m_session.stores().workspace().isProduction();
    const int thickness = production ? productionLine : 1;
    painter.fillRect(QRect(0, height() - thickness, width(), thickness), production ? colours.critical : colours.line);
}

void TopBar::resizeEvent(QResizeEvent *)
{
    constexpr int roomy = 1500;
    constexpr int narrow = 1100;
    m_search->setMinimumWidth(width() > roomy ? 480 : width() > narrow ? 300 : 0);
}

void TopBar::showLockMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session.unlockedFor())
        menu->addAction(tr("Lock now"), this, [this] { m_session.lock(); });
    for (const int minutes : {5, 15, 30, 60})
        menu->addAction(tr("Unlock for %n minute(s)", nullptr, minutes), this, [this, minutes] { m_session.unlock(std::chrono::minutes(minutes)); });
    menu->popup(m_lock->mapToGlobal(QPoint(0, m_lock->height() + 4)));
}

void TopBar::showRangeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto range : ranges)
        menu->addAction(rangeText(range), this, [this, range] { Q_EMIT timeRangeRequested(range); });
    menu->popup(m_range->mapToGlobal(QPoint(0, m_range->height() + 4)));
}

void TopBar::showRefreshMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Refresh now (F5)"), this, [this] { m_session.refreshNow(); });
    menu->addSeparator();
    menu->addAction(tr("As each source says"), this, [this] { setRefresh(0ms); });
    for (const auto interval : refreshIntervals)
        menu->addAction(tr("Every %1").arg(Format::span(interval)), this, [this, interval] { setRefresh(interval); });
    menu->popup(m_refresh->mapToGlobal(QPoint(0, m_refresh->height() + 4)));
}

void TopBar::setRefresh(std::chrono::milliseconds interval)
{
    m_refreshInterval = interval;
    m_session.setRefreshInterval(interval);
    m_refresh->setText(interval.count() == 0 ? tr("auto") : Format::shortSpan(interval));
}

} // namespace Watchfloor
