#pragma once

#include "models/panels/panelqueries.h"
#include "widgets/controls/page.h"

#include <QTimer>

class QGridLayout;
class QScrollArea;

namespace Watchfloor {

class BurnDownChart;
class Card;
class EmptyState;
class FiringList;
class ChangeList;
class ServiceTile;
class StatTile;
class TimeChart;

/// Everything at one glance: headline figures, services worst first, what fires, what changed, the budget that is worst off.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

    /// A service's name brings its tile into view and marks it.
    bool open(const QString &item) override;
    void setTimeRange(std::chrono::milliseconds range) override;
    void tick() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Headline
    {
        StatTile *tile;
        QueryInterest now;
        QueryInterest line;
        Unit unit;
        int decimals = -1;
        Thresholds thresholds;
    };
    QWidget *buildMain();
    QWidget *buildSide();
    void buildHeadlines();
    void watchCharts();
    void arrange();
    void showHeadlines();
    void showTiles();
    void showCharts();
    void showBudget();
    void showLines(TimeChart *chart, Card *card, const QueryKey &key, const Unit &unit);
    void showTileMenu(const ServiceTile &tile, QPoint position);
    void openService(const QString &service);
    void later();

    QScrollArea *m_scroll = nullptr;
    QWidget *m_headlineRow = nullptr;
    std::vector<Headline> m_headlines;
    QWidget *m_tileArea = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<ServiceTile *> m_tiles;
    EmptyState *m_empty = nullptr;
    Card *m_errorCard = nullptr;
    TimeChart *m_errors = nullptr;
    Card *m_latencyCard = nullptr;
    TimeChart *m_latency = nullptr;
    FiringList *m_firing = nullptr;
    ChangeList *m_changes = nullptr;
    Card *m_budgetCard = nullptr;
    BurnDownChart *m_burnDown = nullptr;
    QWidget *m_side = nullptr;
    std::chrono::milliseconds m_range{3'600'000};
    QueryInterest m_errorInterest;
    QueryInterest m_latencyInterest;
    QTimer m_refresh;
    QString m_marked;
    int m_columns = 0;
};

} // namespace Watchfloor
