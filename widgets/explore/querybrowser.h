#pragma once

#include "models/core/clock.h"
#include "models/explore/queryhistory.h"
#include "models/promql/vocabulary.h"
#include "widgets/controls/card.h"

class QListWidget;

namespace Watchfloor {

class SearchField;
class SegmentedControl;
class TextLabel;

/// What can be asked: the metrics of the source, and what was asked before.
class QueryBrowser final : public Card
{
    Q_OBJECT

public:
    QueryBrowser(const Clock &clock, QString historyFile, QWidget *parent = nullptr);

    void setVocabulary(const PromVocabulary &vocabulary);
    /// Why there are no metrics to choose from.
    void setFault(const QString &fault);
    /// Keeps a query that was asked.
    void keep(const QString &source, const QString &expression);
    const QueryHistory &history() const { return m_history; }
    void focusSearch();

Q_SIGNALS:
    void metricChosen(const QString &name, const QString &type);
    void queryChosen(const QString &source, const QString &expression);
    /// The history could not be written.
    void failed(const Watchfloor::Error &error);

private:
    void showList();
    void showMetrics(const QStringList &words);
    void showHistory(const QString &wanted);
    void take(int row);
    void showMenu(QPoint position);
    void save();

    const Clock &m_clock;
    QString m_file;
    QueryHistory m_history;
    std::vector<size_t> m_shownHistory;
    PromVocabulary m_vocabulary;
    QString m_fault;
    SegmentedControl *m_mode;
    SearchField *m_search;
    QListWidget *m_list;
    TextLabel *m_hint;
};

} // namespace Watchfloor
