#include "widgets/episodes/episodecopy.h"

#include "models/core/format.h"
#include "models/episodes/episodejson.h"
#include "models/episodes/episodetablemodel.h"

namespace Watchfloor {

namespace {


constexpr size_t copiedTalkers = 10;

QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#+-.!|~");
    QString safe;
    for (const QChar character : Format::safeText(text, 500)) {
        if (special.contains(character))
            safe += u'\\';
        safe += character;
    }
    return safe;
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString header(const QStringList &cells)
{
    return row(cells) + row(QStringList(cells.size(), QStringLiteral("---")));
}

QString beganText(const Episode &episode)
{
    return Format::isoTime(episode.firedAt.value_or(episode.startedAt));
}

QString plainLine(const Episode &episode, WallTime now)
{
    QStringList parts{beganText(episode), Format::severity(episode.severity), Format::safeText(episode.name()), Format::safeText(episode.service()),
                      Format::span(lengthOf(episode, now)), EpisodeWords::ending(episode)};
    if (!episode.owner.isEmpty())
        parts << Format::safeText(episode.owner, 80);
    if (episode.starts > 1)
        parts << QStringLiteral("\u00D7%1").arg(episode.starts);
    if (!episode.summary.isEmpty())
        parts << Format::safeText(episode.summary, 500);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ")) + u'\n';
}

QString figureRow(const QString &name, const TimeFigure &figure)
{
    return row({name, figureText(figure.mean), figureText(figure.median), QString::number(figure.known), QString::number(figure.missing)});
}

} // namespace

QString figureText(const std::optional<std::chrono::milliseconds> &span)
{
    return span ? Format::span(*span) : QStringLiteral("\u2014");
}

QString episodesText(const std::vector<Episode> &episodes, EpisodeFormat format, WallTime now)
{
    if (format == EpisodeFormat::Json)
        return episodesJson(episodes);
    QString text;
    if (format == EpisodeFormat::Markdown)
        text = header({EpisodeCopyWords::tr("Began"), EpisodeCopyWords::tr("Severity"), EpisodeCopyWords::tr("Alert"), EpisodeCopyWords::tr("Service"), EpisodeCopyWords::tr("Lasted"), EpisodeCopyWords::tr("Outcome"), EpisodeCopyWords::tr("Owner")});
    for (const Episode &episode : episodes) {
        if (format == EpisodeFormat::Text)
            text += plainLine(episode, now);
        else
            text += row({beganText(episode), Format::severity(episode.severity), escaped(episode.name()), escaped(episode.service()), Format::span(lengthOf(episode, now)),
                         EpisodeWords::ending(episode), escaped(episode.owner)});
    }
    return text;
}

QString reportMarkdown(const EpisodeReport &report)
{
    QString text = QStringLiteral("## %1\n\n").arg(EpisodeCopyWords::tr("Alerts from %1 to %2").arg(Format::isoTime(report.during.start), Format::isoTime(report.during.end)));
    text += EpisodeCopyWords::tr("%1 fired, %2 still open, %3 flapped, %4 never taken on, %5 escalated.")
                .arg(report.fired)
                .arg(report.open)
                .arg(report.flapped)
                .arg(report.neverAcknowledged)
                .arg(report.escalated)
            + QStringLiteral("\n\n");
    text += header({EpisodeCopyWords::tr("Time to"), EpisodeCopyWords::tr("Mean"), EpisodeCopyWords::tr("Median"), EpisodeCopyWords::tr("Known"), EpisodeCopyWords::tr("Missing")});
    text += figureRow(EpisodeCopyWords::tr("detect"), report.detect) + figureRow(EpisodeCopyWords::tr("acknowledge"), report.acknowledge) + figureRow(EpisodeCopyWords::tr("resolve"), report.resolve);
    text += u'\n' + header({EpisodeCopyWords::tr("Alert"), EpisodeCopyWords::tr("Service"), EpisodeCopyWords::tr("Alerts"), EpisodeCopyWords::tr("Share"), EpisodeCopyWords::tr("Firing for"), EpisodeCopyWords::tr("Not taken on")});
    for (size_t i = 0; i < std::min(copiedTalkers, report.talkers.size()); ++i) {
        const Talker &talker = report.talkers[i];
        text += row({escaped(talker.name), escaped(talker.service), QString::number(talker.count), Format::ratio(talker.share, 0), Format::span(talker.firing), QString::number(talker.neverAcknowledged)});
    }
    text += u'\n' + header({EpisodeCopyWords::tr("Shift"), EpisodeCopyWords::tr("Alerts"), EpisodeCopyWords::tr("Critical"), EpisodeCopyWords::tr("Not taken on"), EpisodeCopyWords::tr("Time to acknowledge")});
    for (const ShiftNoise &shift : report.shifts)
        text += row({shift.name.isEmpty() ? EpisodeCopyWords::tr("nobody's hours") : escaped(shift.name), QString::number(shift.count), QString::number(shift.critical),
                     QString::number(shift.neverAcknowledged), figureText(shift.acknowledge.mean)});
    return text;
}

} // namespace Watchfloor
