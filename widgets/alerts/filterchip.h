#pragma once

#include <QAbstractButton>

namespace Watchfloor {

/// One term of a filter: its sign, its name quiet, its value as code editors show strings, and a cross. A click asks what to do with it,
/// the cross takes it away.
class FilterChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &term, QWidget *parent = nullptr);
    QString term() const { return m_term; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();
    void editRequested();
    void turnRequested();
    void menuRequested();
    /// -1: to the chip before, 1: to the one after.
    void stepRequested(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect crossRect() const;
    QString m_term;
};

} // namespace Watchfloor
