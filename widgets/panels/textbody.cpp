#include "widgets/panels/textbody.h"

#include "models/core/format.h"
#include "models/text/html.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/markdownview.h"
#include "widgets/controls/textlabel.h"
#include "widgets/panels/boardlinks.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>

namespace Watchfloor {

namespace {

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    // The card's ground is seen through.
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

MarkdownBlock codeBlock(const QString &text)
{
    MarkdownBlock block;
    block.kind = MarkdownBlock::Kind::Code;
    block.code = text;
    return block;
}

std::vector<MarkdownBlock> blocksOf(const TextOptions &text, const QString &filled)
{
    if (text.mode == TextOptions::Mode::Code)
        return {codeBlock(filled)};
    auto blocks = text.mode == TextOptions::Mode::Html ? parseHtml(filled.toUtf8()) : parseMarkdown(filled.toUtf8());
    if (blocks)
        return *std::move(blocks);
    // What cannot be read is shown as it was written, with the reason.
    MarkdownBlock reason;
    MarkdownSpan sentence;
    sentence.text = Format::sentence(blocks.error());
    reason.spans.push_back(std::move(sentence));
    return {reason, codeBlock(filled)};
}

} // namespace

TextBody::TextBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_view(new MarkdownView)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, Size::gap, 0);
    column->addWidget(m_view);
    column->addStretch(1);
    fill(scrolled(page));
    connect(m_view, &MarkdownView::linkActivated, this, [this](const QString &target) {
        if (const auto link = boardLink({}, target, this->scene().stores.workspace().dashboards); link && !link->path.isEmpty())
            Q_EMIT openRequested(link->path);
    });
    showContent();
}

void TextBody::showContent()
{
    const TextOptions &text = panel().options.text;
    std::vector<MarkdownBlock> blocks = blocksOf(text, filledTitle(text.content, content().variables));
    if (blocks == m_blocks)
        return;
    m_blocks = std::move(blocks);
    m_view->setBlocks(m_blocks);
}

QueriesBody::QueriesBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, Size::gap, 0);
    column->setSpacing(Size::gap);
    const bool logs = panel.kind == PanelKind::Logs;
    auto *why = new TextLabel(logs ? tr("Logs are drawn where there is a source of logs. This workspace has none.")
                                   : tr("Panels of the kind \"%1\" are not drawn here.").arg(Format::safeText(panel.type, 80)),
                              Tone::Secondary);
    why->setWordWrap(true);
    column->addWidget(why);
    std::vector<KeyValueList::Row> rows;
    for (const PanelQuery &query : panel.queries)
        rows.push_back({query.refId.isEmpty() ? tr("Query") : Format::safeText(query.refId, 20), Format::safeText(query.expression, 4'000), Tone::Primary, true});
    if (rows.empty()) {
        column->addWidget(new TextLabel(tr("It has no queries."), Tone::Hint));
    } else {
        auto *list = new KeyValueList;
        list->setRows(rows);
        column->addWidget(list);
        auto *copy = new ActionButton(panel.queries.size() > 1 ? tr("Copy the queries") : tr("Copy the query"));
        copy->setObjectName(QStringLiteral("copyQueries"));
        copy->setSmall(true);
        connect(copy, &ActionButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(queriesText()); });
        column->addWidget(copy, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    fill(scrolled(page));
}

QString QueriesBody::queriesText() const
{
    QStringList texts;
    for (const PanelQuery &query : panel().queries)
        texts << query.expression;
    return texts.join(QStringLiteral("\n\n"));
}

} // namespace Watchfloor
