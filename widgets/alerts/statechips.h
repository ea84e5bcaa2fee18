#pragma once

#include "models/alerts/alerttablemodel.h"

#include <QAbstractButton>

#include <array>
#include <optional>

namespace Watchfloor {

class TextLabel;

/// One state with its count: "◆ Firing 4".
class StateChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateChip(std::optional<AlertState> state, QWidget *parent = nullptr);
    void setCount(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<AlertState> m_state;
    QString m_count;
};

/// The states that occur, with how many alerts are in each; one of them holds as the filter.
class StateChips final : public QWidget
{
    Q_OBJECT

public:
    StateChips(const AlertTableModel &model, QWidget *parent = nullptr);
    void refresh(int total);
    void setChosen(std::optional<AlertState> state);
    std::optional<AlertState> chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged(std::optional<Watchfloor::AlertState> state);

private:
    const AlertTableModel &m_model;
    StateChip *m_all;
    std::array<StateChip *, 8> m_chips{};
    TextLabel *m_match;
    std::optional<AlertState> m_chosen;
};

} // namespace Watchfloor
