#include "widgets/theme/applytheme.h"

#include "widgets/theme/consolestyle.h"
#include "widgets/theme/fonts.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QToolTip>

namespace Watchfloor {

namespace {

/// The style of Qt's own controls, with @token@ for every value. Own controls paint themselves and are not named here.
QString styleTemplate()
{
    return QStringLiteral(R"(
QToolTip { background: @raised@; color: @text@; border: 1px solid @line@; padding: 4px 6px; }
QMainWindow, QDialog { background: @window@; }
QMainWindow::separator { background: @line@; width: 1px; height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: @handle@; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @text3@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QPlainTextEdit, QTextEdit { background: @field@; color: @text@; border: 1px solid @line@; border-radius: @smallRadius@px;
    selection-background-color: @accent@; selection-color: @onAccent@; padding: 4px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent@; }
QPlainTextEdit[bare="true"], QTextEdit[bare="true"] { background: transparent; border: none; padding: 0; }
QComboBox QAbstractItemView { background: @raised@; border: 1px solid @line@; padding: 4px; outline: none;
    selection-background-color: @selection@; selection-color: @text@; }
QMenu { background: @raised@; color: @text@; border: 1px solid @line@; border-radius: @smallRadius@px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 3px; }
QMenu::item:selected { background: @selection@; }
QMenu::item:disabled { color: @text3@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text2@; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QTableView, QTreeView, QListView { background: transparent; alternate-background-color: transparent; color: @text@; border: none;
    selection-background-color: @selection@; selection-color: @text@; }
QTreeView::item, QListView::item { min-height: @row@px; padding: 0 8px; border: none; }
QTreeView::item:hover, QListView::item:hover { background: @hover@; }
QTreeView::item:selected, QListView::item:selected { background: @selection@; color: @text@; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @text2@; border: none; border-bottom: 1px solid @line@; padding: 0 8px; }
QHeaderView::section:hover { color: @text@; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0; height: 0; }
QTableCornerButton::section { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line@; }
QSplitter::handle:horizontal { width: @cardGap@px; }
QSplitter::handle:vertical { height: @cardGap@px; }
QProgressBar { background: @track@; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QLabel { background: transparent; }
QStatusBar { background: @chrome@; color: @text2@; border-top: 1px solid @line@; }
QStatusBar::item { border: none; }
)");
}

} // namespace

QPalette themePalette(const Theme &theme)
{
    QPalette palette;
    const std::initializer_list<std::pair<QPalette::ColorRole, QColor>> roles{
        {QPalette::Window, theme.window},       {QPalette::WindowText, theme.text},
        {QPalette::Base, theme.surface},        {QPalette::AlternateBase, theme.raised},
        {QPalette::Text, theme.text},           {QPalette::PlaceholderText, theme.text3},
        {QPalette::Button, theme.raised},       {QPalette::ButtonText, theme.text},
        {QPalette::BrightText, theme.critical}, {QPalette::Highlight, theme.accent},
        {QPalette::HighlightedText, theme.onAccent}, {QPalette::ToolTipBase, theme.raised},
        {QPalette::ToolTipText, theme.text},    {QPalette::Link, theme.accent},
        {QPalette::LinkVisited, theme.accent},  {QPalette::Light, theme.line},
        {QPalette::Midlight, theme.line},       {QPalette::Mid, theme.line},
        {QPalette::Dark, theme.sunken},         {QPalette::Shadow, theme.chrome},
    };
    for (const auto &[role, color] : roles)
        palette.setColor(role, color);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.text3);
    return palette;
}

QString themeStyleSheet(const Theme &theme)
{
    const std::initializer_list<std::pair<QString, QString>> tokens{
        {QStringLiteral("window"), theme.window.name()},   {QStringLiteral("chrome"), theme.chrome.name()},
        {QStringLiteral("raised"), theme.raised.name()},   {QStringLiteral("field"), theme.isDark() ? theme.sunken.name() : theme.surface.name()},
        {QStringLiteral("line"), theme.line.name()},       {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("text2"), theme.text2.name()},     {QStringLiteral("text3"), theme.text3.name()},
        {QStringLiteral("accent"), theme.accent.name()},   {QStringLiteral("onAccent"), theme.onAccent.name()},
        {QStringLiteral("selection"), theme.selection.name()}, {QStringLiteral("track"), theme.track.name()},
        {QStringLiteral("handle"), theme.handle.name()},         {QStringLiteral("hover"), theme.hover.name()},
        {QStringLiteral("row"), QString::number(Size::row)},   {QStringLiteral("cardGap"), QString::number(Size::cardGap)},
        {QStringLiteral("smallRadius"), QString::number(Size::smallRadius)},
    };
    QString sheet = styleTemplate();
    for (const auto &[name, value] : tokens)
        sheet.replace(u'@' + name + u'@', value);
    return sheet;
}

void applyTheme(QApplication &application, ThemeMode mode)
{
    const Theme &chosen = theme(mode);
    QApplication::setStyle(new ConsoleStyle);
    QApplication::setFont(textFont());
    const QPalette palette = themePalette(chosen);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(themeStyleSheet(chosen));
}

} // namespace Watchfloor
