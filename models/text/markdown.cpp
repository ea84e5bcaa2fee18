#include "models/text/markdown.h"

#include <QElapsedTimer>
#include <QUrl>

#include <md4c.h>

namespace Watchfloor {

namespace {
constexpr qsizetype bytesLimit = 1024 * 1024;
constexpr int depthLimit = 32;
constexpr int markersLimit = 64;
constexpr size_t piecesLimit = 100'000;
constexpr qint64 millisecondsLimit = 1'000;

/// The character that an entity stands for; an unknown one stays as it was written.
QString decodedEntity(QByteArrayView entity)
{
    const QByteArrayView name = entity.size() > 2 ? entity.sliced(1, entity.size() - 2) : entity;
    if (name.startsWith('#')) {
        const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        bool ok = false;
        const uint code = name.sliced(hexadecimal ? 2 : 1).toByteArray().toUInt(&ok, hexadecimal ? 16 : 10);
        if (!ok || code == 0 || code > 0x10ffff || QChar::isSurrogate(code))
            return QString(QChar::ReplacementCharacter);
        const char32_t character = code;
        return QString::fromUcs4(&character, 1);
    }
    static const std::pair<QByteArrayView, QString> known[] = {
        {"amp", QStringLiteral("&")},         {"lt", QStringLiteral("<")},           {"gt", QStringLiteral(">")},
        {"quot", QStringLiteral("\"")},       {"apos", QStringLiteral("'")},         {"nbsp", QString(QChar::Nbsp)},
        {"ndash", QString(QChar(0x2013))},    {"mdash", QString(QChar(0x2014))},     {"hellip", QString(QChar(0x2026))},
        {"rarr", QString(QChar(0x2192))},     {"larr", QString(QChar(0x2190))},      {"times", QString(QChar(0x00d7))}};
    for (const auto &[word, text] : known) {
        if (word == name)
            return text;
    }
    return QString::fromUtf8(entity);
}

/// An attribute (info string, target) with its entities decoded.
QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString text;
    for (int at = 0; attribute.text && attribute.substr_offsets[at] < attribute.size; ++at) {
        const MD_OFFSET start = attribute.substr_offsets[at];
        const QByteArrayView part(attribute.text + start, qsizetype(attribute.substr_offsets[at + 1] - start));
        if (attribute.substr_types[at] == MD_TEXT_ENTITY)
            text += decodedEntity(part);
        else if (attribute.substr_types[at] == MD_TEXT_NULLCHAR)
            text += QChar::ReplacementCharacter;
        else
            text += QString::fromUtf8(part);
    }
    return text;
}

/// What md4c tells, block by block and span by span, flattened.
class Flattener
{
public:
    explicit Flattener(const QByteArray &text)
        : m_begin(text.constData())
        , m_end(m_begin + text.size())
    {
        m_clock.start();
    }

    int enterBlock(MD_BLOCKTYPE type, void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size);

    Result<std::vector<MarkdownBlock>> take(int outcome)
    {
        flush();
        if (!m_refusal.isEmpty())
            return Error{Error::Kind::TooLarge, m_refusal, {}};
        if (outcome != 0)
            return Error{Error::Kind::Malformed, QStringLiteral("the Markdown could not be read"), {}};
        return std::move(m_blocks);
    }

private:
    struct List
    {
        bool ordered = false;
        int next = 1;
    };

    int refuse(const QString &why)
    {
        m_refusal = why;
        return 1;
    }

    /// Every piece counts: a table row is filled up to the width of its header, which 1 MiB can make millions of cells.
    int checked()
    {
        if (++m_pieces > piecesLimit)
            return refuse(QStringLiteral("more than %1 pieces of text").arg(piecesLimit));
        if (m_pieces % 256 == 0 && m_clock.elapsed() > millisecondsLimit)
            return refuse(QStringLiteral("it took longer than %1 ms to read").arg(millisecondsLimit));
        return 0;
    }

    bool inSource(const char *pointer) const { return pointer >= m_begin && pointer < m_end; }

