#pragma once

#include "widgets/theme/glyphs.h"
#include "widgets/theme/sizes.h"

#include <QFont>
#include <QStyledItemDelegate>
#include <QTableView>

#include <optional>

namespace Watchfloor {

/// How one cell is drawn. Text is safe for display already (item models pass it through Format::safeText).
struct Cell
{
    QString text;
    QString detail;                ///< behind the text in the secondary tone
    std::optional<State> glyph;    ///< before the text
    GlyphStyle glyphStyle = GlyphStyle::Filled;
    QString iconName;              ///< instead of a glyph
    Tone iconTone = Tone::Secondary;
    Tone tone = Tone::Primary;
    QFont::Weight weight = QFont::Normal;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool tabular = false;          ///< digits of equal width: numbers that change
    bool mono = false;
    int indent = 0;                ///< pixels
    std::optional<double> bar;     ///< 0 to 1, a small bar before the text
    Tone barTone = Tone::Accent;
};

/// Draws rows of a DataTable: ground, hover, selection, hatch, and each cell as cell() says, without a layout engine.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The default takes DisplayRole and TextAlignmentRole.
    virtual Cell cell(const QModelIndex &index) const;
    /// The row is drawn over a hatch when stale or blind, over a tint when critical; absent: neither.
    virtual std::optional<State> rowState(const QModelIndex &index) const;
};

/// The first column of most tables: glyph, word and colour of the State in `stateRole`; hatches stale and blind rows.
class StateDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(int stateRole, int stateColumn = 0, QObject *parent = nullptr);

protected:
    Cell cell(const QModelIndex &index) const override;
    std::optional<State> rowState(const QModelIndex &index) const override;

private:
    int m_stateRole;
    int m_stateColumn;
};

/// A table as all tables here are: fixed row heights, no grid but 1 px row lines, whole rows selected and hovered, keys to move.
class DataTable final : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);
    /// 24 px rows instead of 28.
    void setCompact(bool compact);
    void setRowHeight(int pixels);
    /// Takes the rest of the width.
    void setStretchColumn(int column);
    /// Widths in pixels from the first column on.
    void setColumnWidths(const std::vector<int> &widths);
    int hoveredRow() const { return m_hovered; }

Q_SIGNALS:
    /// Enter or a double-click on a row.
    void rowActivated(const QModelIndex &index);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setHovered(int row);
    int m_hovered = -1;
};

} // namespace Watchfloor
