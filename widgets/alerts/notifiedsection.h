#pragma once

#include "widgets/alerts/detailsection.h"
#include "widgets/alerts/tracewords.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

/// Whom the Alertmanagers told of an alert, by which routes, and if nobody, why not; and what our own webhooks handed on.
class NotifiedSection final : public DetailSection
{
    Q_OBJECT

public:
    explicit NotifiedSection(const PageContext &context);
    void show(const Alert &alert);

private:
    struct Line
    {
        enum class Kind { Steps, Sentence, Note, Retry };
        Kind kind = Kind::Note;
        QStringList texts;
        Tone tone = Tone::Secondary;
        bool operator==(const Line &) const = default;
    };

    void addTraces(const Alert &alert, std::vector<Line> &lines);
    void addDeliveries(const Alert &alert, std::vector<Line> &lines) const;
    void addLine(const Line &line, QVBoxLayout &column);

    PageContext m_context;
    std::vector<Line> m_lines;
};

} // namespace Watchfloor