    int lineOf(const char *pointer)
    {
        if (m_counted > pointer) {
            m_counted = m_begin;
            m_line = 1;
        }
        m_line += int(std::count(m_counted, pointer, '\n'));
        m_counted = pointer;
        return m_line;
    }

    void open(MarkdownBlock::Kind kind, int level = 0)
    {
        flush();
        m_block.emplace();
        m_block->kind = kind;
        m_block->level = level;
        m_spans = &m_block->spans;
    }

    void openText()
    {
        if (m_quotes > 0)
            open(MarkdownBlock::Kind::Quote, m_quotes);
        else
            open(MarkdownBlock::Kind::Paragraph);
    }

    void flush()
    {
        if (!m_block)
            return;
        const bool isText = m_block->kind == MarkdownBlock::Kind::Paragraph || m_block->kind == MarkdownBlock::Kind::Quote;
        if (!isText || !m_block->spans.empty())
            m_blocks.push_back(std::move(*m_block));
        m_block.reset();
        m_spans = nullptr;
    }

    void append(const QString &text, bool code = false);
    void placeCode(const char *pointer);
    void closeCode();
    const char *lineStart(const char *pointer) const;
    const char *nextFence(const char *from) const;

    const char *m_begin;
    const char *m_end;
    QElapsedTimer m_clock;
    QString m_refusal;
    size_t m_pieces = 0;
    const char *m_counted = m_begin; ///< lines are counted up to here
    int m_line = 1;

    std::vector<MarkdownBlock> m_blocks;
    std::optional<MarkdownBlock> m_block;
    std::vector<MarkdownSpan> *m_spans = nullptr;
    std::vector<List> m_lists;
    int m_depth = 0;
    int m_quotes = 0;
    bool m_headerRow = false;

    int m_strong = 0;
    int m_emphasis = 0;
    std::vector<QString> m_links;
    std::vector<QString> m_images;

