#pragma once

#include "models/core/labels.h"
#include "widgets/alerts/detailsection.h"

namespace Watchfloor {

class FlowLayout;

/// The labels of an alert as chips; a click on one is a wish to filter by it.
class LabelSection final : public DetailSection
{
    Q_OBJECT

public:
    LabelSection();
    void show(const Labels &labels);

Q_SIGNALS:
    /// name="value"
    void filterRequested(const QString &matcher);

private:
    Labels m_labels;
    FlowLayout *m_flow;
};

} // namespace Watchfloor
