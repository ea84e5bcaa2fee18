#include "widgets/episodes/episodedetail.h"

#include "models/core/format.h"
#include "models/episodes/episodetablemodel.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/textlabel.h"
#include "widgets/episodes/episodelook.h"
#include "widgets/episodes/episodestrip.h"

#include <QBoxLayout>
#include <QPainter>

namespace Watchfloor {

namespace {

constexpr size_t mostLines = 300;
constexpr int glyphSide = 12;

/// "4 min 12 s, at 03:10:56"; only the time where the span is none.
QString afterText(std::chrono::milliseconds span, WallTime at, WallTime now)
{
    return EpisodeDetail::tr("%1, at %2").arg(Format::span(span), Format::moment(at, now));
}

} // namespace

EpisodeDetail::EpisodeDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_head(new Card)
    , m_summary(new TextLabel({}, Tone::Secondary))
    , m_strip(new EpisodeStrip)
    , m_facts(new KeyValueList)
    , m_open(new ActionButton(tr("Open alert"), ActionButton::Look::Primary))
    , m_only(new ActionButton(tr("All of this alert")))
    , m_course(new Card(tr("What befell it")))
    , m_events(new EpisodeEventList)
    , m_fault(new TextLabel({}, Tone::Blind))
    , m_labelsCard(new Card(tr("Labels")))
    , m_labels(new KeyValueList)
{
    setObjectName(QStringLiteral("episodeDetail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    m_summary->setWordWrap(true);
    m_fault->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openAlert"));
    m_open->setKeyHint(QStringLiteral("Enter"));
    m_only->setObjectName(QStringLiteral("onlyThis"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Size::gap);
    buttons->addWidget(m_open);
    buttons->addWidget(m_only);
    buttons->addStretch();
    m_head->body()->setSpacing(Size::gap);
    m_head->body()->addWidget(m_summary);
    m_head->body()->addWidget(m_strip);
    m_head->body()->addWidget(m_facts);
    m_head->body()->addLayout(buttons);
    m_course->body()->addWidget(m_fault);
    m_course->body()->addWidget(m_events);
    m_labelsCard->body()->addWidget(m_labels);
    column->addWidget(m_head);
    column->addWidget(m_course);
    column->addWidget(m_labelsCard);
    for (Card *card : {m_head, m_course, m_labelsCard})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addStretch(1);
    setWidget(content);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("alerts/") + m_episode.fingerprint); });
    connect(m_only, &QPushButton::clicked, this, [this] { Q_EMIT onlyThisRequested(QStringLiteral("alertname=") + quoted(m_episode.name())); });
    clear();
}

void EpisodeDetail::clear()
{
    hide(); // the table takes its room
}

void EpisodeDetail::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->show();
}

