#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace Watchfloor {

class TextLabel;

/// Names at the left, values at the right of them, one a row; values can be selected. At most 200 rows, each cut at 4 kB.
class KeyValueList final : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString name;
        QString value;
        Tone tone = Tone::Primary;
        bool mono = false;
        bool operator==(const Row &) const = default;
    };

    explicit KeyValueList(QWidget *parent = nullptr);
    void setRows(const std::vector<Row> &rows);
    /// The least width of the names, to stand in line with a neighbour's; how wide those of `names` are in its font.
    void setNameWidth(int width);
    static int widthOf(const QStringList &names);
    static constexpr int spacing = 16; ///< between a name and its value

private:
    void addLabels();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    std::vector<std::pair<TextLabel *, TextLabel *>> m_labels; ///< name, value
};

} // namespace Watchfloor
