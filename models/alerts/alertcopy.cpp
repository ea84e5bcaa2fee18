#include "models/alerts/alertcopy.h"

#include "models/core/format.h"
#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr size_t mostAlerts = 10'000;
constexpr qsizetype mostCharacters = 16'000'000;
constexpr int longestKey = 200;
constexpr int longestValue = 70'000; ///< an annotation of 64 kB goes whole

using nlohmann::ordered_json;

ordered_json alertJson(const Alert &alert)
{
    ordered_json json{{"fingerprint", alert.fingerprint.toStdString()},
                      {"state", alertStateName(alert.state).toStdString()},
                      {"severity", severityName(alert.severity).toStdString()},
                      {"labels", jsonMap<ordered_json>(alert.allLabels())},
                      {"annotations", jsonMap<ordered_json>(alert.annotations)},
                      {"startsAt", jsonTime(alert.startsAt)},
                      {"origins", jsonList<ordered_json>(alert.origins)},
                      {"silencedBy", jsonList<ordered_json>(alert.silencedBy)},
                      {"inhibitedBy", jsonList<ordered_json>(alert.inhibitedBy)},
                      {"receivers", jsonList<ordered_json>(alert.receivers)},
                      {"flapping", alert.flapping},
                      {"disputed", alert.disputed}};
    if (alert.endedAt)
        json["endedAt"] = jsonTime(*alert.endedAt);
    if (alert.acknowledgement)
        json["acknowledgement"] = {{"owner", alert.acknowledgement->owner.toStdString()},
                                   {"comment", alert.acknowledgement->comment.toStdString()},
                                   {"at", jsonTime(alert.acknowledgement->at)}};
    if (alert.acknowledgement && alert.acknowledgement->until)
        json["acknowledgement"]["until"] = jsonTime(*alert.acknowledgement->until);
    return json;
}

/// A cell of a Markdown table: nothing in it ends the cell, begins markup or is a link.
QString markdownCell(const QString &text)
{
    QString cell;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_{}[]<>#|!~").contains(c))
            cell += u'\\';
        cell += c == u'\n' ? QChar(u' ') : c;
    }
    return cell;
}

} // namespace

AlertCopy::Copied AlertCopy::of(const std::vector<const Alert *> &alerts, Form form, const std::vector<AlertColumn> &columns, const AlertStore &store, WallTime now)
{
    Copied copied;
    QStringList lines;
    qsizetype size = 0;
    if (form == Form::Markdown) {
        QStringList headings;
        for (const AlertColumn &column : columns)
            headings << markdownCell(AlertCells::heading(column));
        lines << QStringLiteral("| %1 |").arg(headings.join(QStringLiteral(" | ")));
        lines << QStringLiteral("|%1").arg(QStringLiteral(" --- |").repeated(qsizetype(columns.size())));
    }
    for (const Alert *alert : alerts) {
        if (size_t(copied.alerts) >= mostAlerts || size > mostCharacters)
            break;
        QString line;
        if (form == Form::Json) {
            line = QString::fromStdString(alertJson(*alert).dump(2, ' ', false, ordered_json::error_handler_t::replace));
        } else {
            QStringList cells;
            for (const AlertColumn &column : columns) {
                const QString text = AlertCells::text(*alert, column, store, now);
                cells << (form == Form::Markdown ? markdownCell(text) : text);
            }
            line = form == Form::Markdown ? QStringLiteral("| %1 |").arg(cells.join(QStringLiteral(" | "))) : cells.join(u'\t');
        }
        size += line.size();
        lines << line;
        ++copied.alerts;
    }
    copied.leftOut = int(alerts.size()) - copied.alerts;
    if (form == Form::Json)
        copied.text = u'[' + lines.join(QStringLiteral(",\n")) + QStringLiteral("]\n");
    else
        copied.text = lines.join(u'\n') + u'\n';
    if (copied.leftOut > 0 && form != Form::Json)
        copied.text += tr("%n more alert(s) are not copied.", nullptr, copied.leftOut) + u'\n';
    return copied;
}

QString AlertCopy::whole(const Alert &alert, Form form, const AlertStore &store, WallTime now)
{
    if (form == Form::Json)
        return QString::fromStdString(alertJson(alert).dump(2, ' ', false, ordered_json::error_handler_t::replace)) + u'\n';
    const bool markdown = form == Form::Markdown;
    const QString name = AlertCells::text(alert, {AlertColumn::Name}, store, now);
    QStringList lines{markdown ? QStringLiteral("### ") + markdownCell(name) : name, {}};
    const auto add = [&lines, markdown](const QString &key, const QString &value) {
        if (!value.isEmpty())
            lines << (markdown ? QStringLiteral("- **%1**: %2").arg(markdownCell(key), markdownCell(value)) : key + QStringLiteral(": ") + value);
    };
    for (int kind = AlertColumn::State; kind < AlertColumn::Label; ++kind)
        if (kind != AlertColumn::Name)
            add(AlertCells::heading({AlertColumn::Kind(kind)}), AlertCells::text(alert, {AlertColumn::Kind(kind)}, store, now));
    add(tr("Since"), QString::fromStdString(jsonTime(alert.startsAt)));
    if (alert.acknowledgement)
        add(tr("Comment"), Format::safeText(alert.acknowledgement->comment));
    for (const Labels &map : {alert.allLabels(), alert.annotations}) {
        if (map.isEmpty())
            continue;
        lines << QString();
        for (const auto &[key, value] : map)
            add(Format::safeText(key, longestKey), Format::safeText(value, longestValue));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Watchfloor
