#include "widgets/silences/silencetimes.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 6> presets{30min, 1h, 2h, 4h, 8h, 24h};
constexpr auto usual = 2h;
constexpr auto longSilence = 24h;
constexpr int lengthCharacters = 14;
const QTime morning(9, 0);

QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

WallTime wallTime(const QDateTime &time)
{
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// "Europe/Berlin, UTC+01:00": of that moment, for the offset may be another one by then.
QString zoneText(WallTime time)
{
    const QDateTime local = localTime(time);
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("UTC%1%2:%3")
                               .arg(minutes < 0 ? QStringLiteral("-") : QStringLiteral("+"))
                               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    return zone.isEmpty() || zone == u"UTC" ? offset : QStringLiteral("%1, %2").arg(zone, offset);
}

QDateTimeEdit *timeEdit(const QString &objectName)
{
    auto *edit = new QDateTimeEdit;
    edit->setObjectName(objectName);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy HH:mm"));
    // The style's own hint leaves the arrow out, and the minutes would be under it.
    const int text = edit->fontMetrics().horizontalAdvance(QStringLiteral("28 MMM 2026 00:00"));
    edit->setMinimumSize(text + Size::control + 2 * Size::gap, Size::control);
    return edit;
}

/// In whole minutes, as people say it.
QString lengthText(std::chrono::milliseconds length)
{
    return durationText(std::chrono::duration_cast<std::chrono::minutes>(length + 30s));
}

} // namespace

SilenceTimes::SilenceTimes(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_presets(new SegmentedControl)
    , m_when(new SegmentedControl)
    , m_begin(timeEdit(QStringLiteral("silenceBegin")))
    , m_begun(new TextLabel)
    , m_lengthEdit(new QLineEdit)
    , m_endEdit(timeEdit(QStringLiteral("silenceEnd")))
    , m_text(new TextLabel({}, Tone::Secondary, TextSize::Small))
    , m_length(usual)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Size::gap);
    grid->setVerticalSpacing(Size::gap);
    grid->setColumnStretch(2, 1);
    buildBegin(grid);
    buildEnd(grid);
    showTimes();
}

