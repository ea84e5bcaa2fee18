#pragma once

#include "models/panels/panel.h"

#include <QWidget>

class QVBoxLayout;

namespace Watchfloor {

class QueryEditor;
class VocabularyFeed;

/// The queries of a panel in their order: add, remove, move.
class QueryList final : public QWidget
{
    Q_OBJECT

public:
    QueryList(VocabularyFeed &feed, const QStringList &sources, QWidget *parent = nullptr);

    void setQueries(const std::vector<PanelQuery> &queries);
    std::vector<PanelQuery> queries() const;
    const std::vector<QueryEditor *> &editors() const { return m_editors; }
    /// What of them cannot be kept as it stands, as a sentence; empty: nothing.
    QString fault() const;
    bool canBeAsked() const;

Q_SIGNALS:
    void changed();

private:
    QueryEditor *addEditor(const PanelQuery &query);
    void remove(QueryEditor *editor);
    void move(QueryEditor *editor, int by);
    void number();

    VocabularyFeed &m_feed;
    QStringList m_sources;
    std::vector<QueryEditor *> m_editors;
    QVBoxLayout *m_column;
};

} // namespace Watchfloor
