#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Watchfloor {

/// A run of text in one style. Links carry only http, https and relative targets; anything else is plain text. No HTML, no images:
/// both stand as the text that was written.
struct MarkdownSpan
{
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    QString link;
    bool operator==(const MarkdownSpan &) const = default;
};

/// A block of a document: what md4c found, flattened, with the line it started on.
struct MarkdownBlock
{
    enum class Kind { Heading, Paragraph, ListItem, Quote, Code, TableRow, Rule };
    Kind kind = Kind::Paragraph;
    int level = 0;                  ///< of a heading 1-6, of a list item its depth from 0
    int number = 0;                 ///< of an ordered item; 0: a bullet
    bool header = false;            ///< of a table row
    std::vector<MarkdownSpan> spans;
    std::vector<std::vector<MarkdownSpan>> cells; ///< of a table row
    QString info;                   ///< of a code block: everything after the fence
    QString code;
    int line = 0;                   ///< from 1, of a code block's fence; 0 unknown
    bool operator==(const MarkdownBlock &) const = default;
};

/// A target that a link may lead to, as it was written: http, https or relative; empty for anything else.
QString allowedLinkTarget(const QString &target);

/// Blocks of a Markdown text (CommonMark with tables), capped at 1 MiB and depth 32.
Result<std::vector<MarkdownBlock>> parseMarkdown(const QByteArray &text);

} // namespace Watchfloor
