#include "widgets/silences/silencedialog.h"

#include "models/alerts/alertmanagerjson.h"
#include "models/core/format.h"
#include "models/core/matchersyntax.h"
#include "models/silences/silencepolicy.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"
#include "widgets/silences/mutedpanel.h"
#include "widgets/silences/silencetimes.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QTimer>

namespace Watchfloor {

namespace {

constexpr QSize wanted(980, 600);
constexpr int longestComment = 1'000;
constexpr int shownOfId = 8;

MatcherReading readingOf(const QString &text)
{
    return readMatcher(goText(text), MatcherGrammar::Fallback);
}

} // namespace

SilenceDialog::SilenceDialog(const PageContext &context, const Matchers &matchers, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("New silence"));
    setObjectName(QStringLiteral("silenceDialog"));
    setModal(true);
    resize(wanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildForm(), 3);
    m_muted = new MutedPanel(context);
    row->addWidget(m_muted, 2);
    column->addLayout(row, 1);
    column->addWidget(buildButtons());
    QStringList chips;
    for (const Matcher &matcher : matchers)
        chips << matcher.toString();
    m_matchers->setChips(chips);
    connect(m_matchers, &ChipField::chipsChanged, this, &SilenceDialog::readMatchers);
    connect(m_times, &SilenceTimes::changed, this, &SilenceDialog::checkForm);
    connect(m_comment, &QLineEdit::textChanged, this, &SilenceDialog::checkForm);
    connect(m_cluster, &QComboBox::currentIndexChanged, this, [this] {
        m_muted->setCluster(cluster());
        checkForm();
    });
    connect(m_muted, &MutedPanel::previewed, this, &SilenceDialog::judgeForm);
    connect(&context.stores.alerts, &AlertStore::changed, this, [this] { QTimer::singleShot(0, this, &SilenceDialog::tick); });
    connect(&context.stores.sources, &SourceStore::changed, this, [this] { QTimer::singleShot(0, this, &SilenceDialog::showStanding); });
    m_muted->setCluster(cluster());
    readMatchers();
    m_comment->setFocus();
}

QWidget *SilenceDialog::buildForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::unit);
    m_matchers = new ChipField(tr("Add a matcher: env=\"production\""));
    m_matchers->setValidator([](const QString &text) {
        const auto reading = readingOf(text);
        return reading.fault ? reading.fault->message : QString();
    });
    addField(column, tr("Mutes what matches all of"), m_matchers);
    m_grammar = new TextLabel({}, Tone::Warning, TextSize::Small);
    m_grammar->setObjectName(QStringLiteral("silenceGrammar"));
    m_grammar->setWordWrap(true);
    column->addWidget(m_grammar);
    m_times = new SilenceTimes(m_context.clock);
    column->addSpacing(Size::gap);
    column->addWidget(m_times);
    m_comment = new QLineEdit;
    m_comment->setObjectName(QStringLiteral("silenceComment"));
    m_comment->setMaxLength(longestComment);
    m_comment->setPlaceholderText(tr("Why, and who knows about it"));
    addField(column, m_context.stores.workspace().silencePolicy.commentNeeded ? tr("Comment (needed)") : tr("Comment"), m_comment);
    m_cluster = new QComboBox;
    m_cluster->setObjectName(QStringLiteral("silenceCluster"));
    fillClusters();
    addField(column, tr("Alertmanager, or cluster of them"), m_cluster);
    column->addStretch(1);
    m_note = new TextLabel({}, Tone::Secondary, TextSize::Small);
    m_note->setObjectName(QStringLiteral("silenceNote"));
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_result = new TextLabel;
    m_result->setObjectName(QStringLiteral("silenceResult"));
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    return form;
}

QWidget *SilenceDialog::buildButtons()
{
    auto *host = new QWidget;
    auto *buttons = new QHBoxLayout(host);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_post = new ActionButton(tr("Silence"), ActionButton::Look::Primary);
    m_post->setObjectName(QStringLiteral("postSilence"));
    m_post->setIconName(QStringLiteral("bell-off"));
    m_post->setDefault(true);
    m_close = new ActionButton(tr("Cancel"));
    m_close->setAutoDefault(false);
    buttons->setSpacing(Size::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_post);
    connect(m_post, &ActionButton::clicked, this, &SilenceDialog::post);
    connect(m_close, &ActionButton::clicked, this, &SilenceDialog::reject);
    return host;
}

void SilenceDialog::addField(QVBoxLayout *column, const QString &label, QWidget *field)
{
    if (column->count() > 0)
        column->addSpacing(Size::gap);
    auto *text = new TextLabel(label, Tone::Secondary, TextSize::Small);
    text->setBuddy(field);
    column->addWidget(text);
    column->addWidget(field);
}

