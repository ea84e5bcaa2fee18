#pragma once

#include "widgets/panels/panelbody.h"

class QComboBox;

namespace Watchfloor {

class DataTable;
class PanelTableModel;

/// One frame as a table; where there are several they are chosen below it.
class TableBody final : public PanelBody
{
    Q_OBJECT

public:
    TableBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    bool isFlush() const override { return true; }
    PanelTableModel *model() { return m_model; }
    /// What is selected, else all of it, with tabs between cells.
    QString selectedText() const;

protected:
    void showContent() override;
    void showMoment() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showColumns();
    void fitColumns();
    void showHeaderMenu(QPoint position);
    void filterColumn(int column, QPoint global);
    void showCellMenu(const QModelIndex &cell, QPoint global, bool onlyLinks);

    PanelTableModel *m_model;
    DataTable *m_table;
    QComboBox *m_frames;
    QWidget *m_footer;
    QStringList m_columns; ///< that widths were set for
    std::vector<int> m_widths; ///< that they would need
    bool m_sorted = false;
};

} // namespace Watchfloor
