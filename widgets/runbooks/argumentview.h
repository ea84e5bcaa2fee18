#pragma once

#include "models/runbooks/runbook.h"

#include <QWidget>

namespace Watchfloor {

/// A command argument by argument: each in a box of its own with its number above, so that blanks and odd characters are seen.
class ArgumentView final : public QWidget
{
    Q_OBJECT

public:
    explicit ArgumentView(const ResolvedCommand &command, Risk risk, QWidget *parent = nullptr);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Box
    {
        QRect rect;
        QStringList lines;
    };
    std::vector<Box> boxes(int width) const;

    QStringList m_arguments;
    bool m_viaShell;
    Risk m_risk;
};

} // namespace Watchfloor