    bool m_fenced = false;
    int m_codeLinesBefore = 0;         ///< empty lines before the first text that tells where it stands
    const char *m_fence = nullptr;     ///< start of the line of the fence
    const char *m_seen = m_begin;      ///< furthest place of the source known to be behind us
};

void Flattener::append(const QString &text, bool code)
{
    if (text.isEmpty())
        return;
    if (!m_spans)
        openText();
    MarkdownSpan span{text, m_strong > 0, m_emphasis > 0, code, m_links.empty() ? QString() : m_links.back()};
    if (!m_spans->empty()) {
        MarkdownSpan &last = m_spans->back();
        if (last.strong == span.strong && last.emphasis == span.emphasis && last.code == span.code && last.link == span.link) {
            last.text += text;
            return;
        }
    }
    m_spans->push_back(std::move(span));
}

const char *Flattener::lineStart(const char *pointer) const
{
    while (pointer > m_begin && pointer[-1] != '\n')
        --pointer;
    return pointer;
}

/// The start of the next line, from a line's start on, that opens a fence; null when there is none.
const char *Flattener::nextFence(const char *from) const
{
    while (from < m_end) {
        const char *lineEnd = std::find(from, m_end, '\n');
        const QByteArrayView line(from, lineEnd - from);
        for (const char *fence : {"```", "~~~"}) {
            const qsizetype at = line.indexOf(QByteArrayView(fence));
            if (at >= 0 && std::none_of(line.begin(), line.begin() + at, [](char c) { return std::isalpha(uchar(c)) != 0; }))
                return from;
        }
        from = lineEnd == m_end ? m_end : lineEnd + 1;
    }
    return nullptr;
}

/// md4c tells no places, but its texts point into the source: the first text of a code block stands below the fence.
void Flattener::placeCode(const char *pointer)
{
    const char *line = lineStart(pointer);
    for (int back = 0; back <= m_codeLinesBefore && line > m_begin; ++back)
        line = lineStart(line - 1);
    m_fence = line;
}

/// The info string as it was written, because md4c takes the backslashes out of what will be read as quoted words.
void Flattener::closeCode()
{
    if (m_fenced && !m_fence)
        m_fence = nextFence(m_seen == m_begin ? m_begin : lineStart(m_seen));
    if (m_fenced && m_fence) {
        const char *lineEnd = std::find(m_fence, m_end, '\n');
        const QByteArrayView line(m_fence, lineEnd - m_fence);
        const qsizetype at = std::max(line.indexOf("```"), line.indexOf("~~~"));
        if (at >= 0) {
            const char fence = line[at];
            const qsizetype info = std::find_if(line.begin() + at, line.end(), [fence](char c) { return c != fence; }) - line.begin();
            m_block->info = QString::fromUtf8(line.sliced(info)).trimmed();
            m_block->line = lineOf(m_fence);
        }
        m_seen = lineEnd == m_end ? m_end : lineEnd + 1;
    } else if (m_fence) {
        m_block->line = lineOf(m_fence);
    }
    // Behind the closing fence, so that the next block without a text of its own is not looked for in this one.
    const qsizetype lines = m_block->code.count(QLatin1Char('\n')) + 1;
    for (qsizetype passed = 0; m_fenced && m_fence && passed < lines && m_seen < m_end; ++passed) {
        const char *lineEnd = std::find(m_seen, m_end, '\n');
        m_seen = lineEnd == m_end ? m_end : lineEnd + 1;
    }
    flush();
}

int Flattener::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    if (++m_depth > depthLimit + 1)
        return refuse(QStringLiteral("nested deeper than %1 levels").arg(depthLimit));
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TBODY:
        break;
    case MD_BLOCK_QUOTE:
        flush();
        ++m_quotes;
        break;
    case MD_BLOCK_UL:
        flush();
        m_lists.push_back({});
        break;
    case MD_BLOCK_OL:
        flush();
        m_lists.push_back({true, int(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start)});
        break;
    case MD_BLOCK_LI:
        open(MarkdownBlock::Kind::ListItem, int(m_lists.size()) - 1);
        if (m_lists.back().ordered)
            m_block->number = m_lists.back().next++;
        break;
    case MD_BLOCK_HR:
        open(MarkdownBlock::Kind::Rule);
        break;
    case MD_BLOCK_H:
        open(MarkdownBlock::Kind::Heading, int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        break;
    case MD_BLOCK_CODE:
        open(MarkdownBlock::Kind::Code);
        m_fenced = static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->fence_char != 0;
        m_block->info = attributeText(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info);
        m_fence = nullptr;
        m_codeLinesBefore = m_fenced ? 0 : -1;
        if (const char *info = static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info.text; m_fenced && inSource(info))
            m_fence = lineStart(info);
        break;
    case MD_BLOCK_P:
        // The first paragraph of a list item is the item's own text.
        if (!m_block || m_block->kind != MarkdownBlock::Kind::ListItem || !m_block->spans.empty())
            openText();
        break;
    case MD_BLOCK_TABLE:
        flush();
        break;
    case MD_BLOCK_THEAD:
        m_headerRow = true;
        break;
    case MD_BLOCK_TR:
        open(MarkdownBlock::Kind::TableRow);
        m_block->header = m_headerRow;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_block->cells.emplace_back();
        m_spans = &m_block->cells.back();
        break;
    }
    return checked();
}

int Flattener::leaveBlock(MD_BLOCKTYPE type)
{
    --m_depth;
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        break;
    case MD_BLOCK_QUOTE:
        flush();
        --m_quotes;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        flush();
        m_lists.pop_back();
        break;
    case MD_BLOCK_CODE:
        closeCode();
        break;
    case MD_BLOCK_THEAD:
        m_headerRow = false;
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_TR:
        flush();
        break;
    }
    return checked();
}

int Flattener::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (type == MD_SPAN_STRONG)
        ++m_strong;
    else if (type == MD_SPAN_EM)
        ++m_emphasis;
    else if (type == MD_SPAN_A)
        m_links.push_back(allowedLinkTarget(attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)));
    else if (type == MD_SPAN_IMG) {
        append(QStringLiteral("!["));
        m_images.push_back(attributeText(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
    }
    return checked();
}

int Flattener::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_STRONG)
        --m_strong;
    else if (type == MD_SPAN_EM)
        --m_emphasis;
    else if (type == MD_SPAN_A)
        m_links.pop_back();
    else if (type == MD_SPAN_IMG) {
        append(QStringLiteral("](%1)").arg(m_images.back()));
        m_images.pop_back();
    }
    return checked();
}

