#include "widgets/silences/silencesview.h"

#include "widgets/silences/silencelist.h"

#include <QBoxLayout>

namespace Watchfloor {

SilencesView::SilencesView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new SilenceList(context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
}

void SilencesView::tick()
{
    m_list->tick();
}

void SilencesView::focusFilter()
{
    m_list->setFocus();
}

bool SilencesView::openSilence(const QString &)
{
    return false;
}

int SilencesView::activeCount() const
{
    return m_list->count();
}

} // namespace Watchfloor
