#include "widgets/alerts/rulechart.h"

#include "models/core/format.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace Watchfloor {

namespace {
constexpr std::array<std::chrono::milliseconds, 7> chartLengths{std::chrono::minutes(30), std::chrono::hours(1),      std::chrono::hours(3),      std::chrono::hours(12),
                                                                std::chrono::hours(48),   std::chrono::hours(7 * 24), std::chrono::hours(30 * 24)};
constexpr int chartPoints = 180;
constexpr int chartHeight = 170;
constexpr size_t mostSeries = 10;
constexpr int longestExpression = 1'000;
constexpr int mostDecimals = 4;
constexpr double headroom = 1.25; ///< for the words over the spans

/// A rule does not tell its unit; its words and its limit mostly do.
Unit unitOf(const RuleSelector &selector)
{
    const QString text = selector.selector.toLower();
    const auto has = [&text](const char16_t *word) { return text.contains(QStringView(word)); };
    if (has(u"seconds") || has(u"duration") || has(u"latency"))
        return ownUnit(has(u"milliseconds") ? QStringLiteral("ms") : QStringLiteral("s"));
    if (has(u"bytes"))
        return ownUnit(QStringLiteral("bytes"));
    const bool share = selector.threshold && *selector.threshold > 0 && *selector.threshold <= 1;
    return ownUnit(share && (has(u"/") || has(u"ratio")) ? QStringLiteral("percentunit") : QStringLiteral("short"));
}

/// A limit with no more decimals than it has: "1 %", "0.25 s".
QString limitText(double value, const Unit &unit)
{
    const auto number = [&](int decimals) { return QLocale().toDouble(quantity(value, unit, decimals).number); };
    int decimals = 0;
    while (decimals < mostDecimals && number(decimals) != number(mostDecimals))
        ++decimals;
    return quantity(value, unit, decimals).text();
}

/// The next number that its leading digit alone can write: 0.0572 becomes 0.06.
double roundedUp(double value)
{
    const double magnitude = std::pow(10, std::floor(std::log10(value)));
    return std::ceil(value / magnitude) * magnitude;
}

/// Code on sunken ground.
class CodeLabel final : public TextLabel
{
public:
    CodeLabel()
        : TextLabel({}, Tone::Primary, TextSize::Small)
    {
        setFont(monoFont(TextSize::Small));
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setContentsMargins(Size::gap, 6, Size::gap, 6);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &colours = themeOf(this);
        painter.setPen(colours.line);
        painter.setBrush(colours.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
        painter.end();
        TextLabel::paintEvent(event);
    }
};
}

RuleChart::RuleChart(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_expression(new CodeLabel)
    , m_chart(new TimeChart)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    column->addWidget(m_expression);
    column->addWidget(m_chart);
    m_chart->setFixedHeight(chartHeight);
    m_chart->setLegend(TimeChart::Legend::None);
    m_chart->setLastValueShown(true);
    m_chart->setCrosshairGroup(context.crosshair);
    connect(&context.stores.series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        if (m_interest && *m_interest == key)
            refresh();
    });
}

/// The shortest length that still shows how it was before the alert began.
std::chrono::milliseconds RuleChart::wantedLength() const
{
    const auto age = m_context.clock.wall() - m_alert.startsAt;
    const auto fits = std::find_if(chartLengths.begin(), chartLengths.end(), [age](std::chrono::milliseconds length) { return age <= length - length / 8; });
    return fits == chartLengths.end() ? chartLengths.back() : *fits;
}

void RuleChart::setAlert(const Alert &alert)
{
    const bool same = alert.fingerprint == m_alert.fingerprint;
    m_alert = alert;
    auto rule = m_context.stores.alerts.ruleOf(alert);
    if (!same || rule != m_rule) {
        m_rule = std::move(rule);
        m_length = wantedLength();
        m_interest.reset();
        if (m_rule)
            ask(m_rule->first, m_rule->second);
    }
    refresh();
}

void RuleChart::clear()
{
    m_interest.reset();
    m_rule.reset();
    m_alert = {};
}

