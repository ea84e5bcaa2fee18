#include "widgets/editor/paneledit.h"

#include "models/core/format.h"
#include "models/panels/shortform.h"
#include "widgets/editor/paneleditor.h"
#include "widgets/editor/panelquestion.h"
#include "widgets/panels/choicepopup.h"

#include <QFileInfo>
#include <QUrl>

namespace Watchfloor {

namespace {

QString fileName(const QString &path)
{
    return Format::safeText(QFileInfo(path).fileName(), 80);
}

Panel newPanel(const Dashboard &dashboard)
{
    Panel panel;
    panel.title = PanelEdit::tr("New panel");
    panel.at = placeBelow(dashboard);
    panel.queries = {PanelQuery()};
    return panel;
}

} // namespace

QString editPath(const QString &what, const QString &dashboard, std::optional<size_t> panel)
{
    const QString path = QStringLiteral("edit/%1/%2").arg(what, QString::fromLatin1(QUrl::toPercentEncoding(dashboard)));
    return panel ? path + u'/' + QString::number(*panel) : path;
}

PanelEdit::PanelEdit(const PanelScene &scene, QWidget *window)
    : QObject(window)
    , m_scene(scene)
    , m_window(window)
{
}

PanelEdit::Target PanelEdit::targetOf(const QString &path) const
{
    Target target;
    const QString name = QUrl::fromPercentEncoding(path.section(u'/', 2, 2).toUtf8());
    for (const Dashboard &dashboard : m_scene.stores.workspace().dashboards)
        if (dashboard.name == name)
            target.dashboard = &dashboard;
    bool isNumber = false;
    const size_t index = path.section(u'/', 3, 3).toULongLong(&isNumber);
    if (target.dashboard && isNumber && index < target.dashboard->panels.size())
        target.panel = index;
    return target;
}

bool PanelEdit::open(const QString &path, const PanelView &view)
{
    const QString what = path.section(u'/', 1, 1);
    const Target target = targetOf(path);
    if (!target.dashboard)
        return false;
    const Dashboard &dashboard = *target.dashboard;
    if (what == u"new" && !dashboard.foreign)
        return edit(dashboard, std::nullopt, newPanel(dashboard), view);
    if (!target.panel)
        return false;
    Watchfloor::Panel panel = dashboard.panels[*target.panel];
    if (what == u"copy" || dashboard.foreign)
        return askCopy(dashboard, panel, view);
    if (what == u"panel")
        return edit(dashboard, target.panel, panel, view);
    if (what == u"remove")
        return askRemoval(dashboard, *target.panel);
    if (what != u"duplicate")
        return false;
    panel.at = placeBelow(dashboard, panel.at);
    return edit(dashboard, std::nullopt, panel, view);
}

bool PanelEdit::edit(const Dashboard &dashboard, std::optional<size_t> index, Watchfloor::Panel panel, const PanelView &view)
{
    auto file = DashboardFile::open(dashboard.file);
    if (!file) {
        refuse(tr("This dashboard cannot be edited"), Format::sentence(file.error()));
        return true;
    }
    // The file may be newer than what is shown: it counts.
    const auto &panels = file->dashboard().panels;
    if (index && (*index >= panels.size() || panels[*index].title != panel.title)) {
        refuse(tr("This dashboard cannot be edited"), tr("%1 was changed and is being read again; try once more.").arg(fileName(file->path())));
        return true;
    }
    if (index)
        panel = panels[*index];
    auto *editor = new PanelEditor(m_scene, *std::move(file), index, panel, view, m_window);
    connect(editor, &PanelEditor::saved, this, [this](const DashboardFile &written, const QString &title) {
        m_last = written;
        m_lastText = tr("the change of “%1” in %2").arg(Format::safeText(title, 60), fileName(written.path()));
        Q_EMIT told(tr("“%1” was saved into %2.").arg(Format::safeText(title, 60), fileName(written.path())));
    });
    editor->open();
    return true;
}

bool PanelEdit::askRemoval(const Dashboard &dashboard, size_t index)
{
    auto file = DashboardFile::open(dashboard.file);
    if (!file) {
        refuse(tr("This dashboard cannot be edited"), Format::sentence(file.error()));
        return true;
    }
    const auto &panels = file->dashboard().panels;
    const QString title = dashboard.panels[index].title;
    if (index >= panels.size() || panels[index].title != title) {
        refuse(tr("This dashboard cannot be edited"), tr("%1 was changed and is being read again; try once more.").arg(fileName(file->path())));
        return true;
    }
    const QString shown = Format::safeText(title, 60);
    const QString name = fileName(file->path());
    m_last.reset();
    const auto remove = [this, file = *std::move(file), index, shown, name]() mutable -> PanelQuestion::Outcome {
        if (const auto removed = file.remove(index); !removed)
            return {false, Format::sentence(removed.error())};
        m_last = file;
        m_lastText = tr("the removal of “%1” from %2").arg(shown, name);
        return {true, tr("“%1” was removed from %2.").arg(shown, name)};
    };
    const auto undo = [this, shown, name]() -> PanelQuestion::Outcome {
        if (const auto back = m_last ? m_last->undo() : Result<void>(Error{Error::Kind::Invalid, {}, name}); !back)
            return {false, Format::sentence(back.error())};
        return {true, tr("“%1” is in %2 again.").arg(shown, name)};
    };
    auto *question = new PanelQuestion(tr("Remove a panel"), tr("Remove “%1” from %2? Its lines are taken out of the file; everything else stays.").arg(shown, name), tr("Remove"), remove,
                                       undo, m_window);
    question->open();
    return true;
}

/// Grafana's dashboards are read, never written: their panels can be had in one of ours where our form can say all of them.
bool PanelEdit::askCopy(const Dashboard &dashboard, const Watchfloor::Panel &panel, const PanelView &view)
{
    const QStringList beyond = beyondShortForm(panel);
    if (!beyond.isEmpty()) {
        refuse(tr("This panel cannot be copied"), tr("“%1” is a dashboard of Grafana's, which is shown and not written, and the short form has no words for what this panel has: %2.")
                                                      .arg(Format::safeText(dashboard.title, 60), Format::safeText(beyond.join(QStringLiteral(", ")), 300)));
        return true;
    }
    std::vector<ChoiceModel::Choice> choices;
    for (const Dashboard &own : m_scene.stores.workspace().dashboards)
        if (!own.foreign && !own.file.isEmpty())
            choices.push_back({Format::safeText(own.title, 80), own.name});
    if (choices.empty()) {
        refuse(tr("This panel cannot be copied"), tr("The workspace has no dashboard in the short form that it could be copied into."));
        return true;
    }
    auto *popup = new ChoicePopup(m_window);
    popup->setChoices(std::move(choices), {}, {false, false, false});
    connect(popup, &ChoicePopup::chosen, this, [this, panel, view](const QStringList &names) {
        for (const Dashboard &own : m_scene.stores.workspace().dashboards) {
            if (own.name != names.value(0))
                continue;
            Watchfloor::Panel copy = panel;
            copy.at = placeBelow(own, panel.at);
            edit(own, std::nullopt, copy, view);
            return;
        }
    });
    popup->openAt(m_window->mapToGlobal(m_window->rect().center()));
    return true;
}

void PanelEdit::refuse(const QString &title, const QString &sentence)
{
    auto *question = new PanelQuestion(title, sentence, {}, {}, {}, m_window);
    question->open();
}

void PanelEdit::undo()
{
    if (!m_last)
        return;
    const auto back = m_last->undo();
    Q_EMIT told(back ? tr("Undone: %1.").arg(m_lastText) : Format::sentence(back.error()));
    m_last.reset();
}

} // namespace Watchfloor
