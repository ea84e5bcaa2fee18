#include "widgets/wall/wallwindow.h"

#include "widgets/overview/tilecontent.h"
#include "widgets/theme/glyphs.h"
#include "widgets/wall/wallboard.h"
#include "widgets/wall/walldirector.h"
#include "widgets/wall/wallheader.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

namespace Watchfloor {

namespace {
constexpr double designHeight = 1080;
constexpr double frameWidth = 10;
constexpr int driftPixels = 2;
constexpr std::chrono::minutes driftEvery{3};
}

class WallWindow::Private
{
public:
    Private(const PageContext &pageContext, PageFactory factory)
        : context(pageContext)
        , makePage(std::move(factory))
        , director(pageContext.stores.workspace().wall)
    {
    }

    PageContext context;
    PageFactory makePage;
    WallDirector director;
    WallHeader *header = nullptr;
    WallBoard *board = nullptr;
    QStackedWidget *stack = nullptr;
    QVBoxLayout *column = nullptr;
    std::map<QString, Page *> pages;
    QString shown;
    bool synchronous = false;
    std::optional<Instant> drifted;
    int drift = 0;

    std::vector<WallDirector::Burning> burning() const;
    State frameState() const;
    void show(const QString &path);
};

WallWindow::WallWindow(const PageContext &context, PageFactory makePage, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(context, std::move(makePage)))
{
    setWindowTitle(tr("Watchfloor wall"));
    setCursor(Qt::BlankCursor);
    d->header = new WallHeader(context);
    d->board = new WallBoard(context);
    d->stack = new QStackedWidget;
    d->stack->addWidget(d->board);
    d->column = new QVBoxLayout(this);
    d->column->addWidget(d->header);
    d->column->addWidget(d->stack, 1);
    setFocusPolicy(Qt::StrongFocus);
    // Keys are the wall's own: a page whose table had the keyboard would act on them.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && now != this && isAncestorOf(now))
            setFocus();
    });
    connect(&context.session, &Session::workspaceChanged, this, [this] { d->director.setSpec(d->context.stores.workspace().wall); });
    tick();
}

WallWindow::~WallWindow() = default;

QString WallWindow::currentPath() const
{
    return d->director.path();
}

void WallWindow::setSynchronous(bool synchronous)
{
    d->synchronous = synchronous;
    for (const auto &[path, page] : d->pages)
        page->setSynchronous(synchronous);
}

bool WallWindow::isSettled() const
{
    const auto found = d->pages.find(d->shown);
    return found == d->pages.end() || found->second->isSettled();
}

void WallWindow::tick()
{
    const Instant now = d->context.clock.now();
    d->director.advance(now, d->burning());
    d->show(d->director.path());
    if (!d->drifted)
        d->drifted = now;
    // The picture wanders by a pixel, so that nothing burns into the glass.
    if (now - *d->drifted >= driftEvery) {
        d->drifted = now;
        d->drift = (d->drift + 1) % (2 * driftPixels);
        resizeEvent(nullptr);
    }
    update();
    d->header->update();
    d->board->update();
    if (const auto found = d->pages.find(d->shown); found != d->pages.end())
        found->second->tick();
}

std::vector<WallDirector::Burning> WallWindow::Private::burning() const
{
    std::vector<WallDirector::Burning> list;
    const TileAlerts alerts(context.stores);
    for (const ServiceStatus &status : context.stores.services.services()) {
        if (status.state == State::Healthy)
            continue;
        const Alert *alert = alerts.worst(status.service.name);
        list.push_back({status.service.name, status.state, alert && alert->state == AlertState::Acknowledged});
    }
    return list;
}

State WallWindow::Private::frameState() const
{
    // A frozen feed is worse than a page that burns: nothing on the screen can be believed then.
    std::vector<State> sources;
    for (const SourceStatus &status : context.stores.sources.sources())
        sources.push_back(status.state(context.clock.now()));
    const bool allBlind = std::none_of(sources.begin(), sources.end(), [](State state) { return state == State::Healthy; });
    if (allBlind)
        return State::Blind;
    return director.takenOverBy() ? State::Critical : State::Healthy;
}

void WallWindow::Private::show(const QString &path)
{
    shown = path;
    if (path == u"overview" || path.startsWith(u"takeover/")) {
        board->setBurning(path.section(u'/', 1));
        stack->setCurrentWidget(board);
        return;
    }
    auto found = pages.find(path);
    if (found == pages.end()) {
        std::unique_ptr<Page> made = makePage(path);
        if (!made || !made->open(path.section(u'/', 1))) {
            board->setBurning({});
            stack->setCurrentWidget(board);
            return;
        }
        made->setSynchronous(synchronous);
        // No actions on a wall at all.
        made->setAttribute(Qt::WA_TransparentForMouseEvents);
        made->setFocusPolicy(Qt::NoFocus);
        stack->addWidget(made.get());
        found = pages.emplace(path, made.release()).first;
    }
    stack->setCurrentWidget(found->second);
}

bool WallWindow::focusNextPrevChild(bool)
{
    return false;
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        close();
        break;
    case Qt::Key_Right:
    case Qt::Key_Space:
        d->director.skip(d->context.clock.now());
        tick();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void WallWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.window);
    const State state = d->frameState();
    if (state == State::Healthy)
        return;
    const int thickness = std::max(4, int(frameWidth * height() / designHeight));
    QRegion frame(rect());
    frame -= rect().adjusted(thickness, thickness, -thickness, -thickness);
    painter.setClipRegion(frame);
    painter.fillRect(rect(), colours.of(state));
}

void WallWindow::resizeEvent(QResizeEvent *)
{
    const double scale = height() / designHeight;
    const int margin = int(24 * scale);
    const int shift = d->drift < driftPixels ? d->drift : 2 * driftPixels - d->drift;
    d->column->setContentsMargins(margin + shift, margin - shift, margin - shift, margin + shift);
    d->column->setSpacing(int(12 * scale));
    d->header->setScale(scale);
    d->board->setScale(scale);
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace Watchfloor
