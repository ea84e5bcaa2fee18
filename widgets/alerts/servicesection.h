#pragma once

#include "widgets/alerts/detailsection.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

/// The service of an alert: its state, and those of its dependencies that are not healthy.
class ServiceSection final : public DetailSection
{
    Q_OBJECT

public:
    explicit ServiceSection(const PageContext &context);
    void show(const Alert &alert);

private:
    struct Row
    {
        State state = State::Blind;
        QString text;
        bool operator==(const Row &) const = default;
    };
    void build();

    PageContext m_context;
    std::vector<Row> m_rows;
    QWidget *m_content = nullptr;
};

} // namespace Watchfloor
