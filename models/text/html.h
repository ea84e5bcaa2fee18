#pragma once

#include "models/text/markdown.h"

namespace Watchfloor {

/// Foreign HTML as the blocks of a Markdown text: headings, paragraphs, lists, quotes, code, tables and rules, in them bold, emphasis, code and
/// links to where a link may lead. Of any other element the text inside stays; scripts, styles, frames, drawings and media leave nothing, an
/// image its description. No attribute but a link's target is ever read.
/// Refused beyond 256 KiB, 5,000 tags or a dozen open formatting tags: an HTML parser's work grows with their product.
Result<std::vector<MarkdownBlock>> parseHtml(const QByteArray &text);

} // namespace Watchfloor
