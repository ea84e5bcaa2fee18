#pragma once

#include "models/silences/silencetablemodel.h"
#include "widgets/controls/page.h"

class QCheckBox;

namespace Watchfloor {

class ActionButton;
class DataTable;
class EmptyState;
class TextLabel;

/// The silences that stand, with what each mutes now, and a button that ends one.
class SilenceList final : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceList(const PageContext &context, QWidget *parent = nullptr);
    void tick();
    int count() const { return m_model->rowCount(); }

private:
    void showChoice();
    void expire();

    PageContext m_context;
    SilenceTableModel *m_model;
    DataTable *m_table;
    EmptyState *m_empty;
    ActionButton *m_expire;
    TextLabel *m_result;
    QString m_armed; ///< the silence whose end was asked for once
};

} // namespace Watchfloor
