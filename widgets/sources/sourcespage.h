#pragma once

#include "models/sources/sourcetablemodel.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class Card;
class DataTable;
class ElidedLabel;
class EmptyState;
class HandOnCard;
class OutputView;
class StateBadge;
class TextLabel;

/// Every server that is asked: can it be seen, since when not and why, what it costs. Beside it what is wrong with the files.
class SourcesPage final : public Page
{
    Q_OBJECT

public:
    explicit SourcesPage(const PageContext &context, QWidget *parent = nullptr);

    bool open(const QString &item) override;
    QString openItem() const override { return m_source; }
    void tick() override;
    QList<std::pair<QString, QString>> keys() const override;

private:
    void buildTable(Card *card);
    void buildDetail(Card *card);
    void showSource(const QString &name);
    void showDetail();
    void addRules(std::vector<KeyValueList::Row> &rows) const;
    void showFaults();
    void addCosts(std::vector<KeyValueList::Row> &rows, const SourceStatus &status) const;
    void fitToWidth();

    SourceTableModel *m_model;
    DataTable *m_table;
    EmptyState *m_empty;
    Card *m_detail;
    StateBadge *m_badge;
    TextLabel *m_sentence;
    KeyValueList *m_facts;
    KeyValueList *m_families;
    Card *m_faultsCard;
    OutputView *m_faults;
    HandOnCard *m_handOn;
    QString m_source;
    std::optional<bool> m_isNarrow;
    std::vector<Fault> m_shownFaults;
};

} // namespace Watchfloor