/// Those that the workspace names and those that told of themselves; one with a member that answers is the better choice.
void SilenceDialog::fillClusters()
{
    std::map<QString, QStringList> clusters = m_context.stores.alerts.clusters();
    QSet<QString> known;
    for (const auto &[cluster, members] : clusters)
        known.unite(QSet<QString>(members.begin(), members.end()));
    for (const SourceStatus &source : m_context.stores.sources.sources())
        if (source.spec.kind == SourceKind::Alertmanager && !known.contains(source.spec.name))
            clusters[source.spec.cluster.isEmpty() ? source.spec.name : source.spec.cluster] << source.spec.name;
    int best = -1;
    for (const auto &[cluster, members] : clusters) {
        const bool isAlone = members.size() == 1 && members.front() == cluster;
        m_cluster->addItem(isAlone ? cluster : QStringLiteral("%1 (%2)").arg(cluster, members.join(QStringLiteral(", "))), cluster);
        const bool answers = std::any_of(members.begin(), members.end(), [this](const QString &member) {
            return m_context.stores.sources.state(member, m_context.clock.now()) == State::Healthy;
        });
        if (answers && best < 0)
            best = m_cluster->count() - 1;
    }
    m_cluster->setCurrentIndex(std::max(best, 0));
}

void SilenceDialog::edit(const ClusterSilence &row)
{
    const Silence &old = row.silence;
    const bool isOver = old.state == Silence::State::Expired;
    setWindowTitle(isOver ? tr("Silence again") : tr("Change a silence"));
    m_post->setText(isOver ? tr("Silence") : tr("Save"));
    QStringList chips;
    for (const Matcher &matcher : old.matchers)
        chips << matcher.toString();
    m_matchers->setChips(chips);
    m_comment->setText(old.comment);
    m_cluster->setCurrentIndex(std::max(0, m_cluster->findData(row.cluster)));
    m_cluster->setEnabled(isOver);
    if (isOver) {
        m_times->setLength(std::max<std::chrono::milliseconds>(std::chrono::minutes(1), old.endsAt - old.startsAt));
        return checkForm();
    }
    m_edited = old;
    if (old.state == Silence::State::Active)
        m_times->setBegun(old.startsAt, old.endsAt);
    else
        m_times->setSpan(old.startsAt, old.endsAt);
    checkForm();
}

Matchers SilenceDialog::matchers() const
{
    Matchers result;
    for (const QString &chip : m_matchers->chips()) {
        const auto reading = readingOf(chip);
        if (!reading.fault)
            result.insert(result.end(), reading.matchers.begin(), reading.matchers.end());
    }
    return result;
}

Silence SilenceDialog::silence() const
{
    // What an edit does not change goes back as it came: only so it keeps its id.
    Silence made = m_edited.value_or(Silence());
    made.matchers = matchers();
    made.startsAt = m_times->begin();
    made.endsAt = m_times->end();
    made.comment = m_comment->text().trimmed();
    return made;
}

QString SilenceDialog::cluster() const
{
    return m_cluster->currentData().toString();
}

QString SilenceDialog::hindrance() const
{
    if (m_cluster->count() == 0)
        return tr("The workspace names no Alertmanager, so there is none to keep a silence.");
    if (m_matchers->chips().isEmpty() || !m_times->fault().isEmpty())
        return {};
    Silence asked = silence();
    // That the comment is missing is seen from the field.
    if (asked.comment.isEmpty())
        asked.comment = QStringLiteral("-");
    const auto allowed = checkSilencePolicy(asked, m_muted->preview(), m_context.stores.workspace().silencePolicy, m_context.clock.wall());
    if (allowed)
        return {};
    QString reason = allowed.error().detail;
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper();
    return reason + QLatin1Char('.');
}

void SilenceDialog::readMatchers()
{
    QStringList disagreements;
    for (const QString &chip : m_matchers->chips())
        if (const auto reading = readingOf(chip); !reading.disagreement.isEmpty())
            disagreements << tr("%1: %2").arg(Format::safeText(chip, 80), Format::safeText(reading.disagreement, 300));
    m_grammar->setVisible(!disagreements.isEmpty());
    m_grammar->setText(disagreements.join(QLatin1Char('\n')));
    m_muted->setMatchers(matchers());
    checkForm();
}

/// Something was changed: what the server said was about something else.
void SilenceDialog::checkForm()
{
    m_refused = false;
    judgeForm();
}

void SilenceDialog::judgeForm()
{
    const QString hindered = hindrance();
    const bool isComplete = !m_matchers->chips().isEmpty() && !m_comment->text().trimmed().isEmpty() && m_cluster->count() > 0 && m_times->fault().isEmpty();
    m_post->setEnabled(isComplete && hindered.isEmpty() && !m_posting && m_posted.isEmpty());
    if (m_posting || !m_posted.isEmpty())
        return;
    showNote();
    if (!m_refused)
        showResult(hindered, Tone::Warning);
}

