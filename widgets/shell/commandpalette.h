#pragma once

#include <QAbstractListModel>
#include <QDialog>

#include <functional>
#include <vector>

namespace Watchfloor {

class DataTable;
class SearchField;

/// Something that the palette can do: go to a page, a service, an alert, an objective; or run a command.
struct PaletteEntry
{
    QString text;
    QString kind;     ///< "Alert", "Service": shown behind the text
    QString iconName;
    std::function<void()> act;
};

/// How well `needle` fits: its letters in order, runs and word starts count more; absent when it does not fit. Case is ignored.
std::optional<int> fuzzyScore(const QString &needle, const QString &text);

/// Ctrl+K: everything by fuzzy name; a leading > shows commands alone.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteEntry> pages, std::vector<PaletteEntry> commands, QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &text);
    void actOn(int row);

    class Model;
    SearchField *m_field;
    DataTable *m_list;
    Model *m_model;
};

} // namespace Watchfloor