void EpisodeDetail::setEpisode(const Episode &episode, WallTime now, bool listed)
{
    m_episode = episode;
    m_head->setTitle(Format::safeText(episode.name().isEmpty() ? tr("Alert without a name") : episode.name()));
    m_head->setSubtitle(Format::safeText(episode.service()));
    m_head->setDetail(EpisodeWords::ending(episode), lookOf(episode).tone);
    m_summary->setText(Format::safeText(episode.summary, 1'000));
    m_summary->setVisible(!m_summary->text().isEmpty());
    m_strip->setEpisode(episode, now);
    showFacts(episode, now);
    m_open->setVisible(listed);
    m_fault->hide();
    m_events->setEvents(episode, now);
    m_course->setVisible(!episode.events.empty());
    std::vector<KeyValueList::Row> labels;
    for (const auto &[name, value] : episode.labels)
        labels.push_back({Format::safeText(name, 128), Format::safeText(value), Tone::Primary, true});
    m_labels->setRows(labels);
    m_labelsCard->setVisible(!labels.empty());
    show();
}

void EpisodeDetail::showFacts(const Episode &episode, WallTime now)
{
    std::vector<KeyValueList::Row> rows;
    rows.push_back({tr("Condition began"), Format::moment(episode.startedAt, now)});
    if (episode.firedAt && *episode.firedAt > episode.startedAt)
        rows.push_back({tr("Fired after"), afterText(*episode.firedAt - episode.startedAt, *episode.firedAt, now)});
    else
        rows.push_back({tr("Fired"), episode.firedAt ? Format::moment(*episode.firedAt, now) : tr("never"), episode.firedAt ? Tone::Primary : Tone::Hint});
    const WallTime from = episode.firedAt.value_or(episode.startedAt);
    if (episode.acknowledgedAt)
        rows.push_back({tr("Taken on after"), afterText(std::max(*episode.acknowledgedAt - from, std::chrono::milliseconds(0)), *episode.acknowledgedAt, now)});
    else if (episode.firedAt)
        rows.push_back({tr("Taken on"), tr("by nobody"), episode.endedAt ? Tone::Hint : Tone::Warning});
    if (!episode.endedAt)
        rows.push_back({tr("Open for"), Format::span(now - from)});
    else if (episode.state == AlertState::Unseen)
        rows.push_back({tr("Ended"), tr("not seen; last seen after %1").arg(afterText(*episode.endedAt - from, *episode.endedAt, now)), Tone::Blind});
    else
        rows.push_back({tr("Ended after"), afterText(*episode.endedAt - from, *episode.endedAt, now)});
    if (!episode.owner.isEmpty())
        rows.push_back({tr("Owner"), Format::safeText(episode.owner, 80)});
    if (episode.starts > 1)
        rows.push_back({tr("Flapped"), tr("fired %n time(s)", nullptr, episode.starts), Tone::Warning});
    if (episode.escalations > 0)
        rows.push_back({tr("Escalated"), tr("%n time(s)", nullptr, episode.escalations), Tone::Warning});
    rows.push_back({tr("Origin"), Format::safeText(episode.origins.join(QStringLiteral(" \u00B7 ")))});
    m_facts->setRows(rows);
}

EpisodeEventList::EpisodeEventList(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("What befell it"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EpisodeEventList::setEvents(const Episode &episode, WallTime now)
{
    m_severity = episode.severity;
    m_lines.clear();
    const size_t count = episode.events.size();
    for (size_t i = 0; i < count; ++i) {
        if (count > mostLines && i == mostLines / 2) {
            const size_t left = count - mostLines;
            m_lines.push_back({{}, {}, {}, tr("%n event(s) left out", nullptr, int(left)), {}, true});
            i += left;
        }
        const EpisodeEvent &event = episode.events[i];
        const QString after = i == 0 ? QString() : QStringLiteral("+") + Format::shortSpan(event.at - episode.events[i - 1].at);
        m_lines.push_back({event, Format::moment(event.at, now), after, EpisodeWords::event(event), Format::safeText(event.text), false});
    }
    setAccessibleDescription(texts().join(u'\n'));
    updateGeometry();
    update();
}

QStringList EpisodeEventList::texts() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts << QStringList{line.time, line.words, line.comment}.join(u' ').simplified();
    return texts;
}

QSize EpisodeEventList::sizeHint() const
{
    return {280, int(m_lines.size()) * Size::compactRow};
}

QSize EpisodeEventList::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void EpisodeEventList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    const QFont body = textFont();
    const QFont small = textFont(TextSize::Small);
    double timeWidth = 0;
    double afterWidth = 0;
    for (const Line &line : m_lines) {
        timeWidth = std::max(timeWidth, tabularWidth(body, line.time));
        afterWidth = std::max(afterWidth, tabularWidth(small, line.after));
    }
    double y = 0;
    for (const Line &line : m_lines) {
        QRectF row(0, y, width(), Size::compactRow);
        y += Size::compactRow;
        painter.setFont(body);
        painter.setPen(colours.text3);
        if (line.isGap) {
            drawLine(painter, row.adjusted(timeWidth + Size::gap, 0, 0, 0), Qt::AlignLeft, line.words);
            continue;
        }
        painter.setPen(colours.text2);
        drawTabular(painter, QRectF(0, row.top(), timeWidth, row.height()), Qt::AlignLeft, line.time);
        const double glyphLeft = timeWidth + Size::cardGap;
        paintAlertLook(painter, QRectF(glyphLeft, row.center().y() - glyphSide / 2.0, glyphSide, glyphSide), lookOf(line.event, m_severity), colours);
        painter.setFont(small);
        painter.setPen(colours.text3);
        drawTabular(painter, QRectF(row.right() - afterWidth, row.top(), afterWidth, row.height()), Qt::AlignRight, line.after);
        QRectF text(glyphLeft + glyphSide + Size::gap, row.top(), 0, row.height());
        text.setRight(row.right() - afterWidth - Size::gap);
        painter.setFont(body);
        painter.setPen(colours.text);
        drawLine(painter, text, Qt::AlignLeft, line.words);
        text.setLeft(text.left() + lineWidth(body, line.words) + Size::gap);
        painter.setPen(colours.text2);
        if (text.width() > Size::icon)
            drawLine(painter, text, Qt::AlignLeft, line.comment);
    }
}

} // namespace Watchfloor