void SilenceTimes::buildBegin(QGridLayout *grid)
{
    m_when->setObjectName(QStringLiteral("silenceWhen"));
    m_when->addSegment(tr("Now"));
    m_when->addSegment(tr("Later"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    row->addWidget(m_when);
    row->addWidget(m_begin);
    row->addWidget(m_begun);
    row->addStretch(1);
    grid->addWidget(new TextLabel(tr("Begins"), Tone::Secondary), 0, 0);
    grid->addLayout(row, 0, 1, 1, 2);
    connect(m_when, &SegmentedControl::currentChanged, this, [this](int when) {
        // The end stays so long after the begin, whichever that is.
        m_beginAt = when == 1 ? std::optional(m_clock.wall() + 1h) : std::nullopt;
        m_endAt.reset();
        tell();
    });
    connect(m_begin, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        m_beginAt = wallTime(time);
        tell();
    });
}

void SilenceTimes::buildEnd(QGridLayout *grid)
{
    m_presets->setObjectName(QStringLiteral("silenceLengths"));
    for (const auto length : presets)
        m_presets->addSegment(Format::shortSpan(length));
    m_presets->addSegment(tr("Other"));
    grid->addWidget(new TextLabel(tr("For"), Tone::Secondary), 1, 0);
    grid->addWidget(m_presets, 1, 1, 1, 2);
    m_lengthEdit->setObjectName(QStringLiteral("silenceLength"));
    m_lengthEdit->setMaxLength(lengthCharacters * 2);
    m_lengthEdit->setFixedWidth(m_lengthEdit->fontMetrics().averageCharWidth() * lengthCharacters);
    m_lengthEdit->setAccessibleName(tr("Length, as 2h30m"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    row->addWidget(m_lengthEdit);
    row->addWidget(new TextLabel(tr("until"), Tone::Secondary));
    row->addWidget(m_endEdit);
    row->addStretch(1);
    grid->addLayout(row, 2, 1, 1, 2);
    auto *further = new QHBoxLayout;
    further->setSpacing(Size::gap);
    const auto add = [this, further](const QString &text, const QString &name, auto reach) {
        auto *button = new ActionButton(text);
        button->setObjectName(name);
        button->setSmall(true);
        further->addWidget(button);
        connect(button, &ActionButton::clicked, this, reach);
    };
    add(tr("+1 h"), QStringLiteral("reachHour"), [this] { reachFurther(1h); });
    add(tr("+4 h"), QStringLiteral("reachFourHours"), [this] { reachFurther(4h); });
    add(tr("Until tomorrow 09:00"), QStringLiteral("reachTomorrow"), [this] { reachTomorrow(); });
    further->addStretch(1);
    grid->addLayout(further, 3, 1, 1, 2);
    m_text->setObjectName(QStringLiteral("silenceSpan"));
    m_text->setWordWrap(true);
    grid->addWidget(m_text, 4, 1, 1, 2);
    connect(m_presets, &SegmentedControl::currentChanged, this, &SilenceTimes::choosePreset);
    connect(m_lengthEdit, &QLineEdit::textEdited, this, &SilenceTimes::readLength);
    connect(m_endEdit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) { setEnd(wallTime(time)); });
}

WallTime SilenceTimes::begin() const
{
    return m_beginAt.value_or(m_clock.wall());
}

WallTime SilenceTimes::end() const
{
    return m_endAt.value_or(std::max(begin(), m_clock.wall()) + m_length);
}

QString SilenceTimes::fault() const
{
    if (m_isLengthFaulty)
        return tr("“%1” is not a length: 2h30m would be one.").arg(Format::safeText(m_lengthEdit->text(), 20));
    if (end() <= m_clock.wall())
        return tr("That is over already.");
    if (end() <= begin())
        return tr("It would end before it begins.");
    return {};
}

void SilenceTimes::setBegun(WallTime begin, WallTime end)
{
    m_hasBegun = true;
    m_beginAt = begin;
    setEnd(end);
}

void SilenceTimes::setSpan(WallTime begin, WallTime end)
{
    m_beginAt = begin;
    setEnd(end);
}

void SilenceTimes::setLength(std::chrono::milliseconds length)
{
    m_length = length;
    m_endAt.reset();
    m_isLengthFaulty = false;
    m_isLengthTyped = false;
    tell();
}

void SilenceTimes::choosePreset(int preset)
{
    if (preset >= 0 && size_t(preset) < presets.size())
        setLength(presets[size_t(preset)]);
    else
        m_lengthEdit->setFocus();
}

void SilenceTimes::readLength(const QString &text)
{
    const auto length = parseDuration(text.trimmed());
    m_isLengthTyped = true;
    m_isLengthFaulty = !length || length->count() <= 0;
    if (!m_isLengthFaulty) {
        m_length = *length;
        m_endAt.reset();
    }
    tell();
}

void SilenceTimes::setEnd(WallTime end)
{
    m_endAt = end;
    m_isLengthFaulty = false;
    m_isLengthTyped = false;
    tell();
}

/// From its end; from now where that is over.
void SilenceTimes::reachFurther(std::chrono::milliseconds time)
{
    if (!m_endAt && !m_isLengthFaulty)
        return setLength(m_length + time);
    setEnd(std::max(end(), m_clock.wall()) + time);
}

void SilenceTimes::reachTomorrow()
{
    setEnd(wallTime(QDateTime(localTime(m_clock.wall()).date().addDays(1), morning)));
}

void SilenceTimes::tick()
{
    // What somebody types in must not be moved under the keys.
    if (!m_endEdit->hasFocus())
        showTimes();
}

void SilenceTimes::tell()
{
    showTimes();
    Q_EMIT changed();
}

/// Each of the fields shows what the others make of it, but for the one that is being typed in.
void SilenceTimes::showTimes()
{
    const WallTime now = m_clock.wall();
    const auto length = end() - std::max(begin(), now);
    const QSignalBlocker silentBegin(m_begin), silentEnd(m_endEdit), silentWhen(m_when), silentPresets(m_presets);
    m_when->setVisible(!m_hasBegun);
    m_when->setCurrent(m_beginAt ? 1 : 0);
    m_begin->setVisible(!m_hasBegun && m_beginAt);
    m_begun->setVisible(m_hasBegun);
    m_begun->setText(tr("since %1").arg(Format::moment(begin(), now)));
    if (!m_begin->hasFocus())
        m_begin->setDateTime(localTime(begin()));
    if (!m_endEdit->hasFocus() || !m_endAt)
        m_endEdit->setDateTime(localTime(end()));
    if (!m_isLengthTyped && length.count() > 0)
        m_lengthEdit->setText(lengthText(m_endAt ? length : m_length));
    const auto preset = std::find(presets.begin(), presets.end(), m_length);
    m_presets->setCurrent(!m_endAt && !m_isLengthFaulty && preset != presets.end() ? int(preset - presets.begin()) : int(presets.size()));
    const QString wrong = fault();
    m_text->setTone(!wrong.isEmpty() ? Tone::Critical : length > longSilence ? Tone::Warning : Tone::Secondary);
    m_text->setText(!wrong.isEmpty() ? wrong : tr("until %1, in %2 (%3)").arg(Format::moment(end(), now), Format::span(end() - now), zoneText(end())));
}

} // namespace Watchfloor
