#include "widgets/editor/paneleditor.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "models/panels/shortform.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/vocabularyfeed.h"
#include "widgets/editor/panelform.h"
#include "widgets/editor/querylist.h"
#include "widgets/panels/panelcard.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QScrollArea>
#include <QShortcut>

namespace Watchfloor {

namespace {

constexpr int dialogWidth = 1'180;
constexpr int dialogHeight = 680;
constexpr int formWidth = 370;
constexpr int previewHeight = 260;
constexpr int axisRoom = 80;
constexpr int fewestColumns = 120;
constexpr int typingMilliseconds = 300;

QScrollArea *scrolled(QWidget *widget)
{
    auto *area = new QScrollArea;
    area->setWidget(widget);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

QStringList askedSources(const Stores &stores)
{
    QStringList names;
    for (const SourceSpec &spec : stores.workspace().sources)
        if (spec.kind == SourceKind::Prometheus || spec.kind == SourceKind::Metrics)
            names << spec.name;
    return names;
}

} // namespace

PanelEditor::PanelEditor(const PanelScene &scene, DashboardFile file, std::optional<size_t> index, const Watchfloor::Panel &panel, const PanelView &view, QWidget *parent)
    : QDialog(parent)
    , m_scene(scene)
    , m_file(std::move(file))
    , m_index(index)
    , m_original(panel)
    , m_view(view)
    , m_feed(new VocabularyFeed(scene.commands, this))
    , m_form(new PanelForm(askedSources(scene.stores)))
    , m_dashboard(std::make_shared<const Dashboard>(m_file.dashboard()))
{
    setObjectName(QStringLiteral("panelEditor"));
    setWindowTitle(tr("%1 · %2").arg(index ? tr("Edit a panel") : tr("A new panel"), Format::safeText(m_dashboard->title, 80)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(dialogWidth, dialogHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(Size::cardGap);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildLeft(askedSources(scene.stores)), 1);
    auto *form = scrolled(m_form);
    form->setFixedWidth(formWidth);
    row->addWidget(form);
    column->addLayout(row, 1);
    column->addLayout(buildButtons());
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, &PanelEditor::showPreview);
    connect(m_form, &PanelForm::changed, this, &PanelEditor::handleChange);
    connect(m_queries, &QueryList::changed, this, &PanelEditor::handleChange);
    connect(&scene.stores.series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        if (!m_preview)
            return;
        m_preview->handleChanged(key);
        if (m_preview->isDirty())
            m_preview->refresh();
    });
    revert();
    m_form->focusTitle();
}

PanelEditor::~PanelEditor() = default;

QWidget *PanelEditor::buildLeft(const QStringList &sources)
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    auto *preview = new QWidget;
    preview->setFixedHeight(previewHeight);
    m_previewBox = new QVBoxLayout(preview);
    m_previewBox->setContentsMargins(0, 0, 0, 0);
    column->addWidget(preview);
    m_queries = new QueryList(*m_feed, sources);
    m_queryArea = scrolled(m_queries);
    column->addWidget(m_queryArea, 1);
    column->addStretch(0);
    return left;
}

QLayout *PanelEditor::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Size::gap);
    m_result = new TextLabel;
    m_result->setObjectName(QStringLiteral("editorResult"));
    m_result->setWordWrap(true);
    m_revert = new ActionButton(tr("Revert"));
    m_revert->setObjectName(QStringLiteral("revertPanel"));
    m_revert->setIconName(QStringLiteral("undo"));
    auto *cancel = new ActionButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelPanel"));
    m_save = new ActionButton(tr("Save"), ActionButton::Look::Primary);
    m_save->setObjectName(QStringLiteral("savePanel"));
    m_save->setKeyHint(QStringLiteral("Ctrl+S"));
    m_save->setToolTip(toolTipText(tr("Into %1").arg(Format::safeText(m_file.path(), 300))));
    for (ActionButton *button : {m_revert, cancel, m_save})
        button->setAutoDefault(false); // Enter belongs to the fields
    buttons->addWidget(m_result, 1);
    buttons->addWidget(m_revert);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    connect(m_revert, &QAbstractButton::clicked, this, &PanelEditor::revert);
    connect(cancel, &QAbstractButton::clicked, this, &PanelEditor::reject);
    connect(m_save, &QAbstractButton::clicked, this, &PanelEditor::save);
    auto *keys = new QShortcut(QKeySequence(QStringLiteral("Ctrl+S")), this);
    connect(keys, &QShortcut::activated, this, &PanelEditor::save);
    return buttons;
}

