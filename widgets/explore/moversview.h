#pragma once

#include "models/explore/movertablemodel.h"
#include "widgets/controls/page.h"

#include <QWidget>

class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class DataTable;
class EmptyState;
class PanelCard;
class TextLabel;

/// "Show me what moved": the series of a service, ranked by how much they changed around a chosen moment, and the chosen one drawn.
class MoversView final : public QWidget
{
    Q_OBJECT

public:
    explicit MoversView(const PageContext &context, QWidget *parent = nullptr);
    ~MoversView() override;

    void setSource(const QString &source);
    /// Which series: those with the labels of a service; empty: of all services.
    void setService(const QString &service);
    QString service() const { return m_service; }
    void setMoment(WallTime moment);
    WallTime moment() const { return m_moment; }
    /// Asks and ranks.
    void rank();
    bool isSettled() const;
    void setSynchronous(bool synchronous);
    void tick();
    void handleChanged(const QueryKey &key);
    MoverTableModel *model() { return m_model; }

Q_SIGNALS:
    /// Show this query in the editor.
    void queryChosen(const QString &expression);
    void openRequested(const QString &path);

private:
    void showServiceMenu();
    void showMomentMenu();
    void showWindowMenu();
    void showChoices();
    void handleAnswer(const Result<QueryAnswer> &answer);
    void showSeries(int row);
    QString selector() const;
    TimeRange range() const;

    PageContext m_context;
    QString m_source;
    QString m_service;
    WallTime m_moment{};
    std::chrono::milliseconds m_window{15 * 60'000};
    std::map<QString, QString> m_types;
    bool m_asking = false;
    bool m_synchronous = false;
    int m_generation = 0;
    MoverTableModel *m_model;
    ActionButton *m_serviceButton;
    ActionButton *m_momentButton;
    ActionButton *m_windowButton;
    ActionButton *m_rank;
    TextLabel *m_note;
    DataTable *m_table;
    EmptyState *m_empty;
    QVBoxLayout *m_column;
    PanelCard *m_chart = nullptr;
};

} // namespace Watchfloor
