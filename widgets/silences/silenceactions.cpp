#include "widgets/silences/silenceactions.h"

#include "models/core/format.h"
#include "models/silences/silencetext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/silences/silencedialog.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

const QTime morning(9, 0);

bool hasEnded(const ClusterSilence &row)
{
    return row.silence.state == Silence::State::Expired;
}

} // namespace

SilenceActions::SilenceActions(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_result(new TextLabel({}, Tone::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    addButtons(row);
    m_result->setObjectName(QStringLiteral("silenceActionResult"));
    m_result->setWordWrap(true);
    row->addWidget(m_result, 1);
    showButtons();
}

void SilenceActions::addButtons(QHBoxLayout *row)
{
    m_edit = add(row, tr("Change…"), QStringLiteral("editSilence"), QStringLiteral("pencil"), [this] { edit(); });
    m_extend.push_back(add(row, tr("+1 h"), QStringLiteral("extendHour"), {}, [this] { extend(m_chosen, 1h); }));
    m_extend.push_back(add(row, tr("+4 h"), QStringLiteral("extendFourHours"), {}, [this] { extend(m_chosen, 4h); }));
    m_extend.push_back(add(row, tr("Until tomorrow 09:00"), QStringLiteral("extendTomorrow"), {}, [this] { extendUntilTomorrow(); }));
    m_end = add(row, tr("End…"), QStringLiteral("expire"), QStringLiteral("stop"), [this] { end(); });
    m_copy = add(row, tr("Copy"), QStringLiteral("copySilence"), QStringLiteral("copy"), [] {});
    auto *menu = new QMenu(m_copy);
    const QStringList forms{tr("As text"), tr("As JSON"), tr("As amtool commands")};
    for (int form = 0; form < int(forms.size()); ++form)
        connect(menu->addAction(forms[form]), &QAction::triggered, this, [this, form] { copy(form); });
    m_copy->setMenuArrow(true);
    m_copy->setMenu(menu);
}

ActionButton *SilenceActions::add(QHBoxLayout *row, const QString &text, const QString &objectName, const QString &icon, std::function<void()> act)
{
    auto *button = new ActionButton(text);
    button->setObjectName(objectName);
    if (!icon.isEmpty())
        button->setIconName(icon);
    row->addWidget(button);
    connect(button, &ActionButton::clicked, this, std::move(act));
    return button;
}

void SilenceActions::setChosen(std::vector<ClusterSilence> chosen, int alerts)
{
    m_chosen = std::move(chosen);
    m_alerts = alerts;
    QStringList ids;
    for (const ClusterSilence &row : m_chosen)
        ids << row.silence.id;
    if (ids != m_armed)
        m_armed.clear();
    showButtons();
}

void SilenceActions::showButtons()
{
    const bool isAny = !m_chosen.empty();
    const bool isFree = m_open == 0;
    const bool allStand = isAny && std::none_of(m_chosen.begin(), m_chosen.end(), [](const ClusterSilence &silence) { return hasEnded(silence); });
    m_edit->setEnabled(m_chosen.size() == 1 && isFree);
    m_edit->setText(m_chosen.size() == 1 && hasEnded(m_chosen.front()) ? tr("Silence again…") : tr("Change…"));
    for (ActionButton *button : m_extend)
        button->setEnabled(allStand && isFree);
    m_end->setEnabled(allStand && isFree);
    m_end->setText(m_armed.isEmpty() ? tr("End…") : tr("Yes, end %n", nullptr, int(m_armed.size())));
    m_end->setLook(m_armed.isEmpty() ? ActionButton::Look::Plain : ActionButton::Look::Caution);
    m_end->updateGeometry();
    m_copy->setEnabled(isAny);
}

void SilenceActions::open(const ClusterSilence *row)
{
    if (m_dialog)
        return;
    m_dialog = new SilenceDialog(m_context, {}, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (row)
        m_dialog->edit(*row);
    m_dialog->open();
}

void SilenceActions::openNew()
{
    open(nullptr);
}

void SilenceActions::edit()
{
    if (m_chosen.size() == 1)
        open(&m_chosen.front());
}

void SilenceActions::tick()
{
    if (m_dialog)
        m_dialog->tick();
}

void SilenceActions::extend(const std::vector<ClusterSilence> &rows, std::chrono::milliseconds time)
{
    std::vector<std::pair<ClusterSilence, WallTime>> ends;
    for (const ClusterSilence &row : rows)
        ends.emplace_back(row, std::max(row.silence.endsAt, m_context.clock.wall()) + time);
    post(ends);
}

void SilenceActions::extendUntilTomorrow()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.clock.wall().time_since_epoch().count()).date();
    const WallTime tomorrow(std::chrono::milliseconds(QDateTime(today.addDays(1), morning).toMSecsSinceEpoch()));
    std::vector<std::pair<ClusterSilence, WallTime>> ends;
    for (const ClusterSilence &row : m_chosen)
        ends.emplace_back(row, tomorrow);
    post(ends);
}

/// What was got goes back with another end and nothing else: so a silence keeps its id.
void SilenceActions::post(const std::vector<std::pair<ClusterSilence, WallTime>> &ends)
{
    if (m_open > 0 || ends.empty())
        return;
    begin(int(ends.size()), tr("Ends later now: %1 of %2."));
    for (const auto &[row, until] : ends) {
        Silence silence = row.silence;
        silence.endsAt = until;
        m_context.commands.postSilence(row.cluster, silence, this, [this](const Result<QString> &id) { take(id); });
    }
}

/// The first press asks, the second one does it: alerts are told again at once.
void SilenceActions::end()
{
    if (!m_end->isEnabled())
        return;
    if (m_armed.isEmpty()) {
        for (const ClusterSilence &row : m_chosen)
            m_armed << row.silence.id;
        tell(tr("%n alert(s) will be told again.", nullptr, m_alerts), Tone::Secondary);
        return showButtons();
    }
    m_armed.clear();
    const std::vector<ClusterSilence> rows = m_chosen;
    begin(int(rows.size()), tr("Ended %1 of %2."));
    for (const ClusterSilence &row : rows)
        m_context.commands.expireSilence(row.cluster, row.silence.id, this, [this](const Result<QString> &ended) { take(ended); });
}

void SilenceActions::begin(int count, const QString &done)
{
    m_open = m_asked = count;
    m_done = 0;
    m_doneText = done;
    m_error.reset();
    tell(tr("Asking…"), Tone::Secondary);
    showButtons();
}

void SilenceActions::take(const Result<QString> &result)
{
    if (result)
        ++m_done;
    else
        m_error = result.error();
    if (--m_open > 0)
        return;
    const QString done = m_doneText.arg(m_done).arg(m_asked);
    tell(m_error ? QStringLiteral("%1 %2").arg(done, Format::sentence(*m_error)) : done, m_error ? Tone::Critical : Tone::Healthy);
    showButtons();
}

void SilenceActions::copy(int form)
{
    if (m_chosen.empty())
        return;
    QString text;
    if (form == 1)
        text = QString::fromUtf8(silencesJson(m_chosen));
    for (const ClusterSilence &row : m_chosen) {
        if (form == 0)
            text += silenceText(row) + QLatin1Char('\n');
        if (form != 2)
            continue;
        const SourceStatus *source = row.members.empty() ? nullptr : m_context.stores.sources.find(row.members.front().source);
        text += amtoolCommand(row.silence, source ? source->spec.target.base.toDisplayString(QUrl::RemoveUserInfo) : QString()) + QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(text);
    tell(tr("Copied %n silence(s).", nullptr, int(m_chosen.size())), Tone::Secondary);
}

void SilenceActions::tell(const QString &sentence, Tone tone)
{
    m_result->setTone(tone);
    m_result->setText(sentence);
}

} // namespace Watchfloor