void PanelEditor::revert()
{
    m_filling = true;
    m_form->setPanel(m_original);
    m_queries->setQueries(m_original.queries);
    m_filling = false;
    handleChange();
    showResult({}, Tone::Secondary);
    showPreview();
}

Watchfloor::Panel PanelEditor::panel() const
{
    Watchfloor::Panel panel = m_original;
    m_form->applyTo(panel);
    panel.queries = asksNothing(panel.kind) ? std::vector<PanelQuery>() : m_queries->queries();
    return panel;
}

bool PanelEditor::isChanged() const
{
    return shortForm(panel()) != shortForm(m_original);
}

QString PanelEditor::fault() const
{
    const QString form = m_form->fault();
    return !form.isEmpty() || asksNothing(panel().kind) ? form : m_queries->fault();
}

void PanelEditor::handleChange()
{
    if (m_filling)
        return;
    const Watchfloor::Panel now = panel();
    m_queryArea->setVisible(!asksNothing(now.kind));
    const QString source = sourceOf(m_file.dashboard(), now, m_view.onlyPrometheus);
    m_feed->setSource(source);
    const bool changed = isChanged();
    m_revert->setEnabled(changed);
    m_save->setEnabled(changed || !m_index);
    m_warned = false;
    const QString wrong = fault();
    showResult(changed ? wrong : QString(), Tone::Warning);
    m_wait.start();
}

/// What cannot be asked yet is not asked: the picture stays as it was until it can be.
void PanelEditor::showPreview()
{
    m_wait.stop();
    Watchfloor::Panel now = panel();
    if (m_preview && (now == m_shown || (!asksNothing(now.kind) && !m_queries->canBeAsked())))
        return;
    m_shown = now;
    if (m_preview) {
        m_preview->hide();
        m_previewBox->removeWidget(m_preview);
        m_preview->deleteLater();
    }
    m_preview = new PanelCard(m_scene, m_dashboard, std::move(now));
    m_preview->setSynchronous(m_synchronous);
    m_previewBox->addWidget(m_preview);
    m_preview->show();
    showPreviewView();
}

void PanelEditor::showPreviewView()
{
    if (!m_preview)
        return;
    PanelView view = m_view;
    const SourceSpec *spec = m_scene.stores.workspace().prometheus(filledTitle(sourceOf(*m_dashboard, m_shown, view.onlyPrometheus), view.variables));
    if (spec)
        view.interval = spec->interval;
    view.now = m_scene.clock.wall();
    view.columns = std::max(m_preview->width() - axisRoom, fewestColumns);
    m_preview->setView(view);
    m_preview->refresh();
}

void PanelEditor::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    showPreviewView();
}

void PanelEditor::setSynchronous(bool synchronous)
{
    m_synchronous = synchronous;
    if (m_preview)
        m_preview->setSynchronous(synchronous);
}

void PanelEditor::save()
{
    if (const QString wrong = fault(); !wrong.isEmpty())
        return showResult(wrong, Tone::Critical);
    const Watchfloor::Panel now = panel();
    if (!m_file.isUnchanged())
        return showResult(tr("%1 was changed by somebody else since this was opened. Nothing was written; copy what you need and open the panel again.")
                              .arg(Format::safeText(QFileInfo(m_file.path()).fileName(), 80)),
                          Tone::Critical);
    const Result<void> written = m_index ? m_file.change(*m_index, now) : m_file.add(now);
    if (!written)
        return showResult(Format::sentence(written.error()), Tone::Critical);
    Q_EMIT saved(m_file, now.title);
    done(Accepted);
}

/// The first Escape with something typed only says what it would lose.
void PanelEditor::reject()
{
    if (isChanged() && !m_warned) {
        m_warned = true;
        return showResult(tr("Nothing is saved yet. Cancel once more to give up what you changed."), Tone::Warning);
    }
    QDialog::reject();
}

void PanelEditor::showResult(const QString &sentence, Tone tone)
{
    m_result->setText(sentence);
    m_result->setTone(tone);
}

} // namespace Watchfloor
