#pragma once

#include "widgets/alerts/detailsection.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

/// The service of an alert: its state, and those of its dependencies that are not healthy. A click on one leads to its place.
class ServiceSection final : public DetailSection
{
    Q_OBJECT

public:
    explicit ServiceSection(const PageContext &context);
    void show(const Alert &alert);

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    struct Row
    {
        State state = State::Blind;
        QString text;
        QString path; ///< where it is shown in full
        bool operator==(const Row &) const = default;
    };

    PageContext m_context;
    std::vector<Row> m_rows;
};

} // namespace Watchfloor
