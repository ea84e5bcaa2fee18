#pragma once

#include "models/core/state.h"
#include "models/silences/silencepreviewer.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The lines of a preview: what is muted now, or what could be.
class MutedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, DetailRole, HeadingRole };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void showMuted(const SilencePreview &preview);
    void showReach(const SilenceReach &reach, WallTime now);

private:
    struct Line
    {
        QString text;
        QString detail;
        std::optional<State> state;
        bool isHeading = false;
        bool operator==(const Line &) const = default;
    };
    void setLines(std::vector<Line> lines);

    std::vector<Line> m_lines;
};

} // namespace Watchfloor
