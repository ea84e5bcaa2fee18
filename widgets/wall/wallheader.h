#pragma once

#include "widgets/controls/page.h"

namespace Watchfloor {

/// The top of the wall: what it watches, whether each source can be seen, the oldest data, and a clock whose second moves.
class WallHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit WallHeader(const PageContext &context, QWidget *parent = nullptr);
    /// Pixels of a design pixel of the 1080-line wall.
    void setScale(double scale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Source
    {
        QString name;
        QString detail;
        State state = State::Blind;
    };
    std::vector<Source> sources(Instant now) const;
    void paintClock(QPainter &painter, const QRectF &area) const;

    PageContext m_context;
    double m_scale = 1;
};

} // namespace Watchfloor
