#pragma once

#include "models/silences/silencepreviewer.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class DataTable;
class MutedModel;
class SegmentedControl;
class TextLabel;

/// What the matchers mute now, and what they could: open alerts, rules that a Prometheus runs, and the record of the last days.
class MutedPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MutedPanel(const PageContext &context, QWidget *parent = nullptr);

    void setMatchers(const Matchers &matchers);
    /// Whose labels count, and whose alerts.
    void setCluster(const QString &cluster);
    /// False while a count is under way: then the preview is of what was asked before.
    bool isSettled() const { return !m_previewer.isBusy(); }
    const SilencePreview &preview() const { return m_previewer.preview(); }

Q_SIGNALS:
    void previewed();

private:
    void askRecord();
    void showView(int view);
    void showPreview();
    QString detailOf(const SilencePreview &preview) const;

    PageContext m_context;
    SilencePreviewer m_previewer;
    MutedModel *m_model;
    TextLabel *m_headline;
    TextLabel *m_detail;
    SegmentedControl *m_views;
    DataTable *m_list;
    TextLabel *m_empty;
};

} // namespace Watchfloor
