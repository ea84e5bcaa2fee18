#pragma once

#include "models/alerts/alertrowsmodel.h"
#include "widgets/alerts/filterfield.h"
#include "widgets/controls/page.h"

class QMenu;

namespace Watchfloor {

class ActionButton;
class IconButton;
class SavedFilters;
class SegmentedControl;

/// The line above the alert list: the filter with its saved ones, flat or grouped and by what, columns, and a silence of all that.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const PageContext &context, AlertRowsModel &rows, FilterCompletion &completion, QWidget *parent = nullptr);

    FilterField &field() { return *m_field; }
    const FilterField &field() const { return *m_field; }
    QString savedName() const;
    void setNarrow(bool narrow);
    /// By what headings are made; empty: flat.
    void setGrouping(const QStringList &by);
    /// A control behind all others.
    void addTrailing(QWidget *widget);

Q_SIGNALS:
    void filterChanged();
    void groupingChanged();
    void columnsRequested(const QPoint &place);
    void silenceRequested();

private:
    void showGroupingMenu();
    void addGrouping(QMenu &menu, const QString &by);
    void showGrouping();

    AlertRowsModel &m_rows;
    FilterCompletion &m_completion;
    FilterField *m_field;
    SavedFilters *m_saved;
    SegmentedControl *m_grouping;
    IconButton *m_groupingMenu;
    IconButton *m_columns;
    ActionButton *m_silence;
    QStringList m_lastGrouping{QStringLiteral("service")};
    bool m_narrow = false;
};

} // namespace Watchfloor
