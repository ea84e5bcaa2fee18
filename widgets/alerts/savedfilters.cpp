#include "widgets/alerts/savedfilters.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

namespace Watchfloor {

namespace {
constexpr int longestName = 128;
constexpr int shownName = 28;
}

SavedFilters::SavedFilters(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_button(new ActionButton(tr("Saved")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_button->setObjectName(QStringLiteral("savedFilters"));
    m_button->setSmall(true);
    m_button->setMenuArrow(true);
    m_button->setFixedHeight(Size::smallControl - 2);
    row->addWidget(m_button);
    connect(m_button, &ActionButton::clicked, this, &SavedFilters::showMenu);
    connect(&m_context.stores.filters, &FilterStore::changed, this, &SavedFilters::refresh);
    refresh();
}

void SavedFilters::setTerms(const QStringList &terms)
{
    m_terms = terms;
    refresh();
}

QString SavedFilters::current() const
{
    if (m_terms.isEmpty())
        return {};
    for (const SavedFilter &filter : m_context.stores.filters.filters())
        if (QSet<QString>(filter.terms.begin(), filter.terms.end()) == QSet<QString>(m_terms.begin(), m_terms.end()))
            return filter.name;
    return {};
}

void SavedFilters::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refresh();
}

void SavedFilters::refresh()
{
    const QString name = current();
    if (!name.isEmpty())
        m_last = name;
    m_button->setIconName(name.isEmpty() ? QStringLiteral("star") : QStringLiteral("star-filled"));
    m_button->setText(name.isEmpty() || m_narrow ? tr("Saved") : Format::safeText(name, shownName));
    m_button->setToolTip(name.isEmpty() ? tr("Saved filters") : toolTipText(Format::safeText(name)));
    m_button->setAccessibleName(name.isEmpty() ? tr("Saved filters") : tr("Saved filter %1").arg(Format::safeText(name)));
    m_button->updateGeometry();
}

void SavedFilters::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedFiltersMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const FilterStore &store = m_context.stores.filters;
    const QString holds = current();
    for (const SavedFilter &filter : store.filters()) {
        QString text = Format::safeText(filter.name, 80);
        text.replace(u'&', QStringLiteral("&&"));
        QAction *action = menu->addAction(filter.own ? text : tr("%1 (workspace)").arg(text), this, [this, name = filter.name, terms = filter.terms] {
            m_last = name;
            Q_EMIT chosen(terms);
        });
        action->setCheckable(true);
        action->setChecked(filter.name == holds);
    }
    if (store.filters().empty())
        menu->addAction(tr("No filter is saved yet"))->setEnabled(false);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("Save as…"), this, &SavedFilters::askToSave);
    save->setEnabled(!m_terms.isEmpty() && holds.isEmpty());
    const SavedFilter *last = store.find(m_last);
    if (last && holds.isEmpty() && !m_terms.isEmpty())
        menu->addAction(tr("Save the changes to %1").arg(Format::safeText(m_last, 60)), this, [this] { m_context.commands.saveFilter({m_last, m_terms, true}); });
    const SavedFilter *own = store.find(holds);
    if (own && own->own) {
        menu->addAction(tr("Rename…"), this, [this, holds] {
            askForName(tr("Rename the filter"), holds, [this, holds](const QString &name) {
                m_context.commands.saveFilter({name, m_terms, true});
                m_context.commands.removeFilter(holds);
            });
        });
        menu->addAction(tr("Delete"), this, [this, holds] { m_context.commands.removeFilter(holds); });
    }
    menu->addSeparator();
    menu->addAction(tr("Show all alerts"), this, [this] { Q_EMIT chosen({}); })->setEnabled(!m_terms.isEmpty());
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height() + 4)));
}

void SavedFilters::askToSave()
{
    if (m_terms.isEmpty())
        return;
    askForName(tr("Save the filter"), {}, [this](const QString &name) { m_context.commands.saveFilter({name, m_terms, true}); });
}

void SavedFilters::askForName(const QString &title, const QString &name, std::function<void(const QString &)> use)
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(QStringLiteral("filterName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("A name for %n term(s); one that is taken is replaced.", nullptr, int(m_terms.size())));
    dialog->setTextValue(name);
    if (auto *edit = dialog->findChild<QLineEdit *>())
        edit->setMaxLength(longestName);
    connect(dialog, &QInputDialog::textValueSelected, this, [name, use = std::move(use)](const QString &given) {
        if (!given.trimmed().isEmpty() && given.trimmed() != name)
            use(given.trimmed());
    });
    dialog->open();
}

} // namespace Watchfloor
