#pragma once

#include "models/alerts/alerttablemodel.h"
#include "widgets/controls/alertlook.h"

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
    enum class Kind { All, State, Flapping };

    explicit StateChip(Kind kind, AlertState state = AlertState::Firing, QWidget *parent = nullptr);
    void setCount(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AlertLook look() const;

    Kind m_kind;
    AlertState m_state;
    QString m_count;
};

/// The states that occur, with how many alerts are in each; one of them holds as the filter.
class StateChips final : public QWidget
{
    Q_OBJECT

public:
    StateChips(const AlertTableModel &model, QWidget *parent = nullptr);
    /// `sortedBy` is a column's heading; empty: worst first. `selected`: how many a person chose to do something with.
    void refresh(int total, const QString &sortedBy = {}, int selected = 0);
    void setChosen(std::optional<AlertState> state, bool flapping = false);
    std::optional<AlertState> chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged(std::optional<Watchfloor::AlertState> state, bool flapping);

private:
    const AlertTableModel &m_model;
    StateChip *m_all;
    std::array<StateChip *, 8> m_chips{};
    StateChip *m_flapping;
    TextLabel *m_match;
    std::optional<AlertState> m_chosen;
    bool m_flappingChosen = false;
};

} // namespace Watchfloor
