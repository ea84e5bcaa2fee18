#pragma once

#include <QWidget>

namespace Watchfloor {

/// A sunken ground behind code and arguments.
class SunkenGround final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A thin upright line between what stands side by side.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Watchfloor
