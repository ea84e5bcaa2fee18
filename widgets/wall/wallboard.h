#pragma once

#include "widgets/controls/page.h"
#include "widgets/overview/servicetile.h"

#include <QImage>

namespace Watchfloor {

/// The wall's own two pictures, readable from five metres: all services as large rows, or the one that burns with everything that
/// must be known of it; below both the budgets.
class WallBoard final : public QWidget
{
    Q_OBJECT

public:
    explicit WallBoard(const PageContext &context, QWidget *parent = nullptr);
    void setScale(double scale);
    /// Empty: all services.
    void setBurning(const QString &service);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double px(double value) const { return value * m_scale; }
    void paintBurning(QPainter &painter, const QRectF &area, const ServiceStatus &status) const;
    void paintBurningHead(QPainter &painter, const QRectF &area, const TileContent &content, const Alert *alert) const;
    void paintBurningFigure(QPainter &painter, const QRectF &area, const TileContent::Figure &figure, State state) const;
    void paintFacts(QPainter &painter, const QRectF &area, const ServiceStatus &status, const Alert *alert) const;
    void paintAlso(QPainter &painter, const QRectF &area, const Alert *shown) const;
    void paintRow(QPainter &painter, const QRectF &area, const TileContent &content) const;
    void paintBudgets(QPainter &painter, const QRectF &area) const;
    const TileContent::Figure *leading(const TileContent &content, const Alert *alert) const;

    PageContext m_context;
    QString m_service;
    double m_scale = 1;
};

} // namespace Watchfloor
