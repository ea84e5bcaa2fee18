#pragma once

#include "models/frames/thresholds.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace Watchfloor {

class NumberField;

/// Thresholds as people write them: above or below a value it is critical, warning or healthy; a row each.
class LimitRows final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitRows(QWidget *parent = nullptr);
    void setLimits(const std::vector<Limit> &limits);
    std::vector<Limit> limits() const;
    /// Every row has a number.
    bool isValid() const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *box = nullptr;
        QComboBox *side = nullptr;
        NumberField *value = nullptr;
        QComboBox *state = nullptr;
    };
    void addRow(const Limit *limit);
    void removeRow(const QWidget *box);

    std::vector<Row> m_rows;
    QVBoxLayout *m_column;
};

} // namespace Watchfloor
