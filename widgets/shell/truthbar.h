#pragma once

#include "models/session/session.h"
#include "models/core/state.h"

#include <QWidget>

namespace Watchfloor {

/// Always there: how many things are in each state, and the age of every source. A click on a state or a source goes there.
class TruthBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TruthBar(const Session &session, QWidget *parent = nullptr);
    /// Reads the stores again and repaints when something changed.
    void refresh();
    /// As a person reads it: "● 41 healthy ▲ 2 warning …"; for screen readers and tests.
    QString text() const;
    StateCounts counts() const { return m_counts; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item
    {
        State state = State::Blind;
        QString name;
        QString detail;
        QString toolTip;
        QString path;
        bool loud = false; ///< the whole item in the state's colour
        mutable QRect rect;
        bool operator==(const Item &other) const
        {
            return state == other.state && name == other.name && detail == other.detail && toolTip == other.toolTip && loud == other.loud;
        }
    };
    std::vector<Item> countItems() const;
    std::vector<Item> sourceItems(Instant now) const;
    std::optional<Item> endpointItem(Instant now) const;
    static int widthOf(const Item &item);
    void paintItem(QPainter &painter, const Item &item, int x) const;
    const Item *itemAt(QPoint position) const;

    const Session &m_session;
    StateCounts m_counts;
    std::vector<Item> m_left;
    std::vector<Item> m_right;
};

} // namespace Watchfloor
