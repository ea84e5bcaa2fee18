#include "widgets/editor/querylist.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/promedit.h"
#include "widgets/controls/vocabularyfeed.h"
#include "widgets/editor/editorfields.h"
#include "widgets/editor/queryeditor.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr size_t mostQueries = 50;
}

QueryList::QueryList(VocabularyFeed &feed, const QStringList &sources, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_sources(sources)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Size::gap);
    auto *add = new ActionButton(tr("Add a query"));
    add->setObjectName(QStringLiteral("addQuery"));
    add->setIconName(QStringLiteral("plus"));
    add->setSmall(true);
    m_column->addWidget(add, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    connect(add, &QAbstractButton::clicked, this, [this] {
        if (m_editors.size() >= mostQueries)
            return;
        addEditor({})->edit()->setFocus();
        number();
        Q_EMIT changed();
    });
}

void QueryList::setQueries(const std::vector<PanelQuery> &queries)
{
    for (QueryEditor *editor : m_editors) {
        editor->hide();
        editor->deleteLater();
    }
    m_editors.clear();
    for (const PanelQuery &query : queries)
        addEditor(query);
    number();
}

QueryEditor *QueryList::addEditor(const PanelQuery &query)
{
    auto *editor = new QueryEditor(m_sources);
    editor->setQuery(query);
    m_column->insertWidget(int(m_editors.size()), editor);
    editor->show();
    m_feed.feed(editor->edit());
    m_editors.push_back(editor);
    connect(editor, &QueryEditor::changed, this, &QueryList::changed);
    connect(editor, &QueryEditor::removeRequested, this, [this, editor] { remove(editor); });
    connect(editor, &QueryEditor::moveRequested, this, [this, editor](int by) { move(editor, by); });
    return editor;
}

void QueryList::remove(QueryEditor *editor)
{
    std::erase(m_editors, editor);
    m_column->removeWidget(editor);
    editor->hide();
    editor->deleteLater();
    number();
    Q_EMIT changed();
}

void QueryList::move(QueryEditor *editor, int by)
{
    const auto at = std::find(m_editors.begin(), m_editors.end(), editor) - m_editors.begin();
    const auto target = at + by;
    if (target < 0 || target >= std::ptrdiff_t(m_editors.size()))
        return;
    std::swap(m_editors[size_t(at)], m_editors[size_t(target)]);
    m_column->removeWidget(editor);
    m_column->insertWidget(int(target), editor);
    number();
    Q_EMIT changed();
}

void QueryList::number()
{
    for (size_t index = 0; index < m_editors.size(); ++index)
        m_editors[index]->setPlace(index, m_editors.size());
}

std::vector<PanelQuery> QueryList::queries() const
{
    std::vector<PanelQuery> queries;
    for (const QueryEditor *editor : m_editors)
        queries.push_back(editor->query());
    return queries;
}

bool QueryList::canBeAsked() const
{
    return std::all_of(m_editors.begin(), m_editors.end(), [](const QueryEditor *editor) { return editor->canBeAsked(); });
}

QString QueryList::fault() const
{
    if (m_editors.empty())
        return tr("A panel of this kind needs a query.");
    for (size_t index = 0; index < m_editors.size(); ++index) {
        QueryEditor &editor = *m_editors[index];
        if (editor.edit()->expression().isEmpty())
            return tr("Query %1 is empty.").arg(queryLetter(index));
        if (!editor.hasGoodStep())
            return tr("The step of query %1 is no duration such as 30s or 5m.").arg(queryLetter(index));
    }
    return {};
}

} // namespace Watchfloor