void RuleChart::ask(const QString &source, const AlertRule &rule)
{
    m_selector = ruleSelector(rule.expression);
    m_unit = unitOf(m_selector);
    m_expression->setText(Format::safeText(rule.expression.simplified(), longestExpression)
                          + (rule.duration.count() > 0 ? tr("   for %1").arg(Format::span(rule.duration)) : QString()));
    if (m_selector.selector.isEmpty())
        return;
    const SourceStatus *status = m_context.stores.sources.find(source);
    const auto least = status ? std::max<std::chrono::milliseconds>(status->spec.interval, std::chrono::seconds(1)) : std::chrono::milliseconds(15'000);
    m_interest = m_context.commands.watch({source, m_selector.selector, m_length, roundStep(m_length, chartPoints, least)});
}

void RuleChart::setExpressionShown(bool shown)
{
    m_expressionShown = shown;
    m_expression->setVisible(shown && m_rule);
}

bool RuleChart::isSettled() const
{
    if (!m_interest)
        return true;
    const SeriesStore::Entry *entry = m_context.stores.series.find(*m_interest);
    return entry && (entry->answer || entry->freshness.error());
}

void RuleChart::setSynchronous(bool synchronous)
{
    m_chart->setSynchronous(synchronous);
}

QString RuleChart::detail() const
{
    if (!m_rule)
        return {};
    const SeriesStore::Entry *entry = m_interest ? m_context.stores.series.find(*m_interest) : nullptr;
    const auto age = entry ? entry->freshness.age(m_context.clock.now()) : std::nullopt;
    return age ? tr("%1, %2 old").arg(m_rule->first, Format::span(*age)) : m_rule->first;
}

void RuleChart::refresh()
{
    m_expression->setVisible(m_rule && m_expressionShown);
    m_chart->setVisible(m_rule && m_interest);
    if (!m_chart->isVisibleTo(this))
        return;
    if (const auto length = wantedLength(); length != m_length) {
        m_length = length;
        ask(m_rule->first, m_rule->second);
    }
    const TimeRange range = lastUntil(m_context.clock.wall(), m_length);
    m_chart->setUnit(m_unit);
    m_chart->setRange(range);
    showLimit();
    showSpans(range);
    std::vector<Mark> marks;
    for (const Mark &mark : m_context.stores.marks.within(range, m_alert.service()))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Run || mark.kind == Mark::Kind::Incident)
            marks.push_back(mark);
    m_chart->setMarks(std::move(marks));
    showSeries();
}

/// The alert's own series where it can be told from the rule's others, else the first few of them.
void RuleChart::showSeries()
{
    const SeriesStore::Entry *entry = m_context.stores.series.find(*m_interest);
    std::vector<ChartSeries> lines;
    if (entry && entry->answer) {
        const auto own = [this](const Series &series) {
            Labels labels = series.labels;
            labels.remove(u"__name__");
            return m_alert.labels.containsAll(labels);
        };
        const auto &all = entry->answer->series;
        const bool known = std::any_of(all.begin(), all.end(), own);
        for (const Series &series : all)
            if (lines.size() < mostSeries && (!known || own(series)))
                lines.push_back({series, Format::safeText(series.labels.toString(), 80), {}, false, false});
    }
    if (lines.size() == 1)
        lines.front().fill = true;
    double highest = m_selector.threshold.value_or(0);
    bool positive = highest >= 0;
    for (const ChartSeries &line : lines) {
        for (const double value : line.series.values) {
            highest = std::isfinite(value) ? std::max(highest, value) : highest;
            positive = positive && !(value < 0);
        }
    }
    m_chart->setValueBounds(positive ? std::optional(0.0) : std::nullopt, highest > 0 ? std::optional(roundedUp(highest * headroom)) : std::nullopt);
    const auto error = entry ? entry->freshness.error() : std::nullopt;
    m_chart->setEmptyText(error ? Format::sentence(*error) : isSettled() ? tr("What the rule watches has no series now.") : tr("Asking %1…").arg(m_rule->first));
    m_chart->setSeries(std::move(lines));
    const State seen = m_context.stores.series.state(*m_interest, m_context.clock.now());
    m_chart->setState(isSettled() && isHatched(seen) ? seen : State::Healthy, error ? Format::words(*error) : QString());
}

void RuleChart::showLimit()
{
    std::vector<ChartThreshold> limits;
    if (m_selector.threshold) {
        const bool below = m_selector.comparison == RuleSelector::Comparison::Less || m_selector.comparison == RuleSelector::Comparison::LessOrEqual;
        limits.push_back({*m_selector.threshold, stateOf(m_alert.severity), tr("limit %1").arg(limitText(*m_selector.threshold, m_unit)), !below, false});
    }
    m_chart->setThresholds(std::move(limits));
}

void RuleChart::showSpans(TimeRange range)
{
    std::vector<ChartSpan> spans;
    const WallTime end = m_alert.endedAt.value_or(range.end);
    const WallTime fired = m_alert.firingSince.value_or(end);
    if (m_alert.startsAt < fired && fired > range.start)
        spans.push_back({std::max(m_alert.startsAt, range.start), fired, State::Warning, tr("pending")});
    if (m_alert.firingSince && end > range.start && fired < end)
        spans.push_back({std::max(fired, range.start), end, stateOf(m_alert.severity), tr("firing")});
    m_chart->setSpans(std::move(spans));
}

} // namespace Watchfloor