/// What saving does to the silence that is being changed.
void SilenceDialog::showNote()
{
    m_note->setVisible(m_edited.has_value());
    if (!m_edited)
        return;
    const auto now = findSilence(m_context.stores.alerts, m_context.stores.sources, cluster(), m_edited->id, m_context.clock.now(), m_context.clock.wall());
    const QString id = m_edited->id.left(shownOfId);
    if (now && now->silence.state == Silence::State::Expired)
        m_note->setText(tr("%1 has ended meanwhile: saving makes a new silence.").arg(id));
    else if (now && now->silence.updatedAt > m_edited->updatedAt)
        m_note->setText(tr("%1 was changed by somebody else meanwhile: it ends %2 now. Saving writes over that.")
                            .arg(id, Format::moment(now->silence.endsAt, m_context.clock.wall())));
    else if (!sameMatchers(matchers(), m_edited->matchers))
        m_note->setText(tr("Other matchers make a new silence with a new id; %1 ends.").arg(id));
    else
        m_note->setText(tr("It keeps its id, %1…, and its author, %2.").arg(id, Format::safeText(m_edited->createdBy, 60)));
}

void SilenceDialog::tick()
{
    m_times->tick();
    judgeForm();
    showStanding();
}

void SilenceDialog::post()
{
    if (m_posting || !m_posted.isEmpty())
        return;
    // What still stands in the field as text was meant to count.
    const QString rest = m_matchers->edit()->text().trimmed();
    if (!rest.isEmpty()) {
        showResult(tr("“%1” is not a matcher yet: press Enter behind it, or empty the field.").arg(Format::safeText(rest, 60)), Tone::Warning);
        m_refused = true;
        return;
    }
    checkForm();
    if (!m_post->isEnabled())
        return;
    m_posting = true;
    m_post->setEnabled(false);
    showResult(tr("Asking %1…").arg(cluster()), Tone::Secondary);
    m_context.commands.postSilence(cluster(), silence(), this, [this](const Result<QString> &id) { handlePosted(id); });
}

void SilenceDialog::handlePosted(const Result<QString> &id)
{
    m_posting = false;
    if (!id) {
        checkForm();
        m_refused = true;
        showResult(Format::sentence(id.error()), Tone::Critical);
        return;
    }
    m_posted = *id;
    m_postedAt = m_context.clock.now();
    // There is nothing left to do but to go: Enter goes, too.
    m_post->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus();
    m_note->setVisible(m_edited && m_edited->id != m_posted);
    if (m_edited)
        m_note->setText(tr("It is a new silence, %1…; %2… has ended.").arg(m_posted.left(shownOfId), m_edited->id.left(shownOfId)));
    showStanding();
}

/// What was posted is shown as standing where a member says so, and only there.
void SilenceDialog::showStanding()
{
    if (m_posted.isEmpty())
        return;
    const auto members = tellingsOf(m_context.stores.alerts, m_context.stores.sources, cluster(), m_posted, m_postedAt, m_context.clock.now(), m_context.clock.wall());
    const auto saying = [&members](SilenceMember::Says says) {
        QStringList names;
        for (const SilenceMember &member : members)
            if (member.says == says)
                names << member.source;
        return names.join(QStringLiteral(", "));
    };
    const QString stands = saying(SilenceMember::Says::Stands);
    const QString lacks = saying(SilenceMember::Says::Lacks);
    const QString blind = saying(SilenceMember::Says::Blind);
    const QString waiting = saying(SilenceMember::Says::Waiting);
    QStringList parts;
    if (!stands.isEmpty())
        parts << tr("The silence stands on %1.").arg(stands);
    else if (lacks.isEmpty())
        parts << tr("%1 keeps the silence; it was read back.").arg(cluster());
    else
        parts << tr("The silence is no longer there: alerts are told.");
    if (!lacks.isEmpty())
        parts << tr("%1 does not have it yet.").arg(lacks);
    if (!waiting.isEmpty() && !stands.isEmpty())
        parts << tr("%1 was not asked yet.").arg(waiting);
    if (!blind.isEmpty())
        parts << tr("%1 cannot be asked.").arg(blind);
    showResult(parts.join(QLatin1Char(' ')), stands.isEmpty() && !lacks.isEmpty() ? Tone::Critical : lacks.isEmpty() && blind.isEmpty() ? Tone::Healthy : Tone::Warning);
}

void SilenceDialog::showResult(const QString &sentence, Tone tone)
{
    m_result->setTone(tone);
    m_result->setText(sentence);
}

} // namespace Watchfloor
