#pragma once

#include "models/alerts/alertcopy.h"
#include "widgets/controls/page.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Watchfloor {

class ElidedLabel;
class IconButton;
class Pill;
class StateGlyph;
class TextLabel;

/// Which alert it is, in what state, where it stands in the list, what it says, and what was deployed just before.
class DetailHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailHead(const PageContext &context);

    void show(const Alert &alert);
    /// "1 of 4" beside the arrows; 0: it is not in the list.
    void setPlace(int place, int of);

Q_SIGNALS:
    void stepRequested(int by);
    void closeRequested();
    void copyRequested(Watchfloor::AlertCopy::Form form);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addSteps(QHBoxLayout *row);
    void arrange();
    void showCopyMenu();
    void showLook(const Alert &alert);
    void showDeploy(const Alert &alert);

    PageContext m_context;
    StateGlyph *m_glyph;
    IconButton *m_copy = nullptr;
    QLabel *m_icon;
    ElidedLabel *m_name;
    Pill *m_state;
    Pill *m_flapping;
    ElidedLabel *m_service;
    TextLabel *m_place;
    TextLabel *m_summary;
    TextLabel *m_deploy;
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_row = nullptr;
    QWidget *m_badges = nullptr; ///< beside the name, or below it
    bool m_isStacked = false;
    bool m_hasPlace = false;
};

} // namespace Watchfloor
