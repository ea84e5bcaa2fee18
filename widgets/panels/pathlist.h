#pragma once

#include "widgets/controls/datatable.h"

#include <QWidget>

namespace Watchfloor {

/// Lines that lead somewhere: a glyph, a title, words behind it, and a figure at the right; with headings between them.
class PathList final : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        std::optional<State> glyph{};
        GlyphStyle glyphStyle = GlyphStyle::Filled;
        QString title;
        QString detail{};
        QString right{};
        Tone rightTone = Tone::Secondary;
        QString path{};       ///< where it leads; empty: a heading
        bool operator==(const Row &) const = default;
    };

    explicit PathList(QWidget *parent = nullptr);
    void setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const;
    DataTable *table() { return m_table; }

Q_SIGNALS:
    void activated(const QString &path);

private:
    class Model;

    Model *m_model;
    DataTable *m_table;
};

} // namespace Watchfloor
