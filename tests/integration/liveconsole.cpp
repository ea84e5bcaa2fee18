#include "tests/integration/liveconsole.h"

#include "models/alerts/alerttablemodel.h"
#include "models/core/format.h"
#include "models/health/endpointtablemodel.h"
#include "models/workspace/workspace.h"
#include "widgets/panels/panelcard.h"
#include "widgets/shell/truthbar.h"
#include "widgets/theme/applytheme.h"

#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Watchfloor::Testing {

namespace {

constexpr int patience = 5'000;

DemoPlatform::Options platformOptions()
{
    DemoPlatform::Options options;
    options.profile = StackProfile::Test;
    options.servicePath = qEnvironmentVariable("WATCHFLOOR_BINARY_DIR") + "/app/demoservice/watchfloor-demo-service"_L1;
    return options;
}

} // namespace

LiveConsole::LiveConsole()
    : m_platform(platformOptions(), m_clock)
{
    QObject::connect(&m_platform, &DemoPlatform::failed, &m_platform, [this](const Error &error) { m_failure = Format::sentence(error); });
}

LiveConsole::~LiveConsole()
{
    close();
}

bool LiveConsole::open()
{
    const auto read = readWorkspace(m_platform.info().workspacePath);
    if (!read.workspace || !m_data.isValid()) {
        for (const Fault &fault : read.faults)
            m_failure += fault.toString() + u'\n';
        return false;
    }
    applyTheme(*qApp, ThemeMode::Dark);
    Session::Options options;
    options.dataFolder = m_data.path();
    m_session = std::make_unique<Session>(*read.workspace, m_clock, options);
    m_desk = std::make_unique<Desk>(*m_session);
    m_window = std::make_unique<MainWindow>(*m_session, ThemeMode::Dark);
    m_window->resize(1600, 1000);
    m_window->show();
    m_session->start();
    return QTest::qWaitForWindowActive(m_window.get());
}

void LiveConsole::close()
{
    m_window.reset();
    m_desk.reset();
    m_session.reset();
}

void LiveConsole::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Off the screen no window manager gives the focus back when a dialog closes.
    if (!m_window->isActiveWindow()) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get(), patience))
            return;
    }
    QTest::keyClick(m_window.get(), key, modifiers);
}

bool LiveConsole::goTo(const QString &page)
{
    const auto number = pageNames().indexOf(page);
    if (number < 0)
        return false;
    press(Qt::Key(Qt::Key_1 + number), Qt::ControlModifier);
    return m_window->currentPath().section(u'/', 0, 0) == page;
}

bool LiveConsole::click(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
    return true;
}

bool LiveConsole::click(const QString &name)
{
    QWidget *widget = nullptr;
    return QTest::qWaitFor([&] {
        widget = shown(name);
        return widget && widget->isEnabled();
    }, patience) && click(widget);
}

bool LiveConsole::clickRow(QAbstractItemView *view, int row)
{
    if (!view || row < 0)
        return false;
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    const QRect rect = view->visualRect(index);
    if (!rect.isValid())
        return false;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
    return true;
}

bool LiveConsole::chooseFromMenu(const QString &entry)
{
    QMenu *menu = nullptr;
    if (!QTest::qWaitFor([&menu] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())); }, patience))
        return false;
    return chooseFrom(menu, entry);
}

bool LiveConsole::type(QWidget *field, const QString &text)
{
    if (!click(field))
        return false;
    QTest::keyClicks(field, text);
    return true;
}

int LiveConsole::rowWith(const QAbstractItemView *view, const std::map<int, QString> &texts)
{
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        if (std::all_of(texts.begin(), texts.end(), [&](const auto &wanted) { return cell(view, row, wanted.first) == wanted.second; }))
            return row;
    return -1;
}

QString LiveConsole::cell(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

TruthBar *LiveConsole::truthBar() const
{
    return m_window->findChild<TruthBar *>();
}

StateCounts LiveConsole::counts() const
{
    return truthBar()->counts();
}

QString LiveConsole::truth() const
{
    return truthBar()->text();
}

State LiveConsole::sourceState(const QString &source) const
{
    for (const QString &part : truth().split(u"  "_s)) {
        if (!part.startsWith(source + u' '))
            continue;
        const QString detail = part.mid(source.size() + 1);
        for (const State state : {State::Stale, State::Blind})
            if (detail.startsWith(stateName(state)))
                return state;
        return detail.startsWith("no answer"_L1) ? State::Blind : State::Healthy;
    }
    return State::Blind;
}

QList<ServiceTile *> LiveConsole::tiles() const
{
    QList<ServiceTile *> tiles;
    for (ServiceTile *tile : m_window->findChildren<ServiceTile *>())
        if (tile->isVisible())
            tiles << tile;
    return tiles;
}

TileContent LiveConsole::tile(const QString &service) const
{
    const auto *found = shown<ServiceTile>(u"tile/"_s + service);
    return found ? found->content() : TileContent();
}

LiveConsole::AlertRow LiveConsole::alertRow(const QString &name, const QString &service) const
{
    const auto *table = shown<QAbstractItemView>(u"alertTable"_s);
    const int row = rowWith(table, {{AlertTableModel::NameColumn, name}, {AlertTableModel::ServiceColumn, service}});
    if (row < 0)
        return {};
    return {row, cell(table, row, AlertTableModel::StateColumn), cell(table, row, AlertTableModel::SeverityColumn),
            cell(table, row, AlertTableModel::SummaryColumn)};
}

QString LiveConsole::endpointState(const QString &key) const
{
    const auto *table = shown<QAbstractItemView>(u"endpointTable"_s);
    const int row = rowWith(table, {{EndpointTableModel::EndpointColumn, key}});
    return row < 0 ? QString() : cell(table, row, EndpointTableModel::StateColumn);
}

PanelCard *LiveConsole::panel(const QString &title) const
{
    return shown<PanelCard>(u"panel/"_s + title);
}

std::optional<double> LiveConsole::newest(const QString &panelTitle, const QString &series) const
{
    const PanelCard *card = panel(panelTitle);
    if (!card)
        return std::nullopt;
    const QStringList lines = card->csv().split(u"\r\n"_s, Qt::SkipEmptyParts);
    const auto column = series.isEmpty() ? 1 : lines.value(0).split(u',').indexOf(series);
    for (auto line = lines.size() - 1; line > 0 && column > 0; --line)
        if (const QString text = lines[line].split(u',').value(column); !text.isEmpty())
            return text.toDouble();
    return std::nullopt;
}

} // namespace Watchfloor::Testing