int Flattener::addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
{
    const QByteArrayView bytes(text, qsizetype(size));
    const bool isCodeBlock = m_block && m_block->kind == MarkdownBlock::Kind::Code;
    if (inSource(text)) {
        m_seen = std::max(m_seen, text);
        if (isCodeBlock && !m_fence)
            placeCode(text);
        else if (!isCodeBlock && m_block && m_block->line == 0)
            m_block->line = lineOf(text);
    }
    if (isCodeBlock) {
        if (!m_fence && bytes == QByteArrayView("\n"))
            ++m_codeLinesBefore;
        m_block->code += type == MD_TEXT_NULLCHAR ? QString(QChar::ReplacementCharacter) : QString::fromUtf8(bytes);
        return checked();
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        append(QString(QChar::ReplacementCharacter));
        break;
    case MD_TEXT_BR:
        append(QStringLiteral("\n"));
        break;
    case MD_TEXT_SOFTBR:
        append(QStringLiteral(" "));
        break;
    case MD_TEXT_ENTITY:
        append(decodedEntity(bytes));
        break;
    case MD_TEXT_CODE:
        append(QString::fromUtf8(bytes), true);
        break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
        append(QString::fromUtf8(bytes));
        break;
    }
    return checked();
}

/// Whether a line opens more quotes and lists than any text does; md4c's time grows with their square.
bool nestsTooDeep(const QByteArray &text)
{
    int markers = 0;
    char first = 0;
    bool mixed = false;
    bool leading = true;
    for (const char byte : text) {
        if (byte == '\n') {
            markers = 0;
            first = 0;
            mixed = false;
            leading = true;
        } else if (leading && (byte == '>' || byte == '-' || byte == '*' || byte == '+')) {
            // A line of one character only, other than >, is a rule.
            mixed = mixed || byte == '>' || (first != 0 && byte != first);
            first = byte;
            ++markers;
        } else if (leading && byte != ' ' && byte != '\t') {
            leading = false;
        }
        if (mixed && markers > markersLimit)
            return true;
    }
    return false;
}
}

QString allowedLinkTarget(const QString &target)
{
    const bool plain = std::all_of(target.begin(), target.end(), [](QChar c) { return c.unicode() > 0x20 && c.isPrint(); });
    if (target.isEmpty() || !plain || target.startsWith(QLatin1String("//")) || target.contains(QLatin1Char('\\')))
        return {};
    const QString scheme = QUrl(target, QUrl::TolerantMode).scheme();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        return target;
    // A colon before any slash is a scheme, also where QUrl does not take it for one.
    const qsizetype colon = target.indexOf(QLatin1Char(':'));
    const qsizetype slash = target.indexOf(QLatin1Char('/'));
    return scheme.isEmpty() && (colon < 0 || (slash >= 0 && slash < colon)) ? target : QString();
}

Result<std::vector<MarkdownBlock>> parseMarkdown(const QByteArray &text)
{
    if (text.size() > bytesLimit)
        return Error{Error::Kind::TooLarge, QStringLiteral("the text is larger than %1 MiB").arg(bytesLimit / 1024 / 1024), {}};
    if (nestsTooDeep(text))
        return Error{Error::Kind::TooLarge, QStringLiteral("nested deeper than %1 levels").arg(depthLimit), {}};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *to) { return static_cast<Flattener *>(to)->enterBlock(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *to) { return static_cast<Flattener *>(to)->leaveBlock(type); };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *to) { return static_cast<Flattener *>(to)->enterSpan(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *to) { return static_cast<Flattener *>(to)->leaveSpan(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *part, MD_SIZE size, void *to) {
        return static_cast<Flattener *>(to)->addText(type, part, size);
    };
    Flattener flattener(text);
    const int outcome = md_parse(text.constData(), MD_SIZE(text.size()), &parser, &flattener);
    return flattener.take(outcome);
}

} // namespace Watchfloor
