#pragma once

#include "models/panels/panel.h"
#include "widgets/controls/card.h"

class QCheckBox;
class QComboBox;

namespace Watchfloor {

class IconButton;
class PromEdit;
class TextLabel;

/// One query of a panel: its expression, how its series are called, and how it is asked.
class QueryEditor final : public Card
{
    Q_OBJECT

public:
    /// `sources` may be chosen instead of the panel's own.
    explicit QueryEditor(const QStringList &sources, QWidget *parent = nullptr);

    void setQuery(const PanelQuery &query);
    PanelQuery query() const;
    /// "A", and whether it has one before and behind it.
    void setPlace(size_t index, size_t count);
    PromEdit *edit() { return m_edit; }
    bool hasGoodStep() const;
    /// It is whole and can be read; a text that an engine understands and we do not may be kept all the same.
    bool canBeAsked() const;

Q_SIGNALS:
    void changed();
    void removeRequested();
    void moveRequested(int by);

private:
    QWidget *buildOptions();
    void showFault(const QString &fault);

    PanelQuery m_query;
    PromEdit *m_edit;
    TextLabel *m_fault;
    QLineEdit *m_legend = nullptr;
    QLineEdit *m_step = nullptr;
    QComboBox *m_source = nullptr;
    QComboBox *m_compare = nullptr;
    QCheckBox *m_table = nullptr;
    QCheckBox *m_exemplars = nullptr;
    QCheckBox *m_hidden = nullptr;
    IconButton *m_up;
    IconButton *m_down;
};

} // namespace Watchfloor
