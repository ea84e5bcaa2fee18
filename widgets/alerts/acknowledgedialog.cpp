#include "widgets/alerts/acknowledgedialog.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

#include <array>

namespace Watchfloor {

namespace {
using namespace std::chrono_literals;
constexpr std::array<std::chrono::milliseconds, 5> lengths{0min, 30min, 1h, 4h, 24h};
constexpr int longestComment = 1'000;
constexpr int longestOwner = 100;
constexpr int mostNames = 4;
constexpr int leastWidth = 460;

/// Which ones, the first few by name.
QWidget *namesOf(const AlertStore &alerts, const QStringList &fingerprints)
{
    QStringList names;
    for (const QString &fingerprint : fingerprints)
        if (const Alert *alert = alerts.find(fingerprint))
            names << Format::safeText(alert->name(), 60);
    names.removeDuplicates();
    QString text = names.mid(0, mostNames).join(QStringLiteral(", "));
    if (names.size() > mostNames)
        text += QStringLiteral(" +%1").arg(names.size() - mostNames);
    auto *label = new ElidedLabel(text, Tone::Secondary, TextSize::Small);
    label->setObjectName(QStringLiteral("acknowledgeNames"));
    return label;
}
}

AcknowledgeDialog::AcknowledgeDialog(const PageContext &context, const QStringList &fingerprints, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_fingerprints(fingerprints)
    , m_owner(new QLineEdit(context.session.options().actor))
    , m_comment(new QLineEdit)
    , m_length(new SegmentedControl)
    , m_silence(new QCheckBox(tr("Also silence it in its Alertmanager, so that the team sees it")))
{
    setObjectName(QStringLiteral("acknowledgeDialog"));
    const Alert *first = context.stores.alerts.find(fingerprints.value(0));
    const QString name = first && fingerprints.size() == 1 ? Format::safeText(first->name(), 60) : QString();
    setWindowTitle(name.isEmpty() ? tr("Acknowledge %n alert(s)", nullptr, int(fingerprints.size())) : tr("Acknowledge %1").arg(name));
    setMinimumWidth(leastWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(Size::gap);
    column->addWidget(new TextLabel(windowTitle(), Tone::Primary, TextSize::Heading, QFont::DemiBold));
    if (fingerprints.size() > 1)
        column->addWidget(namesOf(context.stores.alerts, fingerprints));
    column->addWidget(new TextLabel(tr("Who has it"), Tone::Secondary, TextSize::Small));
    m_owner->setObjectName(QStringLiteral("acknowledgeOwner"));
    m_owner->setMaxLength(longestOwner);
    m_owner->setPlaceholderText(context.session.options().actor);
    m_owner->setAccessibleName(tr("Who has it"));
    column->addWidget(m_owner);
    column->addWidget(new TextLabel(tr("Why, or what you do about it"), Tone::Secondary, TextSize::Small));
    m_comment->setObjectName(QStringLiteral("acknowledgeComment"));
    m_comment->setMaxLength(longestComment);
    m_comment->setAccessibleName(tr("Comment"));
    column->addWidget(m_comment);
    column->addWidget(new TextLabel(tr("For how long; a worse severity opens it again in any case"), Tone::Secondary, TextSize::Small));
    m_length->setObjectName(QStringLiteral("acknowledgeLength"));
    for (const auto length : lengths)
        m_length->addSegment(length.count() == 0 ? tr("Until it is over") : Format::shortSpan(length));
    column->addWidget(m_length, 0, Qt::AlignLeft);
    m_silence->setObjectName(QStringLiteral("acknowledgeSilence"));
    const bool known = std::any_of(context.stores.sources.sources().begin(), context.stores.sources.sources().end(),
                                   [](const SourceStatus &source) { return source.spec.kind == SourceKind::Alertmanager; });
    m_silence->setVisible(known);
    m_silence->setToolTip(tr("Without an end above the silence lasts %1.").arg(Format::span(context.stores.alerts.policy().acknowledgeSilence)));
    column->addWidget(m_silence);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new ActionButton(tr("Cancel"));
    auto *take = new ActionButton(tr("Acknowledge"), ActionButton::Look::Primary);
    take->setObjectName(QStringLiteral("acknowledgeTake"));
    take->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    column->addLayout(buttons);
    connect(cancel, &ActionButton::clicked, this, &QDialog::reject);
    connect(take, &ActionButton::clicked, this, &AcknowledgeDialog::acknowledge);
    for (QLineEdit *edit : {m_owner, m_comment})
        connect(edit, &QLineEdit::returnPressed, take, &QAbstractButton::click);
    m_comment->setFocus();
}

void AcknowledgeDialog::acknowledge()
{
    Commands::AcknowledgeRequest request{.fingerprints = m_fingerprints, .comment = m_comment->text().trimmed()};
    if (const auto length = lengths[size_t(m_length->current())]; length.count() > 0)
        request.length = length;
    request.owner = m_owner->text().trimmed();
    request.silence = m_silence->isVisible() && m_silence->isEnabled() && m_silence->isChecked();
    m_context.commands.acknowledge(request);
    Q_EMIT acknowledged(m_fingerprints);
    accept();
}

} // namespace Watchfloor
