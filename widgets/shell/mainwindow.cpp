#include "widgets/shell/mainwindow.h"

#include "models/core/format.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/editor/paneledit.h"
#include "widgets/panels/dashboardspage.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/deskside.h"
#include "widgets/shell/keyshelp.h"
#include "widgets/shell/navigationrail.h"
#include "widgets/shell/statusline.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/truthbar.h"
#include "widgets/theme/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>

namespace Watchfloor {

using namespace std::chrono_literals;

class MainWindow::Private
{
public:
    Private(MainWindow &owner, Session &running, ThemeMode themeMode)
        : window(owner)
        , session(running)
        , mode(themeMode)
    {
    }

    static std::vector<NavigationRail::Entry> railEntries();
    void build();
    void addShortcuts();
    void addShortcut(const QKeySequence &keys, std::function<void()> act);
    Page *pageOf(const QString &name);
    bool edit(const QString &path);
    void go(const QString &path, bool remember);
    void back();
    void tick();
    void showPalette(const QString &text = {});
    std::vector<PaletteEntry> destinations();
    std::vector<PaletteEntry> commands();
    void showKeys();
    void setRange(std::chrono::milliseconds range);
    void toggleTheme();
    bool typing() const;
    void showTitle();

    MainWindow &window;
    Session &session;
    ThemeMode mode;
    NavigationRail *rail = nullptr;
    TopBar *topBar = nullptr;
    TruthBar *truthBar = nullptr;
    StatusLine *statusLine = nullptr;
    QStackedWidget *stack = nullptr;
    QVBoxLayout *column = nullptr;
    DeskSide *desk = nullptr; ///< null: nothing is outside the window
    CrosshairGroup crosshair; ///< of all charts of all pages
    PanelEdit *panelEdit = nullptr;
    std::map<QString, Page *> pages;
    QString current;
    QStringList history;
    std::chrono::milliseconds range = 1h;
    std::chrono::milliseconds chosenRange = 1h; ///< what a zoomed chart gives back
    bool synchronous = false;
};

MainWindow::MainWindow(Session &session, ThemeMode mode, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, session, mode))
{
    d->build();
    d->addShortcuts();
    connect(&session, &Session::ticked, this, [this] { d->tick(); });
    connect(&session, &Session::workspaceChanged, this, [this] {
        d->tick();
        d->topBar->refresh();
    });
    connect(&session, &Commands::failed, this, [this](const Error &error) { d->statusLine->showMessage(Format::sentence(error)); });
    openPage(QStringLiteral("overview"));
}

MainWindow::~MainWindow() = default;

bool MainWindow::openPage(const QString &path)
{
    if (path.startsWith(QLatin1String("edit/")))
        return d->edit(path);
    Page *page = d->pageOf(path.section(u'/', 0, 0));
    if (!page)
        return false;
    const QString item = path.section(u'/', 1);
    if (!page->open(item))
        return false;
    d->go(path, true);
    return true;
}

QString MainWindow::currentPath() const
{
    const Page *page = currentPage();
    const QString item = page ? page->openItem() : QString();
    const QString name = d->current.section(u'/', 0, 0);
    return item.isEmpty() ? name : name + u'/' + item;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(d->stack->currentWidget());
}

void MainWindow::setTimeRange(std::chrono::milliseconds range)
{
    d->chosenRange = range;
    d->setRange(range);
}

void MainWindow::setDesk(Desk &desk)
{
    d->desk = new DeskSide(desk, *this, *d->column, d->column->indexOf(d->stack));
    const auto show = [this] {
        d->topBar->setHush(d->desk->desk().hushText());
        d->showTitle();
    };
    connect(&desk, &Desk::changed, this, show);
    show();
}

void MainWindow::showNotificationSettings()
{
    if (d->desk)
        d->desk->showSettings();
}

void MainWindow::setThemeMode(ThemeMode mode)
{
    d->mode = mode;
    d->topBar->setThemeMode(mode);
}

ThemeMode MainWindow::themeMode() const
{
    return d->mode;
}

