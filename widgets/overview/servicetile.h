#pragma once

#include "models/services/service.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

/// Everything that a tile shows, ready to be drawn.
struct TileContent
{
    struct Figure
    {
        QString label;
        QString number;
        QString suffix;
        State state = State::Blind;
        std::vector<double> line;
        std::optional<double> limit;
        bool operator==(const Figure &) const = default;
    };

    QString name;
    State state = State::Blind;
    QString reason;
    QString age;
    std::vector<Figure> figures;
    std::optional<double> budgetLeft;
    State budgetState = State::Blind;
    QString budgetText; ///< "18 % left · 47 s of 4.3 min · empty in 22 min"
    std::vector<std::pair<QString, State>> dependencies;
    QString action;     ///< the runbook that would help: its title; empty: none
    bool operator==(const TileContent &) const = default;
};

/// One service: state, three figures with their last hour, the budget, what it depends on. Drawn in one pass.
class ServiceTile final : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceTile(QWidget *parent = nullptr);
    void setContent(TileContent content);
    const TileContent &content() const { return m_content; }
    /// Drawn with the focus frame for a while: "this is the one you looked for".
    void setMarked(bool marked);
    QSize sizeHint() const override;

Q_SIGNALS:
    void opened();
    void actionRequested();
    void dependencyRequested(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintHeader(QPainter &painter, const QRect &area) const;
    void paintFigures(QPainter &painter, const QRect &area) const;
    void paintFigure(QPainter &painter, const QRect &area, const TileContent::Figure &figure) const;
    void paintBudget(QPainter &painter, const QRect &area) const;
    void paintFooter(QPainter &painter, const QRect &area);

    TileContent m_content;
    bool m_hovered = false;
    bool m_marked = false;
    QRect m_actionRect;
    std::vector<std::pair<QRect, QString>> m_dependencyRects;
};

} // namespace Watchfloor
