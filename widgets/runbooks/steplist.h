#pragma once

#include "widgets/runbooks/runwords.h"

#include <QWidget>

namespace Watchfloor {

/// The steps of a run, a row each: state, what it is, how it went, when, how long.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString icon;
        Tone tone = Tone::Hint;
        QString caption;
        QString title;
        QString message;
        QString time;
        QString took;
        bool active = false;
        bool operator==(const Row &) const = default;
    };

    explicit StepList(QWidget *parent = nullptr);
    void setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Row> m_rows;
};

} // namespace Watchfloor
