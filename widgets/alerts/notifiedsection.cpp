#include "widgets/alerts/notifiedsection.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr size_t mostTraces = 8;
constexpr size_t mostRoutes = 6;
constexpr size_t mostDeliveries = 6;
constexpr int widestName = 60;

/// The steps of a route, one after another.
QWidget *stepsOf(const QStringList &steps)
{
    auto *widget = new QWidget;
    auto *flow = new FlowLayout(widget, 6);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (i > 0)
            flow->addWidget(new TextLabel(QStringLiteral("›"), Tone::Hint));
        auto *pill = new Pill(steps[i], Tone::Primary, Pill::Look::Tinted);
        pill->setFont(i + 2 < steps.size() ? monoFont(TextSize::Small) : textFont(TextSize::Small));
        flow->addWidget(pill);
    }
    widget->setAccessibleName(steps.join(QStringLiteral(" › ")));
    return widget;
}

QString deliveryText(const Delivery &delivery, WallTime now)
{
    const QString webhook = Format::safeText(delivery.webhook, widestName);
    switch (delivery.state) {
    case Delivery::State::Waiting:
    case Delivery::State::Sending:
        return NotifiedSection::tr("Webhook %1: on its way since %2.").arg(webhook, Format::moment(delivery.at, now));
    case Delivery::State::Retrying:
        return NotifiedSection::tr("Webhook %1: not delivered after %n attempt(s), tried again.", nullptr, delivery.attempts).arg(webhook);
    case Delivery::State::Delivered:
        return NotifiedSection::tr("Webhook %1: delivered at %2.").arg(webhook, Format::moment(delivery.settledAt.value_or(delivery.at), now));
    case Delivery::State::Failed:
        return NotifiedSection::tr("Webhook %1: given up after %n attempt(s).", nullptr, delivery.attempts).arg(webhook);
    }
    return {};
}
} // namespace

NotifiedSection::NotifiedSection(const PageContext &context)
    : DetailSection(tr("Why you were notified"))
    , m_context(context)
{
    setObjectName(QStringLiteral("section/notified"));
}

void NotifiedSection::addTraces(const Alert &alert, std::vector<Line> &lines)
{
    const WallTime now = m_context.clock.wall();
    auto traces = m_context.stores.routing.traces(alert, m_context.clock.now(), now);
    if (traces.size() > mostTraces)
        traces.resize(mostTraces);
    setTitle(TraceWords::title(traces));
    setSummary(TraceWords::summary(traces, now));
    for (const NotificationTrace &trace : traces) {
        if (traces.size() > 1)
            lines.push_back({Line::Kind::Note, {Format::safeText(trace.alertmanager, widestName)}, Tone::Hint});
        for (size_t i = 0; i < std::min(trace.routes.size(), mostRoutes); ++i)
            lines.push_back({Line::Kind::Steps, TraceWords::steps(trace.routes[i]), Tone::Primary});
        const TraceWords::Words words = TraceWords::of(trace, now);
        lines.push_back({Line::Kind::Sentence, {words.sentence}, words.tone});
        for (const TraceWords::Note &note : words.notes)
            lines.push_back({Line::Kind::Note, {note.text}, note.tone});
    }
    const bool isOwn = !alert.origins.isEmpty() && std::none_of(alert.origins.begin(), alert.origins.end(), [this](const QString &origin) { return m_context.stores.sources.find(origin); });
    if (traces.empty() && isOwn)
        lines.push_back({Line::Kind::Sentence, {tr("Raised by this console: no Alertmanager knows it, only webhooks hand it on.")}, Tone::Primary});
}

void NotifiedSection::addDeliveries(const Alert &alert, std::vector<Line> &lines) const
{
    size_t shown = 0;
    for (const Delivery &delivery : m_context.stores.deliveries.deliveries()) {
        if (delivery.fingerprint != alert.fingerprint || shown == mostDeliveries)
            continue;
        ++shown;
        const bool failed = delivery.state == Delivery::State::Failed;
        const QString why = delivery.error && delivery.state != Delivery::State::Delivered ? u' ' + Format::sentence(*delivery.error) : QString();
        lines.push_back({Line::Kind::Note, {deliveryText(delivery, m_context.clock.wall()) + why}, failed ? Tone::Critical : delivery.state == Delivery::State::Retrying ? Tone::Warning : Tone::Secondary});
        if (failed || delivery.state == Delivery::State::Retrying)
            lines.push_back({Line::Kind::Retry, {delivery.id, delivery.webhook}, Tone::Accent});
    }
}

void NotifiedSection::addLine(const Line &line, QVBoxLayout &column)
{
    if (line.kind == Line::Kind::Steps) {
        column.addWidget(stepsOf(line.texts));
        return;
    }
    if (line.kind == Line::Kind::Retry) {
        auto *again = new ActionButton(tr("Try again now"), ActionButton::Look::Link);
        again->setSmall(true);
        again->setAccessibleDescription(Format::safeText(line.texts.last(), widestName));
        connect(again, &ActionButton::clicked, this, [this, id = line.texts.first()] { m_context.commands.retryDelivery(id); });
        column.addWidget(again, 0, Qt::AlignLeft);
        return;
    }
    auto *label = new TextLabel(line.texts.first(), line.tone, line.kind == Line::Kind::Sentence ? TextSize::Body : TextSize::Small);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (line.kind == Line::Kind::Sentence)
        label->setObjectName(QStringLiteral("traceSentence"));
    column.addWidget(label);
}

void NotifiedSection::show(const Alert &alert)
{
    std::vector<Line> lines;
    addTraces(alert, lines);
    addDeliveries(alert, lines);
    setVisible(!lines.empty());
    if (lines == m_lines)
        return;
    m_lines = lines;
    rebuild(6, [this](QVBoxLayout &column) {
        for (const Line &line : m_lines)
            addLine(line, column);
    });
}

} // namespace Watchfloor
