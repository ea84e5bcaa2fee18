#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QListWidget;

namespace Watchfloor {

/// What a line offers while somebody types in it, in a list below it. The keyboard stays with the line.
class SuggestionPopup final : public QFrame
{
    Q_OBJECT

public:
    /// Texts are safe for display.
    struct Entry
    {
        QString text;
        QString tip = {};
    };
    static constexpr int shownRows = 10;

    explicit SuggestionPopup(QWidget *line);

    /// Shows them below a place on the screen, with that row chosen; -1: none.
    void offer(const std::vector<Entry> &entries, int chosen, QPoint below);
    /// Shows one sentence, such as what is wrong, as wide as it is.
    void say(const QString &sentence, QPoint below);
    int chosen() const;
    void choose(int row);
    /// Moves the choice by so many rows, within the list.
    void step(int rows);

Q_SIGNALS:
    /// A row was clicked and is the chosen one.
    void taken();

private:
    void showRows(int rows, int width, QPoint below);

    QListWidget *m_list;
};

} // namespace Watchfloor
