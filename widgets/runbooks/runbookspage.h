#pragma once

#include "widgets/controls/page.h"

#include <QTimer>

#include <deque>

class QListView;
class QSortFilterProxyModel;

namespace Watchfloor {

class Card;
class ConfirmRunDialog;
class DocumentPanel;
class EmptyState;
class RunbookListModel;
class RunPanel;
class SearchField;
class SegmentedControl;
class TextLabel;

/// Runbooks: the catalogue, one of them as it reads with its steps, and how a run of it stands.
class RunbooksPage final : public Page
{
    Q_OBJECT

public:
    explicit RunbooksPage(const PageContext &context, QWidget *parent = nullptr);

    bool open(const QString &item) override;
    QString openItem() const override { return m_opened ? m_name : QString(); }
    void tick() override;
    void focusFilter() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCatalogue();
    void connectStores();
    void choose(const QString &name);
    void select(const QString &name);
    void selectFirst();
    void showCatalogue();
    void showOpenAlerts();
    void showRun(const QString &id);
    void showHolder();
    void handleRun(const QString &id);
    void handleOutput(const QString &id, const QString &text);
    QString outputOf(const QString &id) const;
    void requestRun();
    void requestDryRun();
    bool parametersFit();

    RunbookListModel *m_model;
    QSortFilterProxyModel *m_proxy;
    Card *m_catalogue = nullptr;
    SearchField *m_filter = nullptr;
    SegmentedControl *m_risks = nullptr;
    QListView *m_list = nullptr;
    TextLabel *m_foot = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_body = nullptr;
    DocumentPanel *m_document = nullptr;
    RunPanel *m_run = nullptr;
    QString m_name;
    QString m_runId;
    bool m_opened = false;
    bool m_choosing = false;
    QTimer m_alertsTimer;
    QTimer m_runTimer;
    std::deque<std::pair<QString, QString>> m_outputs; ///< of the latest runs, by id, as they streamed
};

} // namespace Watchfloor
