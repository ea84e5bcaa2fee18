#include "widgets/silences/silencedialog.h"

#include "models/silences/silencepreview.h"
#include "models/core/format.h"
#include "widgets/silences/silencelist.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QListView>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTimer>

namespace Watchfloor {

namespace {
constexpr std::array<std::chrono::milliseconds, 6> lengths{std::chrono::minutes(30), std::chrono::hours(1), std::chrono::hours(2),
                                                            std::chrono::hours(4),    std::chrono::hours(8), std::chrono::hours(24)};
constexpr int firstLength = 2;
constexpr int dialogWidth = 860;
constexpr int dialogHeight = 560;
constexpr size_t mostListed = 200;
constexpr int longestComment = 1'000;
constexpr std::chrono::milliseconds longSilence = std::chrono::hours(24);
}

SilenceDialog::SilenceDialog(const PageContext &context, const Matchers &matchers, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("Silence"));
    setObjectName(QStringLiteral("silenceDialog"));
    setModal(true);
    resize(dialogWidth, dialogHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(Size::cardGap);
    m_views = new SegmentedControl;
    m_views->addSegment(tr("New silence"), QStringLiteral("bell-off"));
    m_views->addSegment(tr("Silences"), QStringLiteral("list"));
    m_stack = new QStackedWidget;
    auto *top = new QHBoxLayout;
    top->addWidget(m_views);
    top->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    auto *form = new QWidget;
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(buildForm(), 3);
    row->addWidget(buildPreview(), 2);
    m_stack->addWidget(form);
    m_list = new SilenceList(context);
    m_stack->addWidget(m_list);
    connect(m_views, &SegmentedControl::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);

    QStringList chips;
    for (const Matcher &matcher : matchers)
        chips << matcher.toString();
    m_matchers->setChips(chips);
    connect(&context.stores.alerts, &AlertStore::changed, this, [this] { QTimer::singleShot(0, this, &SilenceDialog::showPreview); });
    chooseLength(firstLength);
    showPreview();
    checkForm();
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
        const auto matcher = parseMatcher(text);
        return matcher ? QString() : Format::sentence(matcher.error());
    });
    addField(column, tr("Mutes what matches all of"), m_matchers);
    m_length = new SegmentedControl;
    for (const auto length : lengths)
        m_length->addSegment(Format::shortSpan(length));
    m_length->addSegment(tr("Until…"));
    addField(column, tr("For"), m_length);
    auto *until = new QHBoxLayout;
    m_end = new QDateTimeEdit;
    m_end->setCalendarPopup(true);
    m_end->setDisplayFormat(QStringLiteral("d MMM yyyy HH:mm"));
    m_endText = new TextLabel({}, Tone::Secondary);
    until->addWidget(m_end);
    until->addWidget(m_endText, 1);
    column->addLayout(until);
    m_comment = new QLineEdit;
    m_comment->setObjectName(QStringLiteral("silenceComment"));
    m_comment->setMaxLength(longestComment);
    m_comment->setPlaceholderText(tr("Why, and who knows about it"));
    addField(column, tr("Comment (needed)"), m_comment);
    m_source = new QComboBox;
    for (const SourceStatus &source : m_context.stores.sources.sources())
        if (source.spec.kind == SourceKind::Alertmanager)
            m_source->addItem(source.spec.name);
    // One that answers is the better choice.
    for (int at = m_source->count() - 1; at >= 0; --at)
        if (m_context.stores.sources.state(m_source->itemText(at), m_context.clock.now()) == State::Healthy)
            m_source->setCurrentIndex(at);
    addField(column, tr("Alertmanager"), m_source);
    column->addStretch(1);
    m_result = new TextLabel;
    m_result->setObjectName(QStringLiteral("silenceResult"));
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    auto *buttons = new QHBoxLayout;
    m_post = new ActionButton(tr("Silence"), ActionButton::Look::Primary);
    m_post->setObjectName(QStringLiteral("postSilence"));
    m_post->setIconName(QStringLiteral("bell-off"));
    m_post->setDefault(true);
    m_close = new ActionButton(tr("Cancel"));
    buttons->addWidget(m_post);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_matchers, &ChipField::chipsChanged, this, [this] {
        showPreview();
        checkForm();
    });
    connect(m_length, &SegmentedControl::currentChanged, this, &SilenceDialog::chooseLength);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &SilenceDialog::showEnd);
    connect(m_comment, &QLineEdit::textChanged, this, &SilenceDialog::checkForm);
    connect(m_post, &ActionButton::clicked, this, &SilenceDialog::post);
    connect(m_close, &ActionButton::clicked, this, &SilenceDialog::reject);
    return form;
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

QWidget *SilenceDialog::buildPreview()
{
    auto *preview = new QWidget;
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::unit);
    m_mutes = new TextLabel({}, Tone::Primary, TextSize::Heading, QFont::DemiBold);
    m_mutes->setObjectName(QStringLiteral("silenceMutes"));
    m_mutes->setWordWrap(true);
    m_mutesDetail = new TextLabel({}, Tone::Secondary, TextSize::Small);
    m_mutesDetail->setWordWrap(true);
    m_muted = new QStringListModel(this);
    m_mutedList = new QListView;
    m_mutedList->setModel(m_muted);
    m_mutedList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_mutedList->setSelectionMode(QAbstractItemView::NoSelection);
    m_mutedList->setUniformItemSizes(true);
    column->addWidget(m_mutes);
    column->addWidget(m_mutesDetail);
    column->addSpacing(Size::unit);
    column->addWidget(m_mutedList, 1);
    return preview;
}

