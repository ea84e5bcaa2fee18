#pragma once

#include "models/text/markdown.h"

namespace Watchfloor::Testing {

/// *emphasis* **strong** `code` [text](link); a hard break is a line's end.
inline QString spansText(const std::vector<MarkdownSpan> &spans)
{
    QString text;
    for (const MarkdownSpan &span : spans) {
        QString part = span.text;
        if (span.code)
            part = QStringLiteral("`%1`").arg(part);
        if (span.emphasis)
            part = QStringLiteral("*%1*").arg(part);
        if (span.strong)
            part = QStringLiteral("**%1**").arg(part);
        if (!span.link.isEmpty())
            part = QStringLiteral("[%1](%2)").arg(part, span.link);
        text += part;
    }
    return text;
}

/// "th a|b" of a head, "td 1|2" of what stands below.
inline QString rowText(const MarkdownBlock &row)
{
    QStringList cells;
    for (const auto &cell : row.cells)
        cells.append(spansText(cell));
    return (row.header ? QStringLiteral("th ") : QStringLiteral("td ")) + cells.join(QLatin1Char('|'));
}

} // namespace Watchfloor::Testing
