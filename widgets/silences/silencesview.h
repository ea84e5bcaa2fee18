#pragma once

#include "widgets/controls/page.h"

namespace Watchfloor {

class SilenceList;

/// All about silences: those that stand, wait or are over, with what each mutes, and the windows of planned work.
class SilencesView final : public QWidget
{
    Q_OBJECT

public:
    explicit SilencesView(const PageContext &context, QWidget *parent = nullptr);

    void tick();
    void focusFilter();
    /// Chooses the silence of this id, in whatever state it is; false where there is none.
    bool openSilence(const QString &id);
    /// How many stand now, for the tab's title.
    int activeCount() const;

Q_SIGNALS:
    /// Another number stands now.
    void activeCountChanged(int count);

private:
    PageContext m_context;
    SilenceList *m_list;
};

} // namespace Watchfloor
