#pragma once

#include <QAbstractButton>

namespace Watchfloor {

/// The line of a row: an arrow, its title, and how many panels it folds away.
class RowHeader final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RowHeader(QWidget *parent = nullptr);
    void setRow(const QString &title, bool collapsed, int panels);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_collapsed = false;
    int m_panels = 0;
};

} // namespace Watchfloor
