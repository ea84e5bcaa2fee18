#pragma once

#include "models/session/session.h"

#include <QWidget>

namespace Watchfloor {

/// The line at the bottom: clocks, the main loop's own pulse, what is asked of the sources, what is recorded, the keys.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const Session &session, QWidget *parent = nullptr);
    void refresh();
    /// A sentence in the warning tone that stays for a while: something asked for could not be done.
    void showMessage(const QString &sentence);
    QString text() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void keysRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const Session &m_session;
    QStringList m_parts;
    QString m_storage;
    QString m_message;
    Instant m_messageUntil{};
    bool m_alarming = false;
    QRect m_keysRect;
};

} // namespace Watchfloor
