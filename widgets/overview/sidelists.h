#pragma once

#include "models/session/stores.h"
#include "widgets/controls/alertlook.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace Watchfloor {

/// What fires, worst first: name, service, summary, since when, what is left to respond.
class FiringList final : public QWidget
{
    Q_OBJECT

public:
    FiringList(const Stores &stores, const Clock &clock, QWidget *parent = nullptr);
    void refresh();
    int shown() const { return int(m_rows.size()); }
    int total() const { return m_total; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void alertActivated(const QString &fingerprint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Row
    {
        QString fingerprint;
        AlertLook look;
        QString name;
        QString service;
        QString summary;
        QString right;
        Tone rightTone = Tone::Secondary;
    };
    void paintRow(QPainter &painter, const QRect &area, const Row &row) const;

    const Stores &m_stores;
    const Clock &m_clock;
    std::vector<Row> m_rows;
    int m_total = 0;
};

/// What changed in the last hour, newest first: deploys, restarts, runs, alerts that began and ended.
class ChangeList final : public QWidget
{
    Q_OBJECT

public:
    ChangeList(const Stores &stores, const Clock &clock, QWidget *parent = nullptr);
    void refresh();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString textOf(const Mark &mark);

    const Stores &m_stores;
    const Clock &m_clock;
    std::vector<Mark> m_marks;
};

} // namespace Watchfloor