void MainWindow::setSynchronous(bool synchronous)
{
    d->synchronous = synchronous;
    for (const auto &[name, page] : d->pages)
        page->setSynchronous(synchronous);
    if (synchronous)
        d->tick(); // a picture waits for no timer
}

bool MainWindow::isSettled() const
{
    const Page *page = currentPage();
    return page && page->isSettled();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

std::vector<NavigationRail::Entry> MainWindow::Private::railEntries()
{
    const auto entry = [](const char *page, const QString &text, int number) {
        return NavigationRail::Entry{QLatin1String(page), text, QLatin1String(page), QStringLiteral("Ctrl+%1").arg(number)};
    };
    return {entry("overview", MainWindow::tr("Overview"), 1), entry("dashboards", MainWindow::tr("Dashboards"), 2), entry("alerts", MainWindow::tr("Alerts"), 3),
            entry("slos", MainWindow::tr("SLOs"), 4), entry("health", MainWindow::tr("Health"), 5), entry("runbooks", MainWindow::tr("Runbooks"), 6),
            entry("sources", MainWindow::tr("Sources"), 7), entry("explore", MainWindow::tr("Explore"), 8)};
}

void MainWindow::Private::build()
{
    window.setWindowTitle(QStringLiteral("Watchfloor"));
    window.setWindowIcon(icon(QStringLiteral("logo"), theme(mode)));
    window.setMinimumSize(1024, 640);
    rail = new NavigationRail(railEntries());
    topBar = new TopBar(session);
    topBar->setThemeMode(mode);
    truthBar = new TruthBar(session);
    statusLine = new StatusLine(session);
    stack = new QStackedWidget;

    auto *centre = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(topBar);
    column->addWidget(truthBar);
    column->addWidget(stack, 1);
    row->addWidget(rail);
    row->addLayout(column, 1);
    auto *whole = new QVBoxLayout(centre);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(row, 1);
    whole->addWidget(statusLine);
    window.setCentralWidget(centre);

    panelEdit = new PanelEdit({session.stores(), session, session.clock(), &crosshair}, &window);
    connect(panelEdit, &PanelEdit::told, statusLine, [this](const QString &sentence) { statusLine->showMessage(sentence); });
    connect(rail, &NavigationRail::pageRequested, &window, [this](const QString &page) { window.openPage(page); });
    connect(truthBar, &TruthBar::openRequested, &window, [this](const QString &path) { window.openPage(path); });
    connect(topBar, &TopBar::openRequested, &window, [this](const QString &path) { window.openPage(path); });
    connect(topBar, &TopBar::paletteRequested, &window, [this] { showPalette(); });
    connect(topBar, &TopBar::timeRangeRequested, &window, [this](std::chrono::milliseconds wanted) { window.setTimeRange(wanted); });
    connect(topBar, &TopBar::themeToggleRequested, &window, [this] { toggleTheme(); });
    connect(topBar, &TopBar::notificationsRequested, &window, &MainWindow::showNotificationSettings);
    connect(topBar, &TopBar::wallRequested, &window, &MainWindow::wallRequested);
    connect(statusLine, &StatusLine::keysRequested, &window, [this] { showKeys(); });
}

void MainWindow::Private::addShortcut(const QKeySequence &keys, std::function<void()> act)
{
    auto *shortcut = new QShortcut(keys, &window);
    connect(shortcut, &QShortcut::activated, &window, std::move(act));
}

void MainWindow::Private::addShortcuts()
{
    const QStringList names = pageNames();
    for (int i = 0; i < names.size(); ++i)
        addShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)), [this, name = names[i]] { window.openPage(name); });
    addShortcut(QKeySequence(QStringLiteral("Ctrl+K")), [this] { showPalette(); });
    addShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+P")), [this] { showPalette(QStringLiteral(">")); });
    addShortcut(QKeySequence(QStringLiteral("F5")), [this] { session.refreshNow(); });
    addShortcut(QKeySequence(QStringLiteral("F11")), [this] { Q_EMIT window.wallRequested(); });
    addShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+L")), [this] { toggleTheme(); });
    addShortcut(QKeySequence(QStringLiteral("Alt+Left")), [this] { back(); });
    addShortcut(QKeySequence(QStringLiteral("Ctrl+Q")), [this] { window.close(); });
    // A slash or a question mark that is typed into a field belongs to the field.
    addShortcut(QKeySequence(QStringLiteral("/")), [this] {
        if (Page *page = window.currentPage(); page && !typing())
            page->focusFilter();
    });
    // Shift makes the question mark on some keyboards and not on others, and not every platform leaves it out of the key.
    auto *help = new QShortcut(&window);
    help->setKeys({QKeySequence(QStringLiteral("?")), QKeySequence(QStringLiteral("Shift+?"))});
    const auto show = [this] {
        if (!typing())
            showKeys();
    };
    connect(help, &QShortcut::activated, &window, show);
    addShortcut(Qt::Key_F1, [this] { showKeys(); });
    connect(help, &QShortcut::activatedAmbiguously, &window, show);
}

