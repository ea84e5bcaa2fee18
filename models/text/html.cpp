#include "models/text/html.h"

#include <gumbo.h>

#include <array>
#include <cctype>
#include <cstring>

namespace Watchfloor {

namespace {

constexpr qsizetype bytesLimit = 256 * 1024;
constexpr int tagLimit = 5'000;
constexpr int openFormattingLimit = 12;
constexpr int depthLimit = 128;
constexpr size_t blockLimit = 5'000;
constexpr std::array formattingTags{"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};

/// Whether the text can be given to the parser: what is opened and not closed is put again into every block that follows.
bool isModest(const QByteArray &text)
{
    int tags = 0;
    int formatting = 0;
    for (qsizetype at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
        const bool closing = at + 1 < text.size() && text[at + 1] == '/';
        qsizetype end = at + (closing ? 2 : 1);
        QByteArray name;
        while (end < text.size() && std::isalnum(uchar(text[end])) && name.size() < 8)
            name += char(std::tolower(uchar(text[end++])));
        if (name.isEmpty())
            continue;
        if (++tags > tagLimit)
            return false;
        if (std::any_of(formattingTags.begin(), formattingTags.end(), [&name](const char *tag) { return name == tag; }))
            formatting = closing ? std::max(0, formatting - 1) : formatting + 1;
        if (formatting > openFormattingLimit)
            return false;
    }
    return true;
}

class Walker
{
public:
    void walk(const GumboNode *node, int depth);
    std::vector<MarkdownBlock> take()
    {
        flush();
        return std::move(m_blocks);
    }

private:
    struct List
    {
        bool ordered = false;
        int next = 1;
    };

    void walkElement(const GumboNode *node, int depth);
    void walkChildren(const GumboNode *node, int depth);
    void open(MarkdownBlock::Kind kind, int level = 0);
    void flush();
    void addText(QString text);
    void append(const QString &text);
    void walkList(const GumboNode *node, int depth, bool ordered);
    void walkItem(const GumboNode *node, int depth);
    void walkRow(const GumboNode *node, int depth);
    void walkPreformatted(const GumboNode *node, int depth);

    std::vector<MarkdownBlock> m_blocks;
    std::optional<MarkdownBlock> m_block;
    std::vector<MarkdownSpan> *m_spans = nullptr;
    std::vector<List> m_lists;
    QString m_link;
    int m_strong = 0;
    int m_emphasis = 0;
    int m_code = 0;
    int m_quotes = 0;
    bool m_preformatted = false;
    bool m_inRow = false;
};

void Walker::open(MarkdownBlock::Kind kind, int level)
{
    flush();
    m_block.emplace();
    m_block->kind = kind;
    m_block->level = level;
    m_spans = &m_block->spans;
}

void Walker::flush()
{
    if (m_block && m_blocks.size() < blockLimit) {
        if (!m_block->spans.empty()) {
            QString &last = m_block->spans.back().text;
            while (last.endsWith(u' ') || last.endsWith(u'\n'))
                last.chop(1);
            if (last.isEmpty())
                m_block->spans.pop_back();
        }
        const bool says = !m_block->spans.empty() || !m_block->cells.empty() || !m_block->code.isEmpty() || m_block->kind == MarkdownBlock::Kind::Rule;
        if (says)
            m_blocks.push_back(std::move(*m_block));
    }
    m_block.reset();
    m_spans = nullptr;
}

void Walker::append(const QString &text)
{
    if (text.isEmpty())
        return;
    if (!m_spans)
        open(m_quotes > 0 ? MarkdownBlock::Kind::Quote : MarkdownBlock::Kind::Paragraph, m_quotes);
    MarkdownSpan span{text, m_strong > 0, m_emphasis > 0, m_code > 0, m_link};
    if (!m_spans->empty()) {
        MarkdownSpan &last = m_spans->back();
        if (last.strong == span.strong && last.emphasis == span.emphasis && last.code == span.code && last.link == span.link) {
            last.text += text;
            return;
        }
    }
    m_spans->push_back(std::move(span));
}

/// White space is one space, and none at a block's start.
void Walker::addText(QString text)
{
    if (m_preformatted) {
        if (m_block)
            m_block->code += text;
        return;
    }
    QString collapsed;
    for (const QChar c : std::as_const(text)) {
        const bool space = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
        const QString &before = !collapsed.isEmpty() || !m_spans || m_spans->empty() ? collapsed : m_spans->back().text;
        if (!space)
            collapsed += c;
        else if (!before.isEmpty() && !before.endsWith(u' ') && !before.endsWith(u'\n'))
            collapsed += u' ';
    }
    append(collapsed);
}

void Walker::walk(const GumboNode *node, int depth)
{
    if (depth > depthLimit || m_blocks.size() >= blockLimit)
        return;
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_TEMPLATE:
        break;
    case GUMBO_NODE_ELEMENT:
        walkElement(node, depth);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        addText(QString::fromUtf8(node->v.text.text));
        break;
    }
}

void Walker::walkChildren(const GumboNode *node, int depth)
{
    const GumboVector &children = node->v.element.children;
    for (unsigned at = 0; at < children.length; ++at)
        walk(static_cast<const GumboNode *>(children.data[at]), depth + 1);
}

void Walker::walkList(const GumboNode *node, int depth, bool ordered)
{
    flush();
    m_lists.push_back({ordered});
    walkChildren(node, depth);
    m_lists.pop_back();
    flush();
}

void Walker::walkItem(const GumboNode *node, int depth)
{
    open(MarkdownBlock::Kind::ListItem, std::max(0, int(m_lists.size()) - 1));
    if (!m_lists.empty() && m_lists.back().ordered)
        m_block->number = m_lists.back().next++;
    walkChildren(node, depth);
    flush();
}

void Walker::walkRow(const GumboNode *node, int depth)
{
    if (m_inRow)
        return walkChildren(node, depth); // a table inside of a cell is its text
    open(MarkdownBlock::Kind::TableRow);
    m_inRow = true;
    const GumboVector &children = node->v.element.children;
    for (unsigned at = 0; at < children.length; ++at) {
        const auto *cell = static_cast<const GumboNode *>(children.data[at]);
        if (cell->type != GUMBO_NODE_ELEMENT)
            continue;
        m_block->header = m_block->header || cell->v.element.tag == GUMBO_TAG_TH;
        m_block->cells.emplace_back();
        m_spans = &m_block->cells.back();
        walkChildren(cell, depth + 1);
    }
    m_inRow = false;
    // A heading at the left of each row does not make the row a heading.
    if (!m_blocks.empty() && m_blocks.back().kind == MarkdownBlock::Kind::TableRow)
        m_block->header = false;
    flush();
}

void Walker::walkPreformatted(const GumboNode *node, int depth)
{
    if (m_inRow || m_preformatted)
        return walkChildren(node, depth);
    open(MarkdownBlock::Kind::Code);
    m_preformatted = true;
    walkChildren(node, depth);
    m_preformatted = false;
    flush();
}

/// A flat table of what each element means; those that are not named mean their text.
void Walker::walkElement(const GumboNode *node, int depth)
{
    const auto within = [&](int &counter) {
        ++counter;
        walkChildren(node, depth);
        --counter;
    };
    const auto ownBlock = [&](MarkdownBlock::Kind kind, int level) {
        if (m_inRow || m_preformatted || (m_block && m_block->kind == MarkdownBlock::Kind::ListItem && m_block->spans.empty()))
            return walkChildren(node, depth);
        open(kind, level);
        walkChildren(node, depth);
        flush();
    };
    switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_APPLET:
        return;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return ownBlock(MarkdownBlock::Kind::Heading, int(node->v.element.tag) - int(GUMBO_TAG_H1) + 1);
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
        return ownBlock(m_quotes > 0 ? MarkdownBlock::Kind::Quote : MarkdownBlock::Kind::Paragraph, m_quotes);
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
        return m_inRow ? walkChildren(node, depth) : walkList(node, depth, node->v.element.tag == GUMBO_TAG_OL);
    case GUMBO_TAG_LI:
        return m_inRow ? walkChildren(node, depth) : walkItem(node, depth);
    case GUMBO_TAG_BLOCKQUOTE:
        flush();
        within(m_quotes);
        return flush();
    case GUMBO_TAG_PRE:
        return walkPreformatted(node, depth);
    case GUMBO_TAG_TR:
        return walkRow(node, depth);
    case GUMBO_TAG_HR:
        if (!m_inRow)
            ownBlock(MarkdownBlock::Kind::Rule, 0);
        return;
    case GUMBO_TAG_BR:
        return m_preformatted ? addText(QStringLiteral("\n")) : append(QStringLiteral("\n"));
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
        return within(m_strong);
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
        return within(m_emphasis);
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
        return within(m_code);
    case GUMBO_TAG_IMG: {
        const GumboAttribute *description = gumbo_get_attribute(&node->v.element.attributes, "alt");
        return description ? addText(QString::fromUtf8(description->value)) : void();
    }
    case GUMBO_TAG_A: {
        const GumboAttribute *target = gumbo_get_attribute(&node->v.element.attributes, "href");
        const QString outer = std::exchange(m_link, target ? allowedLinkTarget(QString::fromUtf8(target->value)) : QString());
        walkChildren(node, depth);
        m_link = outer;
        return;
    }
    default:
        walkChildren(node, depth);
    }
}

} // namespace

Result<std::vector<MarkdownBlock>> parseHtml(const QByteArray &text)
{
    if (text.size() > bytesLimit)
        return Error{Error::Kind::TooLarge, QStringLiteral("the text is larger than %1 KiB").arg(bytesLimit / 1024), {}};
    if (!isModest(text))
        return Error{Error::Kind::TooLarge, QStringLiteral("too many tags, or too many open at once"), {}};
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, text.constData(), size_t(text.size()));
    if (!output)
        return Error{Error::Kind::Malformed, QStringLiteral("the HTML could not be read"), {}};
    Walker walker;
    walker.walk(output->root, 0);
    gumbo_destroy_output(&options, output);
    return walker.take();
}

} // namespace Watchfloor
