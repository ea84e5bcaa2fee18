#pragma once

#include "models/alerts/alertcopy.h"
#include "models/alerts/alertrowsmodel.h"
#include "models/alerts/alertview.h"
#include "models/alerts/filtercompletion.h"
#include "widgets/controls/card.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class AlertBanners;
class AlertDelegate;
class AlertSelection;
class DataTable;
class EmptyState;

/// The table of alerts with its columns, selection and keys; what it says where it is empty, and the lines under it of what cannot be
/// seen.
class AlertList final : public Card
{
    Q_OBJECT

public:
    AlertList(const PageContext &context, AlertRowsModel &rows, FilterCompletion &completion, QWidget *parent = nullptr);

    DataTable &table() { return *m_table; }
    AlertBanners &banners() { return *m_banners; }
    /// The chosen alerts; of a chosen heading all, folded away or not.
    QStringList selected() const;
    /// The same, as long as the store does not change.
    std::vector<const Alert *> selectedAlerts() const;
    /// Where in the list it stands, from 1, and of how many; headings are rows and no alerts. 0 where it is not in sight.
    std::pair<int, int> placeOf(const QString &fingerprint) const;
    /// How many, where it is more than the one row on which the keyboard is; else 0.
    int manySelected() const;
    /// Chooses this one alone and brings it to sight, unfolding what hides it; false where the filter keeps it away.
    bool select(const QString &fingerprint);
    void clearSelection();
    void setNarrow(bool narrow);
    /// As there is room for them now.
    void layOutColumns();
    void refresh();

    /// Columns, widths and order as a person left them.
    void apply(const AlertView &view);
    void store(AlertView &view) const;
    void showColumnMenu(const QPoint &place);
    /// Those that are shown, from left to right.
    std::vector<AlertColumn> shownColumns() const;
    /// A copy of the chosen alerts, to be made.
    AlertCopy::Work copyOf(AlertCopy::Form form) const;

Q_SIGNALS:
    void selectionChanged();
    void chosen(const QString &fingerprint);
    void menuRequested(const QPoint &place);
    void clearFilterRequested();
    void openRequested(const QString &path);
    /// Columns, widths or order are others.
    void viewChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(class QKeyEvent *event);
    void handleClick(const QModelIndex &index);
    void showEmpty();
    void setShown(const AlertColumn &column, bool shown);

    PageContext m_context;
    AlertRowsModel &m_rows;
    AlertSelection *m_selection;
    FilterCompletion &m_completion;
    DataTable *m_table;
    AlertDelegate *m_delegate;
    EmptyState *m_empty;
    AlertBanners *m_banners;
    std::vector<AlertColumn> m_columns; ///< chosen by a person; empty: by the width of the page
    std::map<QString, int> m_widths;    ///< set by a person
    bool m_narrow = false;
    bool m_layingOut = false;
};

} // namespace Watchfloor