bool MainWindow::Private::typing() const
{
    const QWidget *focus = QApplication::focusWidget();
    return qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QPlainTextEdit *>(focus);
}

Page *MainWindow::Private::pageOf(const QString &name)
{
    const auto found = pages.find(name);
    if (found != pages.end())
        return found->second;
    const PageContext context{session.stores(), session, session.clock(), session, &crosshair};
    std::unique_ptr<Page> made = makePage(name, context);
    if (!made)
        return nullptr;
    Page *page = made.release();
    connect(page, &Page::openRequested, &window, [this](const QString &path) {
        if (!window.openPage(path))
            statusLine->showMessage(MainWindow::tr("There is nothing to open at %1 any more.").arg(Format::safeText(path)));
    });
    connect(page, &Page::timeRangeRequested, &window, [this](std::chrono::milliseconds wanted) { setRange(wanted.count() > 0 ? wanted : chosenRange); });
    page->setSynchronous(synchronous);
    page->setTimeRange(range);
    stack->addWidget(page);
    pages.emplace(name, page);
    return page;
}

/// Editors stand over the page and see the range and the variables that it shows.
bool MainWindow::Private::edit(const QString &path)
{
    const auto *board = qobject_cast<DashboardsPage *>(window.currentPage());
    PanelView view = board ? board->view() : PanelView();
    const SourceSpec *only = session.stores().workspace().prometheus();
    view.onlyPrometheus = only ? only->name : QString();
    return panelEdit->open(path, view);
}

void MainWindow::Private::go(const QString &path, bool remember)
{
    if (remember && !current.isEmpty() && current != path)
        history << current;
    current = path;
    const QString name = path.section(u'/', 0, 0);
    Page *page = pageOf(name);
    const bool changes = stack->currentWidget() != page;
    stack->setCurrentWidget(page);
    rail->setCurrent(name);
    page->tick();
    // The list has the keyboard, not the filter: arrows choose, and the keys of the page are keys.
    if (auto *list = page->findChild<QAbstractItemView *>(); changes && list)
        list->setFocus();
    showTitle();
}

/// What needs somebody stands first: a task bar shows no more than the beginning.
void MainWindow::Private::showTitle()
{
    const QString mark = desk ? desk->desk().titleMark() : QString();
    const QString title = QStringLiteral("%1 · Watchfloor").arg(Format::safeText(session.stores().workspace().name));
    window.setWindowTitle(mark.isEmpty() ? title : mark + u' ' + title);
}

void MainWindow::Private::back()
{
    while (!history.isEmpty()) {
        const QString path = history.takeLast();
        Page *page = pageOf(path.section(u'/', 0, 0));
        if (page && page->open(path.section(u'/', 1))) {
            go(path, false);
            return;
        }
    }
}

