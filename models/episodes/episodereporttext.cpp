#include "models/episodes/episodereporttext.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

using Json = nlohmann::ordered_json;

QString cell(QString text)
{
    static const QString formulaStart = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && formulaStart.contains(text.front()))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return needsQuotes ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

double secondsOf(std::chrono::milliseconds span)
{
    return double(span.count()) / 1000.0;
}

QString seconds(const std::optional<std::chrono::milliseconds> &span)
{
    return span ? QString::number(secondsOf(*span), 'g', 15) : QString();
}

QString isoTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
}

QString line(const QStringList &cells)
{
    QStringList safe;
    for (const QString &text : cells)
        safe << cell(text);
    return safe.join(u',') + QStringLiteral("\r\n");
}

QString figureLine(const QString &name, const TimeFigure &figure)
{
    return line({name, seconds(figure.mean), seconds(figure.median), QString::number(figure.known), QString::number(figure.missing)});
}

Json secondsJson(const std::optional<std::chrono::milliseconds> &span)
{
    return span ? Json(secondsOf(*span)) : Json(nullptr);
}

Json figureJson(const TimeFigure &figure)
{
    return {{"meanSeconds", secondsJson(figure.mean)}, {"medianSeconds", secondsJson(figure.median)}, {"known", figure.known}, {"missing", figure.missing}};
}

} // namespace

QString reportCsv(const EpisodeReport &report)
{
    const auto number = [](auto value) { return QString::number(value); };
    QString text = line({QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("fired"), QStringLiteral("open"), QStringLiteral("flapped"), QStringLiteral("never acknowledged"),
                         QStringLiteral("acknowledged only"), QStringLiteral("escalated"), QStringLiteral("stayed pending"), QStringLiteral("firing seconds"), QStringLiteral("complete")});
    text += line({isoTime(report.during.start), isoTime(report.during.end), number(report.fired), number(report.open), number(report.flapped), number(report.neverAcknowledged),
                  number(report.acknowledgedOnly), number(report.escalated), number(report.stayedPending), seconds(report.firing), report.isCut ? QStringLiteral("no") : QStringLiteral("yes")});
    text += QStringLiteral("\r\n");
    text += line({QStringLiteral("time to"), QStringLiteral("mean seconds"), QStringLiteral("median seconds"), QStringLiteral("known"), QStringLiteral("missing")});
    text += figureLine(QStringLiteral("detect"), report.detect);
    text += figureLine(QStringLiteral("acknowledge"), report.acknowledge);
    text += figureLine(QStringLiteral("resolve"), report.resolve);
    text += QStringLiteral("\r\n");
    text += line({QStringLiteral("alert"), QStringLiteral("service"), QStringLiteral("worst"), QStringLiteral("count"), QStringLiteral("share"), QStringLiteral("fired"), QStringLiteral("firing seconds"),
                  QStringLiteral("never acknowledged")});
    for (const Talker &talker : report.talkers)
        text += line({talker.name, talker.service, severityName(talker.worst), number(talker.count), number(talker.share), number(talker.starts), seconds(talker.firing), number(talker.neverAcknowledged)});
    text += QStringLiteral("\r\n");
    text += line({QStringLiteral("shift"), QStringLiteral("count"), QStringLiteral("critical"), QStringLiteral("never acknowledged"), QStringLiteral("mean seconds to acknowledge")});
    for (const ShiftNoise &shift : report.shifts)
        text += line({shift.name, number(shift.count), number(shift.critical), number(shift.neverAcknowledged), seconds(shift.acknowledge.mean)});
    return text;
}

QString reportJson(const EpisodeReport &report)
{
    Json talkers = Json::array();
    for (const Talker &talker : report.talkers)
        talkers.push_back({{"alert", talker.name.toStdString()},
                           {"service", talker.service.toStdString()},
                           {"worst", severityName(talker.worst).toStdString()},
                           {"count", talker.count},
                           {"share", talker.share},
                           {"fired", talker.starts},
                           {"firingSeconds", secondsOf(talker.firing)},
                           {"neverAcknowledged", talker.neverAcknowledged}});
    Json shifts = Json::array();
    for (const ShiftNoise &shift : report.shifts)
        shifts.push_back({{"shift", shift.name.isEmpty() ? Json(nullptr) : Json(shift.name.toStdString())},
                          {"count", shift.count},
                          {"critical", shift.critical},
                          {"neverAcknowledged", shift.neverAcknowledged},
                          {"acknowledge", figureJson(shift.acknowledge)}});
    const Json object{{"from", isoTime(report.during.start).toStdString()},
                      {"to", isoTime(report.during.end).toStdString()},
                      {"complete", !report.isCut},
                      {"fired", report.fired},
                      {"open", report.open},
                      {"flapped", report.flapped},
                      {"neverAcknowledged", report.neverAcknowledged},
                      {"acknowledgedOnly", report.acknowledgedOnly},
                      {"escalated", report.escalated},
                      {"stayedPending", report.stayedPending},
                      {"firingSeconds", secondsOf(report.firing)},
                      {"detect", figureJson(report.detect)},
                      {"acknowledge", figureJson(report.acknowledge)},
                      {"resolve", figureJson(report.resolve)},
                      {"talkers", std::move(talkers)},
                      {"shifts", std::move(shifts)}};
    return QString::fromStdString(object.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace Watchfloor
