#include "widgets/desk/alarmbar.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int barHeight = 44;
constexpr int glyphSize = 18;
constexpr int resultFor = 10'000; ///< milliseconds
constexpr double tintShare = 0.18;

State stateOf(const Alarm &alarm)
{
    return alarm.isSource() ? State::Blind : Watchfloor::stateOf(alarm.severity);
}
}

AlarmBar::AlarmBar(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_glyph(new StateGlyph(State::Critical, glyphSize))
    , m_severity(new Pill({}, Tone::Critical, Pill::Look::Filled))
    , m_name(new ElidedLabel({}, Tone::Primary, TextSize::Heading, QFont::DemiBold))
    , m_since(new TextLabel({}, Tone::Secondary))
    , m_more(new ActionButton({}, ActionButton::Look::Link))
    , m_result(new ElidedLabel)
    , m_acknowledge(new ActionButton(tr("Acknowledge"), ActionButton::Look::Primary))
    , m_open(new ActionButton(tr("Open")))
    , m_silence(new ActionButton(tr("Silence 1 h")))
    , m_seen(new ActionButton(tr("Seen")))
    , m_allSeen(new ActionButton(tr("All seen")))
{
    setObjectName(QStringLiteral("alarmBar"));
    setFixedHeight(barHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(Size::gap);
    for (QWidget *widget : {static_cast<QWidget *>(m_glyph), static_cast<QWidget *>(m_severity)})
        row->addWidget(widget);
    row->addWidget(m_name, 2);
    row->addWidget(m_since);
    row->addWidget(m_more);
    row->addWidget(m_result, 1);
    m_silence->setIconName(QStringLiteral("bell-off"));
    m_seen->setIconName(QStringLiteral("eye"));
    m_seen->setToolTip(tr("I have seen it: no more sound. It stays in the list (Ctrl+Shift+S)."));
    const std::pair<ActionButton *, const char *> buttons[] = {{m_acknowledge, "alarmAcknowledge"}, {m_open, "alarmOpen"}, {m_silence, "alarmSilence"}, {m_seen, "alarmSeen"}, {m_allSeen, "alarmAllSeen"}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        button->setSmall(true);
        row->addWidget(button);
    }
    m_more->setObjectName(QStringLiteral("alarmMore"));
    m_more->setSmall(true);
    m_name->setObjectName(QStringLiteral("alarmName"));
    m_result->setObjectName(QStringLiteral("alarmResult"));
    m_resultShown.setSingleShot(true);
    m_resultShown.setInterval(resultFor);
    connect(&m_resultShown, &QTimer::timeout, this, &AlarmBar::refresh);
    connect(m_acknowledge, &ActionButton::clicked, this, [this] {
        m_pressed = m_key;
        m_desk.acknowledge(m_pressed); // the key that is shown changes with the alarms
    });
    connect(m_silence, &ActionButton::clicked, this, [this] {
        m_pressed = m_key;
        showResult(m_key, tr("Asking…"), false);
        m_desk.silence(m_pressed);
    });
    connect(m_open, &ActionButton::clicked, this, [this] { m_desk.open(QString(m_key)); });
    connect(m_seen, &ActionButton::clicked, this, [this] { m_desk.markSeen(QString(m_key)); });
    connect(m_allSeen, &ActionButton::clicked, this, [this] { m_desk.markAllSeen(); });
    connect(m_more, &ActionButton::clicked, this, [this] { Q_EMIT m_desk.openRequested(QStringLiteral("alerts")); });
    connect(&desk, &Desk::changed, this, &AlarmBar::refresh);
    connect(&desk, &Desk::acted, this, &AlarmBar::showResult);
    refresh();
}

void AlarmBar::refresh()
{
    const bool answered = m_resultShown.isActive();
    m_result->setVisible(answered);
    const auto &alarms = m_desk.alarms();
    const bool alarming = m_desk.windowTakesOver();
    if (alarming)
        showAlarm(alarms.front(), alarms.size() - 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_glyph), static_cast<QWidget *>(m_severity), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_since), static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_seen)})
        widget->setVisible(alarming);
    const bool isAlert = alarming && !alarms.front().isSource();
    m_acknowledge->setVisible(isAlert);
    m_silence->setVisible(isAlert);
    m_more->setVisible(alarming && alarms.size() > 1);
    m_allSeen->setVisible(alarming && alarms.size() > 1);
    if (!alarming)
        m_key.clear();
    setVisible(alarming || answered);
    update();
}

void AlarmBar::showAlarm(const Alarm &alarm, size_t others)
{
    m_key = alarm.key;
    m_state = stateOf(alarm);
    m_glyph->setState(m_state);
    m_glyph->setBlinking(m_state == State::Critical);
    m_severity->setTone(toneOf(m_state));
    m_severity->setText(alarm.isSource() ? Format::state(State::Blind) : Format::severity(alarm.severity));
    m_name->setText(Format::safeText(alarm.name, 160));
    m_name->setToolTip(toolTipText(Format::safeText(alarm.summary, 400)));
    m_since->setText(tr("for %1", "how long an alarm lasts").arg(Format::span(std::max(m_desk.session().clock().wall() - alarm.since, std::chrono::milliseconds(0)))));
    m_more->setText(tr("and %n more", nullptr, int(others)));
    setAccessibleName(tr("Alarm: %1").arg(m_name->text()));
}

/// What another place's button came to is told there.
void AlarmBar::showResult(const QString &key, const QString &sentence, bool done)
{
    if (key.isEmpty() || key != m_pressed)
        return;
    m_result->setTone(done ? Tone::Healthy : Tone::Primary);
    m_result->setText(sentence);
    m_resultShown.start();
    refresh();
}

void AlarmBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(this);
    const bool alarming = !m_key.isEmpty();
    const QColor colour = alarming ? colours.of(m_state) : colours.line;
    painter.fillRect(rect(), alarming ? colours.tint(colour, tintShare) : colours.surface);
    painter.fillRect(QRect(0, 0, Size::stripe, height()), colour);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colour);
}

} // namespace Watchfloor