void MainWindow::Private::tick()
{
    truthBar->refresh();
    statusLine->refresh();
    topBar->refresh();
    const AlertStore &alerts = session.stores().alerts;
    const int firing = alerts.count(AlertState::Firing);
    const int unseen = alerts.count(AlertState::Unseen);
    State worst = State::Warning;
    for (const Alert &alert : alerts.alerts()) {
        if (worst == State::Critical)
            break;
        if (alert.state == AlertState::Firing || alert.state == AlertState::Unseen)
            worst = worse(worst, alert.claim());
    }
    rail->setCount(QStringLiteral("alerts"), firing + unseen, worst);
    int blind = 0;
    for (const SourceStatus &status : session.stores().sources.sources())
        blind += status.state(session.clock().now()) == State::Healthy ? 0 : 1;
    rail->setCount(QStringLiteral("sources"), blind, State::Blind);
    if (Page *page = window.currentPage())
        page->tick();
    if (desk) {
        desk->tick(window.currentPath());
        topBar->setHush(desk->desk().hushText());
        showTitle();
    }
}

void MainWindow::Private::showPalette(const QString &text)
{
    auto *palette = new CommandPalette(destinations(), commands(), &window);
    palette->move(window.mapToGlobal(QPoint((window.width() - palette->width()) / 2, 64)));
    palette->show();
    if (!text.isEmpty())
        palette->setText(text);
}

