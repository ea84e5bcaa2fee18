#pragma once

#include "models/core/clock.h"
#include "models/session/session.h"
#include "models/stack/demoplatform.h"
#include "tests/support/widgethands.h"
#include "widgets/desk/desk.h"
#include "widgets/overview/servicetile.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace Watchfloor {
class PanelCard;
class TruthBar;
}

namespace Watchfloor::Testing {

/// The console over the demo platform's real servers, put together as the program does it, with the eyes and the hands of a
/// person in front of it: what is read here is read from widgets, what is done is done by clicks and keys.
class LiveConsole final
{
public:
    LiveConsole();
    ~LiveConsole();

    DemoPlatform &platform() { return m_platform; }
    MainWindow &window() { return *m_window; }
    Desk &desk() { return *m_desk; }
    const Clock &clock() const { return m_clock; }
    QString auditPath() const { return m_data.filePath(QStringLiteral("audit.jsonl")); }
    /// What went wrong with the platform's start.
    QString failure() const { return m_failure; }

    /// Reads the platform's workspace and opens the window on it; the platform must be ready.
    bool open();
    void close();

    // Hands.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// The page by its shortcut; true when it is shown.
    bool goTo(const QString &page);
    /// Into the middle of a widget that is shown and enabled; false when it is not.
    static bool click(QWidget *widget);
    /// The same for the widget of this name, as soon as it is there and enabled.
    static bool click(const QString &name);
    /// On the row of a view whose text in a column is this.
    static bool clickRow(QAbstractItemView *view, int row);
    /// On the entry of a menu that begins so, as soon as the menu is open.
    static bool chooseFromMenu(const QString &entry);
    static bool type(QWidget *field, const QString &text);

    // Eyes.
    /// The widget of this name that is shown, in any window; null when there is none.
    template <typename Widget = QWidget>
    static Widget *shown(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            if (Widget *found = shownIn<Widget>(*top, name))
                return found;
        return nullptr;
    }
    /// Rows of a view whose cells in these columns say this.
    static int rowWith(const QAbstractItemView *view, const std::map<int, QString> &texts);
    static QString cell(const QAbstractItemView *view, int row, int column);

    StateCounts counts() const;
    QString truth() const;
    /// As the truth bar tells it.
    State sourceState(const QString &source) const;
    /// Service tiles that are shown.
    QList<ServiceTile *> tiles() const;
    /// What the tile of a service shows; an empty one while it is not shown.
    TileContent tile(const QString &service) const;
    struct AlertRow
    {
        int row = -1;
        QString state;
        QString severity;
        QString summary;
    };
    /// What the alert list shows; an empty one while it shows no such row.
    AlertRow alertRow(const QString &name, const QString &service) const;
    /// The state of an endpoint in the health table: "Critical".
    QString endpointState(const QString &key) const;
    PanelCard *panel(const QString &title) const;
    /// The newest number of a series that a panel shows; absent without one.
    std::optional<double> newest(const QString &panelTitle, const QString &series = {}) const;

private:
    TruthBar *truthBar() const;

    SystemClock m_clock;
    QTemporaryDir m_data;
    DemoPlatform m_platform;
    QString m_failure;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desk> m_desk;
};

} // namespace Watchfloor::Testing
