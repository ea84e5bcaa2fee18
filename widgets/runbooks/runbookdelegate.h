#pragma once

#include <QStyledItemDelegate>

namespace Watchfloor {

class ServiceStore;

/// A runbook of the catalogue: risk, title, a dot where something wrong asks for it, and what it does now. The first of a target
/// carries the target's name and state above it.
class RunbookDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunbookDelegate(const ServiceStore &services, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTarget(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QString &target) const;
    const ServiceStore &m_services;
};

} // namespace Watchfloor