Matchers SilenceDialog::matchers() const
{
    Matchers result;
    for (const QString &chip : m_matchers->chips())
        if (auto matcher = parseMatcher(chip))
            result.push_back(*std::move(matcher));
    return result;
}

WallTime SilenceDialog::end() const
{
    return m_chosen.count() > 0 ? m_context.clock.wall() + m_chosen : WallTime(std::chrono::milliseconds(m_end->dateTime().toMSecsSinceEpoch()));
}

void SilenceDialog::chooseLength(int preset)
{
    m_length->setCurrent(preset);
    const bool byHand = size_t(preset) >= lengths.size();
    if (byHand) {
        m_end->setDateTime(QDateTime::fromMSecsSinceEpoch(end().time_since_epoch().count()));
        m_chosen = {};
        m_end->setFocus();
    } else {
        m_chosen = lengths[size_t(preset)];
    }
    m_end->setVisible(byHand);
    showEnd();
}

void SilenceDialog::showEnd()
{
    const WallTime now = m_context.clock.wall();
    const auto length = end() - now;
    m_endText->setTone(length.count() <= 0 ? Tone::Critical : length > longSilence ? Tone::Warning : Tone::Secondary);
    m_endText->setText(length.count() <= 0 ? tr("That is over already.") : tr("until %1, for %2").arg(Format::moment(end(), now), Format::span(length)));
    checkForm();
}

void SilenceDialog::showPreview()
{
    const SilencePreview preview = previewSilence(matchers(), m_context.stores.alerts.alerts());
    const int count = int(preview.muted.size());
    const bool everything = count > 0 && count == preview.outOf && count > 1;
    m_mutes->setTone(everything ? Tone::Warning : Tone::Primary);
    m_mutes->setText(tr("Mutes %n alert(s) now", nullptr, count));
    QStringList parts;
    for (const auto &[severity, number] : preview.bySeverity)
        if (number > 0)
            parts << QStringLiteral("%1 %2").arg(Format::count(number), Format::severity(severity).toLower());
    if (count > preview.notYet)
        parts << tr("%n muted already", nullptr, count - preview.notYet);
    if (everything)
        parts << tr("that is every open alert");
    m_mutesDetail->setText(m_matchers->chips().isEmpty() ? tr("Without a matcher a silence matches nothing.") : count == 0 ? tr("Nothing open matches. What comes later will.") : parts.join(QStringLiteral(", ")));
    QStringList lines;
    for (const Alert *alert : preview.muted) {
        if (size_t(lines.size()) == mostListed) {
            lines << tr("and %1 more").arg(Format::count(qint64(preview.muted.size() - mostListed)));
            break;
        }
        lines << QStringList{Format::safeText(alert->name(), 80), Format::safeText(alert->service(), 60)}.join(QStringLiteral("  "));
    }
    if (lines != m_muted->stringList())
        m_muted->setStringList(lines);
}

void SilenceDialog::checkForm()
{
    const bool complete = m_matchers && m_post && !m_matchers->chips().isEmpty() && !m_comment->text().trimmed().isEmpty() && m_source->count() > 0
                          && end() > m_context.clock.wall();
    if (!m_post)
        return;
    m_post->setEnabled(complete && !m_posting);
    if (m_source->count() == 0)
        showResult(tr("The workspace names no Alertmanager, so there is none to keep a silence."), Tone::Warning);
}

void SilenceDialog::tick()
{
    m_list->tick();
    if (m_chosen.count() > 0)
        showEnd();
}

void SilenceDialog::showSilences()
{
    m_views->setCurrent(1);
    m_stack->setCurrentIndex(1);
}

void SilenceDialog::post()
{
    // What still stands in the field as text was meant to count.
    const QString rest = m_matchers->edit()->text().trimmed();
    if (!rest.isEmpty()) {
        showResult(tr("“%1” is not a matcher yet: press Enter behind it, or empty the field.").arg(Format::safeText(rest, 60)), Tone::Warning);
        return;
    }
    Silence silence;
    silence.matchers = matchers();
    silence.startsAt = m_context.clock.wall();
    silence.endsAt = end();
    silence.comment = m_comment->text().trimmed();
    const QString source = m_source->currentText();
    m_posting = true;
    checkForm();
    showResult(tr("Asking %1…").arg(source), Tone::Secondary);
    m_context.commands.postSilence(source, silence, this, [this, source](const Result<QString> &id) {
        m_posting = false;
        showResult(id ? tr("%1 keeps the silence; it was read back.").arg(source) : Format::sentence(id.error()), id ? Tone::Healthy : Tone::Critical);
        m_close->setText(id ? tr("Close") : tr("Cancel"));
        checkForm();
        if (id)
            m_post->setEnabled(false);
    });
}

void SilenceDialog::showResult(const QString &sentence, Tone tone)
{
    m_result->setTone(tone);
    m_result->setText(sentence);
}

} // namespace Watchfloor