std::vector<PaletteEntry> MainWindow::Private::destinations()
{
    std::vector<PaletteEntry> entries;
    const auto add = [&](const QString &text, const QString &kind, const QString &iconName, const QString &path) {
        entries.push_back({Format::safeText(text, 120), kind, iconName, [this, path] { window.openPage(path); }});
    };
    for (const NavigationRail::Entry &page : railEntries())
        add(page.text, MainWindow::tr("Page"), page.iconName, page.page);
    add(MainWindow::tr("What moved"), MainWindow::tr("Page"), QStringLiteral("explore"), QStringLiteral("explore/moved"));
    const Stores &stores = session.stores();
    for (const Alert &alert : stores.alerts.alerts())
        if (entries.size() < 2'000)
            add(alert.name() + u' ' + alert.service(), MainWindow::tr("Alert"), QStringLiteral("alerts"), QStringLiteral("alerts/") + alert.fingerprint);
    for (const ServiceStatus &status : stores.services.services())
        add(status.service.name, MainWindow::tr("Service"), QStringLiteral("server"), QStringLiteral("overview/") + status.service.name);
    for (const ServiceStatus &status : stores.services.services())
        add(MainWindow::tr("What moved in %1").arg(status.service.name), MainWindow::tr("Explore"), QStringLiteral("explore"), QStringLiteral("explore/moved/") + QString::fromLatin1(QUrl::toPercentEncoding(status.service.name)));
    for (const SloStatus &status : stores.slos.objectives())
        add(status.objective.name, MainWindow::tr("SLO"), QStringLiteral("slos"), QStringLiteral("slos/") + status.objective.name);
    for (const Runbook &runbook : stores.runs.runbooks())
        add(runbook.title, MainWindow::tr("Runbook"), QStringLiteral("runbooks"), QStringLiteral("runbooks/") + runbook.name);
    for (const EndpointStatus &status : stores.health.endpoints())
        add(status.endpoint.key(), MainWindow::tr("Endpoint"), QStringLiteral("health"), QStringLiteral("health/") + status.endpoint.key());
    for (const Dashboard &dashboard : stores.workspace().dashboards)
        add(dashboard.title, MainWindow::tr("Dashboard"), QStringLiteral("dashboards"), QStringLiteral("dashboards/") + dashboard.name);
    for (const auto &[source, silence] : stores.alerts.allSilences())
        if (silence.state != Silence::State::Expired)
            add(matchersText(silence.matchers), MainWindow::tr("Silence on %1").arg(source), QStringLiteral("bell-off"), QStringLiteral("alerts"));
    return entries;
}

std::vector<PaletteEntry> MainWindow::Private::commands()
{
    const QString kind = MainWindow::tr("Command");
    std::vector<PaletteEntry> entries{
        {MainWindow::tr("Refresh everything now"), kind, QStringLiteral("refresh"), [this] { session.refreshNow(); }},
        {MainWindow::tr("Light or dark theme"), kind, QStringLiteral("sun"), [this] { toggleTheme(); }},
        {MainWindow::tr("Show the wall"), kind, QStringLiteral("wall"), [this] { Q_EMIT window.wallRequested(); }},
        {MainWindow::tr("Show the keys"), kind, QStringLiteral("keyboard"), [this] { showKeys(); }},
        {MainWindow::tr("Quit"), kind, QStringLiteral("close"), [this] { window.close(); }},
    };
    if (desk)
        entries.push_back({MainWindow::tr("Notifications, sounds and muting"), kind, QStringLiteral("bell"), [this] { desk->showSettings(); }});
    if (session.actionsLocked())
        entries.push_back({MainWindow::tr("Unlock actions for 15 minutes"), kind, QStringLiteral("unlock"), [this] { session.unlock(15min); }});
    else if (session.unlockedFor())
        entries.push_back({MainWindow::tr("Lock actions"), kind, QStringLiteral("lock"), [this] { session.lock(); }});
    const auto *board = qobject_cast<DashboardsPage *>(window.currentPage());
    if (const QString dashboard = board ? board->editable() : QString(); !dashboard.isEmpty())
        entries.push_back({MainWindow::tr("Add a panel to this dashboard"), kind, QStringLiteral("plus"), [this, dashboard] { window.openPage(editPath(QStringLiteral("new"), dashboard)); }});
    if (const QString change = panelEdit->undoText(); !change.isEmpty())
        entries.push_back({MainWindow::tr("Undo %1").arg(change), kind, QStringLiteral("undo"), [this] { panelEdit->undo(); }});
    for (const auto choice : {std::chrono::milliseconds(5min), std::chrono::milliseconds(15min), std::chrono::milliseconds(1h), std::chrono::milliseconds(6h), std::chrono::milliseconds(24h)})
        entries.push_back({rangeText(choice), MainWindow::tr("Time range"), QStringLiteral("clock"), [this, choice] { window.setTimeRange(choice); }});
    return entries;
}

void MainWindow::Private::showKeys()
{
    const KeysHelp::Keys everywhere{{QStringLiteral("Ctrl+1 … 8"), MainWindow::tr("Go to a page")},
                                    {QStringLiteral("Ctrl+K"), MainWindow::tr("Find anything")},
                                    {QStringLiteral("Ctrl+Shift+P"), MainWindow::tr("Run a command")},
                                    {QStringLiteral("/"), MainWindow::tr("Filter the page")},
                                    {QStringLiteral("F5"), MainWindow::tr("Refresh now")},
                                    {QStringLiteral("F11"), MainWindow::tr("Wall")},
                                    {QStringLiteral("Alt+Left"), MainWindow::tr("Back to where you were")},
                                    {QStringLiteral("Ctrl+Shift+L"), MainWindow::tr("Light or dark")},
                                    {QStringLiteral("Ctrl+Shift+S"), MainWindow::tr("I have seen the alarms: be quiet")},
                                    {QStringLiteral("?, F1"), MainWindow::tr("These keys")},
                                    {QStringLiteral("Ctrl+Q"), MainWindow::tr("Quit")}};
    const Page *page = window.currentPage();
    auto *help = new KeysHelp(everywhere, MainWindow::tr("This page"), page ? page->keys() : KeysHelp::Keys(), &window);
    help->open();
}

void MainWindow::Private::setRange(std::chrono::milliseconds wanted)
{
    range = wanted;
    topBar->setTimeRange(wanted);
    for (const auto &[name, page] : pages)
        page->setTimeRange(wanted);
}

void MainWindow::Private::toggleTheme()
{
    window.setThemeMode(mode == ThemeMode::Dark ? ThemeMode::Light : ThemeMode::Dark);
    Q_EMIT window.themeModeChanged(mode);
}

} // namespace Watchfloor
