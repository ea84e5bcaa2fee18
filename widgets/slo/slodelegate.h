#pragma once

#include <QStyledItemDelegate>

namespace Watchfloor {

/// An objective in three lines: name, budget bar with its words, SLI and burn, policy. Stale and blind rows are hatched.
class SloDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Watchfloor
